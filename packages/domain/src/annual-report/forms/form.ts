import type { CellId, FormVersion, RowId, TableId } from '../ids.ts';

/**
 * - `count`: integer ≥ 0 · `signedCount`: integer, 本年增/减 · `amountWan`: 万元, ≤ 6 decimals
 * - `amountWithUnit`: an amount whose unit the form leaves open (2019 采购总金额)
 */
export type CellType = 'count' | 'signedCount' | 'amountWan' | 'amountWithUnit';

export interface FormColumn {
  readonly id: string;
  readonly label: string;
  readonly type: CellType;
}

/** `inflow` 一、二 · `leaf` one outcome · `total` （七）总计 · `stock` 四、结转 · `plain` tables two and four. */
export type RowKind = 'inflow' | 'leaf' | 'total' | 'stock' | 'plain';

export interface FormRow {
  readonly id: RowId;
  /** Label as the template prints it, for example "1.属于国家秘密". */
  readonly label: string;
  /** Group labels above it, outermost first, for example ["三、本年度办理结果", "（三）不予公开"]. */
  readonly groups: readonly string[];
  /** Other writings met in published reports that mean this row (annual-report.md §12). */
  readonly acceptedLabels: readonly string[];
  readonly kind: RowKind;
  /** Name used in messages, for example "第三项（三）1". */
  readonly name: string;
  /** Number on the form (table three), or the block (table two: "20(1)"). */
  readonly number: string;
  /** Article of 条例 behind the row; empty where there is none. */
  readonly article: string;
  readonly columns: readonly FormColumn[];
}

export interface FormCell {
  readonly id: CellId;
  readonly table: TableId;
  readonly row: FormRow;
  readonly column: FormColumn;
  /** Full name for a reader, for example "表三 第三项（三）5 商业企业". */
  readonly name: string;
}

/** One slot of the printed table. */
export interface LayoutCell {
  readonly text?: string;
  readonly cell?: CellId;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Header role for accessible tables; absent for a figure. */
  readonly scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
}

/** The table as the official template prints it; only anchors are listed, spans cover the rest. */
export interface TableLayout {
  readonly columns: number;
  /** Relative widths, one a column. */
  readonly widths: readonly number[];
  readonly headerRows: number;
  readonly rows: readonly (readonly LayoutCell[])[];
}

export interface FormTable {
  readonly table: TableId;
  readonly version: FormVersion;
  readonly title: string;
  readonly rows: readonly FormRow[];
  readonly cells: readonly FormCell[];
  readonly layout: TableLayout;
}

export interface Form {
  readonly version: FormVersion;
  readonly fromYear: number;
  /** `null`: no later form is known. */
  readonly toYear: number | null;
  readonly source: string;
  readonly tables: Readonly<Record<TableId, FormTable>>;
}

/** Builds the cells of a table from its rows. */
export function cellsOf(table: TableId, tableName: string, rows: readonly FormRow[]): readonly FormCell[] {
  return rows.flatMap((row) =>
    row.columns.map((column) => ({
      id: `${row.id}/${column.id}`,
      table,
      row,
      column,
      name: `${tableName} ${row.name} ${column.label}`,
    })),
  );
}
