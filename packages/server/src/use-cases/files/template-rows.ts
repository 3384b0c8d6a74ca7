import type { Rejection } from '@zhaoshi/contract/problems';
import { REASONS_TITLE } from '@zhaoshi/domain/application/register-sheet/columns';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { READERS } from './file-readers.ts';

/** A template that people fill in and send back. */
export interface SheetTemplate<Id extends string> {
  readonly ids: readonly Id[];
  readonly columns: Readonly<Record<Id, { readonly title: string; readonly required: boolean }>>;
  readonly mostRows: number;
  /** What is said of a file with headings alone. */
  readonly emptyWords: string;
}

export interface TemplateRow<Id extends string> {
  /** As the sheet numbers it. */
  readonly number: number;
  /** Trimmed; a blank cell is an empty text. */
  readonly row: Readonly<Record<Id, string>>;
}

export interface TemplateRows<Id extends string> {
  readonly rows: readonly TemplateRow<Id>[];
  readonly unknownColumns: readonly string[];
}

const headingOf = (title: string): string => title.normalize('NFKC').replaceAll(/[\s*]/g, '');

const invalid = (message: string): Rejection => ({
  code: 'invalid',
  detail: message,
  errors: [{ pointer: '/file', message }],
});

/** The rows of a template that was filled in, whatever kind of spreadsheet it is in; blank rows are left out. */
export async function readTemplateRows<Id extends string>(
  bytes: Uint8Array,
  { ids, columns, mostRows, emptyWords }: SheetTemplate<Id>,
): Promise<Result<TemplateRows<Id>, Rejection>> {
  const needed = ids.filter((id) => columns[id].required).map((id) => columns[id].title);
  const read = await READERS.ask({ kind: 'readList', bytes, needed });
  if (!read.ok) {
    const { code, message } = read.error;
    if (code === 'too-complex')
      return err(invalid(`表格内容过多。一次最多 ${mostRows} 行，请分成几个文件。`));
    if (code === 'unsupported-format' && !message.includes('表头')) {
      return err({ code: 'unsupported-type', detail: message });
    }
    return err(invalid(message));
  }
  const { headings, rows } = read.value;
  const filled = rows
    .map(({ number, cells }) => {
      const texts = ids.map((id) => [id, (cells.get(headingOf(columns[id].title)) ?? '').trim()]);
      return { number, row: Object.fromEntries(texts) as Readonly<Record<Id, string>> };
    })
    .filter(({ row }) => ids.some((id) => row[id] !== ''));
  if (filled.length === 0) return err(invalid(emptyWords));
  if (filled.length > mostRows) {
    return err(invalid(`共 ${filled.length} 行，一次最多导入 ${mostRows} 行，请分成几个文件。`));
  }
  const known = new Set([headingOf(REASONS_TITLE), ...ids.map((id) => headingOf(columns[id].title))]);
  return ok({
    rows: filled,
    unknownColumns: headings.filter((heading) => heading !== '' && !known.has(heading)),
  });
}
