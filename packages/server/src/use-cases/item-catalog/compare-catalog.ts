import type { CatalogItem } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import { matchOrgans, type NamedOrgan } from '@zhaoshi/domain/disclosure/item-catalog/match-organs';
import { type Kysely, sql } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { catalogKey, type ReadyItem } from './check-catalog-rows.ts';

/** An item as it was recorded last. */
interface KnownItem {
  readonly itemId: string;
  readonly number: number;
  readonly content: CatalogItem;
}

export async function knownItems(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
): Promise<ReadonlyMap<string, KnownItem>> {
  const { rows } = await sql<{ item_id: string; number: number; content: CatalogItem }>`
    select distinct on (i.item_id) i.item_id, w.number, w.content
    from catalog_item i join catalog_wording w using (region_id, item_id)
    where i.region_id = ${regionId} and i.organ_id = ${organId}
    order by i.item_id, w.number desc`.execute(database);
  return new Map(
    rows.map(({ item_id, number, content }) => [catalogKey(content), { itemId: item_id, number, content }]),
  );
}

/** What the item says, whenever that began to hold. */
const wordsOf = ({ validFrom: _, ...words }: CatalogItem): string =>
  JSON.stringify(words, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

export interface ComparedItem extends ReadyItem {
  readonly change: 'added' | 'changed' | 'same';
  readonly known: KnownItem | null;
  /** Organs that 公开主体 names, where the import sets them: for new items, and where it names others than before. */
  readonly organIds: readonly string[] | null;
  readonly unmatched: readonly string[];
}

/** What importing would do to each row. */
export function compareCatalog(
  ready: readonly ReadyItem[],
  known: ReadonlyMap<string, KnownItem>,
  { organs, regionName }: { readonly organs: readonly NamedOrgan[]; readonly regionName: string },
): readonly ComparedItem[] {
  return ready.map((one) => {
    const before = known.get(catalogKey(one.item)) ?? null;
    const isSame = before !== null && wordsOf(before.content) === wordsOf(one.item);
    const setsOrgans = before === null || before.content.responsibleOrgan !== one.item.responsibleOrgan;
    const matched = matchOrgans(one.item.responsibleOrgan, organs, regionName);
    return {
      ...one,
      change: before === null ? 'added' : isSame ? 'same' : 'changed',
      known: before,
      organIds: setsOrgans ? matched.organIds : null,
      unmatched: matched.unmatched,
    };
  });
}
