import type { BodyBlock } from '@zhaoshi/domain/disclosure/document-body';
import { expect, it } from 'vitest';
import { documentBodyHtml } from './document-html.ts';

const heading = (level: number, text: string): BodyBlock => ({
  type: 'heading',
  attrs: { level, align: 'left' },
  content: [{ type: 'text', text }],
});

const tagsOf = (content: readonly BodyBlock[]): readonly string[] =>
  [...documentBodyHtml({ type: 'doc', content }, []).markup.matchAll(/<(h\d)[^>]*>([^<]*)/g)].map(
    ([, tag, text]) => `${tag} ${text}`,
  );

it('headings stand under the title one level at a time, whatever levels the writer took', () => {
  expect(tagsOf([heading(2, '一'), heading(3, '（一）'), heading(2, '二'), heading(1, '三')])).toEqual([
    'h2 一',
    'h3 （一）',
    'h2 二',
    'h2 三',
  ]);
  expect(tagsOf([heading(3, 'a'), heading(3, 'b'), heading(1, 'c'), heading(3, 'd')])).toEqual([
    'h2 a',
    'h2 b',
    'h2 c',
    'h3 d',
  ]);
});
