import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { describe, expect, test } from 'vitest';
import { failureCode } from '../../../test/failure.ts';
import {
  cell,
  type DocxParts,
  documentXml,
  docxEntries,
  formTableXml,
  makeDocx,
  paragraph,
  row,
  run,
  table,
} from '../../../test/make-docx.ts';
import { makeZip } from '../../../test/make-zip.ts';
import { placedCells } from '../../../test/official-sheet.ts';
import { sampleReport } from '../../../test/sample-reports.ts';
import type { SourceDocument } from '../../source-document.ts';
import { readDocx } from './read-docx.ts';

const read = (parts: string | DocxParts): Promise<SourceDocument> =>
  readDocx(makeDocx(typeof parts === 'string' ? { body: parts } : parts));

/** The document as lines: paragraphs as they are, each table as rows of "row,column(+spans) text". */
function lines(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return [
      `table ${block.grid.rows}x${block.grid.columns}`,
      ...block.grid.cells.map(
        ({ row, column, rowSpan, colSpan, text }) =>
          `${row},${column}${rowSpan * colSpan > 1 ? ` ${rowSpan}x${colSpan}` : ''} ${text}`,
      ),
    ];
  });
}

const shown = async (parts: string | DocxParts) => lines(await read(parts));
const codes = async (parts: string | DocxParts) => (await read(parts)).notes.map((note) => note.code);
const inRow = (...cells: string[]) => row(cells);
const text = (value: string, properties = '') => cell(paragraph(value), properties);

