import type { LeaderBlock, LeaderPackage } from '@zhaoshi/domain/annual-report/leader-package/leader-facts';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
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
import { TABLE_FONT } from './fonts.ts';
import { type Block, BODY_STYLE, LINE, packOfficialFile, TEXT_WIDTH } from './official-page.ts';

type PlainTable = Extract<LeaderBlock, { kind: 'table' }>;

/** 小四 on an exact line. */
const CELL = { size: 24, line: 340 } as const;

const bodyText = (text: string): Paragraph =>
  new Paragraph({ style: BODY_STYLE, alignment: AlignmentType.LEFT, children: [new TextRun(text)] });

/** Figures stand in the middle; words and the names of rows at the left. */
const isFigure = (text: string): boolean => /^[-+]?[\d.]+(?:%|个百分点)?$|^—$/.test(text);

function tableCell(text: string, width: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 85, right: 85, marginUnitType: WidthType.DXA },
    ...(isHead && { shading: { fill: 'F2F4F7' } }),
    children: [
      new Paragraph({
        alignment: isHead || isFigure(text) ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: CELL.line, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font: TABLE_FONT, size: CELL.size })],
      }),
    ],
  });
}

/** A plain grid as wide as the text; its head is repeated on each page, and no row is split. */
function plainTable({ columns, widths, rows }: PlainTable): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const inTwips = widths.map((width) => Math.round((width / total) * TEXT_WIDTH));
  const tableRow = (texts: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(isHead && { tableHeader: true }),
      children: texts.map((text, index) => tableCell(text, inTwips[index] ?? 0, isHead)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: inTwips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: inTwips,
    rows: [tableRow(columns, true), ...rows.map((row) => tableRow(row, false))],
  });
}

/** What follows a table stands off from it. */
const spacer = (): Paragraph => new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT } });

function blocksOf(block: LeaderBlock): readonly Block[] {
  if (block.kind === 'paragraph') return [bodyText(block.text)];
  if (block.kind === 'table') return [plainTable(block), spacer()];
  return block.items.map((item, index) => bodyText(`${index + 1}. ${item}`));
}

const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] });

/**
 * What a leader reads before signing, as a Word document in the manner of official documents.
 *
 * @param date day that stands for the document in its properties
 */
export function writeLeaderPackage(
  { title, subtitle, sections }: LeaderPackage,
  date: CivilDate,
): Promise<Uint8Array> {
  return packOfficialFile({
    title,
    date,
    children: [
      new Paragraph({
        heading: HeadingLevel.TITLE,
        spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 200 },
        children: [new TextRun(title)],
      }),
      new Paragraph({
        style: BODY_STYLE,
        alignment: AlignmentType.CENTER,
        indent: { firstLine: 0 },
        spacing: { ...LINE, after: LINE.line },
        children: [new TextRun({ text: `（${subtitle}）`, size: 24 })],
      }),
      ...sections.flatMap((section) => [heading(section.heading), ...section.blocks.flatMap(blocksOf)]),
    ],
  });
}
