import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import type { Block } from '../../source-document.ts';
import { type HtmlCell, type HtmlRow, htmlGrid } from './html-table.ts';
import { preformattedLines, shownText } from './html-text.ts';

/** No cell of an official table holds so much text: such a table lays out the page. */
const LAYOUT_CELL_CHARACTERS = 1_500;

/** HTML's own bounds of the two attributes. */
const MAX_COL_SPAN = 1_000;
const MAX_ROW_SPAN = 65_534;

/** How many blocks above its table the heading may stand that a caption repeats. */
const CAPTION_REACH = 20;

interface OpenTable {
  readonly rows: { readonly group: number; readonly cells: HtmlCell[] }[];
  group: number;
}

interface OpenCell {
  readonly paragraphs: string[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Gathers text into paragraphs and cells into tables, in document order. */
export class BlockCollector {
  readonly blocks: Block[] = [];
  private tables = 0;
  private characters = 0;
  private run: string[] = [];
  private written = false;
  private table: OpenTable | undefined;
  private cell: OpenCell | undefined;

  /** Text inside the current paragraph; `preformatted` text is cut into its lines. */
  addText(text: string, preformatted: boolean): void {
    this.characters += text.length;
    if (this.characters > LIMITS.textCharacters) {
      throw new ReadFailure('too-large', '文件文字过多（超过 500 万字），不像一份年度报告，未读取。');
    }
    if (!preformatted) {
      this.run.push(text);
      this.written ||= text.trim() !== '';
      return;
    }
    this.endParagraph();
    for (const line of preformattedLines(text)) this.addParagraph(line);
  }

  /** Something is already written in the current paragraph. */
  get inParagraph(): boolean {
    return this.written;
  }

  endParagraph(): void {
    if (this.run.length === 0) return;
    const text = shownText(this.run.join(''));
    this.run = [];
    this.written = false;
    if (text !== '') this.addParagraph(text);
  }

  /** A caption that only repeats the heading above its table is said once. */
  endCaption(): void {
    const text = shownText(this.run.join(''));
    const above = this.blocks.slice(-CAPTION_REACH);
    if (above.some((block) => block.kind === 'paragraph' && block.text.endsWith(text))) this.run = [];
    this.endParagraph();
  }

  private addParagraph(text: string): void {
    if (this.cell !== undefined) this.cell.paragraphs.push(text);
    else this.blocks.push({ kind: 'paragraph', text, place: {} });
  }

  openTable(): void {
    this.endParagraph();
    this.table = { rows: [], group: 0 };
  }

  openRowGroup(): void {
    if (this.table !== undefined) this.table.group++;
  }

  openRow(): void {
    this.table?.rows.push({ group: this.table.group, cells: [] });
  }

  openCell(colSpan: number, rowSpan: number): void {
    this.endParagraph();
    this.cell = {
      paragraphs: [],
      colSpan: Math.min(Math.max(colSpan, 1), MAX_COL_SPAN),
      rowSpan: rowSpan < 0 ? 1 : Math.min(rowSpan, MAX_ROW_SPAN),
    };
  }

  closeCell(): void {
    this.endParagraph();
    if (this.cell !== undefined) this.table?.rows.at(-1)?.cells.push(this.cell);
    this.cell = undefined;
  }

  closeTable(): void {
    this.endParagraph();
    const rows = this.table?.rows ?? [];
    this.table = undefined;
    if (rows.every((row) => row.cells.length === 0)) return;
    if (isPageLayout(rows)) {
      for (const cell of rows.flatMap((row) => row.cells))
        cell.paragraphs.forEach((text) => this.addParagraph(text));
      return;
    }
    const table = ++this.tables;
    this.blocks.push({ kind: 'table', grid: htmlGrid(rows, table), place: { table } });
  }
}

function isPageLayout(rows: readonly HtmlRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return (
    cells.length === 1 ||
    cells.some((cell) => cell.paragraphs.reduce((sum, text) => sum + text.length, 0) > LAYOUT_CELL_CHARACTERS)
  );
}
