import { randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { Client } from 'pg';
import { extract, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDemonstrationDatabase } from '../../../test/demonstration-database.ts';
import type { TestDatabase } from '../../../test/test-database.ts';
import { localStorage } from '../../adapters/files/local-storage.ts';
import { spool } from '../../adapters/files/spool.ts';
import { newStorageKey } from '../../adapters/files/storage.ts';
import { connectDatabase, type DatabaseLogin } from '../../db/connect.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import type { Schema } from '../../db/schema.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { publishReport } from '../../use-cases/annual-report/publish-report.ts';
import { verifyArchive } from './archive-reader.ts';
import { backUp } from './back-up.ts';
import { CHUNK_BYTES, type Manifest } from './format.ts';
import { loadArchive, migrationsOf } from './restore.ts';

let house: string;
let test: TestDatabase;
let archive: string;
let manifest: Manifest;
const big = Buffer.alloc(2 * CHUNK_BYTES + 12_345, 'information');

const source = () => ({
  owner: test.logins.owner,
  files: localStorage(join(house, 'files')),
  program: '0.1.0',
  now: () => new Date(),
});

async function store(bytes: Buffer): Promise<string> {
  const spooled = await spool(
    join(house, 'files/incoming'),
    (async function* () {
      yield bytes;
    })(),
    1e9,
  );
  if (!spooled.ok) throw new Error(spooled.error);
  const key = newStorageKey();
  await localStorage(join(house, 'files')).put(key, spooled.value);
  return key;
}

async function emptyDatabase(): Promise<DatabaseLogin> {
  const { owner } = inject('databases');
  const database = `restore_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ ...owner });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  return { ...owner, database };
}

/** As on a server of the operator's: an owner who may do what he likes in his own database, and nowhere else. */
async function databaseOfPlainOwner(): Promise<DatabaseLogin> {
  const { database, ...superuser } = await emptyDatabase();
  const user = `plain_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ ...superuser, database });
  await client.connect();
  await client.query(`create role ${user} login password 'in-tests'`);
  await client.query(`grant zhaoshi_server, zhaoshi_portal to ${user}`);
  await client.query(`alter database ${database} owner to ${user}`);
  await client.end();
  return { ...superuser, database, user, password: 'in-tests' };
}

/** Restores into a new database and a new folder. */
async function restored(path: string, place = emptyDatabase) {
  const found = await verifyArchive(path);
  const known = await readMigrations();
  const owner = await place();
  const folder = mkdtempSync(join(house, 'restored-'));
  await migrate(owner, null, migrationsOf(found, known));
  const storage = localStorage(folder);
  const comparisons = await loadArchive(path, found, owner, {
    storage,
    spoolFolder: join(folder, 'incoming'),
  });
  await migrate(owner, null, known);
  return { owner, storage, comparisons };
}

const complaint = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was wrong',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

const sample = async () => {
  const read = await readReportFile(
    readFileSync(join(import.meta.dirname, '../../../demo/reports/jindian-2021.txt')),
  );
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-backup-'));
  test = await createDemonstrationDatabase();
  for (const bytes of [Buffer.from('一'), big, Buffer.from('二')]) await store(bytes);
  archive = join(house, 'quiet.tar');
  manifest = await backUp(source(), archive);
});

afterAll(async () => {
  await test.drop();
  rmSync(house, { recursive: true });
});

