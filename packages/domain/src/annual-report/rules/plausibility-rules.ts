import { figureOf, sumOf } from '../figures.ts';
import { formTable, tablesOf } from '../forms/registry.ts';
import { type CellId, TABLE_IDS } from '../ids.ts';
import { organKindOf } from '../organ-kind.ts';
import type { AnnualReport } from '../report.ts';
import { PAIR, pairRule } from './cross-year.ts';
import { defineRule, type Evaluation, failuresOrPass, type RuleSpec } from './define.ts';
import type { CheckRule } from './rule.ts';
import { SHARE_RULES } from './share-rules.ts';
import { emptyPlace } from './text-search.ts';

const RECEIVED: readonly CellId[] = ['t3.newlyReceived/total', 't3.carriedIn/total'];
const RESULT_TOTAL: CellId = 't3.resultTotal/total';
const TABLE_FOUR = formTable('t4', '2021').cells.map(({ id }) => id);
const ALL_CELLS = [
  ...new Set(
    (['2019', '2021'] as const).flatMap((version) =>
      TABLE_IDS.flatMap((table) => formTable(table, version).cells.map(({ id }) => id)),
    ),
  ),
];

/** What of it speaks: of a whole table only these cells can be looked at. */
const aboveZero = (report: AnnualReport, cells: readonly CellId[]): readonly CellId[] =>
  cells.filter((cell) => (figureOf(report, cell) ?? 0) > 0);

/** How far a figure is from last year's, in words: a share of it below, a multiple above, and nothing of nothing. */
function changeWords(before: number, now: number): string {
  if (before === 0) return '上年没有';
  if (now === 0) return '本年没有';
  const rounded = (value: number): number => Number(value.toFixed(2));
  return now > before ? `为上年的${rounded(now / before)}倍` : `为上年的${rounded((100 * now) / before)}%`;
}

const jumps: Evaluation = pairRule(({ report, settings }, previous, verdicts) =>
  failuresOrPass(
    tablesOf(report).flatMap((table) =>
      table.cells.flatMap(({ id, name, column }) => {
        // A signed change has no size to compare; amounts without a fixed unit neither.
        if (column.type !== 'count' && column.type !== 'amountWan') return [];
        const [now, before] = [figureOf(report, id), figureOf(previous, id)];
        if (now === null || before === null) return [];
        if (Math.max(now, before) < settings.smallCount) return [];
        if (now <= before * settings.jumpRatio && now * settings.jumpRatio >= before) return [];
        const values = { cell: name, before, now, change: changeWords(before, now) };
        return verdicts.fail(values, { cells: [id], left: now, right: before });
      }),
    ),
    verdicts,
  ),
);

/** Counts a unit of a kind normally has: table two, and the totals of what came in and was handled. */
function comparableCells(report: AnnualReport) {
  return tablesOf(report)
    .flatMap(({ cells }) => cells)
    .filter(({ id, table, column }) =>
      table === 't2' ? column.type === 'count' : id === RECEIVED[0] || id === RESULT_TOTAL,
    );
}

const zeroAmongPeers: Evaluation = ({ report, peers = [], settings }, verdicts) => {
  const kind = organKindOf(report);
  const alike = peers.filter((peer) => organKindOf(peer) === kind);
  if (kind === null || alike.length === 0) return [verdicts.notEvaluated('没有同类单位的报告')];
  const failures = comparableCells(report).flatMap(({ id, name }) => {
    if (figureOf(report, id) !== 0) return [];
    const figures = alike.flatMap((peer) => figureOf(peer, id) ?? []);
    const average = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
    return figures.length > 0 && average > settings.peerAverage
      ? verdicts.fail(
          { cell: name, a: Math.round(average) },
          { cells: [id], left: 0, right: Math.round(average) },
        )
      : [];
  });
  return failuresOrPass(failures, verdicts);
};

const disputesWithoutCases: Evaluation = pairRule(({ report }, previous, verdicts) => {
  const cases = [sumOf(report, RECEIVED), sumOf(previous, RECEIVED)];
  if (cases.includes(null)) return [verdicts.notEvaluated('两年申请数量不全', { cells: RECEIVED })];
  const disputes = aboveZero(report, TABLE_FOUR);
  const strange = cases.every((count) => count === 0) && disputes.length > 0;
  return [strange ? verdicts.fail({}, { cells: [...RECEIVED, ...disputes] }) : verdicts.pass()];
});

