import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantDispute } from '../../../test/dispute-samples.ts';
import { plantFigure, plantRecord } from '../../../test/statistics-samples.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.office, 'disclosureOfficer');
});
afterAll(() => world.close());

const day = (text: string) => text as CivilDate;
const paramsOf = ({ regionId, organId }: WorldOrgan, reportYear: number) => ({
  regionId,
  organId,
  reportYear,
});

async function figures(organ: WorldOrgan, cookie: string, reportYear: number) {
  const { body } = await world.call(annualReportRoutes.read, { params: paramsOf(organ, reportYear) }, cookie);
  const counted = body['counted'] as unknown as Readonly<Record<string, number>>;
  return {
    received: counted['t3.newlyReceived/total'],
    carriedIn: counted['t3.carriedIn/total'],
    disputes: counted['t4.reconsideration/total'],
    penalties: counted['t2.penalties/decisions'],
    inForce: counted['t2.normativeDocument/inForce'],
  };
}

async function titlesBehind(organ: WorldOrgan, cell: string, reportYear: number) {
  const request = { params: paramsOf(organ, reportYear), query: { cell } };
  const { body } = await world.call(annualReportRoutes.cell, request as never, officer);
  return (body['items'] as unknown as readonly { readonly id: string }[]).map(({ id }) => id).toSorted();
}

it('counts in the report of an office what was done in the name of the government as well, and nowhere else', async () => {
  const { county, office, township } = world;
  const clerk = await world.signedIn(township, 'disclosureOfficer');
  const before = await figures(office, officer, 2026);
  const ofGovernment = await plantCase(world, county, {
    arrivedOn: day('2026-01-05'),
    receiptDate: day('2026-01-05'),
  });
  const ofOffice = await plantCase(world, office, {
    arrivedOn: day('2026-01-06'),
    receiptDate: day('2026-01-06'),
  });
  const { disputeId } = await plantDispute(world, county);
  await plantFigure(world, county, {
    kind: 'penalties',
    figure: 4,
    signedBy: await world.newPerson(county, ['leader']),
  });
  await plantFigure(world, office, {
    kind: 'penalties',
    figure: 3,
    signedBy: await world.newPerson(office, ['leader']),
  });
  await plantRecord(world, county);

  const after = await figures(office, officer, 2026);
  expect(before).toMatchObject({ received: 0, disputes: 0, inForce: 0 });
  expect(after).toEqual({ received: 2, carriedIn: 0, disputes: 1, penalties: 7, inForce: 1 });
  expect(await titlesBehind(office, 't3.newlyReceived/total', 2026)).toEqual(
    [ofGovernment.applicationId, ofOffice.applicationId].toSorted(),
  );
  expect(await titlesBehind(office, 't4.reconsideration/total', 2026)).toEqual([disputeId]);
  expect(await titlesBehind(office, 't2.penalties/decisions', 2026)).toHaveLength(2);
  expect(await figures(township, clerk, 2026)).toMatchObject({ received: 0, disputes: 0, inForce: 0 });
});

it('holds the government’s own cases where the report of its office counted them', async () => {
  const { county, office } = world;
  const received = { arrivedOn: day('2025-12-30'), receiptDate: day('2025-12-30') };
  const { regionId, applicationId } = await plantCase(world, county, received);
  await plantReport(world, office, 'submitted', { reportYear: 2025 });
  const clerk = await world.signedIn(county, 'disclosureOfficer');
  const body = { act: { type: 'correctReceipt', on: '2026-01-05' }, texts: { reason: '邮戳看错了。' } };
  const request = { params: { regionId, applicationId }, body: body as never };
  const moved = await world.call(applicationRoutes.act, request, clerk, { 'if-match': '"1"' });
  expect([moved.status, moved.body['code']]).toEqual([409, 'state-refuses']);
  expect(String(moved.body['detail'])).toContain('2025年度年度报告已报送');
});
