import { readNumeral } from './numerals.ts';
import type { Sentence } from './sentences.ts';

/** A fault in a numbered list: 二 twice, or 四 behind 二. */
export interface OrdinalFault {
  readonly sentence: Sentence;
  /** The ordinal as printed. */
  readonly text: string;
}

interface Ordinal {
  readonly sentence: Sentence;
  readonly text: string;
  readonly value: number;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';

/**
 * The writings of ordinals, each a list of its own. 一是 may stand anywhere behind a mark; the others only open a
 * paragraph, because （五） and 1. inside a sentence name items of a law or are decimals.
 */
const STYLES: readonly { readonly anywhere: boolean; readonly pattern: RegExp }[] = [
  {
    anywhere: true,
    pattern: new RegExp(
      `(?:^|[，。；：、）！])(?<text>(?<value>${CHINESE})是)(?![一二三四五六七八九十])`,
      'g',
    ),
  },
  { anywhere: false, pattern: new RegExp(`^(?<text>（(?<value>${CHINESE})）)`, 'g') },
  { anywhere: false, pattern: /^(?<text>（(?<value>\d{1,2})）)/g },
  { anywhere: false, pattern: /^(?<text>(?<value>\d{1,2})[.．、])(?!\d)/g },
];

/** Index of the styles （一） and （1）: a file may show the first item of a list in the other one. */
const CHINESE_BRACKETS = 1;
const DIGIT_BRACKETS = 2;

function ordinalsOf(sentences: readonly Sentence[], style: number): readonly Ordinal[] {
  const { anywhere, pattern } = STYLES[style] ?? { anywhere: false, pattern: /$^/g };
  let paragraph: number | undefined;
  return sentences.flatMap((sentence) => {
    const opens = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    if (!opens && !anywhere) return [];
    return [...sentence.folded.matchAll(pattern)].flatMap((match) => {
      const value = readNumeral(match.groups?.['value'] ?? '');
      const text = match.groups?.['text'] ?? '';
      return value === undefined || value === 0 ? [] : [{ sentence, text, value }];
    });
  });
}

/** Every item must follow the one before or begin a new list with 1. */
function faultsOf(ordinals: readonly Ordinal[], firstMayBe: number): readonly OrdinalFault[] {
  let last = 0;
  return ordinals.flatMap((ordinal, index) => {
    const fits =
      ordinal.value === last + 1 || ordinal.value === 1 || (index === 0 && ordinal.value === firstMayBe);
    last = ordinal.value;
    return fits ? [] : [{ sentence: ordinal.sentence, text: ordinal.text }];
  });
}

/** Doubled and missing ordinals of one part, whose sentences are given in order. */
export function ordinalFaults(sentences: readonly Sentence[]): readonly OrdinalFault[] {
  return STYLES.flatMap((_, style) => {
    const ordinals = ordinalsOf(sentences, style);
    // Files that lost their automatic numbers show “（1）主动公开” above “（二）依申请公开”.
    const borrowed = style === CHINESE_BRACKETS && ordinalsOf(sentences, DIGIT_BRACKETS)[0]?.value === 1;
    return faultsOf(ordinals, borrowed ? 2 : 1);
  });
}
