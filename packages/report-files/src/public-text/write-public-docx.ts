import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import {
  AlignmentType,
  BorderStyle,
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
import { type BlockView, blockViews, type CellView, type TextRunView } from '../body/block-views.ts';
import { fitTable, OFFICIAL_ROOM, type TableView } from '../body/table-fit.ts';
import { HEADING_FONT, TABLE_FONT } from '../write/docx/fonts.ts';
import {
  type Block,
  BODY_STYLE,
  LINE,
  packOfficialFile,
  TWO_CHARACTERS,
} from '../write/docx/official-page.ts';
import { printable } from '../write/printable.ts';
import type { PublicText } from './public-text.ts';

/** Width of the text area in twentieths of a point. */
const TEXT_WIDTH = OFFICIAL_ROOM.width * 20;

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

type RunLook = { readonly font?: typeof TABLE_FONT; readonly size?: number };

function textRuns(runs: readonly TextRunView[], look: RunLook = {}): TextRun[] {
  return runs.flatMap(({ text, marks }) => {
    const has = (mark: (typeof marks)[number]): boolean => marks.includes(mark);
    return text.split('\n').map(
      (line, index) =>
        new TextRun({
          ...look,
          text: line,
          break: index === 0 ? 0 : 1,
          bold: has('strong'),
          italics: has('em'),
          strike: has('strike'),
          subScript: has('sub'),
          superScript: has('sup'),
          ...(has('underline') && { underline: {} }),
        }),
    );
  });
}

/** @param size Of the type, in half points. */
const inCell = (block: BlockView, isHeader: boolean, size: number): readonly Paragraph[] => {
  if (block.kind === 'table')
    return block.cells.flatMap(({ blocks }) => blocks.flatMap((one) => inCell(one, false, size)));
  if (block.kind === 'rule') return [];
  return [
    new Paragraph({
      alignment: isHeader
        ? AlignmentType.CENTER
        : ALIGNMENTS[block.align === 'justify' ? 'left' : block.align],
      spacing: { line: Math.round(size * 13.5), lineRule: LineRuleType.AT_LEAST },
      children: textRuns(block.runs, { font: isHeader ? HEADING_FONT : TABLE_FONT, size }),
    }),
  ];
};

interface TableType {
  /** Widths of the columns in twentieths of a point. */
  readonly widths: readonly number[];
  /** Size of the type in half points. */
  readonly size: number;
}

function tableCell(cell: CellView, { widths, size }: TableType): TableCell {
  const { x, colspan, rowspan, isHeader, blocks } = cell;
  const children = blocks.flatMap((block) => inCell(block, isHeader, size));
  const rim = Math.round(3.5 * size);
  const width = widths.slice(x, x + colspan).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    columnSpan: colspan,
    rowSpan: rowspan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: rim, right: rim, marginUnitType: WidthType.DXA },
    children: children.length === 0 ? [new Paragraph('')] : children,
  });
}

function tableType(table: TableView): TableType {
  const { shares, size } = fitTable(table, OFFICIAL_ROOM);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return { widths: shares.map((share) => Math.floor((TEXT_WIDTH * share) / all)), size: size * 2 };
}

function tableBlock(table: TableView): Table {
  const type = tableType(table);
  const rows = Array.from({ length: table.rows }, (_, y) =>
    table.cells.filter((cell) => cell.y === y).toSorted((a, b) => a.x - b.x),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: type.widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...type.widths],
    rows: rows.map(
      (cells, y) =>
        new TableRow({
          ...(y === 0 && cells.every(({ isHeader }) => isHeader) && { tableHeader: true }),
          children: cells.map((cell) => tableCell(cell, type)),
        }),
    ),
  });
}

/**
 * Room between a table and what stands before and after it. Word leaves none, and joins tables that follow each other into
 * one, whose headings it repeats for the others.
 */
const besideTable = (): Paragraph =>
  new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.EXACT }, children: [] });

const docxBlocks = (blocks: readonly BlockView[]): readonly Block[] =>
  blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const isBeside = before !== undefined && (block.kind === 'table' || before.kind === 'table');
    return isBeside ? [besideTable(), docxBlock(block)] : [docxBlock(block)];
  });

function docxBlock(block: BlockView): Block {
  switch (block.kind) {
    case 'paragraph':
      return new Paragraph({
        style: BODY_STYLE,
        alignment: ALIGNMENTS[block.align],
        indent: {
          firstLine: (block.indent * TWO_CHARACTERS) / 2,
          left: block.depth * TWO_CHARACTERS,
        },
        children: textRuns(block.runs),
      });
    case 'heading':
      return new Paragraph({
        heading: HeadingLevel.HEADING_1,
        alignment: ALIGNMENTS[block.align],
        ...(block.align === 'center' && { indent: { firstLine: 0 } }),
        children: textRuns(block.runs),
      });
    case 'table':
      return tableBlock(block);
    case 'rule':
      return new Paragraph({
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
        children: [],
      });
    default:
      return assertNever(block);
  }
}

/** The text on the page of official documents, without seal and without the name of a person in its properties. */
export function writePublicDocx(text: PublicText): Promise<Uint8Array> {
  const { title, documentNumber, date, body, colophon } = text;
  const number = new Paragraph({
    style: BODY_STYLE,
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    spacing: { ...LINE, after: LINE.line },
    children: [new TextRun(printable(documentNumber))],
  });
  const foot = colophon.map(
    (line, index) =>
      new Paragraph({
        spacing: { line: 360, lineRule: LineRuleType.AT_LEAST, before: index === 0 ? LINE.line : 0 },
        children: [new TextRun({ text: printable(line), font: TABLE_FONT, size: 21 })],
      }),
  );
  return packOfficialFile({
    title: printable(title),
    date,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(printable(title))] }),
      ...(documentNumber === '' ? [] : [number]),
      ...docxBlocks(blockViews(body.content)),
      ...foot,
    ],
  });
}
