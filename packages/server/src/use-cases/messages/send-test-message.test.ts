import { messageRoutes } from '@zhaoshi/contract/routes/messages';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('sends five test messages an hour for one person, however many are asked for at once', async () => {
  const cookie = await world.signedIn(world.city, 'administrator');
  const { regionId, organId } = world.city;
  const body = { regionId, organId, channel: 'mail' as const, address: 'a@example.cn' };
  const send = (as: string) => world.call(messageRoutes.sendTest, { body }, as);
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(cookie)));
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    200, 200, 200, 200, 200, 429, 429, 429,
  ]);
  expect(answers.find(({ status }) => status === 429)?.body['detail']).toContain('一小时后再试');
  expect((await send(await world.signedIn(world.city, 'administrator'))).status).toBe(200);
  await world.database.owner
    .updateTable('message')
    .set({ requested_at: sql<Date>`requested_at - interval '61 minutes'` })
    .execute();
  expect((await send(cookie)).status).toBe(200);
});
