import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { usualDesk } from './document-desk.ts';
import { plantDocument } from './document-samples.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

afterAll(() => world.close());

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

it('a publication that was taken back before its minute is scheduled again, as the same edition', async () => {
  const desk = await usualDesk(world, world.township);
  const ids = await plantDocument(world, world.township);
  await desk.sign(ids);
  await desk.act(ids, 'publisher', { type: 'schedule', minute: inAnHour() });
  await desk.act(ids, 'publisher', { type: 'cancelSchedule' }, { reason: '另择时间。' });
  await desk.act(ids, 'publisher', { type: 'schedule', minute: inAnHour() });
  await desk.act(ids, 'publisher', { type: 'cancelSchedule' }, { reason: '改为立即发布。' });
  await desk.act(ids, 'publisher', { type: 'publish' });
  const { body } = await desk.read(ids);
  expect(body['publicEdition']).toMatchObject({ edition: 1 });
});
