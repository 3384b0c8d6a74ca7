import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { DocumentEvent } from './document-act.ts';
import { documentNotice, noticeRecipients } from './document-notices.ts';
import { DOCUMENT_START, type DocumentState } from './document-state.ts';
import { publicationReminders } from './periods/publication-reminders.ts';
import { FULL_CHAIN } from './review-chain.ts';

const OFFICERS = [
  { accountId: 'drafter', roles: ['drafter'] },
  { accountId: 'head', roles: ['unitHead', 'drafter'] },
  { accountId: 'officer', roles: ['disclosureOfficer'] },
  { accountId: 'chief', roles: ['disclosureOfficeHead'] },
  { accountId: 'leader', roles: ['leader'] },
] as const;

const at = (status: DocumentState['status'], authors: readonly string[] = ['drafter']): DocumentState => ({
  ...DOCUMENT_START,
  status,
  submittedBy: authors[0] ?? null,
  revision: { number: 1, sha256: 'x', disclosureClass: 'proactive', isForPublic: true, authors },
});

const event = (type: string, by: string) => ({ type, by, at: '2026-11-21T02:00:00.000Z' }) as DocumentEvent;

const told = (
  one: DocumentEvent,
  before: DocumentState,
  after: DocumentState,
  chain = FULL_CHAIN,
): readonly string[] => {
  const notice = documentNotice(one, before, after, chain);
  return notice === null ? [] : noticeRecipients(notice, one, after, OFFICERS);
};

describe('who is told of a step', () => {
  it('is whoever is next', () => {
    expect(told(event('submit', 'drafter'), at('draft'), at('inUnitReview'))).toEqual(['head']);
    expect(told(event('agreeInUnit', 'head'), at('inUnitReview'), at('inReview'))).toEqual([
      'officer',
      'chief',
    ]);
    expect(told(event('passReview', 'officer'), at('inReview'), at('inApproval'))).toEqual(['leader']);
    const small = { ...FULL_CHAIN, leaderSigns: false };
    expect(told(event('passReview', 'officer'), at('inReview'), at('inApproval'), small)).toEqual([
      'chief',
      'leader',
    ]);
    expect(told(event('approve', 'leader'), at('inApproval'), at('approved'))).toEqual(['officer', 'chief']);
  });

  it('is never who wrote it, nor who did it, for a step that takes another person', () => {
    const written = at('inUnitReview', ['head']);
    expect(told(event('submit', 'head'), at('draft'), written)).toEqual([]);
    expect(told(event('publishUrgently', 'leader'), at('draft'), at('published'))).toEqual(['chief']);
  });

  it('is who wrote it, when it comes back', () => {
    const after = at('draft', ['drafter', 'head']);
    expect(told(event('sendBack', 'head'), at('inUnitReview'), after)).toEqual(['drafter']);
  });

  it('is nobody for what moves nothing', () => {
    expect(told(event('recordSecrecyReview', 'officer'), at('inReview'), at('inReview'))).toEqual([]);
  });
});

describe('reminders of a period', () => {
  const day = (text: string) => text as CivilDate;
  const due = day('2026-12-08');
  const alarms = [{ kind: 'last', on: day('2026-12-07') }] as const;
  const days = (since: string, today: string) =>
    publicationReminders(due, alarms, [day(since), day(today)]).map(({ kind, on }) => [kind, on]);

  it('come on the days of its alarms, and on the first day after it', () => {
    expect(days('2026-12-06', '2026-12-06')).toEqual([]);
    expect(days('2026-12-07', '2026-12-07')).toEqual([['last', '2026-12-07']]);
    expect(days('2026-12-08', '2026-12-08')).toEqual([]);
    expect(days('2026-12-07', '2026-12-09')).toEqual([
      ['last', '2026-12-07'],
      ['overdue', '2026-12-09'],
    ]);
  });

  it('come once a week while it is overdue', () => {
    expect(days('2026-12-10', '2026-12-23')).toEqual([
      ['overdue', '2026-12-16'],
      ['overdue', '2026-12-23'],
    ]);
  });
});
