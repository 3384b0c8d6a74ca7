import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const WRITER = resolve(import.meta.dirname, 'writer.ts');

/** A publication whose transaction was acknowledged. */
export interface Acknowledged {
  readonly reportId: string;
  readonly version: number;
  readonly contentSha256: string;
}

/** Kills server and database at a random moment after the first writes. */
function killBoth(data: string, server: number): void {
  const pidFile = join(data, 'postgres/postmaster.pid');
  const database = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  process.kill(server, 'SIGKILL');
  if (database > 0) process.kill(database, 'SIGKILL');
}

/** One life of a writer on the data folder; returns what was acknowledged before it was killed. */
export async function killRound(data: string, longestMs: number): Promise<readonly Acknowledged[]> {
  const writer = spawn(process.execPath, [WRITER, data], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  writer.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = once(writer, 'close');
  while (!said.includes('\n')) {
    if (writer.exitCode !== null) throw new Error('the writer did not start');
    await sleep(10);
  }
  await sleep(randomInt(longestMs));
  killBoth(data, writer.pid ?? 0);
  await ended;
  return said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Acknowledged => JSON.parse(line));
}
