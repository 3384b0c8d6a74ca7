import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { localStorage } from '../../adapters/files/local-storage.ts';
import { spool } from '../../adapters/files/spool.ts';
import { newStorageKey } from '../../adapters/files/storage.ts';
import { requireSameKey } from '../../adapters/secret-box/require-same-key.ts';
import { createSecretBox } from '../../adapters/secret-box/secret-box.ts';
import { readConfig } from '../../config.ts';
import { backUp } from './back-up.ts';
import { restoreInto } from './restore-into.ts';

const KEY = Buffer.alloc(32, 7);

let house: string;
let test: TestDatabase;
let archive: string;
let keys: { readonly folder: string };

/** As after a loss of everything but archive and keys. */
const withKeys = () => ({ keys, erasures: 'none' }) as const;

let fresh: string;

async function store(folder: string): Promise<void> {
  const spooled = await spool(
    join(folder, 'incoming'),
    (async function* () {
      yield Buffer.from('information');
    })(),
    100,
  );
  if (spooled.ok) await localStorage(folder).put(newStorageKey(), spooled.value);
}

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

/** A message that left so many days ago, and whose address and words are still there. */
async function plantMessage(place: { region_id: string; organ_id: string }, days: number): Promise<string> {
  const key = { region_id: place.region_id, message_id: randomUUID() };
  await test.server
    .insertInto('message')
    .values({
      ...key,
      organ_id: place.organ_id,
      channel: 'mail',
      template: 'system.test',
      recipient: 'account/x',
      state: 'sent',
      error_code: null,
      requested_at: daysAgo(days),
      settled_at: daysAgo(days),
    })
    .execute();
  await test.server
    .insertInto('message_content')
    .values({ ...key, sealed: 'sealed' })
    .execute();
  return key.message_id;
}

async function plantMessages(): Promise<void> {
  const place = { region_id: randomUUID(), organ_id: randomUUID() };
  const named = { slug: 'top', name: '测试市', level: 'city' as const };
  await test.server
    .insertInto('region')
    .values({ ...named, region_id: place.region_id, parent_id: null, is_demonstration: false })
    .execute();
  await test.server
    .insertInto('organ')
    .values({
      ...named,
      ...place,
      parent_id: null,
      kind: 'cityGovernment',
      valid_from: '2019-05-15',
      valid_to: null,
      path: `${place.organ_id}/`,
    })
    .execute();
  await plantMessage(place, 31);
  fresh = await plantMessage(place, 1);
}

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-restore-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o755);
  test = await createTestDatabase();
  await store(join(house, 'files'));
  await requireSameKey(test.server, createSecretBox(KEY));
  await plantMessages();
  await plantAccess();
  archive = join(house, 'backup.tar');
  await backUp(
    {
      owner: test.logins.owner,
      files: localStorage(join(house, 'files')),
      program: '0.1.0',
      now: () => new Date(),
    },
    archive,
  );
  keys = { folder: join(house, 'keys') };
  mkdirSync(keys.folder);
  writeFileSync(join(keys.folder, 'secret.key'), `${KEY.toString('base64url')}\n`, {
    mode: 0o644,
  });
});

afterAll(async () => {
  await test.drop();
  rmSync(house, { recursive: true });
});

const ACCOUNT = randomUUID();

