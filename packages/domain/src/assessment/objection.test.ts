import { describe, expect, it } from 'vitest';
import { exemptionsOf, rulingHindrance, rulingWords } from './objection.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 20, hour));
const upheld = (item: string | null) => ({ code: 'B04', item, ruling: 'upheld', ruledAt: at(2) }) as const;
const BEFORE = [{ code: 'B04', markedAt: at(1) }];
const AGAIN = [{ code: 'B04', markedAt: at(3) }];
const OTHER = [{ code: 'B05', markedAt: at(3) }];

describe('an upheld objection', () => {
  it('to what was judged holds until somebody judges the same again', () => {
    const exempt = [{ code: 'B04', item: null }];
    expect(exemptionsOf([upheld(null)], BEFORE)).toEqual(exempt);
    expect(exemptionsOf([upheld(null)], [...BEFORE, ...OTHER])).toEqual(exempt);
    expect(exemptionsOf([upheld(null)], AGAIN)).toEqual([]);
  });

  it('to a finding holds for good', () => {
    expect(exemptionsOf([upheld('link/1')], AGAIN)).toEqual([{ code: 'B04', item: 'link/1' }]);
  });

  it('is the only one that exempts', () => {
    const others = [
      { ...upheld(null), ruling: 'rejected' as const },
      { ...upheld('link/1'), ruling: null, ruledAt: null },
    ];
    expect(exemptionsOf(others, BEFORE)).toEqual([]);
  });
});

it.each([
  [upheld(null), BEFORE, false, '异议成立，待重新评分：原来评定的分不再计，重新评定以前不扣分也不加分'],
  [upheld(null), AGAIN, false, '异议成立，已经重新评定'],
  [upheld(null), BEFORE, true, '异议成立，这个否决项按不成立计'],
  [upheld('link/1'), AGAIN, false, '异议成立，这一处不再计分'],
  [{ ...upheld(null), ruling: 'rejected' }, BEFORE, false, '异议不成立，照常计分'],
  [{ ...upheld(null), ruling: null, ruledAt: null }, BEFORE, false, ''],
] as const)('says what a ruling does: %#', (objection, marks, isVeto, words) => {
  expect(rulingWords(objection, marks, { isVeto })).toBe(words);
});

it.each([
  [true, false, '由您评定过'],
  [false, true, '由您提出'],
  [false, false, null],
] as const)('who judged (%s) or raised (%s) does not decide', (hasJudged, hasRaised, why) => {
  const hindrance = rulingHindrance({ hasJudged, hasRaised });
  if (why === null) expect(hindrance).toBeNull();
  else expect(hindrance).toContain(why);
});
