import type { OrganPath } from '../permission/can.ts';
import { SETTINGS, type SettingKey, type ValueOf } from './catalogue.ts';

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
 * The value that holds for an organ: its own choice, else that of the nearest organ above, else the default. A
 * stored value that no longer parses (the catalogue changed) counts as not chosen.
 */
export function resolveSetting<K extends SettingKey>(
  key: K,
  organ: OrganPath,
  chosen: readonly ChosenSetting[],
): ResolvedSetting<K> {
  const { parse, defaultValue } = SETTINGS[key];
  const nearestFirst = chosen
    .filter((choice) => choice.key === key && organ.startsWith(choice.path))
    .toSorted((a, b) => b.path.length - a.path.length);
  for (const { path, value } of nearestFirst) {
    const parsed = parse(value);
    if (parsed.ok) return { value: parsed.value as ValueOf<K>, chosenAt: path };
  }
  return { value: defaultValue as ValueOf<K>, chosenAt: null };
}
