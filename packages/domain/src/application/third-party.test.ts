import { describe, expect, it } from 'vitest';
import { context, day, march, stateAfter, textsOf } from '../../test/case-lives.ts';
import type { ApplicationAct, ApplicationEvent, Opinion } from './act.ts';
import { decideAct } from './decide-act.ts';
import type { OutcomeId } from './outcome.ts';

const register: ApplicationEvent = {
  type: 'register',
  on: march(2),
  receiptDate: march(2),
  isImported: false,
};

const asked = (consultationId: string, opinion: Opinion): readonly ApplicationEvent[] => [
  {
    type: 'sendConsultation',
    on: march(4),
    consultationId,
    kind: 'thirdPartyConsultation',
    letterId: `ask-${consultationId}`,
  },
  { type: 'endConsultation', on: march(6), consultationId, how: 'opinion', opinion },
];

type Ground = 'publicInterest' | 'unfoundedObjection' | 'none';

const drafted = (ground: Ground, outcome: OutcomeId = 'granted.provided'): ApplicationEvent => ({
  type: 'draftReply',
  on: march(9),
  outcome,
  hasPublicInterest: ground === 'publicInterest',
  hasUnfoundedObjection: ground === 'unfoundedObjection',
});

const approved: readonly ApplicationEvent[] = [
  { type: 'submitReply', on: march(9) },
  { type: 'approveReply', on: march(10), letterId: 'reply' },
];

const case1 = (...events: readonly (ApplicationEvent | readonly ApplicationEvent[])[]) => [
  register,
  { type: 'takeUp', on: march(3) } as const,
  ...events.flat(),
];

/** What is said against the act; empty when it is taken. */
function refused(events: readonly ApplicationEvent[], act: ApplicationAct, thirdPartyReliefDays = 15) {
  const decided = decideAct(
    stateAfter(events),
    { act, texts: textsOf(act.type) },
    {
      ...context,
      caseRules: { ...context.caseRules, requiredReviews: [], thirdPartyReliefDays },
      actor: { id: 'other', roles: ['disclosureOfficer'] },
    },
  );
  return decided.ok ? [] : decided.error;
}

const codes = (...asking: Parameters<typeof refused>) => refused(...asking).map(({ code }) => code);

const submit: ApplicationAct = { type: 'submitReply', on: march(9) };
const deliver = (on = march(30)): ApplicationAct => ({
  type: 'deliverReply',
  on,
  letterId: 'reply',
  way: 'direct',
});
const notify = (consultationId: string, letterId: string) =>
  ({ type: 'notifyThirdParty', on: march(11), letterId, consultationId, waitDays: 15 }) as const;
const received = (letterId: string, on = march(12)) =>
  ({ type: 'deliverLetter', on, letterId, way: 'direct' }) as const;

describe('what a third party does not agree to', () => {
  it.each(['refuses', 'partly'] as const)('%s: is given only with a ground, in words (条例32)', (opinion) => {
    const draft = (ground: Ground) => case1(asked('a', opinion), drafted(ground));
    expect(codes(draft('none'), submit)).toEqual(['public-interest-missing']);
    expect(codes(draft('publicInterest'), submit)).toEqual([]);
    expect(codes(draft('unfoundedObjection'), submit)).toEqual([]);
  });

  it('is a ground by the words of the draft, whichever of the two', () => {
    const texts = { unfoundedObjection: '清单已在招标文件中公布，不是商业秘密' };
    const act = { type: 'draftReply', on: march(9), outcome: 'granted.provided' } as const;
    const actor = { id: 'writer', roles: ['drafter'] as const };
    const decided = decideAct(
      stateAfter(case1(asked('a', 'refuses'))),
      { act, texts },
      { ...context, actor },
    );
    expect(decided).toMatchObject({ value: { hasPublicInterest: false, hasUnfoundedObjection: true } });
  });

  it('asks for nothing where the third party agrees or says nothing', () => {
    for (const opinion of ['agrees', 'none'] as const) {
      expect(codes(case1(asked('a', opinion), drafted('none')), submit)).toEqual([]);
      const ready = case1(asked('a', opinion), drafted('none'), approved);
      expect(codes(ready, deliver())).toEqual([]);
      expect(codes(ready, notify('a', 'n'))).toEqual(['third-party-agrees']);
    }
  });

  it.each(['refused.thirdPartyRights', 'partiallyGranted'] as const)(
    'asks for nothing where it is not given, or not whole: %s',
    (outcome) => {
      expect(codes(case1(asked('a', 'refuses'), drafted('none', outcome)), submit)).toEqual([]);
    },
  );

  it('is overruled by a partial reply too, where the draft says so', () => {
    const partly = case1(asked('a', 'refuses'), drafted('unfoundedObjection', 'partiallyGranted'), approved);
    expect(codes(partly, deliver())).toEqual(['third-party-not-told']);
  });
});

