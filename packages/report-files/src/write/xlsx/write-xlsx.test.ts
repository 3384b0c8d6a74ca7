import { read, utils, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { sampleReport, troubledReport } from '../../../test/sample-reports.ts';
import { cellsHash } from '../../cells-hash.ts';
import { writeXlsx } from './write-xlsx.ts';

const workbook = async (report = troubledReport()): Promise<WorkBook> =>
  read(await writeXlsx(report), { cellFormula: true, cellNF: true });

const cellsOf = (book: WorkBook, sheet: string): readonly unknown[][] =>
  utils.sheet_to_json<unknown[]>(book.Sheets[sheet]!, { header: 1, defval: null });

describe('writeXlsx', () => {
  it('has a sheet of text and one for each table', async () => {
    const book = await workbook();
    expect(book.SheetNames).toEqual(['正文', '表二', '表三', '表四']);
    const text = cellsOf(book, '正文').map((row) => row[0]);
    expect(text[0]).toBe('昭和县人民政府办公室2023年政府信息公开工作年度报告');
    expect(text).toContain('六、其他需要报告的事项');
    expect(text).toContain('注：行政规范性文件“本年制发件数”：其中修订16件。');
    expect(text.at(-1)).toBe('2024年1月20日');
  });

  it('stores figures as numbers, blanks as nothing, figures with a unit as text', async () => {
    const book = await workbook();
    const table = book.Sheets['表三']!;
    expect(table['A1'].v).toContain('勾稽关系');
    expect(table['D4']).toMatchObject({ t: 'n' });
    expect(table['D5'].v + table['E5'].v).toBeTypeOf('number');
    expect(table['J5']?.v).toBeUndefined();
    expect(book.Sheets['表二']!['B14']).toMatchObject({ t: 's', v: '16.877万元' });
  });

  it('carries the hash of the figures in its properties, and nobody’s name', async () => {
    const book = await workbook();
    expect(book.Props?.Comments).toBe(`表格数据校验值（SHA-256）：${cellsHash(troubledReport())}`);
    expect(book.Props?.Title).toBe('昭和县人民政府办公室2023年政府信息公开工作年度报告');
    expect(book.Props?.Author).toBeUndefined();
  });

  it('shows the decimals that were printed', async () => {
    const report = sampleReport();
    const book = await workbook({
      ...report,
      cells: { ...report.cells, 't2.fees/amountWan': { state: 'value', value: 70.8, raw: '70.80' } },
    });
    expect(book.Sheets['表二']!['B14']).toMatchObject({ t: 'n', v: 70.8, w: '70.80' });
  });

  it.each([
    [2023, 28, 10, '三、本年度办理结果'],
    [2020, 26, 10, '三、本年度办理结果'],
  ])('merges the header of table three as the form does: %i', async (year, rows, columns, results) => {
    const book = await workbook(sampleReport({ year }));
    const table = book.Sheets['表三']!;
    expect(utils.decode_range(table['!ref']!).e).toEqual({ r: rows - 1, c: columns - 1 });
    const merges = (table['!merges'] ?? []).map((range) => utils.encode_range(range));
    expect(merges).toContain('A1:C3');
    expect(merges).toContain('D1:J1');
    expect(merges).toContain('E2:I2');
    expect(table['A6'].v).toBe(results);
    expect(merges).toContain(`A6:A${rows - 1}`);
  });

  it('never writes a formula', async () => {
    const report = sampleReport();
    const traps = ['=1+1', '+SUM(A1)', '-2+3', '@SUM(A1)', '=HYPERLINK("x")', '\t=5'];
    const book = await workbook({
      ...report,
      title: '=cmd',
      preamble: traps,
      cells: { ...report.cells, 't4.reconsideration/total': { state: 'text', value: null, raw: '=1+1' } },
    });
    for (const sheet of book.SheetNames) {
      for (const cell of Object.values(book.Sheets[sheet]!)) expect(cell).not.toHaveProperty('f');
    }
    expect(cellsOf(book, '正文').map((row) => row[0])).toEqual(expect.arrayContaining(['=cmd', ...traps]));
    expect(book.Sheets['表四']!['E4']).toMatchObject({ t: 's', v: '=1+1' });
  });

  it('goes on in the next row where a paragraph is longer than a cell can be', async () => {
    const text = '公开'.repeat(30_000);
    const book = await workbook({ ...sampleReport(), preamble: [text] });
    const rows = cellsOf(book, '正文').map((row) => String(row[0]));
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(32_767);
    expect(rows.join('')).toContain(text);
  });

  it('writes a report that holds nothing', async () => {
    const book = await workbook({
      ...sampleReport(),
      title: null,
      preamble: [],
      sections: {},
      tableForms: {},
      cells: {},
      signature: null,
    });
    expect(book.SheetNames).toEqual(['正文']);
  });
});
