import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate, endOfCalendarPeriod } from '../../calendar/working-days.ts';
import { addDays, type CivilDate, civilDateAt } from '../../kernel/civil-date.ts';
import { HOUR_MS } from '../../kernel/durations.ts';
import type { Confidence } from '../../setting/setting.ts';
import type { Audience } from '../disclosure-class.ts';
import { type Alarm, alarmsBefore, interpretationAlarm } from './alarms.ts';
import { itemRule } from './item-rule.ts';
import { PUBLICATION_MATTERS, type PublicationMatter } from './matters.ts';
import {
  daysOfLength,
  isInForce,
  type Length,
  type Limit,
  limitWords,
  type PeriodRule,
  type PublicationRules,
  START_FACTS,
  START_MOMENTS,
  type StartFact,
  type StartMoment,
  unitOfLength,
} from './period-rule.ts';
import { type Showing, showingOf } from './showing.ts';
import { GENERAL_PERIODS, SPECIAL_PERIODS, type SpecialPeriodId } from './special-periods.ts';

/** What is known of an item. Days are civil dates of China, moments ISO 8601 texts with their zone. */
export interface PublicationFacts {
  /** 生成日期: made or changed (条例12, 26). */
  readonly createdOn: CivilDate;
  readonly days?: Partial<Readonly<Record<Exclude<StartFact, 'createdOn'>, CivilDate>>>;
  readonly moments?: Partial<Readonly<Record<StartMoment, string>>>;
  /** The day it went up, or is to go up; a showing time runs from it. */
  readonly shownFrom?: CivilDate | null;
  /** 公开时限 of the row of the 标准目录 that it is filed under, as worded; it can only shorten the period. */
  readonly itemPeriod?: string | null;
}

/** Why a rule names no day. */
export type NoDay = 'missingFact' | 'noNumber' | 'elsewhere' | 'notInForce' | 'beforeCalendar';

/** One rule with the day that it gives, or why it gives none. */
export interface ConsideredRule {
  readonly id: 'art26' | 'item' | SpecialPeriodId;
  readonly title: string;
  /** 自作出决定之日起7个工作日内. */
  readonly words: string;
  readonly source: string;
  readonly mark: Confidence;
  readonly note: string | null;
  readonly dueOn: CivilDate | null;
  /** The moment of a period of clock hours, ISO 8601 in UTC. */
  readonly dueAt: string | null;
  /** Each day, counted or not and why; of a period that runs backwards from the day before on; `null` without days. */
  readonly derivation: DerivedDate | null;
  readonly noDay: NoDay | null;
  /** The day or moment that is to be entered first, where that is what is missing. */
  readonly missing: StartFact | StartMoment | null;
}

export interface PublicationDeadline {
  /** The last day to publish; `null` when no rule names one. */
  readonly dueOn: CivilDate | null;
  readonly dueAt: string | null;
  /** The rule that decides: the earliest day, of equal days the special one (条例26: 另有规定的，从其规定). */
  readonly rule: ConsideredRule | null;
  readonly derivation: DerivedDate | null;
  /** A notice that is not out may still move it: show `toldDateText`, never the bare day. */
  readonly provisional: boolean;
  readonly considered: readonly ConsideredRule[];
  readonly alarms: readonly Alarm[];
  /** How long it must stay up at least; `null` where no rule says so. */
  readonly showing: Showing | null;
  /** `specificGroup`: never on public channels (publication.md §9, check 12). */
  readonly audience: Audience;
}

type Computed = Pick<ConsideredRule, 'dueOn' | 'dueAt' | 'derivation' | 'noDay' | 'missing'>;

const none = (noDay: NoDay, missing: ConsideredRule['missing'] = null): Computed => ({
  dueOn: null,
  dueAt: null,
  derivation: null,
  noDay,
  missing,
});

/** A day so many days before another; the day itself is not counted and nothing moves, because it must be earlier. */
function daysBefore(calendar: WorkingCalendar, day: CivilDate, length: number): DerivedDate {
  const days = Array.from({ length }, (_, index) => ({
    ...calendar.day(addDays(day, -index - 1)),
    count: index + 1,
    excluded: false,
  }));
  return { date: addDays(day, -length), provisional: false, calendarVersion: calendar.version, days };
}

function counted(
  kind: 'within' | 'before',
  start: CivilDate,
  length: Length,
  { calendar, rules }: PublicationContext,
): Computed {
  const days = daysOfLength(length, rules);
  const first = kind === 'before' ? addDays(start, -days) : start;
  if (first < calendar.firstDay) return none('beforeCalendar');
  const forward = unitOfLength(length, rules) === 'workingDay' ? addWorkingDays : endOfCalendarPeriod;
  const derivation = (kind === 'before' ? daysBefore : forward)(calendar, start, days);
  return { dueOn: derivation.date, dueAt: null, derivation, noDay: null, missing: null };
}

const startOf = (facts: PublicationFacts, from: StartFact): CivilDate | null =>
  from === 'createdOn' ? facts.createdOn : (facts.days?.[from] ?? null);

