import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue, CellValues } from '@zhaoshi/domain/annual-report/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barChartSvg, chartFigure } from './bar-chart.ts';
import { reportCharts, yearsChart } from './report-charts.ts';

const value = (figure: number): CellValue => ({ state: 'value', value: figure, raw: String(figure) });
const BLANK: CellValue = { state: 'blank', value: null, raw: '' };

const cellsOf = (figures: Readonly<Partial<Record<CellId, number | null>>>): CellValues =>
  Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [id, figure == null ? BLANK : value(figure)]),
  );

const chart = (values: readonly (number | null)[]) => ({
  id: 'c',
  title: '标题',
  labels: '项目',
  unit: '件',
  bars: values.map((figure, index) => ({ label: `第${index}项`, value: figure })),
});

const lengths = (markup: string): readonly number[] =>
  [...markup.matchAll(/<rect[^>]* width="(\d+)"/g)].map(([, width]) => Number(width));

describe('a bar chart', () => {
  it('shows a blank as blank, a zero as zero', () => {
    const { markup } = barChartSvg(chart([0, null, 5]));
    expect(lengths(markup)).toEqual([180]);
    expect(markup).toContain('第0项0件，第1项未填，第2项5件');
    expect([...markup.matchAll(/class="value missing"/g)]).toHaveLength(1);
  });

  it('is an image with a name and a text, without styles of its own', () => {
    const { markup } = barChartSvg(chart([1]));
    expect(markup).toContain('role="img"');
    expect(markup).toContain('aria-labelledby="c-title c-text"');
    expect(markup).not.toMatch(/style=|<style|fill="#|on\w+=/);
  });

  it('is no wider than its labels need, so that a phone shows letters of a size that can be read', () => {
    const widthOf = (label: string): number => {
      const { markup } = barChartSvg({ ...chart([1]), bars: [{ label, value: 1 }] });
      return Number(/viewBox="0 0 (\d+)/.exec(markup)?.[1]);
    };
    // 15 px of a letter on the 316 px of a phone.
    expect((15 * 316) / widthOf('行政复议维持')).toBeGreaterThan(13);
    expect(widthOf('河东县人力资源和社会保障局')).toBeGreaterThan(15 * 13);
  });

  it('escapes what it is given', () => {
    const { markup } = barChartSvg({ ...chart([1]), bars: [{ label: '<script>"', value: 1 }] });
    expect(markup).not.toContain('<script>');
  });

  it('draws lengths in the order of the figures, within the drawing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (values) => {
        const found = lengths(barChartSvg(chart(values)).markup);
        const positive = values.filter((figure) => figure > 0);
        expect(found).toHaveLength(positive.length);
        for (const [index, length] of found.entries()) {
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(180);
          for (const [other, otherLength] of found.entries())
            if ((positive[index] ?? 0) > (positive[other] ?? 0))
              expect(length).toBeGreaterThanOrEqual(otherLength);
        }
      }),
      { seed: 20_260_131 },
    );
  });

  it('is left out when there is no figure at all', () => {
    expect(chartFigure(chart([null, null]))).toBeNull();
    expect(chartFigure(chart([null, 0]))?.markup).toContain('<td>未填</td>');
  });
});

describe('the charts of a report', () => {
  const barsOf = (cells: CellValues, version: '2019' | '2021', id: string) =>
    Object.fromEntries(
      reportCharts(cells, version)
        .find((found) => found.id === id)
        ?.bars.map(({ label, value: figure }) => [label, figure]) ?? [],
    );

  it('adds the parts of an outcome up only when all have figures', () => {
    const parts = { 't3.unavailable.notHeld/total': 2, 't3.unavailable.requiresCreation/total': 1 } as const;
    const whole = cellsOf({ ...parts, 't3.unavailable.stillUnclear/total': 0 });
    expect(barsOf(whole, '2021', 'chart-outcomes')).toMatchObject({ 无法提供: 3, 予以公开: null });
    const partly = cellsOf({ ...parts, 't3.unavailable.stillUnclear/total': null });
    expect(barsOf(partly, '2021', 'chart-outcomes')['无法提供']).toBeNull();
    expect(barsOf(cellsOf(parts), '2021', 'chart-outcomes')['无法提供']).toBeNull();
  });

  it('has the six outcomes of both forms', () => {
    const six = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'];
    expect(Object.keys(barsOf({}, '2019', 'chart-outcomes'))).toEqual(six);
    expect(Object.keys(barsOf({}, '2021', 'chart-outcomes'))).toEqual(six);
  });

  it('takes both ways to court together, and no other column than the total', () => {
    const cells = cellsOf({
      't4.litigationDirect/upheld': 1,
      't4.litigationAfterReconsideration/upheld': 2,
      't3.newlyReceived/naturalPerson': 9,
    });
    expect(barsOf(cells, '2021', 'chart-disputes')['行政诉讼维持']).toBe(3);
    expect(barsOf(cells, '2021', 'chart-applications')['本年新收']).toBeNull();
  });

  it('has none for a report without table three', () => {
    expect(reportCharts({}, null)).toEqual([]);
  });

  it('puts years in their order', () => {
    const years = [2021, 2019].map((reportYear) => ({
      reportYear,
      cells: cellsOf({ 't3.newlyReceived/total': reportYear - 2018 }),
    }));
    expect(yearsChart(years).bars.map(({ label, value: figure }) => [label, figure])).toEqual([
      ['2019年新收', 1],
      ['2019年办理', null],
      ['2021年新收', 3],
      ['2021年办理', null],
    ]);
  });
});
