import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../cli/bin/zhaoshi.mjs');

/** `zhaoshi …` as a process of its own. */
export interface Command {
  readonly child: ChildProcess;
  /** What it has written so far, both streams. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Command {
  const { NODE_COMPILE_CACHE: folder } = process.env;
  const compiled = folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code) };
}

export async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const command = start(args, env);
  const code = await command.ended;
  return { code, said: command.said() };
}

/** How long a start may take on a machine that has much else to do; how long it should take is a figure of `bench/`. */
const PATIENCE_MS = 200_000;

/** Waits until the server tells its address. */
export async function addressOf(command: Command): Promise<string> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const address = /昭示已启动：(http:\S+)\//.exec(command.said())?.[1];
    if (address !== undefined) return address;
    if (command.child.exitCode !== null) break;
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  }
  throw new Error(`the server did not start:\n${command.said()}`);
}
