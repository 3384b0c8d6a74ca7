import { describe, expect, it } from 'vitest';
import { type FigureRow, isBlankRow, parseFigureRow, templateRows } from './figure-sheet.ts';

const row = (given: Partial<FigureRow>): FigureRow => ({
  month: '3',
  kind: '行政处罚',
  unit: '',
  figure: '12',
  source: '行政处罚台账',
  reason: '',
  ...given,
});

describe('a row of figures', () => {
  it.each([
    [{}, 3, 12],
    [{ month: '３月' }, 3, 12],
    [{ kind: '行政事业性收费', figure: '1234.5' }, 3, 123_450],
    [{ figure: '0' }, 3, 0],
  ])('%o is read', (given, month, figure) => {
    expect(parseFigureRow(row(given))).toMatchObject({ ok: true, value: { month, figure } });
  });

  it.each([
    [{ month: '13' }, '“月份”应为 1 至 12。'],
    [{ month: '三月' }, '“月份”应为 1 至 12。'],
    [{ kind: '处罚' }, '“事项”应为行政许可、行政处罚、行政强制、行政事业性收费之一。'],
    [{ figure: '12件' }, '请填写整数件数'],
    [{ figure: '1,200' }, '请填写整数件数'],
    [{ kind: '行政事业性收费', figure: '1.234' }, '请填写金额（元）'],
    [{ unit: '科'.repeat(51) }, '“科室、站所”超过 50 字。'],
  ])('%o is refused: %s', (given, words) => {
    const parsed = parseFigureRow(row(given));
    expect(parsed.ok ? [] : parsed.error.join('')).toContain(words);
  });

  it('says everything that is wrong at once', () => {
    const parsed = parseFigureRow(row({ month: '', kind: '' }));
    expect(parsed.ok ? [] : parsed.error).toHaveLength(2);
  });
});

it('a template has a row for each kind and month, which count as blank until somebody fills them in', () => {
  const rows = templateRows([1, 2]);
  expect(rows).toHaveLength(8);
  expect(rows.every(isBlankRow)).toBe(true);
  expect(isBlankRow(row({ figure: '0' }))).toBe(false);
});