/** Somebody signed in, with a role, a recovery code not yet spent and an open link, when the backup was made. */
async function plantAccess(): Promise<void> {
  const at = new Date();
  const later = new Date(at.getTime() + 86_400_000);
  const account = { account_id: ACCOUNT };
  await test.server
    .insertInto('account')
    .values([
      { ...account, login_name: 'wanglei', display_name: '王磊', created_at: at },
      {
        account_id: randomUUID(),
        login_name: 'gone',
        display_name: '离任',
        created_at: at,
        disabled_at: at,
      },
    ])
    .execute();
  const organ = await test.server
    .selectFrom('organ')
    .select(['region_id', 'organ_id'])
    .executeTakeFirstOrThrow();
  await test.server
    .insertInto('membership')
    .values({
      ...organ,
      ...account,
      membership_id: randomUUID(),
      role: 'drafter',
      granted_at: at,
      revoked_at: null,
    })
    .execute();
  await test.server
    .insertInto('session')
    .values({
      ...account,
      ...organ,
      session_id: randomUUID(),
      token_sha256: 'a token',
      stage: 'full',
      device: 'Chrome, Windows',
      created_at: at,
      last_seen_at: at,
      expires_at: later,
      ended_at: null,
    })
    .execute();
  await test.server
    .insertInto('one_time_link')
    .values([
      { ...account, token_sha256: 'open', purpose: 'setPassword', expires_at: later, used_at: null },
      { ...account, token_sha256: 'spent', purpose: 'setPassword', expires_at: later, used_at: at },
    ])
    .execute();
  await test.server
    .insertInto('recovery_code')
    .values([
      { ...account, code_sha256: 'open', used_at: null },
      { ...account, code_sha256: 'spent', used_at: at },
    ])
    .execute();
}

async function emptyDatabase(): Promise<string> {
  const { owner } = inject('databases');
  const database = `into_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ ...owner });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  return `postgres://${owner.user}:${encodeURIComponent(String(owner.password))}@${owner.host}:${owner.port}/${database}`;
}

async function markOfKeys(url: string | null): Promise<number | null> {
  const client = new Client({ connectionString: url ?? '' });
  await client.connect();
  const { rowCount } = await client.query('select from installation');
  await client.end();
  return rowCount;
}

const place = (): string => join(house, randomUUID());

const complaint = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was wrong',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe('restoreInto a database of the operator', () => {
  it('fills an empty one, with files and keys in the data folder', async () => {
    const data = place();
    const config = readConfig({ data }, { DATABASE_URL: await emptyDatabase() });
    const { comparisons, audit } = await restoreInto(archive, config, withKeys());
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([]);
    expect(comparisons.at(-1)).toMatchObject({ name: 'files', count: 1 });
    expect(audit.intact).toBe(true);
    expect(existsSync(join(data, 'keys/secret.key'))).toBe(true);
    expect(await markOfKeys(config.databaseUrl)).toBe(1);

    expect(await complaint(restoreInto(archive, { ...config, data: place() }, withKeys()))).toContain(
      '目标数据库不是空的',
    );
  });

  it('攻击 31：erases again what was over since the backup was made, and says so in the trail', async () => {
    const url = await emptyDatabase();
    const config = readConfig({ data: place() }, { DATABASE_URL: url });
    const { erased, audit } = await restoreInto(archive, config, withKeys());
    expect(erased).toMatchObject({ message: 1, failedJob: 0 });
    expect(audit.intact).toBe(true);
    const client = new Client({ connectionString: url });
    await client.connect();
    const contents = await client.query('select message_id from message_content');
    const entries = await client.query("select details from audit_entry where action = 'retention.remove'");
    await client.end();
    expect(contents.rows).toEqual([{ message_id: fresh }]);
    expect(entries.rows.map(({ details }) => JSON.parse(String(details)))).toEqual([erased]);
  });

  it('lets nobody go on by what may have ended since the backup, and tells who has access again', async () => {
    const url = await emptyDatabase();
    const config = readConfig({ data: place() }, { DATABASE_URL: url });
    const { accounts, audit, voided } = await restoreInto(archive, config, withKeys());
    expect(voided).toEqual({ sessions: 1, oneTimeLinks: 1, recoveryCodes: 1 });
    expect(accounts).toEqual([{ loginName: 'wanglei', roles: [{ organ: '测试市', role: 'drafter' }] }]);
    expect(audit.intact).toBe(true);
    const client = new Client({ connectionString: url });
    await client.connect();
    const open = await client.query(
      `select (select count(*) from session where ended_at is null) as sessions,
         (select count(*) from one_time_link where used_at is null) as links,
         (select count(*) from recovery_code where used_at is null) as codes`,
    );
    const entries = await client.query("select details from audit_entry where action = 'backup.restore'");
    await client.end();
    expect(open.rows).toEqual([{ sessions: '0', links: '0', codes: '0' }]);
    expect(entries.rows.map(({ details }) => JSON.parse(String(details)))).toEqual([
      expect.objectContaining(voided),
    ]);
  });

  it('forgets the mark of keys that are lost, so that the next start can make new ones', async () => {
    const config = readConfig({ data: place() }, { DATABASE_URL: await emptyDatabase() });
    await restoreInto(archive, config, { keys: 'new', erasures: 'none' });
    expect(await markOfKeys(config.databaseUrl)).toBe(0);
  });

  it('wants the storage empty, before it touches the database', async () => {
    const files = place();
    await store(files);
    const url = await emptyDatabase();
    const config = readConfig({ data: place() }, { DATABASE_URL: url, ZHAOSHI_FILES: files });
    expect(await complaint(restoreInto(archive, config, withKeys()))).toContain('文件存储不是空的');
    const client = new Client({ connectionString: url });
    await client.connect();
    expect((await client.query("select from pg_tables where schemaname = 'public'")).rowCount).toBe(0);
    await client.end();
  });
});

