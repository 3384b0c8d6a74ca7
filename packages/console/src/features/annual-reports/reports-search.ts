/** Whose reports are listed; without it those of the organ one acts in. */
export interface ReportsSearch {
  readonly regionId?: string;
  readonly organId?: string;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** The organ out of an address; what is none is left out. */
export function reportsSearch({ regionId, organId }: Readonly<Record<string, unknown>>): ReportsSearch {
  return isId(regionId) && isId(organId) ? { regionId, organId } : {};
}
