import { createPdfWriter } from '@zhaoshi/report-files/write/pdf/write-pdf';
import { sampleReport } from '../packages/report-files/test/sample-reports.ts';
import { type BenchLine, type BenchOptions, wallMedian } from './measure.ts';

/** One report to PDF after warm-up; a different report each time, so that no cache answers. */
export async function benchPdf({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const writer = createPdfWriter();
  let seed = 0;
  let size = 0;
  const work = async (): Promise<void> => {
    seed += 1;
    size = Math.max(size, (await writer.write(sampleReport({ seed, year: 2023 }))).length);
  };
  await wallMedian(work, 3);
  const milliseconds = await wallMedian(work, short ? 5 : 20);
  return [
    {
      what: 'PDF：预热后写一份',
      figure: `${milliseconds.toFixed(0)} ms`,
      aim: '≤ 150 ms',
      reached: milliseconds <= 150,
    },
    {
      what: 'PDF：最大的一份',
      figure: `${(size / 1024).toFixed(0)} KiB`,
      aim: '< 1 MiB',
      reached: size < 1024 * 1024,
    },
  ];
}
