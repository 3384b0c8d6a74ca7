import type { CellId, RowId, TableThreeColumn } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { cellsOfList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import { isTableThreeColumn } from '@zhaoshi/domain/application/table-three';
import { DISPUTE_KINDS } from '@zhaoshi/domain/dispute/dispute';
import { cellValue } from '@zhaoshi/domain/statistics/figure';
import { countedFigure } from '@zhaoshi/domain/statistics/statistic-entry';
import { STATISTIC_KINDS } from '@zhaoshi/domain/statistics/statistic-kinds';
import type { Kysely } from 'kysely';
import { pageOf } from '../../db/page.ts';
import { listCellCases } from '../../db/queries/application-figures.ts';
import type { MemberReportRow } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { flowsOf } from './counted-cells.ts';
import type { LoadedReport } from './loaded-report.ts';
import { reportedTableFour, reportedTableTwo } from './reported-figures.ts';

/** One thing that a cell counts, with how much of the figure it is. */
export interface CellItem {
  readonly kind: 'application' | 'dispute' | 'document' | 'statistic' | 'member';
  readonly regionId: string;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly amount: number | null;
}

interface CellPage {
  readonly items: CellItem[];
  readonly nextCursor: string | null;
}

export interface CellAsked {
  readonly cell: CellId;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly now: Date;
}

const whole = (items: readonly CellItem[]): CellPage => ({ items: [...items], nextCursor: null });

async function documentsAndEntries(
  database: Kysely<Schema>,
  { organs, key }: LoadedReport,
  { cell, now }: CellAsked,
): Promise<readonly CellItem[]> {
  const cells = await reportedTableTwo(database, organs, key.reportYear, now);
  const found = cells.find((one) => one.cell === cell);
  if (found === undefined) return [];
  return [
    ...found.documents.map(({ document }) => ({
      kind: 'document' as const,
      regionId: key.regionId,
      id: document.id,
      title: document.title,
      detail: `${document.documentNumber}，${document.dateOfDocument}`,
      amount: 1,
    })),
    ...found.entries.map((entry) => {
      const figure = countedFigure(entry);
      return {
        kind: 'statistic' as const,
        regionId: key.regionId,
        id: entry.entryId,
        title: `${entry.month}月${entry.unit === '' ? '' : ` ${entry.unit}`}`,
        detail: STATISTIC_KINDS[entry.kind].title,
        amount: figure === null ? null : cellValue(entry.kind, figure),
      };
    }),
  ];
}

const placeOf = (cell: CellId): { readonly row: RowId; readonly column: TableThreeColumn } | null => {
  const [row = '', column = ''] = cell.split('/');
  return isTableThreeColumn(column) ? { row: row as RowId, column } : null;
};

async function applications(
  database: Kysely<Schema>,
  { organs, key, version }: LoadedReport,
  { cell, cursor, limit }: CellAsked,
): Promise<CellPage> {
  const place = placeOf(cell);
  if (place === null) return whole([]);
  const rows = await listCellCases(database, {
    ...flowsOf(organs, key.reportYear),
    ...place,
    form: version,
    cursor,
    limit,
  });
  return pageOf(
    rows ?? [],
    limit,
    (row) => [row.receipt_date ?? '', row.application_id],
    (row): CellItem => ({
      kind: 'application',
      regionId: row.region_id,
      id: row.application_id,
      title: row.registration_number,
      detail: row.summary,
      amount: 1,
    }),
  );
}

async function disputes(
  database: Kysely<Schema>,
  { organs, key }: LoadedReport,
  { cell, now }: CellAsked,
): Promise<readonly CellItem[]> {
  const { cells } = await reportedTableFour(database, organs, key.reportYear, now);
  const counted = cells.find((one) => one.cell === cell)?.disputes ?? [];
  return counted.map(({ dispute }) => ({
    kind: 'dispute',
    regionId: dispute.regionId,
    id: dispute.disputeId,
    // Not the other party: who reads figures need not know whom they are about.
    title: dispute.stages.at(-1)?.number || '（没有案号）',
    detail: DISPUTE_KINDS[dispute.kind],
    amount: 1,
  }));
}

/** What each unit contributes; one without the figure is named with none. */
const members = (rows: readonly MemberReportRow[], cell: CellId): readonly CellItem[] =>
  rows.map(({ region_id, organ_id, name, table_forms, figures, status }) => {
    const cells =
      table_forms === null || figures === null
        ? {}
        : cellsOfList(
            JSON.parse(table_forms) as AnnualReport['tableForms'],
            JSON.parse(figures) as (number | null)[],
          );
    return {
      kind: 'member',
      regionId: region_id,
      id: organ_id,
      title: name,
      detail: figures === null ? '没有报送' : status === null ? '' : REPORT_STATUSES[status],
      amount: cells[cell]?.value ?? null,
    };
  });

/** Everything behind a cell as it stands now; a government's cell opens its members. */
export async function cellItems(
  database: Kysely<Schema>,
  loaded: LoadedReport,
  asked: CellAsked,
): Promise<CellPage> {
  if (loaded.region !== null) return whole(members(loaded.region.rows, asked.cell));
  if (asked.cell.startsWith('t2.')) return whole(await documentsAndEntries(database, loaded, asked));
  if (asked.cell.startsWith('t3.')) return await applications(database, loaded, asked);
  return whole(await disputes(database, loaded, asked));
}
