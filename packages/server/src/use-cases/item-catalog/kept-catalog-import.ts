import type { Kysely, Selectable } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { ItemCatalogSchema } from '../../db/schema/item-catalog.ts';
import type { Schema } from '../../db/schema.ts';
import type { FailedItem, ReadyItem } from './check-catalog-rows.ts';
import type { ComparedItem } from './compare-catalog.ts';

/** What is kept of an import: rows that wait for it, rows that cannot be imported, and what would come of them. */
export interface KeptCatalog {
  readonly ready: readonly ReadyItem[];
  readonly failed: readonly FailedItem[];
  readonly unknownColumns: readonly string[];
  readonly summary: CatalogSummary;
}

export interface CatalogSummary {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly withoutOrgan: number;
  readonly unmatched: readonly string[];
}

export interface CatalogImportIds extends OrganIds {
  readonly importId: string;
}

export type CatalogImportRow = Selectable<ItemCatalogSchema['catalog_import']>;

/** The import of an organ's catalogue, for whoever uploaded it and nobody else. */
export async function findCatalogImport(
  database: Kysely<Schema>,
  { regionId, organId, importId }: CatalogImportIds,
  accountId: string,
): Promise<CatalogImportRow | undefined> {
  return await database
    .selectFrom('catalog_import')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('import_id', '=', importId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Only the use cases here write it, from a value of that type. */
export const keptOf = ({ kept }: Pick<CatalogImportRow, 'kept'>): KeptCatalog => kept as KeptCatalog;

export function summaryOf(items: readonly ComparedItem[]): CatalogSummary {
  const count = (change: ComparedItem['change']): number =>
    items.filter((one) => one.change === change).length;
  return {
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    withoutOrgan: items.filter(({ organIds }) => organIds?.length === 0).length,
    unmatched: [...new Set(items.flatMap(({ unmatched }) => unmatched))],
  };
}

/** Reasons and notes that are shown on the screen; the file has all reasons. */
const SHOWN = 50;

export function catalogReport(row: CatalogImportRow) {
  const { ready, failed, unknownColumns, summary } = keptOf(row);
  const noted = ready.filter(({ notes }) => notes.length > 0);
  return {
    importId: row.import_id,
    createdAt: row.created_at.toISOString(),
    rows: row.rows,
    ready: row.ready,
    failed: failed.length,
    imported: row.imported,
    added: summary.added,
    changed: summary.changed,
    same: summary.same,
    withoutOrgan: summary.withoutOrgan,
    failures: failed.slice(0, SHOWN).map(({ number, reasons }) => ({ row: number, reasons: [...reasons] })),
    notes: noted.slice(0, SHOWN).map(({ number, notes }) => ({ row: number, notes: [...notes] })),
    unmatched: [...summary.unmatched],
    unknownColumns: [...unknownColumns],
  };
}

export type CatalogImportReport = ReturnType<typeof catalogReport>;
