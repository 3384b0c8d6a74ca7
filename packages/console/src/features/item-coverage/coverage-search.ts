import { COVERAGE_WORDS, type CoverageState } from '@zhaoshi/domain/disclosure/item-catalog/coverage';

export interface CoverageSearch {
  /** Only items in this state. */
  readonly state?: CoverageState;
}

const isState = (value: unknown): value is CoverageState =>
  typeof value === 'string' && Object.hasOwn(COVERAGE_WORDS, value);

/** The filter out of an address; what is none is left out. */
export const coverageSearch = ({ state }: Readonly<Record<string, unknown>>): CoverageSearch =>
  isState(state) ? { state } : {};
