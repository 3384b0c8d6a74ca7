import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeLines, chargeOfUnit, PER_ITEM, PER_PAGE, totalCharge, yuanText } from './tariff.ts';

const yuan = (total: number): number => total / 100;

describe('the tariff by item (applications.md §7)', () => {
  it.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [12, 200],
    [30, 2_000],
    [31, 2_200],
    [32, 2_400],
    [40, 4_000],
    [41, 4_300],
    [50, 7_000],
    [51, 7_400],
    [60, 11_000],
    [61, 11_500],
    [100, 37_000],
  ])('%d in a month cost %d yuan together', (count, expected) => {
    expect(yuan(totalCharge(PER_ITEM, count))).toBe(expected);
  });
});

describe('the tariff by page', () => {
  it.each([
    [30, 0],
    [31, 10],
    [57, 270],
    [72, 420],
    [100, 700],
    [101, 720],
    [109, 880],
    [119, 1_080],
    [200, 2_700],
    [201, 2_740],
    [300, 6_700],
  ])('%d pages cost %d yuan', (pages, expected) => {
    expect(yuan(totalCharge(PER_PAGE, pages))).toBe(expected);
  });
});

describe.each([
  ['item', PER_ITEM],
  ['page', PER_PAGE],
])('any sum by %s', (_name, tariff) => {
  it('is what its units cost one by one, and its lines show all of them', () => {
    fc.assert(
      fc.property(fc.nat(500), (count) => {
        const lines = chargeLines(tariff, count);
        let sum = 0;
        for (let unit = 1; unit <= count; unit += 1) sum += chargeOfUnit(tariff, unit);
        expect(totalCharge(tariff, count)).toBe(sum);
        expect(lines.reduce((units, { from, to }) => units + to - from + 1, 0)).toBe(count);
      }),
      { seed: 20_260_131 },
    );
  });

  it('never falls with one more', () => {
    fc.assert(
      fc.property(fc.nat(1000), (count) => {
        expect(chargeOfUnit(tariff, count + 2)).toBeGreaterThanOrEqual(chargeOfUnit(tariff, count + 1));
      }),
      { seed: 20_260_131 },
    );
  });
});

describe('money', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [108_000, '1,080.00'],
  ])('%d fen are %s yuan', (fen, text) => {
    expect(yuanText(fen as ReturnType<typeof totalCharge>)).toBe(text);
  });

  it.each([-1, 1.5, Number.NaN])('a count of %d is a fault', (count) => {
    expect(() => totalCharge(PER_PAGE, count)).toThrow(RangeError);
  });
});
