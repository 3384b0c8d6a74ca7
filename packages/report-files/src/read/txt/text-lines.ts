import { findHeading } from '../../assemble/headings.ts';

/**
 * What one line of a flattened text is:
 * - `blank`: nothing, or spaces only;
 * - `cell`: one table cell behind a leading tab, as Word tables are flattened;
 * - `row`: a whole table row, its cells between tabs, bars or wide spaces;
 * - `pageMark`: a page number with marks around it, or a form feed;
 * - `text`: anything else.
 */
export type LineKind = 'blank' | 'cell' | 'row' | 'pageMark' | 'text';

export interface TextLine {
  readonly kind: LineKind;
  /** Counted from 1. */
  readonly number: number;
  /** Text of the line; of a cell without its tab. */
  readonly text: string;
  /** Cells of a `row`; empty otherwise. */
  readonly cells: readonly string[];
}

const PAGE_MARK =
  /^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?)\s*$/;
const RULE_OF_BARS = /^[\s|:+-]+$/;
/** “规章  0  0  0”: a label and at least two figures behind spaces. */
const SPACED_ROW = /^\s*([^\d\s][^。]{0,80}?)((?:\s+[+-]?\d[\d.,]{0,18}){2,})\s*$/;
/** A line of nothing but figures, as table four has it; a date or a telephone number has fewer parts. */
const FIGURES_ONLY = /^\s*\d[\d.]{0,12}(?:\s+\d[\d.]{0,12}){5,}\s*$/;
const LONGEST_SPACED_ROW = 300;

function splitBars(line: string): readonly string[] | undefined {
  const trimmed = line.trim();
  if (!trimmed.startsWith('|') || !trimmed.endsWith('|') || trimmed.length < 3) return undefined;
  if (RULE_OF_BARS.test(trimmed) && trimmed.includes('-')) return [];
  return trimmed.slice(1, -1).split('|');
}

function splitSpaces(line: string): readonly string[] | undefined {
  if (line.length > LONGEST_SPACED_ROW) return undefined;
  if (FIGURES_ONLY.test(line)) return line.trim().split(/\s+/);
  const match = SPACED_ROW.exec(line);
  if (!match) return undefined;
  return [match[1] ?? '', ...(match[2] ?? '').trim().split(/\s+/)];
}

function lineOf(line: string, number: number): TextLine {
  const other = (kind: LineKind, text: string): TextLine => ({ kind, number, text, cells: [] });
  const firstTab = line.indexOf('\t');
  if (firstTab === -1) {
    if (line.trim() === '') return other('blank', '');
    if (PAGE_MARK.test(line)) return other('pageMark', line);
    const cells = splitBars(line) ?? splitSpaces(line);
    if (cells === undefined) return other('text', line);
    return cells.length === 0 ? other('blank', '') : { kind: 'row', number, text: line, cells };
  }
  if (firstTab === 0 && !line.includes('\t', 1)) return other('cell', line.slice(1));
  return { kind: 'row', number, text: line, cells: line.split('\t') };
}

/** Splits a text into lines and says what each is. A form feed is a line of its own. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let number = 0;
  for (const printed of text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)) {
    number++;
    for (const [index, part] of printed.split('\f').entries()) {
      if (index > 0) lines.push({ kind: 'pageMark', number, text: '', cells: [] });
      if (index === 0 || part !== '') lines.push(lineOf(part, number));
    }
  }
  return lines;
}

const LONGEST_LABEL_LINE = 40;

/** True when the line may be the rest of a table cell: short, no heading, no sentence. */
export function mayBelongToCell(line: TextLine): boolean {
  const text = line.text.trim();
  return text.length <= LONGEST_LABEL_LINE && !/[。；]$/.test(text) && findHeading(text) === undefined;
}
