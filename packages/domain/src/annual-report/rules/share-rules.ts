import { figureOf, sumOf } from '../figures.ts';
import type { CellId, FormVersion } from '../ids.ts';
import { defineRule } from './define.ts';
import type { CheckRule } from './rule.ts';
import type { CheckSettings } from './settings.ts';

/** A part that should stay below a share of its whole, once the whole is large enough to speak of shares. */
interface ShareRule {
  readonly id: string;
  readonly part: CellId;
  readonly whole: readonly CellId[];
  readonly percent: (settings: CheckSettings) => number;
  readonly message: string;
  readonly forms?: readonly FormVersion[];
}

const SHARES: readonly ShareRule[] = [
  {
    id: 'AR-PLS-06',
    part: 't3.carriedForward/total',
    whole: ['t3.newlyReceived/total'],
    percent: (settings) => settings.carriedForwardPercent,
    message: '结转比例偏高。',
  },
  {
    id: 'AR-PLS-07',
    part: 't3.otherHandling.other/total',
    whole: ['t3.resultTotal/total'],
    percent: (settings) => settings.otherHandlingPercent,
    message: '“其他”占比偏高。',
    forms: ['2021'],
  },
  {
    id: 'AR-PLS-08',
    part: 't4.reconsideration/rectified',
    whole: ['t4.reconsideration/upheld', 't4.reconsideration/rectified', 't4.reconsideration/otherResult'],
    percent: (settings) => settings.rectifiedPercent,
    message: '被纠正比例偏高，建议第五部分说明。',
  },
];

function shareRule({ id, part, whole, percent, message, forms }: ShareRule): CheckRule {
  const cells = [...new Set([part, ...whole])];
  return defineRule(
    {
      id,
      class: 'PLS',
      severity: 'hint',
      blank: 'U',
      waiver: 'author',
      basis: '合理性提示，阈值待确认',
      cells,
      message,
      ...(forms && { forms }),
    },
    ({ report, settings }, verdicts) => {
      const [left, right] = [figureOf(report, part), sumOf(report, whole)];
      if (left === null || right === null) {
        const missing = cells.filter((cell) => figureOf(report, cell) === null);
        return [verdicts.notEvaluated('所需数字不全', { cells, missing })];
      }
      const high = right >= settings.smallCount && left * 100 > percent(settings) * right;
      const note = `占比${right === 0 ? 0 : Number(((left / right) * 100).toFixed(1))}%`;
      return [high ? verdicts.fail({}, { cells, left, right, note }) : verdicts.pass({ cells, left, right })];
    },
  );
}

/** AR-PLS-06, -07, -08: shares that are unusually high. */
export const SHARE_RULES: readonly CheckRule[] = SHARES.map(shareRule);
