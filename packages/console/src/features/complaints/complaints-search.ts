export const COMPLAINT_STATES = { open: '没有办结', over: '已经办结' } as const;

export interface ComplaintsSearch {
  readonly state?: keyof typeof COMPLAINT_STATES;
  readonly number?: string;
}

/** What of the register is looked at; what is none is left out. */
export const complaintsSearch = ({ state, number }: Readonly<Record<string, unknown>>): ComplaintsSearch => ({
  ...((state === 'open' || state === 'over') && { state }),
  ...(typeof number === 'string' && { number }),
});

export const ORDER_STATES = { owed: '待整改', reported: '待复核', accepted: '整改完成' } as const;

export interface OrdersSearch {
  readonly state?: keyof typeof ORDER_STATES;
}

export const ordersSearch = ({ state }: Readonly<Record<string, unknown>>): OrdersSearch =>
  state === 'owed' || state === 'reported' || state === 'accepted' ? { state } : {};
