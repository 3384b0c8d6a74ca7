import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/sample-reports.ts';
import { blocksOf, paragraph, raggedGrid, sourceOf, tableBlock } from '../../test/source-of.ts';
import { ReadFailure } from '../read-error.ts';
import type { Block, Grid, GridCell } from '../source-document.ts';
import { type AssembleOptions, assembleReport } from './assemble-report.ts';

const assemble = (blocks: readonly Block[], options?: AssembleOptions) =>
  assembleReport(sourceOf(blocks), options);

const figures = (report: AnnualReport) =>
  Object.fromEntries(Object.entries(report.cells).map(([id, cell]) => [id, cell?.value]));

/** Reads a sample whose tables were changed. */
const changed = (report: AnnualReport, change: (grid: Grid, section: string) => Grid | readonly Grid[]) =>
  assemble(blocksOf(report, (grid, section) => [change(grid, section)].flat().map(tableBlock)));

const relabel = (grid: Grid, from: string, to: string): Grid => ({
  ...grid,
  cells: grid.cells.map((cell) => (cell.text === from ? { ...cell, text: to } : cell)),
});

/** The rows from `first` on as a grid of their own; cells that reach over the cut are cut. */
function rowsFrom(grid: Grid, first: number, last = grid.rows): Grid {
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const from = Math.max(cell.row, first);
    const to = Math.min(cell.row + cell.rowSpan, last);
    if (to <= from) return [];
    const text = cell.row < first ? '' : cell.text;
    return [{ ...cell, row: from - first, rowSpan: to - from, text }];
  });
  return { ...grid, rows: last - first, cells };
}

const codes = (read: { notes: readonly { code: string }[] }) => read.notes.map(({ code }) => code);
const tableOf = (read: { report: AnnualReport }, table: string) =>
  read.report.structure?.tables.find((found) => found.table === table);

