import { diffArrays } from 'diff';

/** A run of characters that both texts share, or that only one has. */
export interface TextPart {
  readonly kind: 'equal' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Work that comparing texts may still do. Comparing costs the square of the number of differences, so without a
 * bound two long unlike texts would take minutes.
 */
export interface DiffBudget {
  left: number;
}

/** About half a second of comparing. */
export const DIFF_BUDGET = 4_000_000;
const MOST_EDITS = 800;

/** The differences of two lists; `undefined` when there are more than the budget allows to find. */
export function boundedDiff(
  before: readonly string[],
  after: readonly string[],
  budget: DiffBudget,
): readonly (TextPart & { readonly items: readonly string[] })[] | undefined {
  const maxEditLength = Math.min(MOST_EDITS, Math.floor(Math.sqrt(Math.max(0, budget.left))));
  const changes = diffArrays([...before], [...after], { maxEditLength });
  if (changes === undefined) {
    budget.left -= maxEditLength ** 2;
    return undefined;
  }
  const edits = changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  budget.left -= edits ** 2;
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'equal',
    text: value.join(''),
    items: value,
  }));
}

/** Numbers and Latin words stay whole, so that 1234 → 1235 reads as one changed number. */
const TOKEN = /\d[\d,.]*%?|[A-Za-z]+|[^]/gu;
const SENTENCE = /[^。；！？\n]*[。；！？\n]|[^。；！？\n]+/g;

/** Shared runs this short between two changes only break the reading. */
const TINY = 1;

/** Joins neighbouring changes, taking tiny shared runs between them along: removed first, then added. */
function tidied(parts: readonly TextPart[]): readonly TextPart[] {
  const tidy: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') tidy.push({ kind: 'removed', text: removed });
    if (added !== '') tidy.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach(({ kind, text }, index) => {
    const inChange = removed !== '' || added !== '';
    const tiny = kind === 'equal' && text.length <= TINY && inChange && index < parts.length - 1;
    if (kind === 'equal' && !tiny) {
      flush();
      tidy.push({ kind, text });
      return;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  });
  flush();
  return tidy;
}

/** What changed inside one paragraph: by characters, by sentences where too much changed, else as a whole. */
export function changedParts(before: string, after: string, budget: DiffBudget): readonly TextPart[] {
  for (const unit of [TOKEN, SENTENCE]) {
    const parts = boundedDiff(before.match(unit) ?? [], after.match(unit) ?? [], budget);
    if (parts !== undefined) return tidied(parts);
  }
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}
