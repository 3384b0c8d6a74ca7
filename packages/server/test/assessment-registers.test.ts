import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findReportWork } from '../src/db/queries/report-work.ts';
import { keepForBoard } from '../src/use-cases/annual-report/keep-for-board.ts';
import { loadReport } from '../src/use-cases/annual-report/loaded-report.ts';
import { plantReport } from './annual-report-desk.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { plantAssessment } from './assessment-samples.ts';
import { plantDispute } from './dispute-samples.ts';
import { plantOpinion } from './opinion-samples.ts';
import { plantUnits, quietDraft } from './report-way.ts';
import { plantWorkRecord } from './work-record-samples.ts';

interface Line {
  readonly code: string;
  readonly state: string;
  readonly taken: number;
  readonly unseen: readonly string[];
  readonly findings: readonly { readonly item: string; readonly words: string }[];
}

let world: World;
let supervisor: string;

beforeAll(async () => {
  world = await createWorld();
  supervisor = await world.signedIn(world.office, 'supervisor');
});
afterAll(() => world.close());

/** The lines of a unit in an assessment of its own, whose last day is over unless it is said. */
async function linesOf(
  unit: WorldOrgan,
  days: { readonly startsOn?: string; readonly endsOn?: string } = {},
) {
  const ids = await plantAssessment(world, world.office, {
    units: [unit],
    startsOn: '2025-12-01',
    endsOn: '2026-11-20',
    ...days,
  });
  const params = { ...ids, unitOrganId: unit.organId };
  const { body } = await world.call(assessmentRoutes.unit, { params }, supervisor);
  const lines = body['indicators'] as unknown as readonly Line[];
  return (code: string) => lines.find((one) => one.code === code);
}

const wordsOf = (line: Line | undefined) => line?.findings.map(({ words }) => words);

it('misses a training and an open day once the period is over, of whoever keeps a register of work', async () => {
  const { township } = world;
  const before = await linesOf(township);
  expect(before('C04')).toMatchObject({ state: 'notAssessable', findings: [] });
  expect(before('A07')?.unseen).toEqual(['本期没有培训']);

  await plantWorkRecord(world, township, {
    kind: 'meeting',
    title: '年初部署会',
    doneOn: '2026-02-03',
    facts: { form: '领导小组会议', persons: 12 },
  });
  await world.database.owner
    .updateTable('work_record')
    .set({ entered_at: new Date('2026-02-03T02:00:00.000Z') })
    .where('organ_id', '=', township.organId)
    .execute();
  const missed = await linesOf(township);
  expect(wordsOf(missed('C04'))).toEqual(['2025年12月1日至2026年11月20日没有登记举办的政府开放日']);
  expect(missed('C04')).toMatchObject({ state: 'assessed', taken: 50 });
  expect(wordsOf(missed('A07'))).toContain('2025年12月1日至2026年11月20日没有登记举办或者参加的培训');
  // There is time until the last day.
  const running = await linesOf(township, { endsOn: '2026-12-31' });
  expect(running('C04')).toMatchObject({ state: 'assessed', taken: 0, findings: [] });

  await plantWorkRecord(world, township, { doneOn: '2026-05-12' });
  const trained = await linesOf(township);
  expect(wordsOf(trained('A07'))?.join('')).not.toContain('培训');
});

it('counts a training in which somebody of the unit took part, wherever it was held', async () => {
  const { county } = world;
  const { regionId, recordId } = await plantWorkRecord(world, world.office, { doneOn: '2026-05-12' });
  const clerk = await world.newPerson(county, ['disclosureOfficer']);
  await world.database.server
    .insertInto('training_attendance')
    .values({
      region_id: regionId,
      record_id: recordId,
      account_id: clerk,
      attended_at: world.database.context.now(),
      right_answers: null,
      passed: null,
    })
    .execute();
  const line = await linesOf(county);
  expect(line('A07')?.unseen).toEqual([]);
  expect(wordsOf(line('A07'))?.join('')).not.toContain('培训');
  // A register of work is still not kept there.
  expect(line('C04')?.state).toBe('notAssessable');
});

