import type { Rejection } from '@zhaoshi/contract/problems';
import { REASONS_TITLE } from '@zhaoshi/domain/application/register-sheet/columns';
import type { IndicatorSet } from '@zhaoshi/domain/assessment/indicator';
import {
  INDICATOR_COLUMN_IDS,
  INDICATOR_COLUMNS,
  type IndicatorRow,
  MOST_INDICATORS,
  parseIndicatorSet,
  rowsOfSet,
} from '@zhaoshi/domain/assessment/indicator-sheet';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import { readTemplateRows } from '../files/template-rows.ts';

const SHEET = {
  ids: INDICATOR_COLUMN_IDS,
  columns: INDICATOR_COLUMNS,
  mostRows: MOST_INDICATORS,
  emptyWords: '表格里只有表头，没有指标。请下载现在的指标，改好以后上传。',
};

const NAME = '考核指标';

const columns = INDICATOR_COLUMN_IDS.map((id) => {
  const { title, required, longest } = INDICATOR_COLUMNS[id];
  return { title: required ? `${title}*` : title, width: longest >= 100 ? 48 : 14 };
});

const cellsOf = (row: IndicatorRow): readonly string[] => INDICATOR_COLUMN_IDS.map((id) => row[id]);

const HELP = {
  name: '填写说明',
  columns: [
    { title: '列', width: 18 },
    { title: '要求', width: 8 },
    { title: '说明', width: 90 },
  ],
  rows: INDICATOR_COLUMN_IDS.map((id) => {
    const { title, required, help } = INDICATOR_COLUMNS[id];
    return [title, required ? '必填' : '选填', help];
  }),
};

/** A set as a sheet that can be changed and sent back. */
export const writeIndicatorSheet = (set: IndicatorSet): Promise<Uint8Array> =>
  writePlainSheet({ name: NAME, columns, rows: rowsOfSet(set).map(cellsOf) }, HELP);

export interface FailedIndicator {
  readonly number: number;
  readonly row: IndicatorRow;
  readonly reasons: readonly string[];
}

/** Rows that could not be taken, in the shape of the sheet, each with what is wrong with it. */
export const writeFailedIndicators = (failed: readonly FailedIndicator[]): Promise<Uint8Array> =>
  writePlainSheet(
    {
      name: NAME,
      columns: [{ title: REASONS_TITLE, width: 44 }, ...columns],
      rows: failed.map(({ row, reasons }) => [reasons.join('\n'), ...cellsOf(row)]),
    },
    HELP,
  );

export interface CheckedIndicators {
  readonly rows: number;
  /** `null`: some row is wrong. */
  readonly set: IndicatorSet | null;
  readonly failed: readonly FailedIndicator[];
  readonly unknownColumns: readonly string[];
}

/** Reads a sheet of indicators and says what is wrong with each row; nothing is kept. */
export async function checkIndicatorSheet(bytes: Uint8Array): Promise<Result<CheckedIndicators, Rejection>> {
  const read = await readTemplateRows(bytes, SHEET);
  if (!read.ok) return read;
  const { rows, unknownColumns } = read.value;
  const parsed = parseIndicatorSet(rows.map(({ row }) => row));
  const failed = parsed.ok
    ? []
    : parsed.error.flatMap(({ index, reasons }) => {
        const found = rows[index];
        return found === undefined ? [] : [{ ...found, reasons }];
      });
  return ok({ rows: rows.length, set: parsed.ok ? parsed.value : null, failed, unknownColumns });
}
