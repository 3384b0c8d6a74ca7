import { HOUR_MS, MINUTE_MS } from '../kernel/durations.ts';
import { isEmergency, type OpinionFacts } from './opinion.ts';

interface TimerRow {
  readonly title: string;
  /** Hours of the clock on the wall: nights, weekends and holidays count (oversight.md §6). */
  readonly hours: number;
  /** The notice that has it. */
  readonly notice: string;
  readonly source: string;
}

/** The timers of 80号 and 61号(2016). */
export const OPINION_TIMERS = {
  firstInformation: {
    title: '首次发布权威信息',
    hours: 5,
    notice: '国办发〔2016〕80号',
    source: '国办发〔2016〕80号：最迟要在5小时内发布权威信息',
  },
  pressConference: {
    title: '举行新闻发布会',
    hours: 24,
    notice: '国办发〔2016〕80号',
    source: '国办发〔2016〕80号：在24小时内举行新闻发布会',
  },
  response: {
    title: '回应',
    hours: 48,
    notice: '国办发〔2016〕61号',
    source: '国办发〔2016〕61号：其他政务舆情在48小时内予以回应',
  },
} as const satisfies Readonly<Record<string, TimerRow>>;

export type OpinionTimer = keyof typeof OPINION_TIMERS;

export const OPINION_TIMER_NAMES = Object.keys(OPINION_TIMERS) as readonly OpinionTimer[];

/** From when the hours run: the notices do not say, so an organ chooses [U]. */
export const CLOCK_STARTS = { occurrence: '事件发生', discovery: '发现舆情' } as const;

export type ClockStart = keyof typeof CLOCK_STARTS;

export interface OpinionRules {
  /** Of the clocks of 5 and 24 hours. */
  readonly emergencyStart: ClockStart;
  /** Of the clock of 48 hours. */
  readonly otherStart: ClockStart;
}

/** `notOwed`: it was found that nothing needed to be answered. */
export type ClockState = 'running' | 'soon' | 'overdue' | 'inTime' | 'late' | 'notOwed';

export interface OpinionClock {
  readonly timer: OpinionTimer;
  readonly startAt: Date;
  /** From what it runs in fact: from the discovery where the occurrence is not known. */
  readonly startsFrom: ClockStart;
  /** The last instant in time. */
  readonly dueAt: Date;
  /** What ended it; `null` while nothing has. */
  readonly doneAt: Date | null;
  readonly state: ClockState;
}

/** A clock of which less than this part is left is shown as near its end; our own choice. */
const SOON_SHARE = 1 / 4;

const timersOf = ({ level }: OpinionFacts): readonly OpinionTimer[] =>
  isEmergency(level) ? ['firstInformation', 'pressConference'] : ['response'];

const doneAtOf = (timer: OpinionTimer, facts: OpinionFacts): Date | null =>
  timer === 'pressConference' ? facts.pressConferenceAt : facts.firstReleaseAt;

/** Ended without a word to the public: the assessment found that none was needed. */
const needsNoAnswer = ({ step, firstReleaseAt }: OpinionFacts): boolean =>
  step === 'closed' && firstReleaseAt === null;

function stateOf(
  { dueAt, doneAt, length }: { readonly dueAt: Date; readonly doneAt: Date | null; readonly length: number },
  facts: OpinionFacts,
  now: Date,
): ClockState {
  if (doneAt !== null) return doneAt <= dueAt ? 'inTime' : 'late';
  if (needsNoAnswer(facts)) return 'notOwed';
  if (now > dueAt) return 'overdue';
  return dueAt.getTime() - now.getTime() <= length * SOON_SHARE ? 'soon' : 'running';
}

/** The clocks of an event in their order. */
export function clocksOf(facts: OpinionFacts, rules: OpinionRules, now: Date): readonly OpinionClock[] {
  return timersOf(facts).map((timer) => {
    const chosen = isEmergency(facts.level) ? rules.emergencyStart : rules.otherStart;
    const occurred = chosen === 'occurrence' ? facts.occurredAt : null;
    const startAt = occurred ?? facts.foundAt;
    const length = OPINION_TIMERS[timer].hours * HOUR_MS;
    const dueAt = new Date(startAt.getTime() + length);
    const doneAt = doneAtOf(timer, facts);
    const state = stateOf({ dueAt, doneAt, length }, facts, now);
    return {
      timer,
      startAt,
      startsFrom: occurred === null ? 'discovery' : 'occurrence',
      dueAt,
      doneAt,
      state,
    };
  });
}

/** How an event stands with all of its clocks, by the worst of them; what is over counts once it is over. */
export type OpinionStanding = 'overdue' | 'running' | 'late' | 'inTime' | 'notOwed';

export const OPINION_STANDINGS = {
  overdue: '已超时未回应',
  running: '时限内未回应',
  late: '超时回应',
  inTime: '按时回应',
  notOwed: '研判不需回应',
} as const satisfies Readonly<Record<OpinionStanding, string>>;

export const OPINION_STANDING_NAMES = Object.keys(OPINION_STANDINGS) as readonly OpinionStanding[];

export function standingOf(clocks: readonly Pick<OpinionClock, 'state'>[]): OpinionStanding {
  const states = new Set(clocks.map(({ state }) => state));
  if (states.has('overdue')) return 'overdue';
  if (states.has('running') || states.has('soon')) return 'running';
  if (states.has('late')) return 'late';
  return states.has('inTime') ? 'inTime' : 'notOwed';
}

/** The instant by which something is still to be done; `null` when nothing is. */
export function nextDueAt(clocks: readonly OpinionClock[]): Date | null {
  const open = clocks.filter(({ doneAt, state }) => doneAt === null && state !== 'notOwed');
  const times = open.map(({ dueAt }) => dueAt.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** A length of time in whole hours and minutes, without a sign: 47 小时 5 分. */
export function lengthWords(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

/** How a clock stands, in words. */
export function clockWords(
  { state, startAt, dueAt, doneAt }: Omit<OpinionClock, 'timer' | 'startsFrom'>,
  now: Date,
): string {
  if (state === 'notOwed') return '不需回应';
  if (doneAt === null) {
    const left = dueAt.getTime() - now.getTime();
    return left < 0 ? `已超 ${lengthWords(left)}` : `还剩 ${lengthWords(left)}`;
  }
  const over = doneAt.getTime() - dueAt.getTime();
  return over > 0
    ? `超时 ${lengthWords(over)}`
    : `用时 ${lengthWords(Math.max(0, doneAt.getTime() - startAt.getTime()))}`;
}
