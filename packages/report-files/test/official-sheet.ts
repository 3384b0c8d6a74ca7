import { type BookType, utils, type WorkSheet, write } from '@e965/xlsx';
import type { LayoutCell, TableLayout } from '@zhaoshi/domain/annual-report/forms/form';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';

/** A figure by its place among the figures of the report, so that every one is told apart. */
export type Figure = (index: number) => number | null;

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: LayoutCell;
}

/** Every anchor of an official table with the slot it stands in. */
export function placedCells(layout: TableLayout): PlacedCell[] {
  const taken = new Set<string>();
  return layout.rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row}/${column}`)) column++;
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let right = 0; right < cell.colSpan; right++) taken.add(`${row + down}/${column + right}`);
      }
      return { row, column, cell };
    });
  });
}

/** A sheet that holds a title, headings and the three official tables under one another. */
export function officialSheet(version: FormVersion, figure: Figure): WorkSheet {
  const sheet: WorkSheet = utils.aoa_to_sheet([['示例镇2023年政府信息公开工作年度报告']]);
  const merges = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 14 } }];
  let top = 1;
  let index = 0;
  for (const id of TABLE_IDS) {
    const { layout } = formTable(id, version);
    utils.sheet_add_aoa(sheet, [[`标题 ${id}`]], { origin: { r: top, c: 0 } });
    merges.push({ s: { r: top, c: 0 }, e: { r: top, c: 14 } });
    for (const { row, column, cell } of placedCells(layout)) {
      const origin = { r: top + 1 + row, c: column };
      const value = cell.cell === undefined ? cell.text : figure(index++);
      utils.sheet_add_aoa(sheet, [[value ?? null]], { origin });
      const end = { r: origin.r + cell.rowSpan - 1, c: column + cell.colSpan - 1 };
      if (cell.rowSpan * cell.colSpan > 1) merges.push({ s: origin, e: end });
    }
    top += layout.rows.length + 2;
  }
  sheet['!merges'] = merges;
  return sheet;
}

/** The bytes of a workbook in a format of SheetJS: `xlsx`, `biff8` (.xls, .et) or `ods`. */
export function workbookBytes(sheets: Readonly<Record<string, WorkSheet>>, bookType: BookType): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType });
  return bytes;
}
