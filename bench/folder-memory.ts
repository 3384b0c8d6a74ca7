import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeDocx } from '@zhaoshi/report-files/write/docx/write-docx';
import { sampleReport } from '../packages/report-files/test/sample-reports.ts';
import type { BenchLine, BenchOptions } from './measure.ts';

const CLI = resolve(import.meta.dirname, '../packages/cli/bin/zhaoshi.mjs');
const PEAK = join(import.meta.dirname, 'print-peak-memory.mjs');

/** Peak resident megabytes of `zhaoshi report check FOLDER --json` over a folder of `count` copies. */
function peakOf(count: number, files: readonly Uint8Array[]): { megabytes: number; seconds: number } {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-bench-'));
  try {
    for (let index = 0; index < count; index++) {
      writeFileSync(join(folder, `${index}.docx`), files[index % files.length] ?? new Uint8Array());
    }
    const start = performance.now();
    const run = spawnSync(process.execPath, ['--import', PEAK, CLI, 'report', 'check', folder, '--json'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const peak = /PEAK_KIB=(\d+)/.exec(run.stderr)?.[1];
    if (peak === undefined) throw new Error(`no peak memory reported: ${run.stderr.slice(-500)}`);
    return { megabytes: Number(peak) / 1024, seconds: (performance.now() - start) / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Peak memory of checking a folder must not grow with the number of files. */
export async function benchFolderMemory({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const files = await Promise.all(
    [1, 2, 3, 4, 5].map((seed) => writeDocx(sampleReport({ seed, year: 2023 }))),
  );
  const [few, many] = short ? [400, 1_600] : [1_000, 10_000];
  const small = peakOf(few, files);
  const large = peakOf(many, files);
  const ratio = large.megabytes / small.megabytes;
  return [
    {
      what: `文件夹校验的内存峰值：${many} 份 ÷ ${few} 份`,
      figure: `${ratio.toFixed(2)} 倍（${large.megabytes.toFixed(0)} MB ÷ ${small.megabytes.toFixed(0)} MB；${((large.seconds * 1000) / many).toFixed(1)} ms/份）`,
      aim: '不随文件数增长（≤ 1.2 倍）',
      reached: ratio <= 1.2,
    },
  ];
}
