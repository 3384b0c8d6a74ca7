import { utils, write } from '@e965/xlsx';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { describe, expect, test } from 'vitest';
import { makeZip } from '../../../test/make-zip.ts';
import { officialSheet, placedCells, workbookBytes } from '../../../test/official-sheet.ts';
import type { Block, SourceDocument, TableBlock } from '../../source-document.ts';
import { readXlsx } from './read-xlsx.ts';

const tables = (source: SourceDocument): TableBlock[] =>
  source.blocks.filter((block): block is TableBlock => block.kind === 'table');

const shape = (block: Block): string =>
  block.kind === 'paragraph' ? block.text : `[表 ${block.grid.rows}×${block.grid.columns}]`;

/** A workbook written by hand, for what no library writes. */
function handWritten(sheetXml: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="urn:r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="urn:x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="urn:x/styles" Target="/xl/styles.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheetXml}</worksheet>`,
    ...parts,
  };
  return makeZip(Object.entries(all).map(([name, data]) => ({ name, data, store: true })));
}

/** An old workbook whose directory entries name each other as neighbours on both sides. */
function circularWorkbook(): Uint8Array {
  const bytes = workbookBytes({ 表: utils.aoa_to_sheet([['一、总体情况']]) }, 'biff8').slice();
  const view = new DataView(bytes.buffer);
  const directory = (view.getUint32(48, true) + 1) * 512;
  for (const [entry, neighbour] of [
    [1, 2],
    [2, 1],
  ] as const) {
    view.setInt32(directory + entry * 128 + 68, neighbour, true);
    view.setInt32(directory + entry * 128 + 72, neighbour, true);
  }
  return bytes;
}

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="31"/><xf numFmtId="14"/></cellXfs></styleSheet>';

describe.each(['xlsx', 'biff8', 'ods'] as const)('the official tables in one sheet, as %s', (bookType) => {
  test.each(['2019', '2021'] as const)(
    'form %s: headings are text, every figure stands in its slot',
    async (version) => {
      const source = await readXlsx(
        workbookBytes({ 年报: officialSheet(version, (index) => index) }, bookType),
      );
      const layouts = TABLE_IDS.map((id) => formTable(id, version).layout);
      expect(source.blocks.map(shape)).toEqual([
        '示例镇2023年政府信息公开工作年度报告',
        ...TABLE_IDS.flatMap((id, at) => [
          `标题 ${id}`,
          `[表 ${layouts[at]!.rows.length}×${layouts[at]!.columns}]`,
        ]),
      ]);
      let index = 0;
      const expected = layouts.map((layout) =>
        placedCells(layout).map(({ row, column, cell }) => ({
          text: cell.cell === undefined ? cell.text : String(index++),
          row,
          column,
          rowSpan: cell.rowSpan,
          colSpan: cell.colSpan,
        })),
      );
      const found = tables(source).map(({ grid }) => grid.cells.map(({ place: _, ...cell }) => cell));
      expect(found).toEqual(expected);
    },
  );
});

test('blank figures inside a table are blank cells, not missing ones', async () => {
  const bytes = workbookBytes(
    { 年报: officialSheet('2021', (index) => (index % 3 === 0 ? null : index)) },
    'xlsx',
  );
  const [two, three] = tables(await readXlsx(bytes));
  expect(two!.grid.cells.filter((cell) => cell.text === '')).not.toHaveLength(0);
  expect(three!.grid.cells.filter((cell) => cell.row === 3)).toHaveLength(8);
  expect(three!.grid.cells.find((cell) => cell.row === 3 && cell.column === 5)!.text).toBe('');
});

test('cells keep what the sheet shows: decimals, percent, dates, text, truth values', async () => {
  const cells =
    '<row r="2"><c r="A2" s="1"><v>70.8</v></c><c r="B2" s="2"><v>0.45</v></c><c r="C2" s="3"><v>44216</v></c><c r="D2" s="4"><v>44216</v></c><c r="E2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>ignored</t></rPh></is></c><c r="F2"><v>316441.123456</v></c><c r="G2" t="b"><v>1</v></c><c r="H2" t="e"><v>#REF!</v></c><c r="I2"><v>0.30000000000000004</v></c></row>';
  const source = await readXlsx(handWritten(`<sheetData>${cells}</sheetData>`, { 'xl/styles.xml': STYLES }));
  expect(tables(source)[0]!.grid.cells.map((cell) => cell.text)).toEqual([
    '70.80',
    '45%',
    '2021年1月20日',
    '2021/1/20',
    '甲乙',
    '316441.123456',
    'TRUE',
    '#REF!',
    '0.3',
  ]);
  expect(tables(source)[0]!.grid.cells[1]!.place).toEqual({ sheet: '表', row: 2, column: 2 });
});

