import type { Validity } from '../disclosure/validity/validity.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type GramSpace, gramsOfTerm, markOf, markOfNumber } from './grams.ts';
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

/** What of a published thing is short, and looked at first. */
export interface SearchedHead {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
}

/** What of a published thing is looked at. */
export interface SearchedText extends SearchedHead {
  readonly otherWords: string;
  readonly body: string;
}

/** A question is cut to its first words; those of one character count only beside longer ones. */
export function askQuestion(query: string, filter: SearchFilter): SearchQuestion {
  return { terms: publishedTerms(query), number: askedNumber(query), filter };
}

export const isLongEnough = ({ terms }: SearchQuestion): boolean =>
  terms.some((term) => Array.from(term).length >= 2);

/** Each is a descent of the index; more of them find nothing less. */
const MOST_GRAMS = 48;

function gramsOfTerms(terms: readonly string[], space: GramSpace): readonly number[] {
  const grams = [...new Set(terms.flatMap((term) => gramsOfTerm(term, space)))];
  const step = Math.ceil(grams.length / MOST_GRAMS);
  return grams.filter((_, index) => index % step === 0);
}

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

/** What the index must know of whatever answers the question at this place; empty when nothing can stand there. */
export function gramsOfQuestion({ terms, number, filter }: SearchQuestion, place: Place): readonly number[] {
  if (place === 'number') return number === null ? [] : [markOfNumber(number), ...marksOfFilter(filter)];
  return [...gramsOfTerms(terms, place), ...marksOfFilter(filter)];
}

const isNumberOf = (asked: string | null, { documentNumber, indexNumber }: SearchedHead): boolean =>
  asked !== null && [documentNumber, indexNumber].some((own) => own !== null && numberKey(own) === asked);

const holdsAll = (text: string, terms: readonly string[]): boolean => {
  const folded = foldPublished(text);
  return terms.every((term) => folded.includes(term));
};

/** Everything of a published thing in which words are looked for. */
export const wholeText = ({ title, documentNumber, indexNumber, otherWords, body }: SearchedText): string =>
  [title, documentNumber ?? '', indexNumber ?? '', otherWords, body].join('\n');

/** The place at which a thing answers the question without its text; `null` when only that can answer it. */
export function placeOfHead(
  { terms, number }: SearchQuestion,
  head: SearchedHead,
): 'number' | 'title' | null {
  if (isNumberOf(number, head)) return 'number';
  return holdsAll(head.title, terms) ? 'title' : null;
}

/** The first place at which a thing answers the question; `null` when it does not. */
export const placeOf = (question: SearchQuestion, text: SearchedText): Place | null =>
  placeOfHead(question, text) ?? (holdsAll(wholeText(text), question.terms) ? 'text' : null);
