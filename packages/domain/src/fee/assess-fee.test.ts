import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import {
  assessFee,
  type CountedApplication,
  type FeeRules,
  ordinalInMonth,
  pagesOf,
  perItemTariff,
} from './assess-fee.ts';
import { totalCharge } from './tariff.ts';

const day = (text: string): CivilDate => text as CivilDate;
const RULES: FeeRules = {
  monthByReceiptDate: true,
  countsPerOrgan: true,
  sidesPerPage: 1,
  firstRisingYuan: 200,
};
const ON = day('2026-03-02');

const application = (id: string, more: Partial<CountedApplication> = {}): CountedApplication => ({
  applicationId: id,
  applicantKey: 'k1',
  organId: 'o1',
  receiptDate: ON,
  enteredOn: day('2026-03-03'),
  ...more,
});

describe('the place of an application in its month', () => {
  const other = [
    application('a', { receiptDate: day('2026-02-28') }),
    application('b', { receiptDate: day('2026-03-01') }),
    application('c', { applicantKey: 'k2' }),
    application('d', { organId: 'o2' }),
    application('e'),
    application('g', { receiptDate: day('2026-03-31') }),
    application('h', { receiptDate: null }),
  ];

  it('counts what the same applicant sent to the same organ before it in the calendar month', () => {
    expect(ordinalInMonth(application('f'), other, RULES)).toBe(3);
    expect(ordinalInMonth(application('f'), [application('f'), ...other], RULES)).toBe(3);
    expect(ordinalInMonth(application('f'), [], RULES)).toBe(1);
  });

  it('joins the organs below where the organ has chosen so', () => {
    expect(ordinalInMonth(application('f'), other, { ...RULES, countsPerOrgan: false })).toBe(4);
  });

  it('goes by the entry where the organ has chosen so, and is not known before receipt otherwise', () => {
    const awaiting = application('f', { receiptDate: null });
    expect(ordinalInMonth(awaiting, other, RULES)).toBeNull();
    // All were entered on the same day, so their ids order them: a, b, e.
    expect(ordinalInMonth(awaiting, other, { ...RULES, monthByReceiptDate: false })).toBe(4);
  });

  it('every application of a month has a place of its own', () => {
    const all = Array.from({ length: 40 }, (_, index) => application(String(index).padStart(2, '0')));
    const places = all.map((one) => ordinalInMonth(one, all, RULES));
    expect(places).toEqual(all.map((_, index) => index + 1));
  });
});

describe('the charge by item', () => {
  it.each([
    [1, null],
    [10, null],
    [11, 100_00],
    [30, 100_00],
    [31, 200_00],
    [40, 200_00],
    [41, 300_00],
    [101, 900_00],
  ])('of the application at place %d is %s 分', (ordinal, fen) => {
    expect(assessFee({ by: 'perItem', ordinal }, ON, RULES)?.fen ?? null).toBe(fen);
  });

  it('sums to the published totals of a month', () => {
    const sum = (upTo: number) =>
      Array.from({ length: upTo }, (_, index) => assessFee({ by: 'perItem', ordinal: index + 1 }, ON, RULES))
        .map((fee): number => fee?.fen ?? 0)
        .reduce((a, b) => a + b, 0);
    expect([10, 32, 51, 100].map(sum)).toEqual([0, 2_400_00, 7_400_00, 37_000_00]);
  });

  it('follows the reading of the 31st to 40th that was chosen', () => {
    expect(totalCharge(perItemTariff({ ...RULES, firstRisingYuan: 100 }), 41)).toBe(
      2_000_00 + 1_000_00 + 200_00,
    );
  });

  it('shows the arithmetic', () => {
    expect(assessFee({ by: 'perItem', ordinal: 12 }, ON, RULES)).toMatchObject({
      by: 'perItem',
      count: 12,
      lines: ['本自然月内第12件申请，按件计收：100.00元'],
      source: expect.stringContaining('第四条'),
    });
  });
});

describe('the charge by page', () => {
  it.each([
    [30, null],
    [31, 10_00],
    [57, 270_00],
    [109, 880_00],
    [201, 2_740_00],
    [300, 6_700_00],
  ])('of %d pages is %s 分', (sides, fen) => {
    expect(assessFee({ by: 'perPage', sides }, ON, RULES)?.fen ?? null).toBe(fen);
  });

  it('shows the arithmetic band by band', () => {
    expect(assessFee({ by: 'perPage', sides: 119 }, ON, RULES)?.lines).toEqual([
      '第1至30页：免收',
      '第31至100页：70页×10.00元/页＝700.00元',
      '第101至119页：19页×20.00元/页＝380.00元',
      '合计119页，按量计收：1,080.00元',
    ]);
  });

  it('counts sheets where the organ counts both sides as one', () => {
    expect([pagesOf(61, RULES), pagesOf(61, { ...RULES, sidesPerPage: 2 })]).toEqual([61, 31]);
    expect(assessFee({ by: 'perPage', sides: 61 }, ON, { ...RULES, sidesPerPage: 2 })?.fen).toBe(10_00);
    expect(() => pagesOf(-1, RULES)).toThrow(RangeError);
  });
});

it('there was no fee before 2021-01-01', () => {
  expect(assessFee({ by: 'perPage', sides: 500 }, day('2020-12-31'), RULES)).toBeNull();
  expect(assessFee({ by: 'perPage', sides: 500 }, day('2021-01-01'), RULES)).not.toBeNull();
});
