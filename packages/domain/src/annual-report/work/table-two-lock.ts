import { tableTwoRow } from '../../disclosure/validity/normative-register.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { NormativeRegister } from '../../statistics/recorded-documents.ts';
import type { StatisticEntry } from '../../statistics/statistic-entry.ts';
import { STATISTIC_KINDS } from '../../statistics/statistic-kinds.ts';
import { REGISTER_COLUMN_NAMES, REGISTER_ROWS } from '../../statistics/table-two.ts';
import { yearTotals } from '../../statistics/year-totals.ts';
import type { CellId } from '../ids.ts';
import { differing, type FrozenYear, type MovedYear, movedYears } from './period-lock.ts';

interface Counting {
  /** Whether 失效 counts as 废止 [U]. */
  readonly countsExpired: boolean;
}

/** The cells that count each document of a register, by its id. */
function cellsByDocument(
  { documents, relations }: NormativeRegister,
  year: number,
  counting: Counting,
): ReadonlyMap<string, readonly CellId[]> {
  const cells = new Map<string, CellId[]>();
  for (const row of REGISTER_ROWS) {
    const counted = tableTwoRow(row, year, documents, relations, counting);
    for (const column of REGISTER_COLUMN_NAMES) {
      for (const { document } of counted[column]) {
        cells.set(document.id, [...(cells.get(document.id) ?? []), `t2.${row}/${column}`]);
      }
    }
  }
  return cells;
}

/** Where a document of one register stands in another: a record becomes the published document of its number, or the other way round. */
function sameDocument(id: string, before: NormativeRegister, after: NormativeRegister): string | undefined {
  if (after.documents.some((document) => document.id === id)) return id;
  const recordId = before.recordOf.get(id)?.recordId;
  return [...after.recordOf].find(([, record]) => record.recordId === recordId)?.[0];
}

/**
 * The frozen years whose table two would count a document of the register otherwise than it did. A document that comes in
 * only now moves nothing here: it is let in, and shown as a difference between report and register (AR-SRC-03).
 */
export const yearsMovedByRegister = (
  before: NormativeRegister,
  after: NormativeRegister,
  years: readonly FrozenYear[],
  counting: Counting,
): readonly MovedYear[] =>
  movedYears(years, (year) => {
    const was = cellsByDocument(before, year, counting);
    const is = cellsByDocument(after, year, counting);
    const moved = before.documents.flatMap(({ id }) => {
      const now = sameDocument(id, before, after);
      return differing(was.get(id) ?? [], now === undefined ? [] : (is.get(now) ?? []));
    });
    return [...new Set(moved)];
  });

/**
 * The frozen years whose totals of decisions or fees would change. A kind for which nothing was signed off was not counted
 * from the register, so that its first figure moves nothing.
 */
export const yearsMovedByFigures = (
  before: readonly StatisticEntry[],
  after: readonly StatisticEntry[],
  years: readonly FrozenYear[],
  today: CivilDate,
): readonly MovedYear[] =>
  movedYears(years, (year) => {
    const totals = new Map(yearTotals(after, year, today).map(({ kind, total }) => [kind, total]));
    return yearTotals(before, year, today).flatMap(({ kind, total }) =>
      total !== null && totals.get(kind) !== total ? [STATISTIC_KINDS[kind].cell] : [],
    );
  });
