import { describe, expect, test } from 'vitest';
import { cleanReport, withCell } from '../../../test/build-report.ts';
import { figureOf } from '../figures.ts';
import { EVERY_CELL } from '../forms/registry.ts';
import { PUBLIC_FIGURE_CELLS, PUBLIC_FIGURES, publicFiguresOf } from './public-figures.ts';

const figuresOf = (cells: Parameters<typeof publicFiguresOf>[0]) =>
  Object.fromEntries(publicFiguresOf(cells).map((value, index) => [PUBLIC_FIGURES[index]?.id ?? '', value]));

const OUTCOMES = [
  'granted',
  'partially_granted',
  'refused',
  'unavailable',
  'not_processed',
  'other_handling',
];

test('every cell stands on one of the forms', () => {
  expect(PUBLIC_FIGURE_CELLS.filter((id) => !EVERY_CELL.includes(id))).toEqual([]);
});

describe.each(['2019', '2021'] as const)('on the form of %s', (version) => {
  const report = cleanReport(version);

  test('the outcomes add up to the total of the report itself', () => {
    const figures = figuresOf(report.cells);
    const sum = OUTCOMES.reduce((total, id) => total + (figures[id] ?? Number.NaN), 0);
    expect(sum).toBe(figureOf(report, 't3.resultTotal/total'));
    expect(figures['result_total']).toBe(sum);
    expect(Object.values(figures)).not.toContain(null);
  });

  test('a blank part leaves the whole without a figure', () => {
    const blank = { state: 'blank', value: null, raw: '' } as const;
    const id = 't3.refused.stateSecret/total';
    const { cells } = withCell(report, 't3.granted/total', 3);
    expect(figuresOf({ ...cells, [id]: blank })).toMatchObject({ granted: 3, refused: null });
  });

  test('nothing at all of a report without tables', () => {
    expect(new Set(publicFiguresOf({}))).toEqual(new Set([null]));
  });
});
