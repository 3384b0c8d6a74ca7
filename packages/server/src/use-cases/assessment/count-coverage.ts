import type { CounterName } from '@zhaoshi/domain/assessment/counters';
import type { FreshnessObject } from '@zhaoshi/domain/disclosure/freshness/freshness';
import { majorProjectCoverage } from '@zhaoshi/domain/disclosure/statutory-catalog/major-projects';
import {
  STATUTORY_CATALOG,
  type StatutoryCode,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import type { Kysely } from 'kysely';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import { publicColumns } from '../../db/queries/coverage-facts.ts';
import type { Schema } from '../../db/schema.ts';
import { hasBegun } from '../item-coverage/duty-waiting.ts';
import { type CoveredColumn, coverageOf, type OrganCoverage } from '../item-coverage/organ-coverage.ts';
import { type AssessedUnit, type Counted, type CountedDays, lastMoment } from './assessed-unit.ts';

/** Indicators that fail by an empty column, with the items of 条例20 that they look at. */
const EMPTY_COLUMNS = {
  planColumns: ['a20.03'],
  budgetColumns: ['a20.07', 'a20.09'],
  feeColumns: ['a20.08'],
  enforcementColumns: ['a20.05', 'a20.06'],
  welfareColumns: ['a20.11', 'a20.12', 'a20.13', 'a20.14'],
} as const satisfies Partial<Record<CounterName, readonly StatutoryCode[]>>;

const EMPTY_COUNTERS = Object.keys(EMPTY_COLUMNS) as readonly (keyof typeof EMPTY_COLUMNS)[];

/** What an organ that has not begun to publish cannot be judged by. */
const OF_COLUMNS: readonly CounterName[] = [...EMPTY_COUNTERS, 'staleColumns', 'columnsVeto', 'catalogGaps'];

const columnRow = (
  organ_id: string,
  counter: CounterName,
  { code, freshness }: CoveredColumn,
): CountedRow => ({
  organ_id,
  counter,
  item: `column/${code}`,
  words: `“${STATUTORY_CATALOG[code].column}”栏目（${STATUTORY_CATALOG[code].title}）：${freshness.words}`,
});

function columnRows(organ_id: string, { columns }: OrganCoverage): readonly CountedRow[] {
  const empty = EMPTY_COUNTERS.flatMap((counter) => {
    const codes: readonly string[] = EMPTY_COLUMNS[counter];
    return columns
      .filter(({ code, freshness }) => codes.includes(code) && freshness.state === 'empty')
      .map((column) => columnRow(organ_id, counter, column));
  });
  const stale = columns.filter(({ freshness }) => freshness.state === 'stale');
  return [...empty, ...stale.map((column) => columnRow(organ_id, 'staleColumns', column))];
}

const itemRows = (organ_id: string, { items }: OrganCoverage): readonly CountedRow[] =>
  items
    .filter(({ coverage: { state } }) => state === 'gap' || state === 'overdue')
    .map(({ row, coverage }) => ({
      organ_id,
      counter: 'catalogGaps',
      item: `item/${row.item_id}`,
      words: `“${coverage.title}”${coverage.state === 'gap' ? '没有公开' : `应在${coverage.overdueSince[0] ?? '期限'}以前公开，已逾期`}`,
    }));

/** The eight kinds of a unit that files documents by them; who files none by kind cannot be judged by kinds. */
function projectRows(organ_id: string, codes: readonly string[]): readonly CountedRow[] | null {
  if (!codes.some((code) => code.startsWith('a20.10.'))) return null;
  const { missing, words } = majorProjectCoverage(codes);
  return missing.map((code) => ({
    organ_id,
    counter: 'majorProjects',
    item: `column/${code}`,
    words: `重大建设项目：${words}`,
  }));
}

function blindTo(covered: OrganCoverage | undefined, projects: readonly CountedRow[] | null): CounterName[] {
  const begun = covered !== undefined && hasBegun(covered);
  return [
    ...(begun ? [] : OF_COLUMNS),
    ...(begun && covered.items.length === 0 ? (['catalogGaps'] as const) : []),
    ...(projects === null ? (['majorProjects'] as const) : []),
  ];
}

export interface CountedCoverage extends Counted {
  /** Columns of units that have begun, for the single vetoes. */
  readonly columns: ReadonlyMap<string, readonly FreshnessObject[]>;
}

/** Columns, items of the standard catalogue and kinds of major projects, as they stand on the last day that counts. */
export async function countCoverage(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  days: CountedDays,
): Promise<CountedCoverage> {
  const until = lastMoment(days);
  const found = await coverageOf(database, units, { today: days.to, now: until });
  const ids = units.map(({ organ_id }) => organ_id);
  const filed = Map.groupBy(await publicColumns(database, ids, until), ({ organ_id }) => organ_id);
  const rows: CountedRow[] = [];
  const blind = new Map<string, CounterName[]>();
  const columns = new Map<string, readonly FreshnessObject[]>();
  for (const organ_id of ids) {
    const covered = found.get(organ_id);
    const codes = (filed.get(organ_id) ?? []).map(({ catalog_code }) => catalog_code);
    const projects = projectRows(organ_id, codes);
    blind.set(organ_id, blindTo(covered, projects));
    rows.push(...(projects ?? []));
    if (covered === undefined || !hasBegun(covered)) continue;
    rows.push(...columnRows(organ_id, covered), ...itemRows(organ_id, covered));
    columns.set(
      organ_id,
      covered.columns.map(({ object }) => object),
    );
  }
  return { rows, blind, columns };
}
