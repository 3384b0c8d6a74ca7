import type { Rejection } from '@zhaoshi/contract/problems';
import {
  MOST_ROWS,
  REASONS_TITLE,
  SHEET_COLUMN_IDS,
  SHEET_COLUMNS,
  type SheetColumnId,
  type SheetRow,
} from '@zhaoshi/domain/application/register-sheet/columns';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { readList } from '@zhaoshi/report-files/read/xlsx/read-rows';

export interface NumberedRow {
  /** As the sheet numbers it. */
  readonly number: number;
  readonly row: SheetRow;
}

export interface SheetRows {
  readonly rows: readonly NumberedRow[];
  readonly unknownColumns: readonly string[];
}

const headingOf = (id: SheetColumnId): string =>
  SHEET_COLUMNS[id].title.normalize('NFKC').replaceAll(/[\s*]/g, '');

const HEADINGS = new Map(SHEET_COLUMN_IDS.map((id) => [headingOf(id), id]));

const NEEDED = SHEET_COLUMN_IDS.filter((id) => SHEET_COLUMNS[id].required).map(
  (id) => SHEET_COLUMNS[id].title,
);

const invalid = (message: string): Rejection => ({
  code: 'invalid',
  detail: message,
  errors: [{ pointer: '/file', message }],
});

function rowOf(cells: ReadonlyMap<string, string>): SheetRow {
  const texts = SHEET_COLUMN_IDS.map((id) => [id, (cells.get(headingOf(id)) ?? '').trim()]);
  return Object.fromEntries(texts) as SheetRow;
}

/** The rows of an old register, whatever kind of spreadsheet it is in. */
export async function readSheetRows(bytes: Uint8Array): Promise<Result<SheetRows, Rejection>> {
  const read = await readList(bytes, NEEDED);
  if (!read.ok) {
    const { code, message } = read.error;
    if (code === 'too-complex')
      return err(invalid(`表格内容过多。一次最多 ${MOST_ROWS} 行，请分成几个文件。`));
    if (code === 'unsupported-format' && !message.includes('表头')) {
      return err({ code: 'unsupported-type', detail: message });
    }
    return err(invalid(message));
  }
  const { headings, rows } = read.value;
  const known = rows
    .map(({ number, cells }) => ({ number, row: rowOf(cells) }))
    .filter(({ row }) => SHEET_COLUMN_IDS.some((id) => row[id] !== ''));
  if (known.length === 0) return err(invalid('表格里只有表头，没有申请。请把登记簿的内容填进模板后上传。'));
  if (known.length > MOST_ROWS) {
    return err(invalid(`共 ${known.length} 行，一次最多导入 ${MOST_ROWS} 行，请分成几个文件。`));
  }
  const unknownColumns = headings.filter(
    (heading) => heading !== '' && heading !== REASONS_TITLE && !HEADINGS.has(heading),
  );
  return ok({ rows: known, unknownColumns });
}