test('organ and date side by side are the signature, not a table', async () => {
  const source = await readXlsx(
    workbookBytes(
      { 一: utils.aoa_to_sheet([['正文一段。'], [], ['示例镇人民政府', null, '2024年1月12日']]) },
      'xlsx',
    ),
  );
  expect(source.blocks.map(shape)).toEqual(['正文一段。', '示例镇人民政府 2024年1月12日']);
});

test('sheets follow one another; hidden ones are left out, hidden rows are read, both are said', async () => {
  const book = handWritten(
    '<sheetData><row r="1" hidden="1"><c r="A1" t="str"><v>隐藏行</v></c></row></sheetData>',
    {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="urn:r"><x:sheets><x:sheet name="甲" r:id="r1"/><x:sheet name="乙" state="hidden" r:id="r1"/></x:sheets></x:workbook>',
    },
  );
  const source = await readXlsx(book);
  expect(source.blocks).toEqual([{ kind: 'paragraph', text: '隐藏行', place: { sheet: '甲', row: 1 } }]);
  expect(source.notes.map((note) => [note.code, note.place?.sheet])).toEqual([
    ['xlsx.hidden-sheet', '乙'],
    ['xlsx.hidden-rows', '甲'],
  ]);
});

test('a formula without a saved result is blank and said', async () => {
  const source = await readXlsx(
    handWritten('<sheetData><row><c t="str"><v>总计</v></c><c><f>SUM(A1:A9)</f></c></row></sheetData>'),
  );
  expect(source.notes.map((note) => note.code)).toEqual(['xlsx.formula-without-result']);
});

test('saved results of formulas in an .xls: figures and text', async () => {
  const sheet = utils.aoa_to_sheet([['总计', 3, '甲']]);
  sheet['B1'] = { t: 'n', v: 70.8, f: 'SUM(1,2)', z: '0.00' };
  const source = await readXlsx(workbookBytes({ 表: sheet }, 'biff8'));
  expect(tables(source)[0]!.grid.cells.map((cell) => cell.text)).toEqual(['总计', '70.80', '甲']);
});

test('a sheet styled far beyond its content is read', async () => {
  const styled = Array.from(
    { length: 400 },
    (_, row) => `<row r="${row + 2}">${'<c s="1"/>'.repeat(1_000)}</row>`,
  );
  const source = await readXlsx(
    handWritten(`<sheetData><row r="1"><c t="str"><v>正文</v></c></row>${styled.join('')}</sheetData>`),
  );
  expect(source.blocks.map(shape)).toEqual(['正文']);
});

test('a sheet that claims to be full costs nothing', async () => {
  const source = await readXlsx(
    handWritten(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576" t="str"><v>角</v></c></row></sheetData>',
    ),
  );
  expect(source.blocks.map(shape)).toEqual(['角']);
});

