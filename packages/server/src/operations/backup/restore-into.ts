import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { renameDurably } from '../../adapters/embedded-postgres/durable.ts';
import { lockDataFolder } from '../../adapters/embedded-postgres/server-lock.ts';
import { type Files, openFiles } from '../../adapters/files/open-files.ts';
import { requireSameKey } from '../../adapters/secret-box/require-same-key.ts';
import { connectDatabase } from '../../db/connect.ts';
import { readMigrations } from '../../db/migrate.ts';
import type { Schema } from '../../db/schema.ts';
import { type AuditVerdict, verifyAudit } from '../../db/verify-audit.ts';
import { type OpenDatabase, openDatabase } from '../../open-database.ts';
import { dataFolderOf } from '../../open-services.ts';
import { StartError } from '../../start-error.ts';
import { type ErasedPlaces, replayErasures } from '../erasure/replay-erasures.ts';
import { applyRetention } from '../retention/retention.ts';
import { verifyArchive } from './archive-reader.ts';
import { isUnused } from './catalogue.ts';
import { openCopyConnection } from './copy-table.ts';
import type { Manifest } from './format.ts';
import { type Comparison, loadArchive, migrationsOf } from './restore.ts';
import {
  copyKeys,
  type ErasureLists,
  findErasures,
  type Keys,
  openBox,
  type RestoreConfig,
  type RestoreWith,
  requireKeys,
} from './restore-sources.ts';
import { MARK_FINISHED } from './unfinished.ts';
import { type RevivedAccount, revivedAccounts, type VoidedAccess, voidAccess } from './void-access.ts';

export interface Restored {
  readonly manifest: Manifest;
  readonly comparisons: readonly Comparison[];
  readonly audit: AuditVerdict;
  readonly voided: VoidedAccess;
  /** As of the backup, to be compared with who should have access now. */
  readonly accounts: readonly RevivedAccount[];
  /** What was over by now and had come back with the archive: how many by kind. */
  readonly erased: Readonly<Record<string, number>>;
  /** What the list says was erased, and had come back with the archive; `null`: restored without a list. */
  readonly replayed: number | null;
  /** Applied after the load, where this program is newer than the archive. */
  readonly migrated: readonly string[];
}

const isEmptyFolder = async (path: string): Promise<boolean> =>
  !existsSync(path) || ((await stat(path)).isDirectory() && (await readdir(path)).length === 0);

async function requireEmptyStorage({ storage }: Files): Promise<void> {
  for await (const { key } of storage.list()) {
    throw new StartError(`文件存储不是空的（有 ${key} 等文件），没有恢复任何数据。请指定空的存储。`);
  }
}

