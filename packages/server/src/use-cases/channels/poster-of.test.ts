import { EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { posterOf } from './poster-of.ts';

const showingOf = (shownUntil: string): string | undefined => {
  const content = {
    ...EMPTY_CONTENT,
    kind: 'draftForComment' as const,
    matter: 'majorDecisionDraft' as const,
    shownUntil: parseCivilDate(shownUntil) ?? null,
  };
  const source = {
    content,
    publisher: '示范镇人民政府',
    indexNumber: 'a/2026-00001',
    publishedAt: new Date('2026-11-02T02:00:00Z'),
    edition: 1,
    checkCode: 'AAAA-BBBB-CCCC',
    path: '/a/b/documents/2026-00001',
    origin: '',
  };
  const { facts } = posterOf(source, { paper: 'a4', fit: 'sheets' });
  return facts.find(({ name }) => name === '公示期')?.value;
};

describe('the poster of a draft for comment', () => {
  it('prints no last day that is too early to hold (决策条例15)', () => {
    expect(showingOf('2026-11-20')).toBeUndefined();
    expect(showingOf('2026-12-10')).toBe('2026-11-02 至 2026-12-10');
  });
});