function hours(limit: Extract<Limit, { kind: 'hours' }>, { moments }: PublicationFacts): Computed {
  const start = Date.parse(moments?.[limit.from] ?? '');
  if (Number.isNaN(start)) return none('missingFact', limit.from);
  const end = new Date(start + limit.hours * HOUR_MS);
  return { ...none('noNumber'), noDay: null, dueOn: civilDateAt(end), dueAt: end.toISOString() };
}

/** Handing over and delivering inside have no period where the setting is 0; an interpretation of 0 days is due at once. */
const hasNoPeriod = ({ days }: Length, rules: PublicationRules): boolean =>
  (days === 'handoverDays' || days === 'internalDeliveryDays') && rules[days] === 0;

function compute(limit: Limit, facts: PublicationFacts, context: PublicationContext): Computed {
  if (limit.kind === 'promptly') return none('noNumber');
  if (limit.kind === 'elsewhere') return none('elsewhere');
  if (limit.kind === 'hours') return hours(limit, facts);
  if (hasNoPeriod(limit.length, context.rules)) return none('noNumber');
  const start = startOf(facts, limit.from);
  return start === null ? none('missingFact', limit.from) : counted(limit.kind, start, limit.length, context);
}

/** The day by which a rule must be in force: where its period starts, else where the information was made. */
function judgedOn({ limit }: PeriodRule, facts: PublicationFacts): CivilDate {
  return 'length' in limit ? (startOf(facts, limit.from) ?? facts.createdOn) : facts.createdOn;
}

function consider(
  id: ConsideredRule['id'],
  rule: PeriodRule,
  facts: PublicationFacts,
  context: PublicationContext,
): ConsideredRule {
  const { title, source, mark, note, limit } = rule;
  const isHolding = isInForce(rule, judgedOn(rule, facts));
  const computed = isHolding ? compute(limit, facts, context) : none('notInForce');
  return { id, title, words: limitWords(limit, context.rules), source, mark, note, ...computed };
}

const dueOrder = ({ dueOn, dueAt }: ConsideredRule): string => `${dueOn} ${dueAt ?? ''}`;

/** What a deadline is worked out with; `publicationRulesFrom(settings)` makes the rules. */
export interface PublicationContext {
  readonly calendar: WorkingCalendar;
  readonly rules: PublicationRules;
}

/**
 * The last day to publish: the earliest of the 20 working days of 条例26, the special periods of the matter
 * (publication.md §5) and what the organ's own catalogue promises, with every day counted or not, the reminders before it, and the time it must stay up.
 * A special period whose first day is not entered yet names none and says what is missing; the other rules still hold.
 * Never throws for a date before the calendar: the rule then names no day (`beforeCalendar`).
 */
export function publicationDeadline(
  matter: PublicationMatter,
  facts: PublicationFacts,
  context: PublicationContext,
): PublicationDeadline {
  const ids: readonly SpecialPeriodId[] = PUBLICATION_MATTERS[matter].periods;
  const promised = facts.itemPeriod == null ? null : itemRule(facts.itemPeriod);
  const special: readonly { readonly id: ConsideredRule['id']; readonly rule: PeriodRule }[] = [
    ...ids.map((id) => ({ id, rule: SPECIAL_PERIODS[id] })),
    ...(promised === null ? [] : [{ id: 'item', rule: promised } as const]),
  ];
  const general = GENERAL_PERIODS.find((rule) => isInForce(rule, facts.createdOn)) ?? GENERAL_PERIODS[0];
  const isGeneral = special.every(({ rule }) => rule.besideArticle26) && general !== undefined;
  const considered = [
    ...special.map(({ id, rule }) => consider(id, rule, facts, context)),
    ...(isGeneral ? [consider('art26', general, facts, context)] : []),
  ];
  // The sort is stable, so the special rule stays before the general one on the same day.
  const [rule = null] = considered
    .filter(({ dueOn }) => dueOn !== null)
    .toSorted((a, b) => (dueOrder(a) < dueOrder(b) ? -1 : Number(dueOrder(a) > dueOrder(b))));
  const interpreted = matter === 'interpretation' ? (facts.days?.documentPublishedOn ?? null) : null;
  return {
    dueOn: rule?.dueOn ?? null,
    dueAt: rule?.dueAt ?? null,
    rule,
    derivation: rule?.derivation ?? null,
    provisional: rule?.derivation?.provisional ?? false,
    considered,
    alarms: [
      ...alarmsBefore(rule?.derivation ?? null, context),
      ...interpretationAlarm(interpreted, context),
    ],
    showing: showingOf(
      special.map(({ rule: { showing } }) => showing),
      facts.shownFrom ?? null,
      context,
    ),
    audience: special.some(({ rule: { audience } }) => audience === 'specificGroup')
      ? 'specificGroup'
      : 'public',
  };
}

/** "请先填写作出决定之日": what a form asks for before a rule can name its day; `null` when nothing is missing. */
export function missingWords({ missing }: ConsideredRule): string | null {
  if (missing === null) return null;
  return `请先填写${missing in START_FACTS ? START_FACTS[missing as StartFact] : START_MOMENTS[missing as StartMoment]}`;
}
