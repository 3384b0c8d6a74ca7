import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { actOn } from '../../../test/complaint-desk.ts';
import { plantComplaint } from '../../../test/complaint-samples.ts';
import { eraseComplainants } from './erase-complainants.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const eraseOn = (day: string) =>
  eraseComplainants({
    database: world.database.server,
    now: () => new Date(`${day}T01:00:00.000Z`),
    services: world.services,
  });

it('takes name and contact out a year after the end, and nothing else; what is open keeps them', async () => {
  const ended = await plantComplaint(world, world.office);
  const open = await plantComplaint(world, world.office);
  const officer = await world.signedIn(world.office, 'supervisor');
  const words = '请申请行政复议。';
  await actOn(world, officer, ended, { type: 'redirect', way: 'reconsideration', words });
  expect(await eraseOn('2027-11-20')).toBe(0);
  expect(await eraseOn('2027-11-25')).toBe(1);
  expect(await eraseOn('2027-11-26')).toBe(0);
  const read = async (params: typeof ended) =>
    (await world.call(complaintRoutes.read, { params }, officer)).body;
  expect(await read(ended)).toMatchObject({
    isNamed: true,
    complainant: { name: '', contact: '' },
    text: '今年的预算到现在没有公开',
  });
  expect(await read(open)).toMatchObject({ complainant: { name: '欧阳投诉甲' } });
});
