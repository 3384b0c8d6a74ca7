import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from '../../operations/log.ts';
import { type ScanVerdict, scanFile } from './clamav.ts';
import type { FilesConfig, S3Config } from './config.ts';
import { localStorage } from './local-storage.ts';
import type { FileStorage } from './storage.ts';
import { makeFolder } from './sync-folder.ts';

/** Everything that taking in, keeping and giving out files needs. */
export interface Files {
  readonly storage: FileStorage;
  /** Where uploads lie while they are examined; on the file system of the local storage. */
  readonly spoolFolder: string;
  readonly uploadBytes: number;
  readonly unattachedDays: number;
  readonly dailyBytes: number;
  readonly portalDailyBytes: number;
  readonly networkDailyBytes: number;
  /** Whether the disks of the spool and of the data have as much room as they have to keep. */
  readonly hasRoom: () => Promise<boolean>;
  /** `null` when no scanner is configured. */
  readonly scan: ((path: string) => Promise<ScanVerdict>) | null;
  /** For the log: what an administrator has to know. */
  readonly warn: Logger['warn'];
}

async function openStorage(folder: string, s3: S3Config | null): Promise<FileStorage> {
  if (s3 === null) return localStorage(folder);
  // The SDK is loaded only where it is used: it is large.
  const { s3Storage } = await import('./s3-storage.ts');
  return s3Storage(s3);
}

async function hasRoomIn(folders: readonly string[], bytes: number): Promise<boolean> {
  const found = await Promise.all(folders.map((folder) => statfs(folder)));
  return found.every(({ bavail, bsize }) => bavail * bsize >= bytes);
}

/**
 * Opens the file storage that the settings name.
 *
 * @param dataFolder where files lie unless the settings give a folder
 */
export async function openFiles(
  { folder, s3, freeBytes, clamav, ...limits }: FilesConfig,
  dataFolder: string,
  warn: Logger['warn'],
): Promise<Files> {
  const path = resolve(folder ?? join(dataFolder, 'files'));
  await makeFolder(path);
  return {
    storage: await openStorage(path, s3),
    spoolFolder: join(path, 'incoming'),
    ...limits,
    hasRoom: () => hasRoomIn([path, dataFolder], freeBytes),
    scan: clamav && ((file) => scanFile(clamav, file)),
    warn,
  };
}
