/** The stages of the register that stand as tabs; `all` narrows to none. */
export const STAGES = {
  open: '办理中',
  dueSoon: '即将到期',
  overdue: '已逾期',
  concluded: '已办结',
  all: '全部',
} as const;

export type Stage = keyof typeof STAGES;

const isStage = (value: unknown): value is Stage => typeof value === 'string' && Object.hasOwn(STAGES, value);

/** Filters that stand in the address. What is looked for of an applicant never does. */
const TEXTS = [
  'status',
  'channel',
  'applicantKind',
  'outcome',
  'officerId',
  'organId',
  'receivedFrom',
  'receivedTo',
  'q',
] as const;

type TextName = (typeof TEXTS)[number];

export interface RegisterSearch extends Readonly<Partial<Record<TextName, string>>> {
  /** Without it the open cases are shown. */
  readonly stage?: Stage;
  readonly unassigned?: true;
  /** Suggested for proactive disclosure, not decided. */
  readonly promotion?: true;
}

const LONGEST = 100;

/** The filter out of an address; what is none is left out. */
export function registerSearch(search: Readonly<Record<string, unknown>>): RegisterSearch {
  const { stage, unassigned, promotion } = search;
  const texts = TEXTS.flatMap((name) => {
    const value = search[name];
    // A word of digits alone is read from the address as a number.
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' && text.length <= LONGEST ? [[name, text] as const] : [];
  });
  return {
    ...Object.fromEntries(texts),
    ...(isStage(stage) && stage !== 'open' && { stage }),
    ...(unassigned === true && { unassigned }),
    ...(promotion === true && { promotion }),
  };
}