describe('refusals', () => {
  const refusal = (bytes: Uint8Array) => readXlsx(bytes).then(String, String);

  test('10,000 columns', async () => {
    const wide = utils.aoa_to_sheet([Array.from({ length: 10_000 }, (_, index) => index)]);
    expect(await refusal(workbookBytes({ 宽: wide }, 'xlsx'))).toMatch(/too-complex.*列/);
  });

  test('a merged range as large as the sheet', async () => {
    const merged =
      '<sheetData><row r="1048576"><c r="XFD1048576" t="str"><v>角</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await refusal(handWritten(merged))).toMatch(/too-complex/);
  });

  test('a DTD with entities', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>';
    expect(await refusal(handWritten('', { 'xl/worksheets/sheet1.xml': bomb }))).toMatch(/forbidden-xml/);
  });

  test('a long text that is kept once and shown in every cell', async () => {
    const long = '示'.repeat(30_000);
    const parts = {
      'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="urn:x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="urn:x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    };
    const cells = Array.from({ length: 200 }, (_, row) => `<row><c r="A${row + 1}" t="s"><v>0</v></c></row>`);
    const shared = handWritten(`<sheetData>${cells.join('')}</sheetData>`, parts);
    expect(await refusal(shared)).toMatch(/too-complex.*文字/);
    const content = `<office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><table:table table:name="a"><table:table-row table:number-rows-repeated="200"><table:table-cell><text:p>${long}</text:p></table:table-cell></table:table-row></table:table></office:document-content>`;
    expect(await refusal(makeZip([{ name: 'content.xml', data: content }]))).toMatch(/too-complex.*文字/);
  });

  test('repeated cells of an .ods that would fill the memory', async () => {
    const content =
      '<office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:document-content>';
    expect(await refusal(makeZip([{ name: 'content.xml', data: content }]))).toMatch(/too-complex/);
  });

  test('a binary workbook, an empty one, one without its workbook part', async () => {
    expect(await refusal(makeZip([{ name: 'xl/workbook.bin', data: 'x' }]))).toMatch(
      /unsupported-format.*xlsb/,
    );
    expect(await refusal(handWritten('<sheetData/>'))).toMatch(/empty-file/);
    expect(await refusal(makeZip([{ name: 'xl/styles.xml', data: 'x' }]))).toMatch(/damaged/);
  });

  test('a damaged .xls', async () => {
    const xls = workbookBytes({ 年报: officialSheet('2021', (index) => index) }, 'biff8');
    expect(await refusal(xls.slice(0, 700))).toMatch(/damaged/);
  });

  test('a small .xls in which one kept text stands in so many cells that nobody wrote all that', async () => {
    const text = '字'.repeat(4000);
    const sheet = (cells: number) => utils.aoa_to_sheet(Array.from({ length: cells }, () => [text]));
    const xls = (cells: number): Uint8Array =>
      write(utils.book_new(sheet(cells), '年报'), { type: 'buffer', bookType: 'biff8', bookSST: true });
    expect(xls(1251).length).toBeLessThan(100_000);
    expect(await refusal(xls(1251))).toMatch(/too-complex.*500 万字/);
    expect((await readXlsx(xls(1250))).blocks).not.toEqual([]);
  });
});

test('links that go in a circle do not keep an old workbook from being read, nor the reader from ending', async () => {
  const { blocks } = await readXlsx(circularWorkbook());
  expect(blocks.map(shape)).toEqual(['一、总体情况']);
});

test('marks of notes and struck characters are no part of the figure beside them', async () => {
  const runs =
    '<r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><rPr><strike/></rPr><t>9</t></r>';
  const cells = `<c r="A1" t="inlineStr"><is>${runs}</is></c><c r="B1" t="inlineStr"><is><t>3</t></is></c>`;
  const { blocks } = await readXlsx(handWritten(`<sheetData><row r="1">${cells}</row></sheetData>`));
  const table = blocks.find((block) => block.kind === 'table');
  const texts = table?.grid.cells.map(({ text }) => text) ?? blocks.map(shape);
  expect(texts.join(' ')).toContain('12\u00b99\u0336');
});

test('figures that are shown rounded are read as shown, with a note', async () => {
  const cells = '<c r="A1" s="1"><v>16.877123</v></c><c r="B1" s="1"><v>3</v></c>';
  const source = await readXlsx(
    handWritten(`<sheetData><row r="1">${cells}</row></sheetData>`, { 'xl/styles.xml': STYLES }),
  );
  expect(JSON.stringify(source.blocks)).toContain('16.88');
  expect(source.notes).toEqual([
    expect.objectContaining({
      code: 'xlsx.shown-otherwise',
      message: expect.stringContaining('有 1 个数字'),
    }),
  ]);
});

test('a workbook that keeps two values for one cell is refused', async () => {
  const cells = '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>';
  await expect(readXlsx(handWritten(`<sheetData><row r="1">${cells}</row></sheetData>`))).rejects.toThrow(
    /damaged.*保存了两次/,
  );
});
