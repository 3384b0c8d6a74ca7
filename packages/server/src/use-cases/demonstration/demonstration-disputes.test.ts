import { dutiesOfStages } from '@zhaoshi/domain/dispute/dispute-duties';
import { TABLE_FOUR_COLUMNS } from '@zhaoshi/domain/dispute/table-four';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDemonstrationDatabase } from '../../../test/demonstration-database.ts';
import type { TestDatabase } from '../../../test/test-database.ts';
import { disputesOfYear } from '../../db/queries/disputes.ts';
import { openDispute } from '../disputes/dispute-seal.ts';
import { dutyRulesOf } from '../disputes/duty-rules.ts';
import { countTableFour } from '../disputes/table-four-figures.ts';
import { MARK } from './people.ts';

const AT = new Date('2026-11-21T02:03:04.567Z');
const YEAR = { from: '2026-01-01' as CivilDate, to: '2026-11-21' as CivilDate };

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemonstrationDatabase();
});
afterAll(() => test.drop());

async function placed() {
  const rows = await test.server
    .selectFrom('organ')
    .select(['region_id as regionId', 'organ_id as organId', 'path', 'slug'])
    .execute();
  const organs = new Map(rows.map((organ) => [organ.organId, organ]));
  const disputes = await disputesOfYear(test.server, rows, YEAR);
  return {
    organs: rows,
    disputes: disputes.map((dispute) => ({ dispute, organ: organs.get(dispute.organId) })),
  };
}

it('the disputes of the demonstration are about its applications, on many grounds, and name nobody real', async () => {
  const rows = await test.server
    .selectFrom('dispute')
    .leftJoin('application', 'application.application_id', 'dispute.application_id')
    .select(['dispute_id', 'dispute.sealed', 'act', 'act_on', 'known_on', 'result_outcome', 'result_on'])
    .execute();
  const { secretBox } = test.context.services;
  const parties = rows.map(({ dispute_id, sealed }) => openDispute(secretBox, dispute_id, sealed).party);
  expect(parties.every((party) => party.endsWith(MARK))).toBe(true);
  const answered = rows.filter(({ act, result_on }) => act !== 'silence' && result_on !== null);
  expect(new Set(answered.map(({ result_outcome }) => result_outcome)).size).toBeGreaterThan(6);
  // Signed for at the counter: the day of the result is that on which it was known, and the letter is older.
  expect(answered.filter(({ known_on, result_on }) => known_on !== result_on)).toEqual([]);
  expect(answered.filter(({ act_on, known_on }) => (act_on ?? '9') >= (known_on ?? ''))).toEqual([]);
  const silences = rows.filter(({ act }) => act === 'silence');
  expect(silences.map(({ act_on, known_on }) => [act_on, known_on === null])).toEqual([
    [null, false],
    [null, false],
  ]);
});

it('stand in every column of table four', async () => {
  const { organs } = await placed();
  const counts = await countTableFour(test.server, organs, 2026, AT);
  const sum = (row: string): readonly number[] =>
    Object.keys(TABLE_FOUR_COLUMNS).map((column) =>
      [...counts.values()].reduce(
        (all, cells) => all + (cells[`t4.${row}/${column}` as keyof typeof cells] ?? 0),
        0,
      ),
    );
  expect(sum('reconsideration')).toEqual([2, 2, 2, 1, 7]);
  expect(sum('litigationDirect')).toEqual([0, 1, 0, 1, 2]);
  expect(sum('litigationAfterReconsideration')).toEqual([1, 0, 0, 1, 2]);
});

it('owe an answer, a new reply and a report on an opinion, and what was owed before was done in time', async () => {
  const { disputes } = await placed();
  const listed = disputes.flatMap(({ dispute, organ }) =>
    organ === undefined ? [] : [{ dispute, ...organ }],
  );
  const rulesFor = await dutyRulesOf(test.server, listed);
  const duties = listed.flatMap((one) =>
    dutiesOfStages(one.dispute.stages, rulesFor(one)).map((duty) => ({ ...duty, slug: one.slug })),
  );
  const open = duties.filter(({ isOwed }) => isOwed);
  expect(open.map(({ slug, kind }) => `${slug} ${kind}`).toSorted()).toEqual([
    'education opinion',
    'education performance',
    'resources answer',
  ]);
  expect(open.filter(({ due }) => due.date < YEAR.to)).toEqual([]);
  const done = duties.filter(({ doneOn }) => doneOn !== null);
  expect(new Set(done.map(({ kind }) => kind))).toEqual(new Set(['answer', 'performance', 'opinion']));
  expect(done.filter(({ doneOn, due }) => (doneOn ?? '') > due.date)).toEqual([]);
  // The reopened application was answered anew by what its own file says.
  const { disputes: all } = await placed();
  const ordered = all.find(
    ({ dispute, organ }) => organ?.slug === 'resources' && dispute.stages[0]?.ordersReply,
  );
  const performed = duties.find(({ slug, kind }) => slug === 'resources' && kind === 'performance');
  expect(ordered?.dispute.stages[0]?.performedOn).toBeNull();
  expect(performed?.doneOn).not.toBeNull();
});

it('say why they were lost, but for the one that nobody has looked into', async () => {
  const losses = await test.server.selectFrom('dispute_loss').select(['causes', 'measures']).execute();
  expect(losses.map(({ causes }) => causes).toSorted((a, b) => a.length - b.length)).toEqual([
    ['unanswered'],
    ['wrongNature', 'notSegregated'],
  ]);
  const events = await test.server.selectFrom('dispute_event').select('type').distinct().execute();
  expect(events.map(({ type }) => type).toSorted()).toEqual(['addStage', 'editStage', 'enter', 'recordLoss']);
});
