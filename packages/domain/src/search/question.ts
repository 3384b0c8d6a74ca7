import type { Validity } from '../disclosure/validity/validity.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { gramsOfTerm, markOf, markOfNumber, type PlacedGram } from './grams.ts';
import { askedNumber, foldPublished, numberKey, publishedTerms } from './published.ts';
import type { Genre } from './published-thing.ts';

/** What results are narrowed to; every one that is named must hold. */
export interface SearchFilter {
  readonly regionId?: string;
  readonly organId?: string;
  readonly genre?: Genre;
  readonly category?: string;
  readonly validity?: Validity;
  /** Days of publication in China, both included. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly year?: number;
  /** Published later than this moment, and at this one at the latest. */
  readonly after?: Date;
  readonly until?: Date;
}

export interface SearchQuestion {
  /** Folded; at least one of two or more characters. */
  readonly terms: readonly string[];
  /** The whole question, when it may be a document number or an index number. */
  readonly number: string | null;
  readonly filter: SearchFilter;
}

/** Where the words stand, in the order of results: a number as a whole, the title, anywhere. */
export const PLACES = ['number', 'title', 'text'] as const;

export type Place = (typeof PLACES)[number];

/** What of a published thing is looked at. */
export interface SearchedText {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  readonly otherWords: string;
  readonly body: string;
}

/** A question is cut to its first words; those of one character count only beside longer ones. */
export function askQuestion(query: string, filter: SearchFilter): SearchQuestion {
  return { terms: publishedTerms(query), number: askedNumber(query), filter };
}

export const isLongEnough = ({ terms }: SearchQuestion): boolean =>
  terms.some((term) => Array.from(term).length >= 2);

function marksOfFilter({
  regionId,
  organId,
  genre,
  category,
  validity,
  year,
}: SearchFilter): readonly number[] {
  return [
    ...(regionId === undefined ? [] : [markOf('region', regionId)]),
    ...(organId === undefined ? [] : [markOf('organ', organId)]),
    ...(genre === undefined ? [] : [markOf('genre', genre)]),
    ...(category === undefined ? [] : [markOf('category', category)]),
    ...(validity === undefined ? [] : [markOf('validity', validity)]),
    ...(year === undefined ? [] : [markOf('year', String(year))]),
  ];
}

const alone = (mark: number): readonly PlacedGram[] => [{ gram: mark, from: 0, to: 0 }];

/**
 * What the index must know of whatever answers the question at this place: the grams of each word, and each mark by
 * itself. Empty when nothing can stand there.
 */
export function gramGroups(
  { terms, number, filter }: SearchQuestion,
  place: Place,
): readonly (readonly PlacedGram[])[] {
  const marks = marksOfFilter(filter).map(alone);
  if (place === 'number') return number === null ? [] : [alone(markOfNumber(number)), ...marks];
  return [...terms.map((term) => gramsOfTerm(term, place)).filter(({ length }) => length > 0), ...marks];
}

const isNumberOf = (asked: string | null, { documentNumber, indexNumber }: SearchedText): boolean =>
  asked !== null && [documentNumber, indexNumber].some((own) => own !== null && numberKey(own) === asked);

const holdsAll = (text: string, terms: readonly string[]): boolean => {
  const folded = foldPublished(text);
  return terms.every((term) => folded.includes(term));
};

/** Everything of a published thing in which words are looked for. */
export const wholeText = ({ title, documentNumber, indexNumber, otherWords, body }: SearchedText): string =>
  [title, documentNumber ?? '', indexNumber ?? '', otherWords, body].join('\n');

/** Whether a thing can answer the question at a place, as far as its title tells. */
export const mayStandAt = ({ terms }: SearchQuestion, place: Place, title: string): boolean =>
  place === 'number' || holdsAll(title, terms) === (place === 'title');

/** The first place at which a thing answers the question; `null` when it does not. */
export function placeOf({ terms, number }: SearchQuestion, text: SearchedText): Place | null {
  if (isNumberOf(number, text)) return 'number';
  if (holdsAll(text.title, terms)) return 'title';
  return holdsAll(wholeText(text), terms) ? 'text' : null;
}
