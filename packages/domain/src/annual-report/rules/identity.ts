import type { AnnualReport } from '../report.ts';

/** Spaces away, full-width digits to half-width, 二〇二四 to 2024: the writings that do not change a name or date. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      year.replace(/[〇○]/g, '零').replace(/./g, (digit) => String('零一二三四五六七八九'.indexOf(digit))),
    );
}

export interface TitleParts {
  /** `null` when the title names no organ. */
  readonly organ: string | null;
  readonly year: number;
  /** False for “政府信息公开年度报告”, which lacks 工作. */
  readonly hasWork: boolean;
  /** True for “2023年某某局政府信息公开工作年度报告”. */
  readonly yearFirst: boolean;
}

const TITLE =
  /^(?:(?<organ>.*?)(?<year>\d{4})年度?|(?<first>\d{4})年度?(?<after>.+?))政府信息公开(?<work>工作)?年度报告$/;

/** Organ and year of a title of the canonical shape, or with the year first; `undefined` for any other title. */
export function parseTitle(title: string): TitleParts | undefined {
  const parts = TITLE.exec(plainText(title))?.groups;
  if (!parts) return undefined;
  const { organ, year, first, after, work } = parts;
  return {
    organ: (organ ?? after) || null,
    year: Number(year ?? first),
    hasWork: work !== undefined,
    yearFirst: first !== undefined,
  };
}

const core = (name: string): string =>
  plainText(name).replace(/(?:(?:人民)?政府(?:办公[厅室])?|办事处)$/, '');

/**
 * How two names stand to each other: the `same`; one a `short` or near form of the other (段店乡 for
 * 段店乡人民政府, without the regions above, a government and its office); or `different` organs.
 */
export function compareOrgans(a: string, b: string): 'same' | 'short' | 'different' {
  if (plainText(a) === plainText(b)) return 'same';
  const [left, right] = [core(a), core(b)];
  if (left === '' || right === '') return 'different';
  return left.endsWith(right) || right.endsWith(left) ? 'short' : 'different';
}

const COMPILED_BY =
  /由([^，。；、由《]{2,30}?)(?:(?:按照|根据|依据|依照|遵照|组织)[^，。；]{0,60}?)?(?:编制|编写|编纂)/;

/** Only a full name says who reports; “由镇党政办公室编制” says who wrote. */
const FULL_NAME = /(?:人民政府(?:办公[厅室])?|办事处|[局委厅]|委员会)$/;

export interface NamedOrgan {
  readonly section: 'title' | 'preamble' | 'signature';
  /** Chinese name of the place. */
  readonly place: '标题' | '前言' | '落款';
  readonly name: string;
}

/** Names of the reporting organ, each with the place where it stands. */
export function organNames(report: AnnualReport): readonly NamedOrgan[] {
  const title = report.title === null ? undefined : parseTitle(report.title);
  const compiler = COMPILED_BY.exec(plainText(report.preamble.join('')))?.[1];
  const names: NamedOrgan[] = [];
  if (title?.organ) names.push({ section: 'title', place: '标题', name: title.organ });
  if (compiler !== undefined && FULL_NAME.test(compiler)) {
    names.push({ section: 'preamble', place: '前言', name: compiler });
  }
  const signed = report.signature?.organ;
  if (signed) names.push({ section: 'signature', place: '落款', name: signed });
  return names;
}

export interface StatedPeriod {
  readonly section: 'preamble' | 's1';
  readonly fromYear: number;
  readonly toYear: number;
  /** True for 1 January to 31 December. */
  readonly wholeYear: boolean;
  readonly text: string;
}

const PERIOD =
  /(\d{4})年(\d{1,2})月(\d{1,2})日起?(?:至|到|[—–~～-]+)(?:(\d{4})年|同年|当年|本年)?(\d{1,2})月(\d{1,2})日/g;
const STATISTICS = /统计|数据|时限|期限|报告期/;

/**
 * Periods that the report states for its figures. In the preamble every period is one; in part one only a
 * sentence that speaks of figures or time limits is, because a campaign may run from March to May.
 */
export function statedPeriods(report: AnnualReport): readonly StatedPeriod[] {
  const overview = (report.sections.s1?.paragraphs ?? [])
    .flatMap((paragraph) => paragraph.split(/[。；]/))
    .filter((sentence) => STATISTICS.test(sentence));
  return [...periodsIn('preamble', report.preamble), ...periodsIn('s1', overview)];
}

function periodsIn(section: StatedPeriod['section'], texts: readonly string[]): readonly StatedPeriod[] {
  return texts.flatMap((text) =>
    [...plainText(text).matchAll(PERIOD)].map((match) => ({
      section,
      fromYear: Number(match[1]),
      toYear: Number(match[4] ?? match[1]),
      wholeYear: [match[2], match[3], match[5], match[6]].map(Number).join('-') === '1-1-12-31',
      text: match[0],
    })),
  );
}
