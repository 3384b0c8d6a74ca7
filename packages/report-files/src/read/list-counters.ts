import { formatNumber } from './number-format.ts';

/** One level of an automatic list, as .docx and .doc both describe it. */
export interface ListLevel {
  readonly start: number;
  /** OOXML name of the number format. */
  readonly format: string;
  /** What is printed; `%1` … `%9` stand for the number of that level. */
  readonly text: string;
  readonly follow: 'tab' | 'space' | 'nothing';
  /** "Legal" levels print every number in decimal. */
  readonly legal: boolean;
  /** 0: never restarts; n: restarts only after level n or a higher one; nothing: after any higher one. */
  readonly restartAfter?: number;
}

/** A list as one paragraph refers to it. */
export interface ListUse {
  /** Lists of the same definition go on counting together. */
  readonly definition: string;
  /** The instance, whose start overrides count once. */
  readonly instance: string;
  readonly levels: readonly ListLevel[];
  readonly starts: ReadonlyMap<number, number>;
}

export const LIST_LEVELS = 9;

/** Counts the automatic lists of one document in reading order. */
export class ListCounters {
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  /**
   * Takes the next number of a list.
   *
   * @param level from 0
   * @returns what stands before the paragraph's text, for example "一、"; empty for bullets and unknown levels
   */
  next(use: ListUse, level: number): string {
    const own = use.levels[level];
    if (own === undefined) return '';
    const counts = this.countsOf(use, level);
    const count = counts[level];
    counts[level] = count === undefined ? own.start : count + 1;
    restartBelow(counts, use.levels, level);
    if (own.format === 'bullet') return '';
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = use.levels[index];
      if (shown === undefined || index > level) return '';
      counts[index] ??= shown.start;
      return formatNumber(counts[index], own.legal ? 'decimal' : shown.format);
    });
    return label === '' ? '' : label + gap(label, own.follow);
  }

  private countsOf(use: ListUse, level: number): (number | undefined)[] {
    let counts = this.counts.get(use.definition);
    if (counts === undefined) this.counts.set(use.definition, (counts = []));
    const start = use.starts.get(level);
    const key = `${use.instance}/${level}`;
    if (start !== undefined && !this.started.has(key)) {
      this.started.add(key);
      counts[level] = start - 1;
    }
    return counts;
  }
}

function restartBelow(counts: (number | undefined)[], levels: readonly ListLevel[], level: number): void {
  for (let below = level + 1; below < LIST_LEVELS; below += 1) {
    const after = levels[below]?.restartAfter;
    if (after === undefined || level < after) counts[below] = undefined;
  }
}

/** A tab after "一、" is only indentation; after a bare "1" it is what keeps number and text apart. */
function gap(label: string, follow: ListLevel['follow']): string {
  if (follow === 'space') return ' ';
  return follow === 'tab' && /[\p{L}\p{N}]$/u.test(label) ? ' ' : '';
}
