import { isChosenAt, SETTING_KEYS, type SettingKey } from '@zhaoshi/domain/setting/catalogue';
import { resolveSetting } from '@zhaoshi/domain/setting/resolve';
import type { SettingValue } from '@zhaoshi/domain/setting/setting';
import type { Kysely } from 'kysely';
import type { OrganRow } from '../../db/queries/organs.ts';
import { chosenSettings, type StoredSetting } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

/** Where a value comes from: an organ's choice, or the default. */
export interface ShownChoice {
  readonly value: SettingValue;
  readonly chosenBy: { readonly regionId: string; readonly organId: string; readonly name: string } | null;
}

/** A setting as it stands for an organ. */
export interface ShownSetting extends ShownChoice {
  readonly key: SettingKey;
  readonly isOwn: boolean;
  /** What would hold without the organ's own choice. */
  readonly inherited: ShownChoice;
  /** Of the organ's own choice; 1 where it made none. */
  readonly version: number;
}

function choiceAmong(key: SettingKey, path: string, chosen: readonly StoredSetting[]): ShownChoice {
  const { value, chosenAt } = resolveSetting(key, path, chosen);
  const by = chosen.find((choice) => choice.key === key && choice.path === chosenAt);
  return {
    value,
    chosenBy: by === undefined ? null : { regionId: by.regionId, organId: by.organId, name: by.organName },
  };
}

/** One setting out of what an organ and those above it chose. */
function showSetting(organ: OrganRow, key: SettingKey, chosen: readonly StoredSetting[]): ShownSetting {
  const effective = choiceAmong(key, organ.path, chosen);
  const own = chosen.find((choice) => choice.key === key && choice.path === organ.path);
  return {
    ...effective,
    key,
    isOwn: effective.chosenBy?.organId === organ.organ_id,
    inherited: choiceAmong(
      key,
      organ.path,
      chosen.filter(({ path }) => path !== organ.path),
    ),
    version: own?.version ?? 1,
  };
}

/** Every setting that an organ may choose, as it stands for it, in the order of the catalogue. */
export async function showSettings(
  database: Kysely<Schema>,
  organ: OrganRow,
): Promise<readonly ShownSetting[]> {
  const chosen = await chosenSettings(database, organ.path);
  return SETTING_KEYS.filter((key) => isChosenAt(key, organ.path)).map((key) =>
    showSetting(organ, key, chosen),
  );
}

/** One setting as it stands for an organ. */
export async function showOneSetting(
  database: Kysely<Schema>,
  organ: OrganRow,
  key: SettingKey,
): Promise<ShownSetting> {
  return showSetting(organ, key, await chosenSettings(database, organ.path));
}
