import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PANEL_ROW, panelLayout } from './panel-layout.ts';

const room = (width: number) => ({ width, label: 100, words: 90, mostColumns: 3 });
const panels = (count: number) => Array.from({ length: count }, (_, index) => ({ values: [index, null, 5] }));

describe('panels of bars', () => {
  it('stand below each other on a phone and side by side on a desk', () => {
    expect(new Set(panelLayout(panels(4), room(340)).panels.map(({ x }) => x)).size).toBe(1);
    expect(new Set(panelLayout(panels(4), room(960)).panels.map(({ x }) => x)).size).toBe(3);
    expect(panelLayout(panels(1), room(960)).panelWidth).toBe(960);
  });

  it('draw neither zero nor a missing figure, and all on one scale', () => {
    const { panels: drawn } = panelLayout([{ values: [0, null, 10] }, { values: [5] }], room(400));
    expect(drawn.map(({ rows }) => rows.map(({ length }) => length))).toEqual([[0, 0, 194], [97]]);
  });

  it('keep every line high enough for a finger and inside of the drawing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.option(fc.nat(1_000_000)), { minLength: 1, maxLength: 9 }), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.integer({ min: 300, max: 1400 }),
        (inputs, width) => {
          const layout = panelLayout(
            inputs.map((values) => ({ values })),
            room(width),
          );
          expect(PANEL_ROW).toBeGreaterThanOrEqual(24);
          for (const { x, rows } of layout.panels) {
            expect(x + layout.panelWidth).toBeLessThanOrEqual(width);
            for (const { y, length } of rows) {
              expect(y + PANEL_ROW).toBeLessThanOrEqual(layout.height);
              expect(layout.barStart + length).toBeLessThanOrEqual(layout.panelWidth);
            }
          }
        },
      ),
      { seed: 20_260_131 },
    );
  });
});