async function asOwner({ owner }: OpenDatabase, work: (database: Kysely<Schema>) => Promise<unknown>) {
  const database = connectDatabase<Schema>(owner, 1, () => {});
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

/** Lets the next start leave the mark of the new keys, where that of the lost ones would stop it. */
const forgetKeys = async (opened: OpenDatabase): Promise<void> =>
  await asOwner(opened, async (database) => await database.deleteFrom('installation').execute());

type Filled = Omit<Restored, 'manifest'>;

interface Sources {
  readonly path: string;
  readonly manifest: Manifest;
  readonly keys: Keys;
  readonly lists: ErasureLists | null;
}

/** Takes out again what ended or was erased since the archive was made: it must not live on with it. */
async function catchUp(
  database: Kysely<Schema>,
  { manifest, lists }: Pick<Sources, 'manifest' | 'lists'>,
  places: ErasedPlaces,
): Promise<Pick<Restored, 'voided' | 'replayed' | 'erased'>> {
  const replayed = lists === null ? null : await replayErasures(database, places, lists);
  const voided = await voidAccess(database, manifest, { replayed, at: new Date() });
  return { voided, replayed, erased: await applyRetention(database, new Date()) };
}

async function fill(
  { path, manifest, keys, lists }: Sources,
  config: RestoreConfig,
  opened: OpenDatabase,
  files: Files,
): Promise<Filled> {
  const comparisons = await loadArchive(path, manifest, opened.owner, files);
  const migrated = await opened.upgrade();
  if (keys === 'new') await forgetKeys(opened);
  const secretBox = await openBox(keys, config);
  const database = connectDatabase<Schema>(opened.server, 1, () => {});
  try {
    if (secretBox !== null) await requireSameKey(database, secretBox);
    // Only after the comparison with what the archive says.
    const caughtUp = await catchUp(database, { manifest, lists }, { storage: files.storage, secretBox });
    const accounts = await revivedAccounts(database);
    const audit = await verifyAudit(database);
    await asOwner(opened, async (owned) => await sql.raw(MARK_FINISHED).execute(owned));
    return { comparisons, migrated, ...caughtUp, accounts, audit };
  } finally {
    await database.destroy();
  }
}

/** Built beside its place and moved there whole, so that an interrupted restoration leaves nothing half made. */
async function restoreEmbedded(sources: Sources, config: RestoreConfig): Promise<Restored> {
  const { manifest, keys } = sources;
  const place = dataFolderOf(config);
  if (!(await isEmptyFolder(place))) {
    throw new StartError(`数据文件夹不是空的，没有恢复任何数据：${place}。请用 --data 指定新的文件夹。`);
  }
  const unfinished = `${place}.restoring`;
  if (existsSync(unfinished)) {
    // Of a restoration that was interrupted; one that is at work holds the lock.
    lockDataFolder(unfinished)();
    await rm(unfinished, { recursive: true });
  }
  await mkdir(dirname(place), { recursive: true });
  const upTo = migrationsOf(manifest, await readMigrations());
  const staged = { ...config, data: unfinished };
  const opened = await openDatabase(staged, true, upTo);
  let result: Filled;
  try {
    const files = await openFiles(config.files, unfinished, () => {});
    await requireEmptyStorage(files);
    result = await fill(sources, config, opened, files);
    files.storage.close();
    await copyKeys(keys, unfinished);
  } catch (error) {
    await opened.close();
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await opened.close();
  if (existsSync(place)) await rmdir(place);
  await renameDurably(unfinished, place);
  return { manifest, ...result };
}

async function requireUnused(connectionString: string): Promise<void> {
  const client = await openCopyConnection({ connectionString });
  try {
    if (await isUnused(client)) return;
  } finally {
    await client.end();
  }
  throw new StartError('目标数据库不是空的，没有恢复任何数据。请新建一个空数据库。');
}

async function restoreServer(
  sources: Sources,
  config: RestoreConfig,
  connectionString: string,
): Promise<Restored> {
  const { manifest, keys } = sources;
  const upTo = migrationsOf(manifest, await readMigrations());
  await requireUnused(connectionString);
  const folder = dataFolderOf(config);
  const files = await openFiles(config.files, folder, () => {});
  await requireEmptyStorage(files);
  const opened = await openDatabase(config, false, upTo);
  try {
    const result = await fill(sources, config, opened, files);
    await copyKeys(keys, folder);
    return { manifest, ...result };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `恢复没有完成：${reason}\n目标数据库和文件存储中可能已有部分内容，请清空后重新恢复。`,
      {
        cause: error,
      },
    );
  } finally {
    files.storage.close();
    await opened.close();
  }
}

/**
 * Restores an archive into an empty place. The whole archive is verified before anything is written.
 *
 * @throws StartError when the archive is damaged or newer, the place is not empty, the keys are others than those of the
 *   archive, or nobody says what was erased since
 */
export async function restoreInto(
  path: string,
  config: RestoreConfig,
  given: RestoreWith,
): Promise<Restored> {
  const manifest = await verifyArchive(path);
  await requireKeys(given.keys, config);
  const sources = { path, manifest, keys: given.keys, lists: await findErasures(given, config) };
  return config.databaseUrl === null
    ? await restoreEmbedded(sources, config)
    : await restoreServer(sources, config, config.databaseUrl);
}
