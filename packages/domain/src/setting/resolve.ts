import { isTop, type OrganPath } from '../permission/can.ts';
import { SETTINGS, type SettingKey, type ValueOf } from './catalogue.ts';
import type { SettingDefinition, SettingValue } from './setting.ts';
import { isLaxer } from './strictness.ts';

/** A value that an organ chose. */
export interface ChosenSetting {
  readonly path: OrganPath;
  readonly key: SettingKey;
  readonly value: unknown;
}

export interface ResolvedSetting<K extends SettingKey> {
  readonly value: ValueOf<K>;
  /** Where the value was chosen; `null` when it is the default. */
  readonly chosenAt: OrganPath | null;
}

/**
 * The value that holds for an organ: its own choice, else that of the nearest organ above, else the default. What can
 * only be made stricter counts below the top of the tree as far as it is; what is an organ's own counts for it alone. A stored value that no longer parses (the
 * catalogue changed) counts as not chosen.
 */
export function resolveSetting<K extends SettingKey>(
  key: K,
  organ: OrganPath,
  chosen: readonly ChosenSetting[],
): ResolvedSetting<K> {
  const { parse, defaultValue, stricter, isOwn }: SettingDefinition = SETTINGS[key];
  const topFirst = chosen
    .filter(({ key: chosenKey }) => chosenKey === key)
    .filter(({ path }) => (isOwn === true ? organ === path : organ.startsWith(path)))
    .toSorted((a, b) => a.path.length - b.path.length);
  let value: SettingValue = defaultValue;
  let chosenAt: OrganPath | null = null;
  for (const choice of topFirst) {
    const parsed = parse(choice.value);
    if (!parsed.ok) continue;
    if (stricter !== undefined && !isTop(choice.path) && isLaxer(stricter, parsed.value, value)) continue;
    value = parsed.value;
    chosenAt = choice.path;
  }
  return { value: value as ValueOf<K>, chosenAt };
}

/** Reads the values that hold for an organ. */
export const settingsAt =
  (organ: OrganPath, chosen: readonly ChosenSetting[]) =>
  <K extends SettingKey>(key: K): ValueOf<K> =>
    resolveSetting(key, organ, chosen).value;
