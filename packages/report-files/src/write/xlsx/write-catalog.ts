import { REASONS_TITLE } from '@zhaoshi/domain/application/register-sheet/columns';
import type { CatalogItem } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import {
  CATALOG_COLUMN_IDS,
  CATALOG_COLUMNS,
  type CatalogSheetColumn,
  type CatalogSheetRow,
} from '@zhaoshi/domain/disclosure/item-catalog/sheet/columns';
import { exportCatalogRow } from '@zhaoshi/domain/disclosure/item-catalog/sheet/export-row';
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { safeCell } from './plain-cell.ts';

const SHEET = '标准目录';
const COLUMNS: readonly CatalogSheetColumn[] = CATALOG_COLUMN_IDS.map((id) => CATALOG_COLUMNS[id]);

const heading = ({ title, required }: Pick<CatalogSheetColumn, 'title' | 'required'>): CellObject => ({
  // The marks of columns that must be filled in are no part of a heading that is read again.
  value: title,
  type: String,
  fontWeight: 'bold',
  backgroundColor: required ? '#FFF1D6' : '#F2F4F7',
  wrap: true,
  alignVertical: 'center',
});

const text = (value: string): CellObject => ({ value: safeCell(value), type: String, wrap: true });

const widthOf = ({ longest }: CatalogSheetColumn) => ({
  width: longest >= 300 ? 40 : longest >= 100 ? 24 : 14,
});

/** What each column takes, for whoever fills the sheet in. */
function helpSheet(): SheetData {
  const titles = ['列', '要求', '可填内容', '说明', '也认识的列名'];
  return [
    [
      {
        value:
          '一行一个公开事项；底色较深的列必填。县级目录的原表（合并单元格、√ 勾选、两三行表头）也可以直接上传，不必改成本模板。',
        type: String,
        columnSpan: titles.length,
        wrap: true,
        height: 32,
      },
    ],
    titles.map((title) => heading({ title, required: false })),
    ...COLUMNS.map((column) => [
      text(column.title),
      text(column.required ? '必填' : '选填'),
      text(column.choices === null ? '' : Object.values(column.choices).join('、')),
      text(column.help),
      text(column.names.join('、')),
    ]),
  ];
}

const HELP = {
  sheet: '填写说明',
  data: helpSheet(),
  columns: [20, 8, 50, 50, 50].map((width) => ({ width })),
};

const sheetOf = (data: SheetData, before: readonly { readonly width: number }[] = []) => ({
  sheet: SHEET,
  data,
  columns: [...before, ...COLUMNS.map(widthOf)],
  stickyRowsCount: 1,
});

/** The empty template of the standard catalogue, with a sheet that says what each column takes. */
export async function writeCatalogTemplate(): Promise<Uint8Array> {
  return writeExcelFile([sheetOf([COLUMNS.map(heading)]), HELP]).toBuffer();
}

/** Items in the columns of the template; read again they are the same items. */
export async function writeCatalog(items: readonly CatalogItem[]): Promise<Uint8Array> {
  const data: SheetData = [
    COLUMNS.map(heading),
    ...items.map((item) => exportCatalogRow(item).map((value) => (value === '' ? null : text(value)))),
  ];
  return writeExcelFile([sheetOf(data), HELP]).toBuffer();
}

/** Rows that could not be taken, in the shape of the template, each with what is wrong with it. */
export async function writeFailedCatalogRows(
  rows: readonly { readonly row: CatalogSheetRow; readonly reasons: readonly string[] }[],
): Promise<Uint8Array> {
  const data: SheetData = [
    [heading({ title: REASONS_TITLE, required: false }), ...COLUMNS.map(heading)],
    ...rows.map(({ row, reasons }) => [
      { ...text(reasons.join('\n')), textColor: '#A8071A' },
      ...CATALOG_COLUMN_IDS.map((id) => (row[id] === '' ? null : text(row[id]))),
    ]),
  ];
  return writeExcelFile([sheetOf(data, [{ width: 44 }]), HELP]).toBuffer();
}
