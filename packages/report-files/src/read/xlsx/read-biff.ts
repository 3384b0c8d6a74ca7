import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import CFB from 'cfb';
import { ReadFailure } from '../../read-error.ts';
import { checkCellCount, type Sheet, type SheetCell, type Workbook } from './sheet.ts';

/** Far above a report's needs; keeps what SheetJS builds from it below some 300 MB. */
const MAX_STREAM_BYTES = 10 * 1024 * 1024;
const MAX_ROWS = 5_000;

const RECORD_HEADER_BYTES = 4;
const FILE_PASS = 0x002f;
/** Hyperlinks and their tips: SheetJS walks every cell of the range they claim, which may be the whole sheet. */
const HYPERLINK_RECORDS = new Set([0x01b8, 0x0800]);
/** A record type that no program writes, so readers pass over it. */
const IGNORED_RECORD = 0x7fff;

const damaged = () =>
  new ReadFailure(
    'damaged',
    '电子表格（.xls/.et）已损坏，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  );

function workbookStream(bytes: Uint8Array): Uint8Array {
  let content: ArrayLike<number> | undefined;
  try {
    const container = CFB.read(bytes, { type: 'buffer' });
    content = (CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book'))?.content;
  } catch {
    throw damaged();
  }
  if (content === undefined || content.length === 0) throw damaged();
  if (content.length > MAX_STREAM_BYTES) {
    throw new ReadFailure(
      'too-large',
      '电子表格内容过大，不像一份年度报告，未读取。请只保留报告内容后重试。',
    );
  }
  // A copy: records are overwritten below, and the caller's bytes are not ours.
  return Uint8Array.from(content);
}

/** Takes out of the stream what must not reach the library. */
function disarm(stream: Uint8Array): void {
  const view = new DataView(stream.buffer);
  let offset = 0;
  while (offset + RECORD_HEADER_BYTES <= stream.length) {
    const type = view.getUint16(offset, true);
    if (type === FILE_PASS) {
      throw new ReadFailure('encrypted', '电子表格设有打开密码，无法读取。请取消密码保护后重试。');
    }
    if (HYPERLINK_RECORDS.has(type)) view.setUint16(offset, IGNORED_RECORD, true);
    offset += RECORD_HEADER_BYTES + view.getUint16(offset + 2, true);
  }
}

function shownText(cell: CellObject): string {
  if (cell.t === 'z' || cell.v === undefined) return '';
  return (cell.w ?? String(cell.v)).replaceAll('\r', '').trim();
}

function sheetOf(name: string, sheet: WorkSheet, hidden: boolean): Sheet {
  const cells: SheetCell[] = [];
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  data.forEach((rowCells, row) => {
    rowCells?.forEach((cell, column) => {
      if (cell !== undefined) cells.push({ row, column, text: shownText(cell) });
    });
    checkCellCount(cells.length);
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r,
    column: s.c,
    rowSpan: e.r - s.r + 1,
    colSpan: e.c - s.c + 1,
  }));
  return { name, cells, merges, hidden, hiddenRows: 0, hiddenColumns: 0, withoutResult: 0 };
}

/**
 * Reads a workbook of Excel 97–2003 or an old WPS .et.
 *
 * @throws ReadFailure `damaged`, `encrypted`, `too-large`, `too-complex`
 */
export function readBiff(bytes: Uint8Array): Workbook {
  const stream = workbookStream(bytes);
  disarm(stream);
  let workbook: ReturnType<typeof read>;
  try {
    workbook = read(stream, {
      type: 'buffer',
      dense: true,
      sheetRows: MAX_ROWS,
      sheetStubs: true,
      cellFormula: false,
      cellHTML: false,
      dateNF: 'yyyy/m/d',
    });
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw damaged();
  }
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    return sheet === undefined
      ? []
      : [sheetOf(name, sheet, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0)];
  });
  return { sheets, properties: {} };
}
