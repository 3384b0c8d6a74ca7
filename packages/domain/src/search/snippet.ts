import { foldPublished } from './published.ts';

/** A piece of text, `marked` where it is one of the words searched for. */
export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

interface FoldedText {
  /** The folded text, character by character. */
  readonly folded: string;
  /** For each unit of `folded`, the index of the original character it came from. */
  readonly origin: readonly number[];
  readonly characters: readonly string[];
}

/** Most characters are 汉字, which folding leaves alone; asking first makes long texts ten times faster. */
function foldCharacter(character: string): string {
  if (character >= '\u4e00' && character <= '\u9fff') return character;
  return /^\s$/u.test(character) ? ' ' : foldPublished(character);
}

/** Folds each character by itself, so that every place in the folded text has its place in the original. */
function foldWithPlaces(text: string): FoldedText {
  const characters = Array.from(text);
  const origin: number[] = [];
  let folded = '';
  for (const [index, character] of characters.entries()) {
    const piece = foldCharacter(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) origin.push(index);
  }
  return { folded, origin, characters };
}

/** Which original characters belong to one of the words. */
function markedCharacters({ folded, origin, characters }: FoldedText, terms: readonly string[]): Uint8Array {
  const marked = new Uint8Array(characters.length);
  for (const term of terms) {
    if (term === '') continue;
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      for (let unit = at; unit < at + term.length; unit++) marked[origin[unit] ?? 0] = 1;
    }
  }
  return marked;
}

function partsOf(characters: readonly string[], marked: Uint8Array, from: number, to: number): TextPart[] {
  const parts: { text: string; marked: boolean }[] = [];
  for (let index = from; index < to; index++) {
    const isMarked = marked[index] === 1;
    const last = parts.at(-1);
    const character = characters[index] ?? '';
    if (last?.marked === isMarked) last.text += character;
    else parts.push({ text: character, marked: isMarked });
  }
  return parts;
}

/** A short text as it is, with the words marked. */
export function markWords(text: string, terms: readonly string[]): readonly TextPart[] {
  const places = foldWithPlaces(text);
  return partsOf(places.characters, markedCharacters(places, terms), 0, places.characters.length);
}

const BEFORE = 30;

/**
 * The part of a long text around the first word that occurs, at most `length` characters; nothing when none of the
 * words is in it (they were found in the title).
 */
export function snippetOf(text: string, terms: readonly string[], length: number): readonly TextPart[] {
  const places = foldWithPlaces(text);
  const { characters } = places;
  const marked = markedCharacters(places, terms);
  const first = marked.indexOf(1);
  if (first < 0) return [];
  const from = Math.max(0, first - BEFORE);
  const to = Math.min(characters.length, from + length);
  const parts = partsOf(characters, marked, from, to);
  return [
    ...(from > 0 ? [{ text: '…', marked: false }] : []),
    ...parts,
    ...(to < characters.length ? [{ text: '…', marked: false }] : []),
  ];
}
