import { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { itemCatalogRoutes } from '@zhaoshi/contract/routes/item-catalog';
import { type CatalogItem, itemTitle } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import { matchOrgans } from '@zhaoshi/domain/disclosure/item-catalog/match-organs';
import { parsePeriodWording } from '@zhaoshi/domain/disclosure/item-catalog/period-wording';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import {
  type CatalogItemIds,
  type CatalogItemRow,
  catalogOrderKey,
  catalogWordings,
  findCatalogItem,
  itemsOfOrgans,
  listCatalogItems,
  organsToMatch,
} from '../../db/queries/catalog-items.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { checkCatalogImport } from '../../use-cases/item-catalog/check-catalog-import.ts';
import { assignItem, editItem } from '../../use-cases/item-catalog/edit-item.ts';
import { findCatalogImport, keptOf } from '../../use-cases/item-catalog/kept-catalog-import.ts';
import { runCatalogImport } from '../../use-cases/item-catalog/run-catalog-import.ts';
import { createFairGate } from '../fair-gate.ts';
import type { CallContext, Handlers, ReadContext } from './handler.ts';
import { presentStale } from './handler.ts';
import { uploadedBytes } from './uploaded-bytes.ts';
import { workbook } from './workbook-answer.ts';

async function reachedOrgan(
  { database, reaches }: Pick<ReadContext, 'database' | 'reaches'>,
  ids: OrganIds,
): Promise<Result<OrganRow, Rejection>> {
  const organ = await findOrgan(database, ids);
  return organ !== undefined && reaches(organ.path) ? ok(organ) : err({ code: 'not-found' });
}

/** An item within reach of its keeper or of an organ that has to publish it. */
async function reachedItem(context: ReadContext, ids: CatalogItemIds): Promise<CatalogItemRow | undefined> {
  const row = await findCatalogItem(context.database, ids, civilDateAt(context.now()));
  if (row === undefined) return undefined;
  return [row.path, ...row.organs.map(({ path }) => path)].some(context.reaches) ? row : undefined;
}

const isUnderstood = (words: string): boolean => parsePeriodWording(words).kind === 'parsed';

const presentRow = (row: CatalogItemRow) => ({
  regionId: row.region_id,
  itemId: row.item_id,
  field: row.content.field,
  code: row.content.code,
  level1: row.content.level1,
  level2: row.content.level2,
  publicationPeriod: row.content.publicationPeriod,
  isPeriodUnderstood: isUnderstood(row.content.publicationPeriod),
  responsibleOrgan: row.content.responsibleOrgan,
  organs: row.organs.map(({ organId, name }) => ({ organId, name })),
  disclosureClass: row.content.disclosureClass,
  validFrom: row.content.validFrom,
  validTo: row.content.validTo,
  isValid: row.is_valid,
});

const presentContent = ({ code: _code, field: _field, ...content }: CatalogItem) => ({
  ...content,
  contentElements: [...content.contentElements],
  basis: [...content.basis],
  levels: [...content.levels],
  channels: { ...content.channels, must: [...content.channels.must], may: [...content.channels.may] },
});

async function presentItem(context: ReadContext, row: CatalogItemRow) {
  const { database, now } = context;
  const ids = { regionId: row.region_id, itemId: row.item_id };
  const organs = await organsToMatch(database, row.region_id, civilDateAt(now()));
  const keeper = await findOrgan(database, { regionId: row.region_id, organId: row.organ_id });
  const { unmatched } = matchOrgans(row.content.responsibleOrgan, organs, keeper?.region_name ?? '');
  const wordings = await catalogWordings(database, ids);
  return {
    ...presentRow(row),
    content: presentContent(row.content),
    unmatched: [...unmatched],
    keeperName: row.keeper_name,
    wordings: wordings.map(({ number, content, recorded_at, display_name }) => ({
      number,
      content: presentContent(content),
      recordedAt: recorded_at.toISOString(),
      recordedBy: display_name,
    })),
    version: row.version,
    abilities: context.abilities(row.path),
  };
}

/** A catalogue of thousands of rows needs a fraction of it. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Reading a catalogue takes memory and time: two at once, and of one person one after the other. */
const GATE = createFairGate({ atOnce: 2, perAsker: 1, waiting: 8, waitingPerAsker: 1 });

const BUSY: Rejection = {
  code: 'unavailable',
  detail: '同时检查的目录较多，这个文件没有读取，也没有改动任何内容。请等前面的检查完成后重新上传。',
};

/** The item as it is after a change, or as it is now for whoever came too late. */
async function changed(
  context: CallContext,
  ids: CatalogItemIds,
  result: Result<CatalogItemIds, Rejection>,
): Promise<Result<Awaited<ReturnType<typeof presentItem>>, Rejection>> {
  if (!result.ok && result.error.code !== 'stale') return result;
  const row = await reachedItem(context, ids);
  if (row === undefined) return err({ code: 'not-found' });
  const shown = await presentItem(context, row);
  return result.ok ? ok(shown) : presentStale(result, () => shown);
}

export const itemCatalogHandlers: Handlers<typeof itemCatalogRoutes> = {
  search: async (context, { params, body }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const rows = await listCatalogItems(context.database, params, body, civilDateAt(context.now()));
    return ok(pageOf(rows, body.limit, catalogOrderKey, presentRow));
  },
  ofOrgan: async (context, { params }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const rows = await itemsOfOrgans(context.database, [params.organId], civilDateAt(context.now()));
    const items = rows
      .filter((row) => row.is_valid)
      .map(({ item_id, content }) => ({
        itemId: item_id,
        field: content.field,
        code: content.code,
        title: itemTitle(content),
        publicationPeriod: content.publicationPeriod,
        contentElements: [...content.contentElements],
      }));
    return ok({ items });
  },
  read: async (context, { params }) => {
    const row = await reachedItem(context, params);
    return row === undefined ? err({ code: 'not-found' }) : ok(await presentItem(context, row));
  },
  save: async (context, { params, body }) => {
    const { validFrom, validTo, ...content } = body.content;
    // The contract has checked that these texts are days.
    const dates = { validFrom: validFrom as CivilDate, validTo: validTo as CivilDate | null };
    return await changed(context, params, await editItem(context, params, { ...content, ...dates }));
  },
  assign: async (context, { params, body }) =>
    await changed(context, params, await assignItem(context, params, body.organIds)),
  importTemplate: async (context, { params }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const { writeCatalogTemplate } = await import('@zhaoshi/report-files/write/xlsx/write-catalog');
    return ok(workbook('标准目录导入模板', Readable.from([await writeCatalogTemplate()])));
  },
  checkImport: async (context, { params, query }) => {
    // Before a byte is read, and again in the transaction.
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const checked = await GATE.run(context.caller.accountId, async () => {
      const bytes = await uploadedBytes(context, MOST_BYTES);
      if (!bytes.ok) return bytes;
      // The contract has checked that this text is a day.
      const validFrom = query.validFrom as CivilDate;
      return await checkCatalogImport(context, {
        ...params,
        bytes: bytes.value,
        validFrom,
        field: query.field ?? null,
      });
    });
    return checked ?? err(BUSY);
  },
  runImport: (context, { params }) => runCatalogImport(context, params),
  importFailures: async (context, { params }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const found = await findCatalogImport(context.database, params, context.caller.accountId);
    if (found === undefined) return err({ code: 'not-found' });
    const { writeFailedCatalogRows } = await import('@zhaoshi/report-files/write/xlsx/write-catalog');
    const bytes = await writeFailedCatalogRows(keptOf(found).failed);
    return ok(workbook('未能导入的目录事项', Readable.from([bytes])));
  },
  exportCatalog: async (context, { params, body }) => {
    const organ = await reachedOrgan(context, params);
    if (!organ.ok) return organ;
    const today = civilDateAt(context.now());
    const rows = await listCatalogItems(context.database, params, body, today);
    const { writeCatalog } = await import('@zhaoshi/report-files/write/xlsx/write-catalog');
    const bytes = await writeCatalog(rows.map(({ content }) => content));
    return ok(workbook(`${organ.value.name}标准目录（${today}）`, Readable.from([bytes])));
  },
};
