import { describe, expect, it } from 'vitest';
import { context, LEADS, march, NEEDS, RIGHT, stateAfter, stateFor, textsOf } from '../../test/case-lives.ts';
import { ROLE_NAMES } from '../permission/roles.ts';
import type { ApplicationEvent } from './act.ts';
import { CLOCK_RULES } from './clock/clock-rules.ts';
import { decideAct } from './decide-act.ts';
import { replayApplication } from './evolve-application.ts';
import { STATUS_NAMES } from './status.ts';
import type { ActorRole } from './transition.ts';
import { ACT_TYPES, TRANSITIONS } from './transitions.ts';

const ACTOR_ROLES: readonly ActorRole[] = [...ROLE_NAMES, 'applicant'];

describe('status × act × role', () => {
  it.each(STATUS_NAMES)('reaches %s by its own events', (status) => {
    expect(stateFor(status, 'note').status).toBe(status);
  });

  describe.each(STATUS_NAMES)('%s', (status) => {
    it.each(ACT_TYPES)('%s', (type) => {
      const { from, by, to } = TRANSITIONS[type];
      const command = { act: RIGHT[type], texts: textsOf(type) };
      for (const role of ACTOR_ROLES) {
        const state = stateFor(status, type);
        const decided = decideAct(state, command, { ...context, actor: { id: 'other', roles: [role] } });
        const reason = decided.ok ? 'accepted' : decided.error.map(({ code }) => code).join();
        const expected = from.includes(status)
          ? by.includes(role)
            ? 'accepted'
            : 'not-your-role'
          : 'not-in-status';
        expect(reason, `${status} ${type} ${role}`).toBe(expected);
        if (!decided.ok) continue;
        const after = replayApplication(
          [
            ...LEADS[status](NEEDS[type] ?? {}).map((event) => ({ event, by: 'writer' })),
            { event: decided.value, by: 'other' },
          ],
          CLOCK_RULES,
        );
        const next = to === 'stays' ? status : to === 'resumes' || to === 'restarts' ? 'processing' : to;
        expect(after.status).toBe(next);
      }
    });
  });
});

it('leaves an archived case as it is, but for reopening it, what the applicant may still say, and the answer to it', () => {
  const taken = ACT_TYPES.filter((type) => TRANSITIONS[type].from.includes('archived'));
  expect(taken).toEqual([
    'proposePromotion',
    'decidePromotion',
    'deliverLetter',
    'receiveLetter',
    'reopen',
    'rate',
  ]);
});

it('cites no article for what the law leaves open', () => {
  // 条例34 is about information that several organs made; 109号 does not say how the period goes on after payment.
  expect(TRANSITIONS.requestAssistance.law).not.toContain('第三十四条');
  expect(TRANSITIONS.recordPayment.law).toContain('没有规定');
});

it('keeps the first result when a case is taken up again', () => {
  const events: ApplicationEvent[] = [
    ...LEADS.closed({}),
    { type: 'reopen', on: march(20), cause: 'reconsideration' },
    { type: 'draftReply', on: march(23), outcome: 'partiallyGranted' },
    { type: 'submitReply', on: march(23) },
    { type: 'approveReply', on: march(24), letterId: 'L7' },
    { type: 'deliverReply', on: march(25), letterId: 'L7', way: 'post' },
  ];
  const state = stateAfter(events);
  expect([state.result, state.lastResult]).toEqual([
    { outcome: 'granted.provided', on: march(11) },
    { outcome: 'partiallyGranted', on: march(25) },
  ]);
});
