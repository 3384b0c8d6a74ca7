import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { decideDocumentAct } from './decide-document-act.ts';
import type { DocumentAct, DocumentEvent, WithdrawalKind } from './document-act.ts';
import type { DecideDocumentContext } from './document-context.ts';
import { documentEventWords } from './document-event-words.ts';
import { isLeakOpen } from './document-state.ts';
import { replayDocument } from './evolve-document.ts';
import { FULL_CHAIN } from './review-chain.ts';

const AT = '2026-11-20T01:00:00.000Z';

const PUBLISHED: readonly DocumentEvent[] = [
  {
    type: 'submit',
    hasUnitStep: false,
    revision: { number: 1, sha256: 'a', disclosureClass: 'proactive', isForPublic: true, authors: ['ann'] },
    by: 'ann',
    at: AT,
  },
  { type: 'publish', by: 'cai', at: AT },
];

const withdrawn = (kind: WithdrawalKind): DocumentEvent => ({
  type: 'withdraw',
  kind,
  hidesExistence: false,
  by: 'fu',
  at: '2026-11-20T02:00:00.000Z',
});

const REVISED: DocumentEvent = { type: 'revise', by: 'ann', at: AT };

const told = (duty: 'persons' | 'authority', answer: 'done' | 'notNeeded' = 'done') =>
  ({ type: 'followUpLeak', duty, answer, on: '2026-11-20' as CivilDate }) as const;

const noted = (act: DocumentAct): DocumentEvent => ({ ...act, by: 'fu', at: AT });

const CONTEXT: DecideDocumentContext = {
  chain: FULL_CHAIN,
  contentRefusals: [],
  publicRefusals: [],
  holdsWithdrawn: false,
  interpretedFrom: [],
  scan: { blocking: new Map(), unscannedFiles: 0 },
  isLate: false,
  isBeingShown: false,
  now: '2026-11-20T03:00:00.000Z',
  actor: { id: 'dan', roles: ['disclosureOfficer'] },
};

function refusals(
  events: readonly DocumentEvent[],
  act: DocumentAct,
  texts: Readonly<Record<string, string>> = { account: '逐户电话告知。' },
): readonly string[] {
  const decided = decideDocumentAct(replayDocument(events), { act, texts }, CONTEXT);
  return decided.ok ? [] : decided.error.map(({ code }) => code);
}

describe('what the public should not have seen', () => {
  it.each(['leak', 'audience'] as const)(
    'withdrawn as %s stays open until persons and authority are seen to, whatever is drafted meanwhile',
    (kind) => {
      const events = [...PUBLISHED, withdrawn(kind), REVISED];
      expect(isLeakOpen(replayDocument(events))).toBe(true);
      expect(refusals(events, told('persons'))).toEqual([]);
      const half = [...events, noted(told('persons'))];
      expect(isLeakOpen(replayDocument(half))).toBe(true);
      const whole = [...half, noted(told('authority', 'notNeeded'))];
      expect(isLeakOpen(replayDocument(whole))).toBe(false);
      expect(replayDocument(whole).leak).toMatchObject({ persons: 'done', authority: 'notNeeded' });
    },
  );

  it('is asked about again when it happens again', () => {
    const settled = [
      ...PUBLISHED,
      withdrawn('leak'),
      noted(told('persons')),
      noted(told('authority')),
      REVISED,
      ...PUBLISHED,
    ];
    expect(isLeakOpen(replayDocument(settled))).toBe(false);
    expect(isLeakOpen(replayDocument([...settled, withdrawn('leak')]))).toBe(true);
  });

  it.each(['error', 'notOurs', 'penaltyChanged'] as const)(
    'is not what a withdrawal as %s is about',
    (kind) => {
      expect(isLeakOpen(replayDocument([...PUBLISHED, withdrawn(kind)]))).toBe(false);
      expect(refusals([...PUBLISHED, withdrawn(kind)], told('persons'))).toEqual(['no-leak']);
    },
  );

  it('is not noted for a day to come, nor without saying what was done or why nothing', () => {
    const events = [...PUBLISHED, withdrawn('leak')];
    const tomorrow = { ...told('persons'), on: '2026-11-21' as CivilDate };
    expect(refusals(events, tomorrow)).toEqual(['future-day']);
    expect(refusals(events, told('persons', 'notNeeded'), { account: ' ' })).toEqual(['text-missing']);
  });

  it('is told in the history in words', () => {
    expect(documentEventWords(noted(told('authority', 'notNeeded'))).map(({ words }) => words)).toEqual([
      '报告履行个人信息保护职责的部门、保密行政管理部门等主管部门',
      '不需要',
      '2026-11-20',
    ]);
  });
});

describe('an edition that was withdrawn', () => {
  it('is known with its day while the next one is drafted, until that one is public', () => {
    const events = [...PUBLISHED, withdrawn('error'), REVISED];
    expect(replayDocument(events)).toMatchObject({
      status: 'draft',
      edition: 2,
      withdrawn: { edition: 1, at: '2026-11-20T02:00:00.000Z', kind: 'error' },
    });
    expect(replayDocument([...events, ...PUBLISHED]).withdrawn).toBeNull();
  });
});

describe('handing over', () => {
  const HAND_OVER: DocumentAct = { type: 'handOver', place: 'archives', on: '2026-11-20' as CivilDate };

  it('is noted of what is public, also while the next edition is drafted', () => {
    expect(refusals(PUBLISHED, HAND_OVER)).toEqual([]);
    expect(refusals([...PUBLISHED, REVISED], HAND_OVER)).toEqual([]);
  });

  it('is refused where nothing is public', () => {
    expect(refusals([], HAND_OVER)).toEqual(['nothing-public']);
    expect(refusals([...PUBLISHED, withdrawn('error'), REVISED], HAND_OVER)).toEqual(['nothing-public']);
  });
});
