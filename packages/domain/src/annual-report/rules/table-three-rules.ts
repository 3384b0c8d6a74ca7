import { formTable } from '../forms/registry.ts';
import {
  type CellId,
  type FormVersion,
  type RowId,
  TABLE_NAMES,
  TABLE_THREE_COLUMN_NAMES,
  TABLE_THREE_COLUMNS,
  type TableThreeColumn,
} from '../ids.ts';
import { defineRule } from './define.ts';
import { evaluateRelation, ownCells } from './relation.ts';
import type { CheckRule } from './rule.ts';
import { BALANCES, resultSum, TABLE_THREE_ROWS } from './tie-outs.ts';

const COMMON = { class: 'T3', severity: 'block', blank: 'U' } as const;
const VERSIONS = ['2021', '2019'] as const;

function formsWith(row: RowId): readonly FormVersion[] {
  return VERSIONS.filter((version) => formTable('t3', version).rows.some(({ id }) => id === row));
}

function rowName(row: RowId): string {
  const found = VERSIONS.flatMap((version) => formTable('t3', version).rows).find(({ id }) => id === row);
  return `${TABLE_NAMES.t3} ${found?.name ?? row}`;
}

const columnName = (column: TableThreeColumn): string =>
  `${TABLE_NAMES.t3} ${TABLE_THREE_COLUMN_NAMES[column]}`;

/** ρ_row = 0: the six applicant kinds make the total of the row. */
const ROW_RULES: readonly CheckRule[] = [...TABLE_THREE_ROWS].map(([row, relation]) =>
  defineRule(
    {
      ...COMMON,
      id: `AR-T3-ROW/${row}`,
      cells: ownCells(relation),
      forms: formsWith(row),
      message: '{row}：各类申请人之和{lhs}，总计{rhs}，相差{diff}。',
      basis: '算术',
    },
    (context, verdicts) => [
      evaluateRelation(context, relation, verdicts, ({ left, right, difference }) => ({
        row: rowName(row),
        lhs: left,
        rhs: right,
        diff: Math.abs(difference),
      })),
    ],
  ),
);

/** Cells of both forms' sums, each once: which of them count depends on the form of the table. */
function sumCells(column: TableThreeColumn): readonly CellId[] {
  const relations = VERSIONS.flatMap((version) => resultSum(version, column) ?? []);
  return [...new Set(relations.flatMap(ownCells))];
}

/** ρ_sum = 0: the outcomes （一） to （六） make （七）. */
const SUM_RULES: readonly CheckRule[] = TABLE_THREE_COLUMNS.map((column) =>
  defineRule(
    {
      ...COMMON,
      id: `AR-T3-SUM/${column}`,
      cells: sumCells(column),
      message: '{col}列：（一）至（六）之和{lhs}，（七）总计{rhs}，相差{diff}。',
      basis: '算术',
    },
    (context, verdicts) => {
      const version = context.report.tableForms.t3;
      const relation = version && resultSum(version, column);
      if (!relation) return [];
      return [
        evaluateRelation(context, relation, verdicts, ({ left, right, difference }) => ({
          col: columnName(column),
          lhs: left,
          rhs: right,
          diff: Math.abs(difference),
        })),
      ];
    },
  ),
);

/** ρ_bal = 0: what came in was handled or carried forward. */
const BALANCE_RULES: readonly CheckRule[] = [...BALANCES].map(([column, relation]) =>
  defineRule(
    {
      ...COMMON,
      id: `AR-T3-BAL/${column}`,
      cells: ownCells(relation),
      message: '{col}列：一＋二＝{lhs}，三（七）＋四＝{rhs}，相差{diff}。',
      basis: '统一格式表三注明的勾稽关系',
    },
    (context, verdicts) => [
      evaluateRelation(context, relation, verdicts, ({ left, right, difference }) => ({
        col: columnName(column),
        lhs: left,
        rhs: right,
        diff: Math.abs(difference),
      })),
    ],
  ),
);

export const TABLE_THREE_RULES: readonly CheckRule[] = [...ROW_RULES, ...SUM_RULES, ...BALANCE_RULES];
