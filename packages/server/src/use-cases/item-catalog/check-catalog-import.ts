import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { organsToMatch } from '../../db/queries/catalog-items.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { checkCatalogRows, type ImportDefaults } from './check-catalog-rows.ts';
import { compareCatalog, knownItems } from './compare-catalog.ts';
import {
  type CatalogImportReport,
  catalogReport,
  type KeptCatalog,
  summaryOf,
} from './kept-catalog-import.ts';
import { readCatalogRows } from './read-catalog-rows.ts';

export interface CheckCatalogImport extends OrganIds, ImportDefaults {
  readonly bytes: Uint8Array;
}

/** A village keeps no catalogue of 政府信息 (村组法2). */
const NO_KEEPER: Rejection = {
  code: 'state-refuses',
  detail: '村（居）民委员会不是行政机关，没有政务公开标准目录。请在县级人民政府或者乡镇、部门下维护。',
};

/** Reads a catalogue and keeps its rows until somebody has looked at what is wrong with them. */
export async function checkCatalogImport(
  { change, reaches, now, newId, caller }: ChangeContext,
  { regionId, organId, bytes, ...defaults }: CheckCatalogImport,
): Promise<Result<CatalogImportReport, Rejection>> {
  const read = await readCatalogRows(bytes);
  if (!read.ok) return read;
  const { rows, unknownColumns } = read.value;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (organ.kind === 'village') return err(NO_KEEPER);
    const at = now();
    const { ready, failed } = checkCatalogRows(rows, defaults);
    const compared = compareCatalog(ready, await knownItems(transaction, { regionId, organId }), {
      organs: await organsToMatch(transaction, regionId, civilDateAt(at)),
      regionName: organ.region_name,
    });
    const kept: KeptCatalog = { ready, failed, unknownColumns, summary: summaryOf(compared) };
    const row = {
      region_id: regionId,
      import_id: newId(),
      organ_id: organId,
      account_id: caller.accountId,
      created_at: at,
      rows: rows.length,
      ready: ready.length,
      imported: null,
    };
    await transaction
      .insertInto('catalog_import')
      .values({ ...row, kept: JSON.stringify(kept).replaceAll('\\u0000', '') })
      .execute();
    return ok({
      value: catalogReport({ ...row, kept }),
      subject: `catalog-import/${row.import_id}`,
      organPath: organ.path,
      details: { rows: rows.length, ready: ready.length, failed: failed.length },
    });
  });
}
