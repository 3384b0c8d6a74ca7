import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import { type CatalogItem, isItemValidOn, itemTitle } from './catalog-item.ts';
import { isRecurring, type RecurringPeriod, type Stretch, stretchesUpTo } from './due-days.ts';
import { type ParsedPeriod, parsePeriodWording } from './period-wording.ts';

/** A document filed under an item. */
export interface ItemPublication {
  readonly documentId: string;
  readonly code: string;
  /** First published; `null` as long as it is not. */
  readonly publishedOn: CivilDate | null;
  /** Last day to publish it (`publicationDeadline`); `null` where none is known. */
  readonly dueOn: CivilDate | null;
}

/** The organ states that in a year it made nothing of an item. */
export interface NothingProduced {
  readonly code: string;
  readonly year: number;
}

/**
 * `published`: what was due is there; `stated`: nothing was made, and the organ says so; `gap`: nothing in the period;
 * `overdue`: a stretch or a document is past its last day; `notValid`, `onApplication`: nothing is expected.
 */
export type CoverageState = 'published' | 'stated' | 'gap' | 'overdue' | 'notValid' | 'onApplication';

export const COVERAGE_WORDS: Readonly<Record<CoverageState, string>> = {
  published: '已公开',
  stated: '本年度没有产生',
  gap: '缺项',
  overdue: '逾期',
  notValid: '不在有效期',
  onApplication: '依申请公开',
};

export interface ItemCoverage {
  readonly code: string;
  readonly title: string;
  readonly state: CoverageState;
  readonly period: ParsedPeriod;
  readonly lastPublishedOn: CivilDate | null;
  /** Last days that have passed without a publication, earliest first. */
  readonly overdueSince: readonly CivilDate[];
  /** Documents under the item that are past their own last day. */
  readonly overdueDocuments: readonly string[];
  /** The next day on which something is due; `null` where nothing is known to be. */
  readonly nextDueOn: CivilDate | null;
}

interface Facts {
  readonly published: readonly CivilDate[];
  readonly open: readonly ItemPublication[];
  readonly statedYears: ReadonlySet<number>;
}

interface Judged {
  readonly state: CoverageState;
  readonly overdueSince: readonly CivilDate[];
  readonly nextDueOn: CivilDate | null;
}

/** A stretch is fulfilled by a publication from its first day to its last; one that comes later was late. */
const isFulfilled = ({ from, dueOn }: Stretch, { published, statedYears }: Facts): boolean =>
  published.some((on) => from <= on && on <= dueOn) || statedYears.has(yearOf(dueOn));

/**
 * A stretch that was missed stays overdue until something is published after its last day: which stretch a late
 * publication is about cannot be told from its date, so it ends the alarm and counts for its own stretch too.
 */
function recurring(
  item: CatalogItem,
  period: RecurringPeriod,
  facts: Facts,
  today: CivilDate,
  calendar: WorkingCalendar,
): Judged {
  const stretches = stretchesUpTo(period, today, calendar).filter(({ to }) => to >= item.validFrom);
  const missed = stretches.filter((one) => one.dueOn < today && !isFulfilled(one, facts));
  const open = missed.filter(({ dueOn }) => !facts.published.some((on) => on > dueOn));
  const waiting = stretches.find((one) => one.dueOn >= today && !isFulfilled(one, facts));
  const current = stretches.at(-1);
  const isStated = current !== undefined && facts.statedYears.has(yearOf(current.dueOn));
  const nextDueOn = waiting?.dueOn ?? null;
  const overdueSince = open.map(({ dueOn }) => dueOn);
  if (overdueSince.length > 0) return { state: 'overdue', overdueSince, nextDueOn };
  const hasPublished = facts.published.length > 0;
  return { state: hasPublished ? 'published' : isStated ? 'stated' : 'gap', overdueSince, nextDueOn };
}

