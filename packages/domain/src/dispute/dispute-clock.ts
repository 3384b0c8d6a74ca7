import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { DerivedDate } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import {
  endOfRemedyPeriod,
  isUnconfirmedPeriod,
  type PeriodLength,
  REMEDY_PERIODS,
  type RemedyPeriod,
} from '../remedy/remedy-periods.ts';
import type { DisputedAct, DisputeKind } from './dispute.ts';
import { type DutyRules, isCounted } from './dispute-duties.ts';
import type { RegisteredStage } from './registered-stage.ts';

/** Whose period it is. */
export const CLOCK_SIDES = {
  organ: '本机关',
  reconsiderationOrgan: '复议机关',
  otherParty: '当事人',
} as const;

export type ClockSide = keyof typeof CLOCK_SIDES;

export const CLOCK_SIDE_NAMES = Object.keys(CLOCK_SIDES) as readonly ClockSide[];

/**
 * How a period stands: `running`, over in time or late, `passed` without anything known to be done, or `over` because the
 * case went on without it.
 */
export const CLOCK_STATES = {
  running: '正在计算',
  inTime: '按期',
  late: '逾期办理',
  passed: '已经届满',
  over: '不再计算',
} as const;

export type ClockState = keyof typeof CLOCK_STATES;

export const CLOCK_STATE_NAMES = Object.keys(CLOCK_STATES) as readonly ClockState[];

/** A period of a dispute with the way its last day came about. */
export interface DisputeClock {
  readonly side: ClockSide;
  readonly words: string;
  readonly source: string;
  readonly since: { readonly on: CivilDate; readonly words: string };
  /** Of months and years only the end is kept with its days: where it fell, and where it moved to. */
  readonly due: DerivedDate;
  readonly period: PeriodLength;
  readonly doneOn: CivilDate | null;
  readonly state: ClockState;
  /** What follows when it passes; empty where nothing is to be said. */
  readonly consequence: string;
  readonly isUnconfirmed: boolean;
}

/** What the periods of a dispute hang on. */
export interface ClockFacts {
  readonly kind: DisputeKind;
  readonly act: DisputedAct;
  readonly actOn: CivilDate | null;
  /** The other party knew of the act, or its silence was complete; `null`: unknown. */
  readonly knownOn: CivilDate | null;
  /** The letter named no remedy, organ or period, and nobody told of them since (复议法20¶3; 法释〔2018〕1号64). */
  readonly isUntold: boolean;
  readonly stages: readonly RegisteredStage[];
  /** The suit that followed a reconsideration was brought. */
  readonly suedOn: CivilDate | null;
}

export interface ClockRules extends DutyRules {
  /** Who was told no period to sue has a year at most from knowing of the act [U]. */
  readonly lengthensUntoldSuits: boolean;
  readonly today: CivilDate;
}

/** A period before it is judged how it stands. */
export type Unjudged = Omit<DisputeClock, 'state'> & { readonly isOver?: boolean };

/** How a period stands on a day. */
export function stateOf({ due, doneOn, isOver = false }: Unjudged, today: CivilDate): ClockState {
  if (doneOn !== null) return doneOn <= due.date ? 'inTime' : 'late';
  if (isOver) return 'over';
  return today > due.date ? 'passed' : 'running';
}

/** A period with its words and article, counted from a day. */
export const clock = (
  calendar: WorkingCalendar,
  period: RemedyPeriod,
  given: Omit<Unjudged, 'words' | 'source' | 'due' | 'period' | 'isUnconfirmed'>,
  due: DerivedDate = endOfRemedyPeriod(calendar, period, given.since.on),
): Unjudged => {
  const { step: words, source, length, unit } = REMEDY_PERIODS[period];
  const isLong = unit === 'month' || unit === 'year';
  const last = due.days.findLastIndex(({ count }) => count !== null);
  const shown = isLong ? { ...due, days: due.days.slice(last) } : due;
  const isUnconfirmed = isUnconfirmedPeriod(period);
  return { words, source, due: shown, period: { length, unit }, isUnconfirmed, ...given };
};

/** A day from which a period can be counted; `null`: none is known, or it lies before the calendar. */
export const counted = (day: CivilDate | null, calendar: WorkingCalendar): CivilDate | null =>
  day !== null && isCounted(calendar, day) ? day : null;
