import { yuanText } from '../../statistics/figure.ts';
import { type FeeStatement, feeStatementOf } from '../text/fee-statement.ts';
import { defineRule, type Evaluation } from './define.ts';
import type { FeeRegister } from './register-facts.ts';
import type { CheckRule } from './rule.ts';
import { passageOf } from './text-comparison.ts';

const NOTHING = '未收取';

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

/** One of the figures named, or all of them together: by item and by page are often told apart. */
const names = (figures: readonly number[], wanted: number): boolean =>
  figures.includes(wanted) || sum(figures) === wanted;

const ofRegister = ({ count, amount }: FeeRegister): string =>
  count === 0 && amount === 0 ? NOTHING : `${count}件${yuanText(amount)}元`;

function ofStatement({ amounts, counts, isNone }: FeeStatement): string {
  if (isNone) return NOTHING;
  const shownCounts = counts.map((count) => `${count}件`).join('、');
  const shownAmounts = amounts.map((amount) => `${yuanText(amount)}元`).join('、');
  return `${shownCounts}${shownAmounts === '' ? '未写明金额' : shownAmounts}`;
}

function agrees({ amounts, counts, isNone }: FeeStatement, { count, amount }: FeeRegister): boolean {
  if (isNone) return count === 0 && amount === 0;
  return amounts.length > 0 && names(amounts, amount) && (counts.length === 0 || names(counts, count));
}

const feesAsRegistered: Evaluation = ({ report, register }, verdicts) => {
  const fees = register?.processingFees;
  if (fees === undefined) return [verdicts.notEvaluated('未接入收费台账')];
  const statement = feeStatementOf(report);
  // What is not said is AR-NAR-06.
  if (statement === null) return [verdicts.notEvaluated('第六部分没有信息处理费的表述')];
  const [a, b] = [ofStatement(statement), ofRegister(fees)];
  const details = { left: a, right: b, passage: passageOf(statement.sentence) };
  if (agrees(statement, fees)) return [verdicts.pass(details)];
  if (b === NOTHING && statement.amounts.length === 0) {
    return [verdicts.notEvaluated('第六部分没有写明信息处理费的金额', details)];
  }
  return [verdicts.fail({ a, b }, details)];
};

/** 信息处理费 in part six against the fee register (annual-report.md §9.7). */
export const REGISTER_FEE_RULES: readonly CheckRule[] = [
  defineRule(
    {
      id: 'AR-SRC-06',
      class: 'SRC',
      severity: 'block',
      waiver: 'reviewer',
      needs: ['report', 'register'],
      blank: 'U',
      fromYear: 2021,
      message: '第六部分信息处理费{a}，收费台账{b}。',
      basis: '国办公开办函〔2021〕30号一（六）',
    },
    feesAsRegistered,
  ),
];
