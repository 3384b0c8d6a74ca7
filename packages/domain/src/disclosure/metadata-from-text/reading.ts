/** A paragraph of a file or an editor; `place` is whatever tells the caller where it stands. */
export interface TextParagraph {
  readonly text: string;
}

/**
 * `certain`: the text says so in a place where nothing else can stand; `likely`: to be looked at before it is taken.
 * What is less sure is not read at all: an empty field is filled in, a wrong one is overlooked.
 */
export type ReadingConfidence = 'certain' | 'likely';

/** A value read from a text. */
export interface Reading<T> {
  readonly value: T;
  readonly confidence: ReadingConfidence;
  /** Indexes of the paragraphs that it was read from, first and last. */
  readonly from: number;
  readonly to: number;
}

/** A paragraph with its place, without spaces around it. */
export interface Line {
  readonly text: string;
  readonly index: number;
}

/** Nothing that is read from a text is longer; of longer paragraphs only the beginning is looked at. */
const LONGEST_LINE = 300;

/** Paragraphs that have a text, each with its index in the list given. */
export const linesOf = (paragraphs: readonly TextParagraph[]): readonly Line[] =>
  paragraphs
    .map(({ text }, index) => ({ text: text.trim().slice(0, LONGEST_LINE).replaceAll(/\s+/g, ' '), index }))
    .filter(({ text }) => text !== '');

export const reading = <T>(
  value: T,
  confidence: ReadingConfidence,
  first: Line,
  last: Line = first,
): Reading<T> => ({ value, confidence, from: first.index, to: last.index });

/** One value if all that were read agree, else none: two answers are no answer. */
export function agreed<T>(readings: readonly Reading<T>[]): Reading<T> | null {
  const [first, ...others] = readings;
  if (first === undefined) return null;
  return others.every(({ value }) => value === first.value) ? first : null;
}

/** "成文日期：2023年3月1日" and the like: what stands behind one of these labels at the beginning of a line. */
export function labelled(lines: readonly Line[], labels: readonly string[]): readonly Line[] {
  return lines.flatMap(({ text, index }) => {
    const [, label = '', value = ''] = /^\[?([^：:\]]{2,12})\]?\s*[：:]\s*(.*)$/.exec(text) ?? [];
    const isAsked = labels.includes(label.replaceAll(/\s/g, ''));
    return isAsked && value.trim() !== '' ? [{ text: value.trim(), index }] : [];
  });
}
