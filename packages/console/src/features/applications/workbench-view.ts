/** The sheets of a case: what is worked on every day, and the rest of its file beside it. */
export const VIEWS = {
  work: '办理',
  request: '申请内容',
  files: '材料',
  letters: '文书',
  related: '相关申请',
  contacts: '联系记录',
  history: '办理经过',
} as const;

export type View = keyof typeof VIEWS;

export interface CaseSearch {
  /** Without it the case is worked on. */
  readonly view?: View;
}

const isView = (value: unknown): value is View => typeof value === 'string' && Object.hasOwn(VIEWS, value);

/** The sheet out of an address; what is none is left out. */
export const caseSearch = ({ view }: Readonly<Record<string, unknown>>): CaseSearch =>
  isView(view) && view !== 'work' ? { view } : {};
