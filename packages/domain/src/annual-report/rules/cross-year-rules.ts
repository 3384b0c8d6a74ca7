import { formForYear } from '../forms/registry.ts';
import {
  cellId,
  type RowId,
  TABLE_NAMES,
  TABLE_THREE_COLUMN_NAMES,
  TABLE_THREE_COLUMNS,
  type TableThreeColumn,
} from '../ids.ts';
import { lastYearsReport, PAIR, pairRule, strayNote } from './cross-year.ts';
import { defineRule, type MessageValues } from './define.ts';
import { evaluateRelation, lastYear, minus, ownCells, plus, type Relation, type Sides } from './relation.ts';
import type { CheckRule } from './rule.ts';
import { DOCUMENT_ROWS, tableTwoRowName } from './table-two-rules.ts';

function carriedIn(column: TableThreeColumn): CheckRule {
  const relation: Relation = {
    left: [plus(cellId('t3.carriedIn', column))],
    sign: '=',
    right: [lastYear(cellId('t3.carriedForward', column))],
  };
  const col = `${TABLE_NAMES.t3} ${TABLE_THREE_COLUMN_NAMES[column]}`;
  return defineRule(
    {
      ...PAIR,
      id: `AR-XYR-01/${column}`,
      class: 'XYR',
      severity: 'block',
      blank: 'U',
      waiver: 'reviewer',
      cells: ownCells(relation),
      message: '{col}列上年结转{a}，与上年度报告结转下年度{b}不一致。',
      basis: '统一格式',
    },
    pairRule((context, previous, verdicts) =>
      previous.tableForms.t3 === undefined
        ? [verdicts.notEvaluated('上年度报告没有统一格式的表三', { cells: ownCells(relation) })]
        : [
            evaluateRelation(context, relation, verdicts, ({ left, right }) => ({
              col,
              a: left,
              b: right,
            })),
          ],
    ),
  );
}

const PREVIOUS_ON_FILE = defineRule(
  {
    id: 'AR-XYR-02',
    class: 'XYR',
    severity: 'hint',
    message: '未找到上年度报告，跨年校验未执行。',
    basis: '统一格式',
  },
  (context, verdicts) => {
    const { reportYear } = context.report;
    // Nothing can be carried over from a year without a uniform form.
    if (reportYear !== null && !formForYear(reportYear - 1)) return [];
    if (lastYearsReport(context)) return [verdicts.pass()];
    const note = strayNote(context);
    return [verdicts.fail({}, note === undefined ? {} : { note })];
  },
);

interface RowRelation {
  readonly row: RowId;
  readonly relation: Relation;
}

/** A stock or a list of items carried from year to year, for several rows of table two. */
function carriedRows(
  id: string,
  version: '2019' | '2021',
  rows: readonly RowRelation[],
  message: string,
  values: (sides: Sides) => MessageValues,
): CheckRule {
  return defineRule(
    {
      ...PAIR,
      id,
      class: 'T2',
      severity: 'warn',
      blank: 'U',
      waiver: 'author',
      forms: [version],
      cells: rows.flatMap(({ relation }) => ownCells(relation)),
      message,
      basis: '算术',
    },
    pairRule((context, previous, verdicts) =>
      previous.tableForms.t2 === version
        ? rows.map(({ row, relation }) =>
            evaluateRelation(context, relation, verdicts, (sides) => ({
              row: tableTwoRowName(row),
              ...values(sides),
            })),
          )
        : [verdicts.notEvaluated(`上年度表二不是${version}版格式`)],
    ),
  );
}

const STOCK_OF_DOCUMENTS = carriedRows(
  'AR-T2-02',
  '2021',
  DOCUMENT_ROWS.map((row) => ({
    row,
    relation: {
      left: [lastYear(cellId(row, 'inForce')), plus(cellId(row, 'made')), minus(cellId(row, 'repealed'))],
      sign: '=',
      right: [plus(cellId(row, 'inForce'))],
    },
  })),
  '{row}：上年有效{a}＋制发{b}－废止{c}＝{d}，填报{e}，相差{f}。',
  ({ left, right, difference, figures: [a = 0, b = 0, c = 0] }) => ({
    a,
    b,
    c,
    d: left,
    e: right,
    f: Math.abs(difference),
  }),
);

const ITEM_ROWS: readonly RowId[] = [
  't2.licensing',
  't2.otherServices',
  't2.penalties',
  't2.coercion',
  't2.fees',
];

const ITEMS_OF_LAST_YEAR = carriedRows(
  'AR-T2-04',
  '2019',
  ITEM_ROWS.map((row) => ({
    row,
    relation: {
      left: [lastYear(cellId(row, 'previousItems')), lastYear(cellId(row, 'change'))],
      sign: '=',
      right: [plus(cellId(row, 'previousItems'))],
    },
  })),
  '{row}上一年项目数量应为{a}，填报{b}。',
  ({ left, right }) => ({ a: left, b: right }),
);

/** Two consecutive years (annual-report.md §§9.3, 9.6). */
export const CROSS_YEAR_RULES: readonly CheckRule[] = [
  ...TABLE_THREE_COLUMNS.map(carriedIn),
  PREVIOUS_ON_FILE,
  STOCK_OF_DOCUMENTS,
  ITEMS_OF_LAST_YEAR,
];
