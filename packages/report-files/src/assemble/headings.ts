import { SECTION_IDS, type SectionId } from '@zhaoshi/domain/annual-report/ids';
import { normaliseLabel, splitOrdinal } from '@zhaoshi/domain/annual-report/labels';
import { ACCEPTED_HEADINGS } from '@zhaoshi/domain/annual-report/section-headings';

/**
 * Words of the six main headings (annual-report.md §3) and near writings of them. Wider than the accepted list on
 * purpose: a heading must be found before AR-FRM-06 can say that its words are not those of the template.
 */
const WORDS: Readonly<Record<SectionId, RegExp>> = {
  s1: /^(?:政府信息公开(?:工作)?)?(?:总体|基本|整体)(?:情况|概况)$/,
  s2: /^(?:行政机关)?主动公开(?:政府)?信息(?:的)?情况$/,
  s3: /^(?:行政机关)?(?:收到|受理)(?:和|及|与)(?:处理|办理)(?:的)?政府信息公开申请(?:的)?情况$|^(?:依申请公开政府信息|政府信息(?:依申请公开|公开申请))(?:办理|处理)?情况$/,
  s4: /^(?:因?(?:政府)?信息公开(?:工作)?)?(?:的)?(?:被)?(?:申请|提起)?行政复议[.和与及或]?(?:被)?(?:提起)?行政诉讼(?:的)?情况$/,
  s5: /^(?:(?:政府信息公开)?工作)?(?:中)?存在(?:的)?(?:主要)?问题[.和与及]?其?(?:下一步)?(?:改进|整改)(?:的)?(?:情况|措施|工作|意见)?$/,
  s6: /^(?:其他|其它)(?:需要|需|应当|应)?(?:报告|说明)(?:的)?(?:其他|重要)?(?:的)?事项$/,
};

const CHINESE = '一二三四五六';
const HEADING_LENGTH = 60;
/** A line of a table of contents ends with dots and a page number. */
const CONTENTS_LINE = /(?:[.…·]{3,}|\t)\s*\d{1,3}\s*$/;

export interface FoundHeading {
  readonly section: SectionId;
  /** The heading as printed. */
  readonly text: string;
  /** What follows the heading on the same line; empty when it stands alone. */
  readonly rest: string;
  readonly numbering: Numbering;
}

/** A part may be headed in any of these ways; where it is headed in several, the first one counts. */
export type Numbering = 'chinese' | 'arabic' | 'none';

/** How the heading is numbered; an Arabic number counts only when it is the number of the part. */
function numberingOf(ordinal: string, section: SectionId): Numbering | undefined {
  if (ordinal === '') return 'none';
  if (ordinal.startsWith('(')) return undefined;
  const digits = ordinal.replace(/[^\d一二三四五六七八九十]/g, '');
  if (!/^\d/.test(digits)) return 'chinese';
  return Number(digits) === SECTION_IDS.indexOf(section) + 1 ? 'arabic' : undefined;
}

function wholeHeading(text: string): FoundHeading | undefined {
  const { ordinal, words } = splitOrdinal(normaliseLabel(text));
  const plain = words.replace(/[.:]+$/, '');
  const section = SECTION_IDS.find((id) => WORDS[id].test(plain));
  if (section === undefined) return undefined;
  const numbering = numberingOf(ordinal, section);
  return numbering && { section, text, rest: '', numbering };
}

/** Length of the original text whose normalised form is `label`, or `undefined` when it does not begin so. */
function printedLength(text: string, label: string): number | undefined {
  let seen = '';
  for (let end = 1; end <= Math.min(text.length, HEADING_LENGTH * 2); end++) {
    seen = normaliseLabel(text.slice(0, end));
    if (seen.length >= label.length) return seen === label ? end : undefined;
  }
  return undefined;
}

function gluedHeading(text: string): FoundHeading | undefined {
  const head = normaliseLabel(text.slice(0, HEADING_LENGTH * 2));
  const { ordinal, words } = splitOrdinal(head);
  const section = SECTION_IDS[CHINESE.indexOf(ordinal.slice(0, 1))];
  if (section === undefined || ordinal.length !== 2) return undefined;
  const canonical = ACCEPTED_HEADINGS[section]
    .map(normaliseLabel)
    .find((heading) => words.startsWith(heading));
  if (canonical === undefined) return undefined;
  const length = printedLength(text, ordinal + canonical);
  if (length === undefined) return undefined;
  const rest = text.slice(length);
  // “一、总体情况较好，……” is a sentence; a heading ends with a break or is followed by a table.
  if (!/^(?:[\s。：:]|（本列|第二十条|规章|信息内容|行政复议)/.test(rest)) return undefined;
  return {
    section,
    text: text.slice(0, length),
    rest: rest.replace(/^[\s。：:]+/, ''),
    numbering: 'chinese',
  };
}

/**
 * The main heading that a paragraph is or begins with; `undefined` for any other text. Numbers “一、”, “1、” and
 * none at all are taken; bracketed numbers and Arabic numbers of another part belong to sub-headings.
 */
export function findHeading(paragraph: string): FoundHeading | undefined {
  const head = paragraph.slice(0, HEADING_LENGTH * 2).trim();
  // Every heading speaks of 情况, 概况, 问题 or 事项; most lines of a long text can be passed over at once.
  if (!/[况题项]/.test(head)) return undefined;
  const text = paragraph.trim();
  if (text.length <= HEADING_LENGTH * 2 && CONTENTS_LINE.test(text)) return undefined;
  return (text.length <= HEADING_LENGTH ? wholeHeading(text) : undefined) ?? gluedHeading(text);
}
