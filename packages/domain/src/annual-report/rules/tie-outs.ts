import { formTable } from '../forms/registry.ts';
import {
  APPLICANT_KINDS,
  cellId,
  type FormVersion,
  type RowId,
  TABLE_THREE_COLUMNS,
  type TableThreeColumn,
} from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { plus, type Relation } from './relation.ts';

/** The printed tie-outs of one form (annual-report.md §§5.3, 6), worked out once. */
interface TieOuts {
  readonly rows: ReadonlyMap<RowId, Relation>;
  readonly sums: ReadonlyMap<TableThreeColumn, Relation>;
}

function tieOuts(version: FormVersion): TieOuts {
  const { rows } = formTable('t3', version);
  const leaves = rows.filter((row) => row.kind === 'leaf');
  return {
    rows: new Map(rows.map((row) => [row.id, rowRelation(row.id)])),
    sums: new Map(
      TABLE_THREE_COLUMNS.map((column) => [
        column,
        {
          left: leaves.map((leaf) => plus(cellId(leaf.id, column))),
          sign: '=',
          right: [plus(cellId('t3.resultTotal', column))],
        },
      ]),
    ),
  };
}

function rowRelation(row: RowId): Relation {
  return {
    left: APPLICANT_KINDS.map((kind) => plus(cellId(row, kind))),
    sign: '=',
    right: [plus(cellId(row, 'total'))],
    // Glued digits are split where six figures make the seventh.
    presumedByDerived: true,
  };
}

const TIE_OUTS: Readonly<Record<FormVersion, TieOuts>> = { '2019': tieOuts('2019'), '2021': tieOuts('2021') };

/** Σ kinds = total, for a row of either form. */
export const TABLE_THREE_ROWS: ReadonlyMap<RowId, Relation> = new Map([
  ...TIE_OUTS['2021'].rows,
  ...TIE_OUTS['2019'].rows,
]);

/** Σ leaves = （七）总计, by form because the leaves differ. */
export function resultSum(version: FormVersion, column: TableThreeColumn): Relation | undefined {
  return TIE_OUTS[version].sums.get(column);
}

/** 一 + 二 = 三（七） + 四, the same on both forms. */
export const BALANCES: ReadonlyMap<TableThreeColumn, Relation> = new Map(
  TABLE_THREE_COLUMNS.map((column) => [
    column,
    {
      left: [plus(cellId('t3.newlyReceived', column)), plus(cellId('t3.carriedIn', column))],
      sign: '=',
      right: [plus(cellId('t3.resultTotal', column)), plus(cellId('t3.carriedForward', column))],
    },
  ]),
);

/** Four results = total, one a block, the same on both forms. */
export const DISPUTE_SUMS: ReadonlyMap<RowId, Relation> = new Map(
  formTable('t4', '2021').rows.map((row) => [
    row.id,
    {
      left: row.columns.slice(0, -1).map((column) => plus(cellId(row.id, column.id))),
      sign: '=',
      right: [plus(cellId(row.id, 'total'))],
      presumedByDerived: true,
    },
  ]),
);

/** Every tie-out the report's tables are bound to, with the id of its rule. */
export function tieOutsOf(
  report: Pick<AnnualReport, 'tableForms'>,
): readonly (readonly [string, Relation])[] {
  const { t3, t4 } = report.tableForms;
  return [
    ...(t3 === undefined ? [] : TABLE_THREE_TIE_OUTS[t3]),
    ...(t4 === undefined ? [] : TABLE_FOUR_TIE_OUTS),
  ];
}

function prefixed(prefix: string, relations: ReadonlyMap<string, Relation>): [string, Relation][] {
  return [...relations].map(([key, relation]) => [`${prefix}/${key}`, relation]);
}

function tableThreeTieOuts(version: FormVersion): readonly (readonly [string, Relation])[] {
  const { rows, sums } = TIE_OUTS[version];
  return [...prefixed('AR-T3-ROW', rows), ...prefixed('AR-T3-SUM', sums), ...prefixed('AR-T3-BAL', BALANCES)];
}

const TABLE_THREE_TIE_OUTS = { '2019': tableThreeTieOuts('2019'), '2021': tableThreeTieOuts('2021') };
const TABLE_FOUR_TIE_OUTS = prefixed('AR-T4-SUM', DISPUTE_SUMS);