const disputesWithoutResults: Evaluation = ({ report }, verdicts) => {
  const handled = figureOf(report, RESULT_TOTAL);
  const disputes = aboveZero(report, TABLE_FOUR);
  const cells = [RESULT_TOTAL, ...disputes];
  if (handled === null)
    return [verdicts.notEvaluated('办理结果总计无数字', { cells, missing: [RESULT_TOTAL] })];
  return [handled === 0 && disputes.length > 0 ? verdicts.fail({}, { cells }) : verdicts.pass()];
};

/** Every figure is 0; a report with a blank is not known to be. */
function isAllZero(report: AnnualReport): boolean {
  const cells = tablesOf(report).flatMap((table) => table.cells);
  return cells.length > 0 && cells.every(({ id }) => figureOf(report, id) === 0);
}

const zeroForThreeYears: Evaluation = pairRule(({ report, earlier = [] }, previous, verdicts) => {
  const before = earlier.find(
    ({ reportYear }) => report.reportYear !== null && reportYear === report.reportYear - 2,
  );
  if (!before) return [verdicts.notEvaluated('没有前年的报告')];
  return [[report, previous, before].every(isAllZero) ? verdicts.fail({}) : verdicts.pass()];
});

const REFUSED_TOTALS: readonly CellId[] = formTable('t3', '2021')
  .rows.filter(({ id }) => id.startsWith('t3.refused.'))
  .map(({ id }): CellId => `${id}/total`);

/** Words by which a text names a ground of 条例14–16 or 36(7). */
const GROUNDS =
  /国家秘密|涉密|禁止公开|三安全|国家安全|公共安全|经济安全|社会稳定|第三方|商业秘密|个人隐私|内部事务|过程性|执法案卷|查询事项/;

const groundsUnsaid: Evaluation = ({ report }, verdicts) => {
  const n = sumOf(report, REFUSED_TOTALS);
  if (n === null) return [verdicts.notEvaluated('不予公开各行总计不全', { cells: REFUSED_TOTALS })];
  const text = (['s1', 's5'] as const).flatMap((section) => report.sections[section]?.paragraphs ?? []);
  if (text.length === 0) return [verdicts.notEvaluated('没有第一、第五部分的正文')];
  return [
    n > 0 && !text.some((paragraph) => GROUNDS.test(paragraph))
      ? verdicts.fail({ n }, { left: n, passage: emptyPlace('s1') })
      : verdicts.pass({ cells: REFUSED_TOTALS }),
  ];
};

const COMMON = {
  class: 'PLS',
  severity: 'hint',
  blank: 'U',
  waiver: 'author',
  basis: '合理性提示，阈值待确认',
} as const satisfies Partial<RuleSpec>;

/** What is possible but unlikely (annual-report.md §9.12); every threshold is a setting. */
export const PLAUSIBILITY_RULES: readonly CheckRule[] = [
  defineRule(
    {
      ...COMMON,
      ...PAIR,
      id: 'AR-PLS-01',
      severity: 'warn',
      cells: ALL_CELLS,
      message: '{cell}较上年变化较大：上年{before}，本年{now}（{change}）。',
    },
    jumps,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-PLS-02',
      needs: ['report', 'peers'],
      cells: ALL_CELLS,
      message: '{cell}：同类单位平均{a}，本单位为0。',
    },
    zeroAmongPeers,
  ),
  defineRule(
    {
      ...COMMON,
      ...PAIR,
      id: 'AR-PLS-03',
      cells: [...RECEIVED, ...TABLE_FOUR],
      message: '两年无申请而有复议诉讼。',
    },
    disputesWithoutCases,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-PLS-04',
      cells: [RESULT_TOTAL, ...TABLE_FOUR],
      message: '无办理结果而有复议诉讼，请核实。',
    },
    disputesWithoutResults,
  ),
  defineRule(
    {
      ...COMMON,
      id: 'AR-PLS-05',
      needs: ['report', 'previous', 'earlier'],
      cells: ALL_CELLS,
      message: '连续三年全部为0。',
    },
    zeroForThreeYears,
  ),
  ...SHARE_RULES,
  defineRule(
    {
      ...COMMON,
      id: 'AR-PLS-09',
      cells: REFUSED_TOTALS,
      message: '不予公开{n}件，正文未说明主要情形。',
    },
    groundsUnsaid,
  ),
];
