import type { SectionId } from './ids.ts';

/** Chinese number of each part, as in “第五部分”. */
export const SECTION_NUMBERS: Readonly<Record<SectionId, string>> = {
  s1: '一',
  s2: '二',
  s3: '三',
  s4: '四',
  s5: '五',
  s6: '六',
};

/**
 * Accepted headings without their number (annual-report.md §3): the template's first, then those used in the body
 * of 60号 and 30号. Both are right.
 */
export const ACCEPTED_HEADINGS: Readonly<Record<SectionId, readonly [string, ...string[]]>> = {
  s1: ['总体情况'],
  s2: ['主动公开政府信息情况', '行政机关主动公开政府信息情况'],
  s3: ['收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况'],
  s4: [
    '政府信息公开行政复议、行政诉讼情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '因政府信息公开被申请行政复议、提起行政诉讼情况',
  ],
  s5: [
    '存在的主要问题及改进情况',
    '政府信息公开工作存在的主要问题及改进情况',
    '存在的主要问题和改进情况',
    '政府信息公开工作存在的主要问题和改进情况',
  ],
  s6: ['其他需要报告的事项'],
};

/** Heading as the template prints it, for example "一、总体情况". */
export function canonicalHeading(section: SectionId): string {
  return `${SECTION_NUMBERS[section]}、${ACCEPTED_HEADINGS[section][0]}`;
}
