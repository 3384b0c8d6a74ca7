import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import {
  plantCaseFile,
  plantRedaction,
  setStatus,
  sourcePdf,
} from '../../../test/application-file-samples.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { openFiles } from '../../adapters/files/open-files.ts';
import { requireSameKey } from '../../adapters/secret-box/require-same-key.ts';
import { createSecretBox } from '../../adapters/secret-box/secret-box.ts';
import { readConfig } from '../../config.ts';
import { connectDatabase } from '../../db/connect.ts';
import { caseFileRows } from '../../db/queries/case-files.ts';
import type { Schema } from '../../db/schema.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { applicantHash, openApplicant } from '../../use-cases/applications/applicants.ts';
import { openForm } from '../../use-cases/applications/show-case.ts';
import { openContent } from '../../use-cases/files/sealed-file.ts';
import { sweepUnattachedFiles } from '../../use-cases/files/sweep-files.ts';
import { backUp } from '../backup/back-up.ts';
import { restoreInto } from '../backup/restore-into.ts';
import { FILE_REFERENCES } from './erase.ts';
import { eraseIdentities } from './erase-identities.ts';
import { exportErasures } from './export-erasures.ts';
import { requireErasures } from './require-erasures.ts';

const KEY = Buffer.alloc(32, 9);
const box = createSecretBox(KEY);
const NUMBER = SAMPLE_FORM.applicant.identityNumber ?? '';

let house: string;
let world: World;
let archive: string;
let keys: { readonly folder: string };
/** Of the same applicant: one finished long ago, one still open. */
let finished: PlantedCase;
let open: PlantedCase;
/** Of another applicant, finished long ago. */
let alone: PlantedCase;
let identityFile: string;

/** The reply reached its applicant on a day; how it came to that is no matter here. */
async function finish({ regionId, applicationId }: PlantedCase, on: string): Promise<void> {
  await world.database.server
    .insertInto('application_event')
    .values({
      region_id: regionId,
      application_id: applicationId,
      sequence: 50,
      type: 'deliverReply',
      data: JSON.stringify({ on, letterId: randomUUID(), way: 'direct' }),
      sealed: null,
      recorded_at: world.database.context.now(),
      actor: await world.newPerson(world.county, ['disclosureOfficer']),
    })
    .execute();
  await world.database.owner
    .updateTable('application')
    .set({ result_on: on, result_outcome: 'granted.provided', receipt_date: null })
    .where('application_id', '=', applicationId)
    .execute();
  await setStatus(world, applicationId, 'closed');
}

const takeBackup = async (name: string): Promise<string> => {
  const path = join(house, name);
  await backUp(
    {
      owner: world.database.logins.owner,
      files: world.services.files.storage,
      program: '0.1.0',
      now: () => new Date(),
    },
    path,
  );
  return path;
};

const contextOf = () => ({ ...world.database.context, services: world.services });

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-erasures-'));
  chmodSync(house, 0o755);
  world = await createWorld({ secretBox: box, erasureFolder: join(house, 'old', 'erasures') });
  await requireSameKey(world.database.server, box);
  keys = { folder: join(house, 'old', 'keys') };
  mkdirSync(keys.folder, { recursive: true });
  writeFileSync(join(keys.folder, 'secret.key'), `${KEY.toString('base64url')}\n`);
  finished = await plantCase(world, world.county);
  open = await plantCase(world, world.county);
  alone = await plantCase(world, world.county, {
    form: {
      ...SAMPLE_FORM,
      applicant: { ...SAMPLE_FORM.applicant, name: '钱测试乙', identityNumber: NUMBER },
    },
  });
  identityFile = await plantCaseFile(world, world.county, finished, { use: 'identity' });
  await plantCaseFile(world, world.county, finished, { use: 'evidence' });
  await plantRedaction(world, world.county, finished);
  await plantCaseFile(world, world.county, open, { use: 'identity' });
  await finish(finished, '2024-02-01');
  await finish(alone, '2024-02-01');
  archive = await takeBackup('before.tar');
});
afterAll(async () => {
  await world.close();
  rmSync(house, { recursive: true });
});

async function emptyDatabase(): Promise<string> {
  const { owner } = inject('databases');
  const database = `into_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ ...owner });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  return `postgres://${owner.user}:${encodeURIComponent(String(owner.password))}@${owner.host}:${owner.port}/${database}`;
}

type Database = World['database']['server'];

const formOf = async (database: Database, { applicationId }: PlantedCase) =>
  openForm(
    box,
    await database
      .selectFrom('application')
      .select(['application_id', 'sealed'])
      .where('application_id', '=', applicationId)
      .executeTakeFirstOrThrow(),
  );

