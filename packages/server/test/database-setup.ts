import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../src/adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../src/adapters/embedded-postgres/data-folder.ts';
import type { DatabaseLogin } from '../src/db/connect.ts';
import { migrate, readMigrations } from '../src/db/migrate.ts';
import { PORTAL_ROLE, SERVER_ROLE } from '../src/db/roles.ts';

/** Logins of the roles on the shared database server; each test file adds a database of its own. */
export interface TestDatabases {
  readonly owner: DatabaseLogin;
  readonly server: DatabaseLogin;
  readonly portal: DatabaseLogin;
  readonly template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    databases: TestDatabases;
  }
}

const TEMPLATE = `zhaoshi_template_${process.pid}`;

async function createTemplate(owner: DatabaseLogin): Promise<void> {
  const client = new Client({ ...owner });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
}

/** What tests write is thrown away: nothing waits for the disk. Faults are tried with databases of their own. */
async function doNotWaitForDisk(owner: DatabaseLogin): Promise<void> {
  const client = new Client({ ...owner });
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await client.query(`alter system set ${setting} = off`);
  }
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** The embedded database, or the server of `ZHAOSHI_TEST_DATABASE_URL` (its user must be a superuser). */
async function startDatabase(): Promise<{
  readonly owner: DatabaseLogin;
  readonly stop: () => Promise<void>;
}> {
  const url = process.env['ZHAOSHI_TEST_DATABASE_URL'];
  if (url !== undefined) {
    const { hostname, port, username, password, pathname } = new URL(url);
    return {
      owner: {
        host: hostname,
        port: Number(port || 5432),
        user: decodeURIComponent(username),
        password: decodeURIComponent(password),
        database: pathname.slice(1),
      },
      stop: () => Promise.resolve(),
    };
  }
  const path = mkdtempSync(join(tmpdir(), 'zhaoshi-test-'));
  const cluster = await startCluster(await openDataFolder(path));
  const owner = { host: cluster.host, port: cluster.port, ...cluster.owner, database: 'postgres' };
  await doNotWaitForDisk(owner);
  return {
    owner,
    stop: async () => {
      await cluster.stop();
      rmSync(path, { recursive: true });
    },
  };
}

/** Tests set the clock themselves; a test of the rule that things are dated now puts it back. */
async function letClocksBeSet(owner: DatabaseLogin): Promise<void> {
  const client = new Client({ ...owner, database: TEMPLATE });
  await client.connect();
  await client.query(
    "create or replace function clock_tolerance() returns interval language sql stable as $$ select interval '100 years' $$",
  );
  await client.end();
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { owner, stop } = await startDatabase();
  await createTemplate(owner);
  const passwords = { [SERVER_ROLE]: 'server-in-tests', [PORTAL_ROLE]: 'portal-in-tests' };
  await migrate({ ...owner, database: TEMPLATE }, passwords, await readMigrations());
  await letClocksBeSet(owner);
  provide('databases', {
    owner,
    server: { ...owner, user: SERVER_ROLE, password: passwords[SERVER_ROLE] },
    portal: { ...owner, user: PORTAL_ROLE, password: passwords[PORTAL_ROLE] },
    template: TEMPLATE,
  });
  return stop;
}
