import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Servers under test as processes: started, loaded, their CPU time read. */

export const ENCODING = 'gzip, deflate, br';
const TICKS_A_SECOND = 100;

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  server.close();
  await once(server, 'close');
  return typeof place === 'object' && place !== null ? place.port : 0;
}

/** User and system time of processes, in seconds. Linux only, like the bench. */
function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  }, 0);
}

export const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        return readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid);
      } catch {
        return false;
      }
    });

export interface Serving {
  readonly address: string;
  /** The processes that answer. */
  readonly pids: readonly number[];
  readonly stop: () => Promise<void>;
}

export async function untilAnswering(address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isThere = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
  throw new Error(`no answer at ${address}`);
}

export async function stopChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Requests for each CPU second of the serving processes. */
export function load({ pids }: Serving, url: string, seconds: number): number {
  const before = cpuSeconds(pids);
  const text = execFileSync(
    'wrk',
    ['-t1', '-c32', `-d${seconds}s`, '-H', `Accept-Encoding: ${ENCODING}`, url],
    {
      encoding: 'utf8',
    },
  );
  if (/Non-2xx|Socket errors/.test(text)) throw new Error(`wrk met errors:\n${text}`);
  const requests = Number(/(\d+) requests in/.exec(text)?.[1]);
  return requests / (cpuSeconds(pids) - before);
}