describe('tables', () => {
  test.each<FormVersion>(['2019', '2021'])(
    'the official forms of %s come out as the form lays them out',
    async (version) => {
      const report = sampleReport({ year: version === '2019' ? 2019 : 2023 });
      const figure = (id: CellId) => report.cells[id]?.raw ?? '';
      const layouts = TABLE_IDS.map((id) => formTable(id, version).layout);
      const document = await read(
        layouts.map((layout) => paragraph('标题') + formTableXml(layout, figure)).join(''),
      );
      const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
      expect(tables.length).toBe(3);
      tables.forEach((grid, index) => {
        const layout = layouts[index]!;
        expect(grid.columns).toBe(layout.columns);
        expect(grid.rows).toBe(layout.rows.length);
        expect(
          grid.cells.map(({ text, row, column, rowSpan, colSpan }) => ({
            text,
            row,
            column,
            rowSpan,
            colSpan,
          })),
        ).toEqual(
          placedCells(layout).map(({ row, column, cell }) => ({
            text: cell.cell === undefined ? (cell.text ?? '') : figure(cell.cell),
            row,
            column,
            rowSpan: cell.rowSpan,
            colSpan: cell.colSpan,
          })),
        );
      });
      expect(document.notes).toEqual([]);
    },
  );

  test('places count tables, rows and columns from 1', async () => {
    const document = await read(
      table([inRow(text('甲'))], [900]) + table([inRow(text('乙'), text('丙'))], [900, 900]),
    );
    const second = document.blocks[1];
    expect(second?.place).toEqual({ table: 2 });
    expect(second?.kind === 'table' && second.grid.cells[1]?.place).toEqual({ table: 2, row: 1, column: 2 });
  });

  test('paragraphs of a cell are joined by line ends, empty ones left out', async () => {
    expect(
      await shown(
        table(
          [inRow(cell(paragraph('商业') + paragraph('') + paragraph('企业')), cell(paragraph(' 12 ')))],
          [900, 900],
        ),
      ),
    ).toEqual(['table 1x2', '0,0 商业\n企业', '0,1 12']);
  });

  test('cells merged in a row the older way become one', async () => {
    const rows = [
      inRow(text('合', '<w:hMerge w:val="restart"/>'), text('', '<w:hMerge/>'), text('单')),
      inRow(text('1'), text('2'), text('3')),
    ];
    expect(await shown(table(rows, [900, 900, 900]))).toEqual([
      'table 2x3',
      '0,0 1x2 合',
      '0,2 单',
      '1,0 1',
      '1,1 2',
      '1,2 3',
    ]);
  });

  test('rows that begin or end within the grid keep their columns', async () => {
    const rows = [
      inRow(text('a'), text('b'), text('c')),
      row([text('d')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    ];
    expect(await shown(table(rows, [900, 900, 900]))).toEqual([
      'table 2x3',
      '0,0 a',
      '0,1 b',
      '0,2 c',
      '1,1 d',
    ]);
  });

  test('grid lines a hair apart are one line, and lines nobody starts at are none', async () => {
    const rows = [
      inRow(text('a', '<w:gridSpan w:val="2"/>'), text('b', '<w:gridSpan w:val="2"/>')),
      inRow(text('1'), text('2', '<w:gridSpan w:val="3"/>')),
    ];
    expect(await shown(table(rows, [1000, 20, 500, 500]))).toEqual([
      'table 2x2',
      '0,0 a',
      '0,1 b',
      '1,0 1',
      '1,1 2',
    ]);
  });

  test('without usable widths the grid is counted', async () => {
    const rows = [
      inRow(text('a', '<w:gridSpan w:val="2"/>'), text('b')),
      inRow(text('1'), text('2'), text('3')),
    ];
    expect(await shown(table(rows, [0, 0, 0]))).toEqual([
      'table 2x3',
      '0,0 1x2 a',
      '0,2 b',
      '1,0 1',
      '1,1 2',
      '1,2 3',
    ]);
    expect(await shown(table(rows, []))).toEqual([
      'table 2x3',
      '0,0 1x2 a',
      '0,2 b',
      '1,0 1',
      '1,1 2',
      '1,2 3',
    ]);
  });

  test('a merge that starts nowhere is a cell of its own', async () => {
    expect(await shown(table([inRow(text('孤', '<w:vMerge/>'), text('b'))], [900, 900]))).toEqual([
      'table 1x2',
      '0,0 孤',
      '0,1 b',
    ]);
  });

  test('text under a merged cell is reported, not shown', async () => {
    const body = table(
      [inRow(text('上', '<w:vMerge w:val="restart"/>')), inRow(text('下', '<w:vMerge/>'))],
      [900],
    );
    expect(await shown(body)).toEqual(['table 2x1', '0,0 2x1 上']);
    expect(await codes(body)).toEqual(['word.hidden-cell-text']);
  });

  test('a table within a cell follows as a table of its own', async () => {
    const inner = table([inRow(text('内'))], [400]);
    const body = table([inRow(cell(paragraph('外') + inner + paragraph('')), text('旁'))], [900, 900]);
    expect(await shown(body)).toEqual(['table 1x2', '0,0 外', '0,1 旁', 'table 1x1', '0,0 内']);
    expect(await codes(body)).toEqual(['word.nested-table']);
  });

  test('a table that only frames the page is taken away', async () => {
    const inner = table([inRow(text('规章'), text('3'))], [400, 400]);
    const body = table([inRow(cell(paragraph('一、总体情况') + inner + paragraph('完')))], [9000]);
    expect(await shown(body)).toEqual(['一、总体情况', 'table 1x2', '0,0 规章', '0,1 3', '完']);
    expect(await codes(body)).toEqual(['word.frame-table']);
  });

  test('a table of several columns that lays out the page is read cell by cell', async () => {
    const figures = inRow(...['规章', '1', '2', '3'].map((value) => text(value)));
    const inner = table([figures, figures], [400, 400, 400, 400]);
    const body = table([inRow(cell(paragraph('二、主动公开') + inner), text('旁'))], [9000, 900]);
    const found = await shown(body);
    expect(found.slice(0, 2)).toEqual(['二、主动公开', 'table 2x4']);
    expect(found.at(-1)).toBe('旁');
    expect(await codes(body)).toEqual(['word.layout-table']);
  });

  test('content controls around rows, cells and text let it through', async () => {
    const wrap = (content: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body =
      table([wrap(inRow(wrap(text('甲')), cell(wrap(paragraph('乙')))))], [900, 900]) +
      `<w:p>${wrap(run('丙'))}</w:p>`;
    expect(await shown(body)).toEqual(['table 1x2', '0,0 甲', '0,1 乙', '丙']);
  });

  test('the prompt of an unfilled content control is read as printed, and pointed out', async () => {
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击输入数字')}</w:sdtContent></w:sdt>`;
    const body = table([inRow(cell(`<w:p>${prompt}</w:p>`), text('5'))], [900, 900]);
    expect(await shown(body)).toEqual(['table 1x2', '0,0 单击输入数字', '0,1 5']);
    expect(await codes(body)).toEqual(['docx.prompt']);
  });
});

describe('automatic numbers', () => {
  const level = (index: number, format: string, label: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`;
  const list = (numId: number, abstract: number, more = '') =>
    `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
  const numbered = (value: string, numId: number, ilvl = 0) =>
    paragraph(value, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）', '<w:suff w:val="nothing"/>')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf06c')}</w:abstractNum>` +
    list(1, 0) +
    list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
    list(3, 1) +
    list(
      4,
      0,
      `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1', '<w:suff w:val="space"/>')}</w:lvlOverride>`,
    );

  test('headings carry the numbers the page shows', async () => {
    const body =
      numbered('总体情况', 1) +
      numbered('主动公开', 1, 1) +
      numbered('依申请公开', 1, 1) +
      numbered('细目', 1, 2) +
      numbered('主动公开政府信息情况', 1) +
      numbered('其他', 1, 1);
    expect(await shown({ body, numbering })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '1.2.1 细目',
      '二、主动公开政府信息情况',
      '（一）其他',
    ]);
  });

  test('lists of one definition count on together; a start override counts once', async () => {
    const body =
      numbered('甲', 1) + numbered('乙', 1) + numbered('丙', 2) + numbered('丁', 2) + numbered('戊', 4);
    expect(await shown({ body, numbering })).toEqual(['一、甲', '二、乙', '五、丙', '六、丁', '⑦ 戊']);
  });

  test('bullets and unknown lists print no number', async () => {
    expect(
      await shown({ body: numbered('甲', 3) + numbered('乙', 99) + numbered('丙', 0), numbering }),
    ).toEqual(['甲', '乙', '丙']);
  });

  test('numbers stand in cells too, even without text', async () => {
    const body = table([inRow(cell(numbered('', 1)), cell(numbered('受理', 1)))], [900, 900]);
    expect(await shown({ body, numbering })).toEqual(['table 1x2', '0,0 一、', '0,1 二、受理']);
  });

  test('a heading style brings its list and its level, also inherited', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="mine"><w:basedOn w:val="1"/></w:style>';
    const tied = `<w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>')}${level(1, 'decimal', '%2.', '<w:pStyle w:val="2"/>')}</w:abstractNum>${list(7, 3)}`;
    const body =
      paragraph('甲', '<w:pStyle w:val="1"/>') +
      paragraph('乙', '<w:pStyle w:val="2"/>') +
      paragraph('丙', '<w:pStyle w:val="mine"/>') +
      paragraph('丁', '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await shown({ body, numbering: tied, styles })).toEqual(['一、甲', '1.乙', '二、丙', '丁']);
  });

  test('a list style lends its definition', async () => {
    const linked = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${level(0, 'upperLetter', '%1)')}</w:abstractNum>${list(1, 0)}`;
    expect(await shown({ body: numbered('甲', 1), numbering: linked })).toEqual(['A)甲']);
  });

  test('styles that inherit from themselves end somewhere', async () => {
    const styles =
      '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>';
    expect(await shown({ body: paragraph('x', '<w:pStyle w:val="c"/>'), styles })).toEqual(['x']);
  });
});

describe('what is on the page', () => {
  test('tabs, line ends, hyphens and symbols', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:br w:type="page"/></w:r></w:p>';
    expect(await shown(body)).toEqual(['a\tb\nc-☑']);
  });

  test('a symbol known only to its font is reported', async () => {
    const body = '<w:p><w:r><w:t>a</w:t><w:sym w:font="Odd" w:char="F0C1"/></w:r></w:p>';
    expect(await shown(body)).toEqual(['a']);
    expect(await codes(body)).toEqual(['docx.symbol']);
  });

  test('insertions stay, deletions go, and the reader says so', async () => {
    const body =
      `<w:p>${run('受理')}<w:ins w:id="1">${run('12')}</w:ins><w:del w:id="2"><w:r><w:delText>9</w:delText><w:tab/></w:r></w:del>${run('件')}</w:p>` +
      `<w:p><w:moveFrom w:id="3">${run('旧处')}</w:moveFrom><w:moveTo w:id="4">${run('新处')}</w:moveTo></w:p>`;
    expect(await shown(body)).toEqual(['受理12件', '新处']);
    expect(await codes(body)).toEqual(['docx.tracked-changes']);
  });

  test('a raised digit is the mark of a note, struck text is taken back', async () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    const body =
      `<w:p>${run('12')}${run('1', raised)}${run('件')}</w:p><w:p>${run('34', raised)}</w:p>` +
      `<w:p>${run('5', '<w:strike/>')}${run('6')}${run('7', '<w:dstrike/>')}${run('8', '<w:strike w:val="0"/>')}</w:p>`;
    expect(await shown(body)).toEqual(['12¹件', '34', '68']);
    expect(await codes(body)).toEqual(['docx.struck-text']);
  });

  test('a deleted paragraph mark joins paragraphs; a deleted row goes', async () => {
    const joined = paragraph('上半', '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('下半');
    const rows = table([row([text('留')]), row([text('去')], '<w:del w:id="2"/>')], [900]);
    expect(await shown(joined + rows)).toEqual(['上半下半', 'table 1x1', '0,0 留']);
  });

  test('former formatting is not formatting', async () => {
    const body =
      paragraph(
        '甲',
        '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
      ) + `<w:p>${run('乙', '<w:rPrChange w:id="2"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`;
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    expect(await shown({ body, numbering })).toEqual(['甲', '乙']);
  });

  test('hidden text is left out, by itself or by its style, and reported', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="v"><w:basedOn w:val="h"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>';
    const body = `<w:p>${run('见')}${run('不见', '<w:vanish/>')}${run('不见', '<w:rStyle w:val="h"/>')}${run('亦见', '<w:rStyle w:val="v"/>')}${run('仍见', '<w:vanish w:val="false"/>')}</w:p>`;
    expect(await shown({ body, styles })).toEqual(['见亦见仍见']);
    expect(await codes({ body, styles })).toEqual(['docx.hidden-text']);
  });

  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test('of fields only the result is printed, nested or not', async () => {
    const body = `<w:p>${run('共')}${field('=SUM(A1)', run('88'))}${run('件')}<w:fldSimple w:instr="DATE">${run('今日')}</w:fldSimple></w:p><w:p>${field('IF', run('外') + field('PAGE', run('内')))}</w:p>`;
    const inCode = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('PAGE', run('不见'))}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('见')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    expect(await shown(body + inCode)).toEqual(['共88件今日', '外内', '见']);
  });

  test('a table of contents is no text of the report', async () => {
    const body = `<w:p>${field('TOC \\o "1-3"', run('一、总体情况\t1'))}</w:p>${paragraph('一、总体情况')}`;
    expect(await shown(body)).toEqual(['一、总体情况']);
    expect(await codes(body)).toEqual(['docx.contents']);
  });

  test('a field without end hides nothing beyond its cell', async () => {
    const body = table(
      [inRow(cell('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'), text('7'))],
      [900, 900],
    );
    expect(await shown(body)).toEqual(['table 1x2', '0,0 ', '0,1 7']);
    expect(await codes(body)).toEqual(['docx.open-field']);
  });

  test('a text box is read once, before the paragraph it hangs on', async () => {
    const box = (value: string) => `<wps:txbx><w:txbxContent>${paragraph(value)}</w:txbxContent></wps:txbx>`;
    const body = `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('框内')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框内')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>`;
    expect(await shown(body)).toEqual(['框内', '前后']);
  });

  test('notes, pictures and embedded files are reported as not read', async () => {
    const body = `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:altChunk/>`;
    expect(await shown(body)).toEqual(['甲']);
    expect(await codes(body)).toEqual(['docx.note', 'docx.embedded-file']);
  });

  test('page numbers are told when Word left its page breaks in the file', async () => {
    const broken = `<w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>`;
    const document = await read(paragraph('甲') + broken + table([inRow(text('丙'))], [900]));
    expect(document.blocks.map((block) => block.place)).toEqual([
      { page: 1 },
      { page: 2 },
      { table: 1, page: 2 },
    ]);
    expect((await read(paragraph('甲'))).blocks[0]?.place).toEqual({});
  });
});

describe('packages', () => {
  test('properties of the file are handed on', async () => {
    const core =
      '<dc:title>年度报告</dc:title><dc:creator>某人</dc:creator><dc:subject> </dc:subject><cp:lastModifiedBy>另一人</cp:lastModifiedBy>';
    expect((await read({ body: paragraph('甲'), core })).properties).toEqual({
      title: '年度报告',
      author: '某人',
      lastModifiedBy: '另一人',
    });
  });

  test('parts are found by relationship, whatever they are called, and by content type without one', async () => {
    const moved = docxEntries({ body: paragraph('甲') }).map((entry) => ({
      ...entry,
      name: entry.name.replace('word/document.xml', 'other/正文.xml'),
      data: String(entry.data).replaceAll('word/document.xml', 'other/正文.xml'),
    }));
    expect(lines(await readDocx(makeZip(moved)))).toEqual(['甲']);
    expect(lines(await readDocx(makeZip(moved.filter((entry) => entry.name !== '_rels/.rels'))))).toEqual([
      '甲',
    ]);
  });

  test('other prefixes and the strict namespace are understood', async () => {
    const xml = documentXml(
      paragraph('甲') +
        table([inRow(text('乙', '<w:gridSpan w:val="2"/>')), inRow(text('1'), text('2'))], [900, 900]),
    );
    const strict = xml
      .replaceAll('<w:', '<x:')
      .replaceAll('</w:', '</x:')
      .replaceAll(' w:', ' x:')
      .replace('xmlns:w=', 'xmlns:x=')
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      );
    const entries = docxEntries({ body: '' }).map((entry) =>
      entry.name === 'word/document.xml' ? { ...entry, data: strict } : entry,
    );
    expect(lines(await readDocx(makeZip(entries)))).toEqual([
      '甲',
      'table 2x2',
      '0,0 1x2 乙',
      '1,0 1',
      '1,1 2',
    ]);
  });

  test('a part in UTF-16 is read', async () => {
    const entries = docxEntries({ body: '' }).map((entry) =>
      entry.name === 'word/document.xml'
        ? {
            ...entry,
            data: Buffer.from(`\ufeff${documentXml(paragraph('甲')).replace('UTF-8', 'UTF-16')}`, 'utf16le'),
          }
        : entry,
    );
    expect(lines(await readDocx(makeZip(entries)))).toEqual(['甲']);
  });
});

