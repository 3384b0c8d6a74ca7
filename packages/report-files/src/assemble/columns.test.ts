import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/sample-reports.ts';
import { blocksOf, paragraph, raggedGrid, sourceOf, tableBlock } from '../../test/source-of.ts';
import type { Block, Grid, GridCell } from '../source-document.ts';
import { assembleReport } from './assemble-report.ts';

const report = sampleReport();
const LABEL_COLUMNS = 3;
const HEADER_ROWS = 3;
const GRANTED_ROW = 5;

/** Reads the sample with the table of one part changed. */
const changed = (section: string, change: (grid: Grid) => readonly Grid[]) =>
  assembleReport(
    sourceOf(
      blocksOf(report, (grid, at): readonly Block[] =>
        (at === section ? change(grid) : [grid]).map(tableBlock),
      ),
    ),
  );

const withCells = (grid: Grid, change: (cell: GridCell) => GridCell | undefined): Grid => ({
  ...grid,
  cells: grid.cells
    .flatMap((cell) => change(cell) ?? [])
    .sort((a, b) => a.row - b.row || a.column - b.column),
});

const figures = ({ cells }: AnnualReport) =>
  Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cell?.value]));
const codes = (read: { notes: readonly { code: string }[] }) => read.notes.map(({ code }) => code);
const states = (read: { report: AnnualReport }, prefix: string) => [
  ...new Set(
    Object.entries(read.report.cells).flatMap(([id, cell]) => (id.startsWith(prefix) ? cell?.state : [])),
  ),
];

/** 总计 moved before 自然人, headers and figures alike. */
const totalFirst = (grid: Grid): Grid =>
  withCells(grid, (cell) => {
    if (cell.column < LABEL_COLUMNS || cell.row === 0) return cell;
    return { ...cell, column: cell.column === 9 ? LABEL_COLUMNS : cell.column + 1 };
  });

const cutInTwo = (grid: Grid, at: number): readonly Grid[] => [
  {
    ...withCells(grid, (cell) =>
      cell.row < at ? { ...cell, rowSpan: Math.min(cell.rowSpan, at - cell.row) } : undefined,
    ),
    rows: at,
  },
  {
    ...withCells(grid, (cell) => (cell.row < at ? undefined : { ...cell, row: cell.row - at })),
    rows: grid.rows - at,
  },
];

