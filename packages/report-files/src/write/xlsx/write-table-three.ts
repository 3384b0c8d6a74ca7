import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId, FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { toDocumentTable } from '../document-table.ts';
import { printedOnA4 } from './print-setup.ts';
import { columnWidths, tableSheet } from './table-sheet.ts';

export interface CountedTable {
  readonly title: string;
  readonly form: FormVersion;
  readonly figures: Readonly<Record<CellId, number>>;
}

/** Table three alone as a workbook, with the merged header of the form; figures are numbers. */
export async function writeTableThree({ title, form, figures }: CountedTable): Promise<Uint8Array> {
  const cells = Object.fromEntries(
    Object.entries(figures).map(([cell, value]): [string, CellValue] => [
      cell,
      { state: 'value', value, raw: String(value) },
    ]),
  );
  const table = toDocumentTable(formTable('t3', form), { cells });
  const heading: SheetData = [
    [
      {
        value: title,
        type: String,
        fontFamily: '黑体',
        fontSize: 14,
        wrap: true,
        align: 'center',
        columnSpan: table.columns,
        height: 44,
      },
    ],
  ];
  return writeExcelFile(
    [
      {
        sheet: '表三',
        data: [...heading, ...tableSheet(table)],
        columns: columnWidths(table).map((width) => ({ width })),
      },
    ],
    printedOnA4(),
  ).toBuffer();
}
