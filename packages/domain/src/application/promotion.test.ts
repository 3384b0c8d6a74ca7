import { describe, expect, it } from 'vitest';
import { context, LEADS, march, stateAfter } from '../../test/case-lives.ts';
import type { ApplicationEvent } from './act.ts';
import { CLOCK_RULES } from './clock/clock-rules.ts';
import { decideAct } from './decide-act.ts';
import { replayApplication } from './evolve-application.ts';

const proposed: ApplicationEvent = { type: 'proposePromotion', on: march(13) };
const HEAD = { id: 'head', roles: ['disclosureOfficeHead'] as const };

const decide = (events: readonly ApplicationEvent[], accepted: boolean, plan = '') => {
  const act = { type: 'decidePromotion', on: march(16), accepted } as const;
  const command = { act, texts: { reason: '多人申请', plan } };
  return decideAct(stateAfter(events), command, { ...context, actor: HEAD });
};

const codes = (decided: ReturnType<typeof decide>) =>
  decided.ok ? [] : decided.error.map(({ code, field }) => [code, field]);

describe('whether information is taken over into proactive disclosure (条例44)', () => {
  it('is decided once, after somebody suggested it', () => {
    expect(codes(decide(LEADS.closed({}), false))).toEqual([['promotion-not-proposed', undefined]]);
    const events = [...LEADS.closed({}), proposed];
    const decided = decide(events, false);
    expect(decided.ok && decided.value.type).toBe('decidePromotion');
    const refused: ApplicationEvent = { type: 'decidePromotion', on: march(16), accepted: false };
    expect(codes(decide([...events, refused], true, '本月公开'))).toEqual([
      ['promotion-not-proposed', undefined],
    ]);
  });

  it('says when and where, if it is', () => {
    const events = [...LEADS.closed({}), proposed];
    expect(codes(decide(events, true))).toEqual([['promotion-plan-missing', 'texts.plan']]);
    expect(codes(decide(events, true, '3月底前在财政专栏公开'))).toEqual([]);
  });

  it('keeps who suggested it and what was decided', () => {
    const accepted: ApplicationEvent = { type: 'decidePromotion', on: march(16), accepted: true };
    const promotionOf = (by: string) =>
      replayApplication(
        [
          ...LEADS.closed({}).map((event) => ({ event, by: 'writer' })),
          { event: proposed, by },
          { event: accepted, by: 'head' },
        ],
        CLOCK_RULES,
      ).promotion;
    const decided = { on: march(16), accepted: true };
    expect(promotionOf('applicant')).toEqual({ proposedOn: march(13), byApplicant: true, decided });
    expect(promotionOf('officer')).toEqual({ proposedOn: march(13), byApplicant: false, decided });
  });

  it('is for the head of the office alone', () => {
    const act = { type: 'decidePromotion', on: march(16), accepted: false } as const;
    const state = stateAfter([...LEADS.closed({}), proposed]);
    const actor = { id: 'officer', roles: ['disclosureOfficer', 'leader', 'drafter'] as const };
    const decided = decideAct(state, { act, texts: { reason: '不宜' } }, { ...context, actor });
    expect(codes(decided)).toEqual([['not-your-role', undefined]]);
  });
});
