/** The sheets of a document: what it says, its review, how it differs from another version, and what was done. */
export const DOCUMENT_VIEWS = {
  content: '内容',
  review: '审查',
  compare: '与其他版本对比',
  history: '办理经过',
} as const;

export type DocumentView = keyof typeof DOCUMENT_VIEWS;

export interface DocumentViewSearch {
  /** Without it the content is shown. */
  readonly view?: DocumentView;
}

const isView = (value: unknown): value is DocumentView =>
  typeof value === 'string' && Object.hasOwn(DOCUMENT_VIEWS, value);

/** The sheet out of an address; what is none is left out. */
export const documentViewSearch = ({ view }: Readonly<Record<string, unknown>>): DocumentViewSearch =>
  isView(view) && view !== 'content' ? { view } : {};
