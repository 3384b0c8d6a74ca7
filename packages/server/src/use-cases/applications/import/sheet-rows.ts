import type { Rejection } from '@zhaoshi/contract/problems';
import {
  MOST_ROWS,
  SHEET_COLUMN_IDS,
  SHEET_COLUMNS,
  type SheetColumnId,
} from '@zhaoshi/domain/application/register-sheet/columns';
import type { Result } from '@zhaoshi/domain/kernel/result';
import { readTemplateRows, type TemplateRow, type TemplateRows } from '../../files/template-rows.ts';

export type NumberedRow = TemplateRow<SheetColumnId>;

const REGISTER = {
  ids: SHEET_COLUMN_IDS,
  columns: SHEET_COLUMNS,
  mostRows: MOST_ROWS,
  emptyWords: '表格里只有表头，没有申请。请把登记簿的内容填进模板后上传。',
};

/** The rows of an old register, whatever kind of spreadsheet it is in. */
export const readSheetRows = (bytes: Uint8Array): Promise<Result<TemplateRows<SheetColumnId>, Rejection>> =>
  readTemplateRows(bytes, REGISTER);
