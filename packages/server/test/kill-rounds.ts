import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultsOf } from './kill-check.ts';
import type { Command } from './run-serve.ts';
import {
  type Acknowledged,
  databasePid,
  kill,
  spawnServer,
  startServer,
  startWriter,
  type Writer,
} from './writer-life.ts';

/** What a SIGKILL hits. `start`: all there is while the server is still starting. */
export const KINDS = ['server', 'database', 'both', 'group', 'start'] as const;
type Kind = (typeof KINDS)[number];

interface Tally {
  readonly rounds: Record<Kind, number>;
  acknowledged: number;
  readonly startMs: number[];
}

const LONGEST_WRITING_MS = 1500;
const LONGEST_STARTING_MS = 1500;
/** A server that lost its database must notice. */
const NOTICE_MS = 60_000;

/** The database's main process alone leaves its workers to notice; its group is everything at once. */
function hit(kind: Kind, data: string, server: Command): void {
  const database = databasePid(data);
  if (kind !== 'database') kill(server.child.pid);
  if (kind === 'database' || kind === 'both') kill(database);
  if ((kind === 'group' || kind === 'start') && database !== null) kill(-database);
}

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  const late = sleep(NOTICE_MS, undefined, { ref: false }).then((): never => {
    throw new Error(`${what} took longer than ${NOTICE_MS} ms`);
  });
  return await Promise.race([promise, late]);
}

/** A data folder that is served, written to, killed, and looked at again and again. */
export async function killRounds(data: string, rounds: number): Promise<Tally> {
  const tally: Tally = {
    rounds: { server: 0, database: 0, both: 0, group: 0, start: 0 },
    acknowledged: 0,
    startMs: [],
  };
  const acknowledged: Acknowledged[] = [];
  let writer: Writer | null = null;
  let lastLooked = new Date(0);

  /** Starts by itself after whatever happened, and everything is as it was told to the writers. */
  async function startAndLook(when: string): Promise<Command> {
    const { server, startMs } = await startServer(data);
    tally.startMs.push(startMs);
    if (writer !== null) {
      await within(writer.ended, 'the end of a writer whose database is gone');
      acknowledged.push(...writer.acknowledged());
      writer = null;
    }
    const looking = new Date();
    const faults = await faultsOf(data, acknowledged, lastLooked);
    if (faults.length > 0) throw new Error(`${when}:\n${faults.slice(0, 20).join('\n')}`);
    // Looked at with a margin: a version's time is taken before its transaction ends.
    lastLooked = new Date(looking.getTime() - 60_000);
    return server;
  }

  for (let round = 0; round < rounds; round += 1) {
    const kind = KINDS[round % KINDS.length] ?? 'both';
    tally.rounds[kind] += 1;
    if (kind === 'start') {
      const starting = spawnServer(data);
      await sleep(randomInt(LONGEST_STARTING_MS));
      hit(kind, data, starting);
      await starting.ended;
      continue;
    }
    const server = await startAndLook(`round ${round}`);
    writer = await startWriter(data);
    await sleep(randomInt(LONGEST_WRITING_MS));
    hit(kind, data, server);
    const code = await within(server.ended, 'the end of a server whose database is gone');
    if (kind === 'database' && code !== 2) {
      throw new Error(`the server ended with ${String(code)}: ${server.said().slice(-2000)}`);
    }
  }
  const last = await startAndLook('after the last round');
  const everything = await faultsOf(data, acknowledged);
  if (everything.length > 0) throw new Error(everything.slice(0, 20).join('\n'));
  last.child.kill('SIGTERM');
  await last.ended;
  tally.acknowledged = acknowledged.length;
  return tally;
}
