import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion, TableThreeColumn } from '@zhaoshi/domain/annual-report/ids';
import { isTableThreeColumn } from '@zhaoshi/domain/application/table-three';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';

/** Which figures are looked at; all of it stands in the address. */
export interface StatisticsSearch {
  /** A year, or days of one's own choice. */
  readonly year?: number;
  readonly from?: string;
  readonly to?: string;
  readonly regionId?: string;
  readonly organId?: string;
  readonly below?: true;
  /** The cell whose cases are shown. */
  readonly row?: string;
  readonly column?: TableThreeColumn;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const FIRST_YEAR = 2008;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && parseCivilDate(value) !== undefined;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** The figures out of an address; what is none is left out. */
export function statisticsSearch(search: Readonly<Record<string, unknown>>): StatisticsSearch {
  const { from, to, regionId, organId, below, row, column } = search;
  const year = Number(search['year']);
  return {
    ...(isDay(from) && isDay(to)
      ? { from, to }
      : Number.isInteger(year) && year >= FIRST_YEAR && year <= 2100 && { year }),
    ...(isId(regionId) && isId(organId) && { regionId, organId }),
    ...(below === true && { below }),
    ...(typeof row === 'string' &&
      typeof column === 'string' &&
      isTableThreeColumn(column) && { row, column }),
  };
}

export interface AskedDays {
  readonly from: string;
  readonly to: string;
  readonly form: FormVersion;
}

/** The days that are counted, and the form of the year in which they end; this year where nothing is said. */
export function askedDays({ year, from, to }: StatisticsSearch, thisYear: number): AskedDays {
  const asked = year ?? thisYear;
  const days =
    from === undefined || to === undefined ? { from: `${asked}-01-01`, to: `${asked}-12-31` } : { from, to };
  return { ...days, form: formForYear(Number(days.to.slice(0, 4)))?.version ?? '2019' };
}

/** Without the cell: other figures have other cases. */
export function withoutCell({ row: _row, column: _column, ...rest }: StatisticsSearch): StatisticsSearch {
  return rest;
}
