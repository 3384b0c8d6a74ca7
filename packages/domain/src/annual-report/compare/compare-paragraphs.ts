import { boundedDiff, changedParts, type DiffBudget, type TextPart } from './changed-parts.ts';
import { pairParagraphs } from './pair-paragraphs.ts';

/** One paragraph, in the order in which a reader of both texts meets it. */
export type TextHunk =
  | { readonly kind: 'equal' | 'added' | 'removed'; readonly text: string }
  | {
      readonly kind: 'changed';
      readonly before: string;
      readonly after: string;
      readonly parts: readonly TextPart[];
    };

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

/**
 * Two texts paragraph by paragraph, `a` usually the earlier one. Takes bounded time: where too much differs, changes
 * are shown by sentences or whole paragraphs instead of characters.
 */
export function compareParagraphs(
  a: readonly string[],
  b: readonly string[],
  budget: DiffBudget,
): readonly TextHunk[] {
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
