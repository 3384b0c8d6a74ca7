import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SETTING_KEYS, type SettingKey } from './catalogue.ts';

const PACKAGES = join(import.meta.dirname, '../../..');
/** Where settings are defined, chosen for the demonstration, or only copied under another name. */
const NO_READERS = /\/(setting|demonstration)\/|\.test\.tsx?$|annual-report\/rules\/settings\.ts$/;

const sources: readonly string[] = readdirSync(PACKAGES).flatMap((name) => {
  const files = readdirSync(join(PACKAGES, name, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => join(PACKAGES, name, 'src', file))
    .filter((file) => /\.tsx?$/.test(file) && !NO_READERS.test(file))
    .map((file) => readFileSync(file, 'utf8'));
});

/** `firstDays: settings('application.firstReminderDays')` hands a value on as `firstDays`. */
const copied = new Map<string, string>(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('-rules.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/(\w+): settings\('([\w.]+)'\)/g),
      ].map(([, name = '', key = '']): [string, string] => [key, name]),
    ),
);

/** Read where their rules are made, as a choice of parts. */
const CHOSEN_THERE: ReadonlySet<SettingKey> = new Set([
  'application.requiresLegalReview',
  'application.requiresSecrecyReview',
]);

/** One setting for each result of a dispute, read together. */
const READ_TOGETHER = /^dispute\.(reconsideration|litigation)\./;

function isRead(key: SettingKey): boolean {
  if (READ_TOGETHER.test(key)) return sources.some((text) => text.includes('settings(`dispute.${result}`)'));
  const own = key.startsWith('annualReport.') ? key.slice('annualReport.'.length) : copied.get(key);
  const words = own === undefined ? new RegExp(`'${key}'`) : new RegExp(`\\b${own}\\b|'${key}'`);
  return CHOSEN_THERE.has(key) || sources.some((text) => words.test(text));
}

it('every setting is read somewhere: one without a reader would be an empty promise', () => {
  expect(SETTING_KEYS.filter((key) => !isRead(key))).toEqual([]);
});