describe('columns in another order', () => {
  it('puts the figures of table three under their headers and says so', () => {
    const read = changed('s3', (grid) => [totalFirst(grid)]);
    expect(figures(read.report)).toEqual(figures(report));
    expect(codes(read)).toEqual(['columns.moved']);
  });

  it('does the same for the part of the table that goes on without headers', () => {
    const read = changed('s3', (grid) => cutInTwo(totalFirst(grid), 14));
    expect(figures(read.report)).toEqual(figures(report));
  });

  it('reads no figure when headers are moved and one of them is unknown', () => {
    const read = changed('s3', (grid) => [
      withCells(totalFirst(grid), (cell) => (cell.text === '科研机构' ? { ...cell, text: '院校' } : cell)),
    ]);
    expect(states(read, 't3.')).toEqual(['text']);
    expect(codes(read)).toContain('cells.columns-unclear');
  });

  it('reads no figure of flattened text whose headers are moved', () => {
    const rows = [
      ['总计', '自然人', '法人或其他组织'],
      ['一、本年新收政府信息公开申请数量', '6', '1', '1', '1', '1', '1', '1'],
    ];
    const read = assembleReport(sourceOf([tableBlock(raggedGrid(rows))]));
    expect(states(read, 't3.')).toEqual(['text']);
  });

  it.each(['\n', ''])('reads no figure of running text joined by %j whose headers are moved', (mark) => {
    const rows = formTable('t3', '2021').rows.map((row) =>
      [row.label, ...'2 2 1 1 0 0 0'.split(' ')].join(mark || ' '),
    );
    const lines = ['三、收到和处理政府信息公开申请情况', '总计', '自然人', ...rows]
      .join(mark || ' ')
      .split('\n');
    const read = assembleReport(sourceOf(lines.map(paragraph)));
    expect(states(read, 't3.')).toEqual(['text']);
    expect(codes(read)).toContain('cells.columns-unclear');
  });

  it('reads no figure of table four in running text whose blocks are moved', () => {
    const text = '结果维持结果纠正其他结果尚未审结总计复议后起诉未经复议直接起诉总计100010000010001';
    const read = assembleReport(
      sourceOf([paragraph('四、政府信息公开行政复议、行政诉讼情况'), paragraph(text)]),
    );
    expect(states(read, 't4.')).toEqual(['text']);
    expect(codes(read)).toContain('cells.columns-unclear');
  });

  it('reads by position where the spans of the header were lost but no header is moved', () => {
    const read = changed('s3', (grid) => [
      withCells(grid, (cell) =>
        cell.row === 2 ? { ...cell, column: cell.column - LABEL_COLUMNS - 1 } : cell,
      ),
    ]);
    expect(figures(read.report)).toEqual(figures(report));
    expect(codes(read)).toEqual([]);
  });

  it('sees 总计 moved between 自然人 and the organisations', () => {
    const read = changed('s3', (grid) => [
      withCells(grid, (cell) => {
        if (cell.row === 0 || cell.column <= LABEL_COLUMNS) return cell;
        return { ...cell, column: cell.column === 9 ? LABEL_COLUMNS + 1 : cell.column + 1 };
      }),
    ]);
    expect(figures(read.report)).toEqual(figures(report));
    expect(codes(read)).toEqual(['columns.moved']);
  });

  it('puts the figures of table two under their headers', () => {
    const swapped: Readonly<Record<number, number>> = { 2: 3, 3: 2 };
    const read = changed('s2', (grid) => [
      withCells(grid, (cell) =>
        cell.row >= 1 && cell.row <= 3 && cell.colSpan === 1
          ? { ...cell, column: swapped[cell.column] ?? cell.column }
          : cell,
      ),
    ]);
    expect(figures(read.report)).toEqual(figures(report));
    expect(codes(read)).toEqual(['columns.moved']);
  });

  it.each<readonly [string, (cell: GridCell) => number]>([
    ['行政诉讼 before 行政复议', ({ row, column, text }) => movedBlock(row, column, text)],
    ['总计 before the results', ({ column, colSpan }) => (colSpan > 1 ? column : totalOfBlockFirst(column))],
    ['复议后起诉 before 未经复议', ({ row, column }) => (row > 0 && column >= 5 ? swapped(column) : column)],
  ])('reads no figure of table four with %s', (_, column) => {
    const read = changed('s4', (grid) => [withCells(grid, (cell) => ({ ...cell, column: column(cell) }))]);
    expect(states(read, 't4.')).toEqual(['text']);
    expect(codes(read)).toContain('cells.columns-unclear');
  });
});

const swapped = (column: number): number => (column < 10 ? column + 5 : column - 5);
const totalOfBlockFirst = (column: number): number => column - (column % 5) + ((column + 1) % 5);
function movedBlock(row: number, column: number, text: string): number {
  if (row === 0) return text === '行政复议' ? 10 : 0;
  return column < 5 ? column + 10 : column - 5;
}