describe('backUp', () => {
  it('holds every table with its rows, and is for nobody else to read', async () => {
    const rows = await test.server
      .selectFrom('report_cell')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(manifest.tables.find(({ name }) => name === 'public.report_cell')?.rows).toBe(rows.n);
    expect(manifest.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['public.migration', 'pgboss.job']),
    );
    expect(manifest.files).toMatchObject({ count: 3, bytes: big.length + 6 });
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    expect(readdirSync(house).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('gives equal hashes for equal content', async () => {
    const again = await backUp(source(), join(house, 'again.tar'));
    expect(again.tables).toEqual(manifest.tables);
  });

  it('never writes over a file, nor leaves one behind when the storage fails', async () => {
    expect(await complaint(backUp(source(), archive))).toContain('文件已存在');
    const broken = {
      ...source(),
      files: { list: source().files.list, open: () => Promise.reject(new Error('torn')) },
    };
    expect(await complaint(backUp(broken, join(house, 'broken.tar')))).toBe('torn');
    expect(readdirSync(house).filter((name) => name.startsWith('broken'))).toEqual([]);
  });

  it('has nothing to back up in an empty database', async () => {
    const empty = { ...source(), owner: await emptyDatabase() };
    expect(await complaint(backUp(empty, join(house, 'empty.tar')))).toContain('没有可备份的内容');
  });
});

describe('a restoration', () => {
  it('gives equal hashes, an intact audit trail and the same files, from a backup taken while writers work', async () => {
    const read = await sample();
    const organs = await test.server
      .selectFrom('organ')
      .select(['region_id', 'organ_id'])
      .orderBy('slug')
      .execute();
    const work = { goesOn: true };
    const acknowledged: string[] = [];
    const write = async (index: number): Promise<void> => {
      const organ = organs[index]!;
      while (work.goesOn) {
        const result = await publishReport(test.context, {
          actor: 'system:test',
          regionId: organ.region_id,
          organId: organ.organ_id,
          reportYear: 2021,
          read: { ...read, report: { ...read.report, title: randomUUID() } },
        });
        if (result.ok) acknowledged.push(result.value.contentSha256);
      }
    };
    const writers = [write(0), write(1), write(2)];
    const moreThan = async (count: number) =>
      await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(count);
    await moreThan(2);
    const before = [...acknowledged];
    const path = join(house, 'busy.tar');
    const { files } = source();
    // However quick the backup is, something is written before it ends.
    const list: typeof files.list = async function* () {
      await moreThan(acknowledged.length);
      yield* files.list();
    };
    const busy = await backUp({ ...source(), files: { ...files, list } }, path);
    work.goesOn = false;
    await Promise.all(writers);

    const { owner, storage, comparisons } = await restored(path);
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([]);
    expect(comparisons).toHaveLength(busy.tables.length + 1);
    const database = connectDatabase<Schema>(owner, 1, () => {});
    expect(await verifyAudit(database)).toMatchObject({ intact: true, entries: busy.audit.sequence });
    const versions = await database.selectFrom('report_version').select('content_sha256').execute();
    const kept = new Set(versions.map(({ content_sha256 }) => content_sha256));
    expect(before.every((hash) => kept.has(hash))).toBe(true);
    await database.destroy();

    const sizes: number[] = [];
    for await (const { key } of storage.list()) {
      const content = await storage.open(key);
      const bytes = content === null ? Buffer.alloc(0) : await buffer(content);
      sizes.push(bytes.length);
      if (bytes.length > 10) expect(bytes.equals(big)).toBe(true);
    }
    expect(sizes.toSorted((a, b) => a - b)).toEqual([3, 3, big.length]);
  });

  it.each([
    ['a superuser', emptyDatabase],
    ['an owner without further rights', databaseOfPlainOwner],
  ])('by %s leaves the rules of the database in force', async (_, place) => {
    const { owner, comparisons } = await restored(archive, place);
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([]);
    const client = new Client({ ...owner });
    await client.connect();
    await expect(client.query('delete from audit_entry')).rejects.toThrow('append-only');
    await expect(
      client.query(
        'insert into annual_report values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 2021)',
      ),
    ).rejects.toThrow('foreign key');
    const keys =
      "select count(*)::integer as n from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace";
    const { rows } = await client.query<{ n: number }>(keys);
    const original = new Client({ ...test.logins.owner });
    await original.connect();
    expect(rows).toEqual((await original.query(keys)).rows);
    await Promise.all([client.end(), original.end()]);
  });

  it('brings the archive of an older program up to date', async () => {
    const known = await readMigrations();
    const owner = await emptyDatabase();
    await migrate(owner, null, known.slice(0, 1));
    const client = new Client({ ...owner });
    await client.connect();
    await client.query("insert into region values (gen_random_uuid(), null, 'old', '旧市', 'city', false)");
    await client.end();
    const path = join(house, 'old.tar');
    expect((await backUp({ ...source(), owner }, path)).migrations).toHaveLength(1);
    const place = await restored(path);
    const after = new Client({ ...place.owner });
    await after.connect();
    expect((await after.query('select name from region')).rows).toEqual([{ name: '旧市' }]);
    expect((await after.query('select from migration')).rowCount).toBe(known.length);
    await after.end();
  });

  it('takes everything back when a row is not as in the archive', async () => {
    const found = await verifyArchive(archive);
    const known = await readMigrations();
    const owner = await emptyDatabase();
    await migrate(owner, null, known);
    const folder = mkdtempSync(join(house, 'wrong-'));
    const wrong = {
      ...found,
      tables: found.tables.map((table) =>
        table.name === 'public.organ' ? { ...table, sha256: '0'.repeat(64) } : table,
      ),
    };
    const files = { storage: localStorage(folder), spoolFolder: join(folder, 'incoming') };
    expect(await complaint(loadArchive(archive, wrong, owner, files))).toContain('public.organ');
    const client = new Client({ ...owner });
    await client.connect();
    expect((await client.query('select from organ')).rowCount).toBe(0);
    await client.end();
  });
});

/** Where each entry's bytes begin in the archive. */
async function entryPlaces(): Promise<{ name: string; start: number; size: number }[]> {
  const places: { name: string; start: number; size: number }[] = [];
  const tar = extract();
  createReadStream(archive).pipe(tar);
  for await (const entry of tar) {
    const { name, size } = entry.header;
    places.push({ name, size, start: (entry.header as unknown as { byteOffset: number }).byteOffset });
    entry.resume();
  }
  return places;
}

function altered(change: (bytes: Buffer) => Buffer): string {
  const path = join(house, `altered-${randomUUID()}.tar`);
  writeFileSync(path, change(Buffer.from(readFileSync(archive))));
  return path;
}

async function tarOf(
  entries: readonly { name: string; bytes: string; type?: 'file' | 'symlink' }[],
): Promise<string> {
  const path = join(house, `made-${randomUUID()}.tar`);
  const tar = pack();
  for (const { name, bytes, type = 'file' } of entries) {
    if (type === 'file') tar.entry({ name }, bytes);
    else tar.entry({ name, type, linkname: bytes });
  }
  tar.finalize();
  await pipeline(tar, createWriteStream(path));
  return path;
}

const HEADER_TEXT = JSON.stringify({ format: 1, program: '0.1.0', createdAt: '2026-11-21T00:00:00Z' });

describe('an archive that is not as it was written', () => {
  it('is found out by one flipped bit in any entry, and the table or file is named', async () => {
    for (const { name, start, size } of await entryPlaces()) {
      if (size === 0) continue;
      const at = start + Math.floor(size / 2);
      const path = altered((bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      });
      const told = await complaint(verifyArchive(path));
      const part = name.replace(/\/(?:\d{6}|sum)$/, '').replace('manifest.sha256', 'manifest.json');
      expect(told, name).toMatch(/损坏|不是昭示|格式/);
      if (name !== 'zhaoshi-backup.json') expect(told, name).toContain(part);
      rmSync(path);
    }
  });

  it('is found out by a flipped bit in the frame between entries', async () => {
    for (const { name, start } of await entryPlaces()) {
      const path = altered((bytes) => {
        bytes[start - 512] = (bytes[start - 512] ?? 0) ^ 1;
        return bytes;
      });
      expect(await complaint(verifyArchive(path)), name).toMatch(/损坏|不完整|不是昭示|不属于/);
      rmSync(path);
    }
  });

  it('is found out wherever it breaks off', async () => {
    const size = statSync(archive).size;
    // The last kilobyte is the end mark of tar, without which the archive is still whole.
    const lengths = [
      0,
      1,
      511,
      512,
      1024,
      ...Array.from({ length: 40 }, (_, index) => Math.floor((size * index) / 40)),
      size - 1024 - 600,
    ];
    for (const length of lengths) {
      const path = altered((bytes) => bytes.subarray(0, length));
      expect(await complaint(verifyArchive(path)), String(length)).toMatch(/不完整|损坏|不是昭示/);
      rmSync(path);
    }
  });

  it('is refused when it holds a path that leads elsewhere, a link, or anything else', async () => {
    const strangers = [
      { name: '../../etc/cron.d/x', bytes: 'x' },
      { name: 'files/../../x', bytes: 'x' },
      { name: '/etc/passwd', bytes: 'x' },
      { name: `files/${'0'.repeat(32)}/../000000`, bytes: 'x' },
      { name: 'tables/public.organ;drop/000000', bytes: 'x' },
      { name: 'tables/public.organ/000000', bytes: '/etc/passwd', type: 'symlink' as const },
    ];
    for (const stranger of strangers) {
      const path = await tarOf([{ name: 'zhaoshi-backup.json', bytes: HEADER_TEXT }, stranger]);
      expect(await complaint(verifyArchive(path)), stranger.name).toContain('不属于备份');
    }
  });

  it('is refused when it is no backup, or one of a newer program', async () => {
    expect(
      await complaint(verifyArchive(await tarOf([{ name: 'zhaoshi-backup.json', bytes: '{}' }]))),
    ).toContain('不是昭示的备份');
    expect(await complaint(verifyArchive(join(house, 'none.tar')))).toContain('找不到备份文件');
    const newer = HEADER_TEXT.replace('"format":1', '"format":2').replace('0.1.0', '9.0.0');
    expect(
      await complaint(verifyArchive(await tarOf([{ name: 'zhaoshi-backup.json', bytes: newer }]))),
    ).toContain('由更新版本的昭示（9.0.0）');
    const known = await readMigrations();
    const later = {
      ...manifest,
      migrations: [...manifest.migrations, { name: '9999-later.sql', checksum: 'x' }],
    };
    expect(() => migrationsOf(later, known)).toThrow('9999-later.sql');
    expect(migrationsOf({ ...manifest, migrations: manifest.migrations.slice(0, 1) }, known)).toHaveLength(1);
  });
});
