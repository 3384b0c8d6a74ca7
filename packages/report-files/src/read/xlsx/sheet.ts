import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';

/** A cell that exists in the sheet, blank ones included; rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As shown: "70.80", "45%", "2021/1/20". */
  readonly text: string;
  /** In a hidden row or column, where the reader can tell. */
  readonly hidden?: boolean;
  /** A long number as it is saved, where the format shows it otherwise (1.10E+17). */
  readonly stored?: string;
}

export interface MergedRange {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A worksheet of any spreadsheet format, before it is cut into paragraphs and tables. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly MergedRange[];
  readonly hidden: boolean;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Formulas whose result was not saved in the file. */
  readonly withoutResult: number;
  /** Figures whose format shows another figure than the one saved, where the reader can tell. */
  readonly shownOtherwise: number;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly properties: Readonly<Record<string, string>>;
}

/** A report needs some 400 cells; ten times all that a grid may hold is a list, not a report. */
const MAX_CELLS = LIMITS.gridSlots;

/** Refuses a workbook that holds more than a report can. `count`: cells, strings or merges read so far. */
export function checkCellCount(count: number): void {
  if (count > MAX_CELLS) {
    throw new ReadFailure(
      'too-complex',
      `表格文件超过 ${MAX_CELLS / 10_000} 万格，不像一份年度报告，未读取。请只保留报告内容后重试。`,
    );
  }
}

/**
 * Refuses a workbook that shows more text than anybody wrote: a shared text is kept once and may stand in every cell,
 * and what looks at the cells looks at all of it each time.
 *
 * @param characters of the cells read so far, as often as they are shown
 */
export function checkTextCount(characters: number): void {
  if (characters > LIMITS.textCharacters) {
    throw new ReadFailure(
      'too-complex',
      `表格文件的文字超过 ${LIMITS.textCharacters / 10_000} 万字，未读取。请检查是否有内容大量重复，或者分成几个文件后重试。`,
    );
  }
}

/** Blank cells beyond this only carry the style of whole rows and columns; the widest form has 15 columns. */
const BLANK_COLUMNS = 64;
const BLANK_ROWS = 1_000;

/** Whether a cell can matter: it holds text, or it is a blank where a table may stand. */
export function isWorthKeeping(cell: SheetCell): boolean {
  return cell.text !== '' || (cell.column < BLANK_COLUMNS && cell.row < BLANK_ROWS);
}
