import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETTING_KEYS, SETTINGS, type SettingKey } from './catalogue.ts';
import { type ChosenSetting, resolveSetting } from './resolve.ts';

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

/** The rule said plainly: walk up until somebody chose something that still counts. */
function walkUp(
  parents: readonly number[],
  choices: readonly Choice[],
  key: SettingKey,
  organ: number,
): { readonly value: unknown; readonly chosenAt: number | null } {
  const own = choices.find((candidate) => candidate.organ === organ && candidate.key === key);
  const parsed = own === undefined ? null : SETTINGS[key].parse(own.value);
  if (parsed?.ok === true) return { value: parsed.value, chosenAt: organ };
  return organ === 0
    ? { value: SETTINGS[key].defaultValue, chosenAt: null }
    : walkUp(parents, choices, key, parents[organ] ?? 0);
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
    );
  });

  test('does not come from a neighbour whose id begins the same', () => {
    const chosen = [{ path: 'a/b/', key: 'security.idleMinutes' as const, value: 30 }];
    expect(resolveSetting('security.idleMinutes', 'a/bc/', chosen).chosenAt).toBeNull();
  });
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
});
