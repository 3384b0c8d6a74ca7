import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../permission/roles.ts';
import { decideDocumentAct } from './decide-document-act.ts';
import type { DisclosureClass } from './disclosure-class.ts';
import type { DocumentAct, DocumentActType, DocumentEvent, SubmittedRevision } from './document-act.ts';
import { DOCUMENT_ACT_TEXTS } from './document-act.ts';
import type { DecideDocumentContext } from './document-context.ts';
import { DOCUMENT_START, type DocumentState } from './document-state.ts';
import { DOCUMENT_STATUS_IDS } from './document-status.ts';
import { DOCUMENT_TRANSITIONS } from './document-transitions.ts';
import { evolveDocument, replayDocument } from './evolve-document.ts';
import { FULL_CHAIN } from './review-chain.ts';
import { SECRECY_QUESTION_IDS, type SecrecyAnswer, type SecrecyQuestion } from './secrecy-review.ts';

const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  ann: ['drafter', 'disclosureOfficer'],
  bo: ['drafter', 'leader'],
  cai: ['unitHead', 'disclosureOfficer'],
  dan: ['disclosureOfficer', 'disclosureOfficeHead'],
  eva: ['disclosureOfficeHead', 'leader'],
  fu: ['leader'],
};

const answersOf = (answer: SecrecyAnswer) =>
  Object.fromEntries(SECRECY_QUESTION_IDS.map((question) => [question, answer])) as Record<
    SecrecyQuestion,
    SecrecyAnswer
  >;

const revisionOf = (
  number: number,
  disclosureClass: DisclosureClass,
  authors: readonly string[],
): SubmittedRevision => ({ number, sha256: `sha${number}`, disclosureClass, isForPublic: true, authors });

interface Step {
  readonly type: DocumentActType;
  readonly who: string;
  readonly pick: number;
  readonly disclosureClass: DisclosureClass;
}

const MINUTE = 60_000;
const START = Date.parse('2026-03-02T01:00:00.000Z');
const momentAt = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

/** An act of the type that would be right in some state; whether it is right in this one is what is tried. */
function actOf({ type, who, pick, disclosureClass }: Step, state: DocumentState, at: number): DocumentAct {
  const sha256 = pick === 0 ? 'sha0' : (state.revision?.sha256 ?? 'sha0');
  const open = state.coordinations.find(({ result }) => result === null)?.coordinationId ?? 'none';
  switch (type) {
    case 'submit':
      return {
        type,
        revision: revisionOf(
          (state.revision?.number ?? 0) + 1,
          disclosureClass,
          [who, 'ann'].slice(0, 1 + (pick % 2)),
        ),
        hasUnitStep: true,
      };
    case 'publishUrgently':
      return { type, revision: revisionOf((state.revision?.number ?? 0) + 1, disclosureClass, ['ann']) };
    case 'recordSecrecyReview': {
      const conclusion = (['publish', 'publishPart', 'withhold', 'report'] as const)[pick] ?? 'publish';
      return { type, sha256, answers: answersOf(pick === 3 ? 'yes' : 'no'), conclusion };
    }
    case 'justifyFinding':
      return { type, finding: 'mobile' };
    case 'askCoordination':
      return { type, coordinationId: `c${state.coordinations.length}` };
    case 'endCoordination':
      return { type, coordinationId: open, result: pick === 0 ? 'objected' : 'agreed' };
    case 'passReview':
      return { type, sha256 };
    case 'approve':
      return { type, sha256, disclosureClass };
    case 'resolveReport':
      return { type, mayBePublished: pick > 0 };
    case 'schedule':
      return { type, minute: momentAt(at + 2 * pick) };
    case 'withdraw':
      return { type, kind: pick === 2 ? 'leak' : 'error', hidesExistence: pick === 0 };
    case 'followUpLeak':
      return {
        type,
        duty: pick === 0 ? 'persons' : 'authority',
        answer: 'done',
        on: '2026-03-02',
      } as DocumentAct;
    case 'reevaluate':
      return { type, on: '2026-03-02', keeps: true } as DocumentAct;
    case 'handOver':
      return { type, place: 'archives', on: '2026-03-02' } as DocumentAct;
    default:
      return { type };
  }
}

