import { findHeading } from '../../assemble/headings.ts';

/** Shorter lines are headings, names and dates; only a full line of print can have been cut. */
const SHORTEST_CUT_LINE = 20;

const SENTENCE_END = /[。！？；：.!?;:…”’"）)】]$/;
const STARTS_ANEW =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．:：]|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]+[,，、部]|附件|[-—•·●■◆*#])/;
const SIGNATURE =
  /(?:人民政府|办公[室厅]|办事处|委员会|[局厅院])$|^\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/;
const TITLE_END = /报\s*告$/;

/** True when `line` goes on in `next`: a full line that ends in mid-sentence before text that begins nothing new. */
export function joinsNextLine(line: string, next: string): boolean {
  const tail = line.slice(-80);
  if (line.length < SHORTEST_CUT_LINE || SENTENCE_END.test(tail) || TITLE_END.test(tail)) return false;
  if (STARTS_ANEW.test(next) || (next.length <= 40 && SIGNATURE.test(next))) return false;
  // A figure right behind a label is a table without any separators.
  if (/^[\d.\s+-]+$/.test(next) || /\d$/.test(tail)) return false;
  return findHeading(line) === undefined && findHeading(next) === undefined;
}
