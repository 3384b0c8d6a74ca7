import type { Signature } from '@zhaoshi/domain/annual-report/report';
import { plainText } from '@zhaoshi/domain/annual-report/rules/identity';
import { type CivilDate, civilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { TextItem } from './source-items.ts';

/** Behind the signature come at most notes and page numbers. */
const LINES_SEARCHED = 8;
const LONGEST_NAME = 40;

const DATE =
  /^(.*?)[（(]?(\d{4})(?:年|[-./])(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|[-./])(\d{1,2}|[一二三四五六七八九十]{1,3})日?[）)]?$/;
const NAME = /^[^，。；：！？\d]{3,40}$/;
const NAME_END = /(?:政府|办公[室厅]|办事处|委员会|管委会|[镇乡局厅委署院部街道县区市省]|中心|公司|协会)$/;

const NUMERALS = '零一二三四五六七八九';

/** “十”, “二十六”, “12”; `NaN` for anything else. */
function dayNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([一二三]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!match || text === '') return Number.NaN;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return NUMERALS.indexOf(text);
  return (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + Math.max(0, NUMERALS.indexOf(ones || '零'));
}

interface DatedLine {
  readonly before: string;
  readonly date: CivilDate | null;
}

function datedLine(text: string): DatedLine | undefined {
  const plain = plainText(text);
  if (plain.length > LONGEST_NAME + 20) return undefined;
  const match = DATE.exec(plain);
  if (!match) return undefined;
  const [, before = '', year = '', month = '', day = ''] = match;
  if (before !== '' && !NAME.test(before)) return undefined;
  return { before, date: civilDate(Number(year), dayNumber(month), dayNumber(day)) ?? null };
}

function isName(text: string): boolean {
  const plain = plainText(text);
  return NAME.test(plain) && NAME_END.test(plain);
}

export interface FoundSignature {
  readonly signature: Signature;
  /** Positions in the list of lines given, first and behind the last. */
  readonly from: number;
  readonly to: number;
}

const shown = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Organ and date at the end of a list of lines, on one line or two; a name alone counts at the very end only. */
export function findSignature(lines: readonly TextItem[]): FoundSignature | undefined {
  const stop = Math.max(0, lines.length - LINES_SEARCHED);
  for (let at = lines.length - 1; at >= stop; at--) {
    const text = lines[at]?.text ?? '';
    const dated = datedLine(text);
    if (!dated) continue;
    if (dated.before !== '') return found(dated.before, dated.date, lines, at, at + 1);
    const above = lines[at - 1]?.text;
    if (above !== undefined && isName(above))
      return found(plainText(above), dated.date, lines, at - 1, at + 1);
    const below = lines[at + 1]?.text;
    if (below !== undefined && isName(below)) return found(plainText(below), dated.date, lines, at, at + 2);
    return found(null, dated.date, lines, at, at + 1);
  }
  const last = lines.length - 1;
  const name = lines[last]?.text;
  if (name === undefined || !isName(name) || last === 0) return undefined;
  return found(plainText(name), null, lines, last, last + 1);
}

function found(
  organ: string | null,
  date: CivilDate | null,
  lines: readonly TextItem[],
  from: number,
  to: number,
): FoundSignature {
  const raw = lines
    .slice(from, to)
    .map(({ text }) => shown(text))
    .join('\n');
  return { signature: { organ, date, raw }, from, to };
}
