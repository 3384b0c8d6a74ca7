import { figureOf } from '../figures.ts';
import { defineRule } from './define.ts';
import type { CheckRule } from './rule.ts';

const OTHER = 't3.otherHandling/total';
const RESULT_TOTAL = 't3.resultTotal/total';

/** Legality that one report can show (annual-report.md §9.11); the others read the register of cases. */
export const LEGALITY_RULES: readonly CheckRule[] = [
  defineRule(
    {
      id: 'AR-LEG-06',
      class: 'LEG',
      severity: 'warn',
      blank: 'U',
      waiver: 'author',
      forms: ['2019'],
      cells: [OTHER, RESULT_TOTAL],
      message: '“其他处理”占比偏高（{p}%），请说明。',
      basis: '国办公开办函〔2019〕60号一（三）“高度关注”',
    },
    ({ report, settings }, verdicts) => {
      const cells = [OTHER, RESULT_TOTAL] as const;
      const [other, total] = [figureOf(report, OTHER), figureOf(report, RESULT_TOTAL)];
      if (other === null || total === null) {
        const missing = cells.filter((cell) => figureOf(report, cell) === null);
        return [verdicts.notEvaluated('其他处理或总计无数字', { cells, missing })];
      }
      const details = { cells, left: other, right: total };
      // More than everything is AR-T3-SUM, not a share.
      if (total === 0 || other > total) return [verdicts.pass(details)];
      const percent = (other / total) * 100;
      return percent > settings.otherHandlingPercent2019
        ? [verdicts.fail({ p: percent.toFixed(1) }, details)]
        : [verdicts.pass(details)];
    },
  ),
];
