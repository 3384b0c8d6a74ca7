import { WORK_KIND_NAMES, type WorkKind } from '@zhaoshi/domain/work-register/work-kinds';

/** 条例 holds since 2008. */
const FIRST_YEAR = 2008;
const LAST_YEAR = 2200;

export const SHOWN_STATES = { open: '未完成', overdue: '逾期', done: '已完成' } as const;

type ShownState = keyof typeof SHOWN_STATES;

export interface WorkSearch {
  readonly kind?: WorkKind;
  readonly year?: number;
  readonly state?: ShownState;
  /** Of one organ alone, as the totals count. */
  readonly organId?: string;
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What of the register is looked at; what is none is left out. */
export function workSearch(search: Readonly<Record<string, unknown>>): WorkSearch {
  const { state, organId } = search;
  const kind = WORK_KIND_NAMES.find((one) => one === search['kind']);
  const year = Number(search['year']);
  return {
    ...(kind !== undefined && { kind }),
    ...(Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR && { year }),
    ...((state === 'open' || state === 'overdue' || state === 'done') && { state }),
    ...(typeof organId === 'string' && ID.test(organId) && { organId }),
  };
}

export const newWorkSearch = (search: Readonly<Record<string, unknown>>): { readonly kind?: WorkKind } => {
  const kind = WORK_KIND_NAMES.find((one) => one === search['kind']);
  return kind === undefined ? {} : { kind };
};
