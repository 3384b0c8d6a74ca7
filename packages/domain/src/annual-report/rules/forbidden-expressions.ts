import { type WordMatcher, wordMatcher } from '../text/word-matcher.ts';

/**
 * Names of laws and of the state as they must never be written: the law on disclosure is 《中华人民共和国政府信息
 * 公开条例》, no 法, and of nothing else.
 */
const WRONG_NAMES = new RegExp(
  [
    '中华人民共和国(?:政府|政务)?信息公开法',
    '《政府信息公开法》',
    '中华人民共和国(?:政务信息公开|政务公开|信息公开|政府信息公开工作|政府信息公开管理)条例',
    '中华人民共合国|中华人名共和国|中华人民共和囯|中国人民共和国',
  ].join('|'),
  'g',
);

const MATCHERS = new WeakMap<readonly string[], WordMatcher>();

/** The list of an installation may be long, and the same for thousands of reports: its matcher is built once. */
function matcherOf(words: readonly string[]): WordMatcher {
  const known = MATCHERS.get(words);
  if (known) return known;
  const matcher = wordMatcher(words);
  MATCHERS.set(words, matcher);
  return matcher;
}

/** Wrong names of laws and the given forbidden words in a folded text, as written. */
export function forbiddenExpressions(folded: string, forbiddenWords: readonly string[]): readonly string[] {
  const names = [...folded.matchAll(WRONG_NAMES)].map(([name]) => name);
  if (forbiddenWords.length === 0) return names;
  return [...names, ...matcherOf(forbiddenWords)(folded).map(({ word }) => word)];
}