const recordOf = async (database: Database, { applicationId }: PlantedCase) =>
  await database
    .selectFrom('applicant')
    .innerJoin('application', 'application.applicant_id', 'applicant.applicant_id')
    .select(['applicant.applicant_id', 'applicant.sealed', 'applicant.identity_hash'])
    .where('application.application_id', '=', applicationId)
    .executeTakeFirstOrThrow();

const usesOf = async (database: Database, planted: PlantedCase): Promise<readonly string[]> =>
  (await caseFileRows(database, planted)).map(({ use }) => use);

/** What the documents of the three cases look like once they were erased. */
async function expectErased(database: Database): Promise<void> {
  expect((await formOf(database, finished)).applicant).toEqual({
    ...SAMPLE_FORM.applicant,
    identityNumber: null,
  });
  expect((await formOf(database, alone)).applicant.identityNumber).toBeNull();
  expect((await formOf(database, open)).applicant.identityNumber).toBe(NUMBER);
  expect(await usesOf(database, finished)).toEqual(expect.not.arrayContaining(['identity']));
  expect(await usesOf(database, finished)).toContain('evidence');
  expect(await usesOf(database, open)).toContain('identity');
  const gone = await database
    .selectFrom('file')
    .select('file_id')
    .where('file_id', '=', identityFile)
    .execute();
  expect(gone).toEqual([]);
  // Another case of the same person needs the number; nobody needs that of the other person.
  expect((await recordOf(database, open)).identity_hash).toBe(applicantHash(box, NUMBER));
  const record = await recordOf(database, alone);
  expect([record.identity_hash, openApplicant(box, record).identityNumber]).toEqual([null, null]);
  expect(openApplicant(box, record).name).toBe('钱测试乙');
  expect(await verifyAudit(database)).toMatchObject({ intact: true });
}

describe('a backup of cases with their sealed files', () => {
  it('is restored to equal hashes, and the files open with the keys that were kept apart', async () => {
    const data = join(house, 'whole');
    const config = readConfig({ data }, { DATABASE_URL: await emptyDatabase() });
    const { comparisons, replayed } = await restoreInto(archive, config, { keys, erasures: 'none' });
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([]);
    expect(comparisons.find(({ name }) => name === 'public.application_file')).toMatchObject({ count: 5 });
    expect(replayed).toBeNull();
    const database = connectDatabase<Schema>({ connectionString: config.databaseUrl ?? '' }, 1, () => {});
    const files = await openFiles(config.files, data, () => {});
    const rows = await caseFileRows(database, finished);
    const identity = rows.find(({ use }) => use === 'identity');
    const content = identity && (await openContent({ files, secretBox: box }, identity));
    expect(content && (await buffer(content)).equals(sourcePdf())).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('张三');
    await database.destroy();
  });
});

describe('identity documents', () => {
  it('go a year after the last remedy period: file, form and record, and nothing else', async () => {
    const { server } = world.database;
    const { storage_key } = await server
      .selectFrom('file')
      .select('storage_key')
      .where('file_id', '=', identityFile)
      .executeTakeFirstOrThrow();
    expect(await eraseIdentities(contextOf())).toBe(2);
    await expectErased(server);
    expect(await world.services.files.storage.open(storage_key)).toBeNull();
    const entries = await server
      .selectFrom('audit_entry')
      .select(['subject', 'details'])
      .where('action', '=', 'retention.eraseIdentity')
      .execute();
    expect(entries.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([`application/${finished.applicationId}`, `application/${alone.applicationId}`]),
    );
    expect(JSON.stringify(entries)).not.toContain(NUMBER);
    expect(await eraseIdentities(contextOf())).toBe(0);
  });

  it('stay for a day less, and while the case is open again', async () => {
    const late = await plantCase(world, world.county);
    // Six months to sue end on 2025-11-21; 365 days later is today, and the documents go on the day after it.
    await finish(late, '2025-05-21');
    expect(await eraseIdentities(contextOf())).toBe(0);
    const reopened = await plantCase(world, world.county);
    await finish(reopened, '2024-02-01');
    await setStatus(world, reopened.applicationId, 'processing');
    expect(await eraseIdentities(contextOf())).toBe(0);
    expect((await formOf(world.database.server, reopened)).applicant.identityNumber).toBe(NUMBER);
  });
});

