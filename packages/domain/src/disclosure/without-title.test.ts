import { describe, expect, it } from 'vitest';
import { type BodyBlock, type DocumentBody, paragraphOf } from './document-body.ts';
import { withoutTitle } from './without-title.ts';

const TITLE = '示范镇关于开展2026年冬季农田水利检修的公告';

const body = (...content: readonly BodyBlock[]): DocumentBody => ({ type: 'doc', content });
const TEXT = paragraphOf('为保障明年春灌，现公告如下。');

const heading = (text: string): BodyBlock => ({
  type: 'heading',
  attrs: { level: 1, align: 'center' },
  content: [{ type: 'text', text }],
});

describe('the text under its title', () => {
  it.each<[string, readonly BodyBlock[]]>([
    ['as a paragraph', [paragraphOf(TITLE, 'center', 0)]],
    ['as a heading', [heading(TITLE)]],
    [
      'on two lines with blanks',
      [paragraphOf('示范镇关于开展2026年'), paragraphOf('　冬季农田水利检修的公告 ')],
    ],
    ['with a line end', [heading(`示范镇关于开展\n2026年冬季农田水利检修的公告`)]],
    ['after an empty line', [paragraphOf(''), paragraphOf(TITLE)]],
  ])('does not say it again %s', (_how, head) => {
    expect(withoutTitle(body(...head, TEXT), TITLE)).toEqual(body(TEXT));
  });

  it.each<[string, readonly BodyBlock[]]>([
    ['a text that only begins with it', [paragraphOf(`${TITLE}如下`), TEXT]],
    ['another title', [paragraphOf('示范镇关于开展2025年冬季农田水利检修的公告'), TEXT]],
    ['a part of it', [paragraphOf('示范镇关于开展2026年'), TEXT]],
    ['a line before it', [paragraphOf('示范镇人民政府文件'), paragraphOf(TITLE), TEXT]],
    ['a picture before it', [{ type: 'image', attrs: { fileId: 'a', alt: '' } }, paragraphOf(TITLE)]],
    ['no text at all', []],
  ])('is kept whole with %s', (_what, content) => {
    expect(withoutTitle(body(...content), TITLE)).toEqual(body(...content));
  });

  it('is kept whole as long as there is no title', () => {
    expect(withoutTitle(body(paragraphOf(''), TEXT), '')).toEqual(body(paragraphOf(''), TEXT));
  });
});
