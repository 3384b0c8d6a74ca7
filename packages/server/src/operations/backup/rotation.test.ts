import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { backupName, backupTime, expiredBackups, newestBackup, rotateBackups } from './rotation.ts';

const DAY = 86_400_000;
const KEPT = { days: 30, months: 12 };
const START = Date.parse('2025-01-01T02:00:00Z');
const daily = (days: number): string[] =>
  Array.from({ length: days }, (_, index) => backupName(new Date(START + index * DAY)));

describe('expiredBackups', () => {
  it('keeps the newest 30 days and the first of the newest 12 months, whatever else there is', () => {
    const names = daily(500);
    const expired = new Set(expiredBackups([...names, 'zhaoshi-before-upgrade.tar', 'other.tar'], KEPT));
    const kept = names.filter((name) => !expired.has(name));
    expect(kept.slice(-30)).toEqual(names.slice(-30));
    const monthly = kept.slice(0, -30);
    // 500 days end on 15 May 2026: of its month and eleven before, May's first lies within the 30 days.
    expect(monthly).toHaveLength(11);
    expect(monthly.every((name) => name.slice(14, 16) === '01')).toBe(true);
    expect([...expired].some((name) => backupTime(name) === null)).toBe(false);
  });

  it('keeps the last of several on one day', () => {
    const at = (hour: number) => backupName(new Date(START + 40 * DAY + hour * 3_600_000));
    expect(expiredBackups([...daily(40), at(1), at(2), at(3)], KEPT)).toEqual(
      expect.arrayContaining([at(1), at(2)]),
    );
  });

  it('loses nothing by being run again, nor when no backup was made for months', () => {
    const names = daily(500);
    const kept = names.filter((name) => !expiredBackups(names, KEPT).includes(name));
    expect(expiredBackups(kept, KEPT)).toEqual([]);
    expect(expiredBackups(daily(30), KEPT)).toEqual([]);
  });
});

it('how many are kept is a setting, with its limits', () => {
  expect(readConfig({}, {}).keptBackups).toEqual(KEPT);
  const chosen = { ZHAOSHI_BACKUP_DAYS: '7', ZHAOSHI_BACKUP_MONTHS: '0' };
  const { keptBackups } = readConfig({}, chosen);
  expect(expiredBackups(daily(60), keptBackups)).toEqual(daily(53));
  expect(() => readConfig({}, { ZHAOSHI_BACKUP_DAYS: '0' })).toThrow('应在 1 至 3650 之间');
});

describe('rotateBackups', () => {
  it('removes expired backups and old unfinished ones, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-rotation-'));
    const names = daily(60);
    const others = ['notes.txt', 'zhaoshi-20250101T020000Z.tar.7.part', `${names[59]}.8.part`];
    for (const name of [...names, ...others]) writeFileSync(join(folder, name), '');
    const now = new Date(START + 60 * DAY);
    utimesSync(join(folder, others[1]!), new Date(START), new Date(START));
    utimesSync(join(folder, others[2]!), now, now);
    const removed = await rotateBackups(folder, KEPT, now);
    expect(removed).toContain(others[1]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['notes.txt', others[2]]));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tar'))).toHaveLength(31);
    expect(await newestBackup(folder)).toEqual(backupTime(names[59]!));
    rmSync(folder, { recursive: true });
  });
});
