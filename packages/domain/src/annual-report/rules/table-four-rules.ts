import { sumExact } from '../../kernel/decimal.ts';
import { sumOf } from '../figures.ts';
import { formTable } from '../forms/registry.ts';
import { type CellId, SECTION_IDS, TABLE_NAMES } from '../ids.ts';
import { defineRule, failuresOrPass, type Verdicts } from './define.ts';
import { evaluateRelation, ownCells } from './relation.ts';
import type { CheckContext, CheckResult, CheckRule } from './rule.ts';
import { sentencesOf } from './text-search.ts';
import { DISPUTE_SUMS } from './tie-outs.ts';

const rowNames = new Map(
  formTable('t4', '2021').rows.map((row) => [row.id, `${TABLE_NAMES.t4} ${row.name}`]),
);

const SUM_RULES: readonly CheckRule[] = [...DISPUTE_SUMS].map(([row, relation]) =>
  defineRule(
    {
      id: `AR-T4-SUM/${row}`,
      class: 'T4',
      severity: 'block',
      blank: 'U',
      cells: ownCells(relation),
      message: '{block}：维持＋纠正＋其他＋未审结＝{lhs}，总计{rhs}。',
      basis: '算术',
    },
    (context, verdicts) => {
      const result = evaluateRelation(context, relation, verdicts, ({ left, right }) => ({
        block: rowNames.get(row) ?? row,
        lhs: left,
        rhs: right,
      }));
      if (result.status !== 'fail' || typeof result.left !== 'number') return [result];
      // One equation cannot tell which of its five cells is wrong; the total is the first to doubt (§10).
      return [
        {
          ...result,
          suggestion: {
            text: `四项结果之和为${result.left}，总计可能应为${result.left}；也可能是某一项结果有误，请核对。`,
            cells: [{ cell: `${row}/total`, value: result.left }],
            certainty: 'likely',
          },
        },
      ];
    },
  ),
);

const CO_DEFENDANT = /共同被告/;
const LEFT_OUT = /不计|未计|不含|不包括|不纳入|未纳入|除外|剔除|未发生|没有|无共同/;
const COUNT_OF_CASES = /([1-9]\d*)\s*[件起宗]/;

/** Without a register only the text can betray it. */
function coDefendantSuits(sentence: string): string | null {
  if (!CO_DEFENDANT.test(sentence) || LEFT_OUT.test(sentence)) return null;
  return COUNT_OF_CASES.exec(sentence)?.[1] ?? null;
}

const SUITS: readonly CellId[] = ['t4.litigationDirect/total', 't4.litigationAfterReconsideration/total'];

/** Suits counted beyond those of the register are, as far as there are any, those as co-defendant. */
function countedAsCoDefendant(
  { report, register }: CheckContext,
  verdicts: Verdicts,
): readonly CheckResult[] {
  const suits = register?.coDefendantSuits ?? 0;
  if (suits === 0) return [];
  const cells = SUITS;
  const typed = sumOf(report, SUITS);
  if (typed === null) return [verdicts.notEvaluated('行政诉讼总计无数字', { cells, key: 'register' })];
  const own = sumExact(SUITS.map((cell) => register?.tableFour?.[cell] ?? 0));
  const n = Math.min(suits, typed - own);
  return n > 0 ? [verdicts.fail({ n }, { cells, left: n, right: 0, key: 'register' })] : [];
}

const CO_DEFENDANT_RULE = defineRule(
  {
    id: 'AR-T4-01',
    class: 'T4',
    severity: 'warn',
    waiver: 'reviewer',
    message: '{n}件为复议机关作共同被告案件，不应计入。',
    basis: '国办公开办函〔2021〕30号一（四）',
  },
  (context, verdicts) => {
    const { report } = context;
    const failures: CheckResult[] = [...countedAsCoDefendant(context, verdicts)];
    for (const section of SECTION_IDS) {
      for (const text of sentencesOf(report, section)) {
        const n = coDefendantSuits(text);
        if (n === null) continue;
        failures.push(
          verdicts.fail({ n }, { left: Number(n), right: 0, passage: { section, text }, key: text }),
        );
      }
    }
    return failuresOrPass(failures, verdicts);
  },
);

export const TABLE_FOUR_RULES: readonly CheckRule[] = [...SUM_RULES, CO_DEFENDANT_RULE];
