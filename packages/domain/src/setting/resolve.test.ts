import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECK_SETTINGS, DEFAULT_SETTINGS, toCheckSettings } from '../annual-report/rules/settings.ts';
import { isChosenAt, SETTING_KEYS, SETTINGS, type SettingKey } from './catalogue.ts';
import { type ChosenSetting, resolveSetting } from './resolve.ts';
import type { SettingDefinition } from './setting.ts';
import { isLaxer } from './strictness.ts';

const KEYS = ['security.idleMinutes', 'security.lockMinutes', 'site.sponsor'] as const;

/** A random tree as parents: organ n stands under parents[n], the first one at the top. */
const tree = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.tuple(...Array.from({ length: size }, (_, organ) => fc.nat({ max: Math.max(0, organ - 1) }))),
  );

/** Values that the catalogue takes, and values that it no longer takes. */
const value = fc.oneof(
  fc.integer({ min: 5, max: 480 }),
  fc.integer({ min: -5, max: 4 }),
  fc.string({ maxLength: 5 }).filter((text) => text.trim() === text),
  fc.constant(null),
);

const choice = fc.record({ organ: fc.nat({ max: 11 }), key: fc.constantFrom(...KEYS), value });

interface Choice {
  readonly organ: number;
  readonly key: SettingKey;
  readonly value: unknown;
}

const pathOf = (parents: readonly number[], organ: number): string =>
  organ === 0 ? '0/' : `${pathOf(parents, parents[organ] ?? 0)}${organ}/`;

/** The rule said plainly: walk up until somebody chose something that still counts and is no laxer than above. */
function walkUp(
  parents: readonly number[],
  choices: readonly Choice[],
  key: SettingKey,
  organ: number,
): { readonly value: unknown; readonly chosenAt: number | null } {
  const own = choices.find((candidate) => candidate.organ === organ && candidate.key === key);
  const parsed = own === undefined ? null : SETTINGS[key].parse(own.value);
  const { defaultValue, stricter }: SettingDefinition = SETTINGS[key];
  if (organ === 0) {
    return parsed?.ok === true
      ? { value: parsed.value, chosenAt: 0 }
      : { value: defaultValue, chosenAt: null };
  }
  const inherited = walkUp(parents, choices, key, parents[organ] ?? 0);
  if (parsed?.ok !== true) return inherited;
  const isRefused = stricter !== undefined && isLaxer(stricter, parsed.value, inherited.value as number);
  return isRefused ? inherited : { value: parsed.value, chosenAt: organ };
}

describe('what holds for an organ', () => {
  test('is what walking up the tree finds, whatever the tree and the choices', () => {
    fc.assert(
      fc.property(
        tree,
        fc.uniqueArray(choice, { maxLength: 20, selector: ({ organ, key }) => `${organ} ${key}` }),
        fc.constantFrom(...KEYS),
        (parents, all, key) => {
          const choices = all.filter(({ organ }) => organ < parents.length);
          const chosen: ChosenSetting[] = choices.map(({ organ, key: chosenKey, value: chosenValue }) => ({
            path: pathOf(parents, organ),
            key: chosenKey,
            value: chosenValue,
          }));
          for (let organ = 0; organ < parents.length; organ += 1) {
            const plain = walkUp(parents, choices, key, organ);
            expect(resolveSetting(key, pathOf(parents, organ), chosen)).toEqual({
              value: plain.value,
              chosenAt: plain.chosenAt === null ? null : pathOf(parents, plain.chosenAt),
            });
          }
        },
      ),
      { seed: 20_260_131 },
    );
  });

  test('does not come from a neighbour whose id begins the same', () => {
    const chosen = [{ path: 'a/b/', key: 'security.idleMinutes' as const, value: 10 }];
    expect(resolveSetting('security.idleMinutes', 'a/bc/', chosen).chosenAt).toBeNull();
  });
});

test('what is an organ’s own does not hold for those below it', () => {
  const chosen = [
    { path: 'county/', key: 'remedy.court' as const, value: '某市中级人民法院' },
    { path: 'county/', key: 'remedy.regionCourt' as const, value: '某铁路运输法院' },
  ];
  expect(resolveSetting('remedy.court', 'county/', chosen).value).toBe('某市中级人民法院');
  expect(resolveSetting('remedy.court', 'county/town/', chosen)).toEqual({ value: '', chosenAt: null });
  expect(resolveSetting('remedy.regionCourt', 'county/town/', chosen).value).toBe('某铁路运输法院');
});

