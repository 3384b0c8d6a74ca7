import { type DocumentFilterInput, documentFilter } from '@zhaoshi/contract/routes/documents';

/** Stages of the list that stand as tabs; `all` narrows to none. */
export const STAGES = {
  all: '全部',
  drafts: '草稿',
  waiting: '审查、签发、待发布',
  overdue: '已逾期未公开',
  public: '公开中',
  notPublic: '不主动公开',
} as const;

export type Stage = keyof typeof STAGES;

/** What of the filter stands in the address. */
const NAMES = [
  'organId',
  'stage',
  'status',
  'kind',
  'disclosureClass',
  'catalogCode',
  'catalogItemId',
  'owes',
  'q',
] as const;

/** What the address asks of the list; without a stage all are shown. */
export type DocumentSearch = Readonly<Pick<DocumentFilterInput, (typeof NAMES)[number]>>;

/** The filter out of an address; what means nothing there is left out. */
export function documentSearch(search: Readonly<Record<string, unknown>>): DocumentSearch {
  const parsed = NAMES.flatMap((name) => {
    // A word of digits alone is read from the address as a number.
    const value = typeof search[name] === 'number' ? String(search[name]) : search[name];
    const one = documentFilter.safeParse({ [name]: value });
    return one.success && value !== undefined && value !== '' ? [one.data] : [];
  });
  return Object.assign({}, ...parsed) as DocumentSearch;
}

export const stageOf = ({ stage }: DocumentSearch): Stage => stage ?? 'all';

/** Whether it narrows beyond its stage. */
export const isNarrowed = ({ stage: _, ...rest }: DocumentSearch): boolean => Object.keys(rest).length > 0;
