import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { isSettingKey } from '@zhaoshi/domain/setting/catalogue';
import { type ChosenSetting, resolveSetting } from '@zhaoshi/domain/setting/resolve';
import { type DueItem, dueItems, dueSince } from '@zhaoshi/domain/village/due-items';
import type { VillageRules } from '@zhaoshi/domain/village/village-items';
import type { Kysely } from 'kysely';
import { firstPosts, postedSince, type VillageKey } from '../../db/queries/villages.ts';
import type { Schema } from '../../db/schema.ts';

interface AskedVillage extends VillageKey {
  readonly path: string;
}

export interface VillageDue {
  readonly due: readonly DueItem[];
  readonly keptSince: CivilDate | null;
}

const KEYS = ['village.monthlyFinances', 'village.daysAfterPeriod'] as const;

/** Every choice of the settings of villages; few organs make any. */
async function choices(database: Kysely<Schema>): Promise<readonly ChosenSetting[]> {
  const rows = await database
    .selectFrom('setting')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'setting.region_id')
        .onRef('organ.organ_id', '=', 'setting.organ_id'),
    )
    .select(['organ.path', 'setting.key', 'setting.value'])
    .where('setting.key', 'in', [...KEYS])
    .execute();
  return rows.flatMap(({ path, key, value }) => (isSettingKey(key) ? [{ path, key, value }] : []));
}

const rulesOf = (path: string, chosen: readonly ChosenSetting[]): VillageRules => ({
  monthlyFinances: resolveSetting('village.monthlyFinances', path, chosen).value,
  daysAfterPeriod: resolveSetting('village.daysAfterPeriod', path, chosen).value,
});

/** What each of some villages owes on a day, from three questions to the database however many they are. */
export async function villagesDue(
  database: Kysely<Schema>,
  villages: readonly AskedVillage[],
  today: CivilDate,
): Promise<ReadonlyMap<string, VillageDue>> {
  if (villages.length === 0) return new Map();
  const [posted, first, chosen] = await Promise.all([
    postedSince(database, villages, dueSince(today)),
    firstPosts(database, villages),
    choices(database),
  ]);
  return new Map(
    villages.map(({ organ_id, path }) => {
      const keptSince = first.get(organ_id) ?? null;
      const due = dueItems(posted.get(organ_id) ?? [], { today, keptSince, ...rulesOf(path, chosen) });
      return [organ_id, { due, keptSince }];
    }),
  );
}
