import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Cluster, startCluster } from '../adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../adapters/embedded-postgres/data-folder.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../open-database.ts';
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
  const users: string[] = [];

  beforeAll(async () => {
    found = await place();
    admin = new Client({ ...found.login });
    await admin.connect();
  });

  afterAll(async () => {
    for (const user of users) {
      await admin.query(`drop database ${user} with (force)`);
      await admin.query(`drop role ${user}`);
    }
    await admin.end();
    await found.release();
  });

  /** User and database of one name; the URL that reaches it. */
  async function createOwner(user: string, may: string): Promise<string> {
    await admin.query(`create role ${user} login password 'in-tests' ${may}`);
    await admin.query(`create database ${user} owner ${user}`);
    users.push(user);
    return `postgres://${user}:in-tests@${found.login.host}:${found.login.port}/${user}`;
  }

  async function expectServed(url: string): Promise<void> {
    const opened = await openDatabase(readConfig({}, { DATABASE_URL: url }), true);
    const server = connectDatabase<Schema>(opened.server, 1, () => {});
    const portal = connectDatabase<Schema>(opened.portal, 1, () => {});
    try {
      expect(await verifyAudit(server)).toMatchObject({ intact: true });
      await expect(sql`delete from audit_entry`.execute(server)).rejects.toThrow('permission denied');
      await expect(sql`select * from audit_entry`.execute(portal)).rejects.toThrow('permission denied');
    } finally {
      await Promise.all([server.destroy(), portal.destroy()]);
      await opened.close();
    }
  }

  it('is told what an administrator has to run, and goes on after it', async () => {
    const url = await createOwner('zhaoshi_plain', '');
    const refused = await openDatabase(readConfig({}, { DATABASE_URL: url }), true).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      message: expect.stringContaining('grant zhaoshi_server, zhaoshi_portal to "zhaoshi_plain";'),
    });
    await admin.query(/请由数据库管理员执行：(.*)$/.exec(String(refused))?.[1] ?? '');
    await expectServed(url);
  });

  it.runIf(place === freshServer)('makes the roles itself where it may', async () => {
    const url = await createOwner('zhaoshi_maker', 'createrole');
    await admin.query('drop owned by zhaoshi_server, zhaoshi_portal');
    await admin.query(`drop database zhaoshi_plain with (force)`);
    await admin.query('drop role zhaoshi_server, zhaoshi_portal');
    await admin.query('create database zhaoshi_plain owner zhaoshi_plain');
    await expectServed(url);
  });

  it('is told when the database is not its own', async () => {
    const url = await createOwner('zhaoshi_guest', '');
    await admin.query('alter database zhaoshi_guest owner to current_user');
    await expect(openDatabase(readConfig({}, { DATABASE_URL: url }), true)).rejects.toThrow(
      '请由数据库管理员执行：alter database "zhaoshi_guest" owner to "zhaoshi_guest";',
    );
  });
});
