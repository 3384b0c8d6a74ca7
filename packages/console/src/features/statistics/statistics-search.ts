import type { RegisterRow } from '@zhaoshi/domain/disclosure/validity/normative-register';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { FIRST_STATISTIC_YEAR, LAST_STATISTIC_YEAR } from '@zhaoshi/domain/statistics/statistic-kinds';
import { REGISTER_COLUMNS, REGISTER_ROWS, type RegisterColumn } from '@zhaoshi/domain/statistics/table-two';

export interface YearSearch {
  readonly year?: number;
}

/** The year out of an address; without it the one that is asked for now. */
export function yearSearch(search: Readonly<Record<string, unknown>>): YearSearch {
  const year = Number(search['year']);
  return Number.isInteger(year) && year >= FIRST_STATISTIC_YEAR && year <= LAST_STATISTIC_YEAR
    ? { year }
    : {};
}

export interface NormativeSearch {
  /** The day on which the register is looked at; today without it. */
  readonly on?: string;
  readonly regionId?: string;
  readonly organId?: string;
  readonly row?: RegisterRow;
  /** The figure whose documents are shown. */
  readonly column?: RegisterColumn;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
const isColumn = (value: unknown): value is RegisterColumn =>
  typeof value === 'string' && Object.hasOwn(REGISTER_COLUMNS, value);

/** What of the register is looked at; what is none is left out. */
export function normativeSearch(search: Readonly<Record<string, unknown>>): NormativeSearch {
  const { on, regionId, organId, column } = search;
  const row = REGISTER_ROWS.find((one) => one === search['row']);
  return {
    ...(typeof on === 'string' && parseCivilDate(on) !== undefined && { on }),
    ...(isId(regionId) && isId(organId) && { regionId, organId }),
    ...(row !== undefined && { row }),
    ...(isColumn(column) && { column }),
  };
}
