import type { Deadline } from '../deadline.ts';
import type { XmlAttributes } from '../xml.ts';
import type { SafeZip } from '../zip.ts';
import {
  checkCellCount,
  checkTextCount,
  type MergedRange,
  type Sheet,
  type SheetCell,
  type Workbook,
} from './sheet.ts';
import { parsePart } from './xml-part.ts';

const CONTENT = 'content.xml';

interface OpenCell {
  readonly repeat: number;
  readonly covered: boolean;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly paragraphs: string[];
}

function count(attributes: XmlAttributes, name: string): number {
  const number = Number(attributes[name] ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

/**
 * Collects the sheets while the content part is parsed. Blank cells are not kept: the format repeats them to the
 * edge of the sheet, so a blank says nothing.
 */
class OdsReader {
  readonly sheets: Sheet[] = [];
  private cells: SheetCell[] = [];
  private merges: MergedRange[] = [];
  private name = '';
  private row = 0;
  private column = 0;
  private rowRepeat = 1;
  private cell: OpenCell | undefined;
  private inParagraph = false;
  private notes = 0;
  private hiddenRows = 0;
  private characters = 0;

  open(tag: string, attributes: XmlAttributes): void {
    switch (tag) {
      case 'table:table':
        this.name = attributes['table:name'] ?? `工作表 ${this.sheets.length + 1}`;
        this.row = 0;
        this.cells = [];
        this.merges = [];
        this.hiddenRows = 0;
        break;
      case 'table:table-row':
        this.rowRepeat = count(attributes, 'table:number-rows-repeated');
        this.column = 0;
        if (attributes['table:visibility'] === 'collapse') this.hiddenRows += 1;
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.cell = {
          repeat: count(attributes, 'table:number-columns-repeated'),
          covered: tag === 'table:covered-table-cell',
          rowSpan: count(attributes, 'table:number-rows-spanned'),
          colSpan: count(attributes, 'table:number-columns-spanned'),
          paragraphs: [],
        };
        break;
      case 'office:annotation':
        this.notes++;
        break;
      case 'text:p':
        this.inParagraph = this.cell !== undefined && this.notes === 0;
        if (this.inParagraph) this.cell?.paragraphs.push('');
        break;
      case 'text:s':
        this.text(' ');
        break;
      case 'text:line-break':
        this.text('\n');
        break;
    }
  }

  text(text: string): void {
    const paragraphs = this.cell?.paragraphs;
    if (!this.inParagraph || paragraphs === undefined) return;
    paragraphs.push((paragraphs.pop() ?? '') + text);
  }

  close(tag: string): void {
    switch (tag) {
      case 'text:p':
        this.inParagraph = false;
        break;
      case 'office:annotation':
        this.notes--;
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.closeCell();
        break;
      case 'table:table-row':
        this.row += this.rowRepeat;
        break;
      case 'table:table':
        this.closeSheet();
        break;
    }
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = undefined;
    if (cell === undefined) return;
    const text = cell.paragraphs.join('\n').trim();
    if (text !== '' && !cell.covered) this.keep(cell, text);
    this.column += cell.repeat;
  }

  private keep(cell: OpenCell, text: string): void {
    const shown = cell.repeat * this.rowRepeat;
    checkCellCount(this.cells.length + shown);
    this.characters += text.length * shown;
    checkTextCount(this.characters);
    for (let down = 0; down < this.rowRepeat; down++) {
      for (let right = 0; right < cell.repeat; right++) {
        const place = { row: this.row + down, column: this.column + right };
        this.cells.push({ ...place, text });
        if (cell.rowSpan * cell.colSpan > 1) {
          this.merges.push({ ...place, rowSpan: cell.rowSpan, colSpan: cell.colSpan });
        }
      }
    }
  }

  private closeSheet(): void {
    this.sheets.push({
      name: this.name,
      cells: this.cells,
      merges: this.merges,
      hidden: false,
      hiddenRows: this.hiddenRows,
      hiddenColumns: 0,
      withoutResult: 0,
      shownOtherwise: 0,
    });
  }
}

/** Reads an OpenDocument spreadsheet; it stores what each cell shows, so no number format is needed. */
export async function readOds(zip: SafeZip, deadline: Deadline): Promise<Workbook> {
  const reader = new OdsReader();
  parsePart(await zip.read(CONTENT), deadline, {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (text) => reader.text(text),
    close: (tag) => reader.close(tag),
  });
  return { sheets: reader.sheets, properties: {} };
}
