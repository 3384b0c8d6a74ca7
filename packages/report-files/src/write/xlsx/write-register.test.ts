import { read } from '@e965/xlsx';
import {
  SHEET_COLUMN_IDS,
  SHEET_COLUMNS,
  type SheetRow,
} from '@zhaoshi/domain/application/register-sheet/columns';
import { describe, expect, it } from 'vitest';
import { readList } from '../../read/xlsx/read-rows.ts';
import { plainText, safeCell } from './plain-cell.ts';
import { writeFailedRows, writeTemplate } from './write-register.ts';

const BLANK = Object.fromEntries(SHEET_COLUMN_IDS.map((id) => [id, ''])) as SheetRow;
const NEEDED = ['登记号', '收到申请之日'];
const TRAPS = ['=1+1', '+86 139', '-2', '@SUM(A1)', '\t=5', '＝HYPERLINK("x")'];

describe('the register as a sheet', () => {
  it('the template has every column with its mark, and says what to fill in', async () => {
    const bytes = await writeTemplate();
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['申请登记簿', '填写说明']);
    const list = await readList(bytes, NEEDED);
    expect(list.ok && list.value.headings).toEqual(
      SHEET_COLUMN_IDS.map((id) => SHEET_COLUMNS[id].title.normalize('NFKC')),
    );
    expect(book.Sheets['申请登记簿']!['A1'].v).toBe('登记号*');
  });

  it('failed rows are read back as they were, formulas stay text', async () => {
    const rows = TRAPS.map((trap, index) => ({
      row: { ...BLANK, registrationNumber: String(index), description: trap.trim() === trap ? trap : '无' },
      reasons: ['登记号重复。', '收到申请之日没有填写。'],
    }));
    const bytes = await writeFailedRows(rows);
    for (const cell of Object.values(read(bytes, { cellFormula: true }).Sheets['申请登记簿']!)) {
      expect(cell).not.toHaveProperty('f');
      expect(String(cell.v ?? '')).not.toMatch(/^[=+\-@]/);
    }
    const list = await readList(bytes, NEEDED);
    if (!list.ok) throw new Error(list.error.message);
    expect(list.value.rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 2));
    const heading = SHEET_COLUMNS.description.title.normalize('NFKC');
    expect(list.value.rows.map(({ cells }) => cells.get(heading))).toEqual(
      rows.map(({ row }) => row.description),
    );
  });

  it.each(TRAPS)('%j is marked as text and unmarked again', (trap) => {
    expect(safeCell(trap)).toBe(`'${trap}`);
    expect(plainText(safeCell(trap))).toBe(trap);
  });

  it('leaves a mark alone that somebody typed', () => {
    expect(plainText("'20年代'")).toBe("'20年代'");
  });

  it.each([
    ['no sheet at all', Buffer.from('%PDF-1.4'), '这不是电子表格'],
    ['a broken one', Buffer.from('PK\u0003\u0004'), '请'],
  ])('says what to do with %s', async (_name, bytes, words) => {
    const list = await readList(bytes, NEEDED);
    expect(list.ok ? '' : list.error.message).toContain(words);
  });

  it('says which headings it misses', async () => {
    const list = await readList(await writeTemplate(), ['案件编号']);
    expect(list.ok ? '' : list.error.message).toContain('“案件编号”');
  });
});
