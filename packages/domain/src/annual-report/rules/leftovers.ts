import type { AnnualReport } from '../report.ts';
import type { CheckResult } from './rule.ts';
import { passagesOf } from './text-search.ts';

/** Words of a template that must be replaced before the report goes out. */
const PLACEHOLDERS: readonly RegExp[] = [
  // Not inside Latin text: “xxgk” is the usual path of disclosure pages.
  /(?<![A-Za-z\d])[XxＸｘ×✕]{2,}(?![A-Za-z\d])[^，。；、\s]{0,8}/,
  /该部分以表格形式报告/,
  /[（(]\s*文字描述\s*[）)]/,
  /\[bookmark[^\]]*\]?/i,
  // A field whose figure was not filled in.
  /[{｛]\s*[A-Za-z][A-Za-z.]*\s*[}｝]/,
  /[（(]\s*(?:单位名称|此处填写|请填写)[^）)]{0,20}[）)]/,
];

export interface Leftover {
  readonly text: string;
  readonly passage: NonNullable<CheckResult['passage']>;
}

/** Template words and machine leftovers, those that the reader took out of the text included. */
export function leftoversIn(report: AnnualReport): readonly Leftover[] {
  const found: Leftover[] = passagesOf(report).flatMap((passage) =>
    PLACEHOLDERS.flatMap((pattern) => {
      const match = pattern.exec(passage.text);
      return match ? [{ text: match[0], passage }] : [];
    }),
  );
  const removed = report.structure?.leftovers ?? [];
  return [...found, ...removed.map((passage) => ({ text: passage.text, passage }))];
}

/** One word for each part by which an outline sentence names it, in the order of the parts. */
const PART_WORDS: readonly RegExp[] = [
  /总体情况/,
  /主动公开/,
  /收到和处理|申请情况|依申请公开/,
  /复议|诉讼/,
  /主要问题|改进/,
  /其他需要报告/,
];

/** How many parts the preamble's outline sentence names; `undefined` when there is no such sentence. */
export function outlineParts(
  preamble: readonly string[],
): { readonly count: number; readonly text: string } | undefined {
  const sentences = preamble.flatMap((paragraph) => paragraph.split(/(?<=[。；])/));
  for (const text of sentences) {
    const plain = text.replace(/\s+/g, '');
    const count = PART_WORDS.filter((word) => word.test(plain)).length;
    // Two parts named side by side make an outline; one alone is ordinary prose.
    if (/总体情况/.test(plain) && count >= 2) return { count, text: text.trim() };
  }
  return undefined;
}
