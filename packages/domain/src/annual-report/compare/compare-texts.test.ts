import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanReport, earlierReport, withText } from '../../../test/build-report.ts';
import { millisecondsOfWork } from '../../../test/milliseconds-of-work.ts';
import type { AnnualReport } from '../report.ts';
import { changedParts, DIFF_BUDGET } from './changed-parts.ts';
import type { TextHunk } from './compare-paragraphs.ts';
import { compareTexts } from './compare-texts.ts';

const clean = cleanReport('2021');

function hunksOf(before: readonly string[], after: readonly string[]): readonly TextHunk[] {
  const { sections } = compareTexts(withText(clean, 's1', before), withText(clean, 's1', after));
  return sections.find(({ section }) => section === 's1')!.hunks;
}

const parts = (before: string, after: string) =>
  changedParts(before, after, { left: DIFF_BUDGET }).map(({ kind, text }) => [kind, text]);

/** Reads one of the two texts back from what is shown. */
function readBack(hunks: readonly TextHunk[], side: 'before' | 'after'): string[] {
  const other = side === 'before' ? 'added' : 'removed';
  return hunks.flatMap((hunk) => {
    if (hunk.kind !== 'changed') return hunk.kind === other ? [] : [hunk.text];
    const text = hunk.parts.flatMap((part) => (part.kind === other ? [] : part.text)).join('');
    expect(text).toBe(hunk[side]);
    return [text];
  });
}

test('a report against itself: all parts equal, 100 %', () => {
  const { sections, similarity } = compareTexts(clean, clean);
  expect(similarity).toBe(100);
  expect(sections.map(({ section }) => section)).toEqual(['preamble', 's1', 's2', 's3', 's4', 's5', 's6']);
  expect(sections.flatMap(({ hunks }) => hunks).every(({ kind }) => kind === 'equal')).toBe(true);
  expect(sections[1]).toMatchObject({ headingA: '一、总体情况', headingB: '一、总体情况', similarity: 100 });
});

test('added, removed, changed and equal paragraphs, in reading order', () => {
  expect(
    hunksOf(
      ['第一段不变。', '今年主动公开政府信息1234条，同比增长5%。', '只有去年写到疫情防控。'],
      ['第一段 不变。', '新增一段介绍基层公开专区。', '今年主动公开政府信息1235条，同比增长5%。'],
    ),
  ).toEqual([
    { kind: 'equal', text: '第一段 不变。' },
    { kind: 'added', text: '新增一段介绍基层公开专区。' },
    {
      kind: 'changed',
      before: '今年主动公开政府信息1234条，同比增长5%。',
      after: '今年主动公开政府信息1235条，同比增长5%。',
      parts: [
        { kind: 'equal', text: '今年主动公开政府信息' },
        { kind: 'removed', text: '1234' },
        { kind: 'added', text: '1235' },
        { kind: 'equal', text: '条，同比增长5%。' },
      ],
    },
    { kind: 'removed', text: '只有去年写到疫情防控。' },
  ]);
});

test('a part that only one report has', () => {
  const { s6: _, ...sections } = clean.sections;
  const without: AnnualReport = { ...clean, sections };
  const found = compareTexts(clean, without).sections.at(-1);
  expect(found).toMatchObject({
    section: 's6',
    headingA: '六、其他需要报告的事项',
    headingB: null,
    similarity: 0,
  });
  expect(found?.hunks.map(({ kind }) => kind)).toEqual(['removed']);
});

describe('inside a paragraph', () => {
  test('single shared characters do not chop a change up', () => {
    expect(parts('开展培训的次数增加', '组织会议的频率增加')).toEqual([
      ['removed', '开展培训的次数'],
      ['added', '组织会议的频率'],
      ['equal', '增加'],
    ]);
  });

  test('too many differences: by sentences, then as a whole', () => {
    const long = (seed: number) =>
      Array.from({ length: 3000 }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 7919 + seed * 104_729) % 20_000)),
      ).join('');
    const shared = '这一句两边都有。';
    expect(parts(`${long(1)}。${shared}`, `${long(2)}。${shared}`).at(-1)).toEqual(['equal', shared]);
    expect(changedParts('甲。', '乙。', { left: 0 })).toEqual([
      { kind: 'removed', text: '甲。' },
      { kind: 'added', text: '乙。' },
    ]);
  });
});

test('both texts can be read back from what is shown', () => {
  const sentence = fc.string({
    unit: fc.constantFrom(...'公开信息申请2023。，a'.split('')),
    minLength: 1,
    maxLength: 25,
  });
  const paragraphs = fc
    .array(sentence, { maxLength: 8 })
    .map((texts) => texts.map((text) => text.replace(/\s/g, '')).filter((text) => text !== ''));
  fc.assert(
    fc.property(paragraphs, paragraphs, (before, after) => {
      const hunks = hunksOf(before, after);
      expect(readBack(hunks, 'before')).toEqual(before);
      expect(readBack(hunks, 'after')).toEqual(after);
    }),
    { numRuns: 1000, seed: 20_260_131 },
  );
});

test('two real years differ in part, and long unlike texts take bounded time', () => {
  const { similarity } = compareTexts(earlierReport(), clean);
  expect(similarity).toBeGreaterThan(10);
  expect(similarity).toBeLessThan(90);

  const text = (seed: number) =>
    Array.from({ length: 300 }, (_, paragraph) =>
      Array.from({ length: 400 }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 7919 + paragraph * 31 + seed * 104_729) % 300)),
      ).join(''),
    );
  const start = process.cpuUsage();
  hunksOf(text(1), text(2));
  expect(millisecondsOfWork(start)).toBeLessThan(5000);
});