const contextOf = (who: string, at: number, blocking: readonly string[]): DecideDocumentContext => ({
  chain: FULL_CHAIN,
  contentRefusals: [],
  publicRefusals: [],
  holdsWithdrawn: false,
  interpretedFrom: [],
  scan: {
    blocking: new Map(
      blocking.map((kind) => [kind, kind === 'mobile' ? (['disclosureOfficeHead'] as const) : []]),
    ),
    unscannedFiles: 0,
  },
  isLate: false,
  isBeingShown: false,
  now: momentAt(at),
  actor: { id: who, roles: who === 'clock' ? ['system'] : (PEOPLE[who] ?? []) },
});

const textsOf = (type: DocumentActType): Record<string, string> =>
  Object.fromEntries(Object.keys(DOCUMENT_ACT_TEXTS[type]).map((key) => [key, '说明']));

const ACTS = Object.keys(DOCUMENT_TRANSITIONS) as readonly DocumentActType[];

const pick = fc.nat({ max: 3 });

const anyStep: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom(...ACTS),
  who: fc.constantFrom(...Object.keys(PEOPLE), 'clock'),
  pick,
  disclosureClass: fc.constantFrom<DisclosureClass>('proactive', 'proactive', 'proactive', 'withheld'),
});

/** Scheduling, and what follows a leak, need their own actors one after the other, which chance alone seldom brings. */
const inTurn: fc.Arbitrary<Step> = fc
  .constantFrom<readonly [DocumentActType, string]>(
    ['schedule', 'cai'],
    ['cancelSchedule', 'dan'],
    ['becomePublic', 'clock'],
    ['withdraw', 'fu'],
    ['followUpLeak', 'cai'],
  )
  .chain(([type, who]) => fc.record({ type: fc.constant(type), who: fc.constant(who), pick }))
  .map((one) => ({ ...one, disclosureClass: 'proactive' }));

const step = fc.oneof({ weight: 4, arbitrary: anyStep }, { weight: 1, arbitrary: inTurn });

/** Steps along the usual way, so that random ones meet documents in every state. */
const USUAL: readonly Step[] = (
  [
    ['submit', 'ann', 2],
    ['agreeInUnit', 'cai', 1],
    ['recordSecrecyReview', 'dan', 1],
    ['passReview', 'dan', 1],
    ['approve', 'fu', 1],
    ['publish', 'cai', 1],
  ] as const
).map(([type, who, pick]) => ({ type, who, pick, disclosureClass: 'proactive' }));

const walk = fc
  .record({
    usual: fc.nat({ max: USUAL.length }),
    disclosureClass: fc.constantFrom<DisclosureClass>('proactive', 'proactive', 'onApplication'),
    random: fc.array(step, { maxLength: 40 }),
  })
  .map(({ usual, disclosureClass, random }) => [
    ...USUAL.slice(0, usual).map((one) => ({ ...one, disclosureClass })),
    ...random,
  ]);

function run(steps: readonly Step[], blocking: readonly string[]) {
  const events: DocumentEvent[] = [];
  let state = DOCUMENT_START;
  for (const [at, one] of steps.entries()) {
    const act = actOf(one, state, at);
    const decided = decideDocumentAct(
      state,
      { act, texts: textsOf(act.type) },
      contextOf(one.who, at, blocking),
    );
    if (!decided.ok) continue;
    events.push(decided.value);
    state = evolveDocument(state, decided.value);
  }
  return { events, state };
}

/** A second reading of the rules, on the list of events alone. */
function expectLawful(events: readonly DocumentEvent[]): void {
  for (const [index, event] of events.entries()) {
    if (event.type !== 'publish' && event.type !== 'becomePublic') continue;
    const before = events.slice(0, index);
    const from = before.findLastIndex(({ type }) => type === 'submit');
    const submitted = before[from];
    if (submitted?.type !== 'submit') throw new Error('published without having been submitted');
    const { sha256, authors } = submitted.revision;
    const since = before.slice(from + 1);
    const writers = new Set([...authors, submitted.by]);
    expect(since.some(({ type }) => type === 'sendBack' || type === 'takeBack' || type === 'discard')).toBe(
      false,
    );
    const review = since.findLast((one) => one.type === 'recordSecrecyReview');
    expect(review).toMatchObject({ sha256, conclusion: expect.stringMatching(/^publish/) });
    const approval = since.find((one) => one.type === 'approve');
    expect(approval).toMatchObject({ sha256, disclosureClass: 'proactive' });
    const passed = since.find((one) => one.type === 'passReview');
    const published = event.type === 'publish' ? event : since.findLast((one) => one.type === 'schedule');
    for (const one of [review, passed, approval, published]) expect(writers).not.toContain(one?.by);
    expect(published?.by).not.toBe(approval?.by);
  }
}

