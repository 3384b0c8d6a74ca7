import type { FormRow, RowKind } from '../forms/form.ts';
import { formTable } from '../forms/registry.ts';
import { type CellId, cellId, type FormVersion, TABLE_THREE_COLUMNS } from '../ids.ts';
import type { CellValues } from '../report.ts';

/** A cell's part in one equation: it enters the residual with this sign. */
export interface SignatureTerm {
  readonly equation: number;
  readonly sign: 1 | -1;
}

/**
 * Table three as a linear system (annual-report.md §5.3). Cells are numbered row by row, seven a row;
 * equations: first the rows, then the seven result sums, then the seven balances.
 */
export interface TableThreeSystem {
  readonly rows: readonly FormRow[];
  readonly cells: readonly CellId[];
  /** By cell number: every equation the cell stands in. */
  readonly signatures: readonly (readonly SignatureTerm[])[];
  /** By equation number: the rule that checks it. */
  readonly rules: readonly string[];
}

export const COLUMN_COUNT = TABLE_THREE_COLUMNS.length;
export const TOTAL_COLUMN = COLUMN_COUNT - 1;

/** Sign in the row equation: Σ kinds − total. */
function rowSign(column: number): 1 | -1 {
  return column === TOTAL_COLUMN ? -1 : 1;
}

const SUM_SIGN: Readonly<Partial<Record<RowKind, 1 | -1>>> = { leaf: 1, total: -1 };
const BALANCE_SIGN: Readonly<Partial<Record<RowKind, 1 | -1>>> = { inflow: 1, total: -1, stock: -1 };

function systemOf(version: FormVersion): TableThreeSystem {
  const { rows } = formTable('t3', version);
  const firstSum = rows.length;
  const firstBalance = firstSum + COLUMN_COUNT;
  const signatures = rows.flatMap((row, rowIndex) =>
    TABLE_THREE_COLUMNS.map((_, column) => {
      const terms: SignatureTerm[] = [{ equation: rowIndex, sign: rowSign(column) }];
      const sum = SUM_SIGN[row.kind];
      const balance = BALANCE_SIGN[row.kind];
      if (sum !== undefined) terms.push({ equation: firstSum + column, sign: sum });
      if (balance !== undefined) terms.push({ equation: firstBalance + column, sign: balance });
      return terms;
    }),
  );
  return {
    rows,
    cells: rows.flatMap((row) => TABLE_THREE_COLUMNS.map((column) => cellId(row.id, column))),
    signatures,
    rules: [
      ...rows.map((row) => `AR-T3-ROW/${row.id}`),
      ...TABLE_THREE_COLUMNS.map((column) => `AR-T3-SUM/${column}`),
      ...TABLE_THREE_COLUMNS.map((column) => `AR-T3-BAL/${column}`),
    ],
  };
}

export const TABLE_THREE_SYSTEMS: Readonly<Record<FormVersion, TableThreeSystem>> = {
  '2019': systemOf('2019'),
  '2021': systemOf('2021'),
};

/** What the report prints, by cell number, and what the equations say of it, by equation number. */
export interface Evidence {
  readonly system: TableThreeSystem;
  /** `null` where no figure stands. */
  readonly figures: readonly (number | null)[];
  /**
   * 0 when the equation holds, `null` when it cannot be tested: a figure is missing, or a row holds derived
   * figures, which were split by that very row (§12).
   */
  readonly residuals: readonly (number | null)[];
}

/** Residuals of all equations of table three (§5.3): Σ kinds − total, Σ leaves − （七）, 一 + 二 − （七） − 四. */
export function tableThreeEvidence(version: FormVersion, values: CellValues): Evidence {
  const system = TABLE_THREE_SYSTEMS[version];
  const figures: (number | null)[] = [];
  const residuals: (number | null)[] = system.rules.map(() => 0);
  for (const [index, terms] of system.signatures.entries()) {
    const id = system.cells[index];
    const cell = id === undefined ? undefined : values[id];
    const figure = cell?.value ?? null;
    figures.push(figure);
    for (const { equation, sign } of terms) {
      const residual = residuals[equation] ?? null;
      const rowOfDerived = cell?.state === 'derived' && equation < system.rows.length;
      residuals[equation] =
        residual === null || figure === null || rowOfDerived ? null : residual + sign * figure;
    }
  }
  return { system, figures, residuals };
}
