import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { decodeText } from '../read/text-encoding.ts';
import { type ListRow, readList } from '../read/xlsx/read-rows.ts';
import type { ReadError } from '../read-error.ts';
import { plainText, safeCell } from '../write/xlsx/plain-cell.ts';
import { csvBytes, parseCsv } from './csv.ts';

/** A list of files with what is known of each. */
export interface Manifest {
  readonly format: 'xlsx' | 'csv';
  readonly headings: readonly string[];
  readonly rows: readonly ListRow[];
}

/** Headings as they are compared, as spreadsheets' are. */
const plainHeading = (text: string): string => text.normalize('NFKC').replaceAll(/[\s*]/g, '');

function csvManifest(bytes: Uint8Array, needed: readonly string[]): Result<Manifest, ReadError> {
  const [head = [], ...rest] = parseCsv(decodeText(bytes).text);
  const headings = head.map(plainHeading);
  if (!needed.every((one) => headings.includes(one))) {
    const message = `没有找到表头。第一行应有“${needed.join('”“')}”列。`;
    return err({ code: 'unsupported-format', message });
  }
  const rows = rest.map((row, index) => ({
    number: index + 2,
    cells: new Map(
      row.flatMap((cell, column): [string, string][] => {
        const heading = headings[column];
        return heading === undefined || cell.trim() === '' ? [] : [[heading, plainText(cell.trim())]];
      }),
    ),
  }));
  return ok({ format: 'csv', headings, rows: rows.filter(({ cells }) => cells.size > 0) });
}

/**
 * Reads a list from a spreadsheet, or from CSV in UTF-8 or GB 18030.
 *
 * @param needed headings without which it is not the list
 */
export async function readManifest(
  bytes: Uint8Array,
  name: string,
  needed: readonly string[],
): Promise<Result<Manifest, ReadError>> {
  if (/\.csv$/i.test(name)) return csvManifest(bytes, needed);
  const list = await readList(bytes, needed);
  return list.ok ? ok({ format: 'xlsx', ...list.value }) : list;
}

export interface FailedRow extends ListRow {
  readonly reasons: readonly string[];
}

const REASONS = '错误原因';

/** Rows that could not be taken, in the list's own shape, with what is wrong with each in a column in front. */
export async function writeFailedManifest(
  { format, headings }: Pick<Manifest, 'format' | 'headings'>,
  failed: readonly FailedRow[],
): Promise<Uint8Array> {
  const own = headings.filter((heading) => heading !== REASONS);
  const rows = failed.map(({ cells, reasons }) => [
    reasons.join('\n'),
    ...own.map((heading) => cells.get(heading) ?? ''),
  ]);
  if (format === 'csv') return csvBytes([[REASONS, ...own], ...rows]);
  const heading = (value: string): CellObject => ({ value, type: String, fontWeight: 'bold' });
  const data: SheetData = [
    [REASONS, ...own].map(heading),
    ...rows.map((row) =>
      row.map((text): CellObject | null =>
        text === '' ? null : { value: safeCell(text), type: String, wrap: true },
      ),
    ),
  ];
  const columns = [{ width: 44 }, ...own.map(() => ({ width: 20 }))];
  return writeExcelFile([{ sheet: '没有导入的文件', data, columns, stickyRowsCount: 1 }]).toBuffer();
}
