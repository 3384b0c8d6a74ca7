import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTo, cleanReport, withCell } from '../../../test/build-report.ts';
import { countedAsPrinted } from '../../../test/register-context.ts';
import { FORMS } from '../forms/registry.ts';
import { compareTyped, ofKeptRegisters } from './compare-typed.ts';
import { countedCells } from './live-cells.ts';

const report = cleanReport();
const counted = { ...countedAsPrinted(report, 't3'), ...countedAsPrinted(report, 't4') };
const differing = (typed: typeof report) =>
  compareTyped(typed, counted).filter(({ difference }) => difference !== 0);

describe('typed figures beside the register', () => {
  test('name exactly the cells that were changed, by how much', () => {
    const cells = [...FORMS['2021'].tables.t3.cells, ...FORMS['2021'].tables.t4.cells];
    const change = fc.tuple(fc.constantFrom(...cells), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(fc.uniqueArray(change, { selector: ([{ id }]) => id, maxLength: 9 }), (changes) => {
        const typed = changes.reduce((built, [{ id }, by]) => addTo(built, id, by), report);
        const found = differing(typed).map(({ cell, difference }) => [cell, difference]);
        expect(new Map(found.map(([cell, by]) => [cell, by]))).toEqual(
          new Map(changes.map(([{ id }, by]) => [id, by])),
        );
      }),
      { numRuns: 100, seed: 20_260_131 },
    );
  });

  test('a blank disagrees with nothing, and has no figure', () => {
    const typed = withCell(report, 't3.granted/total', null);
    expect(differing(typed)).toEqual([
      {
        cell: 't3.granted/total',
        name: '表三 第三项（一）予以公开 总计',
        typed: null,
        counted: 8,
        difference: null,
      },
    ]);
  });

  test('what no register counts is not compared', () => {
    expect(compareTyped(report, {})).toEqual([]);
    expect(compareTyped(report, counted).some(({ cell }) => cell.startsWith('t2.'))).toBe(false);
  });

  test('an amount is compared in 万元', () => {
    const typed = withCell(report, 't2.fees/amountWan', { value: 32_500, raw: '32500元', unit: '元' });
    expect(compareTyped(typed, { 't2.fees/amountWan': 3.25 })).toMatchObject([
      { typed: 3.25, difference: 0 },
    ]);
  });
});

describe('what the registers know of a year', () => {
  const tables = {
    tableTwo: [
      { cell: 't2.licensing/decisions', value: 0 },
      { cell: 't2.penalties/decisions', value: null },
      { cell: 't2.normativeDocument/inForce', value: 9 },
    ],
    tableThree: { 't3.otherHandling/total': 2, 't3.otherHandling.other/total': 1, 't3.granted/total': 8 },
    tableFour: [{ cell: 't4.reconsideration/total', value: 3 }],
  } as const;

  test('is kept cell by cell on the form of the year; what nobody signed off stays open', () => {
    expect(countedCells(FORMS['2021'], tables)).toEqual({
      't2.licensing/decisions': 0,
      't2.normativeDocument/inForce': 9,
      't3.otherHandling.other/total': 1,
      't3.granted/total': 8,
      't4.reconsideration/total': 3,
    });
    expect(countedCells(FORMS['2019'], tables)).toEqual({
      't2.licensing/decisions': 0,
      't3.otherHandling/total': 2,
      't3.granted/total': 8,
      't4.reconsideration/total': 3,
    });
  });

  test('is nothing where no register is kept', () => {
    expect(countedCells(FORMS['2021'], {})).toEqual({});
  });

  test('who keeps no register of a table has nothing in it to disagree with', () => {
    const none = Object.fromEntries(Object.keys(countedAsPrinted(report, 't4')).map((cell) => [cell, 0]));
    const kept = ofKeptRegisters({ ...countedAsPrinted(report, 't3'), ...none });
    expect(kept).toEqual(countedAsPrinted(report, 't3'));
  });
});
