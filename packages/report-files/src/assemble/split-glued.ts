import type { CellType } from '@zhaoshi/domain/annual-report/forms/form';

/** One way to cut a run of digits into figures. */
export type Split = readonly string[];

export interface SplitRequest {
  /** The run without spaces. */
  readonly run: string;
  readonly types: readonly CellType[];
  /** Blocks of figures of which the last is the sum of the others: [7] for a row of table three, [5, 5, 5]. */
  readonly sums?: readonly number[];
}

export interface SplitResult {
  readonly splits: readonly Split[];
  /** False when the search was given up before all ways were tried. */
  readonly complete: boolean;
}

/** Ways kept: more than a few mean that the run cannot be told apart anyway. */
const MOST_SPLITS = 64;
/** Steps of one search; a row of table three with three-digit figures takes some hundreds. */
const MOST_STEPS = 50_000;
const LONGEST_FIGURE = 12;
const LONGEST_RUN = 120;

/** A figure as people write it: no leading zero, a sign only where the column takes one, decimals in amounts. */
const FIGURES: Readonly<Record<CellType, RegExp>> = {
  count: /^(?:0|[1-9]\d*)$/,
  signedCount: /^(?:0|[+-]?[1-9]\d*)$/,
  amountWan: /^(?:0|[1-9]\d*)(?:\.\d{1,6})?$/,
  amountWithUnit: /^(?:0|[1-9]\d*)(?:\.\d{1,6})?(?:万?元)?$/,
};

class Search {
  readonly splits: Split[] = [];
  complete = true;
  private steps = 0;
  private readonly request: SplitRequest;
  private readonly path: string[] = [];

  constructor(request: SplitRequest) {
    this.request = request;
  }

  /** Tries every figure that may start at `at` as figure number `this.path.length`. */
  from(at: number): void {
    const { run, types } = this.request;
    const type = types[this.path.length];
    if (type === undefined) {
      if (at === run.length) this.keep();
      return;
    }
    const left = types.length - this.path.length - 1;
    const longest = Math.min(run.length - left - at, LONGEST_FIGURE);
    for (let length = 1; length <= longest && this.complete; length++) {
      if (++this.steps > MOST_STEPS) this.complete = false;
      const figure = run.slice(at, at + length);
      if (!FIGURES[type].test(figure)) continue;
      if (left === 0 && at + length !== run.length) continue;
      this.path.push(figure);
      if (this.blockHolds()) this.from(at + length);
      this.path.pop();
    }
  }

  private keep(): void {
    if (this.splits.length >= MOST_SPLITS) this.complete = false;
    else this.splits.push([...this.path]);
  }

  /** False when the block that the last figure closes does not add up. */
  private blockHolds(): boolean {
    let start = 0;
    for (const size of this.request.sums ?? []) {
      if (this.path.length === start + size) {
        const block = this.path.slice(start).map(Number);
        const total = block.pop() ?? 0;
        return block.reduce((sum, figure) => sum + figure, 0) === total;
      }
      start += size;
    }
    return true;
  }
}

/** Every way to cut the run into figures of the given types, as far as the search goes. */
export function splitGlued(request: SplitRequest): SplitResult {
  if (request.run.length > LONGEST_RUN || request.run.length < request.types.length) {
    return { splits: [], complete: request.run.length < request.types.length };
  }
  const search = new Search(request);
  search.from(0);
  return { splits: search.splits, complete: search.complete };
}

/** The one way to cut the run; `undefined` when there is none, several, or too many to try. */
export function onlySplit(request: SplitRequest): Split | undefined {
  const { splits, complete } = splitGlued(request);
  return complete && splits.length === 1 ? splits[0] : undefined;
}
