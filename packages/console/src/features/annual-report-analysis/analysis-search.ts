/** Whose figures are shown, and in which year they are held beside those of others. */
export interface AnalysisSearch {
  readonly regionId?: string;
  readonly organId?: string;
  readonly year?: number;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** Organ and year out of an address; what is none is left out. */
export function analysisSearch({
  regionId,
  organId,
  year,
}: Readonly<Record<string, unknown>>): AnalysisSearch {
  return {
    ...(isId(regionId) && isId(organId) && { regionId, organId }),
    ...(typeof year === 'number' && Number.isInteger(year) && year >= 2019 && year <= 2200 && { year }),
  };
}
