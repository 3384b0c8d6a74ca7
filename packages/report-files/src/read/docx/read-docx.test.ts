import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, type FormVersion, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import { describe, expect, test } from 'vitest';
import { cell, formTableXml, paragraph, row, run, table } from '../../../test/make-docx.ts';
import { placedCells } from '../../../test/official-sheet.ts';
import { sampleReport } from '../../../test/sample-reports.ts';
import { codes, inRow, read, shown, text } from '../../../test/shown-docx.ts';

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
