/** What an administrator's terminal can ask: backup, restoration, inspection. A door of its own, without the server's HTTP. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openFiles } from './adapters/files/open-files.ts';
import { type Flags, readConfig } from './config.ts';
import { openDatabase } from './open-database.ts';
import { dataFolderOf, erasureFolderOf } from './open-services.ts';
import { backUp } from './operations/backup/back-up.ts';
import type { Manifest } from './operations/backup/format.ts';
import { type Restored, restoreInto } from './operations/backup/restore-into.ts';
import type { RestoreWith } from './operations/backup/restore-sources.ts';
import { backupName, rotateBackups } from './operations/backup/rotation.ts';
import { type Inspection, inspect } from './operations/doctor/inspect.ts';
import { StartError } from './start-error.ts';
import { VERSION } from './version.ts';

export interface BackupDone {
  readonly path: string;
  readonly manifest: Manifest;
  /** Where the keys lie, which no backup holds; `null` when the settings give them. */
  readonly keysFolder: string | null;
  /** What a restoration and a verification need beside the archive: the list of erasures, signed checkpoints. */
  readonly keptApart: readonly string[];
  /** Names of backups that rotation removed. */
  readonly removed: readonly string[];
}

/** Backs database and files up into a new file, beside a server that may be working. */
export async function backUpTo(flags: Flags, path: string): Promise<BackupDone> {
  const config = readConfig(flags, process.env);
  const folder = dataFolderOf(config);
  // Not brought up to date: a backup is what comes before an upgrade.
  const opened = await openDatabase(config, false, 'as it is');
  try {
    const { storage } = await openFiles(config.files, folder, () => {});
    const source = { owner: opened.owner, files: storage, program: VERSION, now: () => new Date() };
    const manifest = await backUp(source, path);
    storage.close();
    const keysFolder = config.secrets.key === null ? join(folder, 'keys') : null;
    const keptApart = [erasureFolderOf(config), join(folder, 'checkpoints')];
    return { path, manifest, keysFolder, keptApart, removed: [] };
  } finally {
    await opened.close();
  }
}

/** Backs up into a folder under a name that tells the time, then removes the backups that have expired there. */
export async function backUpRotating(flags: Flags, folder: string): Promise<BackupDone> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(`不能使用备份文件夹：${folder}`, { cause: error });
  }
  const now = new Date();
  const done = await backUpTo(flags, join(folder, backupName(now)));
  return { ...done, removed: await rotateBackups(folder, readConfig(flags, process.env).keptBackups, now) };
}

/** Restores a backup into the empty place that the settings name. */
export async function restoreFrom(flags: Flags, path: string, given: RestoreWith): Promise<Restored> {
  return await restoreInto(path, readConfig(flags, process.env), given);
}

/** Looks at everything the platform depends on, and changes nothing. */
export async function inspectInstallation(flags: Flags): Promise<Inspection> {
  return await inspect(flags, process.env);
}
