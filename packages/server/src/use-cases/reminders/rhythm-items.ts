import type { RhythmItem } from '@zhaoshi/domain/notification/yearly-rhythm';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { rhythmItemsFrom } from '@zhaoshi/domain/setting/rhythm-rules';
import { type Kysely, sql } from 'kysely';
import { wantedOrgans } from '../../db/queries/organ-keys.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import { chosenSettingsOf } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

/** What comes round every year for each of some organs, by their settings. */
export async function rhythmItemsOf(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
): Promise<ReadonlyMap<string, readonly RhythmItem[]>> {
  const { rows } = await sql<{ readonly organ_id: string; readonly path: string }>`
    select organ.organ_id, organ.path from ${wantedOrgans(organs)}
    join organ on organ.region_id = wanted.region_id and organ.organ_id = wanted.organ_id`.execute(database);
  const chosen = await chosenSettingsOf(
    database,
    rows.map(({ path }) => path),
  );
  return new Map(rows.map(({ organ_id, path }) => [organ_id, rhythmItemsFrom(settingsAt(path, chosen))]));
}
