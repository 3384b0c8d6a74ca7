import type { FormRow } from '@zhaoshi/domain/annual-report/forms/form';
import type { TableId } from '@zhaoshi/domain/annual-report/ids';
import type { Place } from '../source-document.ts';
import type { Likeness } from './match-row.ts';

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
  readonly fit: 'exact' | 'short' | 'excess' | 'glued';
  readonly glued?: string;
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
}
