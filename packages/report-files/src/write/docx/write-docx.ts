import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { type DocumentSection, type ReportDocument, reportToDocument } from '../report-to-document.ts';
import { docxTable } from './docx-table.ts';
import { BODY_FONT, FONT_TABLE_XML, HEADING_FONT, TABLE_FONT, TITLE_FONT } from './fonts.ts';

type Block = Paragraph | Table;

/** 28.95 pt exactly, in twentieths of a point: 22 lines on the 225 mm of the text area. */
const LINE = { line: 579, lineRule: LineRuleType.EXACT } as const;

/** Two characters of 三号 (16 pt). */
const TWO_CHARACTERS = 640;

const THREE_HAO = 32;

const BODY_STYLE = 'ReportText';

function bodyText(text: string, keepNext = false): Paragraph {
  return new Paragraph({
    style: BODY_STYLE,
    ...(keepNext && { keepNext }),
    children: [new TextRun(text)],
  });
}

/** Table three takes a whole page: it starts on one, because not every program keeps its rows together. */
const startsPage = (section: DocumentSection): boolean => section.table?.table === 't3';

function heading(text: string, section: DocumentSection): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...(startsPage(section) && { pageBreakBefore: true }),
    ...(section.table !== null && { spacing: { ...LINE, after: 100 } }),
    children: [new TextRun(text)],
  });
}

function tableNote(text: string): Paragraph {
  return new Paragraph({
    style: BODY_STYLE,
    indent: { firstLine: 0 },
    spacing: { line: 360, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, size: 24 })],
  });
}

/** Also keeps two tables from growing together, which Word does with neighbours. */
function spacer(): Paragraph {
  return new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT } });
}

function sectionBlocks(section: DocumentSection, endsWithSignature: boolean): readonly Block[] {
  const { table, paragraphs } = section;
  return [
    ...(section.heading === null ? [] : [heading(section.heading, section)]),
    ...paragraphs.map((text, index) =>
      bodyText(text, endsWithSignature && table === null && index === paragraphs.length - 1),
    ),
    ...(table === null ? [] : [docxTable(table), ...table.notes.map(tableNote)]),
    ...section.closing.map(tableNote),
    ...(table === null ? [] : [spacer()]),
  ];
}

function signatureBlocks(lines: readonly string[]): readonly Paragraph[] {
  return lines.map(
    (text, index) =>
      new Paragraph({
        style: BODY_STYLE,
        alignment: AlignmentType.RIGHT,
        indent: { firstLine: 0, right: TWO_CHARACTERS },
        spacing: { ...LINE, before: index === 0 ? LINE.line : 0 },
        ...(index < lines.length - 1 && { keepNext: true }),
        children: [new TextRun(text)],
      }),
  );
}

function blocks(document: ReportDocument): readonly Block[] {
  const { titleLines, preamble, sections, signature } = document;
  return [
    ...(titleLines.length === 0
      ? []
      : [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: titleLines.map((text, index) => new TextRun({ text, break: index === 0 ? 0 : 1 })),
          }),
        ]),
    ...preamble.map((text) => bodyText(text)),
    ...sections.flatMap((section) =>
      sectionBlocks(section, signature.length > 0 && section === sections.at(-1)),
    ),
    ...signatureBlocks(signature),
  ];
}

/** 四号 宋体 “— 1 —”, one character in from the outer edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { firstLine: 0, [side]: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: TABLE_FONT, size: 28 })],
      }),
    ],
  });
}

const PAGE: Omit<ISectionOptions, 'children'> = {
  properties: {
    page: {
      size: { width: 11906, height: 16838 },
      margin: {
        top: convertMillimetersToTwip(37),
        bottom: convertMillimetersToTwip(35),
        left: convertMillimetersToTwip(28),
        right: convertMillimetersToTwip(26),
        footer: convertMillimetersToTwip(25),
      },
    },
  },
  footers: { default: pageNumber('right'), even: pageNumber('left') },
};

const XML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** docProps/core.xml with the title alone: no author, and no day but that of the report. */
function corePropertiesXml(title: string | null, date: CivilDate | null): string {
  const escaped = (title ?? '').replace(/[&<>]/g, (character) => XML_ENTITIES[character] ?? '');
  const created = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title>${
    date === null ? '' : created.join('')
  }<dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

/**
 * The report as a Word document in the manner of 党政机关公文格式: A4, 方正小标宋 title, 黑体 headings,
 * 仿宋 text, tables merged as on the form. The official fonts are named, not embedded.
 */
export async function writeDocx(report: AnnualReport): Promise<Uint8Array> {
  const document = reportToDocument(report);
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: {
      default: {
        // Small, because Word gives the hidden cells of a merged column this size.
        document: {
          run: { font: BODY_FONT, size: 20, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
        title: {
          run: { font: TITLE_FONT, size: 44 },
          paragraph: {
            alignment: AlignmentType.CENTER,
            indent: { firstLine: 0 },
            spacing: { line: 640, lineRule: LineRuleType.EXACT, after: LINE.line },
          },
        },
        heading1: {
          run: { font: HEADING_FONT, size: THREE_HAO },
          paragraph: { keepNext: true, indent: { firstLine: TWO_CHARACTERS }, spacing: LINE },
        },
      },
      paragraphStyles: [
        {
          id: BODY_STYLE,
          name: '公文正文',
          basedOn: 'Normal',
          quickFormat: true,
          run: { font: BODY_FONT, size: THREE_HAO },
          paragraph: {
            alignment: AlignmentType.BOTH,
            spacing: LINE,
            indent: { firstLine: TWO_CHARACTERS },
          },
        },
      ],
    },
    sections: [{ ...PAGE, children: blocks(document) }],
  });
  return Packer.toBuffer(file, undefined, [
    { path: 'word/fontTable.xml', data: FONT_TABLE_XML },
    { path: 'docProps/core.xml', data: corePropertiesXml(document.title, document.date) },
  ]);
}
