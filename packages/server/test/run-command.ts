import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../cli/bin/zhaoshi.mjs');

export interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A machine of a person: a folder to work in and one for what programs keep. */
export interface Desk {
  readonly cwd: string;
  readonly config: string;
}

/** `zhaoshi …` as a process of its own, which talks to a server in this one; `typed` is its standard input. */
export async function command(
  { cwd, config }: Desk,
  args: readonly string[],
  typed: readonly string[] = [],
): Promise<Told> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: config },
  });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text;
  });
  child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}
