import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { BODY_FONT, FONT_TABLE_XML, HEADING_FONT, TABLE_FONT, TITLE_FONT } from './fonts.ts';

export type Block = Paragraph | Table;

/** 28.95 pt exactly, in twentieths of a point: 22 lines on the 225 mm of the text area. */
export const LINE = { line: 579, lineRule: LineRuleType.EXACT } as const;

/** Width of the text area in twentieths of a point: A4 less 28 mm and 26 mm (GB/T 9704-2012). */
export const TEXT_WIDTH = 8844;

/** Two characters of 三号 (16 pt). */
export const TWO_CHARACTERS = 640;

const THREE_HAO = 32;

/** Style of running text: 三号 仿宋, two characters in. */
export const BODY_STYLE = 'ReportText';

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

/** Small 黑体 in red above the text of every page. */
const pageMark = (lines: readonly string[]): Header =>
  new Header({
    children: lines.map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          indent: { firstLine: 0 },
          children: [new TextRun({ text, font: HEADING_FONT, size: 16, color: 'C00000' })],
        }),
    ),
  });

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

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => XML_ENTITIES[character] ?? '');

/** docProps/core.xml with the title and a remark alone: no author, and no day but that of the report. */
function corePropertiesXml({ title, date, remark }: Omit<OfficialFile, 'children' | 'mark'>): string {
  const created = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title ?? '')}</dc:title>${
    remark === undefined ? '' : `<dc:description>${escaped(remark)}</dc:description>`
  }${date === null ? '' : created.join('')}<dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

const STYLES: IStylesOptions = {
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
};

interface OfficialFile {
  readonly title: string | null;
  /** Day that stands for the document in its properties. */
  readonly date: CivilDate | null;
  /** Stands in the properties as 备注. */
  readonly remark?: string;
  /** Said at the head of every page. */
  readonly mark?: readonly string[];
  readonly children: readonly Block[];
}

/**
 * A Word document in the manner of 党政机关公文格式 (GB/T 9704-2012): A4, 方正小标宋 title, 黑体 headings, 仿宋 text.
 * The official fonts are named, not embedded.
 */
export async function packOfficialFile({
  children,
  mark = [],
  ...properties
}: OfficialFile): Promise<Uint8Array> {
  const headers = mark.length > 0 && { headers: { default: pageMark(mark), even: pageMark(mark) } };
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: STYLES,
    sections: [{ ...PAGE, ...headers, children }],
  });
  return Packer.toBuffer(file, undefined, [
    { path: 'word/fontTable.xml', data: FONT_TABLE_XML },
    { path: 'docProps/core.xml', data: corePropertiesXml(properties) },
  ]);
}
