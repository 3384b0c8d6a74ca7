import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseGrams, FEW_CANDIDATES } from './choose-grams.ts';
import type { PlacedGram } from './grams.ts';

const ENTRIES = 1_000_000;
const PAGE = { readsTexts: true, wanted: 20 };

/** Pairs of one word, one after another. */
const word = (...grams: number[]): readonly PlacedGram[] =>
  grams.map((gram, index) => ({ gram, from: index, to: index + 2 }));

const counts = (known: Readonly<Record<number, number>>) => ({
  entries: ENTRIES,
  of: new Map(Object.entries(known).map(([gram, entries]) => [Number(gram), entries])),
});

describe('which grams the index is asked for', () => {
  it('leaves out a frequent word beside a rare one', () => {
    const chosen = chooseGrams([word(1), word(2)], counts({ 1: 900_000 }), PAGE);
    expect(chosen.grams).toEqual([2]);
    expect(chosen.candidates).toBeLessThan(FEW_CANDIDATES);
  });

  it('takes a frequent word where it leaves out most of many', () => {
    const chosen = chooseGrams([word(1), word(2)], counts({ 1: 100_000, 2: 2_000 }), PAGE);
    expect(chosen.grams).toEqual([2, 1]);
  });

  it('takes all grams of words that are frequent together', () => {
    const chosen = chooseGrams([word(1), word(2)], counts({ 1: 400_000, 2: 500_000 }), PAGE);
    expect(chosen.grams).toEqual([1, 2]);
    expect(chosen.candidates).toBeCloseTo(200_000);
    expect(chosen.most).toBe(400_000);
    expect(chosen.share).toBeCloseTo(0.2);
  });

  it('does not take neighbouring pairs of one word for chance', () => {
    const { candidates } = chooseGrams([word(1, 2)], counts({ 1: 9_000, 2: 10_000 }), PAGE);
    expect(candidates).toBeGreaterThan(500);
  });

  it('asks for all while nothing is known, some of very many', () => {
    const many = word(...Array.from({ length: 100 }, (_, index) => index));
    expect(chooseGrams([word(1), word(2)], null, PAGE)).toMatchObject({ grams: [1, 2], share: 0 });
    expect(chooseGrams([many], null, PAGE).grams.length).toBeLessThanOrEqual(48);
  });

  it('always asks for something, and for nothing that is not asked', () => {
    const grams = fc.array(fc.nat(30), { minLength: 1, maxLength: 8 });
    const shares = fc.dictionary(fc.nat(30).map(String), fc.integer({ min: 1000, max: ENTRIES }));
    fc.assert(
      fc.property(fc.array(grams, { minLength: 1, maxLength: 4 }), shares, (groups, known) => {
        const chosen = chooseGrams(
          groups.map((group) => word(...group)),
          counts(known),
          PAGE,
        );
        expect(chosen.grams.length).toBeGreaterThan(0);
        expect(new Set(chosen.grams).size).toBe(chosen.grams.length);
        for (const gram of chosen.grams) expect(groups.flat()).toContain(gram);
        expect(chosen.candidates).toBeLessThanOrEqual(ENTRIES);
      }),
      { seed: 20_260_131 },
    );
  });
});
