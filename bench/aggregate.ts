import { createAggregation } from '@zhaoshi/domain/annual-report/aggregate';
import { fromJsonReport, toJsonReport } from '@zhaoshi/report-files/json-report';
import { sampleReport } from '../packages/report-files/test/sample-reports.ts';
import { type BenchLine, type BenchOptions, compareCpu } from './measure.ts';

const FORMS = { t2: '2021', t3: '2021', t4: '2021' } as const;

/** Parse, take in and add up reports from JSON against parsing the same JSON. */
export async function benchAggregate({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const count = short ? 1_000 : 10_000;
  const different = Array.from({ length: 50 }, (_, seed) =>
    JSON.stringify(
      toJsonReport({ format: 'json', report: sampleReport({ seed, year: 2023 }), provenance: {}, notes: [] }),
    ),
  );
  const texts = Array.from({ length: count }, (_, index) => different[index % different.length] ?? '');
  const parseOnly = (): number => {
    let cells = 0;
    for (const text of texts) cells += Object.keys(JSON.parse(text)).length;
    return cells;
  };
  const aggregate = (): void => {
    const aggregation = createAggregation(FORMS);
    texts.forEach((text, index) => {
      const { report } = fromJsonReport(JSON.parse(text));
      aggregation.add({ unit: `单位${index}`, report });
    });
    const { counted } = aggregation.result();
    if (counted !== count) throw new Error(`counted ${counted} of ${count}`);
  };
  await compareCpu(aggregate, parseOnly, 1);
  const result = await compareCpu(aggregate, parseOnly, short ? 3 : 7);
  return [
    {
      what: `${count} 份 JSON 汇总（解析＋核对＋逐格相加）÷ 只解析`,
      figure: `${result.ratio.toFixed(2)} 倍（${result.work.toFixed(0)} ms ÷ ${result.floor.toFixed(0)} ms CPU）`,
      aim: '≤ 3 倍',
      reached: result.ratio <= 3,
    },
  ];
}
