import type { AnnualReport } from '../report.ts';
import { NUMERAL_SOURCE, readNumeral } from './numerals.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** What part six says of 信息处理费 (30号一（六）). */
export interface FeeStatement {
  /** The first sentence that speaks of it. */
  readonly sentence: Sentence;
  /** Every amount named, in 分. */
  readonly amounts: readonly number[];
  /** Every number of cases named. */
  readonly counts: readonly number[];
  /** It says that nothing was collected. */
  readonly isNone: boolean;
}

const PROCESSING_FEE = /处理费/;
const ANY_FEE = /收取[^，。；]{0,12}费|收费/;
const NONE =
  /未(?:曾)?(?:收取|收费|产生|发生|向)|没有(?:收取|收费|产生|发生)|无(?:需)?(?:收取|收费|信息处理费|政府信息公开)|不(?:收取|收费)|(?:费用?|情况)(?:：|为|是)?(?:无|没有|0|零)(?=[，。；]|$)/;

const FEN_PER_YUAN = 100;
const AMOUNT = new RegExp(`(${NUMERAL_SOURCE})元`, 'g');
const COUNT = new RegExp(`(${NUMERAL_SOURCE})(?:件|笔|宗|起|人次|次)`, 'g');

/** Sentence by sentence, whose length is bounded: a pattern must not run over a whole file of digits. */
const figuresIn = (sentences: readonly Sentence[], pattern: RegExp): readonly number[] =>
  sentences.flatMap(({ folded }) =>
    [...folded.matchAll(pattern)].flatMap(([, numeral = '']) => readNumeral(numeral) ?? []),
  );

/** Sentences of part six about 信息处理费, or, where none names it, about charges. */
function feeSentences(report: AnnualReport): readonly Sentence[] {
  const inPartSix = sentencesOf(report).filter(({ place }) => place === 's6');
  const named = inPartSix.filter(({ folded }) => PROCESSING_FEE.test(folded));
  return named.length > 0 ? named : inPartSix.filter(({ folded }) => ANY_FEE.test(folded));
}

/** Reads the statement on 信息处理费; `null` when part six has none. */
export function feeStatementOf(report: AnnualReport): FeeStatement | null {
  const sentences = feeSentences(report);
  const [sentence] = sentences;
  if (sentence === undefined) return null;
  const amounts = figuresIn(sentences, AMOUNT).map((yuan) => Math.round(yuan * FEN_PER_YUAN));
  return {
    sentence,
    amounts,
    counts: figuresIn(sentences, COUNT),
    isNone: sentences.some(({ folded }) => NONE.test(folded)) && amounts.every((amount) => amount === 0),
  };
}
