import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { isReplyLate, isSaidLate, isUnpublishedLate, lateReplyWords } from './lateness.ts';

const day = (text: string): CivilDate => text as CivilDate;
const SPAN = { from: day('2026-01-01'), to: day('2026-11-20') };

describe('a reply', () => {
  it.each([
    // Due, replied, dropped: late.
    ['2026-11-10', null, false, true],
    ['2026-11-10', null, true, false],
    ['2026-11-10', '2026-11-10', false, false],
    ['2026-11-10', '2026-11-11', false, true],
    // Replied late it stays late, whatever was dropped afterwards.
    ['2026-11-10', '2026-11-11', true, true],
    // The last counted day is not over; the first one counts.
    ['2026-11-19', null, false, true],
    ['2026-11-20', null, false, false],
    ['2026-01-01', null, false, true],
    ['2025-12-31', null, false, false],
  ] as const)('due %s, replied %s, dropped %s: late is %s', (dueOn, replied, isDropped, late) => {
    const repliedOn = replied === null ? null : day(replied);
    expect(isReplyLate({ dueOn: day(dueOn), repliedOn, isDropped }, SPAN)).toBe(late);
  });

  it('that is late says until when it was owed and when it came', () => {
    const dueOn = day('2026-11-10');
    expect(lateReplyWords({ dueOn, repliedOn: null })).toBe('应在2026年11月10日以前答复，仍没有答复');
    expect(lateReplyWords({ dueOn, repliedOn: day('2026-11-12') })).toBe(
      '应在2026年11月10日以前答复，2026年11月12日才答复',
    );
  });
});

describe('a document (条例26)', () => {
  it.each([
    ['2026-11-19', false, false, true],
    ['2026-11-20', false, false, false],
    ['2025-12-31', false, false, false],
    ['2026-11-19', true, false, false],
    ['2026-11-19', false, true, false],
  ] as const)('due %s, public %s, dropped %s: late is %s', (dueOn, isPublic, isDropped, late) => {
    expect(isUnpublishedLate({ dueOn: day(dueOn), isPublic, isDropped }, SPAN)).toBe(late);
  });

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-11-20', true],
    ['2026-11-21', false],
  ] as const)('published with a reason for being late on %s counts: %s', (saidOn, counts) => {
    expect(isSaidLate(day(saidOn), SPAN)).toBe(counts);
  });
});
