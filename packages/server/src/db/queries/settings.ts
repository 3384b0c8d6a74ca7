import { isSettingKey, type SettingKey } from '@zhaoshi/domain/setting/catalogue';
import type { ChosenSetting } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { atOrAbove } from '../paths-upwards.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** A choice with the organ that made it. */
export interface StoredSetting extends ChosenSetting {
  readonly regionId: string;
  readonly organId: string;
  readonly organName: string;
  readonly version: number;
}

/** What the organ at a path and the organs above it chose, for `resolveSetting`. */
export const chosenSettings = async (
  database: Kysely<Schema>,
  path: string,
): Promise<readonly StoredSetting[]> => await chosenSettingsOf(database, [path]);

/** The same of many organs at once; whose choice holds where is told by its path. */
export async function chosenSettingsOf(
  database: Kysely<Schema>,
  paths: readonly string[],
): Promise<readonly StoredSetting[]> {
  const rows = await database
    .selectFrom('setting')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'setting.region_id')
        .onRef('organ.organ_id', '=', 'setting.organ_id'),
    )
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'organ.path',
      'setting.key',
      'setting.value',
      'setting.version',
    ])
    .where(atOrAbove(...paths))
    .execute();
  return rows.flatMap(({ key, ...row }) =>
    isSettingKey(key)
      ? [
          {
            key,
            path: row.path,
            value: row.value,
            regionId: row.region_id,
            organId: row.organ_id,
            organName: row.name,
            version: row.version,
          },
        ]
      : [],
  );
}

/** What an organ itself chose; `undefined` when nothing. */
export async function findSetting(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  key: SettingKey,
) {
  return await database
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('key', '=', key)
    .executeTakeFirst();
}
