import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantUnits, quietDraft, reportWay } from '../../../test/report-way.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('figures of the register that somebody typed instead of counting hold its cases all the same', async () => {
  const { township, county, office } = world;
  const day = '2025-12-30' as CivilDate;
  const { regionId, applicationId } = await plantCase(world, township, { arrivedOn: day, receiptDate: day });
  await plantUnits(world, county, 2025, [office, township]);
  const way = await reportWay(world, township, 2025);
  const { cells } = await way.read();
  const typed = Object.fromEntries(
    Object.entries(cells).flatMap(([cell, { value }]) =>
      cell.startsWith('t3.') && value !== null ? [[cell, String(value)]] : [],
    ),
  );
  const draft = quietDraft(2025);
  const sources = { t2: 'counted', t3: 'typed', t4: 'counted' };
  expect((await way.save({ ...draft, sources, typed: { ...draft.typed, ...typed } })).status).toBe(200);
  await way.review();
  const asked = await way.act('askSignature');
  expect([asked.status, asked.body['detail'] ?? '']).toEqual([200, '']);
  expect((await way.read()).cells['t3.newlyReceived/total']?.value).toBe(1);

  const officer = await world.signedIn(township, 'disclosureOfficer');
  const body = { act: { type: 'correctReceipt', on: '2026-01-05' }, texts: { reason: '邮戳看错了。' } };
  const request = { params: { regionId, applicationId }, body: body as never };
  const correct = async () =>
    await world.call(applicationRoutes.act, request, officer, { 'if-match': '"1"' });
  const moved = await correct();
  expect([moved.status, String(moved.body['detail'])]).toEqual([
    409,
    expect.stringContaining('2025年度年度报告已提请签发'),
  ]);
  expect((await way.act('takeBack')).status).toBe(200);
  expect((await correct()).status).toBe(200);
});
