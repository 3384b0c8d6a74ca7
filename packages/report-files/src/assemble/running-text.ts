import { normaliseLabel } from '@zhaoshi/domain/annual-report/labels';
import type { Place } from '../source-document.ts';
import type { TextItem } from './source-items.ts';

/**
 * Paragraphs joined and normalised for finding labels, with the way back to the printed characters: spaces go in
 * labels, but between figures they are all that separates them.
 */
export interface RunningText {
  readonly label: string;
  /** Printed text from one position in `label` up to another. */
  readonly printed: (from: number, to: number) => string;
  /** Position in the list of the paragraph that holds a label position. */
  readonly itemAt: (position: number) => number;
  readonly placeAt: (position: number) => Place;
}

/** Far more than the three tables take up; a longer text is not looked through for tables. */
export const LONGEST_RUNNING_TEXT = 100_000;

/** Joins paragraphs with line breaks; each printed character is normalised on its own. */
export function runningText(items: readonly TextItem[]): RunningText {
  const text = items.map((item) => item.text).join('\n');
  const units: string[] = [];
  const origin: number[] = [];
  const itemOf: number[] = [];
  // Few characters make up a long text, and normalising is the slow part.
  const normalised = new Map<string, string>();
  let start = 0;
  for (const [index, item] of items.entries()) {
    for (let offset = 0; offset < item.text.length; offset++) {
      const character = item.text[offset] ?? '';
      const label = normalised.get(character) ?? normaliseLabel(character);
      normalised.set(character, label);
      for (const unit of label) {
        units.push(unit);
        origin.push(start + offset);
        itemOf.push(index);
      }
    }
    start += item.text.length + 1;
  }
  const itemAt = (position: number): number => itemOf[position] ?? Math.max(0, items.length - 1);
  return {
    label: units.join(''),
    printed: (from, to) => text.slice(origin[from] ?? text.length, origin[to] ?? text.length),
    itemAt,
    placeAt: (position) => items[itemAt(position)]?.place ?? {},
  };
}
