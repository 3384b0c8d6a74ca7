import { Buffer } from 'node:buffer';
import { bodyText, type DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import { describe, expect, it } from 'vitest';
import { cell, docxEntries, paragraph, row, table } from '../../test/make-docx.ts';
import { makeZip } from '../../test/make-zip.ts';
import { type ReadDocument, readDocument } from './read-document.ts';

const read = async (bytes: Uint8Array, name: string): Promise<ReadDocument> => {
  const result = await readDocument(bytes, name);
  return result.ok ? result.value : expect.fail(result.error.message);
};

const ofText = (text: string): Promise<ReadDocument> => read(Buffer.from(text), '通知.txt');

/** "heading 2 left: 一、总体要求" for each block. */
const outline = ({ content }: DocumentBody): readonly string[] =>
  content.map((block) => {
    const text = bodyText({ type: 'doc', content: [block] });
    if (block.type === 'heading') return `heading ${block.attrs.level} ${block.attrs.align}: ${text}`;
    if (block.type === 'paragraph') return `${block.attrs.align} ${block.attrs.indent}: ${text}`;
    return block.type;
  });

const NOTICE = `昭和县人民政府办公室文件
昭政办发〔2026〕12号
昭和县人民政府办公室
关于加强农村公路养护的通知
各乡镇人民政府，县政府各部门：
为加强农村公路养护，现通知如下。
一、总体要求
（一）分级负责
县道由县交通运输局养护。
二、提高认识。各单位应当认真落实。
附件
昭和县人民政府办公室
2026年3月2日
（此件公开发布）
`;

describe('an official document', () => {
  it('becomes headings, paragraphs and a signature, without its head', async () => {
    const { body } = await ofText(NOTICE);
    expect(outline(body)).toEqual([
      'left 0: 各乡镇人民政府，县政府各部门：',
      'justify 2: 为加强农村公路养护，现通知如下。',
      'heading 2 left: 一、总体要求',
      'heading 3 left: （一）分级负责',
      'justify 2: 县道由县交通运输局养护。',
      'justify 2: 二、提高认识。各单位应当认真落实。',
      'left 0: 附件',
      'right 0: 昭和县人民政府办公室',
      'right 0: 2026年3月2日',
      'justify 2: （此件公开发布）',
    ]);
  });

  it('has its number below the title in its head as well', async () => {
    const below = NOTICE.replace('昭政办发〔2026〕12号\n', '').replace(
      '通知\n各',
      '通知\n\n昭政办发〔2026〕12号\n各',
    );
    const { body, metadata } = await ofText(below);
    expect(metadata.documentNumber?.value).toBe('昭政办发〔2026〕12号');
    expect(outline(body)[0]).toBe('left 0: 各乡镇人民政府，县政府各部门：');
  });

  it('says what it is, with the words that say so, and that the head was taken out', async () => {
    const { metadata, notes } = await ofText(NOTICE);
    expect(metadata.title).toEqual({
      value: '昭和县人民政府办公室关于加强农村公路养护的通知',
      confidence: 'certain',
      from: '昭和县人民政府办公室关于加强农村公路养护的通知',
    });
    expect(metadata.documentNumber?.value).toBe('昭政办发〔2026〕12号');
    expect(metadata.dateOfDocument).toMatchObject({ value: '2026-03-02', from: '2026年3月2日' });
    expect(metadata.classMark?.value.disclosureClass).toBe('proactive');
    expect(notes.join('')).toContain('版头、发文字号和标题已经读入要素');
  });

  it('keeps everything where the title is in doubt', async () => {
    const { body, metadata } = await ofText('会议定于周五召开。\n请按时参加。\n');
    expect(metadata.title).toBeNull();
    expect(bodyText(body)).toBe('会议定于周五召开。\n请按时参加。');
  });
});

describe('tables', () => {
  const of = (text: string, properties = ''): string => cell(paragraph(text), properties);
  const body = table(
    [
      row([of('乡镇', '<w:gridSpan w:val="2"/>'), of('户数')]),
      row([of('示范镇', '<w:vMerge w:val="restart"/>'), of('一村'), of('12')]),
      row([of('', '<w:vMerge/>'), of('二村'), of('7')]),
    ],
    [3000, 3000, 3000],
  );

  it('keep merged cells, and a first row of headings', async () => {
    const docx = makeZip(docxEntries({ body: paragraph('补贴发放情况如下。') + body }));
    const { body: made } = await read(docx, '公示.docx');
    const [, made0] = made.content;
    const rows = made0?.type === 'table' ? made0.content : expect.fail('a table');
    const shape = rows.map(({ content }) =>
      content.map(({ type, attrs, content: blocks }) => [
        type === 'table_header' ? 'h' : 'c',
        attrs.colspan,
        attrs.rowspan,
        bodyText({ type: 'doc', content: blocks }),
      ]),
    );
    expect(shape).toEqual([
      [
        ['h', 2, 1, '乡镇'],
        ['h', 1, 1, '户数'],
      ],
      [
        ['c', 1, 2, '示范镇'],
        ['c', 1, 1, '一村'],
        ['c', 1, 1, '12'],
      ],
      [
        ['c', 1, 1, '二村'],
        ['c', 1, 1, '7'],
      ],
    ]);
  });
});

describe('what cannot be read says what to do', () => {
  const refused = async (bytes: Uint8Array, name: string): Promise<string> => {
    const result = await readDocument(bytes, name);
    return result.ok ? expect.fail('was read') : result.error.message;
  };

  it('OFD goes as an attachment', async () => {
    const ofd = makeZip([{ name: 'OFD.xml', data: '<ofd/>' }]);
    expect(await refused(ofd, '通知.ofd')).toContain('原件可以作为附件上传');
  });

  it('and nothing speaks of annual reports', async () => {
    const slides = makeZip([{ name: 'ppt/presentation.xml', data: '<p/>' }]);
    expect(await refused(slides, '汇报.pptx')).toBe(
      '这种文件读不出正文。请提供 Word、WPS、PDF、网页、纯文本或者电子表格；其他文件可以作为附件上传。',
    );
  });

  it('an empty file and rubbish', async () => {
    expect(await refused(Buffer.from(''), '空.docx')).toContain('空');
    expect(await refused(Buffer.from([0, 1, 2, 3]), '坏.docx')).not.toContain('报告');
  });
});
