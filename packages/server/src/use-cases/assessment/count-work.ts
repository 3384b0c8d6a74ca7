import { yearsOf } from '@zhaoshi/domain/assessment/period';
import { DISPUTE_KINDS } from '@zhaoshi/domain/dispute/dispute';
import type { TableFourCell } from '@zhaoshi/domain/dispute/table-four';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import type { Kysely } from 'kysely';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import { titlesOf } from '../../db/queries/assessment-facts.ts';
import type { KeptDispute } from '../../db/queries/disputes.ts';
import type { Schema } from '../../db/schema.ts';
import { tableFourLists } from '../disputes/table-four-figures.ts';
import { documentLightRules } from '../documents/document-context.ts';
import { type OwedForDocument, owedFeedback, owedInterpretations } from '../reminders/owed-documents.ts';
import { type AssessedUnit, type Counted, type CountedDays, lastMoment } from './assessed-unit.ts';
import { countReports } from './count-reports.ts';

/** Disputes that ended with a correction within the period, by the lists of table four of its calendar years. */
async function countDisputes(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  days: CountedDays,
): Promise<readonly CountedRow[]> {
  const organs = units.map(({ region_id, organ_id, path }) => ({
    regionId: region_id,
    organId: organ_id,
    path,
  }));
  const rows: CountedRow[] = [];
  for (const year of yearsOf(days)) {
    const lists = await tableFourLists(database, organs, year, lastMoment(days));
    for (const [organ_id, cells] of lists)
      rows.push(...cells.flatMap((cell) => rectified(organ_id, cell, days)));
  }
  return rows;
}

/** The disputes of a cell whose result came within the period, where the cell is one of 结果纠正. */
const rectified = (
  organ_id: string,
  { cell, disputes }: TableFourCell<KeptDispute>,
  { from }: CountedDays,
): readonly CountedRow[] =>
  !cell.endsWith('/rectified')
    ? []
    : disputes
        .filter(({ standing }) => standing.state === 'settled' && standing.on >= from)
        .map(({ dispute }) => ({
          organ_id,
          counter: 'disputesRectified',
          item: `dispute/${dispute.regionId}/${dispute.disputeId}`,
          words: `${DISPUTE_KINDS[dispute.kind]}${dispute.stages.at(-1)?.number ?? ''}：结果纠正`,
        }));

/** What public documents lack: interpretations, and what became of comments. */
async function countOwed(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  { to }: CountedDays,
): Promise<readonly CountedRow[]> {
  const ids = units.map(({ organ_id }) => organ_id);
  const rulesAt = await documentLightRules(
    database,
    to,
    units.map(({ path }) => path),
  );
  const rules = new Map<string, Awaited<ReturnType<typeof rulesAt>>>();
  const calendar = await rulesAt('');
  for (const { organ_id, path } of units) rules.set(organ_id, await rulesAt(path));
  const rulesOf = (organId: string) => rules.get(organId) ?? calendar;
  const interpretations = await owedInterpretations(database, ids, { rulesOf, today: to });
  const feedback = await owedFeedback(database, ids);
  const owed = [...interpretations, ...feedback].filter(({ owedFrom }) => owedFrom <= to);
  const titles = await titlesOf(database, owed);
  const row = (one: OwedForDocument): CountedRow => ({
    organ_id: one.organId,
    counter: one.duty === 'feedback' ? 'draftsWithoutFeedback' : 'uninterpreted',
    item: `document/${one.regionId}/${one.documentId}`,
    words: `${inBookMarks(titles.get(one.documentId) ?? '')}${one.duty === 'feedback' ? '征集期满，没有公布采纳情况' : '公开后没有解读'}`,
  });
  return owed.map(row);
}

/** Disputes, documents that lack their companions, and annual reports. */
export async function countWork(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  days: CountedDays,
): Promise<Counted> {
  const reports = await countReports(database, units, days);
  const disputes = await countDisputes(database, units, days);
  const owed = await countOwed(database, units, days);
  return { rows: [...reports.rows, ...disputes, ...owed], blind: reports.blind };
}
