/**
 * Times the register and table three over many generated applications, in a database of its own:
 * `node packages/server/test/application-bench.ts CASES ROUNDS` prints a JSON line for each question.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROVED_OUTCOMES } from '@zhaoshi/domain/annual-report/live/case-evidence';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Kysely } from 'kysely';
import { startCluster } from '../src/adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../src/adapters/embedded-postgres/data-folder.ts';
import { connectDatabase } from '../src/db/connect.ts';
import { migrate, readMigrations } from '../src/db/migrate.ts';
import {
  casesWithOutcomes,
  countFlows,
  countMonths,
  listCellCases,
} from '../src/db/queries/application-figures.ts';
import { listApplications } from '../src/db/queries/application-list.ts';
import type { RegisterFilter } from '../src/db/queries/register-rows.ts';
import { PORTAL_ROLE, SERVER_ROLE } from '../src/db/roles.ts';
import type { Schema } from '../src/db/schema.ts';
import { BENCH_TODAY, benchOrgan, benchSteadyOrgan, plantBenchCases } from './application-bench-data.ts';

const CASES = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 30);

interface Place {
  readonly path: string;
  readonly actor: Actor;
  readonly below: boolean;
}

const actorAt = (role: Role, path: string): Actor => ({
  roles: [role],
  path,
  jurisdiction: path,
  secondFactor: true,
});

/** An officer of an organ, and the competent departments of a county and of the city. */
async function placesOf(database: Kysely<Schema>): Promise<Readonly<Record<string, Place>>> {
  const [organ, county, city] = [
    await benchOrgan(database, 1, 3),
    await benchOrgan(database, 1, 0),
    await benchOrgan(database, 0, 0),
  ];
  return {
    organ: { path: organ.path, actor: actorAt('disclosureOfficer', organ.path), below: false },
    county: { path: county.path, actor: actorAt('supervisor', county.path), below: true },
    city: { path: city.path, actor: actorAt('supervisor', city.path), below: true },
  };
}

const FILTERS: Readonly<Record<string, RegisterFilter>> = {
  'first page': {},
  open: { stage: 'open' },
  overdue: { stage: 'overdue' },
  dueSoon: { stage: 'dueSoon' },
  concluded: { stage: 'concluded' },
  status: { status: 'processing' },
  'status of none': { status: 'consulting' },
  channel: { channel: 'fax' },
  kind: { applicantKind: 'legalServiceInstitution' },
  outcome: { outcome: 'otherHandling.partyInformation' },
  officer: { officerId: '00000005-0000-4000-8000-000000000007' },
  unassigned: { unassigned: true },
  received: { receivedFrom: '2020-03-01', receivedTo: '2020-03-31' },
  'word of 2, frequent': { q: '合同' },
  'word of 2, never': { q: '甲乙' },
  'word of 3': { q: '征收补' },
  'word of 4': { q: '机构编制' },
  'word of 7': { q: '凤山镇机构编制' },
  'two words': { q: '凤山 合同' },
  'word and filters': { q: '合同', channel: 'fax', receivedFrom: '2024-01-01' },
  'registration number': { q: '20240000123' },
};

const APPLICANT: RegisterFilter = { applicantHash: 'name-777' };

const YEAR = { from: '2024-01-01' as CivilDate, to: '2024-12-31' as CivilDate };

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

async function measure(
  kind: string,
  place: string,
  what: string,
  work: () => Promise<unknown>,
): Promise<void> {
  // Once for what is read from the disk the first time.
  await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const figures = { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
  console.log(JSON.stringify({ kind, place, what, ...figures }));
}

async function measureAll(database: Kysely<Schema>): Promise<void> {
  for (const [name, { path, actor, below }] of Object.entries(await placesOf(database))) {
    const list = async (filter: RegisterFilter) =>
      await listApplications(
        database,
        actor,
        filter.applicantHash === undefined ? 'application.read' : 'application.readApplicant',
        { ...filter, limit: 20, today: BENCH_TODAY, soon: '2026-11-27' },
      );
    const filters = name === 'organ' ? { ...FILTERS, 'applicant, exact': APPLICANT } : FILTERS;
    for (const [what, filter] of Object.entries(filters)) {
      await measure('register', name, what, async () => await list(filter));
    }
    const scope = { viewer: { actor, permission: 'application.read' }, path, below, period: YEAR } as const;
    await measure('figures', name, 'table three', async () => await countFlows(database, scope));
    await measure('figures', name, 'months', async () => await countMonths(database, scope));
    await measure('figures', name, 'cases to be proved', async () =>
      casesWithOutcomes(database, scope, PROVED_OUTCOMES),
    );
    const cell = { ...scope, row: 't3.granted', column: 'total', form: '2021', limit: 20 } as const;
    await measure('figures', name, 'cases of a cell', async () => await listCellCases(database, cell));
  }
}

/** The same organ and year, with the same cases, whatever else stands in the table. */
async function measureSteady(database: Kysely<Schema>): Promise<void> {
  const { path } = await benchSteadyOrgan(database);
  const actor = actorAt('disclosureOfficer', path);
  const scope = {
    viewer: { actor, permission: 'application.read' },
    path,
    below: false,
    period: YEAR,
  } as const;
  await measure('figures', 'steady', 'table three', async () => await countFlows(database, scope));
}

const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-application-bench-'));
const cluster = await startCluster(await openDataFolder(folder));
try {
  const owner = { host: cluster.host, port: cluster.port, ...cluster.owner, database: 'postgres' };
  const passwords = { [SERVER_ROLE]: 'server-in-bench', [PORTAL_ROLE]: 'portal-in-bench' };
  await migrate(owner, passwords, await readMigrations());
  const database = connectDatabase<Schema>(owner, 1, () => {});
  await plantBenchCases(database, CASES);
  await measureAll(database);
  await measureSteady(database);
  await database.destroy();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true });
}
