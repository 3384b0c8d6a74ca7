import { foldForSearch } from '../search/fold.ts';

/** What a description names besides its words. */
export interface Described {
  /** 文号 in one writing. */
  readonly numbers: readonly string[];
  /** Years, as "2021年". */
  readonly time: readonly string[];
}

/** 国办发〔2017〕47号 in any kind of brackets, with or without 第. */
const DOCUMENT_NUMBER = /(\p{Script=Han}{1,12})[〔([【{]((?:19|20)\d{2})[〕)\]】}]第?(\d{1,5})号/gu;

/** Words that lead up to a 文号 in a sentence and are no part of it. */
const LEAD = /^.*(?:公开|关于|获取|提供|根据|依据|按照|以及|文件|贵单位|贵局|下发|印发|制发|的|及|和|与|为)/u;

/** The 文号 that a text names, each once and in one writing: 国办发〔2017〕47号. */
export function documentNumbers(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const found = [...plain.matchAll(DOCUMENT_NUMBER)].map(
    ([, words = '', year = '', number = '']) => `${words.replace(LEAD, '')}〔${year}〕${Number(number)}号`,
  );
  return [...new Set(found)];
}

/** Whether two 文号 are the same one; words of the sentence may still stand before one of them. */
const isSameNumber = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/** The 文号 that two texts share, in the shorter writing. */
export const sharedNumbers = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.flatMap((one) => {
    const other = b.find((candidate) => isSameNumber(one, candidate));
    return other === undefined ? [] : [other.length < one.length ? other : one];
  });

const YEAR = '((?:19|20)\\d{2})年?(?:度|\\d{1,2}月)?(?:\\d{1,2}日)?';
const YEAR_RANGE = new RegExp(`${YEAR}(?:至|到|-|—|–|~)${YEAR}`, 'gu');
const SINGLE_YEAR = /(?<![\d〔([【])((?:19|20)\d{2})(?:年|[-./]\d{1,2})/gu;
const LONGEST_RANGE = 60;

/** The years that a text speaks of: single ones and all of a range; those of a 文号 are no time. */
export function describedTime(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const years = new Set<number>();
  for (const [, from, to] of plain.matchAll(YEAR_RANGE)) {
    const [first, last] = [Number(from), Number(to)];
    for (let year = first; year <= last && year - first < LONGEST_RANGE; year += 1) years.add(year);
  }
  for (const [, year] of plain.matchAll(SINGLE_YEAR)) years.add(Number(year));
  return [...years].toSorted((a, b) => a - b).map((year) => `${year}年`);
}

/** Whether two times have a year in common; a text without any may mean every time. */
export const timesOverlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((year) => b.includes(year));

/** Politeness and the words of the form, which every application has. */
const FORM_WORDS =
  /现?(?:向(?:贵|你)(?:单位|局|府|机关|办|镇|县)|特此|依法|依据?《?(?:中华人民共和国)?政府信息公开条例》?|根据《?(?:中华人民共和国)?政府信息公开条例》?|申请(?:人)?(?:公开|获取|查询)|请(?:依法)?(?:公开|提供)|要求公开|希望公开|政府信息公开|相关信息|有关信息|谢谢)/gu;

/** The description folded, without marks, blanks and the words of every application. */
export const foldDescription = (text: string): string =>
  foldForSearch(text)
    .replaceAll(/\s/g, '')
    .replaceAll(FORM_WORDS, '')
    .replaceAll(/[\p{P}\p{S}]/gu, '');
