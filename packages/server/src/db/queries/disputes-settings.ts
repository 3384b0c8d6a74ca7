import { isSettingKey } from '@zhaoshi/domain/setting/catalogue';
import type { ChosenSetting } from '@zhaoshi/domain/setting/resolve';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Everything that any organ chose about the counting of disputes; few ever choose anything. */
export async function chosenDisputeSettings(database: Kysely<Schema>): Promise<readonly ChosenSetting[]> {
  const rows = await database
    .selectFrom('setting')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'setting.region_id')
        .onRef('organ.organ_id', '=', 'setting.organ_id'),
    )
    .select(['organ.path', 'setting.key', 'setting.value'])
    .where(sql<boolean>`setting.key like 'dispute.%'`)
    .orderBy('organ.path')
    .execute();
  return rows.flatMap(({ key, ...row }) => (isSettingKey(key) ? [{ key, ...row }] : []));
}
