import { enclosureLines, type Letter } from '@zhaoshi/domain/letter/letter';
import { LETTER_KIND_IDS } from '@zhaoshi/domain/letter/letter-kinds';
import { describe, expect, it } from 'vitest';
import { day, sampleFacts, sampleLetter } from '../../../domain/test/sample-letter.ts';
import { parsePdf } from '../read/pdf/parse-pdf.ts';
import { readSourceAs } from '../read/read-source.ts';
import { openZip } from '../read/zip.ts';
import type { SourceDocument } from '../source-document.ts';
import { writeLetterDocx } from './write-letter-docx.ts';
import { createLetterPdfWriter, writeLetterPdf } from './write-letter-pdf.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Everything that a reader finds, in its order, without spaces and line ends. */
const textOf = ({ blocks }: SourceDocument): string =>
  squeezed(
    blocks
      .map((block) =>
        block.kind === 'paragraph' ? block.text : block.grid.cells.map(({ text }) => text).join(' '),
      )
      .join(' '),
  );

const WRITERS = {
  docx: async (letter: Letter) => textOf(await readSourceAs('docx', await writeLetterDocx(letter))),
  pdf: async (letter: Letter) => textOf(await parsePdf(Uint8Array.from(await writeLetterPdf(letter)))),
} as const;

/** Each element of the letter, and each field of its forms, as it must stand in the file. */
const elements = (letter: Letter): readonly string[] => [
  `${letter.issuer}${letter.title}`,
  ...[letter.documentNumber, letter.seal].filter((text) => text !== null),
  ...(letter.addressee === null ? [] : [`${letter.addressee}：`]),
  ...letter.paragraphs.map(({ text }) => text),
  letter.remedy.text,
  ...enclosureLines(letter.enclosures),
  ...letter.contact,
  ...(letter.seal === null ? [] : [`${letter.issuer}${letter.seal}${letter.dateText}`]),
  ...[...letter.rows, ...(letter.replyForm?.rows ?? [])].flatMap(({ label, text }) => [label, text]),
  ...(letter.replyForm === null ? [] : [letter.replyForm.title, ...letter.replyForm.paragraphs]),
];

describe.each(LETTER_KIND_IDS)('%s', (kind) => {
  it.each(['docx', 'pdf'] as const)('read back from %s has every element', async (format) => {
    const letter = sampleLetter(kind);
    const text = await WRITERS[format](letter);
    expect(elements(letter).filter((element) => !text.includes(squeezed(element)))).toEqual([]);
  });
});

describe('a letter as a file', () => {
  const letter = sampleLetter('replyLetter.partiallyGranted');

  it.each(['docx', 'pdf'] as const)('stands in the order of official documents: %s', async (format) => {
    const text = await WRITERS[format](letter);
    const order = [
      letter.title,
      '昭府办公复〔2026〕第12号',
      '陈某某：',
      '登记号：2026-000123',
      '第三十七条',
      '不予公开。',
      '理由：',
      '六十日内',
      '附件：1.',
      '（印章）',
      '2026年3月20日',
      '联系电话',
    ];
    const places = order.map((piece) => text.indexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it.each(['docx', 'pdf'] as const)('never shows a provisional date as final: %s', async (format) => {
    const due = { date: day('2027-01-08'), provisional: true };
    const text = await WRITERS[format](sampleLetter('extensionNotice', { due }));
    expect(text).toContain('2027年1月8日（暂定，待国务院办公厅公布2027年节假日安排后重算）');
  });

  it.each(['docx', 'pdf'] as const)('takes signs of markup as text: %s', async (format) => {
    const asked = '<w:p>&amp; #set page(width: 1cm) *粗* $x^2$ @ref "引号" // 注释';
    const application = { ...sampleFacts().application, asked };
    const text = await WRITERS[format](sampleLetter('acknowledgement', { application }));
    expect(text).toContain(squeezed(asked));
  });

  it.each(['docx', 'pdf'] as const)(
    'is written with characters that no font or XML can hold: %s',
    async (format) => {
      const application = { ...sampleFacts().application, asked: '\u0001\u{2CEB0}\u{10FFFD}同志的材料' };
      expect(await WRITERS[format](sampleLetter('acknowledgement', { application }))).toContain('同志的材料');
    },
  );

  it('has the official page in Word, and names nobody in its properties', async () => {
    const zip = await openZip(await writeLetterDocx(letter));
    const part = async (name: string): Promise<string> => new TextDecoder().decode(await zip.read(name));
    const page = await part('word/document.xml');
    for (const value of [
      'w:w="11906"',
      'w:top="2097"',
      'w:right="1474"',
      'w:bottom="1984"',
      'w:left="1587"',
    ]) {
      expect(page).toContain(value);
    }
    const core = await part('docProps/core.xml');
    expect(core).toContain('<dc:title>昭和县人民政府办公室政府信息部分公开告知书</dc:title>');
    expect(core).toContain('2026-03-20T00:00:00Z');
    expect(core).not.toMatch(/陈某某|creator|lastModifiedBy/);
  });

  it('is the same bytes for the same letter in PDF, whatever was written before', async () => {
    const writer = createLetterPdfWriter();
    const first = await writer.write(letter);
    await writer.write(sampleLetter('feeNotice'));
    expect(Buffer.from(await writer.write(letter)).equals(first)).toBe(true);
  });

  it('keeps the last words with the signature when it runs over the page', async () => {
    const { blocks } = await parsePdf(Uint8Array.from(await writeLetterPdf(sampleLetter('feeNotice'))));
    const pageOf = (piece: string) =>
      blocks.find((block) => block.kind === 'paragraph' && block.text.includes(piece))?.place.page;
    expect([
      pageOf('本机关于2026年3月2日收到'),
      pageOf('特此告知'),
      pageOf('（印章）'),
      pageOf('联系电话'),
    ]).toEqual([1, 2, 2, 2]);
  });
});