describe('assembleReport', () => {
  it.each([
    ['2021', sampleReport()],
    ['2019', sampleReport({ year: 2020 })],
    ['mixed', sampleReport({ tableForms: { t2: '2021', t3: '2019', t4: '2021' } })],
  ])('reads the official tables of the %s form without a note', (_, report) => {
    const read = assemble(blocksOf(report));
    expect(read.report).toMatchObject({
      title: report.title,
      organ: report.organ,
      organKind: report.organKind,
      reportYear: report.reportYear,
      tableForms: report.tableForms,
      preamble: report.preamble,
      sections: report.sections,
      signature: report.signature,
    });
    expect(figures(read.report)).toEqual(figures(report));
    expect(read.notes).toEqual([]);
  });

  it('joins a table that goes on on the next page without its header', () => {
    const report = sampleReport();
    const read = changed(report, (grid, section) =>
      section === 's3' ? [rowsFrom(grid, 0, 14), rowsFrom(grid, 14)] : grid,
    );
    expect(figures(read.report)).toEqual(figures(report));
    expect(tableOf(read, 't3')?.missingRows).toEqual([]);
  });

  it('reads rows in any order', () => {
    const report = sampleReport();
    const read = changed(report, (grid, section) =>
      section === 's2' ? [rowsFrom(grid, 4), rowsFrom(grid, 0, 4)] : grid,
    );
    expect(figures(read.report)).toEqual(figures(report));
  });

  it('puts figures under their headers where an empty column came in', () => {
    const report = sampleReport();
    const read = changed(report, (grid, section) => {
      if (section !== 's3') return grid;
      const cells = grid.cells.map((cell) =>
        cell.column >= 6 ? { ...cell, column: cell.column + 1 } : cell,
      );
      const widened = cells.map((cell) =>
        cell.column < 6 && cell.column + cell.colSpan > 6 ? { ...cell, colSpan: cell.colSpan + 1 } : cell,
      );
      const phantom = Array.from({ length: grid.rows - 3 }, (_, index) => ({
        text: '',
        row: index + 3,
        column: 6,
        rowSpan: 1,
        colSpan: 1,
        place: {},
      }));
      return { ...grid, columns: grid.columns + 1, cells: [...widened, ...phantom] };
    });
    expect(figures(read.report)).toEqual(figures(report));
  });

  it('leaves the slot of a lost cell blank instead of moving the others', () => {
    const report = sampleReport();
    const lost: CellId = 't3.granted/researchInstitution';
    const read = changed(report, (grid, section) =>
      section === 's3'
        ? { ...grid, cells: grid.cells.filter(({ row, column }) => row !== 5 || column !== 5) }
        : grid,
    );
    expect(read.report.cells[lost]).toMatchObject({ state: 'blank', value: null });
    expect(figures(read.report)).toEqual({ ...figures(report), [lost]: null });
  });

  it('takes a truncated label for its row with a note, and a label beyond recognition for none', () => {
    const report = sampleReport();
    const read = changed(report, (grid) => {
      const truncated = relabel(grid, '5.要求行政机关确认或重新出具已获取信息', '5.要求行政机关确认或重新');
      return relabel(truncated, '2.重复申请', '2.其他主动公开文件');
    });
    expect(read.report.cells['t3.notProcessed.reconfirmation/total']).toEqual(
      report.cells['t3.notProcessed.reconfirmation/total'],
    );
    expect(tableOf(read, 't3')).toMatchObject({
      deviatingLabels: ['5.要求行政机关确认或重新'],
      missingRows: ['t3.notProcessed.duplicate'],
      extraRows: ['2.其他主动公开文件'],
    });
    expect(codes(read)).toEqual(expect.arrayContaining(['labels.guessed', 'rows.unknown']));
  });

  it('keeps a local extra row out of the cells and names it', () => {
    const report = sampleReport();
    const read = changed(report, (grid, section) =>
      section === 's2'
        ? [
            grid,
            raggedGrid([
              ['其他主动公开文件', '3', '0', '12'],
              ['行政处罚听证', '1'],
            ]),
          ]
        : grid,
    );
    expect(figures(read.report)).toEqual(figures(report));
  });

  it('takes the first of two rows with the same label and says so', () => {
    const report = sampleReport();
    const read = changed(report, (grid, section) =>
      section === 's2' ? [grid, raggedGrid([['规章', '901', '902', '903']])] : grid,
    );
    expect(figures(read.report)).toEqual(figures(report));
    expect(tableOf(read, 't2')?.duplicateRows).toEqual(['t2.administrativeRule']);
    expect(codes(read)).toContain('rows.duplicate');
  });

  it('joins a label cut by a page break with its figures', () => {
    const rows = [
      ['（二）部分公开（区分处理的，只计', '', '', '', '', '', '', ''],
      ['这一情形，不计其他情形）', '1', '2', '3', '4', '5', '6', '21'],
      ['2.其他法律行政法规', '1', '0', '0', '0', '0', '0', '1'],
      ['禁止公开'],
    ];
    const { report } = assemble([
      paragraph('三、收到和处理政府信息公开申请情况'),
      tableBlock(raggedGrid(rows)),
    ]);
    expect(report.cells['t3.partiallyGranted/otherOrganization']?.value).toBe(6);
    expect(report.cells['t3.refused.prohibitedByLaw/total']?.value).toBe(1);
  });

  it('reads table four by its fifteen figures, whatever stands above them', () => {
    const rows = [
      ['行政诉讼', '行政复议'],
      ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
      Array.from({ length: 15 }, (_, index) => String(index)),
    ];
    const { report } = assemble([tableBlock(raggedGrid(rows))]);
    expect(report.cells['t4.reconsideration/total']?.value).toBe(4);
    expect(report.cells['t4.litigationDirect/upheld']?.value).toBe(5);
    expect(report.cells['t4.litigationAfterReconsideration/total']?.value).toBe(14);
  });

  it('keeps words, units, remarks and blanks of a cell apart', () => {
    const rows = [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '/', '见附件', '１２'],
      ['行政规范性文件', '22（其中修订16件）', '无', '1,234'],
    ];
    const read = assemble([tableBlock(raggedGrid(rows))]);
    const { cells } = read.report;
    expect(cells['t2.administrativeRule/made']).toEqual({ state: 'blank', value: null, raw: '/' });
    expect(cells['t2.administrativeRule/repealed']).toEqual({ state: 'text', value: null, raw: '见附件' });
    expect(cells['t2.administrativeRule/inForce']?.value).toBe(12);
    expect(cells['t2.normativeDocument/made']).toMatchObject({ value: 22, footnote: '其中修订16件' });
    expect(cells['t2.normativeDocument/repealed']?.state).toBe('blank');
    expect(cells['t2.normativeDocument/inForce']).toEqual({ state: 'value', value: 1234, raw: '1,234' });
    expect(codes(read)).toContain('cells.words');
  });

  it('splits glued digits, marks them derived, and leaves what can be split in two ways', () => {
    const { report, notes } = assemble([
      paragraph('二、主动公开政府信息情况'),
      paragraph('规章000行政规范性文件693665行政许可550行政处罚4119行政强制0行政事业性收费7730.28'),
      paragraph('四、政府信息公开行政复议、行政诉讼情况'),
      paragraph('结果维持结果纠正其他结果尚未审结总计100010000010001'),
    ]);
    expect(report.cells['t2.administrativeRule/inForce']).toEqual({ state: 'derived', value: 0, raw: '0' });
    expect(report.cells['t2.normativeDocument/made']).toEqual({ state: 'text', value: null, raw: '693665' });
    expect(report.cells['t2.fees/amountWan']).toMatchObject({ state: 'value', value: 7730.28 });
    expect(report.cells['t4.reconsideration/total']).toMatchObject({ state: 'derived', value: 1 });
    expect(report.sections.s2?.paragraphs).toEqual([]);
    expect(notes.filter(({ code }) => code === 'cells.not-split')).toHaveLength(1);
  });

  it('does not take figures in prose for a table', () => {
    const text = '全年制定规章0件，行政规范性文件3件，办理行政许可550件、行政处罚12件、行政强制1件。';
    const { report } = assemble([paragraph('二、主动公开政府信息情况'), paragraph(text)]);
    expect(report.cells).toEqual({});
    expect(report.sections.s2?.paragraphs).toEqual([text]);
  });

  it('reads a report that stands in one sheet of cells', () => {
    const report = sampleReport();
    const blocks = blocksOf(report).map((block) =>
      block.kind === 'paragraph' ? tableBlock({ ...raggedGrid([[block.text]]), ragged: false }) : block,
    );
    const read = assemble(blocks);
    expect(read.report.title).toBe(report.title);
    expect(read.report.sections).toEqual(report.sections);
    expect(read.report.signature).toEqual(report.signature);
    expect(figures(read.report)).toEqual(figures(report));
  });

  it('lets the caller overrule year, form and kind of organ', () => {
    const { report } = assemble(blocksOf(sampleReport()), {
      reportYear: 2022,
      formVersion: '2019',
      organKind: 'department',
    });
    expect(report).toMatchObject({
      reportYear: 2022,
      organKind: 'department',
      tableForms: { t2: '2019', t3: '2019', t4: '2019' },
    });
  });

  it('refuses a document that is no annual report', () => {
    const minutes = [
      paragraph('会议纪要'),
      tableBlock(
        raggedGrid([
          ['姓名', '票数'],
          ['甲', '12'],
        ]),
      ),
    ];
    expect(() => assemble(minutes)).toThrow(ReadFailure);
    expect(() => assemble(minutes)).toThrow(/^not-a-report/);
  });
});

