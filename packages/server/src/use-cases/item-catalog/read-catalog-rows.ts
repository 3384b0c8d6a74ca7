import type { Rejection } from '@zhaoshi/contract/problems';
import { REASONS_TITLE } from '@zhaoshi/domain/application/register-sheet/columns';
import type { PilotFieldId } from '@zhaoshi/domain/disclosure/item-catalog/pilot-fields';
import {
  type NumberedCatalogRow,
  readCatalogSheet,
} from '@zhaoshi/domain/disclosure/item-catalog/sheet/read-sheet';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { READERS } from '../files/file-readers.ts';

/** A row of a sheet, with the field that its sheet's title names. */
export interface SheetCatalogRow extends NumberedCatalogRow {
  readonly field: PilotFieldId | null;
  /** Named only where the file has several. */
  readonly sheet: string;
}

interface CatalogRows {
  readonly rows: readonly SheetCatalogRow[];
  readonly unknownColumns: readonly string[];
}

const invalid = (message: string): Rejection => ({
  code: 'invalid',
  detail: message,
  errors: [{ pointer: '/file', message }],
});

/** The rows of all sheets of a file that hold a catalogue, in their order (a county often has a sheet for each field). */
export async function readCatalogRows(bytes: Uint8Array): Promise<Result<CatalogRows, Rejection>> {
  const grids = await READERS.ask({ kind: 'readGrids', bytes });
  if (!grids.ok) {
    const { code, message } = grids.error;
    return err(
      code === 'unsupported-format' ? { code: 'unsupported-type', detail: message } : invalid(message),
    );
  }
  const read = grids.value.map(({ name, grid }) => ({ name, sheet: readCatalogSheet(grid) }));
  const found = read.flatMap(({ name, sheet }) => (sheet.ok ? [{ name, ...sheet.value }] : []));
  if (found.length === 0) {
    const [first] = read;
    return err(
      invalid(first === undefined || first.sheet.ok ? '文件里没有可以读取的工作表。' : first.sheet.error),
    );
  }
  const isSeveral = found.length > 1;
  const rows = found.flatMap(({ name, rows: own, field }) =>
    own.map((row) => ({ ...row, field, sheet: isSeveral ? name : '' })),
  );
  const unknown = found.flatMap(({ unknownColumns }) => unknownColumns);
  return ok({ rows, unknownColumns: [...new Set(unknown)].filter((title) => title !== REASONS_TITLE) });
}
