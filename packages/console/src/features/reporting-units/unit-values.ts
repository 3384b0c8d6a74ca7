import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';

export type ShownList = RouteOutput<typeof reportingUnitRoutes.read>;
export type ShownUnit = ShownList['units'][number];

/** A row as it is edited. */
export interface UnitRow {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
  readonly included: boolean;
  readonly reason: string;
}

export interface ListValues {
  readonly units: readonly UnitRow[];
}

export const valuesOf = ({ units }: Pick<ShownList, 'units'>): ListValues => ({
  units: units.map(({ regionId, organId, name, included, reason }) => ({
    regionId,
    organId,
    name,
    included,
    reason: reason ?? '',
  })),
});

/** What is sent; the reason of a unit that reports is none. */
export const bodyOf = ({ units }: ListValues) => ({
  units: units.map(({ regionId, organId, included, reason }) => ({
    regionId,
    organId,
    included,
    reason: included || reason.trim() === '' ? null : reason.trim(),
  })),
});

/** The list with one row in another place. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const left = rows.filter((_row, index) => index !== from);
  const row = rows[from];
  return row === undefined ? rows : [...left.slice(0, to), row, ...left.slice(to)];
}

/** The years to choose from, the newest first: those that have a list, this one and the one before. */
export const yearsToChoose = (listed: readonly number[], thisYear: number): readonly number[] =>
  [...new Set([thisYear, thisYear - 1, ...listed])].toSorted((one, other) => other - one);
