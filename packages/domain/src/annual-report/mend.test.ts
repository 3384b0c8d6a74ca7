import { describe, expect, test } from 'vitest';
import { cleanContext, cleanReport, withCells } from '../../test/build-report.ts';
import { mendReport } from './mend.ts';
import type { AnnualReport, CellValue } from './report.ts';
import { evaluateReport } from './rules/evaluate.ts';

const blank: CellValue = { state: 'blank', value: null, raw: '' };

function mended(report: AnnualReport) {
  return mendReport(report, evaluateReport({ ...cleanContext(), report }));
}

describe('mendReport', () => {
  test('moves a unit out of its cell and keeps it', () => {
    const report = withCells(cleanReport(), {
      't2.fees/amountWan': { state: 'value', value: 16.877, raw: '16.877万元', unit: '万元' },
    });
    const { report: after, mended: done } = mended(report);
    expect(after.cells['t2.fees/amountWan']).toEqual({
      state: 'value',
      value: 16.877,
      raw: '16.877',
      unit: '万元',
    });
    expect(done.map(({ cell, finding }) => [cell, finding.rule])).toEqual([
      ['t2.fees/amountWan', 'AR-CEL-03'],
    ]);
  });

  test('fills a blank that the tie-outs leave one value for, and leaves the others to a person', () => {
    const base = cleanReport();
    const cells = { 't3.granted/naturalPerson': blank, 't2.licensing/decisions': blank } as const;
    const { report: after, mended: done, left } = mended(withCells(base, cells));
    expect(after.cells['t3.granted/naturalPerson']?.value).toBe(
      base.cells['t3.granted/naturalPerson']?.value,
    );
    expect(after.cells['t2.licensing/decisions']).toEqual(blank);
    expect(done.map(({ cell }) => cell)).toEqual(['t3.granted/naturalPerson']);
    expect(left.flatMap(({ cells: open }) => open)).toEqual(['t2.licensing/decisions']);
  });

  test('never changes a printed figure, whatever the tie-outs say, nor the report it was given', () => {
    const report = withCells(cleanReport(), {
      't3.granted/naturalPerson': { state: 'value', value: 99, raw: '99' },
    });
    const copy = structuredClone(report);
    const { report: after, mended: done, left } = mended(report);
    expect(after).toEqual(copy);
    expect(report).toEqual(copy);
    expect(done).toEqual([]);
    expect(left.some(({ suggestion }) => suggestion?.certainty === 'likely')).toBe(true);
  });
});