describe('hostile and broken files', () => {
  const codeOf = (bytes: Uint8Array) => failureCode(() => readDocx(bytes));
  const withDocument = (data: string) =>
    makeZip(
      docxEntries({ body: '' }).map((entry) =>
        entry.name === 'word/document.xml' ? { ...entry, data } : entry,
      ),
    );

  test('an archive that is no Word document is called unsupported', async () => {
    expect(await codeOf(makeZip([{ name: 'a.txt', data: 'x' }]))).toBe('unsupported-format');
    expect(await codeOf(withDocument('<workbook/>'))).toBe('unsupported-format');
  });

  test('a document type declaration is forbidden in every part', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    expect(await codeOf(withDocument(`${doctype}<w:document><w:body>&e;</w:body></w:document>`))).toBe(
      'forbidden-xml',
    );
    const rels = docxEntries({ body: '' }).map((entry) =>
      entry.name === '_rels/.rels' ? { ...entry, data: `${doctype}${String(entry.data)}` } : entry,
    );
    expect(await codeOf(makeZip(rels))).not.toBe('read');
  });

  test('nesting beyond all measure is too complex', async () => {
    expect(
      await codeOf(
        makeDocx({ body: '<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000) }),
      ),
    ).toBe('too-complex');
    const tables = 100;
    expect(
      await codeOf(
        makeDocx({
          body:
            '<w:tbl><w:tr><w:tc>'.repeat(tables) + paragraph('底') + '</w:tc></w:tr></w:tbl>'.repeat(tables),
        }),
      ),
    ).toBe('read');
  });

  test('a table of very many columns is too complex', async () => {
    expect(
      await codeOf(makeDocx({ body: table([inRow(text('宽', '<w:gridSpan w:val="100000"/>'))], []) })),
    ).toBe('too-complex');
    expect(
      await codeOf(
        makeDocx({ body: table([inRow(...Array.from({ length: 10_000 }, () => text('1')))], []) }),
      ),
    ).toBe('too-complex');
    const wide = inRow(text('宽', '<w:gridSpan w:val="900"/>'));
    expect(
      await codeOf(
        makeDocx({
          body: table(
            [
              inRow(...Array.from({ length: 900 }, () => text('1'))),
              ...Array.from({ length: 300 }, () => wide),
            ],
            [],
          ),
        }),
      ),
    ).toBe('too-complex');
  });

  test('elements in impossible places do no harm', async () => {
    const odd =
      '<w:tc><w:p/></w:tc><w:gridSpan w:val="2"/><w:tr/><w:t>散</w:t><w:fldChar w:fldCharType="end"/><w:numId w:val="1"/><w:sdtContent><w:p/></w:sdtContent><mc:Choice><w:p/></mc:Choice><w:tbl><w:tc><w:p/></w:tc><w:tr><w:tr><w:tc/></w:tr></w:tr></w:tbl><w:showingPlcHdr/>';
    expect(await codeOf(makeDocx({ body: odd + paragraph('末') }))).toBe('read');
  });

  test('a document cut at any fiftieth is damaged, and nothing else', async () => {
    const whole = makeDocx({ body: formTableXml(formTable('t3', '2021').layout, () => '1') });
    for (let part = 0; part < 50; part += 1) {
      expect(await codeOf(whole.subarray(0, Math.floor((whole.length * part) / 50)))).toBe('damaged');
    }
  });

  test('document.xml cut or bent at any fiftieth is refused or read, and nothing else', async () => {
    const xml = documentXml(formTableXml(formTable('t4', '2021').layout, () => '1') + paragraph('末'));
    for (let part = 0; part < 50; part += 1) {
      const at = Math.floor((xml.length * part) / 50);
      expect(await codeOf(withDocument(xml.slice(0, at)))).toBe('damaged');
      expect(['read', 'damaged', 'unsupported-format']).toContain(
        await codeOf(withDocument(`${xml.slice(0, at)}x${xml.slice(at + 1)}`)),
      );
    }
  });
});