/** What comes up now and then: something within the year, or the statement that there was nothing. */
function byYear(period: ParsedPeriod, { published, statedYears }: Facts, today: CivilDate): Judged {
  const isStanding = period.kind === 'parsed' && period.periods.some(({ kind }) => kind === 'standing');
  const year = yearOf(today);
  const counts = isStanding ? published : published.filter((on) => yearOf(on) === year);
  const state = counts.length > 0 ? 'published' : statedYears.has(year) ? 'stated' : 'gap';
  return { state, overdueSince: [], nextDueOn: null };
}

function judge(
  item: CatalogItem,
  period: ParsedPeriod,
  facts: Facts,
  today: CivilDate,
  calendar: WorkingCalendar,
): Judged {
  const silent = { overdueSince: [], nextDueOn: null } as const;
  if (!isItemValidOn(item, today)) return { state: 'notValid', ...silent };
  if (item.disclosureClass === 'onApplication') return { state: 'onApplication', ...silent };
  const recurs = period.kind === 'parsed' ? period.periods.find(isRecurring) : undefined;
  return recurs === undefined
    ? byYear(period, facts, today)
    : recurring(item, recurs, facts, today, calendar);
}

const byDay = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : Number(a > b));

function coverageOf(
  item: CatalogItem,
  facts: Facts,
  today: CivilDate,
  calendar: WorkingCalendar,
): ItemCoverage {
  const period = parsePeriodWording(item.publicationPeriod);
  const judged = judge(item, period, facts, today, calendar);
  const isExpected = judged.state !== 'notValid' && judged.state !== 'onApplication';
  const late = facts.open.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  const nextDues = [...facts.open.map(({ dueOn }) => dueOn), judged.nextDueOn]
    .filter((dueOn) => dueOn !== null)
    .filter((dueOn) => dueOn >= today);
  return {
    code: item.code,
    title: itemTitle(item),
    state: isExpected && late.length > 0 ? 'overdue' : judged.state,
    period,
    lastPublishedOn: facts.published.at(-1) ?? null,
    overdueSince: judged.overdueSince,
    overdueDocuments: late.map(({ documentId }) => documentId),
    nextDueOn: nextDues.toSorted(byDay)[0] ?? null,
  };
}

/** What an organ's items, publications and statements are looked at with. */
export interface CoverageInput {
  readonly items: readonly CatalogItem[];
  readonly publications: readonly ItemPublication[];
  readonly statements: readonly NothingProduced[];
}

/**
 * Each item with what is there, missing, late and due next, on a day (A27 of oversight.md §2.2). A recurring period
 * (每季度, 每年1月31日前) is judged by its stretches, the one of today and the two before it, not before the item came into
 * force; 长期公开 by whether anything is there; all else, unread wordings too, by whether anything was published, or
 * stated not to exist, in the year.
 */
export function itemCoverage(
  { items, publications, statements }: CoverageInput,
  today: CivilDate,
  calendar: WorkingCalendar,
): readonly ItemCoverage[] {
  const byCode = Map.groupBy(publications, ({ code }) => code);
  const stated = Map.groupBy(statements, ({ code }) => code);
  return items.map((item) => {
    const own = byCode.get(item.code) ?? [];
    const facts: Facts = {
      published: own
        .map(({ publishedOn }) => publishedOn)
        .filter((on) => on !== null)
        .filter((on) => on <= today)
        .toSorted(byDay),
      open: own.filter(({ publishedOn }) => publishedOn === null || publishedOn > today),
      statedYears: new Set((stated.get(item.code) ?? []).map(({ year }) => year)),
    };
    return coverageOf(item, facts, today, calendar);
  });
}

/** How many items stand in each state. */
export function coverageCounts(rows: readonly ItemCoverage[]): Readonly<Record<CoverageState, number>> {
  const count = (state: CoverageState): number => rows.filter((row) => row.state === state).length;
  return {
    published: count('published'),
    stated: count('stated'),
    gap: count('gap'),
    overdue: count('overdue'),
    notValid: count('notValid'),
    onApplication: count('onApplication'),
  };
}
