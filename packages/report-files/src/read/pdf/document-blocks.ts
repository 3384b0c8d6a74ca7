import type { Block, Grid, ReadNote } from '../../source-document.ts';
import type { Deadline } from '../deadline.ts';
import { findBorderlessTables } from './borderless.ts';
import { fillTable } from './cell-text.ts';
import { joinOverPage } from './join-pages.ts';
import { findLattices, type Lattice } from './lattice.ts';
import { type Furniture, findFurniture } from './page-furniture.ts';
import type { PageContent } from './page-geometry.ts';
import { borderlessNote, furnitureNotes, tableNotes } from './page-notes.ts';
import { type FlowTable, flowTableOf } from './page-table.ts';
import { type FlowLine, type FlowParagraph, flowLinesOf, paragraphsOf } from './paragraphs.ts';
import { linesOf, type TextLine } from './text-lines.ts';

interface LaidOutPage {
  readonly page: number;
  readonly tables: readonly FlowTable[];
  readonly lines: readonly TextLine[];
}

/** Rebuilds the running text and the tables of a document from the contents of its pages. */
export function blocksOf(
  pages: readonly PageContent[],
  deadline: Deadline,
): { blocks: Block[]; notes: ReadNote[] } {
  const notes: ReadNote[] = [];
  const lattices = new Map<PageContent, Lattice[]>();
  for (const page of pages) lattices.set(page, findLattices(page.lines, deadline));
  const furniture = findFurniture(pages, (page) => (lattices.get(page) ?? []).map((lattice) => lattice.box));
  const laidOut = pages.map((page) => {
    deadline.check();
    return layOut(page, lattices.get(page) ?? [], furniture.get(page.page) ?? [], notes);
  });
  const tables = joinTables(laidOut, notes);
  const paragraphs = paragraphsOf(flowOf(laidOut));
  notes.push(...paragraphs.flatMap(paragraphNotes));
  return { blocks: inReadingOrder(paragraphs, tables), notes };
}

function layOut(
  page: PageContent,
  lattices: readonly Lattice[],
  furniture: readonly Furniture[],
  notes: ReadNote[],
): LaidOutPage {
  const dropped = new Set(furniture.flatMap((piece) => piece.glyphs));
  notes.push(...furnitureNotes(page.page, furniture));
  let rest = page.glyphs.filter((glyph) => !dropped.has(glyph));
  const tables = lattices.map((lattice) => {
    const { table, outside } = fillTable(page.page, lattice, rest);
    rest = outside;
    notes.push(...tableNotes(table));
    return flowTableOf(table);
  });
  const borderless = findBorderlessTables(page.page, linesOf(rest));
  notes.push(...borderless.tables.map(() => borderlessNote(page.page)));
  const all = [...tables, ...borderless.tables].toSorted((one, other) => one.top - other.top);
  return { page: page.page, tables: all, lines: borderless.rest };
}

/** Joins each table that ends a page with the one that begins the next. */
function joinTables(pages: readonly LaidOutPage[], notes: ReadNote[]): FlowTable[] {
  const tables: FlowTable[] = [];
  pages.forEach((page, index) => {
    const previous = pages[index - 1];
    page.tables.forEach((table, order) => {
      const open = tables.at(-1);
      const meets = order === 0 && previous && open?.lastPage === previous.page;
      const joined =
        meets && endsWithTable(previous) && beginsWithTable(page) ? joinOverPage(open, table) : undefined;
      if (joined) {
        tables[tables.length - 1] = joined.table;
        notes.push(...joined.notes);
      } else {
        tables.push(table);
      }
    });
  });
  return tables;
}

function endsWithTable({ tables, lines }: LaidOutPage): boolean {
  const top = tables.at(-1)?.top;
  const lastLine = Math.max(Number.NEGATIVE_INFINITY, ...lines.map((line) => line.box.top));
  return top !== undefined && lastLine < top;
}

function beginsWithTable({ tables, lines }: LaidOutPage): boolean {
  const top = tables[0]?.top;
  const firstLine = Math.min(Number.POSITIVE_INFINITY, ...lines.map((line) => line.box.top));
  return top !== undefined && firstLine > top;
}

function flowOf(pages: readonly LaidOutPage[]): FlowLine[] {
  let tableBefore = false;
  return pages.flatMap((page) => {
    const tops = page.tables.map((table) => table.top);
    const flow = flowLinesOf(page.page, page.lines, tops, tableBefore);
    if (page.lines.length > 0 || tops.length > 0) tableBefore = endsWithTable(page);
    return flow;
  });
}

function paragraphNotes(paragraph: FlowParagraph): ReadNote[] {
  const { page } = paragraph;
  const notes: ReadNote[] = [];
  if (paragraph.crossesPages) {
    const message = `第${page}页末尾的段落已与下一页接续。`;
    notes.push({ kind: 'normalised', code: 'pdf.paragraph-joined', message, place: { page } });
  }
  if (paragraph.isJoinedTitle) {
    const message = `第${page}页居中的多行标题已接成一行。`;
    notes.push({ kind: 'guessed', code: 'pdf.title-joined', message, place: { page } });
  }
  return notes;
}

function inReadingOrder(paragraphs: readonly FlowParagraph[], tables: readonly FlowTable[]): Block[] {
  const placed = [
    ...paragraphs.map((paragraph) => ({
      page: paragraph.page,
      top: paragraph.top,
      block: (): Block => ({ kind: 'paragraph', text: paragraph.text, place: { page: paragraph.page } }),
    })),
    ...tables.map((table, index) => ({
      page: table.firstPage,
      top: table.top,
      block: (): Block => ({
        kind: 'table',
        grid: gridOf(table, index + 1),
        place: { page: table.firstPage, table: index + 1 },
      }),
    })),
  ];
  placed.sort((one, other) => one.page - other.page || one.top - other.top);
  return placed.map(({ block }) => block());
}

function gridOf(table: FlowTable, number: number): Grid {
  const cells = table.cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
  return {
    rows: table.rowHeights.length,
    columns: table.columnEdges.length - 1,
    ragged: false,
    cells: cells.map(({ text, row, column, rowSpan, colSpan, page }) => ({
      text,
      row,
      column,
      rowSpan,
      colSpan,
      place: { page, table: number, row: row + 1, column: column + 1 },
    })),
  };
}
