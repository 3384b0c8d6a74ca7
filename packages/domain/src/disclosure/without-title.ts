import { bodyPieces, type DocumentBody } from './document-body.ts';

/** A title is printed on so many lines at most. */
const MOST_LINES = 6;

const fold = (text: string): string => text.replaceAll(/\s/g, '');

/**
 * The text of a document as it stands under its title: lines at the beginning that only repeat the title are left out,
 * because whoever pastes a paper pastes its head as well. The kept text is not changed by this, nor is its hash.
 */
export function withoutTitle(body: DocumentBody, title: string): DocumentBody {
  const wanted = fold(title);
  let read = '';
  for (const [index, block] of body.content.slice(0, MOST_LINES).entries()) {
    if (block.type !== 'paragraph' && block.type !== 'heading') return body;
    read += bodyPieces({ type: 'doc', content: [block] })
      .map(({ text }) => fold(text))
      .join('');
    if (!wanted.startsWith(read)) return body;
    if (read === wanted && wanted !== '') return { ...body, content: body.content.slice(index + 1) };
  }
  return body;
}