describe('whatever is tried, in whatever order and by whomever', () => {
  test('nothing becomes public that was not reviewed, signed and published by others than its authors', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        expectLawful(run(steps, []).events);
      }),
      { numRuns: 3000, seed: 20_260_131 },
    );
  });

  test('what the scan blocks and nobody may justify never becomes public', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        expect(run(steps, ['idNumber']).state.public).toBeNull();
      }),
      { numRuns: 1000, seed: 20_260_131 },
    );
  });

  test('the events alone give the state again, and nothing is public before its minute', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const { events, state } = run(steps, []);
        expect(replayDocument(events)).toEqual(state);
        for (const event of events) {
          if (event.type !== 'becomePublic') continue;
          const scheduled = events.findLast((one) => one.type === 'schedule' && one.at <= event.at);
          expect(scheduled?.type === 'schedule' && scheduled.minute <= event.at).toBe(true);
        }
      }),
      { numRuns: 1000, seed: 20_260_131 },
    );
  });

  test('the walks reach every status and try every act with success', () => {
    const statuses = new Set<string>();
    const accepted = new Set<string>();
    fc.assert(
      fc.property(walk, (steps) => {
        const { events } = run(steps, ['mobile'].slice(0, steps.length % 2));
        for (const [index, event] of events.entries()) {
          accepted.add(event.type);
          statuses.add(replayDocument(events.slice(0, index + 1)).status);
        }
      }),
      { numRuns: 12_000, seed: 20261121 },
    );
    expect([...accepted].toSorted()).toEqual([...ACTS].toSorted());
    expect([...statuses].toSorted()).toEqual([...DOCUMENT_STATUS_IDS].toSorted());
  });
});

describe('the table', () => {
  const states = DOCUMENT_STATUS_IDS.map((status) => ({ ...DOCUMENT_START, status }));

  test.each(ACTS)('%s is refused in every status and to every role that the table does not name', (type) => {
    const { from, by } = DOCUMENT_TRANSITIONS[type];
    for (const state of states) {
      for (const role of [
        'drafter',
        'leader',
        'supervisor',
        'assessor',
        'auditor',
        'administrator',
      ] as const) {
        const act = actOf({ type, who: 'x', pick: 1, disclosureClass: 'proactive' }, state, 5);
        const context = { ...contextOf('x', 5, []), actor: { id: 'x', roles: [role] } };
        const decided = decideDocumentAct(state, { act, texts: textsOf(type) }, context);
        const codes = decided.ok ? [] : decided.error.map(({ code }) => code);
        expect(codes.includes('not-in-status')).toBe(!from.includes(state.status));
        if (from.includes(state.status) && !by.includes(role)) expect(codes).toEqual(['not-your-role']);
      }
    }
  });
});

test('a withdrawal ends what is public at once, also while the next edition is being written', () => {
  const { state } = run(
    [
      ...USUAL,
      { type: 'revise', who: 'ann', pick: 1, disclosureClass: 'proactive' },
      { type: 'withdraw', who: 'fu', pick: 1, disclosureClass: 'proactive' },
    ],
    [],
  );
  expect(state).toMatchObject({ status: 'draft', edition: 2, public: null, withdrawn: { kind: 'error' } });
});

test('an edition that is being changed leaves the public one as it is', () => {
  const { state } = run(
    [...USUAL, { type: 'revise', who: 'ann', pick: 1, disclosureClass: 'proactive' }],
    [],
  );
  expect(state).toMatchObject({ status: 'draft', public: { edition: 1, revision: { sha256: 'sha1' } } });
});
