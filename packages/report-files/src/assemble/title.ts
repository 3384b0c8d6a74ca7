import { plainText } from '@zhaoshi/domain/annual-report/rules/identity';
import type { TextItem } from './source-items.ts';

const LONGEST_TITLE = 80;
/** A title goes over so many lines at most: organ, year, the rest. */
const MOST_LINES = 4;
/** Only the first lines of a document are its title. */
const LINES_SEARCHED = 40;

const TITLE = /信息公开.*(?:报告|年报)$/;

/** Spaces inside a title are traces of layout (“2020 年政府信息公开 工作年度报告”). */
function joined(lines: readonly TextItem[]): string {
  return lines.map(({ text }) => text.replace(/\s+/g, '')).join('');
}

/** Lines that may be part of a title: short and without the punctuation of sentences. */
function mayBeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[。；，,;：:]/.test(text);
}

export interface FoundTitle {
  readonly title: string;
  /** Positions in the list of lines given, first and behind the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * The title among the lines before the first heading: the line, or the few lines together, that end in “报告” and
 * speak of 信息公开. A name on the line above belongs to it when the title has no organ of its own.
 */
export function findTitle(lines: readonly TextItem[]): FoundTitle | undefined {
  for (let last = 0; last < Math.min(lines.length, LINES_SEARCHED); last++) {
    if (!/(?:报\s*告|年\s*报)\s*$/.test(lines[last]?.text ?? '')) continue;
    let from = last + 1;
    while (from > 0 && last - from + 1 < MOST_LINES && mayBeTitle(lines[from - 1]?.text ?? '')) {
      from--;
      const title = joined(lines.slice(from, last + 1));
      if (title.length > LONGEST_TITLE) break;
      if (!TITLE.test(title)) continue;
      const above = lines[from - 1];
      const withAbove = above && isOrganLine(above.text) && titleParts(title).organ === null;
      const start = withAbove ? from - 1 : from;
      return { title: joined(lines.slice(start, last + 1)), from: start, to: last + 1 };
    }
  }
  return undefined;
}

const ORGAN_LINE = /^[^\d\s，。；：、]{2,40}$/;
const ORGAN_END = /(?:政府|办公[室厅]|办事处|委员会|管委会|[镇乡局厅委署院部中心街道县区市省])$/;

function isOrganLine(text: string): boolean {
  const plain = plainText(text);
  return ORGAN_LINE.test(plain) && ORGAN_END.test(plain);
}

/** Organ and year as a title names them, whatever the wording of the rest. */
export function titleParts(title: string): { readonly organ: string | null; readonly year: number | null } {
  const plain = plainText(title);
  const match = /^(.*?)((?:19|20)\d{2})年(?:度)?(.*)$/.exec(plain);
  if (!match) return { organ: organBefore(plain), year: null };
  const [, before = '', year, after = ''] = match;
  return { organ: cleanOrgan(before) ?? organBefore(after), year: Number(year) };
}

function cleanOrgan(text: string): string | null {
  const organ = text.replace(/^关于/, '').replace(/(?:关于|的)$/, '');
  return organ === '' ? null : organ;
}

/** “2021年某某镇政府信息公开……”: the organ stands between year and subject. */
function organBefore(text: string): string | null {
  const end = text.search(/(?:政府)?信息公开/);
  return end > 0 ? cleanOrgan(text.slice(0, end)) : null;
}
