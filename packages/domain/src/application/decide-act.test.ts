import { describe, expect, it } from 'vitest';
import {
  context,
  day,
  LEADS,
  march,
  processing,
  RIGHT,
  stateAfter,
  stateFor,
  textsOf,
} from '../../test/case-lives.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationEvent } from './act.ts';
import { decideAct } from './decide-act.ts';

describe('who may not', () => {
  it.each(['reviewReply', 'approveReply'] as const)('whoever wrote it: %s', (type) => {
    const state = stateFor('underReview', 'approveReply');
    const fresh = type === 'reviewReply' ? stateFor('underReview', 'note') : state;
    const decided = decideAct(
      fresh,
      { act: RIGHT[type], texts: textsOf(type) },
      { ...context, actor: { id: 'writer', roles: ['disclosureOfficeHead'] } },
    );
    expect(decided.ok ? [] : decided.error.map(({ code }) => code)).toEqual(['same-person']);
  });

  it('an act without the words that it asks for, each of them named', () => {
    const decided = decideAct(
      stateFor('registered', 'noticeCorrection'),
      { act: RIGHT.noticeCorrection, texts: {} },
      { ...context, actor: { id: 'other', roles: ['drafter'] } },
    );
    expect(decided.ok ? [] : decided.error.map(({ field }) => field)).toEqual([
      'texts.matters',
      'texts.guidance',
    ]);
  });

  it('an act of a day that has not come', () => {
    const decided = decideAct(
      stateFor('registered', 'note'),
      { act: { type: 'note', on: day('2026-06-02') }, texts: { text: '记事' } },
      { ...context, actor: { id: 'other', roles: ['drafter'] } },
    );
    expect(decided.ok ? [] : decided.error.map(({ code }) => code)).toEqual(['future-date']);
  });
});

describe('a delivery', () => {
  const deliver = (letterId: string) =>
    decideAct(
      stateAfter([
        ...LEADS.approved({}),
        { type: 'returnReply', on: march(10) } as const,
        { type: 'submitReply', on: march(11) } as const,
        { type: 'approveReply', on: march(12), letterId: 'L6' } as const,
      ]),
      { act: { ...RIGHT.deliverReply, letterId }, texts: textsOf('deliverReply') },
      { ...context, actor: { id: 'other', roles: ['drafter'] } },
    );

  it('is of the reply that was approved last, not of one that was returned', () => {
    const old = deliver('L5');
    expect(old.ok ? [] : old.error.map(({ code }) => code)).toEqual(['letter-replaced']);
    expect(deliver('L6').ok).toBe(true);
  });
});

describe('the silence of who was asked', () => {
  const lapse = { ...RIGHT.endConsultation, how: 'lapse', opinion: 'none', on: march(26) } as const;
  const decide = (today: CivilDate) =>
    decideAct(
      stateFor('consulting', 'endConsultation'),
      { act: lapse, texts: textsOf('endConsultation') },
      { ...context, today, actor: { id: 'other', roles: ['drafter'] } },
    );

  it('is noted once the last day is over, which belongs to them whole (条例32)', () => {
    const early = decide(march(26));
    expect(early.ok ? [] : early.error.map(({ code, message }) => [code, message])).toEqual([
      ['period-not-over', expect.stringContaining('期限')],
    ]);
    expect(decide(march(27)).ok).toBe(true);
  });
});

describe('replies that the file does not bear', () => {
  it.each([
    ['unavailable.nonExistent', 'search-missing'],
    ['unavailable.stillUnclear', 'correction-missing'],
    ['notProcessed.excessive', 'reasons-missing'],
    ['notProcessed.duplicate', 'duplicate-unlinked'],
    ['refused.thirdPartyRights', 'consultation-missing'],
    ['otherHandling.withdrawn', 'outcome-elsewhere'],
  ] as const)('%s: %s', (outcome, code) => {
    const events: ApplicationEvent[] = [...processing({}), { type: 'draftReply', on: march(6), outcome }];
    const state = stateAfter(events);
    const decided = decideAct(
      state,
      { act: RIGHT.submitReply, texts: {} },
      { ...context, actor: { id: 'writer', roles: ['drafter'] } },
    );
    expect(decided.ok ? [] : decided.error.map((one) => one.code)).toEqual([code]);
  });

  it('non-existence after two places were searched', () => {
    const search = { type: 'logSearch', on: march(5), minutes: 20, hits: 0 } as const;
    const events: ApplicationEvent[] = [
      ...processing({}),
      { ...search, place: 'archiveRoom' },
      { ...search, place: 'responsibleUnit' },
      { type: 'draftReply', on: march(6), outcome: 'unavailable.nonExistent' },
    ];
    const state = stateAfter(events);
    const actor = { id: 'writer', roles: ['drafter'] as const };
    expect(decideAct(state, { act: RIGHT.submitReply, texts: {} }, { ...context, actor }).ok).toBe(true);
  });
});
