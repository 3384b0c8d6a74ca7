import { textWidth } from '../text-width.ts';

/** Width of an A4 page less its margins, in characters of a half-width digit. */
export const PAGE_WIDTH = 76;

/** No spreadsheet program shows a higher row. */
const HIGHEST_ROW = 409;

/**
 * Height in points that a wrapped text needs in a column of so many half-width characters: spreadsheet programs
 * do not make rows of merged cells high enough by themselves.
 */
export function wrappedHeight(text: string, columnWidth: number, fontSize: number): number {
  const usable = Math.max(columnWidth - 1, 2);
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
  return Math.min(Math.ceil(lines * fontSize * 1.35 + 4), HIGHEST_ROW);
}
