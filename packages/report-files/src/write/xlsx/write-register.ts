import {
  REASONS_TITLE,
  SHEET_COLUMN_IDS,
  SHEET_COLUMNS,
  type SheetColumn,
  type SheetRow,
} from '@zhaoshi/domain/application/register-sheet/columns';
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { safeCell } from './plain-cell.ts';

const SHEET = '申请登记簿';
const COLUMNS: readonly SheetColumn[] = SHEET_COLUMN_IDS.map((id) => SHEET_COLUMNS[id]);

const heading = ({ title, required }: Pick<SheetColumn, 'title' | 'required'>): CellObject => ({
  value: required ? `${title}*` : title,
  type: String,
  fontWeight: 'bold',
  backgroundColor: required ? '#FFF1D6' : '#F2F4F7',
  wrap: true,
  alignVertical: 'center',
});

const text = (value: string): CellObject => ({ value: safeCell(value), type: String, wrap: true });

const KINDS = {
  text: '文字',
  date: '日期，如 2025-03-01',
  choice: '从可填内容中选',
  yesNo: '是或者否',
} as const;

/** What each column takes, for whoever fills the sheet in. */
function helpSheet(): SheetData {
  const intro = [
    '一行一件申请；带 * 的列必填。没有办理结果的，导入后按未办结继续办理；有办理结果的，照原样登记，不再判断是否按期。',
    '表头不要改动；整列不用的可以空着。一次最多 5000 行，多的分成几个文件。',
  ];
  const titles = ['列', '要求', '填写内容', '可填内容', '说明'];
  return [
    ...intro.map((words): CellObject[] => [
      { value: words, type: String, columnSpan: titles.length, wrap: true, height: 32 },
    ]),
    titles.map((title) => heading({ title, required: false })),
    ...COLUMNS.map((column) => [
      text(column.title),
      text(column.required ? '必填' : '选填'),
      text(KINDS[column.kind]),
      text(column.choices === null ? '' : Object.values(column.choices).join('、')),
      text(column.help),
    ]),
  ];
}

const widthOf = ({ kind, longest }: SheetColumn) => ({ width: kind === 'text' && longest >= 200 ? 40 : 16 });

const HELP = {
  sheet: '填写说明',
  data: helpSheet(),
  columns: [24, 8, 20, 60, 44].map((width) => ({ width })),
};

/** The empty register for an import: headings, and a sheet that says what each column takes. */
export async function writeTemplate(): Promise<Uint8Array> {
  const data: SheetData = [COLUMNS.map(heading)];
  return writeExcelFile([
    { sheet: SHEET, data, columns: COLUMNS.map(widthOf), stickyRowsCount: 1 },
    HELP,
  ]).toBuffer();
}

/** Rows that could not be taken, in the shape of the template, each with what is wrong with it. */
export async function writeFailedRows(
  rows: readonly { readonly row: SheetRow; readonly reasons: readonly string[] }[],
): Promise<Uint8Array> {
  const data: SheetData = [
    [heading({ title: REASONS_TITLE, required: false }), ...COLUMNS.map(heading)],
    ...rows.map(({ row, reasons }) => [
      { ...text(reasons.join('\n')), textColor: '#A8071A' },
      ...SHEET_COLUMN_IDS.map((id) => (row[id] === '' ? null : text(row[id]))),
    ]),
  ];
  return writeExcelFile([
    { sheet: SHEET, data, columns: [{ width: 44 }, ...COLUMNS.map(widthOf)], stickyRowsCount: 1 },
    HELP,
  ]).toBuffer();
}
