import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETTING_KEYS, SETTINGS, type SettingKey } from './catalogue.ts';
import { resolveSetting } from './resolve.ts';
import type { SettingDefinition, SettingValue } from './setting.ts';
import { asStrictAs, isLaxer } from './strictness.ts';

const definitionOf = (key: SettingKey): SettingDefinition => SETTINGS[key];
const strictKeys = SETTING_KEYS.filter((key) => definitionOf(key).stricter !== undefined);
const waysOf = (key: SettingKey) => definitionOf(key).stricter ?? 'more';

test('every setting of security says which way is stricter, and no other', () => {
  expect(strictKeys).toEqual(SETTING_KEYS.filter((key) => definitionOf(key).group === 'security'));
});

test.each([
  ['security.passwordComposition', true, false],
  ['security.passwordMinimumLength', 13, 12],
  ['security.passwordDays', 30, 90],
  ['security.passwordDays', 90, 0],
  ['security.idleMinutes', 5, 15],
  ['security.sessionHours', 8, 12],
  ['security.failuresBeforeLock', 3, 5],
  ['security.lockMinutes', 30, 15],
] as const)('of %s %s is stricter than %s', (key, strict, lax) => {
  expect([isLaxer(waysOf(key), lax, strict), isLaxer(waysOf(key), strict, lax)]).toEqual([true, false]);
});

const valueOf = (key: SettingKey): fc.Arbitrary<SettingValue> => {
  const { input } = definitionOf(key).parse;
  return input.kind === 'number' ? fc.integer({ min: input.least, max: input.most }) : fc.boolean();
};

describe('attack: a lower organ loosens what is asked of sign-in', () => {
  const chain = fc
    .constantFrom(...strictKeys)
    .chain((key) =>
      fc.record({ key: fc.constant(key), values: fc.array(valueOf(key), { minLength: 1, maxLength: 5 }) }),
    );

  test('whatever it stored, what holds is never laxer than above it', () => {
    fc.assert(
      fc.property(chain, fc.boolean(), ({ key, values }, topChooses) => {
        const pathAt = (depth: number): string =>
          Array.from({ length: depth + 1 }, (_, index) => `${index}/`).join('');
        const chosen = values.map((value, index) => ({
          path: pathAt(topChooses ? index : index + 1),
          key,
          value,
        }));
        for (let depth = 1; depth <= values.length; depth += 1) {
          const here = resolveSetting(key, pathAt(depth), chosen).value;
          const aboveIt = resolveSetting(key, pathAt(depth - 1), chosen).value;
          expect(isLaxer(waysOf(key), here, aboveIt)).toBe(false);
        }
      }),
      { seed: 20_260_131 },
    );
  });

  test('the top chooses freely', () => {
    const chosen = [{ path: 'city/', key: 'security.sessionHours' as const, value: 168 }];
    expect(resolveSetting('security.sessionHours', 'city/county/', chosen)).toEqual({
      value: 168,
      chosenAt: 'city/',
    });
  });

  test('it is refused in words', () => {
    expect(asStrictAs('less', 20, 15)).toEqual({
      ok: false,
      error: '安全要求只能比上级机关更严：不能大于 15',
    });
    expect(asStrictAs('lessButZero', 0, 90)).toMatchObject({ ok: false });
    expect(asStrictAs('more', false, true)).toMatchObject({ ok: false });
    expect(asStrictAs('more', 12, 12)).toEqual({ ok: true, value: 12 });
  });
});
