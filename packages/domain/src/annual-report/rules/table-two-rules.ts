import { figureOf } from '../figures.ts';
import { formTable } from '../forms/registry.ts';
import { type CellId, cellId, type RowId, TABLE_NAMES } from '../ids.ts';
import { organKindOf } from '../organ-kind.ts';
import type { AnnualReport, OrganKind } from '../report.ts';
import { defineRule, type Evaluation } from './define.ts';
import { evaluateRelation, ownCells, plus, type Relation } from './relation.ts';
import type { CheckRule } from './rule.ts';
import type { CheckSettings } from './settings.ts';

/** 规章 and 规范性文件, the rows that count documents. */
export const DOCUMENT_ROWS: readonly RowId[] = ['t2.administrativeRule', 't2.normativeDocument'];

const rowLabels = new Map(
  [...formTable('t2', '2019').rows, ...formTable('t2', '2021').rows].map((row) => [row.id, row.label]),
);

export const tableTwoRowName = (row: RowId): string => `${TABLE_NAMES.t2} ${rowLabels.get(row) ?? row}`;

const RULE_COLUMNS = ['made', 'repealed', 'inForce', 'newlyMade', 'newlyDisclosed', 'totalDisclosed'];
const RULE_CELLS: readonly CellId[] = RULE_COLUMNS.map((column) => cellId('t2.administrativeRule', column));

/** Kinds of organs that make 规章 or do not; for the others the name has to tell. */
const RULE_MAKERS: Readonly<Partial<Record<OrganKind, boolean>>> = {
  cityGovernment: true,
  provinceGovernment: true,
  township: false,
  subdistrictOffice: false,
  countyGovernment: false,
};

/** 规章制定程序条例2: ministries, provinces, cities divided into districts; `undefined` where the name does not tell. */
function mayMakeRules(report: AnnualReport, settings: CheckSettings): boolean | undefined {
  if (report.organ !== null && settings.ruleMakingOrgans.includes(report.organ)) return true;
  const kind = organKindOf(report);
  const name = report.organ ?? '';
  // Ministries and offices of the State Council do make rules; a government's own report follows its level.
  if (kind === 'department') return /^(?:国家|国务院|中国|中华)|部$/.test(name) ? undefined : false;
  if (kind === 'governmentOrgan') return /[县区旗]人民政府/.test(name) ? false : undefined;
  return kind === null ? undefined : RULE_MAKERS[kind];
}

const rulesOfOthers: Evaluation = ({ report, settings }, verdicts) => {
  const cells = RULE_CELLS.filter((cell) => report.cells[cell] !== undefined);
  const wrong = cells.filter((cell) => (figureOf(report, cell) ?? 0) !== 0);
  const may = mayMakeRules(report, settings);
  if (may || wrong.length === 0) return [verdicts.pass({ cells })];
  if (may === undefined) return [verdicts.notEvaluated('无法判断本单位有无规章制定权', { cells })];
  const value = wrong.map((cell) => figureOf(report, cell)).join('、');
  return [
    verdicts.fail(
      { value },
      {
        cells: wrong,
        left: value,
        right: 0,
        suggestion: {
          text: '规章各项应为0；若为行政规范性文件，请填入下一行。',
          cells: wrong.map((cell) => ({ cell, value: 0 })),
          certainty: 'likely',
        },
      },
    ),
  ];
};

const madeAgainstStock = DOCUMENT_ROWS.map((row) => ({
  row,
  relation: {
    left: [plus(cellId(row, 'made'))],
    sign: '≤',
    right: [plus(cellId(row, 'inForce')), plus(cellId(row, 'repealed'))],
  } satisfies Relation,
}));

const disclosedAgainstNew = DOCUMENT_ROWS.map((row) => ({
  row,
  relation: {
    left: [plus(cellId(row, 'totalDisclosed'))],
    sign: '≥',
    right: [plus(cellId(row, 'newlyDisclosed'))],
  } satisfies Relation,
}));

const PROJECTS = cellId('t2.procurement', 'projects');
const AMOUNT = cellId('t2.procurement', 'amount');

const procurement: Evaluation = ({ report }, verdicts) => {
  const cells = [PROJECTS, AMOUNT];
  const [projects, amount] = [figureOf(report, PROJECTS), figureOf(report, AMOUNT)];
  if (projects === null || amount === null) {
    return [
      verdicts.notEvaluated('采购项目数量或总金额无数字', {
        cells,
        missing: cells.filter((cell) => figureOf(report, cell) === null),
      }),
    ];
  }
  const details = { cells, left: projects, right: amount };
  return projects > 0 === amount > 0
    ? [verdicts.pass(details)]
    : [verdicts.fail({ a: projects, b: amount }, details)];
};

const COMMON = { class: 'T2', waiver: 'author', blank: 'U', basis: '算术' } as const;

/** Table two inside one year (annual-report.md §9.3); AR-T2-02 and -04 are about two years. */
export const TABLE_TWO_RULES: readonly CheckRule[] = [
  defineRule(
    {
      ...COMMON,
      id: 'AR-T2-01',
      severity: 'block',
      waiver: 'reviewer',
      cells: RULE_CELLS,
      message: '本单位无规章制定权，规章应为0：{value}。',
      basis: '规章制定程序条例；立法法',
    },
    rulesOfOthers,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-T2-03',
      severity: 'warn',
      forms: ['2021'],
      cells: madeAgainstStock.flatMap(({ relation }) => ownCells(relation)),
      message: '{row}本年制发{a}件多于有效与废止之和{b}。',
    },
    (context, verdicts) =>
      madeAgainstStock.map(({ row, relation }) =>
        evaluateRelation(context, relation, verdicts, ({ left, right }) => ({
          row: tableTwoRowName(row),
          a: left,
          b: right,
        })),
      ),
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-T2-05',
      severity: 'hint',
      forms: ['2019'],
      cells: disclosedAgainstNew.flatMap(({ relation }) => ownCells(relation)),
      message: '{row}对外公开总数量小于本年新公开数量。',
    },
    (context, verdicts) =>
      disclosedAgainstNew.map(({ row, relation }) =>
        evaluateRelation(context, relation, verdicts, () => ({ row: tableTwoRowName(row) })),
      ),
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-T2-06',
      severity: 'hint',
      forms: ['2019'],
      cells: [PROJECTS, AMOUNT],
      message: '采购项目数与金额不匹配：{a} / {b}。',
    },
    procurement,
  ),
];
