/** The states of a case (applications.md §16); overdue and due soon are computed, never stored. */
export const STATUSES = {
  awaitingConfirmation: '待确认收到日期',
  registered: '已登记',
  awaitingCorrection: '待补正',
  processing: '办理中',
  consulting: '征求意见中',
  awaitingReasons: '待说明理由',
  awaitingPayment: '待缴费',
  drafting: '拟写答复',
  underReview: '审核中',
  approved: '已批准待送达',
  delivered: '已送达',
  closed: '已办结',
  archived: '已归档',
} as const;

export type Status = keyof typeof STATUSES;

export const STATUS_NAMES = Object.keys(STATUSES) as readonly Status[];

/** Statuses in which the applicant still waits for the organ's reply. */
export const OPEN_STATUSES = [
  'awaitingConfirmation',
  'registered',
  'awaitingCorrection',
  'processing',
  'consulting',
  'awaitingReasons',
  'awaitingPayment',
  'drafting',
  'underReview',
  'approved',
] as const satisfies readonly Status[];

export const isOpen = (status: Status): boolean => OPEN_STATUSES.some((open) => open === status);

export const isStatus = (text: string): text is Status => Object.hasOwn(STATUSES, text);
