import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { type TableTwoCell, tableTwoCells } from '@zhaoshi/domain/statistics/table-two';
import type { Kysely } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import { chosenSettingsOf } from '../../db/queries/settings.ts';
import { statisticsOfOrgans } from '../../db/queries/statistics.ts';
import {
  type ActingRow,
  publishedNormativeOf,
  recordsOfOrgans,
  statedRelations,
} from '../../db/queries/statistics-normative.ts';
import type { Schema } from '../../db/schema.ts';
import { registerOf } from './organ-register.ts';

/** What documents do to others, by the region whose documents they are. */
async function statedIn(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
): Promise<ReadonlyMap<string, readonly ActingRow[]>> {
  const stated = new Map<string, readonly ActingRow[]>();
  for (const regionId of new Set(organs.map((organ) => organ.regionId))) {
    stated.set(regionId, await statedRelations(database, regionId));
  }
  return stated;
}

/**
 * Table two of many organs at once, each by its own settings: the same as `tableTwoFigures` gives for one, without the rows
 * behind the cells.
 *
 * @returns by the organ's id
 */
export async function tablesTwo(
  database: Kysely<Schema>,
  organs: readonly (OrganIds & { readonly path: string })[],
  year: number,
  now: Date,
): Promise<ReadonlyMap<string, readonly TableTwoCell[]>> {
  const ids = organs.map(({ organId }) => organId);
  const published = Map.groupBy(await publishedNormativeOf(database, organs), ({ organId }) => organId);
  const records = Map.groupBy(await recordsOfOrgans(database, organs), ({ organ_id }) => organ_id);
  const entries = Map.groupBy(await statisticsOfOrgans(database, ids, year), ({ organId }) => organId);
  const chosen = await chosenSettingsOf(
    database,
    organs.map(({ path }) => path),
  );
  const stated = await statedIn(
    database,
    organs.filter(({ organId }) => published.has(organId) || records.has(organId)),
  );
  const today = civilDateAt(now);
  return new Map(
    organs.map(({ regionId, organId, path }) => {
      const register = registerOf({
        published: published.get(organId) ?? [],
        records: records.get(organId) ?? [],
        // Nothing is done to documents of whoever has none.
        stated: published.has(organId) || records.has(organId) ? (stated.get(regionId) ?? []) : [],
      });
      const countsExpired = settingsAt(path, chosen)('statistics.countsExpired');
      return [
        organId,
        tableTwoCells(register, entries.get(organId) ?? [], { year, today, countsExpired }),
      ] as const;
    }),
  );
}
