import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { organsToMatch } from '../../db/queries/catalog-items.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { inChunks } from '../applications/import/in-chunks.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { type ComparedItem, compareCatalog, knownItems } from './compare-catalog.ts';
import {
  type CatalogImportIds,
  type CatalogImportReport,
  catalogReport,
  findCatalogImport,
  type KeptCatalog,
  keptOf,
  summaryOf,
} from './kept-catalog-import.ts';
import { setOrgans, wordingRow } from './write-wording.ts';

const DONE: Rejection = {
  code: 'state-refuses',
  detail: '这个文件已经导入过，没有再次导入。要改动目录的，请上传改好的文件。',
};

type Writer = Pick<ChangeContext, 'newId' | 'caller'> & { readonly at: Date; readonly keeper: OrganIds };

const by = ({ caller, at }: Writer) => ({ accountId: caller.accountId, at });

async function addItems(
  transaction: Transaction<Schema>,
  items: readonly ComparedItem[],
  writer: Writer,
): Promise<void> {
  const { regionId, organId } = writer.keeper;
  const added = items.map((one) => ({ ...one, itemId: writer.newId() }));
  await inChunks(added, async (some) => {
    await transaction
      .insertInto('catalog_item')
      .values(
        some.map(({ itemId, item }) => ({
          region_id: regionId,
          item_id: itemId,
          organ_id: organId,
          field: item.field ?? '',
          code: item.code,
        })),
      )
      .execute();
    await transaction
      .insertInto('catalog_wording')
      .values(some.map(({ itemId, item }) => wordingRow({ regionId, itemId }, 1, item, by(writer))))
      .execute();
    const organs = some.flatMap(({ itemId, organIds }) =>
      (organIds ?? []).map((one) => ({ region_id: regionId, item_id: itemId, organ_id: one })),
    );
    if (organs.length > 0) await transaction.insertInto('catalog_responsibility').values(organs).execute();
  });
}

async function changeItems(
  transaction: Transaction<Schema>,
  items: readonly ComparedItem[],
  writer: Writer,
): Promise<void> {
  const { regionId } = writer.keeper;
  for (const { known, item, organIds } of items) {
    if (known === null) continue;
    const ids = { regionId, itemId: known.itemId };
    await transaction
      .insertInto('catalog_wording')
      .values(wordingRow(ids, known.number + 1, item, by(writer)))
      .execute();
    await transaction
      .updateTable('catalog_item')
      .set((build) => ({ version: build('version', '+', 1) }))
      .where('region_id', '=', regionId)
      .where('item_id', '=', known.itemId)
      .execute();
    if (organIds !== null) await setOrgans(transaction, ids, organIds);
  }
}

/** Imports what was found right: all of it in one transaction; an item that says the same as before stays as it is. */
export async function runCatalogImport(
  { change, reaches, now, newId, caller }: ChangeContext,
  ids: CatalogImportIds,
): Promise<Result<CatalogImportReport, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    // Two imports into one catalogue, or one of them twice: the second sees what the first did.
    await oneAtATime(transaction, `catalog import ${organ.organ_id}`);
    const found = await findCatalogImport(transaction, ids, caller.accountId);
    if (found === undefined) return err({ code: 'not-found' });
    if (found.imported !== null) return err(DONE);
    const at = now();
    const before = keptOf(found);
    const compared = compareCatalog(before.ready, await knownItems(transaction, ids), {
      organs: await organsToMatch(transaction, ids.regionId, civilDateAt(at)),
      regionName: organ.region_name,
    });
    const writer: Writer = { newId, caller, at, keeper: ids };
    await addItems(
      transaction,
      compared.filter(({ change: kind }) => kind === 'added'),
      writer,
    );
    await changeItems(
      transaction,
      compared.filter(({ change: kind }) => kind === 'changed'),
      writer,
    );
    const summary = summaryOf(compared);
    const kept: KeptCatalog = { ...before, summary };
    const imported = summary.added + summary.changed;
    await transaction
      .updateTable('catalog_import')
      .set({ imported, kept: JSON.stringify(kept) })
      .where('region_id', '=', ids.regionId)
      .where('import_id', '=', ids.importId)
      .execute();
    return ok({
      value: catalogReport({ ...found, imported, kept }),
      subject: `catalog-import/${ids.importId}`,
      organPath: organ.path,
      details: { rows: found.rows, imported, same: summary.same, failed: before.failed.length },
    });
  });
}
