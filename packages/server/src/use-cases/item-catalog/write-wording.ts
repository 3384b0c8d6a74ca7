import { type CatalogItem, itemTitle } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import { foldForSearch } from '@zhaoshi/domain/search/fold';
import type { Transaction } from 'kysely';
import type { CatalogItemIds } from '../../db/queries/catalog-items.ts';
import type { Schema } from '../../db/schema.ts';

/** PostgreSQL's JSON holds no NUL. */
const storable = (item: CatalogItem): CatalogItem =>
  JSON.parse(JSON.stringify(item).replaceAll('\\u0000', '')) as CatalogItem;

/** The row of a wording, as it is kept and found. */
export function wordingRow(
  { regionId, itemId }: CatalogItemIds,
  number: number,
  given: CatalogItem,
  by: { readonly accountId: string; readonly at: Date },
) {
  const item = storable(given);
  return {
    region_id: regionId,
    item_id: itemId,
    number,
    valid_from: item.validFrom,
    valid_to: item.validTo,
    level1: item.level1,
    level2: item.level2,
    responsible_organ: item.responsibleOrgan,
    content: JSON.stringify(item),
    folded: foldForSearch(
      [itemTitle(item), item.code, ...item.contentElements, item.responsibleOrgan].join('\n'),
    ),
    recorded_at: by.at,
    recorded_by: by.accountId,
  };
}

/** Sets which organs have to publish an item. */
export async function setOrgans(
  transaction: Transaction<Schema>,
  { regionId, itemId }: CatalogItemIds,
  organIds: readonly string[],
): Promise<void> {
  await transaction
    .deleteFrom('catalog_responsibility')
    .where('region_id', '=', regionId)
    .where('item_id', '=', itemId)
    .execute();
  if (organIds.length === 0) return;
  await transaction
    .insertInto('catalog_responsibility')
    .values(organIds.map((organId) => ({ region_id: regionId, item_id: itemId, organ_id: organId })))
    .execute();
}