test.each(SETTING_KEYS)('%s takes its own default, and names its source', (key) => {
  const { parse, defaultValue, source, title, help } = SETTINGS[key];
  const parsed = parse(defaultValue);
  expect(parsed).toEqual({ ok: true, value: defaultValue });
  expect([source, title, help].every((text) => text.trim() !== '')).toBe(true);
});

test('refuses what is not of the kind, in Chinese', () => {
  const { parse } = SETTINGS['security.idleMinutes'];
  for (const wrong of [4, 481, 15.5, '15', null, Number.NaN]) {
    expect(parse(wrong)).toEqual({ ok: false, error: '应为 5 至 480 的整数' });
  }
  expect(SETTINGS['site.identificationCode'].parse('12345')).toEqual({
    ok: false,
    error: '应为十位数字',
  });
  expect(SETTINGS['site.sponsor'].parse('一\n二')).toMatchObject({ ok: false });
  expect(SETTINGS['remedy.silence'].parse('不写')).toEqual({
    ok: false,
    error: '应为“先复议后诉讼”、“复议或者诉讼”之一',
  });
});

describe('the thresholds of the annual report', () => {
  const keys = Object.keys(CHECK_SETTINGS).map((name) => `annualReport.${name}`);

  test('are settings, all of them, with the defaults of the checks', () => {
    expect(Object.keys(CHECK_SETTINGS)).toEqual(Object.keys(DEFAULT_SETTINGS));
    expect(SETTING_KEYS.filter((key) => key.startsWith('annualReport.'))).toEqual(keys);
    expect(DEFAULT_SETTINGS).toMatchObject({ jumpRatio: 5, forbiddenWords: [], localDeadline: null });
    expect(SETTING_KEYS.filter((key) => SETTINGS[key].group === 'annualReport')).toEqual(keys);
  });

  test('of several names stand on one line', () => {
    const values = Object.fromEntries(
      Object.entries(CHECK_SETTINGS).map(([name, { defaultValue }]) => [name, defaultValue]),
    ) as Parameters<typeof toCheckSettings>[0];
    const chosen = { ...values, forbiddenWords: ' 甲、乙 、、', localDeadline: '01-20' } as never;
    expect(toCheckSettings(chosen)).toEqual({
      ...DEFAULT_SETTINGS,
      forbiddenWords: ['甲', '乙'],
      localDeadline: '01-20',
    });
  });

  test('take a day of the year, and nothing that is none', () => {
    const { parse } = SETTINGS['annualReport.localDeadline'];
    expect(['01-20', '02-29', ' 12-31 ', ''].map(parse).every(({ ok }) => ok)).toBe(true);
    expect(['1-20', '02-30', '13-01', '2026-01-20', 120].map(parse).some(({ ok }) => ok)).toBe(false);
  });
});

test('periods of retention and the look of the site hold for the whole installation: only the top chooses them', () => {
  const ofTheSite = new Set<string>(['publication.printsMetaTags', 'publication.columnLayout']);
  for (const key of SETTING_KEYS) {
    const isSiteWide = key.startsWith('retention.') || ofTheSite.has(key);
    expect([isChosenAt(key, 'city/'), isChosenAt(key, 'city/county/')]).toEqual([true, !isSiteWide]);
    if (isSiteWide) expect(SETTINGS[key].confidence).toBe('unconfirmed');
  }
});

const CONFIDENCE = { confirmed: '', local: '地方做法', unconfirmed: '待确认' } as const;

test('docs/settings.md has a line for every setting, as the catalogue has it', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/settings.md'), 'utf8').split('\n');
  const shown = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? '是' : '否';
    return value === '' ? '空' : String(value);
  };
  const lines = SETTING_KEYS.map((key) => {
    const { title, defaultValue, confidence, source } = SETTINGS[key];
    return `| \`${key}\` | ${title} | ${shown(defaultValue)} | ${CONFIDENCE[confidence]} | ${source} |`;
  });
  expect(lines.filter((line) => !guide.includes(line))).toEqual([]);
});
