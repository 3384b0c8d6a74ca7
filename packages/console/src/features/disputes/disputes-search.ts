import { DISPUTE_KIND_NAMES, type DisputeKind } from '@zhaoshi/domain/dispute/dispute';

/** The form of the report has table four since 2019. */
const FIRST_YEAR = 2019;
const LAST_YEAR = 2200;

export const DISPUTE_STATES = { open: '没有审结', settled: '已经审结', owing: '本机关有未办事项' } as const;

export type DisputeState = keyof typeof DISPUTE_STATES;

export const DISPUTE_STATE_NAMES = Object.keys(DISPUTE_STATES) as readonly DisputeState[];

export interface DisputesSearch {
  readonly kind?: DisputeKind;
  readonly state?: DisputeState;
  readonly year?: number;
  readonly number?: string;
}

function yearIn(value: unknown): { readonly year?: number } {
  const year = Number(value);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? { year } : {};
}

/** What of the register is looked at; what is none is left out. */
export function disputesSearch(search: Readonly<Record<string, unknown>>): DisputesSearch {
  const { number } = search;
  const state = DISPUTE_STATE_NAMES.find((one) => one === search['state']);
  const kind = DISPUTE_KIND_NAMES.find((one) => one === search['kind']);
  return {
    ...(kind !== undefined && { kind }),
    ...(state !== undefined && { state }),
    ...yearIn(search['year']),
    // A number that is all digits comes out of an address as one.
    ...((typeof number === 'string' || typeof number === 'number') && { number: String(number) }),
  };
}

export interface TableFourSearch {
  readonly year?: number;
  readonly regionId?: string;
  readonly organId?: string;
  /** The cell whose cases are shown. */
  readonly cell?: string;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

export function tableFourSearch(search: Readonly<Record<string, unknown>>): TableFourSearch {
  const { regionId, organId, cell } = search;
  return {
    ...yearIn(search['year']),
    ...(isId(regionId) && isId(organId) && { regionId, organId }),
    ...(typeof cell === 'string' && { cell }),
  };
}

/** By what losses are counted. */
export const LOSS_FIGURES = ['cause', 'ground', 'organ', 'unit', 'unexplained', 'all'] as const;

export interface LossesSearch {
  readonly year?: number;
  /** The figure whose cases are shown. */
  readonly by?: (typeof LOSS_FIGURES)[number];
  readonly key?: string;
}

export function lossesSearch(search: Readonly<Record<string, unknown>>): LossesSearch {
  const { key } = search;
  const by = LOSS_FIGURES.find((one) => one === search['by']);
  return {
    ...yearIn(search['year']),
    ...(by !== undefined && { by }),
    ...(typeof key === 'string' && { key }),
  };
}

export interface NewDisputeSearch {
  /** 登记号 of the application about which it is. */
  readonly number?: string;
}

export const newDisputeSearch = ({ number }: Readonly<Record<string, unknown>>): NewDisputeSearch =>
  typeof number === 'string' || typeof number === 'number' ? { number: String(number) } : {};

/** The years that may be looked at, the newest first. */
export const yearOptions = (thisYear: number) =>
  Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => ({
    value: thisYear - index,
    label: `${thisYear - index}年`,
  }));
