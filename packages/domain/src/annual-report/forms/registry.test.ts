import { describe, expect, test } from 'vitest';
import { TABLE_IDS } from '../ids.ts';
import type { TableLayout } from './form.ts';
import { cellName, FORMS, formForYear } from './registry.ts';

/** Lays every anchor out and returns how often each slot is covered. */
function coverage(layout: TableLayout): number[][] {
  const slots = layout.rows.map(() => Array.from({ length: layout.columns }, () => 0));
  layout.rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (slots[rowIndex]![column]! > 0) column++;
      for (let dy = 0; dy < cell.rowSpan; dy++) {
        for (let dx = 0; dx < cell.colSpan; dx++) slots[rowIndex + dy]![column + dx]!++;
      }
    }
  });
  return slots;
}

describe('the official forms', () => {
  test.each([
    ['2019', [22, 161, 15]],
    ['2021', [10, 175, 15]],
  ] as const)('form %s has %j cells', (version, counts) => {
    expect(TABLE_IDS.map((table) => FORMS[version].tables[table].cells.length)).toEqual(counts);
  });

  test.each(['2019', '2021'] as const)(
    'form %s prints every cell exactly once, in a gapless layout',
    (version) => {
      for (const table of Object.values(FORMS[version].tables)) {
        const printed = table.layout.rows.flat().flatMap((cell) => cell.cell ?? []);
        expect(printed.toSorted()).toEqual(table.cells.map(({ id }) => id).toSorted());
        expect(table.layout.widths).toHaveLength(table.layout.columns);
        expect(
          coverage(table.layout)
            .flat()
            .every((times) => times === 1),
        ).toBe(true);
      }
    },
  );

  test('the 2021 layout has the size of the official template: 14×4, 28×10, 4×15', () => {
    const { t2, t3, t4 } = FORMS['2021'].tables;
    expect([t2, t3, t4].map(({ layout }) => [layout.rows.length, layout.columns])).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ]);
  });

  test('19 outcome leaves on the 2019 form, 21 on the 2021 form', () => {
    const leaves = (version: '2019' | '2021') =>
      FORMS[version].tables.t3.rows.filter((row) => row.kind === 'leaf').length;
    expect([leaves('2019'), leaves('2021')]).toEqual([19, 21]);
  });

  test.each([
    [2018, undefined],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2026, '2021'],
  ])('year %d → form %s', (year, version) => {
    expect(formForYear(year)?.version).toBe(version);
  });

  test('cells are named as the reference names them in messages', () => {
    expect(cellName('t3.refused.internalAffairs/commercialEnterprise')).toBe('表三 第三项（三）5 商业企业');
    expect(cellName('t4.litigationDirect/total')).toBe('表四 行政诉讼 未经复议直接起诉 总计');
  });
});
