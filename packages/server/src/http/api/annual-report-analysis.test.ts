import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { annualReportAnalysisRoutes } from '@zhaoshi/contract/routes/annual-report-analysis';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { readList } from '@zhaoshi/report-files/read/xlsx/read-rows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../report-files/test/sample-reports.ts';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { plantTownships, typedDraft } from '../../../test/annual-report-typed.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase } from '../../../test/application-samples.ts';
import { plantUnits } from '../../../test/report-way.ts';
import { asRead } from '../../use-cases/annual-report/freeze-report.ts';
import { publishReport } from '../../use-cases/annual-report/publish-report.ts';

let world: World;
/** Townships of the county; the first is the world’s own. */
let units: readonly WorldOrgan[];
const YEAR = 2025;

type Analysis = RouteOutput<typeof annualReportAnalysisRoutes.read>;
type Peers = RouteOutput<typeof annualReportAnalysisRoutes.peers>;

const day = (text: string): CivilDate => text as CivilDate;

beforeAll(async () => {
  world = await createWorld();
  const more = await plantTownships(world, world.county, ['第1镇', '第2镇', '第3镇', '第4镇']);
  units = [world.township, ...more];
  await plantUnits(world, world.county, YEAR, [world.office, ...units]);
  for (const [index, unit] of units.entries()) {
    const received = String(10 * (index + 1));
    await plantReport(world, unit, 'submitted', {
      reportYear: YEAR,
      draft: typedDraft({
        't3.newlyReceived/naturalPerson': received,
        't3.granted/naturalPerson': received,
        't4.reconsideration/upheld': '3',
        't4.reconsideration/rectified': '1',
      }),
    });
  }
  await plantCase(world, world.township, { arrivedOn: day('2026-03-03'), receiptDate: day('2026-03-03') });
  const report = sampleReport({ seed: 3, year: 2023 });
  await publishReport(world.database.context, {
    actor: 'system:test',
    ...idsOf(world.township),
    reportYear: 2023,
    read: asRead(report),
  });
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

async function analysisOf(organ: WorldOrgan, cookie: string): Promise<Analysis> {
  const { status, body } = await world.call(
    annualReportAnalysisRoutes.read,
    { params: idsOf(organ) },
    cookie,
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return body as unknown as Analysis;
}

async function peersOf(organ: WorldOrgan, cookie: string, reportYear = YEAR): Promise<Peers> {
  const params = { ...idsOf(organ), reportYear };
  const { status, body } = await world.call(annualReportAnalysisRoutes.peers, { params }, cookie);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as unknown as Peers;
}

const countsOf = ({ charts }: Analysis, chart: string, series: string) =>
  charts
    .find(({ id }) => id === chart)
    ?.series.find(({ id }) => id === series)
    ?.points.map(({ count }) => count);

describe('the figures of an organ over its years', () => {
  it('are those that were published and sent, and the registers of the running year', async () => {
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    const analysis = await analysisOf(world.township, clerk);
    expect(analysis.charts[0]?.years).toEqual([
      { reportYear: 2023, label: '2023年', isSettled: true },
      { reportYear: 2024, label: '2024年', isSettled: false },
      { reportYear: 2025, label: '2025年', isSettled: true },
      { reportYear: 2026, label: '2026年（至今）', isSettled: false },
    ]);
    const published = sampleReport({ seed: 3, year: 2023 }).cells['t3.newlyReceived/total']?.value;
    // Of 2024 nothing is known, which is not 0.
    expect(countsOf(analysis, 'flows', 'newlyReceived')).toEqual([published, null, 10, 1]);
    expect(analysis.charts[0]?.finding).toBe('2025年新收 10 件；办理 10 件；结转下年度 0 件。');
    const rate = analysis.charts.find(({ id }) => id === 'correctionRate')?.series[0]?.points[2];
    expect(rate).toMatchObject({ count: 1, of: 4, share: 25, cell: 't4.reconsideration/rectified' });
  });

  it('are of a region the sum of what its units have sent, and the registers of all in it', async () => {
    const head = await world.signedIn(world.office, 'disclosureOfficeHead');
    const analysis = await analysisOf(world.county, head);
    expect(analysis.isRegion).toBe(true);
    expect(analysis.charts[0]?.years.map(({ label }) => label)).toEqual([
      '2025年（汇总中）',
      '2026年（至今）',
    ]);
    expect(countsOf(analysis, 'flows', 'newlyReceived')).toEqual([150, 1]);
    expect(countsOf(analysis, 'disputes', 'reconsideration.rectified')).toEqual([5, 0]);
  });

  it('are shut to whoever does not reach the organ', async () => {
    for (const cookie of [
      await world.signedIn(world.otherCounty, 'supervisor'),
      await world.signedIn(world.otherCounty, 'disclosureOfficer'),
    ]) {
      for (const request of [
        world.call(annualReportAnalysisRoutes.read, { params: idsOf(world.township) }, cookie),
        world.call(
          annualReportAnalysisRoutes.peers,
          { params: { ...idsOf(world.township), reportYear: YEAR } },
          cookie,
        ),
      ])
        expect((await request).status).toBe(404);
    }
  });
});

describe('a unit beside others of its kind', () => {
  it('sees median and quartiles and its own place, and nobody’s name or figure', async () => {
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    const peers = await peersOf(world.township, clerk);
    expect(peers).toMatchObject({ kind: '乡镇人民政府（乡级）', organs: 5, units: null });
    expect(peers.measures[0]).toMatchObject({
      id: 'newlyReceived',
      own: 10,
      place: 5,
      spread: { count: 5, lower: 20, median: 30, upper: 40 },
      cell: 't3.newlyReceived/total',
    });
    expect(peers.measures[0]?.finding).toContain('低于四分之三的同类单位');
  });

  it('is told by name to those who receive the reports, in the order of the list', async () => {
    const supervisor = await world.signedIn(world.office, 'supervisor');
    const peers = await peersOf(world.township, supervisor);
    expect(peers.units?.map(({ name, values }) => [name, values[0]])).toEqual([
      ['township', 10],
      ['第1镇', 20],
      ['第2镇', 30],
      ['第3镇', 40],
      ['第4镇', 50],
    ]);
    // The auditor reaches every report and receives none.
    const auditor = await world.signedIn(world.county, 'auditor');
    expect((await peersOf(world.township, auditor)).units).toBeNull();
  });

  it('is not compared where there are too few, or no list names it', async () => {
    const head = await world.signedIn(world.office, 'disclosureOfficeHead');
    const alone = await peersOf(world.office, head);
    expect([alone.organs, alone.measures[0]?.spread]).toEqual([1, null]);
    const without = await peersOf(world.office, head, 2022);
    expect([without.list, without.organs]).toEqual([null, 0]);
  });
});

it('the tables of the charts are a workbook with figures that can be counted on', async () => {
  const clerk = await world.signedIn(world.township, 'disclosureOfficer');
  const { regionId, organId } = world.township;
  const answer = await world.app.inject({
    method: 'GET',
    url: `/api/organs/${regionId}/${organId}/annual-report-analysis/tables?chart=flows`,
    headers: { cookie: clerk, 'zhaoshi-request': 'console' },
  });
  expect(answer.statusCode).toBe(200);
  const list = await readList(Uint8Array.from(answer.rawPayload), ['项目', '2025年 件数']);
  if (!list.ok) throw new Error(list.error.message);
  const [received, , , , finding] = list.value.rows;
  expect([received?.cells.get('项目'), received?.cells.get('2025年件数')]).toEqual(['本年新收', '10']);
  // A year of which nothing is known stays empty.
  expect(received?.cells.get('2024年件数')).toBeUndefined();
  expect(finding?.cells.get('项目')).toContain('2025年新收 10 件');
});
