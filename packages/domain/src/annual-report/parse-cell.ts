import type { CellType } from './forms/form.ts';
import type { CellValue } from './report.ts';

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g;

/** What clerks write where there is nothing: it is a blank, not a zero (AR-CEL-01). */
const BLANK = /^(?:[/\\|-]{0,4}|无|空|暂无|\.{2,6})$/;

const SIGN = '(?:[+-]|增加?|减少?)';
/** Grouped by thousands, or plain; no number starts with a second zero: “007” is glued digits. */
const DIGITS = '(?:[1-9]\\d{0,2}(?:,\\d{3})+|0|[1-9]\\d{0,15})(?:\\.\\d{1,10})?';
const UNIT = '(?:[亿万千百十]?元|[亿万]|[件项个次人条宗份部起%])';
const REMARK = '[(\\[](?<remark>[^()[\\]]{0,200})[)\\]]|(?<note>(?:其中|含|包括|注).{1,200})';

const FIGURE = new RegExp(
  `^(?<sign>${SIGN})?(?<digits>${DIGITS})(?:\\((?<boxed>${UNIT})\\)|(?<unit>${UNIT}))?(?:${REMARK})?$`,
);

/** Nine cells in ten: nothing to unify, nothing beside the figure. */
const PLAIN_COUNT = /^(?:0|[1-9]\d{0,14})$/;

/** A cell with more words than this holds no figure, whatever it ends with. */
const LONGEST_FIGURE = 300;

/** Half-width digits, signs and brackets; words are left as they are. */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９＋－．，（）［］／％＼｜]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[—–―‐‑−─﹣]/g, '-')
    .replace(/[。·…]/g, '.')
    .replace(/[【〔]/g, '[')
    .replace(/[】〕]/g, ']');
}

function figure(sign: string | undefined, digits: string): number | undefined {
  const size = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(size) || Math.abs(size) > Number.MAX_SAFE_INTEGER) return undefined;
  const negative = sign === '-' || sign?.startsWith('减') === true;
  return negative && size !== 0 ? -size : size;
}

/**
 * Reads one cell as it is printed. Blank, zero, figure, unit, remark and words are kept apart; `raw` is the text
 * untouched; nothing is converted, so “251000元” is 251000 with the unit 元 (annual-report.md §9.2, §12).
 * Words of increase and decrease (“减4”) count as signs only in a `signedCount` cell.
 */
export function parseCell(raw: string, type: CellType): CellValue {
  if (PLAIN_COUNT.test(raw)) return { state: 'value', value: Number(raw), raw };
  const visible = raw.replace(INVISIBLE, '');
  if (visible.length > LONGEST_FIGURE) return { state: 'text', value: null, raw };
  const text = halfWidth(visible);
  if (BLANK.test(text)) return { state: 'blank', value: null, raw };
  const groups = FIGURE.exec(text)?.groups;
  if (groups === undefined) return { state: 'text', value: null, raw };
  const { sign, digits = '', boxed, remark, note } = groups;
  const wordSign = sign !== undefined && sign !== '+' && sign !== '-';
  const value = wordSign && type !== 'signedCount' ? undefined : figure(sign, digits);
  if (value === undefined) return { state: 'text', value: null, raw };
  const unit = boxed ?? groups['unit'];
  const footnote = remark ?? note;
  return {
    state: 'value',
    value,
    raw,
    ...(unit !== undefined && { unit }),
    ...(footnote !== undefined && footnote !== '' && { footnote }),
  };
}
