import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileProcesses } from '@zhaoshi/report-files/process/file-processes';
import { writeDocumentFiles } from './document-files.ts';
import type { BenchLine, BenchOptions } from './measure.ts';

/** As the import reads them: in batches, in two processes. */
const BATCH = 50;
const AT_ONCE = 2;

/** Milliseconds to read all files as documents and do nothing with them. */
async function parseOnly(folder: string, files: readonly string[]): Promise<number> {
  const processes = openFileProcesses(AT_ONCE);
  const start = performance.now();
  for (let at = 0; at < files.length; at += BATCH) {
    const read = files.slice(at, at + BATCH).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return processes.ask({ kind: 'readDocument', bytes, name, listsLeftOut: false });
    });
    for (const result of await Promise.all(read)) if (!result.ok) throw new Error(result.error.message);
  }
  const milliseconds = performance.now() - start;
  processes.close();
  return milliseconds;
}

/** Milliseconds of the whole command, with the start and stop of the database. */
function importAll(place: string, data: string, count: number): number {
  const start = performance.now();
  const line = ['document', 'import', 'files', '--manifest', 'list.csv', '--organ', 'hedong/duandian'];
  const output = execFileSync(
    'zhaoshi',
    [...line, '--writer', 'duandian-drafter', '--data', data, '--json'],
    {
      cwd: place,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const milliseconds = performance.now() - start;
  const { made }: { readonly made: number } = JSON.parse(output);
  if (made !== count) throw new Error(`${made} of ${count} were imported`);
  return milliseconds;
}

/** The bulk import of documents against reading the same files and doing nothing with them. */
export async function benchDocumentImport({ short }: BenchOptions): Promise<readonly BenchLine[]> {
  const count = short ? 500 : Number(process.env['ZHAOSHI_BENCH_DOCUMENTS'] ?? '3000');
  const place = mkdtempSync(join(tmpdir(), 'document-import-'));
  // Apart: the database's own account must be able to reach it.
  const data = mkdtempSync(join(tmpdir(), 'document-import-data-'));
  try {
    const files = writeDocumentFiles(join(place, 'files'), join(place, 'list.csv'), count);
    execFileSync('zhaoshi', ['demo', 'reset', '--data', data], { stdio: 'ignore' });
    const parsed = await parseOnly(join(place, 'files'), files);
    const imported = importAll(place, data, count);
    const ratio = imported / parsed;
    return [
      {
        what: `批量导入 ${count} 件 ÷ 只读取同样的文件`,
        figure: `${ratio.toFixed(2)} 倍（${(imported / 1000).toFixed(1)} 秒 ÷ ${(parsed / 1000).toFixed(1)} 秒，每件 ${(imported / count).toFixed(1)} ms）`,
        aim: '≤ 3 倍',
        reached: ratio <= 3,
      },
    ];
  } finally {
    rmSync(place, { recursive: true });
    rmSync(data, { recursive: true });
  }
}
