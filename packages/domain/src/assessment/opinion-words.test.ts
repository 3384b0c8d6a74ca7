import { expect, it } from 'vitest';
import { clocksOf } from '../opinion/clocks.ts';
import type { OpinionFacts } from '../opinion/opinion.ts';
import { missedClocks } from './opinion-words.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
const FOUND = at('2026-06-01T09:00:00');

function said(given: Partial<OpinionFacts>, now = at('2026-06-10T09:00:00')): string | null {
  const facts: OpinionFacts = {
    level: 'other',
    step: 'handled',
    occurredAt: null,
    foundAt: FOUND,
    firstReleaseAt: null,
    pressConferenceAt: null,
    ...given,
  };
  const rules = { emergencyStart: 'occurrence', otherStart: 'discovery' } as const;
  return missedClocks(FOUND, clocksOf(facts, rules, now));
}

it('says which hours were not kept, and nothing of those that were or still run', () => {
  expect(said({})).toBe('2026年6月1日发现的政务舆情：回应应在 48 小时内，仍没有');
  expect(said({ firstReleaseAt: at('2026-06-03T10:30:00') })).toBe(
    '2026年6月1日发现的政务舆情：回应应在 48 小时内，超时 1 小时 30 分',
  );
  expect(said({ firstReleaseAt: at('2026-06-03T09:00:00') })).toBeNull();
  expect(said({}, at('2026-06-02T09:00:00'))).toBeNull();
  expect(said({ step: 'closed' })).toBeNull();
});
