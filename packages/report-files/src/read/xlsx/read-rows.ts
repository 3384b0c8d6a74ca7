import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { parseCsv } from '../../documents/csv.ts';
import { LIMITS } from '../../limits.ts';
import { type ReadError, ReadFailure } from '../../read-error.ts';
import { plainText } from '../../write/xlsx/plain-cell.ts';
import { createDeadline } from '../deadline.ts';
import { sniffFormat } from '../sniff.ts';
import { decodeText } from '../text-encoding.ts';
import { readWorkbook } from './read-xlsx.ts';
import type { Sheet } from './sheet.ts';

/** A row of a list: what stands under each heading. */
export interface ListRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface ReadList {
  readonly headings: readonly string[];
  readonly rows: readonly ListRow[];
}

/** Headings as they are compared: marks that somebody must fill a column in do not count. */
const plainHeading = (text: string): string => text.normalize('NFKC').replaceAll(/[\s*]/g, '');

type Cells = Pick<Sheet, 'cells'>;

function rowsOf({ cells }: Cells): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of cells) {
    if (text === '') continue;
    const own = rows.get(row) ?? new Map<number, string>();
    rows.set(row, own.set(column, plainText(text)));
  }
  return rows;
}

/** The sheet whose first filled row has the headings that are asked for; `null` when there is none. */
function listOf(sheet: Cells, needed: readonly string[]): ReadList | null {
  const [head, ...rest] = [...rowsOf(sheet)].toSorted(([a], [b]) => a - b);
  if (head === undefined) return null;
  const [, headCells] = head;
  const headings = new Map([...headCells].map(([column, text]) => [column, plainHeading(text)]));
  const found = new Set(headings.values());
  if (!needed.every((heading) => found.has(plainHeading(heading)))) return null;
  return {
    headings: [...found],
    rows: rest.map(([row, cells]) => ({
      number: row + 1,
      cells: new Map(
        [...cells].flatMap(([column, text]): [string, string][] => {
          const heading = headings.get(column);
          return heading === undefined ? [] : [[heading, text]];
        }),
      ),
    })),
  };
}

const noList = (needed: readonly string[]): ReadError => ({
  code: 'unsupported-format',
  message: `没有找到表头。第一行应有“${needed.join('”“')}”等列，请下载模板，把内容填进模板后上传。`,
});

const noSheet = (): ReadFailure =>
  new ReadFailure('unsupported-format', '这不是电子表格，没有读取。请用 Excel 或 WPS 另存为 .xlsx 后上传。');

/** A text with commas (.csv) as a sheet; one whose first line has none is no list. */
function csvSheet(bytes: Uint8Array): Cells {
  const rows = parseCsv(decodeText(bytes).text);
  if ((rows[0]?.length ?? 0) < 2) throw noSheet();
  const cells = rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, text })));
  if (cells.length > LIMITS.reportCells) throw new ReadFailure('too-complex', '表格内容过多，没有读取。');
  return { cells };
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Cells[]> {
  if (bytes.length > LIMITS.fileBytes) throw noSheet();
  const format = sniffFormat(bytes);
  if (format === 'txt') return [csvSheet(bytes)];
  if (format !== 'xlsx') throw noSheet();
  const { sheets } = await readWorkbook(bytes, createDeadline());
  return sheets.filter(({ hidden }) => !hidden);
}

/**
 * Reads a list with a row of headings from a spreadsheet (.xlsx, .xls, .et, .ods) or a text with commas (.csv, in UTF-8 or
 * as Chinese systems write it in GB18030). Formulas are not worked out: the
 * saved result is taken, as text.
 *
 * @param needed headings without which a sheet is not the list
 */
export async function readList(
  bytes: Uint8Array,
  needed: readonly string[],
): Promise<Result<ReadList, ReadError>> {
  try {
    for (const sheet of await sheetsOf(bytes)) {
      const list = listOf(sheet, needed);
      if (list !== null) return ok(list);
    }
    return err(noList(needed));
  } catch (error) {
    if (error instanceof ReadFailure) return err(error.failure);
    return err({
      code: 'damaged',
      message: '文件已损坏，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
    });
  }
}