describe('columns more or fewer', () => {
  it('leaves a column blank that the table does not have, instead of moving the others', () => {
    const read = changed('s3', (grid) => [
      {
        ...withCells(grid, (cell) => {
          if (cell.row >= 2 && cell.column === 7) return undefined;
          return cell.column > 7 ? { ...cell, column: cell.column - 1 } : cell;
        }),
        columns: 9,
      },
    ]);
    const lost: CellId = 't3.granted/legalServiceInstitution';
    expect(read.report.cells[lost]?.state).toBe('blank');
    expect(read.report.cells['t3.granted/total']).toEqual(report.cells['t3.granted/total']);
    expect(codes(read)).toEqual(['columns.header-missing']);
  });

  it('says that a column is read by its place under a header of other words', () => {
    const read = changed('s3', (grid) => [
      withCells(grid, (cell) => (cell.text === '法律服务机构' ? { ...cell, text: '个体工商户' } : cell)),
    ]);
    expect(codes(read)).toEqual(['columns.header-missing']);
  });

  it('reads no figure from a cell merged over several columns', () => {
    const read = changed('s3', (grid) => [
      withCells(grid, (cell) => {
        if (cell.row !== GRANTED_ROW || cell.column < LABEL_COLUMNS) return cell;
        return cell.column === LABEL_COLUMNS ? { ...cell, text: '5', colSpan: 7 } : undefined;
      }),
    ]);
    expect(states(read, 't3.granted/')).toEqual(['text']);
    expect(codes(read)).toEqual(['cells.columns-unclear']);
  });

  it('says that a figure merged over two rows may belong to both', () => {
    const read = changed('s3', (grid) => [
      withCells(grid, (cell) => {
        if (cell.column !== LABEL_COLUMNS) return cell;
        if (cell.row === GRANTED_ROW) return { ...cell, rowSpan: 2 };
        return cell.row === GRANTED_ROW + 1 ? undefined : cell;
      }),
    ]);
    expect(read.report.cells['t3.partiallyGranted/naturalPerson']?.state).toBe('blank');
    expect(codes(read)).toEqual(['cells.merged-down']);
  });
});

describe('figures that may be others', () => {
  it('keeps the unit that the header prints with the amount', () => {
    const read = changed('s2', (grid) => [
      withCells(grid, (cell) => ({ ...cell, text: cell.text.replace('单位：万元', '单位：元') })),
    ]);
    expect(read.report.cells['t2.fees/amountWan']?.unit).toBe('元');
  });

  it('asks whether digits on two lines are one figure', () => {
    const read = changed('s3', (grid) => [
      withCells(grid, (cell) =>
        cell.row === GRANTED_ROW && cell.column === LABEL_COLUMNS ? { ...cell, text: '1\n2' } : cell,
      ),
    ]);
    expect(read.report.cells['t3.granted/naturalPerson']).toMatchObject({ value: 12, raw: '1\n2' });
    expect(codes(read)).toEqual(['cells.digits-joined']);
  });

  it('does not take a figure in brackets for the end of the label', () => {
    const read = changed('s3', (grid) => [
      withCells(grid, (cell) =>
        cell.row === GRANTED_ROW && cell.column === LABEL_COLUMNS ? { ...cell, text: '（3）' } : cell,
      ),
    ]);
    expect(read.report.cells['t3.granted/naturalPerson']).toMatchObject({ state: 'text', raw: '（3）' });
  });
});

describe('rows found twice', () => {
  const twoColumns = (rows: readonly (readonly string[])[]): Grid => ({
    ...raggedGrid(rows),
    ragged: false,
  });

  it.each(['行政许可', '行政许可事项公开'])(
    'prefers table two to a list in the text with the row %s',
    (label) => {
      const list = twoColumns([
        ['项目', '数量'],
        [label, '99'],
      ]);
      const read = changed('s2', (grid) => [list, grid]);
      expect(figures(read.report)).toEqual(figures(report));
      expect(codes(read)).toEqual(['rows.duplicate']);
    },
  );

  it('says that table four has a second row of figures', () => {
    const read = changed('s4', (grid) => {
      const last = grid.cells.filter(({ row }) => row === HEADER_ROWS);
      const more = last.map((cell) => ({ ...cell, row: HEADER_ROWS + 1, text: '7' }));
      return [{ ...grid, rows: grid.rows + 1, cells: [...grid.cells, ...more] }];
    });
    expect(figures(read.report)).toEqual(figures(report));
    expect(codes(read)).toEqual(['rows.duplicate']);
  });
});
