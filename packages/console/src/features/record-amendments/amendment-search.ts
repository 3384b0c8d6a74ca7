/** The stages of the list; `all` narrows to none. */
export const STAGES = { open: '办理中', overdue: '已逾期', decided: '已办结', all: '全部' } as const;

export type Stage = keyof typeof STAGES;

const isStage = (value: unknown): value is Stage => typeof value === 'string' && Object.hasOwn(STAGES, value);

export interface AmendmentSearch {
  /** Without it the open requests are shown. */
  readonly stage?: Stage;
}

/** The filter out of an address; what is none is left out. */
export const amendmentSearch = ({ stage }: Readonly<Record<string, unknown>>): AmendmentSearch =>
  isStage(stage) ? { stage } : {};
