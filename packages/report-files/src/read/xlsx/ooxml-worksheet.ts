import type { Deadline } from '../deadline.ts';
import type { XmlAttributes } from '../xml.ts';
import { parseRange, parseReference } from './cell-reference.ts';
import { shownNumber, showsOtherFigure } from './number-format.ts';
import type { CellStyles } from './ooxml-styles.ts';
import { RichText } from './rich-text.ts';
import {
  checkCellCount,
  checkTextCount,
  isWorthKeeping,
  type MergedRange,
  type Sheet,
  type SheetCell,
} from './sheet.ts';
import { localName, parsePart } from './xml-part.ts';

export interface WorkbookTables {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly date1904: boolean;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function shownText(type: string, value: string, style: number, tables: WorkbookTables): string {
  switch (type) {
    case 's':
      return tables.strings[Number(value)] ?? '';
    case 'b':
      return isTrue(value) ? 'TRUE' : 'FALSE';
    case 'n': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
      return shownNumber(number, tables.styles[style] ?? 0, tables.date1904);
    }
    default:
      return value;
  }
}

/** A sheet has a handful; each is asked for every cell. */
const MAX_HIDDEN_RANGES = 200;

/** Collects one worksheet while its part is parsed. */
class WorksheetReader {
  readonly cells: SheetCell[] = [];
  readonly merges: MergedRange[] = [];
  hiddenRows = 0;
  hiddenColumns = 0;
  withoutResult = 0;
  shownOtherwise = 0;
  private readonly tables: WorkbookTables;
  private readonly hiddenRanges: { readonly first: number; readonly last: number }[] = [];
  private rowHidden = false;
  private row = -1;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private readonly inline = new RichText();
  private formula = false;
  private inValue = false;
  private characters = 0;

  constructor(tables: WorkbookTables) {
    this.tables = tables;
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'row':
        this.openRow(attributes);
        break;
      case 'c':
        this.openCell(attributes);
        break;
      case 'f':
        this.formula = true;
        break;
      case 'v':
        this.inValue = true;
        break;
      case 'mergeCell': {
        const range = parseRange(attributes['ref'] ?? '');
        if (range !== undefined) this.merges.push(range);
        checkCellCount(this.merges.length);
        break;
      }
      case 'col':
        if (isTrue(attributes['hidden'])) {
          this.hiddenColumns++;
          if (this.hiddenRanges.length < MAX_HIDDEN_RANGES)
            this.hiddenRanges.push({
              first: Number(attributes['min']) - 1,
              last: Number(attributes['max']) - 1,
            });
        }
        break;
      default:
        this.inline.open(name, attributes);
    }
  }

  private openRow(attributes: XmlAttributes): void {
    const given = Number(attributes['r']);
    this.row = Number.isInteger(given) && given > 0 ? given - 1 : this.row + 1;
    this.column = -1;
    this.rowHidden = isTrue(attributes['hidden']);
    if (this.rowHidden) this.hiddenRows++;
  }

  private openCell(attributes: XmlAttributes): void {
    const reference = parseReference(attributes['r'] ?? '');
    this.row = reference?.row ?? Math.max(this.row, 0);
    this.column = reference?.column ?? this.column + 1;
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.value = '';
    this.inline.clear();
    this.formula = false;
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else this.inline.close(name);
  }

  private inHiddenColumn(): boolean {
    return this.hiddenRanges.some(({ first, last }) => first <= this.column && this.column <= last);
  }

  private closeCell(): void {
    const written =
      this.type === 'inlineStr'
        ? this.inline.text
        : shownText(this.type, this.value, this.style, this.tables);
    this.characters += written.length;
    checkTextCount(this.characters);
    if (this.formula && this.value === '') this.withoutResult++;
    if (this.type === 'n' && showsOtherFigure(written, Number(this.value))) this.shownOtherwise++;
    const text = written.replaceAll('\r', '').trim();
    const stored = this.type === 'n' ? longNumber(this.value, text) : undefined;
    const cell = {
      row: this.row,
      column: this.column,
      text,
      ...(this.rowHidden || this.inHiddenColumn() ? { hidden: true } : {}),
      ...(stored === undefined ? {} : { stored }),
    };
    if (isWorthKeeping(cell)) this.cells.push(cell);
    checkCellCount(this.cells.length);
  }
}

/** The digits of a saved number as long as a telephone's or longer, when they are not what is shown. */
function longNumber(value: string, shown: string): string | undefined {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1e10 || number > 1e20) return undefined;
  const digits = BigInt(number).toString();
  return shown.includes(digits) ? undefined : digits;
}

/** Reads the part of one worksheet; only cells that exist are visited, whatever size the sheet claims. */
export function readWorksheet(
  bytes: Uint8Array,
  entry: { readonly name: string; readonly hidden: boolean },
  tables: WorkbookTables,
  deadline: Deadline,
): Sheet {
  const reader = new WorksheetReader(tables);
  parsePart(bytes, deadline, {
    open: (tag, attributes) => reader.open(localName(tag), attributes),
    text: (text) => reader.text(text),
    close: (tag) => reader.close(localName(tag)),
  });
  const { cells, merges, hiddenRows, hiddenColumns, withoutResult, shownOtherwise } = reader;
  const doubts = { hiddenRows, hiddenColumns, withoutResult, shownOtherwise };
  return { name: entry.name, hidden: entry.hidden, cells, merges, ...doubts };
}