describe('what is withheld in part for the rights of third parties (条例15, 32)', () => {
  const draftWith = (texts: Readonly<Record<string, string>>, ...before: readonly ApplicationEvent[]) => {
    const act = { type: 'draftReply', on: march(9), outcome: 'partiallyGranted' } as const;
    const actor = { id: 'writer', roles: ['drafter'] as const };
    const decided = decideAct(stateAfter(case1(before)), { act, texts }, { ...context, actor });
    return decided.ok ? case1(before, decided.value) : expect.fail('a draft is never refused');
  };
  const onFifteen = { 'letter.grounds': 'article14,article15' };

  it('needs that one of them was asked, as a whole refusal on this ground does', () => {
    expect(codes(draftWith(onFifteen), submit)).toEqual(['partial-consultation-missing']);
    expect(codes(draftWith(onFifteen, ...asked('a', 'none')), submit)).toEqual([]);
  });

  it('or that the organ says in the draft why nobody had to be asked', () => {
    expect(codes(draftWith({ ...onFifteen, unconsulted: '只遮盖了联系人的电话。' }), submit)).toEqual([]);
    expect(codes(draftWith({ ...onFifteen, unconsulted: ' ' }), submit)).toHaveLength(1);
  });

  it('and a part that is withheld on another ground needs none of it', () => {
    expect(codes(draftWith({ 'letter.grounds': 'article14' }), submit)).toEqual([]);
  });
});

describe('every third party that does not agree', () => {
  const both = case1(asked('a', 'refuses'), asked('b', 'partly'), drafted('publicInterest'), approved);

  it('is told by a letter of its own before the reply goes out', () => {
    expect(codes(both, deliver())).toEqual(['third-party-not-told']);
    const one = [...both, notify('a', 'n1'), received('n1')];
    expect(codes(one, deliver())).toEqual(['third-party-not-told']);
    expect(codes(one, notify('a', 'n2'))).toEqual(['third-party-told']);
    expect(codes(one, notify('b', 'n2'))).toEqual([]);
    expect(codes([...one, notify('b', 'n2'), received('n2')], deliver())).toEqual([]);
  });

  it('is told again where the mail came back', () => {
    const returned = { type: 'noteReturnedMail', on: march(16), letterId: 'n1' } as const;
    expect(codes([...both, notify('a', 'n1'), returned], notify('a', 'n2'))).toEqual([]);
  });

  it('is told anew of the reply after the case was taken up again', () => {
    const again = [
      ...both,
      notify('a', 'n1'),
      received('n1'),
      notify('b', 'n2'),
      received('n2'),
      { type: 'deliverReply', on: march(30), letterId: 'reply', way: 'direct' },
      { type: 'close', on: march(30) },
      { type: 'reopen', on: march(31), cause: 'judgment' },
      { ...drafted('publicInterest'), on: day('2026-04-01') },
      { type: 'submitReply', on: day('2026-04-01') },
      { type: 'approveReply', on: day('2026-04-02'), letterId: 'second' },
    ] as const satisfies readonly ApplicationEvent[];
    const send: ApplicationAct = {
      type: 'deliverReply',
      on: day('2026-05-01'),
      letterId: 'second',
      way: 'direct',
    };
    expect(codes(again, send)).toEqual(['third-party-not-told']);
    expect(codes(again, { ...notify('a', 'n3'), on: day('2026-04-03') })).toEqual([]);
  });
});

describe('the time for relief before what is objected to is given [U]', () => {
  const told = case1(asked('a', 'refuses'), drafted('publicInterest'), approved, [notify('a', 'n')]);

  it('runs from the day on which the third party has the notice, and the refusal says until when', () => {
    expect(codes(told, deliver())).toEqual(['third-party-not-reached']);
    const reached = [...told, received('n', march(12))];
    const [early] = refused(reached, deliver(march(27)));
    expect(early).toMatchObject({ code: 'third-party-waiting', field: 'on' });
    expect(early?.message).toContain('2026年3月28日起才能');
    expect(codes(reached, deliver(march(28)))).toEqual([]);
  });

  it('is the one that was told: the setting of that day is kept with the notice', () => {
    const ready = case1(asked('a', 'refuses'), drafted('publicInterest'), approved);
    for (const days of [0, 30]) {
      const act = { type: 'notifyThirdParty', on: march(11), letterId: 'n', consultationId: 'a' } as const;
      const decided = decideAct(
        stateAfter(ready),
        { act, texts: textsOf(act.type) },
        {
          ...context,
          caseRules: { ...context.caseRules, thirdPartyReliefDays: days },
          actor: { id: 'other', roles: ['drafter'] },
        },
      );
      expect(decided).toMatchObject({ value: { waitDays: days } });
      if (!decided.ok) continue;
      const after = [...ready, decided.value, received('n', march(12))];
      expect(codes(after, deliver(march(28)))).toEqual(days === 0 ? [] : ['third-party-waiting']);
    }
  });

  it('is none where the organ set none: the notice is enough', () => {
    const act = { ...notify('a', 'n'), waitDays: 0 };
    const ready = case1(asked('a', 'refuses'), drafted('publicInterest'), approved, [act]);
    expect(codes(ready, deliver(march(11)), 0)).toEqual([]);
  });
});
