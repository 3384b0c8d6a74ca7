import {
  type BodyBlock,
  type BodyCell,
  type DocumentBody,
  paragraphOf,
} from '@zhaoshi/domain/disclosure/document-body';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { writeGazettePdf } from '../gazettes/write-gazette-pdf.ts';
import { writePosterPdf } from '../posters/write-poster-pdf.ts';
import { writePublicDocx } from '../public-text/write-public-docx.ts';
import { writePublicPdf } from '../public-text/write-public-pdf.ts';
import { parsePdf } from '../read/pdf/parse-pdf.ts';
import { readSourceAs } from '../read/read-source.ts';
import { openZip } from '../read/zip.ts';
import type { SourceDocument } from '../source-document.ts';

const cell = (text: string, type: BodyCell['type']): BodyCell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraphOf(text, 'left', 0)],
});

const table = (rows: readonly (readonly string[])[]): BodyBlock => ({
  type: 'table',
  content: rows.map((row, y) => ({
    type: 'table_row',
    content: row.map((text) => cell(text, y === 0 ? 'table_header' : 'table_cell')),
  })),
});

const HEAD = ['序号', '姓名', '身份证号', '村组', '银行账号', '金额（元）'];
const ROW = ['1', '张测试', '11*************02X', '东坡村三组', '6222020200112230003', '1500'];
const CONTRACT_HEAD = ['序号', '单位', '代码', '合同编号', '开工日期', '竣工日期', '金额（万元）', '网址'];
const CONTRACT = ['1', '示范县水利工程有限公司', '91330100MA2ABCDE1X', 'SFX-2026-SL-000123']
  .concat(['2026-03-01', '2026-12-31', '1,234,567.89'])
  .concat(['https://www.example.gov.cn/col/col1229/art/2026/11/2/art_1229_123456.html']);

const title = '补贴名单';
const documentNumber = '某镇发〔2026〕3号';
const signature = ['某镇人民政府'];

async function official(body: DocumentBody): Promise<Uint8Array> {
  return await writePublicPdf({
    title,
    documentNumber,
    date: '2026-11-10' as CivilDate,
    body,
    colophon: [],
  });
}

async function poster(body: DocumentBody): Promise<Uint8Array> {
  return await writePosterPdf({
    paper: 'a4',
    fit: 'sheets',
    publisher: '某镇人民政府',
    title,
    documentNumber,
    facts: [],
    body,
    attachments: [],
    signature,
    address: '/x',
    qr: null,
    checkCode: 'ABCD-EFGH',
    edition: 1,
  });
}

async function gazette(body: DocumentBody): Promise<Uint8Array> {
  const item = { title, documentNumber, body, attachments: [], signature, record: '索引号 0001' };
  const name = '某县人民政府公报';
  return await writeGazettePdf({
    name,
    numberWords: '2026年第1号',
    totalWords: '',
    imprint: [],
    items: [item],
  });
}

const PDFS = { official, poster, gazette } as const;

const cellsOf = ({ blocks }: SourceDocument): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [] : block.grid.cells.map(({ text }) => text.replace(/\s+/g, '')),
  );

describe.each(['official', 'poster', 'gazette'] as const)('a table on the paper of the %s text', (kind) => {
  const written = async (...rows: readonly (readonly string[])[]): Promise<readonly string[]> =>
    cellsOf(await parsePdf(Uint8Array.from(await PDFS[kind]({ type: 'doc', content: [table(rows)] }))));

  it('keeps each long number in its own column', async () => {
    expect(await written(HEAD, ROW)).toEqual(expect.arrayContaining(ROW));
  });

  it('sets a wide one smaller and breaks its words and addresses, each still in its own column', async () => {
    expect(await written(CONTRACT_HEAD, CONTRACT)).toEqual(expect.arrayContaining(CONTRACT));
  });
});

describe('a table in the Word file', () => {
  const write = (...content: readonly BodyBlock[]): Promise<Uint8Array> =>
    writePublicDocx({
      title,
      documentNumber,
      date: '2026-11-10' as CivilDate,
      colophon: [],
      body: { type: 'doc', content },
    });

  it('gives a column of card numbers more room than one of ordinal numbers', async () => {
    const zip = await openZip(await write(table([HEAD, ROW])));
    const xml = new TextDecoder().decode(await zip.read('word/document.xml'));
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(6);
    expect(widths[4]).toBeGreaterThan(3 * (widths[0] ?? Number.NaN));
  });

  it('stays apart from a table that follows it at once', async () => {
    const source = await readSourceAs('docx', await write(table([HEAD, ROW]), table([['甲'], ['乙']])));
    expect(source.blocks.filter(({ kind }) => kind !== 'paragraph')).toHaveLength(2);
  });
});
