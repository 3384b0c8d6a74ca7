import type { Rejection } from '@zhaoshi/contract/problems';
import type { CatalogItem } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import {
  type CatalogItemIds,
  type CatalogItemRow,
  catalogWordings,
  lockCatalogItem,
  organsToMatch,
} from '../../db/queries/catalog-items.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { setOrgans, wordingRow } from './write-wording.ts';

type ItemContext = Pick<ChangeContext, 'reaches' | 'expectedVersion' | 'now'>;

async function lockedItem(
  transaction: Transaction<Schema>,
  { reaches, expectedVersion, now }: ItemContext,
  ids: CatalogItemIds,
): Promise<Result<CatalogItemRow, Rejection>> {
  const row = await lockCatalogItem(transaction, ids, civilDateAt(now()));
  if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
  return row.version === expectedVersion ? ok(row) : err({ code: 'stale', current: ids });
}

async function countUp(
  transaction: Transaction<Schema>,
  { regionId, itemId }: CatalogItemIds,
): Promise<void> {
  await transaction
    .updateTable('catalog_item')
    .set((build) => ({ version: build('version', '+', 1) }))
    .where('region_id', '=', regionId)
    .where('item_id', '=', itemId)
    .execute();
}

const invalid = (pointer: string, message: string): Rejection => ({
  code: 'invalid',
  errors: [{ pointer, message }],
});

/** Gives an item another wording from a day on; the wordings before are kept. */
export async function editItem(
  context: ChangeContext,
  ids: CatalogItemIds,
  content: Omit<CatalogItem, 'code' | 'field'>,
): Promise<Result<CatalogItemIds, Rejection>> {
  const { change, caller, now } = context;
  if (content.validTo !== null && content.validTo < content.validFrom) {
    return err(invalid('/content/validTo', `失效日期不能早于生效日期（${content.validFrom}）。`));
  }
  return await change(async (transaction) => {
    const locked = await lockedItem(transaction, context, ids);
    if (!locked.ok) return locked;
    const { code, field } = locked.value.content;
    const [last] = await catalogWordings(transaction, ids);
    const number = (last?.number ?? 0) + 1;
    await transaction
      .insertInto('catalog_wording')
      .values(
        wordingRow(ids, number, { ...content, code, field }, { accountId: caller.accountId, at: now() }),
      )
      .execute();
    await countUp(transaction, ids);
    return ok({
      value: ids,
      subject: `catalog-item/${ids.itemId}`,
      organPath: locked.value.path,
      details: { wording: number, validFrom: content.validFrom },
    });
  });
}

/** Sets which organs of the region have to publish an item (公开主体). */
export async function assignItem(
  context: ChangeContext,
  ids: CatalogItemIds,
  organIds: readonly string[],
): Promise<Result<CatalogItemIds, Rejection>> {
  const { change, now } = context;
  return await change(async (transaction) => {
    const locked = await lockedItem(transaction, context, ids);
    if (!locked.ok) return locked;
    const chosen = [...new Set(organIds)];
    const known = new Set(
      (await organsToMatch(transaction, ids.regionId, civilDateAt(now()))).map(({ organId }) => organId),
    );
    if (chosen.some((organId) => !known.has(organId))) {
      return err(invalid('/organIds', '公开主体只能是本地区现有的行政机关。'));
    }
    await setOrgans(transaction, ids, chosen);
    await countUp(transaction, ids);
    return ok({
      value: ids,
      subject: `catalog-item/${ids.itemId}`,
      organPath: locked.value.path,
      details: { organs: chosen.length },
    });
  });
}
