import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Cluster, startCluster } from '../adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../adapters/embedded-postgres/data-folder.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../open-database.ts';
import { inspect } from '../operations/doctor/inspect.ts';
import { connectDatabase, type DatabaseLogin } from './connect.ts';
import type { Schema } from './schema.ts';
import { verifyAudit } from './verify-audit.ts';

interface Place {
  readonly login: DatabaseLogin;
  readonly release: () => Promise<void>;
}

/** A database server on which nobody has made the roles yet. */
async function freshServer(): Promise<Place> {
  const path = mkdtempSync(join(tmpdir(), 'zhaoshi-roles-'));
  chmodSync(path, 0o711);
  const cluster: Cluster = await startCluster(await openDataFolder(path));
  return {
    login: { host: cluster.host, port: cluster.port, ...cluster.owner, database: 'postgres' },
    release: async () => {
      await cluster.stop();
      rmSync(path, { recursive: true });
    },
  };
}

const sharedServer = (): Promise<Place> =>
  Promise.resolve({ login: inject('databases').owner, release: () => Promise.resolve() });

describe.each([
  ['where the roles are not there yet', freshServer],
  ['where the roles are there', sharedServer],
])('an owner in DATABASE_URL who is no superuser, on a server %s', (_, place) => {
  let found: Place;
  let admin: Client;
  let data: string;
  const users: string[] = [];

  beforeAll(async () => {
    found = await place();
    data = mkdtempSync(join(tmpdir(), 'zhaoshi-logins-'));
    admin = new Client({ ...found.login });
    await admin.connect();
  });

  afterAll(async () => {
    for (const user of users) {
      await admin.query(`drop database if exists ${user} with (force)`);
      const { rows } = await admin.query(
        "select rolname as name from pg_roles where rolname ~ '^zhaoshi_(server|portal)_[0-9a-f]{8}$'",
      );
      for (const { name } of rows) await admin.query(`drop role ${String(name)}`);
      await admin.query(`drop role ${user}`);
    }
    await admin.end();
    rmSync(data, { recursive: true });
    await found.release();
  });

  /** User and database of one name; the URL that reaches it. */
  async function createOwner(user: string, may: string): Promise<string> {
    await admin.query(`create role ${user} login password 'in-tests' ${may}`);
    await admin.query(`create database ${user} owner ${user}`);
    users.push(user);
    return `postgres://${user}:in-tests@${found.login.host}:${found.login.port}/${user}`;
  }

  async function expectServed(url: string, hasOwnUsers: boolean): Promise<void> {
    const opened = await openDatabase(readConfig({ data }, { DATABASE_URL: url }), true);
    expect(opened.hasOwnUsers).toBe(hasOwnUsers);
    const server = connectDatabase<Schema>(opened.server, 1, () => {});
    const portal = connectDatabase<Schema>(opened.portal, 1, () => {});
    try {
      expect(await verifyAudit(server)).toMatchObject({ intact: true });
      for (const [pool, role] of [
        [server, 'zhaoshi_server'],
        [portal, 'zhaoshi_portal'],
      ] as const) {
        const who = await sql<{ role: string; memory: string }>`
          select current_user as role, current_setting('work_mem') as memory`.execute(pool);
        expect(who.rows).toEqual([{ role, memory: url.includes('options=') ? '8MB' : '4MB' }]);
      }
      if (hasOwnUsers) {
        for (const back of ['set role none', 'reset role', 'set session authorization default']) {
          await sql.raw(back).execute(server);
          await expect(sql`truncate audit_entry`.execute(server)).rejects.toThrow('permission denied');
          await expect(sql`alter table audit_entry disable trigger all`.execute(server)).rejects.toThrow(
            'must be owner',
          );
        }
        await sql`set role zhaoshi_server`.execute(server);
      }
      await expect(sql`delete from audit_entry`.execute(server)).rejects.toThrow('permission denied');
      await expect(sql`select * from audit_entry`.execute(portal)).rejects.toThrow('permission denied');
    } finally {
      await Promise.all([server.destroy(), portal.destroy()]);
      await opened.close();
    }
  }

  /** Whether `doctor` says that a session could become the owner's. */
  async function isWarned(url: string): Promise<boolean> {
    const { findings } = await inspect({ data }, { DATABASE_URL: url });
    return findings.some(({ subject, level }) => subject === '数据库用户' && level === 'notice');
  }

  it('is told what an administrator has to run, and goes on after it', async () => {
    const url = await createOwner('zhaoshi_plain', '');
    const refused = await openDatabase(readConfig({ data }, { DATABASE_URL: url }), true).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      message: expect.stringContaining('grant zhaoshi_server, zhaoshi_portal to "zhaoshi_plain";'),
    });
    await admin.query(/请由数据库管理员执行：(.*)$/.exec(String(refused))?.[1] ?? '');
    await expectServed(url, false);
    expect(await isWarned(url)).toBe(true);
    // Options of the URL stay beside ours, and do not take their place.
    await expectServed(`${url}?options=-c%20work_mem%3D8MB`, false);
    await expectServed(`${url}?options=-c%20work_mem%3D8MB%20-c%20role%3Dnone`, false);
  });

  it('is not served when the role is more than it should be', async () => {
    const url = await createOwner('zhaoshi_lax', '');
    await admin.query('grant zhaoshi_server, zhaoshi_portal to zhaoshi_lax');
    await expectServed(url, false);
    const lax = new Client({ ...found.login, database: 'zhaoshi_lax' });
    await lax.connect();
    await lax.query('alter table audit_entry owner to zhaoshi_server');
    await lax.end();
    await expect(openDatabase(readConfig({ data }, { DATABASE_URL: url }), true)).rejects.toThrow(
      '审计记录将得不到保护',
    );
    await admin.query('drop database zhaoshi_lax with (force)');
  });

  it.runIf(place === freshServer)('makes the roles itself where it may', async () => {
    const url = await createOwner('zhaoshi_maker', 'createrole');
    await admin.query('drop owned by zhaoshi_server, zhaoshi_portal');
    await admin.query(`drop database zhaoshi_plain with (force)`);
    await admin.query('drop role zhaoshi_server, zhaoshi_portal');
    await admin.query('create database zhaoshi_plain owner zhaoshi_plain');
    await expectServed(url, true);
    // A second time with the logins that it kept, and with options in the URL.
    await expectServed(`${url}?options=-c%20work_mem%3D8MB`, true);
    expect(await isWarned(url)).toBe(false);
    expect(statSync(join(data, 'keys/database-logins.json')).mode & 0o777).toBe(0o600);
  });

  it('is told when the database is not its own', async () => {
    const url = await createOwner('zhaoshi_guest', '');
    await admin.query('alter database zhaoshi_guest owner to current_user');
    await expect(openDatabase(readConfig({ data }, { DATABASE_URL: url }), true)).rejects.toThrow(
      '请由数据库管理员执行：alter database "zhaoshi_guest" owner to "zhaoshi_guest";',
    );
  });
});
