import { randomUUID } from 'node:crypto';
import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { plantOrgan } from './organ-samples.ts';

let world: World;
let desk: string;
beforeAll(async () => {
  world = await createWorld();
  desk = await world.signedIn(world.office, 'supervisor');
});
afterAll(() => world.close());

it('a complaint at the counter about an organ that is no more is told who took over its powers', async () => {
  const { regionId } = world.office;
  const ended = await plantOrgan(world, world.county, 'department');
  const enter = async () => {
    const { organId } = ended;
    const body = {
      kind: 'notPublished' as const,
      channel: 'phone' as const,
      unit: { regionId, organId },
      text: '补贴名单没有公开',
      complainant: null,
      nonce: randomUUID(),
    };
    const params = { regionId, organId: world.office.organId };
    const { status, body: answer } = await world.call(complaintRoutes.enter, { params, body }, desk);
    return [status, JSON.stringify(answer)] as const;
  };
  expect((await enter())[0]).toBe(200);
  const { server } = world.database;
  await server
    .updateTable('organ')
    .set({ valid_to: '2024-07-01' })
    .where('organ_id', '=', ended.organId)
    .execute();
  // Nobody was named: the office of its government goes on with its powers (条例10, 规范).
  expect(await enter()).toEqual([422, expect.stringContaining('它的职权由office继续行使；请选择office')]);
  const heir = await plantOrgan(world, world.county, 'township');
  await server.updateTable('organ').set({ name: '接续局' }).where('organ_id', '=', heir.organId).execute();
  await server
    .insertInto('organ_successor')
    .values({
      region_id: regionId,
      succession_id: randomUUID(),
      organ_id: ended.organId,
      successor_region_id: heir.regionId,
      successor_organ_id: heir.organId,
      valid_from: '2024-07-01',
      matters: null,
      document_number: null,
    })
    .execute();
  const [status, words] = await enter();
  expect(status).toBe(422);
  expect(words).toContain('已于2024年7月1日撤销，它的职权由接续局继续行使；请选择接续局');
});