it('counts public opinion by its hours, and leaves to a person what that costs', async () => {
  const { township } = world;
  expect((await linesOf(township))('C06')).toMatchObject({ state: 'notAssessable' });
  const found_at = new Date('2026-06-01T01:00:00.000Z');
  const { opinionId } = await plantOpinion(world, township, { found_at });
  const kept = await plantOpinion(world, township, { found_at: new Date('2026-07-01T01:00:00.000Z') });
  const waits = await plantOpinion(world, township, { found_at: new Date('2026-11-20T15:00:00.000Z') });
  await world.database.server
    .insertInto('opinion_release')
    .values({
      region_id: township.regionId,
      release_id: kept.opinionId,
      opinion_id: kept.opinionId,
      kind: 'information',
      released_at: new Date('2026-07-02T01:00:00.000Z'),
      channel: '门户',
      link: '',
      note: '',
      entered_by: await world.newPerson(township, []),
      entered_at: world.database.context.now(),
    })
    .execute();
  const line = (await linesOf(township))('C06');
  expect(line?.findings).toEqual([
    expect.objectContaining({
      item: `opinion/${township.regionId}/${opinionId}`,
      words: '2026年6月1日发现的政务舆情：回应应在 48 小时内，仍没有',
    }),
  ]);
  expect(JSON.stringify(line)).not.toContain(waits.opinionId);
  expect(line).toMatchObject({ state: 'notAssessable', taken: 0 });
});

it('holds the annual report against the one of the year before', async () => {
  const { township } = world;
  const freeze = async (reportYear: number) => {
    const { server, context } = world.database;
    const { key } = await plantReport(world, township, 'submitted', {
      reportYear,
      draft: { ...quietDraft(reportYear), sources: { t2: 'typed', t3: 'typed', t4: 'typed' } },
    });
    await server.transaction().execute(async (transaction) => {
      const loaded = await loadReport(transaction, key, { now: context.now() });
      const work = await findReportWork(transaction, key);
      if (loaded === null || work === undefined) throw new Error('no report');
      const own = { regionId: work.region_id, reportId: work.report_id, submission: 1 };
      await keepForBoard(transaction, own, loaded);
    });
  };
  await plantUnits(world, world.county, 2025, [township]);
  await freeze(2025);
  const alone = (await linesOf(township))('A06');
  expect(alone).toMatchObject({ state: 'notAssessable', findings: [] });
  expect(alone?.unseen).toEqual(['年度报告与本单位上年雷同', '年度报告与其他单位雷同']);
  await freeze(2024);
  const line = (await linesOf(township))('A06');
  expect(line).toMatchObject({ state: 'assessed', taken: 50, unseen: ['年度报告与其他单位雷同'] });
  expect(wordsOf(line)).toEqual(['2025年度报告与本单位2024年度报告的相似度为100%，超过50%']);
});

it('counts disputes by the days of the period, not of the calendar year', async () => {
  const { disputeId } = await plantDispute(world, world.county);
  const { owner } = world.database;
  const decided = async (on: string) => {
    await owner
      .updateTable('dispute')
      .set({ opened_on: '2025-10-01', settled_on: on })
      .where('dispute_id', '=', disputeId)
      .execute();
    await owner
      .updateTable('dispute_stage')
      .set({ accepted_on: '2025-10-01', decided_on: on })
      .where('dispute_id', '=', disputeId)
      .execute();
    return (await linesOf(world.county))('B05')?.findings.map(({ item }) => item);
  };
  const item = `dispute/${world.county.regionId}/${disputeId}`;
  expect(await decided('2025-11-30')).toEqual([]);
  expect(await decided('2025-12-01')).toEqual([item]);
  expect(await decided('2026-11-20')).toEqual([item]);
  expect(await decided('2026-11-21')).toEqual([]);
});
