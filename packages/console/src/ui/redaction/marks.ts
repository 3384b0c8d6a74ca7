import type { FoundAreas, RedactionMark } from '@zhaoshi/contract/routes/redaction-fields';
import { PERSONAL_DATA_NAMES } from '@zhaoshi/domain/annual-report/text/personal-data';
import { SCAN_KINDS } from '@zhaoshi/domain/disclosure/scan/finding';

/** What is to be covered, with a name of its own while it is drawn. */
export interface DrawnMark extends RedactionMark {
  readonly markId: string;
}

export type Proposal = FoundAreas['areas'][number];

interface Point {
  readonly x: number;
  readonly y: number;
}

export type Rectangle = Pick<RedactionMark, 'x' | 'y' | 'width' | 'height'>;

/** Smaller ones cannot be seen or taken hold of. */
const LEAST = 0.008;

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
/** So fine that nothing is seen of it, and short enough to be sent. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

/** The rectangle between two corners, on the page. */
export function rectangleOf(from: Point, to: Point): Rectangle {
  const left = within(Math.min(from.x, to.x), 0, 1 - LEAST);
  const top = within(Math.min(from.y, to.y), 0, 1 - LEAST);
  const right = within(Math.max(from.x, to.x), left + LEAST, 1);
  const bottom = within(Math.max(from.y, to.y), top + LEAST, 1);
  return {
    x: rounded(left),
    y: rounded(top),
    width: rounded(right - rounded(left)),
    height: rounded(bottom - rounded(top)),
  };
}

/** Moved as far as the page goes. */
export const moved = <M extends Rectangle>(mark: M, dx: number, dy: number): M => ({
  ...mark,
  x: rounded(within(mark.x + dx, 0, 1 - mark.width)),
  y: rounded(within(mark.y + dy, 0, 1 - mark.height)),
});

/** Made bigger or smaller at its right lower corner. */
export const resized = <M extends Rectangle>(mark: M, dx: number, dy: number): M => ({
  ...mark,
  width: rounded(within(mark.width + dx, LEAST, 1 - mark.x)),
  height: rounded(within(mark.height + dy, LEAST, 1 - mark.y)),
});

/** In the order in which the server numbers them: by page, from above, from the left. */
export const inOrder = (marks: readonly DrawnMark[]): readonly DrawnMark[] =>
  marks.toSorted((a, b) => a.page - b.page || a.y - b.y || a.x - b.x);

/** What arrow keys do to a mark: move it, with Shift resize it; `null` for other keys. */
export function byKey(mark: DrawnMark, key: string, isResizing: boolean): DrawnMark | null {
  const step = 0.004;
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const [dx, dy] = steps[key] ?? [];
  if (dx === undefined || dy === undefined) return null;
  return isResizing ? resized(mark, dx, dy) : moved(mark, dx, dy);
}

const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SCAN_KINDS).map(([kind, { title }]) => [kind, title])),
  ...PERSONAL_DATA_NAMES,
  word: '查找的词',
};

/** What a proposal was found as. */
export const foundWords = (found: string): string => NAMES[found] ?? '个人信息';

/** Whether a mark covers the proposal already. */
export const isCovered = (proposal: Proposal, marks: readonly DrawnMark[]): boolean =>
  marks.some(
    (mark) =>
      mark.page === proposal.page &&
      mark.x <= proposal.x + 0.001 &&
      mark.y <= proposal.y + 0.001 &&
      mark.x + mark.width >= proposal.x + proposal.width - 0.001 &&
      mark.y + mark.height >= proposal.y + proposal.height - 0.001,
  );

export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
