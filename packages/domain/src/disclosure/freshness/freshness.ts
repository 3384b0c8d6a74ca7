import { addDays, addMonths, type CivilDate, daysBetween } from '../../kernel/civil-date.ts';
import type { Confidence } from '../../setting/setting.ts';

/** How long a column or channel may go without an update (国办秘函〔2019〕19号; oversight.md §2.1, publication.md §12.3). */
export interface FreshnessRule {
  readonly title: string;
  /** `null`: as the column itself promises (`promisedDays`), or no time at all. */
  readonly limit: { readonly days: number } | { readonly months: number } | null;
  readonly mark: Confidence;
  readonly source: string;
  /** `null`: it is not dated. */
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

/** The notice is of April 2019; its day is not known here [U]. */
const BY_NOTICE = {
  mark: 'confirmed',
  source: '国办秘函〔2019〕19号',
  validFrom: '2019-04-01' as CivilDate,
  validTo: null,
} as const;

export const FRESHNESS_KINDS = {
  homePage: {
    title: '首页',
    limit: { days: 14 },
    ...BY_NOTICE,
  },
  news: {
    title: '动态、要闻类栏目',
    limit: { days: 14 },
    ...BY_NOTICE,
  },
  noticesAndPolicies: {
    title: '通知公告、政策文件类栏目',
    limit: { months: 6 },
    ...BY_NOTICE,
  },
  shouldUpdate: {
    title: '应更新栏目',
    limit: null,
    ...BY_NOTICE,
  },
  newMedia: {
    title: '政务新媒体',
    limit: { days: 14 },
    ...BY_NOTICE,
  },
  message: {
    title: '咨询留言答复',
    limit: { months: 3 },
    ...BY_NOTICE,
  },
  static: {
    title: '内容固定的栏目',
    limit: null,
    mark: 'confirmed',
    source: '没有更新时限；内容变化的，及时更新（条例第十二条）',
    validFrom: null,
    validTo: null,
  },
} as const satisfies Readonly<Record<string, FreshnessRule>>;

export type FreshnessKind = keyof typeof FRESHNESS_KINDS;

/** A column, page, account or open message that has to be kept fresh. */
export interface FreshnessObject {
  readonly id: string;
  readonly kind: FreshnessKind;
  /** Days that a should-update column promises; `null` where it promises none. */
  readonly promisedDays: number | null;
  /**
   * Last publication in it that bears a time; `null` when there is none. An item without a publication time does not
   * count (oversight.md: as not updated). Of a message: the day it came in.
   */
  readonly lastUpdatedOn: CivilDate | null;
  /** Day since which it has been there; where nothing was published its time runs from here. */
  readonly since: CivilDate;
  /** Publications in it. */
  readonly items: number;
  /** “本年度没有产生此类信息” is stated in it. */
  readonly hasStatement: boolean;
}

export type FreshnessState = 'fresh' | 'warning' | 'stale' | 'empty' | 'untimed';

export interface FreshnessResult {
  readonly id: string;
  readonly state: FreshnessState;
  /** Last day on which it is still fresh; `null` without a limit. */
  readonly freshUntil: CivilDate | null;
  /** First day of the warning. */
  readonly warnsOn: CivilDate | null;
  readonly words: string;
}

/** What an empty column says by itself, so that no column is ever blank (V9: empty columns). */
export const EMPTY_COLUMN_WORDS = '本栏目暂无信息';

/** What a column says where the organ states that it made no such information (publication.md §12.3 [L]). */
export const nothingProducedWords = (year: number, title: string): string =>
  `${year}年本机关没有产生“${title}”信息。`;

function limitEnd({ kind, promisedDays }: FreshnessObject, from: CivilDate): CivilDate | null {
  const { limit }: FreshnessRule = FRESHNESS_KINDS[kind];
  if (limit === null)
    return kind === 'shouldUpdate' && promisedDays !== null ? addDays(from, promisedDays) : null;
  return 'days' in limit ? addDays(from, limit.days) : addMonths(from, limit.months);
}

function wordsOf(state: FreshnessState, from: CivilDate, until: CivilDate | null, today: CivilDate): string {
  if (state === 'empty') return '空白栏目：没有信息，也没有说明';
  if (until === null) return '没有更新时限';
  const age = daysBetween(from, today);
  if (state === 'stale') return `已${age}天未更新，超过时限${daysBetween(until, today)}天`;
  return state === 'warning' ? `已${age}天未更新，${until}以前须更新` : `${from}更新，${until}以前须再更新`;
}

/**
 * Whether an object is fresh on a day, and from when it warns (`warningPercent` of its time, setting
 * `publication.freshnessWarningPercent`). A column with nothing in it is empty whatever its time, unless it says that
 * there was nothing; then its time still runs, because the statement has to be renewed.
 */
export function freshnessOn(one: FreshnessObject, today: CivilDate, warningPercent: number): FreshnessResult {
  const from = one.lastUpdatedOn ?? one.since;
  const freshUntil = limitEnd(one, from);
  const warnsOn =
    freshUntil === null
      ? null
      : addDays(from, Math.ceil((daysBetween(from, freshUntil) * warningPercent) / 100));
  const isColumn = one.kind !== 'message' && one.kind !== 'newMedia' && one.kind !== 'homePage';
  const state = ((): FreshnessState => {
    if (isColumn && one.items === 0 && !one.hasStatement) return 'empty';
    if (freshUntil === null || warnsOn === null) return 'untimed';
    if (today > freshUntil) return 'stale';
    return today >= warnsOn ? 'warning' : 'fresh';
  })();
  return { id: one.id, state, freshUntil, warnsOn, words: wordsOf(state, from, freshUntil, today) };
}

export interface Veto {
  readonly code: string;
  readonly words: string;
  /** Ids of the objects that make it. */
  readonly objects: readonly string[];
}

/** A single veto: from so many objects on, the site has failed. */
interface VetoRule {
  readonly code: string;
  /** `null`: of any kind. */
  readonly kinds: readonly FreshnessKind[] | null;
  readonly state: FreshnessState;
  readonly from: number;
  readonly words: string;
}

const VETOES: readonly VetoRule[] = [
  { code: 'V8', kinds: ['homePage'], state: 'stale', from: 1, words: '首页超过两周未更新' },
  {
    code: 'V9',
    kinds: ['news', 'noticesAndPolicies'],
    state: 'stale',
    from: 5,
    words: '动态要闻、通知公告、政策文件类栏目未按时更新',
  },
  { code: 'V9', kinds: ['shouldUpdate'], state: 'stale', from: 10, words: '应更新栏目未按时更新' },
  { code: 'V9', kinds: null, state: 'empty', from: 5, words: '空白栏目' },
  { code: 'V10', kinds: ['message'], state: 'stale', from: 1, words: '有效留言超过三个月未答复' },
  { code: 'V12', kinds: ['newMedia'], state: 'stale', from: 1, words: '政务新媒体超过两周未更新' },
];

/** The single vetoes that a site's freshness leads to: one of them and the site has failed (oversight.md §2.1). */
export function freshnessVetoes(
  objects: readonly FreshnessObject[],
  today: CivilDate,
  warningPercent: number,
): readonly Veto[] {
  const results = objects.map((one) => ({ kind: one.kind, ...freshnessOn(one, today, warningPercent) }));
  return VETOES.flatMap(({ code, kinds, state, from, words }) => {
    const hit = results.filter((one) => one.state === state && (kinds === null || kinds.includes(one.kind)));
    return hit.length < from
      ? []
      : [{ code, words: `${words}（${hit.length}个）`, objects: hit.map(({ id }) => id) }];
  });
}
