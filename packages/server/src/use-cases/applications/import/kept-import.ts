import type { SheetRow } from '@zhaoshi/domain/application/register-sheet/columns';
import type { Kysely, Selectable } from 'kysely';
import type { SecretBox } from '../../../adapters/secret-box/secret-box.ts';
import type { OrganIds } from '../../../db/queries/organs.ts';
import type { ApplicationSchema } from '../../../db/schema/application.ts';
import type { Schema } from '../../../db/schema.ts';
import type { FailedRow } from './check-rows.ts';
import type { NumberedRow } from './sheet-rows.ts';

/** What is kept of an import, sealed: rows that wait for it, and rows that cannot be imported. */
export interface KeptRows {
  readonly ready: readonly (NumberedRow & { readonly isConcluded: boolean })[];
  readonly failed: readonly FailedRow[];
  readonly unknownColumns: readonly string[];
}

export interface ImportIds extends OrganIds {
  readonly importId: string;
}

export type ImportRow = Selectable<ApplicationSchema['application_import']>;

const purposeOf = (importId: string): string => `application-import/${importId}`;

export const sealRows = (box: SecretBox, importId: string, rows: KeptRows): string =>
  box.seal(JSON.stringify(rows), purposeOf(importId));

/** Written by `sealRows` only, from a value of that type. */
export const openRows = (box: SecretBox, { import_id, sealed }: ImportRow): KeptRows =>
  JSON.parse(box.open(sealed, purposeOf(import_id))) as KeptRows;

/** The import of an organ, for whoever uploaded it and nobody else. */
export async function findImport(
  database: Kysely<Schema>,
  { regionId, organId, importId }: ImportIds,
  accountId: string,
): Promise<ImportRow | undefined> {
  return await database
    .selectFrom('application_import')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('import_id', '=', importId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Reasons that are shown on the screen; the file has all of them. */
const SHOWN_FAILURES = 50;

/** What became of the rows, without anything that names somebody: reasons quote only what a cell must not hold. */
export function reportOf(kept: ImportRow, { ready, failed, unknownColumns }: KeptRows) {
  const concluded = ready.filter(({ isConcluded }) => isConcluded).length;
  return {
    importId: kept.import_id,
    createdAt: kept.created_at.toISOString(),
    rows: kept.rows,
    ready: kept.ready,
    failed: failed.length,
    imported: kept.imported,
    concluded,
    open: ready.length - concluded,
    failures: failed
      .slice(0, SHOWN_FAILURES)
      .map(({ number, reasons }) => ({ row: number, reasons: [...reasons] })),
    unknownColumns: [...unknownColumns],
  };
}

export type ImportReport = ReturnType<typeof reportOf>;

/** A row that was imported: only that it was, and how it ended. */
export const withoutWords = ({
  number,
  isConcluded,
}: KeptRows['ready'][number]): KeptRows['ready'][number] => ({
  number,
  isConcluded,
  row: {} as SheetRow,
});
