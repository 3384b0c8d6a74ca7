import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type BodyBlock, hasUnnamedPicture, paragraphOf } from './document-body.ts';
import { EMPTY_CONTENT } from './document-content.ts';
import { refuseContent } from './refuse-content.ts';

const picture = (alt: string): BodyBlock => ({ type: 'image', attrs: { fileId: 'a', alt } });

const inTable = (block: BodyBlock): BodyBlock => ({
  type: 'table',
  content: [
    {
      type: 'table_row',
      content: [{ type: 'table_cell', attrs: { colspan: 1, rowspan: 1 }, content: [block] }],
    },
  ],
});

const refusals = (...content: readonly BodyBlock[]): readonly string[] =>
  refuseContent(
    { ...EMPTY_CONTENT, body: { type: 'doc', content: [paragraphOf('公告。'), ...content] } },
    {
      edition: 1,
      today: '2026-11-20' as CivilDate,
      hasForeignItem: false,
      isNumberTaken: false,
      documentId: 'a',
      onFile: { documents: new Map(), relations: [] },
    },
  ).map(({ code }) => code);

describe('a picture of which nothing says what it shows', () => {
  it.each([
    ['in the text', picture(' ')],
    ['in a table', inTable(picture(''))],
  ])('%s keeps the document from being submitted', (_where, block) => {
    expect(hasUnnamedPicture({ type: 'doc', content: [block] })).toBe(true);
    expect(refusals(block)).toContain('picture-unnamed');
  });

  it('is no hindrance once it is written', () => {
    expect(refusals(picture('东干渠示意图'))).not.toContain('picture-unnamed');
  });
});
