/** Digits that stand together, from `start` up to `end` of the plain text; X ends an identity number. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What parts it from the group before: nothing for the first of a run. */
  readonly gap: string;
}

/** Groups that one number may be written in, and what touches them. */
export interface DigitRun {
  readonly groups: readonly DigitGroup[];
  /** An ASCII letter, "." or "_" touches the first digit: part of a code or of a decimal fraction. */
  readonly attachedBefore: boolean;
  readonly attachedAfter: boolean;
}

/** Blanks, hyphens and line ends that may stand between two groups of one number. */
const LONGEST_GAP = 6;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isX = (code: number): boolean => code === 0x58 || code === 0x78 || code === 0xd7;
const isLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
const isGap = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x2d;

/** Whether the X at `at` can be a check digit: no letter, digit or further X follows. */
const endsWithX = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return isX(code) && !(isLetter(next) || isX(next));
};

/** Behind the digits that begin at `start`, with an X that ends them. */
function groupEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return endsWithX(text, end) ? end + 1 : end;
}

/** Behind the gap at `at`, or `at` when no group follows within reach. */
function gapEnd(text: string, at: number): number {
  let end = at;
  while (end - at < LONGEST_GAP && isGap(text.charCodeAt(end))) end++;
  return end > at && (isDigit(text.charCodeAt(end)) || endsWithX(text, end)) ? end : at;
}

const asDigits = (text: string): string => text.replace(/[x×]/g, 'X');

function runFrom(
  text: string,
  first: number,
  previousEnd: number,
): { readonly run: DigitRun; readonly end: number } {
  const groups: DigitGroup[] = [];
  let start = first;
  let gap = '';
  for (;;) {
    const end = groupEnd(text, start);
    groups.push({ start, end, digits: asDigits(text.slice(start, end)), gap });
    const next = gapEnd(text, end);
    if (next === end) break;
    gap = text.slice(end, next);
    start = next;
  }
  const last = groups.at(-1)?.end ?? first;
  const before = text.charCodeAt(first - 1);
  const after = text.charCodeAt(last);
  const fraction = before === 0x2e && isDigit(text.charCodeAt(first - 2));
  return {
    run: {
      groups,
      // The X that ends one number is no letter before the next.
      attachedBefore: first !== previousEnd && (isLetter(before) || fraction),
      attachedAfter: isLetter(after),
    },
    end: last,
  };
}

/** All runs of digits of a plain text in order. Each character is looked at a bounded number of times. */
export function digitRuns(text: string): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let previousEnd = -1;
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const { run, end } = runFrom(text, at, previousEnd);
    runs.push(run);
    previousEnd = end;
    at = end;
  }
  return runs;
}

/** Neighbouring groups of a run taken as one number. */
export interface DigitWindow {
  readonly digits: string;
  readonly groups: readonly DigitGroup[];
  readonly start: number;
  readonly end: number;
  /** The group of the run before it, unless that belongs to another number, and the one behind it. */
  readonly previous: DigitGroup | undefined;
  readonly next: DigitGroup | undefined;
}

/** Places of mobile numbers (alone, behind 86 or 0086), identity numbers and cards. */
const LENGTHS = new Set([11, 13, 15, 16, 17, 18, 19]);
const LONGEST_NUMBER = 19;
/** Two or three people's numbers digit by digit; longer runs are columns of figures, in which no number has so many groups. */
const LONGEST_RUN = 100;
const MOST_GROUPS = 6;

function windowOf(run: DigitRun, first: number, last: number, isFirst: boolean): DigitWindow {
  const groups = run.groups.slice(first, last + 1);
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? start;
  const digits = groups.map((group) => group.digits).join('');
  return {
    digits,
    groups,
    start,
    end,
    previous: isFirst ? undefined : run.groups[first - 1],
    next: run.groups[last + 1],
  };
}

/** Windows that begin with a group and have the length of a number that is looked for, the longest first. `isFirst`: what stands before is none. */
export function windowsFrom(run: DigitRun, first: number, isFirst: boolean): readonly DigitWindow[] {
  const windows: DigitWindow[] = [];
  let length = 0;
  const most = run.groups.length > LONGEST_RUN ? MOST_GROUPS : LONGEST_NUMBER;
  for (let last = first; last < run.groups.length && last - first < most; last++) {
    length += run.groups[last]?.digits.length ?? 0;
    if (length > LONGEST_NUMBER) break;
    if (LENGTHS.has(length)) windows.push(windowOf(run, first, last, isFirst));
  }
  return windows.toReversed();
}

/** Some of the digits of groups as one number: from digit `from` up to `to`, wherever the groups end. */
export function cutWindow(groups: readonly DigitGroup[], from: number, to: number): DigitWindow {
  const parts: DigitGroup[] = [];
  let at = 0;
  for (const group of groups) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, group.digits.length);
    if (start < end) {
      const gap = parts.length === 0 ? '' : group.gap;
      parts.push({
        start: group.start + start,
        end: group.start + end,
        digits: group.digits.slice(start, end),
        gap,
      });
    }
    at += group.digits.length;
  }
  const digits = parts.map((part) => part.digits).join('');
  const start = parts[0]?.start ?? 0;
  return {
    digits,
    groups: parts,
    start,
    end: parts.at(-1)?.end ?? start,
    previous: undefined,
    next: undefined,
  };
}
