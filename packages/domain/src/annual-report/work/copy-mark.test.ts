import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { COPY_MARK, copyMark, copyOf, copySuffix } from './copy-mark.ts';
import { REPORT_START, type ReportState } from './report-state.ts';

const SHA = 'a'.repeat(64);
const today = '2026-01-20' as CivilDate;
const frozen = { submission: 3, sha256: SHA, askedBy: 'x' };
const published = { submission: 2, sha256: SHA, at: '2026-02-01T00:00:00.000Z' };
const state = (changed: Partial<ReportState>): ReportState => ({ ...REPORT_START, ...changed });

describe('a copy of a report', () => {
  it.each([
    ['drafting', 'draft'],
    ['returned', 'draft'],
    ['inSignature', 'inSignature'],
    ['submitted', 'submitted'],
    ['accepted', 'accepted'],
    ['published', 'published'],
  ] as const)('as it stands while %s is %s', (status, kind) => {
    expect(copyOf(state({ status, frozen }), null)).toEqual({ kind, submission: null });
  });

  it('of a frozen state is what that state stands for', () => {
    expect(copyOf(state({ status: 'submitted', frozen }), 3).kind).toBe('submitted');
    expect(copyOf(state({ status: 'submitted', frozen }), 1).kind).toBe('former');
    // Returned: what was sent holds no longer.
    expect(copyOf(state({ status: 'returned', frozen }), 3).kind).toBe('former');
    // While a restatement waits, what is public stays so.
    expect(copyOf(state({ status: 'inSignature', frozen, published }), 2).kind).toBe('published');
    expect(copyOf(state({ status: 'inSignature', frozen, published }), 3).kind).toBe('inSignature');
  });

  it('says in its name and on its pages what it is; the public text says nothing', () => {
    const draft = { kind: 'draft', submission: null } as const;
    expect(copySuffix(draft, today)).toBe('（工作稿2026-01-20）');
    expect(copyMark(draft, { today, cellsSha256: SHA })).toEqual([
      '【不是公布的文本】工作稿：2026年1月20日的内容，尚未封存和签发，数字还会变化。',
    ]);
    const waiting = { kind: 'inSignature', submission: 3 } as const;
    expect(copySuffix(waiting, today)).toBe('（待签发稿，第3次封存）');
    const lines = copyMark(waiting, { today, cellsSha256: SHA });
    expect(lines).toEqual([
      '【不是公布的文本】待签发稿（第3次封存）：提请签发时封存，尚未签发、报送和公布。',
      `【不是公布的文本】表格数据校验值：${SHA}`,
    ]);
    expect(lines.every((line) => line.startsWith(COPY_MARK))).toBe(true);
    const open = { kind: 'published', submission: 2 } as const;
    expect([copySuffix(open, today), copyMark(open, { today, cellsSha256: SHA })]).toEqual(['', []]);
  });
});
