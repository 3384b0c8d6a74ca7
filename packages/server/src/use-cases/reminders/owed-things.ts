import type { OwedThing } from '@zhaoshi/domain/disclosure/reminders/duty-stages';
import { addDays, type CivilDate, civilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import { hangingPosters, type OrganWithDuties, openVoices } from '../../db/queries/owed-duties.ts';
import type { Schema } from '../../db/schema.ts';
import type { DocumentLightRules } from '../documents/document-context.ts';
import { hasBegun } from '../item-coverage/duty-waiting.ts';
import { type CoveredColumn, type CoveredItem, coverageOf } from '../item-coverage/organ-coverage.ts';
import { reevaluationsOf } from '../reevaluation/reevaluation-queue.ts';
import { owedByVillages } from '../village/owed-by-villages.ts';
import { deadLinks } from './dead-links.ts';
import { owedFeedback, owedInterpretations } from './owed-documents.ts';
import { owedReports } from './owed-reports.ts';
import { owedRhythm } from './owed-rhythm.ts';

/** What an organ owes. */
interface OwedByOrgan extends OwedThing {
  readonly organId: string;
}

export interface OwedContext {
  readonly today: CivilDate;
  readonly now: Date;
  readonly rulesOf: (organId: string) => DocumentLightRules;
}

/** A thing that is owed from the day after its last one on. */
const dated = (
  duty: OwedThing['duty'],
  id: string,
  dueOn: CivilDate,
  warnsOn: CivilDate | null = null,
): OwedThing => ({ duty, id, dueOn, owedFrom: addDays(dueOn, 1), warnsOn });

/** A day of a year that always has it. */
function dayOf(year: number, month: number, day: number): CivilDate {
  const found = civilDate(year, month, day);
  if (found === undefined) throw new RangeError(`${year}-${month}-${day}`);
  return found;
}

/** In December it is told what the year still lacks. */
const LACKS_MONTH = 12;

function owedOfItem({ row, coverage }: CoveredItem, today: CivilDate): readonly OwedThing[] {
  const { item_id: id } = row;
  const { state, overdueSince, nextDueOn } = coverage;
  const year = yearOf(today);
  const ofYear: OwedThing = {
    duty: 'itemOfYear',
    id,
    dueOn: dayOf(year, 12, 31),
    owedFrom: dayOf(year + 1, 1, 1),
    warnsOn: dayOf(year, LACKS_MONTH, 1),
  };
  return [
    ...overdueSince.map((due) => dated('item', id, due)),
    ...(nextDueOn === null ? [] : [dated('item', id, nextDueOn)]),
    ...(state === 'gap' && nextDueOn === null ? [ofYear] : []),
  ];
}

/** An empty column is owed anew every year, as the statement that nothing was made is. */
function owedOfColumn(
  { code, freshness: { state, freshUntil, warnsOn } }: CoveredColumn,
  today: CivilDate,
): readonly OwedThing[] {
  if (state === 'empty') {
    const begin = dayOf(yearOf(today), 1, 1);
    return [{ duty: 'emptyColumn', id: code, dueOn: begin, owedFrom: begin, warnsOn: null }];
  }
  return freshUntil === null ? [] : [dated('column', code, freshUntil, warnsOn)];
}

async function owedByCoverage(
  database: Kysely<Schema>,
  organs: readonly OrganWithDuties[],
  { today, now }: OwedContext,
): Promise<readonly OwedByOrgan[]> {
  const covered = await coverageOf(
    database,
    organs.filter(({ kind }) => kind !== 'village'),
    { today, now },
  );
  return [...covered].flatMap(([organId, coverage]) =>
    (hasBegun(coverage)
      ? [
          ...coverage.items.flatMap((item) => owedOfItem(item, today)),
          ...coverage.columns.flatMap((column) => owedOfColumn(column, today)),
        ]
      : []
    ).map((thing) => ({ ...thing, organId })),
  );
}

/** A review is owed on its day itself. */
async function owedReviews(
  database: Kysely<Schema>,
  organIds: readonly string[],
  today: CivilDate,
): Promise<readonly OwedByOrgan[]> {
  const condition = sql<boolean>`organ.organ_id = any(${[...organIds]}::uuid[])`;
  const queue = await reevaluationsOf(database, condition, today);
  return queue.map(({ about, due: { id, dueOn } }) => ({
    duty: 'reevaluation',
    id,
    dueOn,
    owedFrom: dueOn,
    warnsOn: null,
    organId: about.row.organ_id,
  }));
}

async function owedPosters(
  database: Kysely<Schema>,
  organIds: readonly string[],
): Promise<readonly OwedByOrgan[]> {
  const rows = await hangingPosters(database, organIds);
  return rows.map(({ organ_id, posting_id: id, planned_on, outdated_on }) => ({
    ...(outdated_on === null
      ? dated('poster', id, planned_on)
      : { duty: 'withdrawnPoster', id, dueOn: outdated_on, owedFrom: outdated_on, warnsOn: null }),
    organId: organ_id,
  }));
}

/** Everything that organs owe the public by themselves, or soon will: from the registers only. */
export async function owedThings(
  database: Kysely<Schema>,
  organs: readonly OrganWithDuties[],
  context: OwedContext,
): Promise<readonly OwedByOrgan[]> {
  const ids = organs.map(({ organ_id }) => organ_id);
  const keys = organs.map(({ region_id, organ_id }) => ({ regionId: region_id, organId: organ_id }));
  const voices = (await openVoices(database, ids)).map(({ organ_id, voice_id, due_on }) => ({
    ...dated('voice', voice_id, due_on),
    organId: organ_id,
  }));
  return [
    ...(await owedByCoverage(database, organs, context)),
    ...(await owedInterpretations(database, ids, context)),
    ...(await owedReviews(database, ids, context.today)),
    ...(await owedPosters(database, ids)),
    ...voices,
    ...(await owedFeedback(database, ids)),
    ...(await deadLinks(database, ids)),
    ...(await owedReports(database, ids, context.today)),
    ...(await owedRhythm(database, keys, context.today)),
    ...(await owedByVillages(database, organs, context.today)),
  ];
}
