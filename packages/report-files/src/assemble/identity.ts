import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { plainText, statedPeriods } from '@zhaoshi/domain/annual-report/rules/identity';
import { yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { ReadNote } from '../source-document.ts';
import { titleParts } from './title.ts';

/** What is known of the report before its organ and year are decided. */
export type Printed = Pick<AnnualReport, 'title' | 'preamble' | 'sections' | 'signature'>;

interface Known<T> {
  readonly value: T | null;
  readonly notes: readonly ReadNote[];
}

const guessed = <T>(value: T, code: string, message: string): Known<T> => ({
  value,
  notes: [{ kind: 'guessed', code, message }],
});

const FIRST_YEAR = 2008;
const LAST_YEAR = 2099;

const isYear = (year: number | null | undefined): year is number =>
  typeof year === 'number' && year >= FIRST_YEAR && year <= LAST_YEAR;

/** The year named at the head of a text: “2020年以来，……”, “一年来” names none. */
function yearOfText(paragraphs: readonly string[]): number | null {
  for (const paragraph of paragraphs.slice(0, 5)) {
    const match = /(20\d{2})年/.exec(plainText(paragraph.slice(0, 200)));
    if (match) return Number(match[1]);
  }
  return null;
}

/**
 * The year reported: from the title; else from the stated period, the text, the signature (a report is signed in
 * the year after), and at last the file's name, each with a note that it was inferred.
 */
export function findReportYear(printed: Printed, fileName: string | undefined): Known<number> {
  const inTitle = printed.title === null ? null : titleParts(printed.title).year;
  if (isYear(inTitle)) return { value: inTitle, notes: [] };
  const report: AnnualReport = { ...EMPTY, ...printed };
  const period = statedPeriods(report)[0]?.fromYear;
  if (isYear(period)) return guessed(period, 'year.period', `标题未写年度，按统计期限认作${period}年度。`);
  const text = yearOfText([...printed.preamble, ...(printed.sections.s1?.paragraphs ?? [])]);
  if (isYear(text)) return guessed(text, 'year.text', `标题未写年度，按正文开头认作${text}年度，请核对。`);
  const signed = printed.signature?.date;
  if (signed) {
    const year = yearOf(signed) - 1;
    return guessed(year, 'year.signature', `标题和正文未写年度，按落款日期认作${year}年度，请核对。`);
  }
  const named = /(?<!\d)(20\d{2})(?!\d)/.exec(fileName ?? '');
  const year = named ? Number(named[1]) : null;
  if (isYear(year)) return guessed(year, 'year.file-name', `文中未写年度，按文件名认作${year}年度，请核对。`);
  return {
    value: null,
    notes: [{ kind: 'notUnderstood', code: 'year.unknown', message: '未找到报告年度，请指明年度后再校验。' }],
  };
}

const EMPTY: AnnualReport = {
  title: null,
  organ: null,
  organKind: null,
  reportYear: null,
  tableForms: {},
  preamble: [],
  sections: {},
  signature: null,
  cells: {},
};

const NAMED_IN_TEXT =
  /(?:^|[，。；、：]|以来|本年度|年度?|由)([^，。；、：年\d]{2,20}?(?:镇|乡|街道|苏木|人民政府|办事处|局|委员会|委|办公室|厅))(?:人民政府)?(?:的)?(?:政府信息公开|政务公开|信息公开)工作/;

/**
 * The reporting organ: from the title, else the signature, else the first sentence that names whose work it speaks
 * of, with a note.
 */
export function findOrgan(printed: Printed): Known<string> {
  const inTitle = printed.title === null ? null : titleParts(printed.title).organ;
  if (inTitle !== null) return { value: inTitle, notes: [] };
  const signed = printed.signature?.organ ?? null;
  if (signed !== null) {
    return guessed(signed, 'organ.signature', `标题中没有单位名称，按落款认作“${signed}”。`);
  }
  for (const paragraph of [...printed.preamble, ...(printed.sections.s1?.paragraphs ?? [])].slice(0, 10)) {
    const named = NAMED_IN_TEXT.exec(plainText(paragraph.slice(0, 400)))?.[1];
    if (named !== undefined && !/^[我本全各]/.test(named)) {
      return guessed(named, 'organ.text', `没有标题和落款，按正文认作“${named}”，请核对。`);
    }
  }
  return {
    value: null,
    notes: [{ kind: 'notUnderstood', code: 'organ.unknown', message: '未找到单位名称（无标题、无落款）。' }],
  };
}
