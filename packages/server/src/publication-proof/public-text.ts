import { createHash } from 'node:crypto';
import { bodyPieces, type DocumentBody } from '@zhaoshi/domain/disclosure/document-body';

/** Title, number and text of a document as readers see them, a text for each paragraph and cell. */
export interface PublicText {
  readonly title: string;
  /** 发文字号; empty where it has none. */
  readonly documentNumber: string;
  readonly paragraphs: readonly string[];
}

export const publicText = ({
  title,
  documentNumber,
  body,
}: {
  readonly title: string;
  readonly documentNumber: string;
  readonly body: DocumentBody;
}): PublicText => ({
  title,
  documentNumber,
  paragraphs: bodyPieces(body)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== ''),
});

/** A JSON array of texts has one form only. */
export const textHash = ({ title, documentNumber, paragraphs }: PublicText): string =>
  createHash('sha256')
    .update(JSON.stringify([title, documentNumber, ...paragraphs]))
    .digest('hex');

/**
 * A text as it is compared: without blanks, line ends and what a program may write in two ways, since copying from a
 * page, Word or WPS changes those and nothing else.
 */
export const foldText = (text: string): string =>
  text.normalize('NFKC').replace(/\s|\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/g, '');

/** How a text that somebody holds stands to what was published. */
export type TextAnswer =
  /** Title and text, or the text, and nothing else. */
  | { readonly kind: 'same' }
  /** A part of it, word for word. */
  | { readonly kind: 'part' }
  /** All of it, with other words between or around. */
  | { readonly kind: 'more'; readonly others: readonly string[] }
  /** Not all of it is there, or it was changed; the first paragraph that is missing. */
  | { readonly kind: 'differs'; readonly missing: string };

const LEAST_PART = 10;

/** What is left of a text when the paragraphs are taken out in their order; `null` with the first that is not there. */
function takeOut(
  held: string,
  paragraphs: readonly string[],
): { readonly others: readonly string[] } | { readonly missing: string } {
  const others: string[] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    const folded = foldText(paragraph);
    const found = held.indexOf(folded, at);
    if (found < 0) return { missing: paragraph };
    others.push(held.slice(at, found));
    at = found + folded.length;
  }
  return { others: [...others, held.slice(at)].filter((text) => text !== '') };
}

/** Signs that writers put before items of a list and around what a picture shows. */
const SIGNS = /^(?:•|\d{1,3}\.|\(图片见网页:?|\))+$/;

/**
 * Compares a text with what was published.
 *
 * @param colophon what the site itself writes under a text that it makes, folded
 */
export function compareText(
  given: string,
  { title, documentNumber, paragraphs }: PublicText,
  colophon?: RegExp,
): TextAnswer {
  const folded = foldText(given);
  const held = colophon === undefined ? folded : folded.replace(colophon, '');
  const body = foldText(paragraphs.join(''));
  const heads = [foldText(title), foldText(documentNumber)].filter((text) => text !== '');
  if (held === body || held === foldText(title) + body) return { kind: 'same' };
  if (held.length >= LEAST_PART && body.includes(held)) return { kind: 'part' };
  const taken = takeOut(held, paragraphs);
  if ('missing' in taken) return { kind: 'differs', missing: taken.missing };
  const others = taken.others
    .map((text) => heads.reduce((left, head) => left.replaceAll(head, ''), text))
    .filter((text) => text !== '' && !SIGNS.test(text));
  return others.length === 0 ? { kind: 'same' } : { kind: 'more', others };
}
