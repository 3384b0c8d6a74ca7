import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../src/main.ts';

export const SEEDS = resolve(import.meta.dirname, '../../../acceptance/fixtures/seeds');
const BIN = resolve(import.meta.dirname, '../bin/zhaoshi.mjs');

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

export interface RunOptions {
  readonly cwd?: string;
  readonly configFolder?: string;
  readonly stdin?: Uint8Array;
  readonly width?: number;
}

/** Runs a command line in this process and returns what it printed. */
export async function zhaoshi(args: readonly string[], options: RunOptions = {}): Promise<Told> {
  const out = collector();
  const err = collector();
  const code = await run(
    args,
    {
      stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
      stdout: out.stream,
      stderr: err.stream,
      cwd: options.cwd ?? SEEDS,
      configFolder: options.configFolder ?? join(tmpdir(), 'zhaoshi-no-session'),
      colours: false,
      interactive: false,
      width: options.width ?? 120,
    },
    false,
  );
  return { code, out: out.text(), err: err.text() };
}

/** Runs a shell line in which `zhaoshi` is the real command in a process of its own. */
export function shell(line: string, cwd: string = SEEDS): Told {
  const command = line.replaceAll('zhaoshi', `"${process.execPath}" "${BIN}"`);
  const result = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { code: result.status ?? -1, out: result.stdout, err: result.stderr };
}
