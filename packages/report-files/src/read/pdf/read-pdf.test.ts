import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { cellsOf, type DrawnTable, table, text } from '../../../test/make-pdf.ts';
import {
  codesOf,
  gridsOf,
  HEADED,
  LOWER,
  paragraphsOf,
  read,
  rowsOf,
  UPPER,
} from '../../../test/shown-pdf.ts';
import { readPdf } from './read-pdf.ts';

const JOINED = [
  ['申请人情况 1×2', '自然人', '其他', '总计'],
  ['一、本年新收 1×2', '12', '3', '15'],
  ['（三） 4×1', '1.属于国家秘密', '4', '', '4'],
  ['2.其他法律禁止', '7', '0', '7'],
  ['3.危及三安全', '0', '1', '1'],
  ['4.第三方权益', '2', '2', '4'],
  ['四、结转 1×2', '5', '6', '11'],
];

describe('tables', () => {
  it('are joined over a page break, an empty merged cell continues the label above, and places name the page', async () => {
    const document = await read({ content: table(UPPER) }, { content: table(LOWER) });
    const [grid, ...others] = gridsOf(document);
    expect(others).toEqual([]);
    expect(rowsOf(grid)).toEqual(JOINED);
    expect(grid?.cells.find((cell) => cell.text === '2.其他法律禁止')?.place).toEqual({
      page: 1,
      table: 1,
      row: 4,
      column: 2,
    });
    expect(grid?.cells.find((cell) => cell.text === '11')?.place).toEqual({
      page: 2,
      table: 1,
      row: 7,
      column: 5,
    });
    expect(codesOf(document)).toEqual(expect.arrayContaining(['pdf.tables-joined', 'pdf.label-continued']));
  });

  it('lose a header that is repeated on the next page, but not a row of figures that happens to be equal', async () => {
    const lower = {
      ...LOWER,
      heights: [20, ...LOWER.heights],
      cells: [...HEADED, ...LOWER.cells.map((cell) => ({ ...cell, row: cell.row + 1 }))],
    };
    const repeated = await read({ content: table(UPPER) }, { content: table(lower) });
    expect(rowsOf(gridsOf(repeated)[0])).toEqual(JOINED);
    expect(codesOf(repeated)).toContain('pdf.header-dropped');
    const figures: DrawnTable = {
      left: 80,
      top: 780,
      widths: [60, 60],
      heights: [20],
      cells: cellsOf([['1', '2']]),
    };
    const twice = await read({ content: table({ ...figures, top: 100 }) }, { content: table(figures) });
    expect(rowsOf(gridsOf(twice)[0])).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  it('keep the last row before a page break that has no bottom rule, and the first without a top rule', async () => {
    const document = await read(
      { content: table({ ...UPPER, open: ['bottom'] }) },
      { content: table({ ...LOWER, open: ['top'] }) },
    );
    expect(rowsOf(gridsOf(document)[0])).toEqual(JOINED);
    expect(codesOf(document)).toContain('pdf.edge-closed');
  });

  it('put together a row that the page break cut through its label', async () => {
    const part = (top: number, cells: string[][]): DrawnTable => ({
      left: 80,
      top,
      widths: [100, 50, 50],
      heights: cells.map(() => 24),
      cells: cellsOf(cells),
    });
    const document = await read(
      {
        content: table(
          part(150, [
            ['一、新收', '1', '2'],
            ['5.要求确认或重新出', '3', '4'],
          ]),
        ),
      },
      {
        content: table(
          part(780, [
            ['具已获取信息', '', ''],
            ['6.其他', '5', '6'],
          ]),
        ),
      },
    );
    expect(rowsOf(gridsOf(document)[0])).toEqual([
      ['一、新收', '1', '2'],
      ['5.要求确认或重新出具已获取信息', '3', '4'],
      ['6.其他', '5', '6'],
    ]);
    expect(document.notes.find((note) => note.code === 'pdf.row-joined')?.kind).toBe('guessed');
    const blanks = await read(
      { content: table(part(150, [['行政处罚', '1', '2']])) },
      { content: table(part(780, [['行政强制', '', '']])) },
    );
    expect(rowsOf(gridsOf(blanks)[0])).toEqual([
      ['行政处罚', '1', '2'],
      ['行政强制', '', ''],
    ]);
  });

  it('stay apart when a heading stands between them or their columns differ', async () => {
    const heading = await read(
      { content: table(UPPER) },
      { content: text(80, 800, 16, '四、复议') + table(LOWER) },
    );
    expect(gridsOf(heading)).toHaveLength(2);
    const wide = { ...LOWER, widths: [60, 60, 70, 60, 60] };
    const differing = await read({ content: table(UPPER) }, { content: table(wide) });
    expect(gridsOf(differing)).toHaveLength(2);
  });

  it('begin new columns on the next page when a block with fewer cells goes on there', async () => {
    const document = await read(
      {
        content: table({
          left: 80,
          top: 120,
          widths: [100, 60, 60, 60],
          heights: [20, 20],
          cells: [
            { row: 0, column: 0, colSpan: 4, text: '第二十条第（一）项' },
            ...cellsOf([['规章', '0', '1', '2']], 1),
          ],
        }),
      },
      {
        content: table({
          left: 80,
          top: 780,
          widths: [100, 180],
          heights: [20],
          cells: cellsOf([['行政强制', '195']]),
        }),
      },
    );
    expect(rowsOf(gridsOf(document)[0])).toEqual([
      ['第二十条第（一）项 1×4'],
      ['规章', '0', '1', '2'],
      ['行政强制', '195 1×3'],
    ]);
  });

  it('read labels of one character a line, labels over several lines, and figures of narrow neighbours', async () => {
    const document = await read({
      content: table({
        left: 80,
        top: 700,
        widths: [14, 40, 21, 21],
        heights: [60, 60],
        cells: [
          { row: 0, column: 0, rowSpan: 2, text: '三\n、\n本\n年\n结\n果' },
          ...cellsOf(
            [
              ['社会\n公益\n组织', '1234', '5678'],
              ['总 计', '12.5', '-3'],
            ],
            0,
            1,
          ),
        ],
      }),
    });
    expect(rowsOf(gridsOf(document)[0])).toEqual([
      ['三、本年结果 2×1', '社会公益组织', '1234', '5678'],
      ['总计', '12.5', '-3'],
    ]);
  });

  it('are found on pages turned by /Rotate and on pages printed sideways', async () => {
    const sideways = `q 0 1 -1 0 595 0 cm\n${table({ ...UPPER, top: 500 })}Q\n`;
    const expected = rowsOf(gridsOf(await read({ content: table({ ...UPPER, top: 500 }) }))[0]);
    expect(expected[2]).toEqual(['（三） 2×1', '1.属于国家秘密', '4', '', '4']);
    for (const rotate of [0, 90, 180, 270] as const) {
      const document = await read({ content: sideways, rotate });
      expect(rowsOf(gridsOf(document)[0])).toEqual(expected);
    }
  });

  it('may be ruled by thin boxes, by dots, or by frames around each cell', async () => {
    const boxes = table(UPPER).replace(/^(\S+) (\S+) m (\S+) (\S+) l S$/gm, (_, x0, y0, x1, y1) => {
      const width = Math.max(0.5, Number(x1) - Number(x0));
      const height = Math.max(0.5, Number(y1) - Number(y0));
      return `${x0} ${y0} ${width} ${height} re f`;
    });
    const dots = table(UPPER).replace(/^(\S+) (\S+) m (\S+) (\S+) l S$/gm, (_, x0, y0, x1, y1) => {
      const length = Math.max(Number(x1) - Number(x0), Number(y1) - Number(y0));
      return Array.from({ length: Math.ceil(length / 2) }, (_, dot) => {
        const [x, y] = x0 === x1 ? [Number(x0), Number(y0) + dot * 2] : [Number(x0) + dot * 2, Number(y0)];
        return `${x} ${y} 1 1 re f`;
      }).join('\n');
    });
    const expected = rowsOf(gridsOf(await read({ content: table(UPPER) }))[0]);
    expect(rowsOf(gridsOf(await read({ content: boxes }))[0])).toEqual(expected);
    expect(rowsOf(gridsOf(await read({ content: dots }))[0])).toEqual(expected);
  });

  it('without rules are rebuilt from columns of figures, and said to be a guess', async () => {
    const row = (y: number, label: string, figures: string[]) =>
      text(80, y, 10, label) + figures.map((figure, index) => text(250 + index * 60, y, 10, figure)).join('');
    const document = await read({
      content:
        text(80, 700, 16, '三、收到和处理情况') +
        row(670, '项目', ['自然人', '企业', '总计']) +
        row(650, '一、本年新收数量', ['12', '3', '15']) +
        row(630, '二、上年结转数量', ['0', '1', '1']) +
        text(80, 560, 10, '本年度没有其他情况。'),
    });
    expect(rowsOf(gridsOf(document)[0])).toEqual([
      ['项目', '自然人', '企业', '总计'],
      ['一、本年新收数量', '12', '3', '15'],
      ['二、上年结转数量', '0', '1', '1'],
    ]);
    expect(paragraphsOf(document)).toEqual(['三、收到和处理情况', '本年度没有其他情况。']);
    expect(document.notes.find((note) => note.code === 'pdf.borderless-table')?.kind).toBe('guessed');
  });

  it('count a character once that is printed twice to look bold', async () => {
    const document = await read({
      content: text(80, 700, 12, '总计11件') + text(80.3, 700, 12, '总计11件'),
    });
    expect(paragraphsOf(document)).toEqual(['总计11件']);
  });

  it('turn look-alike radicals of browser PDFs (Type3 glyphs) back into characters', async () => {
    const file = new URL('../../../fixtures/pdf/chromium-radicals.pdf', import.meta.url);
    const document = await readPdf(new Uint8Array(await readFile(file)));
    expect(paragraphsOf(document)).toEqual([
      '安平镇人民政府2023年政府信息公开工作年度报告',
      '本报告由安平镇人民政府依照规定编制，面向人民群众公开，页面文字用浏览器打印。',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
    expect(rowsOf(gridsOf(document)[0])).toEqual([
      ['行政复议 1×5', '行政诉讼 1×10'],
      [
        '结果维持 2×1',
        '结果纠正 2×1',
        '其他结果 2×1',
        '尚未审结 2×1',
        '总计 2×1',
        '未经复议直接起诉 1×5',
        '复议后起诉 1×5',
      ],
      [
        '结果维持',
        '结果纠正',
        '其他结果',
        '尚未审结',
        '总计',
        '结果维持',
        '结果纠正',
        '其他结果',
        '尚未审结',
        '总计',
      ],
      ['12', '3', '0', '1', '16', '4', '0', '2', '0', '6', '105', '0', '0', '7', '112'],
    ]);
    expect(codesOf(document)).toContain('pdf.radicals');
  });
});
