import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { sampleReport } from '../packages/report-files/test/sample-reports.ts';
import { type BenchLine, type BenchOptions, times, wallMedian } from './measure.ts';

/** All rules over one report, last year's report beside it, so that the cross-year rules run too. */
export async function benchEvaluate({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const report = sampleReport({ seed: 3, year: 2023 });
  const previous = sampleReport({ seed: 4, year: 2022 });
  const batch = 50;
  const work = (): Promise<void> =>
    times(batch, () => evaluateReport({ report, previous, settings: DEFAULT_SETTINGS }));
  await wallMedian(work, short ? 4 : 10);
  const milliseconds = (await wallMedian(work, short ? 5 : 21)) / batch;
  const rules = evaluateReport({ report, previous, settings: DEFAULT_SETTINGS }).length;
  return [
    {
      what: `一份报告全部规则（${rules} 条结果，含跨年）`,
      figure: `${milliseconds.toFixed(2)} ms`,
      aim: '≤ 2 ms',
      reached: milliseconds <= 2,
    },
  ];
}
