import { ReadFailure } from '../../read-error.ts';
import type { ReadNote, SourceDocument } from '../../source-document.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { isOle } from '../sniff-ole.ts';
import { openZip } from '../zip.ts';
import { readOds } from './read-ods.ts';
import { readOoxml } from './read-ooxml.ts';
import type { Sheet, Workbook } from './sheet.ts';
import { sheetBlocks } from './sheet-blocks.ts';

/** Opens a spreadsheet of any format. */
export async function readWorkbook(bytes: Uint8Array, deadline: Deadline): Promise<Workbook> {
  if (isOle(bytes)) return (await import('./read-biff.ts')).readBiff(bytes);
  const zip = await openZip(bytes);
  return zip.has('content.xml') && !zip.has('xl/workbook.xml')
    ? readOds(zip, deadline)
    : readOoxml(zip, deadline);
}

function sheetNotes(sheet: Sheet): ReadNote[] {
  const place = { sheet: sheet.name };
  const notes: ReadNote[] = [];
  if (sheet.hiddenRows > 0) {
    notes.push({
      kind: 'guessed',
      code: 'xlsx.hidden-rows',
      message: `工作表中有 ${sheet.hiddenRows} 行被隐藏，已照样读取，请核对。`,
      place,
    });
  }
  if (sheet.hiddenColumns > 0) {
    notes.push({
      kind: 'guessed',
      code: 'xlsx.hidden-columns',
      message: '工作表中有被隐藏的列，已照样读取，请核对。',
      place,
    });
  }
  if (sheet.withoutResult > 0) {
    notes.push({
      kind: 'notUnderstood',
      code: 'xlsx.formula-without-result',
      message: `有 ${sheet.withoutResult} 个公式没有保存计算结果，按空白处理。请用 Excel 或 WPS 打开并保存后重试。`,
      place,
    });
  }
  if (sheet.shownOtherwise > 0) {
    notes.push({
      kind: 'guessed',
      code: 'xlsx.shown-otherwise',
      message: `有 ${sheet.shownOtherwise} 个数字因单元格格式（四舍五入、按千显示等）与保存的数值不同，已按显示的数字读取，请核对。`,
      place,
    });
  }
  return notes;
}

/**
 * Reads a spreadsheet: .xlsx, .xls, .et and .ods. Sheets follow one another; hidden ones are left out and noted.
 *
 * @throws ReadFailure
 */
export async function readXlsx(
  bytes: Uint8Array,
  deadline: Deadline = createDeadline(),
): Promise<SourceDocument> {
  const { sheets, properties } = await readWorkbook(bytes, deadline);
  const shown = sheets.filter((sheet) => !sheet.hidden);
  if (shown.every((sheet) => sheet.cells.every((cell) => cell.text === ''))) {
    throw new ReadFailure(
      'empty-file',
      '电子表格里没有任何内容。请确认选对了文件，或数据不在隐藏的工作表里。',
    );
  }
  const hidden: ReadNote[] = sheets
    .filter((sheet) => sheet.hidden)
    .map((sheet) => ({
      kind: 'guessed',
      code: 'xlsx.hidden-sheet',
      message: '有隐藏的工作表，未读取。',
      place: { sheet: sheet.name },
    }));
  return {
    format: 'xlsx',
    blocks: shown.flatMap(sheetBlocks),
    notes: [...hidden, ...shown.flatMap(sheetNotes)],
    properties,
  };
}
