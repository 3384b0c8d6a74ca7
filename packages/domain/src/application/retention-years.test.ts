import { describe, expect, it } from 'vitest';
import { context, day, LEADS, march, RIGHT, stateAfter, textsOf } from '../../test/case-lives.ts';
import type { ApplicationEvent, ReopenCause } from './act.ts';
import { decideAct } from './decide-act.ts';
import type { OutcomeId } from './outcome.ts';
import { retentionYearsOf } from './retention-years.ts';

const rules = { retentionYears: 7, retentionYearsDisputed: 25 };

const ended = (outcome: OutcomeId): readonly ApplicationEvent[] =>
  LEADS.closed({}).map((event) => (event.type === 'draftReply' ? { ...event, outcome } : event));

const again = (cause: ReopenCause): readonly ApplicationEvent[] => [
  ...ended('granted.provided'),
  { type: 'reopen', on: march(20), cause },
  { type: 'withdraw', on: march(23) },
];

describe('the file of a case', () => {
  it.each([
    ['granted.provided', 7],
    ['unavailable.nonExistent', 7],
    ['partiallyGranted', 25],
    ['refused.stateSecret', 25],
  ] as const)('is kept by what became of it: %s, %i years', (outcome, years) => {
    expect(retentionYearsOf(stateAfter(ended(outcome)), rules)).toBe(years);
  });

  it('is kept longer where it was disputed, not where the organ put itself right', () => {
    expect(retentionYearsOf(stateAfter(again('judgment')), rules)).toBe(25);
    expect(retentionYearsOf(stateAfter(again('reconsideration')), rules)).toBe(25);
    expect(retentionYearsOf(stateAfter(again('ownCorrection')), rules)).toBe(7);
  });

  it('is not archived for fewer years than the setting says', () => {
    const archive = (retentionYears: number) =>
      decideAct(
        stateAfter(ended('refused.stateSecret')),
        { act: { ...RIGHT.archive, retentionYears }, texts: textsOf('archive') },
        {
          ...context,
          today: day('2026-06-01'),
          caseRules: { ...context.caseRules, ...rules },
          actor: { id: 'other', roles: ['drafter'] },
        },
      );
    expect(archive(25).ok).toBe(true);
    expect(archive(24)).toMatchObject({
      error: [{ code: 'retention-too-short', message: expect.stringContaining('至少保管25年') }],
    });
  });
});
