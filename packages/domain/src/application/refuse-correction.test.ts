import { describe, expect, it } from 'vitest';
import { context, day, LEADS, march, stateAfter } from '../../test/case-lives.ts';
import type { ApplicationAct, ApplicationEvent } from './act.ts';
import { decideAct } from './decide-act.ts';
import type { ActorRole } from './transition.ts';

/** Delivered on 4 March with 15 working days: the last day is 25 March. */
const waiting = LEADS.awaitingCorrection({});
const offered: readonly ApplicationEvent[] = [...waiting, { type: 'offerCorrection', on: march(27) }];

function reasonOf(
  events: readonly ApplicationEvent[],
  act: ApplicationAct,
  role: ActorRole,
  texts: Readonly<Record<string, string>> = { content: '2025年度', reason: '住院' },
): string {
  const actor = { id: role, roles: [role] };
  const decided = decideAct(stateAfter(events), { act, texts }, { ...context, actor });
  return decided.ok ? 'accepted' : decided.error.map(({ code }) => code).join();
}

describe('a correction of the applicant', () => {
  it.each([
    ['on the last day', march(25), 'accepted'],
    ['a day late', march(26), 'correction-late'],
  ])('%s', (_, on, expected) => {
    expect(reasonOf(waiting, { type: 'acceptCorrection', on }, 'applicant')).toBe(expected);
  });

  it('is never late while the notice has not been delivered', () => {
    const noticed = waiting.slice(0, -1);
    expect(reasonOf(noticed, { type: 'acceptCorrection', on: day('2026-05-29') }, 'applicant')).toBe(
      'accepted',
    );
    expect(reasonOf(noticed, { type: 'offerCorrection', on: day('2026-05-29') }, 'applicant')).toBe(
      'correction-not-late',
    );
  });

  it('is offered after the period only, with the reason, and once', () => {
    const act = (date: number) => ({ type: 'offerCorrection', on: march(date) }) as const;
    expect(reasonOf(waiting, act(25), 'applicant')).toBe('correction-not-late');
    expect(reasonOf(waiting, act(26), 'applicant', { content: '2025年度' })).toBe('text-missing');
    expect(reasonOf(waiting, act(26), 'applicant')).toBe('accepted');
    expect(reasonOf(offered, act(30), 'applicant')).toBe('late-correction-known');
  });

  it('that came late leaves the case where it is: neither counted nor lapsed', () => {
    const state = stateAfter(offered);
    expect(state).toMatchObject({ status: 'awaitingCorrection', lateCorrectionOn: march(27), result: null });
    expect(state.clock.suspension).not.toBeNull();
  });
});

describe('the office', () => {
  it('accepts a late correction by the day on which it came, not later', () => {
    const accept = (date: number) => ({ type: 'acceptCorrection', on: march(date) }) as const;
    expect(reasonOf(offered, accept(30), 'drafter')).toBe('correction-came-before');
    expect(reasonOf(offered, accept(27), 'drafter')).toBe('accepted');
    const accepted = stateAfter([...offered, accept(27)]);
    expect(accepted).toMatchObject({ status: 'registered', lateCorrectionOn: null });
    expect(accepted.clock.base).toBe(march(27));
    // What came on paper after the period was always for the office to judge.
    expect(reasonOf(waiting, accept(30), 'drafter')).toBe('accepted');
  });

  it('says why the reason is not good before the case lapses', () => {
    const lapse = { type: 'lapseCorrection', on: march(30) } as const;
    expect(reasonOf(offered, lapse, 'drafter', {})).toBe('text-missing');
    expect(reasonOf(offered, lapse, 'drafter', { reason: '没有说明正当理由' })).toBe('accepted');
    expect(reasonOf(waiting, lapse, 'drafter', {})).toBe('accepted');
  });
});

describe('a letter taken on the portal', () => {
  const noticed = waiting.slice(0, -1);
  const take = { type: 'receiveLetter', on: march(5), letterId: 'L1' } as const;

  it('is delivered that day, and its period runs from the next', () => {
    expect(reasonOf(noticed, take, 'applicant')).toBe('accepted');
    const state = stateAfter([...noticed, take]);
    expect(state.letters.at(-1)?.delivered).toEqual({ on: march(5), way: 'electronic' });
    expect(state.clock.suspension).toMatchObject({ deliveredOn: march(5), days: 15 });
  });

  it('is not taken twice, nor by the office, nor when it is the reply', () => {
    expect(reasonOf(waiting, take, 'applicant')).toContain('letter-delivered');
    expect(reasonOf(noticed, take, 'drafter')).toBe('not-your-role');
    const reply = { type: 'receiveLetter', on: march(16), letterId: 'L5' } as const;
    expect(reasonOf(LEADS.approved({}), reply, 'applicant')).toBe('letter-unknown');
  });
});
