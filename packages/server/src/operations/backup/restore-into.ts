import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renameDurably } from '../../adapters/embedded-postgres/durable.ts';
import { lockDataFolder } from '../../adapters/embedded-postgres/server-lock.ts';
import { type Files, openFiles } from '../../adapters/files/open-files.ts';
import type { Config } from '../../config.ts';
import { connectDatabase } from '../../db/connect.ts';
import { readMigrations } from '../../db/migrate.ts';
import type { Schema } from '../../db/schema.ts';
import { type AuditVerdict, verifyAudit } from '../../db/verify-audit.ts';
import { type OpenDatabase, openDatabase } from '../../open-database.ts';
import { dataFolderOf } from '../../open-services.ts';
import { StartError } from '../../start-error.ts';
import { applyRetention } from '../retention/retention.ts';
import { verifyArchive } from './archive-reader.ts';
import { isUnused } from './catalogue.ts';
import { openCopyConnection } from './copy-table.ts';
import type { Manifest } from './format.ts';
import { type Comparison, loadArchive, migrationsOf } from './restore.ts';
import { type RevivedAccount, revivedAccounts, type VoidedAccess, voidAccess } from './void-access.ts';

export type RestoreConfig = Pick<Config, 'data' | 'databaseUrl' | 'files' | 'secrets'>;

export interface Restored {
  readonly manifest: Manifest;
  readonly comparisons: readonly Comparison[];
  readonly audit: AuditVerdict;
  readonly voided: VoidedAccess;
  /** As of the backup, to be compared with who should have access now. */
  readonly accounts: readonly RevivedAccount[];
  /** What was over by now and had come back with the archive: how many by kind. */
  readonly erased: Readonly<Record<string, number>>;
  /** Applied after the load, where this program is newer than the archive. */
  readonly migrated: readonly string[];
}

/** Where the keys come from: a folder that was kept apart, or `new` ones, which cannot open what the old sealed. */
export type Keys = { readonly folder: string } | 'new' | undefined;

const KEYS = 'keys';

const isEmptyFolder = async (path: string): Promise<boolean> =>
  !existsSync(path) || ((await stat(path)).isDirectory() && (await readdir(path)).length === 0);

async function requireKeys(keys: Keys, config: RestoreConfig): Promise<void> {
  if (keys === 'new' || (keys === undefined && config.secrets.key !== null)) return;
  if (keys === undefined) {
    throw new StartError(
      '备份文件不含密钥。请用 --keys 指定另行保存的密钥文件夹（原数据文件夹中的 keys）；确实没有的，用 --new-keys 生成新密钥，原来加密的内容（如动态口令）将不能再用。',
    );
  }
  if (!existsSync(join(keys.folder, 'secret.key')) && config.secrets.key === null) {
    throw new StartError(`密钥文件夹中没有 secret.key：${keys.folder}`);
  }
}

async function copyKeys(keys: Keys, dataFolder: string): Promise<void> {
  if (keys === undefined || keys === 'new') return;
  const folder = join(dataFolder, KEYS);
  await cp(keys.folder, folder, { recursive: true });
  await chmod(folder, 0o700);
  for (const name of await readdir(folder)) await chmod(join(folder, name), 0o600);
}

async function requireEmptyStorage({ storage }: Files): Promise<void> {
  for await (const { key } of storage.list()) {
    throw new StartError(`文件存储不是空的（有 ${key} 等文件），没有恢复任何数据。请指定空的存储。`);
  }
}

/** Lets the next start leave the mark of the new keys, where that of the lost ones would stop it. */
async function forgetKeys({ owner }: OpenDatabase): Promise<void> {
  const database = connectDatabase<Schema>(owner, 1, () => {});
  try {
    await database.deleteFrom('installation').execute();
  } finally {
    await database.destroy();
  }
}

type Filled = Omit<Restored, 'manifest'>;

async function fill(
  path: string,
  manifest: Manifest,
  opened: OpenDatabase,
  files: Files,
  keys: Keys,
): Promise<Filled> {
  const comparisons = await loadArchive(path, manifest, opened.owner, files);
  const migrated = await opened.upgrade();
  if (keys === 'new') await forgetKeys(opened);
  const database = connectDatabase<Schema>(opened.server, 1, () => {});
  try {
    // Only after the comparison: what ended or was erased since the archive was made must not live on with it.
    const voided = await voidAccess(database, manifest, new Date());
    const erased = await applyRetention(database, new Date());
    const accounts = await revivedAccounts(database);
    return { comparisons, migrated, voided, erased, accounts, audit: await verifyAudit(database) };
  } finally {
    await database.destroy();
  }
}

/** Built beside its place and moved there whole, so that an interrupted restoration leaves nothing half made. */
async function restoreEmbedded(
  path: string,
  manifest: Manifest,
  config: RestoreConfig,
  keys: Keys,
): Promise<Restored> {
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
    result = await fill(path, manifest, opened, files, keys);
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
  path: string,
  manifest: Manifest,
  config: RestoreConfig,
  connectionString: string,
  keys: Keys,
): Promise<Restored> {
  const upTo = migrationsOf(manifest, await readMigrations());
  await requireUnused(connectionString);
  const folder = dataFolderOf(config);
  const files = await openFiles(config.files, folder, () => {});
  await requireEmptyStorage(files);
  const opened = await openDatabase(config, false, upTo);
  try {
    const result = await fill(path, manifest, opened, files, keys);
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
 * @throws StartError when the archive is damaged or newer, or the place is not empty
 */
export async function restoreInto(path: string, config: RestoreConfig, keys: Keys): Promise<Restored> {
  const manifest = await verifyArchive(path);
  await requireKeys(keys, config);
  return config.databaseUrl === null
    ? await restoreEmbedded(path, manifest, config, keys)
    : await restoreServer(path, manifest, config, config.databaseUrl, keys);
}
