import { type BodyBlock, type DocumentBody, paragraphOf } from '../document-body.ts';
import type { GuidePart } from './guide-parts.ts';

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const heading = (text: string): BodyBlock => ({
  type: 'heading',
  attrs: { level: 2, align: 'left' },
  content: [{ type: 'text', text }],
});

/** The guide as a document's text: a heading and its lines for each part. */
export const guideBody = (parts: readonly GuidePart[]): DocumentBody => ({
  type: 'doc',
  content: parts.flatMap(({ title, lines }, index) => [
    heading(`${CHINESE[index] ?? String(index + 1)}、${title}`),
    ...lines.map((line) => paragraphOf(line)),
  ]),
});
