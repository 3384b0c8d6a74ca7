import { type SheetGrid, sheetGrid } from '@zhaoshi/domain/disclosure/item-catalog/sheet/grid';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { LIMITS } from '../../limits.ts';
import { type ReadError, ReadFailure } from '../../read-error.ts';
import { plainText } from '../../write/xlsx/plain-cell.ts';
import { createDeadline } from '../deadline.ts';
import { sniffFormat } from '../sniff.ts';
import { readWorkbook } from './read-xlsx.ts';

export interface NamedGrid {
  readonly name: string;
  readonly grid: SheetGrid;
}

/**
 * The visible sheets of a spreadsheet (.xlsx, .xls, .et, .ods) as grids with their merged cells. Formulas are not
 * worked out: the saved result is taken, as text. Refused in Chinese when it is no spreadsheet or cannot be read.
 */
export async function readGrids(bytes: Uint8Array): Promise<Result<readonly NamedGrid[], ReadError>> {
  try {
    if (bytes.length > LIMITS.fileBytes || sniffFormat(bytes) !== 'xlsx') {
      throw new ReadFailure(
        'unsupported-format',
        '这不是电子表格，没有读取。请用 Excel 或 WPS 另存为 .xlsx 后上传。',
      );
    }
    const { sheets } = await readWorkbook(bytes, createDeadline());
    return ok(
      sheets
        .filter(({ hidden }) => !hidden)
        .map(({ name, cells, merges }) => ({
          name,
          grid: sheetGrid(
            cells.map(({ row, column, text }) => ({ row, column, text: plainText(text) })),
            merges,
          ),
        })),
    );
  } catch (error) {
    if (error instanceof ReadFailure) return err(error.failure);
    return err({
      code: 'damaged',
      message: '文件已损坏，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
    });
  }
}
