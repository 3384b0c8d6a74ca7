import type { FormRow } from '@zhaoshi/domain/annual-report/forms/form';
import type { TableId } from '@zhaoshi/domain/annual-report/ids';
import type { Place, ReadNote } from '../source-document.ts';
import type { Likeness } from './match-row.ts';
import type { TableGrid } from './source-items.ts';

/** The text of one figure; `undefined` place where the source has no such cell. */
export interface PrintedFigure {
  readonly text: string;
  readonly place: Place;
}

/** A row of the form as found in the source, its figures under the form's columns. */
export interface RowReading {
  readonly table: TableId;
  readonly row: FormRow;
  /** Label as printed; empty where the form prints none (table four). */
  readonly label: string;
  readonly likeness: Likeness;
  readonly place: Place;
  /** One a column of the form; `undefined` where nothing was printed. */
  readonly figures: readonly (PrintedFigure | undefined)[];
  /** See `alignFigures`; `glued`: the figures stand without any separator in `glued`. */
  readonly fit: 'exact' | 'short' | 'excess' | 'unclear' | 'glued';
  readonly glued?: string;
  /** Unit that the column header prints for amounts, for example “元”. */
  readonly unit?: string;
  /** A figure of the row above reaches down into this row, so it may belong to both. */
  readonly reachedFromAbove?: boolean;
  /** The table that holds the row; absent for running text. */
  readonly grid?: TableGrid;
  /** True for running text and for tables without a real grid. */
  readonly flattened: boolean;
}

/** A row with figures that the form does not know. */
export interface ExtraRow {
  readonly table: TableId;
  readonly label: string;
  readonly place: Place;
}

export interface TableReadings {
  readonly rows: readonly RowReading[];
  readonly extraRows: readonly ExtraRow[];
  readonly notes: readonly ReadNote[];
}
