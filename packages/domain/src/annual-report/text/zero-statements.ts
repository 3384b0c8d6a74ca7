import { type CellId, cellId, type RowId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { type Forms, outcomeReadings } from './readings.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A sentence that says of something that there was none of it. */
export interface ZeroStatement {
  readonly sentence: Sentence;
  /** The words, for example “未收到政府信息公开申请”. */
  readonly phrase: string;
  /** Every one of these must be 0. */
  readonly cells: readonly CellId[];
}

const NONE = '(?:尚未|从未|均未|均无|没有|未曾|未|无)';
const GOT = '(?:收到|接到|受理|接收|接获|发生|出现|产生|办理|涉及|存在|引发|有|被)';
/** Characters of the words that may stand between “no” and the noun; 超期, 不予, 部分 are not among them. */
const BETWEEN =
  '[公民法人和或者及与其他组织社会众群单位个任何相关有的、对要求提出交书面政府务信息依开主动新任本机我向过因工作而引起发]{0,40}';
const END =
  '(?:的?(?:案件|案|情况|事项|事件|现象|发生|出现|申请|件|数量|信息|办理|和处理|及处理|等)){0,4}(?=[，；。！、：）]|$)';

const OUTCOME_WORDS = [...VOCABULARY]
  .flatMap(([text, { category }]) => (category === 'outcome' ? text : []))
  .toSorted((a, b) => b.length - a.length)
  .join('|');

const NO_APPLICATION = new RegExp(
  `(?<![如若])${NONE}${GOT}?过?${BETWEEN}(?:申请|依申请公开)(?:公开)?(?:政府信息)?${END}`,
  'g',
);
const NO_OUTCOME = new RegExp(
  `(?<![如若])${NONE}(?:${GOT}过?)?${BETWEEN}[“"]?(${OUTCOME_WORDS})[”"]?的?(?:政府信息)?(?:公开)?(?:申请)?${END}`,
  'g',
);
const NO_CARRY = new RegExp(
  `(?<![如若])${NONE}(上年度?|上一年度?)?结转(?:到|至)?(下一?年度?)?(?:继续办理)?的?${END}`,
  'g',
);
const DISPUTE = '(?:行政)?(?:复议|诉讼|应诉)';
const DISPUTE_LIST = `${DISPUTE}(?:(?:案件|申请)?[、，和或及与以]{1,2}(?:被|提起|申请|引起|的|因政府信息公开|政府信息公开){0,3}${DISPUTE}){0,2}`;
const DISPUTE_BETWEEN =
  '[因为政府务信息公开工作的而被申请引起发生产提人依法有关相涉及导致群众任何过对我本镇乡局]{0,40}';
const NO_DISPUTE = new RegExp(`(?<![如若])${NONE}${GOT}?${DISPUTE_BETWEEN}(${DISPUTE_LIST})${END}`, 'g');
const DISPUTES_NONE = new RegExp(
  `(${DISPUTE_LIST})(?:案件|情况|申请)?(?:均|都|全部)?(?:未发生|没有发生|未产生|无发生)(?=[，；。！、：）]|$)`,
  'g',
);

const BLOCKS: readonly (readonly [RegExp, readonly RowId[]])[] = [
  [/复议/, ['t4.reconsideration']],
  [/诉讼|应诉/, ['t4.litigationDirect', 't4.litigationAfterReconsideration']],
];

function disputeCells(words: string): readonly CellId[] {
  return BLOCKS.flatMap(([pattern, rows]) =>
    pattern.test(words) ? rows.map((row) => cellId(row, 'total')) : [],
  );
}

function carryCells(lastYear: string | undefined, nextYear: string | undefined): readonly CellId[] {
  if (lastYear !== undefined) return [cellId('t3.carriedIn', 'total')];
  return nextYear === undefined ? [] : [cellId('t3.carriedForward', 'total')];
}

type CellsOfMatch = (match: RegExpExecArray, forms: Forms) => readonly CellId[];

/** 新收 only: what was carried in from last year may well be there (AR-TXT-08). */
const NOTHING_RECEIVED: readonly CellId[] = [cellId('t3.newlyReceived', 'total')];

const PATTERNS: readonly (readonly [RegExp, CellsOfMatch])[] = [
  [NO_APPLICATION, () => NOTHING_RECEIVED],
  [
    NO_OUTCOME,
    (match, forms) =>
      outcomeReadings(VOCABULARY.get(match[1] ?? '')?.rows ?? [], forms).flatMap(({ plus }) => plus),
  ],
  [NO_CARRY, (match) => carryCells(match[1], match[2])],
  [NO_DISPUTE, (match) => disputeCells(match[1] ?? '')],
  [DISPUTES_NONE, (match) => disputeCells(match[1] ?? '')],
];

/** Whether the words before the statement speak of another year than the report's. */
function ofOtherYear(before: string, reportYear: number | null): boolean {
  const mentions = [...before.matchAll(/(20\d\d)年|上一?年(?!度?结转)|去年|前年|今年|本年|全年/g)];
  const last = mentions.at(-1);
  if (!last) return false;
  if (last[1] !== undefined) return Number(last[1]) !== reportYear;
  return /^(?:上|去|前)/.test(last[0]);
}

function zeroStatementsIn(sentence: Sentence, forms: Forms, reportYear: number | null): ZeroStatement[] {
  const { folded } = sentence;
  return PATTERNS.flatMap(([pattern, cellsOf]) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const cells = cellsOf(match, forms);
      if (cells.length === 0 || ofOtherYear(folded.slice(0, match.index), reportYear)) return [];
      return { sentence, phrase: match[0], cells };
    }),
  );
}

/** Every statement of the text that there was none: 未收到申请, 没有发生行政复议、行政诉讼. */
export function zeroStatementsOf(report: AnnualReport): readonly ZeroStatement[] {
  return sentencesOf(report).flatMap((sentence) =>
    /[未无]|没有/.test(sentence.folded) && /申请|复议|诉讼|公开|结转/.test(sentence.folded)
      ? zeroStatementsIn(sentence, report.tableForms, report.reportYear)
      : [],
  );
}
