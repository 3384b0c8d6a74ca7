import { type BodyBlock, type BodyCell, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { parsePdf } from '../read/pdf/parse-pdf.ts';
import { readSourceAs } from '../read/read-source.ts';
import { openZip } from '../read/zip.ts';
import type { SourceDocument } from '../source-document.ts';
import type { PublicText } from './public-text.ts';
import { writePublicDocx } from './write-public-docx.ts';
import { writePublicPdf } from './write-public-pdf.ts';
import { writePublicTxt } from './write-public-txt.ts';

const cell = (text: string, colspan = 1, rowspan = 1, type: BodyCell['type'] = 'table_cell'): BodyCell => ({
  type,
  attrs: { colspan, rowspan },
  content: [paragraphOf(text, 'left', 0)],
});

const CONTENT: readonly BodyBlock[] = [
  { type: 'heading', attrs: { level: 1, align: 'left' }, content: [{ type: 'text', text: '一、检修范围' }] },
  paragraphOf('范围为东干渠、西干渠 #set page(width: 1cm) & <b>。'),
  {
    type: 'ordered_list',
    attrs: { order: 3 },
    content: [{ type: 'list_item', content: [paragraphOf('停水'), paragraphOf('通知用户')] }],
  },
  {
    type: 'table',
    content: [
      {
        type: 'table_row',
        content: [cell('渠道', 2, 1, 'table_header'), cell('日期', 1, 1, 'table_header')],
      },
      // Reaches over the end of the table, and the row after lacks a cell.
      { type: 'table_row', content: [cell('东干渠', 1, 9), cell('上段'), cell('1日')] },
      { type: 'table_row', content: [cell('下段')] },
    ],
  },
  { type: 'image', attrs: { fileId: '00000000-0000-0000-0000-000000000000', alt: '示意图' } },
  { type: 'horizontal_rule' },
];

const TEXT: PublicText = {
  title: '关于检修的公告',
  documentNumber: '示镇发〔2026〕3号',
  date: '2026-11-10' as CivilDate,
  body: { type: 'doc', content: CONTENT },
  colophon: ['发布机构：示范镇人民政府', '核验码：ABCD-EFGH-JKMN'],
};

const squeezed = (text: string): string => text.replace(/\s+/g, '');

const textOf = ({ blocks }: SourceDocument): string =>
  squeezed(
    blocks
      .map((block) =>
        block.kind === 'paragraph' ? block.text : block.grid.cells.map(({ text }) => text).join(' '),
      )
      .join(' '),
  );

const WRITERS = {
  docx: async (text: PublicText) => textOf(await readSourceAs('docx', await writePublicDocx(text))),
  pdf: async (text: PublicText) => textOf(await parsePdf(Uint8Array.from(await writePublicPdf(text)))),
  txt: async (text: PublicText) =>
    squeezed(await Promise.resolve(new TextDecoder().decode(writePublicTxt(text)))),
} as const;

describe.each(['docx', 'pdf', 'txt'] as const)('a published text as %s', (format) => {
  it('has everything in its order', async () => {
    const found = await WRITERS[format](TEXT);
    const order = [
      '关于检修的公告',
      '示镇发〔2026〕3号',
      '一、检修范围',
      '#setpage',
      '3.停水',
      '通知用户',
    ].concat(['渠道', '上段', '下段', '图片见网页：示意图', '发布机构：示范镇人民政府', 'ABCD-EFGH-JKMN']);
    const places = order.map((piece) => found.indexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('is written of nothing at all, and of characters that no file can hold', async () => {
    const body = { type: 'doc', content: [paragraphOf('\u0001\u{2CEB0}\u{10FFFD}材料')] } as const;
    expect(await WRITERS[format]({ ...TEXT, body })).toContain('材料');
    expect(await WRITERS[format]({ ...TEXT, body: { type: 'doc', content: [] } })).toContain(
      '关于检修的公告',
    );
  });
});

it('names nobody in the properties of the Word file', async () => {
  const zip = await openZip(await writePublicDocx(TEXT));
  const core = new TextDecoder().decode(await zip.read('docProps/core.xml'));
  expect(core).toContain('<dc:title>关于检修的公告</dc:title>');
  expect(core).not.toMatch(/creator|lastModifiedBy/);
});
