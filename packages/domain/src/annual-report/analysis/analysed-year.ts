import type { CellId } from '../ids.ts';
import type { CellValue, CellValues } from '../report.ts';

/**
 * What the figures of a year rest on: a report that was sent or published · of a region whose report was not sent, what
 * its units have sent so far · the registers of a year that is over and was not reported · the registers of the year
 * that is running · nothing. The words stand behind the year wherever it is named.
 */
export const YEAR_STATES = {
  settled: '',
  summing: '（汇总中）',
  counted: '（未报送）',
  running: '（至今）',
  none: '',
} as const;

export type YearState = keyof typeof YEAR_STATES;

/** A year of an organ or a region with the figures that stand for it. */
export interface AnalysedYear {
  readonly reportYear: number;
  readonly state: YearState;
  readonly cells: CellValues;
}

export const yearLabel = ({ reportYear, state }: Pick<AnalysedYear, 'reportYear' | 'state'>): string =>
  `${reportYear}年${YEAR_STATES[state]}`;

/** Plain figures as cells; what has none is blank, never 0. */
export function cellsOfFigures(
  figures: Readonly<Record<string, number | null | undefined>>,
): Readonly<Record<CellId, CellValue>> {
  const cells: Record<CellId, CellValue> = {};
  for (const [id, value] of Object.entries(figures)) {
    cells[id as CellId] =
      value === null || value === undefined
        ? { state: 'blank', value: null, raw: '' }
        : { state: 'value', value, raw: String(value) };
  }
  return cells;
}