describe('identity', () => {
  const part = paragraph('一、总体情况');
  const identity = (lines: readonly string[], after: readonly string[] = [], options?: AssembleOptions) => {
    const { report, notes } = assemble([...lines.map(paragraph), part, ...after.map(paragraph)], options);
    return { title: report.title, organ: report.organ, reportYear: report.reportYear, notes };
  };

  it.each([
    [['某镇人民政府', '2021年政府信息公开工作年度报告'], '某镇人民政府', 2021],
    [['某县民政局2022年度政府信息公开工作年度报告'], '某县民政局', 2022],
    [['某县财政局', '关于2020年政府信息公开工作', '年度报告'], '某县财政局', 2020],
    [['2023年某镇人民政府政府信息公开工作年度报告'], '某镇人民政府', 2023],
    [['某市二〇二四年政府信息公开工作年度报告'], '某市', 2024],
  ])('reads organ and year of the title %j', (lines, organ, reportYear) => {
    const found = identity(lines);
    expect(found).toMatchObject({ title: lines.join(''), organ, reportYear });
  });

  it('takes the organ from the signature and the year from the stated period, and says so', () => {
    const found = identity(
      ['统计期限自2022年1月1日起至2022年12月31日止。'],
      ['全年工作有序推进。', '六、其他需要报告的事项', '无。', '某县水利局', '2023年1月16日'],
    );
    expect(found).toMatchObject({ title: null, organ: '某县水利局', reportYear: 2022 });
    expect(codes(found)).toEqual(expect.arrayContaining(['title.missing', 'organ.signature', 'year.period']));
  });

  it('takes the file name for the year only when nothing else names one', () => {
    expect(identity([], ['无。'], { name: 'a-2021.docx' })).toMatchObject({ reportYear: 2021 });
    expect(identity([], ['2020年以来，工作有序。'], { name: 'a-2021.docx' })).toMatchObject({
      reportYear: 2020,
    });
    expect(identity([], ['无。'])).toMatchObject({ reportYear: null });
  });

  it.each([
    [['某县某镇人民政府', '2022年1月10日'], '某县某镇人民政府', '2022-01-10'],
    [['2022 年 1 月 10 日', '某县某局'], '某县某局', '2022-01-10'],
    [['某县某镇人民政府 二〇二二年一月二十六日'], '某县某镇人民政府', '2022-01-26'],
    [['某县某局', '2022.1.10', '- 5 -'], '某县某局', '2022-01-10'],
    [['某县某局'], '某县某局', null],
  ])('reads the signature %j and keeps it out of the text', (lines, organ, date) => {
    const { report } = assemble([
      paragraph('六、其他需要报告的事项'),
      paragraph('无'),
      ...lines.map(paragraph),
    ]);
    expect(report.signature).toMatchObject({ organ, date });
    expect(report.sections.s6?.paragraphs).toEqual(['无']);
  });

  it('takes no sentence for a signature', () => {
    const text = '本报告已于2022年1月10日经集体审议通过。';
    const { report } = assemble([paragraph('六、其他需要报告的事项'), paragraph(text)]);
    expect(report.signature).toBeNull();
    expect(report.sections.s6?.paragraphs).toEqual([text]);
  });

  it('keeps every heading found, doubled ones too', () => {
    const { report } = assemble(['一、总体情况', '甲', '一、总体情况', '乙'].map(paragraph));
    expect(report.structure?.headings).toHaveLength(2);
    expect(report.sections.s1?.paragraphs).toEqual(['甲', '乙']);
  });
});
