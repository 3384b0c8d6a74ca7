import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, type Command, start } from './run-serve.ts';

const WRITER = resolve(import.meta.dirname, 'writer.ts');

/** A change whose transaction was acknowledged. */
export type Acknowledged =
  | { readonly reportId: string; readonly version: number; readonly contentSha256: string }
  | { readonly accountId: string }
  | { readonly organId: string; readonly version: number };

/** A process that writes until the database leaves it. */
export interface Writer {
  readonly child: ChildProcess;
  readonly acknowledged: () => readonly Acknowledged[];
  /** @throws Error when something else than a database that leaves ended it */
  readonly ended: Promise<void>;
}

async function untilEnded(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'close');
  if (code === 3) throw new Error('the writer failed by itself');
}

/** So many changes are acknowledged, whatever happens then. */
const FIRST_CHANGES = 3;

/** @returns once its first changes were acknowledged and others are under way */
export async function startWriter(data: string): Promise<Writer> {
  const child = spawn(process.execPath, [WRITER, data], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = untilEnded(child);
  // Asked for only when the round is over.
  ended.catch(() => {});
  while (said.split('\n{').length <= FIRST_CHANGES) {
    if (child.exitCode !== null) throw new Error('the writer did not start');
    await sleep(10);
  }
  return {
    child,
    ended,
    acknowledged: () =>
      said
        .slice(0, said.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line): Acknowledged => JSON.parse(line)),
  };
}

export const spawnServer = (data: string): Command => start(['serve', '--port', '0', '--data', data]);

/** `zhaoshi serve` on a data folder, answering; and how long that took. */
export async function startServer(
  data: string,
): Promise<{ readonly server: Command; readonly startMs: number; readonly address: string }> {
  const before = performance.now();
  const server = spawnServer(data);
  const address = await addressOf(server);
  return { server, address, startMs: performance.now() - before };
}

/** The database's main process, or `null`. */
export function databasePid(data: string): number | null {
  const file = join(data, 'postgres/postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  return pid > 0 ? pid : null;
}

/** SIGKILL; the process may be gone already. A negative number means its whole group. */
export function kill(pid: number | null | undefined): void {
  if (pid === null || pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