describe('restoreInto a data folder', () => {
  it('does away with what an interrupted restoration left, and leaves nothing beside its place', async () => {
    const data = place();
    mkdirSync(`${data}.restoring`);
    writeFileSync(join(`${data}.restoring`, 'zhaoshi.json'), 'half');
    await restoreInto(archive, readConfig({ data }, {}), withKeys());
    expect(existsSync(`${data}.restoring`)).toBe(false);
    expect(readFileSync(join(data, 'keys/secret.key'))).toEqual(
      readFileSync(join(keys.folder, 'secret.key')),
    );
    expect(existsSync(join(data, 'server.lock'))).toBe(false);
  });

  it('leaves the place as it was when the archive is damaged', async () => {
    const bytes = readFileSync(archive);
    const at = bytes.indexOf('0001-publication.sql');
    bytes[at] = 0x31;
    const damaged = join(house, 'damaged.tar');
    writeFileSync(damaged, bytes);
    const data = place();
    mkdirSync(data);
    expect(await complaint(restoreInto(damaged, readConfig({ data }, {}), withKeys()))).toContain(
      'tables/public.migration',
    );
    expect(readdirSync(data)).toEqual([]);
  });

  it('asks where the keys are', async () => {
    const config = readConfig({ data: place() }, {});
    expect(await complaint(restoreInto(archive, config, { keys: undefined, erasures: 'none' }))).toContain(
      '--keys',
    );
    expect(
      await complaint(restoreInto(archive, config, { keys: { folder: house }, erasures: 'none' })),
    ).toContain('没有 secret.key');
    expect(existsSync(config.data ?? '')).toBe(false);
  });

  it('asks what was erased since, and says where it looked', async () => {
    const config = readConfig({ data: place() }, {});
    const said = await complaint(restoreInto(archive, config, { keys, erasures: undefined }));
    expect(said).toContain('没有找到清除名单');
    expect(said).toContain(join(house, 'erasures'));
    expect(existsSync(config.data ?? '')).toBe(false);
  });

  it('notices that the keys are those of another installation, and leaves nothing', async () => {
    const other = join(house, randomUUID());
    mkdirSync(other);
    writeFileSync(join(other, 'secret.key'), `${Buffer.alloc(32, 8).toString('base64url')}\n`);
    const config = readConfig({ data: place() }, {});
    const given = { keys: { folder: other }, erasures: 'none' } as const;
    expect(await complaint(restoreInto(archive, config, given))).toContain('密钥不是本数据库所用的密钥');
    expect(existsSync(config.data ?? '')).toBe(false);
  });
});
