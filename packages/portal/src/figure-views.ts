import type { ColumnOwner } from './view-models.ts';

/** A line of a comparison: a year of an organ, or a unit of a year. */
export interface FigureLine {
  readonly name: string;
  /** Of the report that the figures are from; `null`: it is not published here. */
  readonly path: string | null;
  /** In the order of the columns; `null` where the report has none. Empty without a report. */
  readonly values: readonly (number | null)[];
}

/** Figures of published reports side by side, for the public. */
export interface FiguresPage {
  readonly organ: ColumnOwner;
  readonly title: string;
  /** Above its page in 当前位置. */
  readonly parents: readonly { readonly name: string; readonly path: string }[];
  readonly path: string;
  /** What a line is: 年度 or 单位. */
  readonly lineTitle: string;
  readonly columns: readonly string[];
  readonly lines: readonly FigureLine[];
}
