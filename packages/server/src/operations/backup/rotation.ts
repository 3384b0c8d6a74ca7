import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';

/** How many backups are kept: of so many days, and the first of so many months. */
export interface KeptBackups {
  readonly days: number;
  readonly months: number;
}

const NAME = /^zhaoshi-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar$/;
const UNFINISHED = /^zhaoshi-\d{8}T\d{6}Z\.tar\.\d+\.part$/;

/** The name that a rotated backup of this moment has; names in order are moments in order. */
export const backupName = (time: Date): string =>
  `zhaoshi-${time.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z.tar`;

/** The moment in a rotated backup's name; `null` for any other name, which rotation never touches. */
export function backupTime(name: string): Date | null {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (year === undefined) return null;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}

/**
 * Which backups may go: kept are the last of each of the newest days, and the first of each of the newest months that
 * have one. Days and months count only where there is a backup: a machine that was off loses none.
 */
export function expiredBackups(names: readonly string[], { days, months }: KeptBackups): readonly string[] {
  const own = names.filter((name) => backupTime(name) !== null).toSorted();
  const lastOfDay = new Map(own.map((name) => [name.slice(0, 'zhaoshi-20260131'.length), name]));
  const firstOfMonth = new Map(
    own.toReversed().map((name) => [name.slice(0, 'zhaoshi-202601'.length), name]),
  );
  const kept = new Set([
    ...[...lastOfDay.values()].toSorted().toReversed().slice(0, days),
    ...[...firstOfMonth.values()].toSorted().toReversed().slice(0, months),
  ]);
  return own.filter((name) => !kept.has(name));
}

/**
 * Removes the expired backups of a folder, and what backups that were interrupted left there a day ago or earlier.
 *
 * @returns the names removed
 */
export async function rotateBackups(
  folder: string,
  kept: KeptBackups,
  now: Date,
): Promise<readonly string[]> {
  const names = await readdir(folder);
  const removed: string[] = [...expiredBackups(names, kept)];
  for (const name of names.filter((one) => UNFINISHED.test(one))) {
    const { mtime } = await stat(join(folder, name));
    if (now.getTime() - mtime.getTime() >= DAY_MS) removed.push(name);
  }
  for (const name of removed) await rm(join(folder, name), { force: true });
  return removed;
}

/** When the newest backup of a folder was made; `null` when there is none. */
export async function newestBackup(folder: string): Promise<Date | null> {
  const times = (await readdir(folder)).flatMap((name) => backupTime(name) ?? []);
  return times.reduce<Date | null>(
    (newest, time) => (newest === null || time > newest ? time : newest),
    null,
  );
}
