import { organKindOf } from '../organ-kind.ts';
import type { AnnualReport } from '../report.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A sentence that seems to come from another year's or another organ's report. */
export interface StaleStatement {
  readonly sentence: Sentence;
  /** The words that give it away. */
  readonly text: string;
}

const SELF = '(?:我|本|全)(?:镇|乡|街道|县|市|区|省|州|旗|局|委|办|厅|院|中心|单位|机关|系统|部门)';
/** “2022年，我镇…”: the year the sentence reports on. Bounded: linear. */
const SELF_YEAR = new RegExp(`(?:^|[，；：])(?<year>20\\d\\d)年度?，?${SELF}`, 'g');
const REPORTED_YEAR = /现将[^，。；]{0,12}?(?<year>20\d\d)年度?/g;

/**
 * Words with which an earlier year may stand in a report: comparison, duration, the source of a duty, what was
 * said of that year since.
 */
const ABOUT_THE_PAST =
  /比|较|同期|以来|年起|开始|至今|截至|累计|印发|修订|整改|针对|结转|上年|规划|自20|获|评为|列为|排名|位列|名列/;
const ABOUT_THE_FUTURE = /将|下一步|下步|计划|拟|继续|进一步|打算|要|力争|推动|着力|重点|不断|加强|加大/;
const DONE = /已|了|以来|取得|存在|完成|期间|虽|仍|达到/;

/** “2021年，我镇…；2023年，我镇…”: years side by side, this year's among them, unless it is still to come there. */
function tellsOfOwnYear(sentence: string, reportYear: number): boolean {
  const own = new RegExp(`(?<!《[^》]{0,80})${reportYear}年(?<said>[^，；。]{0,8}，?[^，；。]{0,12})`);
  const said = own.exec(sentence)?.groups?.['said'];
  return said !== undefined && !ABOUT_THE_FUTURE.test(said);
}

/** `statement`: what is said of the year, with the words that lead to it by a colon. */
function isStaleYear(year: number, reportYear: number, statement: string, isOverview: boolean): boolean {
  if (year === reportYear) return false;
  if (year < reportYear) return !ABOUT_THE_PAST.test(statement);
  return isOverview && !ABOUT_THE_FUTURE.test(statement);
}

/** What is said of the year that stands at `start`, with the words that lead to it by a colon. */
function statementAt(folded: string, start: number): string {
  const statement = folded.slice(start).split('；')[0] ?? '';
  if (folded[start - 1] !== '：') return statement;
  const opening = Math.max(folded.lastIndexOf('，', start), folded.lastIndexOf('；', start)) + 1;
  return folded.slice(opening, start) + statement;
}

function staleYears(sentence: Sentence, reportYear: number): readonly StaleStatement[] {
  const { folded, place } = sentence;
  if (!folded.includes('20')) return [];
  const isComparison = tellsOfOwnYear(folded, reportYear);
  return [SELF_YEAR, REPORTED_YEAR].flatMap((pattern) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const text = match[0].replace(/^[，；：]/, '');
      const statement = statementAt(folded, match.index + match[0].length - text.length);
      const year = Number(match.groups?.['year']);
      if (year < reportYear && isComparison) return [];
      return isStaleYear(year, reportYear, statement, place === 's1') ? [{ sentence, text }] : [];
    }),
  );
}

const PLAN = /下一步|下步|今后|下一年/;

/** Among the plans of part five, this year's own number is a plan of last year's report (worked example 20). */
function stalePlans(sentences: readonly Sentence[], reportYear: number): readonly StaleStatement[] {
  let planning = false;
  const own = new RegExp(
    `(?:^|[，；：])${reportYear}年度?，?${SELF}(?:将|要|加大|加强|继续|进一步|不断|着力)`,
  );
  return sentences.flatMap((sentence) => {
    if (sentence.place !== 's5') return [];
    planning ||= PLAN.test(sentence.folded) || sentence.folded.includes(`${reportYear + 1}年`);
    const match = planning && !DONE.test(sentence.folded) ? own.exec(sentence.folded) : null;
    return match ? [{ sentence, text: match[0].replace(/^[，；：]/, '') }] : [];
  });
}

/** A government above the reporter, receiving applications in the reporter's own report (worked example 19). */
const GOVERNMENT_RECEIVES = [
  /(?:^|[，；：])[^，。；：]{0,8}(?:市|县|区|省)(?:人民)?政府(?:办公室|办公厅)?(?:共|本年度?|全年|今年|累计){0,2}(?:收到|受理|接收)[^，。；]{0,16}申请/,
  /向[^，。；]{0,8}(?:市|县|区|省)(?:人民)?政府(?:提出|提交)[^，。；]{0,14}公开(?:的)?申请/,
];
const BELOW_GOVERNMENT = new Set(['township', 'subdistrictOffice', 'department']);

const ACTS = '(?:高度重视|认真贯彻|严格按照|严格落实|积极|深入|共?收到|受理|全年|主动公开|未收到|始终|坚持)';
const OTHER_TOWN = new RegExp(
  `(?:^|[，；：])(?:20\\d\\d年度?，?)?(?<name>[^，。；：、我本全各由对在通向以将并使让从为经该其及和与\\d]{1,10}(?:镇|乡|街道))(?:人民政府|办事处|政府)?${ACTS}`,
  'g',
);

function otherOrgans(sentence: Sentence, organ: string, isBelow: boolean): readonly StaleStatement[] {
  const found: StaleStatement[] = [];
  if (isBelow && sentence.folded.includes('政府')) {
    for (const pattern of GOVERNMENT_RECEIVES) {
      const match = pattern.exec(sentence.folded);
      if (match) found.push({ sentence, text: match[0].replace(/^[，；：]/, '') });
    }
  }
  for (const match of sentence.folded.matchAll(OTHER_TOWN)) {
    const name = match.groups?.['name'] ?? '';
    const isOwn = organ.includes(name) || name.endsWith(organ.replace(/人民政府|办事处/g, '').slice(-3));
    if (!isOwn && !/^(?:各|乡|村|城|市|区|县)*(?:镇|乡|街道)$/.test(name)) {
      found.push({ sentence, text: match[0].replace(/^[，；：]/, '') });
    }
  }
  return found;
}

/**
 * Sentences that tell of another year or another organ as if it were the reporter (AR-NAR-07). The year before
 * and the year after are allowed in comparisons and plans; only plain self-statements are taken up.
 */
export function staleStatements(report: AnnualReport): readonly StaleStatement[] {
  const sentences = sentencesOf(report);
  const { reportYear, organ } = report;
  const kind = organKindOf(report);
  const isTown = kind === 'township' || kind === 'subdistrictOffice';
  const isBelow = kind !== null && BELOW_GOVERNMENT.has(kind);
  const years =
    reportYear === null
      ? []
      : [...sentences.flatMap((one) => staleYears(one, reportYear)), ...stalePlans(sentences, reportYear)];
  const organs =
    organ === null || !(isTown || isBelow)
      ? []
      : sentences.flatMap((one) => otherOrgans(one, organ, isBelow));
  return [...years, ...organs];
}
