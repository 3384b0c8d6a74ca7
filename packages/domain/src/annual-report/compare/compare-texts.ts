import { SECTION_IDS, type SectionId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { boundedDiff, changedParts, DIFF_BUDGET, type DiffBudget, type TextPart } from './changed-parts.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import { similarityPercent } from './similarity.ts';

/** One paragraph, in the order in which a reader of both texts meets it. */
export type TextHunk =
  | { readonly kind: 'equal' | 'added' | 'removed'; readonly text: string }
  | {
      readonly kind: 'changed';
      readonly before: string;
      readonly after: string;
      readonly parts: readonly TextPart[];
    };

export interface SectionComparison {
  readonly section: SectionId | 'preamble';
  /** Heading as printed; `null` when the report lacks the part. The preamble has none. */
  readonly headingA: string | null;
  readonly headingB: string | null;
  readonly hunks: readonly TextHunk[];
  /** 0–100, see `similarityPercent`. */
  readonly similarity: number;
}

export interface TextComparison {
  readonly sections: readonly SectionComparison[];
  /** 0–100, over all parts together. */
  readonly similarity: number;
}

interface Part {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
}

function partOf(report: AnnualReport, section: SectionId | 'preamble'): Part {
  const found = section === 'preamble' ? { paragraphs: report.preamble } : report.sections[section];
  const paragraphs = (found?.paragraphs ?? []).filter((paragraph) => /\S/u.test(paragraph));
  return {
    heading: (section === 'preamble' ? undefined : report.sections[section]?.heading) ?? null,
    paragraphs,
  };
}

/** Spaces and line breaks do not make another paragraph. */
function key(paragraph: string): string {
  return paragraph.replace(/\s+/gu, '');
}

/** A run of removed and one of added paragraphs between two equal ones, with the changed ones put together. */
function replaced(removed: readonly string[], added: readonly string[], budget: DiffBudget): TextHunk[] {
  const hunks: TextHunk[] = [];
  let [nextRemoved, nextAdded] = [0, 0];
  const alone = (untilRemoved: number, untilAdded: number) => {
    for (const text of removed.slice(nextRemoved, untilRemoved)) hunks.push({ kind: 'removed', text });
    for (const text of added.slice(nextAdded, untilAdded)) hunks.push({ kind: 'added', text });
  };
  for (const [i, j] of pairParagraphs(removed, added)) {
    alone(i, j);
    const [before = '', after = ''] = [removed[i], added[j]];
    hunks.push({ kind: 'changed', before, after, parts: changedParts(before, after, budget) });
    [nextRemoved, nextAdded] = [i + 1, j + 1];
  }
  alone(removed.length, added.length);
  return hunks;
}

function compareParagraphs(a: readonly string[], b: readonly string[], budget: DiffBudget): TextHunk[] {
  const changes = boundedDiff(a.map(key), b.map(key), budget);
  if (changes === undefined) return replaced(a, b, budget);
  const hunks: TextHunk[] = [];
  let [nextA, nextB] = [0, 0];
  let [fromA, fromB] = [0, 0];
  const flush = () => {
    hunks.push(...replaced(a.slice(fromA, nextA), b.slice(fromB, nextB), budget));
  };
  for (const { kind, items } of changes) {
    if (kind === 'equal') {
      flush();
      for (const text of b.slice(nextB, nextB + items.length)) hunks.push({ kind: 'equal', text });
    }
    if (kind !== 'added') nextA += items.length;
    if (kind !== 'removed') nextB += items.length;
    if (kind === 'equal') [fromA, fromB] = [nextA, nextB];
  }
  flush();
  return hunks;
}

/**
 * The texts of two reports part by part and paragraph by paragraph, `a` usually the earlier one. Takes bounded
 * time: where too much differs, changes are shown by sentences or whole paragraphs instead of characters.
 */
export function compareTexts(a: AnnualReport, b: AnnualReport): TextComparison {
  const budget = { left: DIFF_BUDGET };
  const all = { a: [] as string[], b: [] as string[] };
  const sections = (['preamble', ...SECTION_IDS] as const).map((section): SectionComparison => {
    const [left, right] = [partOf(a, section), partOf(b, section)];
    all.a.push(...left.paragraphs);
    all.b.push(...right.paragraphs);
    return {
      section,
      headingA: left.heading,
      headingB: right.heading,
      hunks: compareParagraphs(left.paragraphs, right.paragraphs, budget),
      similarity: similarityPercent(left.paragraphs.join('\n'), right.paragraphs.join('\n')),
    };
  });
  return { sections, similarity: similarityPercent(all.a.join('\n'), all.b.join('\n')) };
}
