/**
 * Times the scores of many units in a database of its own: `node packages/server/test/assessment-bench.ts UNITS ROUNDS`
 * prints a JSON line for all of them and one for a tenth.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { startCluster } from '../src/adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../src/adapters/embedded-postgres/data-folder.ts';
import { connectDatabase } from '../src/db/connect.ts';
import { migrate, readMigrations } from '../src/db/migrate.ts';
import { findAssessment } from '../src/db/queries/assessments.ts';
import { PORTAL_ROLE, SERVER_ROLE } from '../src/db/roles.ts';
import type { Schema } from '../src/db/schema.ts';
import { scoreUnits } from '../src/use-cases/assessment/score-units.ts';
import { plantBenchAssessment, plantScheme } from './assessment-bench-data.ts';

const UNITS = Number(process.argv[2] ?? 600);
const ROUNDS = Number(process.argv[3] ?? 5);

/** Milliseconds of processor time of this process and of the one connection's backend; clock ticks are 10 ms on Linux. */
async function cpuClock(database: Kysely<Schema>): Promise<() => number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database);
  const stat = `/proc/${rows[0]?.pid}/stat`;
  return () => {
    // After the name of the program, which may hold spaces, the 12th and 13th field.
    const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + (Number(fields[11]) + Number(fields[12])) * 10;
  };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(database: Kysely<Schema>, units: number): Promise<void> {
  const assessment = await findAssessment(database, await plantScheme(database, units));
  if (assessment === undefined) throw new Error('no assessment');
  const clock = await cpuClock(database);
  const times: number[] = [];
  const cpu: number[] = [];
  let findings = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const begin = performance.now();
    const used = clock();
    const scored = await scoreUnits(database, assessment, new Date());
    // The first round reads the files of the database into memory.
    if (round > 0) {
      times.push(performance.now() - begin);
      cpu.push(clock() - used);
    }
    findings = scored.reduce((sum, { facts }) => sum + facts.found.length, 0);
    if (scored.length !== units) throw new Error(`scored ${scored.length} of ${units}`);
  }
  console.log(JSON.stringify({ units, findings, wall: middle(times), cpu: middle(cpu) }));
}

const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-assessment-bench-'));
const cluster = await startCluster(await openDataFolder(folder));
try {
  const owner = { host: cluster.host, port: cluster.port, ...cluster.owner, database: 'postgres' };
  const passwords = { [SERVER_ROLE]: 'server-in-bench', [PORTAL_ROLE]: 'portal-in-bench' };
  await migrate(owner, passwords, await readMigrations());
  const database = connectDatabase<Schema>(owner, 1, () => {});
  await plantBenchAssessment(database, UNITS);
  await measure(database, Math.ceil(UNITS / 10));
  await measure(database, UNITS);
  await database.destroy();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true });
}
