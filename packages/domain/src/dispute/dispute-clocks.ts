import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { DerivedDate } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import {
  EXTENDED_DECISION_DAYS,
  endOfExtendedDecision,
  endOfRemedyPeriod,
  isUnconfirmedPeriod,
  type PeriodLength,
  REMEDY_PERIODS,
  type RemedyPeriod,
} from '../remedy/remedy-periods.ts';
import type { DisputedAct, DisputeKind } from './dispute.ts';
import { type DutyRules, dutiesOf, goesByFormerLaw, isCounted } from './dispute-duties.ts';
import { appealDays } from './dispute-results.ts';
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

type Unjudged = Omit<DisputeClock, 'state'> & { readonly isOver?: boolean };

function stateOf({ due, doneOn, isOver = false }: Unjudged, today: CivilDate): ClockState {
  if (doneOn !== null) return doneOn <= due.date ? 'inTime' : 'late';
  if (isOver) return 'over';
  return today > due.date ? 'passed' : 'running';
}

const clock = (
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
const counted = (day: CivilDate | null, calendar: WorkingCalendar): CivilDate | null =>
  day !== null && isCounted(calendar, day) ? day : null;

const LOST_RIGHT = '届满以后申请、起诉的，复议机关、法院可以不受理；是否超期由其审查。';

/** How long from knowing of the act; whoever was told nothing has longer. */
function knownPeriod(isUntold: boolean, first: RegisteredStage, rules: ClockRules): RemedyPeriod {
  if (first.kind !== 'reconsideration') {
    return isUntold && rules.lengthensUntoldSuits ? 'directSuitUntold' : 'directSuit';
  }
  // The year at most for whoever is told nothing came with the law of 2024.
  const isLongest = isUntold && !goesByFormerLaw(first, rules);
  return isLongest ? 'reconsiderationApplicationUntold' : 'reconsiderationApplication';
}

/** Until when the act may be contested at all: from knowing of it, and at most five years from the act (复议法20, 21; 行诉法46). */
function contestClocks(facts: ClockFacts, rules: ClockRules): readonly Unjudged[] {
  const { calendar } = rules;
  const { kind, isUntold, stages } = facts;
  const [actOn, knownOn] = [counted(facts.actOn, calendar), counted(facts.knownOn, calendar)];
  const [first] = stages;
  if (kind === 'litigationAfterReconsideration' || first === undefined) return [];
  const isReconsideration = kind === 'reconsideration';
  const doneOn = first.filedOn ?? first.acceptedOn ?? first.decidedOn;
  const given = { side: 'otherParty', doneOn, consequence: LOST_RIGHT } as const;
  const clocks: Unjudged[] = [];
  if (knownOn !== null) {
    const since = { on: knownOn, words: facts.act === 'silence' ? '答复期限届满' : '知道（应当知道）行为' };
    clocks.push(clock(calendar, knownPeriod(isUntold, first, rules), { ...given, since }));
  }
  if (actOn !== null) {
    const since = { on: actOn, words: '行为作出' };
    const period = isReconsideration ? 'reconsiderationApplicationAbsolute' : 'directSuitAbsolute';
    clocks.push(clock(calendar, period, { ...given, since }));
  }
  return clocks;
}

const EXTENDED: PeriodLength = { length: EXTENDED_DECISION_DAYS, unit: 'day' };

/** To examine within five days of work, whose silence is acceptance (复议法30); `null`: nobody knows when it was filed. */
function examinationClock(stage: RegisteredStage, rules: ClockRules): Unjudged | null {
  const { calendar } = rules;
  const filedOn = counted(stage.filedOn, calendar);
  if (filedOn === null) return null;
  return clock(calendar, goesByFormerLaw(stage, rules) ? 'examinationFormer' : 'reconsiderationExamination', {
    side: 'reconsiderationOrgan',
    since: { on: filedOn, words: '收到复议申请' },
    doneOn: stage.acceptedOn ?? stage.decidedOn,
    consequence: '逾期没有答复的，视为受理（期限届满之日）。',
  });
}

interface ReconsiderationClocks {
  readonly examination: Unjudged | null;
  readonly decision: Unjudged | null;
}

/** What the reconsideration organ owes: to examine, and to decide from acceptance on (复议法30, 62). */
function reconsiderationClocks(stage: RegisteredStage, rules: ClockRules): ReconsiderationClocks {
  const { calendar, today } = rules;
  const { acceptedOn, decidedOn, procedure, isExtended } = stage;
  const isFormer = goesByFormerLaw(stage, rules);
  const examination = examinationClock(stage, rules);
  const isDeemed = examination !== null && examination.doneOn === null && today > examination.due.date;
  const since = counted(acceptedOn ?? (isDeemed ? examination.due.date : null), calendar);
  if (since === null) return { examination, decision: null };
  const words = acceptedOn === null ? '视为受理' : '受理';
  const consequence =
    isExtended || (procedure === 'simplified' && !isFormer) ? '' : '情况复杂的，可以延长，最多30日。';
  const given = {
    side: 'reconsiderationOrgan',
    since: { on: since, words },
    doneOn: decidedOn,
    consequence,
  } as const;
  const due = isExtended ? endOfExtendedDecision(calendar, since) : undefined;
  const ordinary = isFormer ? 'decisionFormer' : 'decisionOrdinary';
  const period = procedure === 'simplified' && !isFormer ? 'decisionSimplified' : ordinary;
  const decision = clock(calendar, period, given, due);
  const extended = { words: `${decision.words}，已经延长30日`, period: EXTENDED } as const;
  return { examination, decision: isExtended ? { ...decision, ...extended } : decision };
}

/** When the applicant may sue: after the decision came, or after its period passed without one (复议法34, 行诉法45). */
function suitClock(
  { suedOn }: ClockFacts,
  stage: RegisteredStage,
  decision: Unjudged | null,
  { calendar, today }: ClockRules,
): readonly Unjudged[] {
  const expired =
    stage.decidedOn === null && decision !== null && today > decision.due.date ? decision.due.date : null;
  const since = counted(stage.decidedOn === null ? expired : stage.decisionServedOn, calendar);
  if (since === null) return [];
  const words = stage.decidedOn === null ? '复议期限届满，没有作出决定' : '收到复议决定书';
  const consequence = '届满没有起诉的，一般不能再起诉。';
  const given = { side: 'otherParty', since: { on: since, words }, doneOn: suedOn, consequence } as const;
  return [clock(calendar, 'suitAfterReconsideration', given)];
}

/** Until when each side may appeal against a judgment of first instance, from its own receipt (行诉法85). */
function appealClocks(
  stages: readonly RegisteredStage[],
  index: number,
  { calendar, today }: ClockRules,
): readonly Unjudged[] {
  const stage = stages[index];
  if (stage?.result == null) return [];
  const days = appealDays(stage.kind, stage.result);
  if (days === null) return [];
  const next = stages[index + 1];
  const period = days === REMEDY_PERIODS.appealJudgment.length ? 'appealJudgment' : 'appealRuling';
  const doneOn = next?.kind === 'secondInstance' ? (next.filedOn ?? next.acceptedOn) : null;
  const isOver = stage.effectiveOn !== null;
  const received = counted(stage.decisionReceivedOn, calendar);
  const served = counted(stage.decisionServedOn, calendar);
  const clocks: Unjudged[] = [];
  if (received !== null) {
    const since = { on: received, words: '本机关收到裁判文书' };
    const consequence = '不服的才上诉；届满没有上诉的，不能再上诉。';
    const own = clock(calendar, period, { side: 'organ', since, doneOn, isOver, consequence });
    // To appeal is a right: what was let pass is nothing that was missed.
    clocks.push({ ...own, isOver: isOver || today > own.due.date });
  }
  if (served !== null) {
    const since = { on: served, words: '对方收到裁判文书' };
    const consequence = '双方都没有上诉的，裁判在后届满的期限届满时生效。';
    clocks.push(clock(calendar, period, { side: 'otherParty', since, doneOn, isOver, consequence }));
  }
  return clocks;
}

/** What follows when the organ itself is late. */
const ORGAN_LATE = {
  answer: '逾期没有答复、没有提交证据的，视为行为没有证据、依据，应当撤销（行政复议法第七十条）。',
  performance:
    '不履行的，可以被责令限期履行、约谈、通报批评，法院可以罚款、公告（行政复议法第七十七条；行政诉讼法第九十六条）。',
  opinion: '',
} as const;

function organClocks(facts: ClockFacts, index: number, rules: ClockRules): readonly Unjudged[] {
  return dutiesOf(facts.stages, index, rules).map(({ kind, isOwed, ...duty }) => ({
    ...duty,
    side: 'organ' as const,
    isOver: !isOwed,
    consequence: ORGAN_LATE[kind],
  }));
}

function stageClocks(facts: ClockFacts, index: number, rules: ClockRules): readonly Unjudged[] {
  const stage = facts.stages[index];
  if (stage === undefined) return [];
  const organ = organClocks(facts, index, rules);
  if (stage.kind !== 'reconsideration') return [...organ, ...appealClocks(facts.stages, index, rules)];
  const { examination, decision } = reconsiderationClocks(stage, rules);
  const theirs = [examination, decision].flatMap((one) => one ?? []);
  return [...theirs, ...organ, ...suitClock(facts, stage, decision, rules)];
}

/**
 * Every period of a dispute, the organ's own and, for information, those of the other party and of the reconsideration
 * organ, in the order of the procedure (applications.md §12.3).
 */
export function disputeClocks(facts: ClockFacts, rules: ClockRules): readonly DisputeClock[] {
  const all = [
    ...contestClocks(facts, rules),
    ...facts.stages.flatMap((_, index) => stageClocks(facts, index, rules)),
  ];
  return all.map((one) => {
    const { isOver: _, ...shown } = one;
    return { ...shown, state: stateOf(one, rules.today) };
  });
}
