import { EVERY_CELL } from '../forms/registry.ts';
import { type CellId, cellId, type RowId, type TableId } from '../ids.ts';
import { compareTyped, type TypedCell } from '../live/compare-typed.ts';
import { defineRule, type Evaluation, failuresOrPass, type RuleSpec, type Verdicts } from './define.ts';
import type { CountedCells, DecisionKind, RegisterFacts } from './register-facts.ts';
import type { CheckResult, CheckRule } from './rule.ts';
import { tableTwoRowName } from './table-two-rules.ts';

const COMMON = {
  class: 'SRC',
  needs: ['report', 'register'],
  blank: 'U',
} as const satisfies Partial<RuleSpec>;

const cellsOfTable = (table: TableId): readonly CellId[] =>
  EVERY_CELL.filter((cell) => cell.startsWith(`${table}.`));

/** Blanks as one result, because one habit leaves many of them. */
function blankResults(blank: readonly TypedCell[], verdicts: Verdicts): readonly CheckResult[] {
  const [first] = blank;
  if (first === undefined) return [];
  const missing = blank.map(({ cell }) => cell);
  const more = blank.length > 1 ? `等${blank.length}格` : '';
  return [verdicts.notEvaluated(`${first.name}${more}无数字`, { cells: missing, missing, key: 'blank' })];
}

type CellFailure = (cell: TypedCell) => CheckResult;

/** Cells beside their register: what breaks, what is blank, or one pass. */
function judged(
  compared: readonly TypedCell[],
  verdicts: Verdicts,
  fail: CellFailure,
  isWrong: (difference: number) => boolean = (difference) => difference !== 0,
): readonly CheckResult[] {
  const wrong = compared.filter(({ difference }) => difference !== null && isWrong(difference));
  const blank = compared.filter(({ difference }) => difference === null);
  return failuresOrPass([...wrong.map(fail), ...blankResults(blank, verdicts)], verdicts);
}

const sides = ({ cell, typed, counted, difference }: TypedCell) => ({
  cells: [cell],
  left: typed,
  right: counted,
  difference,
});

/** A table that a register counts: every cell of it is the count of its cases. */
function countRule(table: 't3' | 't4', spec: Pick<RuleSpec, 'id' | 'message'>): CheckRule {
  const [key, register] =
    table === 't3' ? (['tableThree', '申请台账'] as const) : (['tableFour', '复议诉讼台账'] as const);
  return defineRule(
    {
      ...COMMON,
      ...spec,
      severity: 'block',
      waiver: 'reviewer',
      cells: cellsOfTable(table),
      basis: '数据“统得出、报得准、可核查”',
    },
    (context, verdicts) => {
      const counted = context.register?.[key];
      if (counted === undefined) return [verdicts.notEvaluated(`未接入${register}`)];
      const ofTable = compareTyped(context.report, counted).filter(({ cell }) => cell.startsWith(table));
      return judged(ofTable, verdicts, (one) =>
        verdicts.fail({ cell: one.name, a: one.typed ?? '', b: one.counted }, sides(one)),
      );
    },
  );
}

const DOCUMENTS: RowId = 't2.normativeDocument';
const DOCUMENT_WORDS = { inForce: '现行有效', made: '本年制发' } as const;
type DocumentColumn = keyof typeof DOCUMENT_WORDS;
const DOCUMENT_COLUMNS: readonly DocumentColumn[] = ['inForce', 'made'];

const documentsOnPlatform: Evaluation = (context, verdicts) => {
  const documents = context.register?.normativeDocuments;
  if (documents === undefined) return [verdicts.notEvaluated('未接入规范性文件库')];
  const columns = new Map(DOCUMENT_COLUMNS.map((column) => [cellId(DOCUMENTS, column), column]));
  const counted = Object.fromEntries([...columns].map(([cell, column]) => [cell, documents[column]]));
  return judged(compareTyped(context.report, counted), verdicts, (one) =>
    verdicts.fail(
      { what: DOCUMENT_WORDS[columns.get(one.cell) ?? 'inForce'], a: one.typed ?? '', b: one.counted },
      sides(one),
    ),
  );
};

const DECISION_KINDS: readonly DecisionKind[] = ['licensing', 'penalties', 'coercion'];

const decisionCell = (kind: DecisionKind): CellId => cellId(`t2.${kind}`, 'decisions');

function publishedDecisions({ publishedDecisions = {} }: RegisterFacts): CountedCells {
  const counted: Partial<Record<CellId, number>> = {};
  for (const kind of DECISION_KINDS) {
    const count = publishedDecisions[kind];
    if (count !== undefined) counted[decisionCell(kind)] = count;
  }
  return counted;
}

const decisionsPublished: Evaluation = (context, verdicts) => {
  const counted = publishedDecisions(context.register ?? {});
  if (Object.keys(counted).length === 0) return [verdicts.notEvaluated('未接入执法、信用公示平台的数据')];
  // 许可、处罚、强制 count what is lawfully unpublished too, so that more than was published is right.
  return judged(
    compareTyped(context.report, counted),
    verdicts,
    (one) => {
      const kind = DECISION_KINDS.find((candidate) => decisionCell(candidate) === one.cell) ?? 'licensing';
      return verdicts.fail(
        { row: tableTwoRowName(`t2.${kind}`), a: one.typed ?? '', b: one.counted },
        sides(one),
      );
    },
    (difference) => difference < 0,
  );
};

const FEES: CellId = 't2.fees/amountWan';

const feesPublished: Evaluation = (context, verdicts) => {
  const published = context.register?.publishedFeesWan;
  if (published === undefined) return [verdicts.notEvaluated('未接入财政公开的收费数据')];
  return judged(compareTyped(context.report, { [FEES]: published }), verdicts, (one) =>
    verdicts.fail({ a: `${one.typed}万元`, b: `${one.counted}万元` }, sides(one)),
  );
};

/** Cells against the registers and against what is published elsewhere (annual-report.md §9.7). */
export const REGISTER_CELL_RULES: readonly CheckRule[] = [
  countRule('t3', { id: 'AR-SRC-01', message: '{cell}填报{a}，台账为{b}（查看案件）。' }),
  countRule('t4', { id: 'AR-SRC-02', message: '{cell}填报{a}，复议诉讼台账为{b}。' }),
  defineRule(
    {
      ...COMMON,
      id: 'AR-SRC-03',
      severity: 'warn',
      waiver: 'author',
      forms: ['2021'],
      cells: DOCUMENT_COLUMNS.map((column) => cellId(DOCUMENTS, column)),
      message: '{what}{a}件，平台在列{b}件（底数不清）。',
      basis: '各地年度报告工作通知',
    },
    documentsOnPlatform,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-SRC-04',
      severity: 'warn',
      waiver: 'author',
      cells: DECISION_KINDS.map(decisionCell),
      message: '{row}{a}件少于公示平台{b}件。',
      basis: '国办公开办函〔2021〕30号一（二）',
    },
    decisionsPublished,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-SRC-05',
      severity: 'warn',
      waiver: 'author',
      forms: ['2021'],
      cells: [FEES],
      message: '收费金额与财政公开数不一致：{a} / {b}。',
      basis: '准确性通行要求',
    },
    feesPublished,
  ),
];
