import { askQuestion, isLongEnough, type SearchFilter } from '@zhaoshi/domain/search/question';
import type { NearSearch } from '@zhaoshi/portal/view-models';
import type { PublishedDatabase } from '../db/queries/published.ts';
import { searchPublished } from '../db/queries/published-search.ts';
import type { Narrowings } from '../db/schema/narrowings.ts';
import { searchPath } from './search-address.ts';

const MOST_TRIED = 10;
const MOST_OFFERED = 3;

const LETTER = /^[a-z0-9]$/iu;

/** A cut through a word of letters or a number leaves nothing that anybody asked for. */
const cutsWord = (characters: readonly string[], at: number): boolean =>
  LETTER.test(characters[at - 1] ?? '') && LETTER.test(characters[at] ?? '');

/**
 * Questions that ask for less: a word left out; a single word cut at its ends and in its middle, last its pairs, though
 * never within letters or figures.
 */
function lesserQuestions(terms: readonly string[]): readonly string[] {
  const [only = ''] = terms;
  if (terms.length > 1) return terms.map((term) => terms.filter((other) => other !== term).join(' '));
  const characters = Array.from(only);
  const { length } = characters;
  const middle = Math.ceil(length / 2);
  const parts = [
    [0, length - 1],
    [1, length],
    [0, middle],
    [middle, length],
    ...Array.from({ length: Math.ceil(length / 2) }, (_, index) => [2 * index, 2 * index + 2] as const),
  ] as const;
  return parts
    .filter(([from, to]) => !cutsWord(characters, from) && !cutsWord(characters, to))
    .map(([from, to]) => characters.slice(from, Math.max(from, to)).join(''));
}

/** Questions near one without an answer that have answers themselves. */
export async function findNearest(
  published: PublishedDatabase,
  terms: readonly string[],
  filter: SearchFilter,
  narrowings: Narrowings,
): Promise<readonly NearSearch[]> {
  const found: NearSearch[] = [];
  const finds = async (query: string, within: SearchFilter): Promise<boolean> => {
    const question = askQuestion(query, within);
    if (!isLongEnough(question)) return false;
    const result = await searchPublished(published, question, null, 1);
    return result !== null && result.hits.length > 0;
  };
  const whole = terms.join(' ');
  if (Object.keys(narrowings).length > 0 && (await finds(whole, {}))) {
    found.push({ words: `${whole}（不加筛选）`, path: searchPath(whole, {}) });
  }
  for (const query of [...new Set(lesserQuestions(terms))].slice(0, MOST_TRIED)) {
    if (found.length === MOST_OFFERED) break;
    if (await finds(query, filter)) found.push({ words: query, path: searchPath(query, narrowings) });
  }
  return found;
}
