import type { FormRow } from '@zhaoshi/domain/annual-report/forms/form';
import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion, TableId } from '@zhaoshi/domain/annual-report/ids';
import { normaliseLabel, splitOrdinal } from '@zhaoshi/domain/annual-report/labels';

/** `same` as the template · `accepted` other writing of it · `guessed` by likeness, to be looked at. */
export type Likeness = 'same' | 'accepted' | 'guessed';

export interface RowMatch {
  readonly table: TableId;
  readonly row: FormRow;
  readonly likeness: Likeness;
}

interface KnownLabel {
  readonly table: TableId;
  readonly row: FormRow;
  readonly template: boolean;
  readonly ordinal: string;
  readonly words: string;
}

/** The labels of tables two and three in the forms that a report follows. */
export interface LabelIndex {
  readonly byLabel: ReadonlyMap<string, KnownLabel>;
  /** Labels without their numbers; a name that two rows share is left out. */
  readonly byWords: ReadonlyMap<string, KnownLabel>;
  readonly all: readonly KnownLabel[];
  /** Guesses made so far, by words; likeness is the one slow comparison. */
  readonly guesses: Map<string, KnownLabel | undefined>;
}

/** A remark in brackets behind the name: “（区分处理的，只计这一情形，不计其他情形）”, “（历史累计）”. */
const REMARK = /\([^()]*\)?$/;
/** “其他” and “总计” without their number name no row: they head columns too. */
const AMBIGUOUS_WORDS = new Set(['其他', '总计']);

function knownLabels(table: TableId, version: FormVersion): readonly KnownLabel[] {
  return formTable(table, version).rows.flatMap((row) =>
    [row.label, ...row.acceptedLabels].map((label, index) => {
      const { ordinal, words } = splitOrdinal(normaliseLabel(label));
      return { table, row, template: index === 0, ordinal, words };
    }),
  );
}

/** Builds the index for the forms found; table four has no row labels. */
export function labelIndex(forms: Readonly<Record<'t2' | 't3', FormVersion>>): LabelIndex {
  const all = [...knownLabels('t2', forms.t2), ...knownLabels('t3', forms.t3)];
  const byLabel = new Map<string, KnownLabel>();
  const byWords = new Map<string, KnownLabel>();
  for (const known of all) {
    byLabel.set(known.ordinal + known.words, known);
    for (const words of [known.words, known.words.replace(REMARK, '')]) {
      if (!AMBIGUOUS_WORDS.has(words) && !byWords.has(words)) byWords.set(words, known);
    }
  }
  return { byLabel, byWords, all, guesses: new Map() };
}

const FEWEST_WORDS = 4;
const LONGEST_LABEL = 80;

/** Share of characters that may differ in a guessed label. */
const MOST_DIFFERENT = 0.25;

/** Edit distance, given up as soon as it exceeds `limit`; both texts are short. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

function isLike(words: string, known: string): boolean {
  if (known.startsWith(words) || words.startsWith(known)) return true;
  const limit = Math.floor(known.length * MOST_DIFFERENT);
  return Math.abs(known.length - words.length) <= limit && editDistance(words, known, limit) <= limit;
}

/** No report has so many labels that differ from the form's. */
const MOST_GUESSES = 500;

function guessRow(words: string, index: LabelIndex): KnownLabel | undefined {
  if (words.length < FEWEST_WORDS || words.length > LONGEST_LABEL) return undefined;
  if (index.guesses.has(words)) return index.guesses.get(words);
  if (index.guesses.size >= MOST_GUESSES) return undefined;
  const guess = mostLike(words, index);
  index.guesses.set(words, guess);
  return guess;
}

function mostLike(words: string, index: LabelIndex): KnownLabel | undefined {
  const alike = index.all.filter(
    (known) => known.words.length >= FEWEST_WORDS && isLike(words, known.words.replace(REMARK, '')),
  );
  const rows = new Set(alike.map(({ row }) => row.id));
  return rows.size === 1 ? alike[0] : undefined;
}

function result(known: KnownLabel, likeness: Likeness): RowMatch {
  return { table: known.table, row: known.row, likeness };
}

/**
 * The row of the form that a label names, without guessing: the template's or an accepted writing, with or without
 * its number and remark.
 *
 * @param label as given by `normaliseLabel`
 */
export function findRow(label: string, index: LabelIndex): RowMatch | undefined {
  if (label === '' || label.length > LONGEST_LABEL) return undefined;
  const exact = index.byLabel.get(label);
  if (exact) return result(exact, exact.template ? 'same' : 'accepted');
  const { words } = splitOrdinal(label);
  const known = index.byWords.get(words) ?? index.byWords.get(words.replace(REMARK, ''));
  return known && result(known, 'accepted');
}

/** The one row whose label is nearly this one: truncated, or with a few other characters; else `undefined`. */
export function guessRowByLikeness(label: string, index: LabelIndex): RowMatch | undefined {
  const { words } = splitOrdinal(label);
  const known = guessRow(words.replace(REMARK, ''), index);
  return known && result(known, 'guessed');
}
