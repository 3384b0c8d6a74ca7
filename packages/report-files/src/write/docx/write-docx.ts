import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { AlignmentType, HeadingLevel, LineRuleType, Paragraph, TextRun } from 'docx';
import { cellsHashWords } from '../../cells-hash.ts';
import { type DocumentSection, type ReportDocument, reportToDocument } from '../report-to-document.ts';
import { docxTable } from './docx-table.ts';
import { type Block, BODY_STYLE, LINE, packOfficialFile, TWO_CHARACTERS } from './official-page.ts';

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

/**
 * The report as a Word document; its tables are merged as on the form.
 *
 * @param mark said at the head of every page of a copy that is not the published report
 */
export function writeDocx(report: AnnualReport, mark: readonly string[] = []): Promise<Uint8Array> {
  const document = reportToDocument(report);
  return packOfficialFile({
    title: document.title,
    date: document.date,
    remark: cellsHashWords(report),
    mark,
    children: blocks(document),
  });
}
