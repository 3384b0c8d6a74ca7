import { OPINION_STANDING_NAMES, type OpinionStanding } from '@zhaoshi/domain/opinion/clocks';
import { OPINION_LEVEL_NAMES, type OpinionLevel } from '@zhaoshi/domain/opinion/opinion';

/** The year of 61号. */
const FIRST_YEAR = 2016;
const LAST_YEAR = 2200;

export const OPINION_STATES = { open: '没有办结', closed: '已经办结' } as const;

export interface OpinionsSearch {
  readonly level?: OpinionLevel;
  readonly state?: keyof typeof OPINION_STATES;
  readonly standing?: OpinionStanding;
  readonly year?: number;
  readonly organId?: string;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

export function figuresSearch(search: Readonly<Record<string, unknown>>): { readonly year?: number } {
  const year = Number(search['year']);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? { year } : {};
}

/** What of the register is looked at; what is none is left out. */
export function opinionsSearch(search: Readonly<Record<string, unknown>>): OpinionsSearch {
  const { state, organId } = search;
  const level = OPINION_LEVEL_NAMES.find((one) => one === search['level']);
  const standing = OPINION_STANDING_NAMES.find((one) => one === search['standing']);
  return {
    ...figuresSearch(search),
    ...(level !== undefined && { level }),
    ...(standing !== undefined && { standing }),
    ...((state === 'open' || state === 'closed') && { state }),
    ...(typeof organId === 'string' && ID.test(organId) && { organId }),
  };
}

/** The years that may be looked at, the newest first. */
export const opinionYears = (thisYear: number) =>
  Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => ({
    value: thisYear - index,
    label: `${thisYear - index}年`,
  }));
