import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import { ReadFailure } from '../../read-error.ts';
import { openCompoundFile } from '../compound-file.ts';
import { showsOtherFigure } from './number-format.ts';
import {
  checkCellCount,
  checkTextCount,
  isWorthKeeping,
  type Sheet,
  type SheetCell,
  type Workbook,
} from './sheet.ts';

/** Far above a report's needs; keeps what SheetJS builds from it below some 300 MB. */
const MAX_STREAM_BYTES = 10 * 1024 * 1024;
const MAX_ROWS = 5_000;

const RECORD_HEADER_BYTES = 4;
const BEGINNING = 0x0809;
const FORMULA = 0x0006;
/** Excel 5/95 and Excel 97–2003; with any other number the library takes the records for older ones. */
const VERSIONS = new Set([0x0500, 0x0600]);
/** Where a formula record says how long its formula is, counted from the record's data. */
const FORMULA_LENGTH_AT = 20;
/** The library passes over a formula of this length, and can run forever in any other. */
const NO_FORMULA = 0xffff;
const FILE_PASS = 0x002f;
const CONTINUE = 0x003c;

/**
 * Records that say what cells show. The rest must not reach the library: it walks every cell of the range that a
 * hyperlink claims, which may be the whole sheet, and prints a line for each record it does not know.
 */
const CELL_RECORDS = new Set([
  FORMULA, // for its saved result
  0x000a, // end of a sheet
  0x0022, // 1904 dates
  0x0042, // code page
  0x0085, // sheet name
  0x00bd, // numbers in a row
  0x00be, // blanks in a row
  0x00d6, // rich text
  0x00e0, // cell style
  0x00e5, // merged cells
  0x00fc, // shared strings
  0x00fd, // shared string
  0x0200, // used range
  0x0201, // blank
  0x0203, // number
  0x0204, // text
  0x0205, // truth value or error
  0x0207, // saved text of a formula
  0x027e, // number
  0x041e, // number format
  BEGINNING, // of a sheet
]);

/** A record that the library knows and does nothing with. */
const IDLE_RECORD = 0x7262;

const damaged = () =>
  new ReadFailure(
    'damaged',
    '电子表格（.xls/.et）已损坏，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  );

/** The library's own container reader runs out of memory on a directory whose links go in a circle. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  let content: Uint8Array | undefined;
  try {
    const container = openCompoundFile(bytes);
    content = container.stream('Workbook') ?? container.stream('Book');
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

/** The stream's whole records, with only those left in force that the library is needed for. */
function disarm(stream: Uint8Array): Uint8Array {
  const view = new DataView(stream.buffer);
  let offset = 0;
  let kept = false;
  while (offset + RECORD_HEADER_BYTES <= stream.length) {
    const type = view.getUint16(offset, true);
    const length = view.getUint16(offset + 2, true);
    const data = offset + RECORD_HEADER_BYTES;
    if (type === FILE_PASS) {
      throw new ReadFailure('encrypted', '电子表格设有打开密码，无法读取。请取消密码保护后重试。');
    }
    if (data + length > stream.length) break;
    // A continuation shares the fate of the record before it.
    if (type === FORMULA) kept = disarmFormula(view, data, length);
    else if (type !== CONTINUE) kept = CELL_RECORDS.has(type);
    if (type === BEGINNING && kept && (length < 2 || !VERSIONS.has(view.getUint16(data, true))))
      throw damaged();
    if (!kept) view.setUint16(offset, IDLE_RECORD, true);
    offset = data + length;
  }
  return stream.subarray(0, offset);
}

/** Makes the library pass over the formula and take its result; false when the record is too short for that. */
function disarmFormula(view: DataView, data: number, length: number): boolean {
  if (length < FORMULA_LENGTH_AT + 2) return false;
  view.setUint16(data + FORMULA_LENGTH_AT, NO_FORMULA, true);
  return true;
}

function shownText(cell: CellObject): string {
  if (cell.t === 'z' || cell.v === undefined) return '';
  return (cell.w ?? String(cell.v)).replaceAll('\r', '').trim();
}

function sheetOf(name: string, sheet: WorkSheet, hidden: boolean): Sheet {
  const cells: SheetCell[] = [];
  let shownOtherwise = 0;
  let characters = 0;
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  data.forEach((rowCells, row) => {
    rowCells?.forEach((cell, column) => {
      const kept = { row, column, text: cell === undefined ? '' : shownText(cell) };
      if (cell !== undefined && isWorthKeeping(kept)) cells.push(kept);
      characters += kept.text.length;
      checkTextCount(characters);
      if (cell?.t === 'n' && showsOtherFigure(kept.text, Number(cell.v))) shownOtherwise++;
    });
    checkCellCount(cells.length);
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r,
    column: s.c,
    rowSpan: e.r - s.r + 1,
    colSpan: e.c - s.c + 1,
  }));
  return { name, cells, merges, hidden, hiddenRows: 0, hiddenColumns: 0, withoutResult: 0, shownOtherwise };
}

/**
 * Reads a workbook of Excel 97–2003 or an old WPS .et.
 *
 * @throws ReadFailure `damaged`, `encrypted`, `too-large`, `too-complex`
 */
export function readBiff(bytes: Uint8Array): Workbook {
  const stream = disarm(workbookStream(bytes));
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