describe('the list of what was erased', () => {
  it('is written outside the backup, with ids alone, and nobody takes an entry out of the database', async () => {
    const folder = world.services.erasureFolder;
    expect(await exportErasures(world.database.server, folder)).toEqual(['2026-11-21']);
    const text = readFileSync(join(folder, 'erasures-2026-11-21.json'), 'utf8');
    const { erasures } = JSON.parse(text);
    expect(erasures).toHaveLength(4);
    expect(text).toContain(identityFile);
    expect(text).not.toMatch(/测试|11010519/);
    expect(await exportErasures(world.database.server, folder)).toEqual([]);
    await expect(world.database.server.deleteFrom('erasure').execute()).rejects.toThrow('permission denied');
    await expect(
      world.database.server.updateTable('erasure').set({ kind: 'file' }).execute(),
    ).rejects.toThrow('permission denied');
  });

  it('knows every table that refers to a sealed file', async () => {
    const client = new Client({ ...world.database.logins.owner });
    await client.connect();
    const { rows } = await client.query<{ table: string; columns: string }>(
      `select o.conrelid::regclass::text as table, pg_get_constraintdef(o.oid) as columns from pg_constraint o
       where o.contype = 'f' and o.confrelid in ('file'::regclass, 'application_file'::regclass)`,
    );
    await client.end();
    const referring = rows
      .map(({ table, columns }) => `${table} ${/(\w+)\) REFERENCES/.exec(columns)?.[1]}`)
      // What is to be published, hangs on a board or came as a report is never sealed, and the list tells of sealed
      // files only.
      .filter(
        (place) =>
          !/^(?:document_file|file_copy|file_scan|board_posting|gazette_issue|report_submission|remediation_event|inspection_item|village_photo|work_record_file|assessment_self_file) /.test(
            place,
          ),
      );
    expect(FILE_REFERENCES.map(({ table, column }) => `${table} ${column}`).toSorted()).toEqual(
      referring.toSorted(),
    );
  });
});

describe('攻击 31：a backup from before the erasure', () => {
  it('brings nothing back: the list beside the keys is carried out, and the trail says so', async () => {
    const config = readConfig({ data: join(house, 'again') }, { DATABASE_URL: await emptyDatabase() });
    const { replayed, audit } = await restoreInto(archive, config, { keys, erasures: undefined });
    expect([replayed, audit.intact]).toEqual([4, true]);
    const database = connectDatabase<Schema>({ connectionString: config.databaseUrl ?? '' }, 1, () => {});
    await expectErased(database);
    const entry = await database
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'backup.restore')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.details)).toMatchObject({ replayed: 4 });
    const files = await openFiles(config.files, join(house, 'again'), () => {});
    const stored: string[] = [];
    for await (const { key } of files.storage.list()) stored.push(key);
    const known = await database.selectFrom('file').select('storage_key').execute();
    expect(stored.toSorted()).toEqual(known.map(({ storage_key }) => storage_key).toSorted());
    await database.destroy();
  });

  it('put back by other tools is caught up with before anything is served', async () => {
    const data = join(house, 'other-tools');
    const config = readConfig({ data }, { DATABASE_URL: await emptyDatabase() });
    await restoreInto(archive, config, { keys, erasures: 'none' });
    const database = connectDatabase<Schema>({ connectionString: config.databaseUrl ?? '' }, 1, () => {});
    const { storage } = await openFiles(config.files, data, () => {});
    const list = { folder: world.services.erasureFolder, at: new Date() };
    expect((await formOf(database, finished)).applicant.identityNumber).toBe(NUMBER);
    expect(await requireErasures(database, { storage, secretBox: box }, list)).toBe(4);
    await expectErased(database);
    expect(await requireErasures(database, { storage, secretBox: box }, list)).toBe(0);
    await database.destroy();
  });

  it('is not restored by a list that was cut or changed', async () => {
    const damaged = join(house, 'damaged');
    mkdirSync(damaged);
    const [name = ''] = readdirSync(world.services.erasureFolder);
    const text = readFileSync(join(world.services.erasureFolder, name), 'utf8');
    writeFileSync(join(damaged, name), text.replace(identityFile, randomUUID()));
    const config = readConfig({ data: join(house, 'never') }, { DATABASE_URL: await emptyDatabase() });
    const given = { keys, erasures: { folder: damaged } } as const;
    await expect(restoreInto(archive, config, given)).rejects.toThrow('清除名单已损坏');
  });

  it('does not bring back a file that was taken out of its case and swept', async () => {
    const fileId = await plantCaseFile(world, world.county, open, { use: 'search' });
    const before = await takeBackup('with-file.tar');
    const { server } = world.database;
    await server.deleteFrom('application_file').where('file_id', '=', fileId).execute();
    await world.database.owner
      .updateTable('file')
      .set({ state: 'unattached', uploaded_at: new Date('2026-11-01T00:00:00Z') })
      .where('file_id', '=', fileId)
      .execute();
    expect(await sweepUnattachedFiles(contextOf())).toBe(1);
    await exportErasures(server, world.services.erasureFolder);
    const config = readConfig({ data: join(house, 'swept') }, { DATABASE_URL: await emptyDatabase() });
    const { replayed } = await restoreInto(before, config, { keys, erasures: undefined });
    expect(replayed).toBe(1);
    const database = connectDatabase<Schema>({ connectionString: config.databaseUrl ?? '' }, 1, () => {});
    expect(await usesOf(database, open)).toEqual(['identity']);
    await database.destroy();
  });
});
