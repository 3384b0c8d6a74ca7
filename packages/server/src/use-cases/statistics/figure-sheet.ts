import { REASONS_TITLE } from '@zhaoshi/domain/application/register-sheet/columns';
import { FIGURE_COLUMN_IDS, FIGURE_COLUMNS, type FigureRow } from '@zhaoshi/domain/statistics/figure-sheet';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import type { FailedFigure } from './check-figure-sheet.ts';

const NAME = '统计数据';

const columns = FIGURE_COLUMN_IDS.map((id) => {
  const { title, required, longest } = FIGURE_COLUMNS[id];
  return { title: required ? `${title}*` : title, width: longest >= 100 ? 32 : 18 };
});

const cellsOf = (row: FigureRow): readonly string[] => FIGURE_COLUMN_IDS.map((id) => row[id]);

const HELP = {
  name: '填写说明',
  columns: [
    { title: '列', width: 22 },
    { title: '要求', width: 8 },
    { title: '说明', width: 70 },
  ],
  rows: [
    ...FIGURE_COLUMN_IDS.map((id) => {
      const { title, required, help } = FIGURE_COLUMNS[id];
      return [title, required ? '必填' : '选填', help];
    }),
    [
      '',
      '',
      '一行一个数字。同一个月的同一事项，按全机关填报或者按科室填报，只用一种。表头不要改动，可以增加行。',
    ],
  ],
};

/** The sheet to be filled in, with a sheet that says what each column takes. */
export const writeFigureTemplate = (rows: readonly FigureRow[]): Promise<Uint8Array> =>
  writePlainSheet({ name: NAME, columns, rows: rows.map(cellsOf) }, HELP);

/** Rows that could not be taken, in the shape of the template, each with what is wrong with it. */
export const writeFailedFigures = (failed: readonly Omit<FailedFigure, 'number'>[]): Promise<Uint8Array> =>
  writePlainSheet(
    {
      name: NAME,
      columns: [{ title: REASONS_TITLE, width: 44 }, ...columns],
      rows: failed.map(({ row, reasons }) => [reasons.join('\n'), ...cellsOf(row)]),
    },
    HELP,
  );
