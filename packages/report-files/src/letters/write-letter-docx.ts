import type { PrintedLetter } from '@zhaoshi/domain/letter/letter';
import {
  AlignmentType,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { TABLE_FONT } from '../write/docx/fonts.ts';
import {
  type Block,
  BODY_STYLE,
  LINE,
  packOfficialFile,
  TEXT_WIDTH,
  TWO_CHARACTERS,
} from '../write/docx/official-page.ts';
import { type LetterLayout, layOutLetter } from './letter-layout.ts';

/** Width of the labels of a form, in twentieths of a point. */
const LABEL_WIDTH = 3080;

const titleBlock = (lines: readonly string[], pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    ...(pageBreakBefore && { pageBreakBefore }),
    children: lines.map((text, index) => new TextRun({ text, break: index === 0 ? 0 : 1 })),
  });

const bodyText = (text: string, keepNext = false): Paragraph =>
  new Paragraph({ style: BODY_STYLE, ...(keepNext && { keepNext }), children: [new TextRun(text)] });

/** A line that starts at the margin. */
const flush = (text: string): Paragraph =>
  new Paragraph({ style: BODY_STYLE, indent: { firstLine: 0 }, children: [new TextRun(text)] });

const numberLine = (text: string): Paragraph =>
  new Paragraph({
    style: BODY_STYLE,
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    spacing: { ...LINE, after: LINE.line },
    children: [new TextRun(text)],
  });

const enclosureLine = (text: string, index: number): Paragraph =>
  new Paragraph({
    style: BODY_STYLE,
    alignment: AlignmentType.LEFT,
    keepNext: true,
    indent: { firstLine: 0, left: TWO_CHARACTERS },
    spacing: { ...LINE, before: index === 0 ? LINE.line : 0 },
    children: [new TextRun(text)],
  });

/** Name, seal and date centred on one axis in the right part of the page; who can be asked stays under them. */
const signatureLine = (text: string, index: number): Paragraph =>
  new Paragraph({
    style: BODY_STYLE,
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0, left: 3520, right: TWO_CHARACTERS },
    spacing: { ...LINE, before: index === 0 ? 2 * LINE.line : 0 },
    keepNext: true,
    children: [new TextRun(text)],
  });

function formCell(
  text: string,
  width: number,
  alignment: (typeof AlignmentType)['CENTER' | 'LEFT'],
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 160, bottom: 160, left: 110, right: 110, marginUnitType: WidthType.DXA },
    children: [
      new Paragraph({
        alignment,
        spacing: { line: 440, lineRule: LineRuleType.AT_LEAST },
        children: text === '' ? [] : [new TextRun({ text, font: TABLE_FONT, size: 28 })],
      }),
    ],
  });
}

/** Labels left, what is filled in right. */
function form(rows: LetterLayout['rows']): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH],
    rows: rows.map(
      ({ label, text }) =>
        new TableRow({
          children: [
            formCell(label, LABEL_WIDTH, AlignmentType.CENTER),
            formCell(text, TEXT_WIDTH - LABEL_WIDTH, AlignmentType.LEFT),
          ],
        }),
    ),
  });
}

function replyFormBlocks({ replyForm }: LetterLayout): readonly Block[] {
  if (replyForm === null) return [];
  const { title, addressee, paragraphs, rows } = replyForm;
  return [
    titleBlock([title], true),
    flush(addressee),
    ...paragraphs.map((text) => bodyText(text)),
    form(rows),
  ];
}

function blocks(layout: LetterLayout): readonly Block[] {
  const { titleLines, documentNumber, addressee, paragraphs, rows, enclosures, signature, contact } = layout;
  return [
    titleBlock(titleLines),
    ...(documentNumber === null ? [] : [numberLine(documentNumber)]),
    ...(addressee === null ? [] : [flush(addressee)]),
    // The last words go over to the next page with the signature, which must not stand alone on it.
    ...paragraphs.map((text, index) => bodyText(text, index === paragraphs.length - 1)),
    ...(rows.length === 0 ? [] : [form(rows)]),
    ...enclosures.map(enclosureLine),
    ...signature.map(signatureLine),
    ...(contact === null ? [] : [bodyText(contact)]),
    ...replyFormBlocks(layout),
  ];
}

/** The letter as a Word document in the manner of 党政机关公文格式. */
export function writeLetterDocx(letter: PrintedLetter): Promise<Uint8Array> {
  const layout = layOutLetter(letter);
  const { documentTitle, date } = layout;
  return packOfficialFile({ title: documentTitle, date, children: blocks(layout) });
}
