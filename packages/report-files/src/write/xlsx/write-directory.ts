import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { safeCell } from './plain-cell.ts';

/** An entry of the 政府信息公开目录 (条例12: 索引、名称、内容概述、生成日期). */
export interface DirectoryEntry {
  readonly indexNumber: string;
  readonly title: string;
  readonly abstract: string;
  readonly createdOn: string;
}

const heading = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#F2F4F7',
});

const text = (value: string): CellObject | null =>
  value === '' ? null : { value: safeCell(value), type: String, wrap: true };

/** The directory of what is public, as a sheet. */
export async function writeDirectory(entries: readonly DirectoryEntry[]): Promise<Uint8Array> {
  return writeExcelFile([
    {
      sheet: '政府信息公开目录',
      data: [
        ['索引号', '名称', '内容概述', '生成日期'].map(heading),
        ...entries.map(({ indexNumber, title, abstract, createdOn }) =>
          [indexNumber, title, abstract, createdOn].map(text),
        ),
      ],
      columns: [28, 60, 60, 14].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}
