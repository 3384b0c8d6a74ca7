import { isSettingKey } from '@zhaoshi/domain/setting/catalogue';
import type { ChosenSetting } from '@zhaoshi/domain/setting/resolve';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** What the organ at a path and the organs above it chose, for `resolveSetting`. */
export async function chosenSettings(
  database: Kysely<Schema>,
  path: string,
): Promise<readonly ChosenSetting[]> {
  const rows = await database
    .selectFrom('setting')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'setting.region_id')
        .onRef('organ.organ_id', '=', 'setting.organ_id'),
    )
    .select(['organ.path', 'setting.key', 'setting.value'])
    .where(sql<boolean>`starts_with(${path}, organ.path)`)
    .execute();
  return rows.flatMap(({ path: chosenAt, key, value }) =>
    isSettingKey(key) ? [{ path: chosenAt, key, value }] : [],
  );
}
