import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import {
  endOfRemedyPeriod,
  isUnconfirmedPeriod,
  type PeriodLength,
  REMEDY_PERIODS,
  type RemedyPeriod,
} from '../remedy/remedy-periods.ts';
import { isAppealable, isEnding, keepsResult, ordersPerformance } from './dispute-results.ts';
import type { RegisteredStage } from './registered-stage.ts';

/** What the organ itself owes in a dispute, with its last day. */
export interface DisputeDuty {
  readonly kind: 'answer' | 'performance' | 'opinion';
  /** What is to be done, and the article. */
  readonly words: string;
  readonly source: string;
  /** From when the period runs. */
  readonly since: { readonly on: CivilDate; readonly words: string };
  readonly due: DerivedDate;
  /** `null`: not done, or not written down. */
  readonly doneOn: CivilDate | null;
  /** Nothing is answered any more once the case is decided. */
  readonly isOwed: boolean;
  readonly period: PeriodLength;
  /** No text fixes the length: it is the setting's [U]. */
  readonly isUnconfirmed: boolean;
}

/** What duties hang on beside the stages. */
export interface DutyRules {
  readonly calendar: WorkingCalendar;
  /** Working days to reply anew where a decision orders it and neither it nor a text names a period [U]. */
  readonly newReplyDays: number;
  /** What was received before 2024 keeps the periods of the law as it stood then [U]. */
  readonly keepsFormerLaw: boolean;
  /** Days on which the application was answered anew after it was reopened on the decision or judgment. */
  readonly newRepliesOn: readonly CivilDate[];
}

/** Whether a period that starts on a day can be counted: what began before the calendar does is long over. */
export const isCounted = ({ firstDay }: WorkingCalendar, since: CivilDate): boolean => since >= firstDay;

/** The amended law of reconsideration holds from this day on for what was received from then on. */
// 1 January is a day of every year.
const RECONSIDERATION_LAW_SINCE = '2024-01-01' as CivilDate;

/**
 * Whether a reconsideration goes by the law of before 2024: by the first day that is known of it, while the organ's
 * setting says that it does.
 */
export function goesByFormerLaw(
  { filedOn, acceptedOn, servedOn, opinionOn }: RegisteredStage,
  { keepsFormerLaw }: Pick<DutyRules, 'keepsFormerLaw'>,
): boolean {
  const first = filedOn ?? acceptedOn ?? servedOn ?? opinionOn;
  return keepsFormerLaw && first !== null && first < RECONSIDERATION_LAW_SINCE;
}

/** Which period the answer of the organ has (复议法48, 54). */
function answerPeriod(stage: RegisteredStage, rules: DutyRules): RemedyPeriod {
  if (goesByFormerLaw(stage, rules)) return 'answerFormer';
  return stage.procedure === 'simplified' ? 'answerSimplified' : 'answerOrdinary';
}

type Since = DisputeDuty['since'];

function periodDuty(
  kind: DisputeDuty['kind'],
  { calendar }: DutyRules,
  period: RemedyPeriod,
  since: Since,
  doneOn: CivilDate | null,
): DisputeDuty {
  const { step: words, source, length, unit } = REMEDY_PERIODS[period];
  const due = endOfRemedyPeriod(calendar, period, since.on);
  const isUnconfirmed = isUnconfirmedPeriod(period);
  return {
    kind,
    words,
    source,
    since,
    due,
    period: { length, unit },
    doneOn,
    isOwed: doneOn === null,
    isUnconfirmed,
  };
}

/** What binds by being served: from its receipt, or from its own day while nobody wrote that down, which is the earliest. */
function servedSince({ kind, decidedOn, decisionReceivedOn }: RegisteredStage): DisputeDuty['since'] | null {
  const paper = kind === 'reconsideration' ? '复议决定' : '裁判文书';
  if (decisionReceivedOn !== null) return { on: decisionReceivedOn, words: `本机关收到${paper}` };
  return decidedOn && { on: decidedOn, words: `${paper}作出（没有登记收到的日期）` };
}

/**
 * From when what a stage decided binds the organ: a decision, and a judgment that is final, from being served (复议法75); a
 * judgment of first instance from its effect, which a higher instance gives it that lets it stand; `null`: not yet, or a
 * later instance decided otherwise.
 */
function bindsSince(stages: readonly RegisteredStage[], index: number): DisputeDuty['since'] | null {
  const stage = stages[index];
  if (stage === undefined || stage.result === null) return null;
  let since = isAppealable(stage.kind, stage.result) ? null : servedSince(stage);
  if (stage.effectiveOn !== null) since = { on: stage.effectiveOn, words: '判决生效' };
  for (const later of stages.slice(index + 1)) {
    if (later.result === null) continue;
    if (isEnding(later.result) || !keepsResult(later.result)) return null;
    since ??= servedSince(later);
  }
  return since;
}

/** The last day to do what was ordered, and on what it rests. */
function performanceDue(
  stage: RegisteredStage,
  since: CivilDate,
  { calendar, newReplyDays }: DutyRules,
): Pick<DisputeDuty, 'source' | 'due' | 'period' | 'isUnconfirmed'> {
  if (stage.performBy !== null) {
    const due = { date: stage.performBy, provisional: false, calendarVersion: calendar.version, days: [] };
    const source = stage.kind === 'reconsideration' ? '行政复议法第七十七条' : '行政诉讼法第九十四条';
    return {
      source: `${source}；文书写明的期限`,
      due,
      period: { length: 0, unit: 'fixed' },
      isUnconfirmed: false,
    };
  }
  if (stage.result === 'litigation.performanceOrdered') {
    const due = endOfRemedyPeriod(calendar, 'judgment', since);
    const { source, length, unit } = REMEDY_PERIODS.judgment;
    return { source, due, period: { length, unit }, isUnconfirmed: false };
  }
  const source = stage.kind === 'reconsideration' ? '行政复议法第七十七条' : '行政诉讼法第九十四条';
  const due = addWorkingDays(calendar, since, newReplyDays);
  const period = { length: newReplyDays, unit: 'workingDay' } as const;
  return { source: `${source}；文书没有写明期限，按设置计`, due, period, isUnconfirmed: true };
}

function performance(
  stages: readonly RegisteredStage[],
  index: number,
  rules: DutyRules,
): readonly DisputeDuty[] {
  const stage = stages[index];
  if (stage?.result == null || !(stage.ordersReply || ordersPerformance(stage.result))) return [];
  const since = bindsSince(stages, index);
  if (since === null || !isCounted(rules.calendar, since.on)) return [];
  const isReconsideration = stage.kind === 'reconsideration';
  const answered = rules.newRepliesOn.find((day) => day >= (stage.decidedOn ?? since.on)) ?? null;
  const doneOn = stage.performedOn ?? answered;
  return [
    {
      kind: 'performance',
      words: isReconsideration ? '履行行政复议决定' : '履行判决',
      since,
      ...performanceDue(stage, since.on, rules),
      doneOn,
      isOwed: doneOn === null,
    },
  ];
}

/**
 * What the organ owes at a stage: its answer with evidence within 10 or 5 working days of the notice, what a decision or
 * judgment orders, a report on an opinion within 60 days (applications.md §12.3, D15, D19, D20).
 */
export function dutiesOf(
  stages: readonly RegisteredStage[],
  index: number,
  rules: DutyRules,
): readonly DisputeDuty[] {
  const stage = stages[index];
  if (stage === undefined) return [];
  const { kind, servedOn, decidedOn, opinionOn } = stage;
  const { calendar } = rules;
  const duties: DisputeDuty[] = [];
  if (kind === 'reconsideration' && servedOn !== null && isCounted(calendar, servedOn)) {
    const since = { on: servedOn, words: '收到答复通知书' };
    const answer = periodDuty('answer', rules, answerPeriod(stage, rules), since, stage.answeredOn);
    duties.push({ ...answer, isOwed: answer.isOwed && decidedOn === null });
  }
  duties.push(...performance(stages, index, rules));
  if (kind === 'reconsideration' && opinionOn !== null && isCounted(calendar, opinionOn)) {
    const period = goesByFormerLaw(stage, rules) ? 'opinionFormer' : 'reconsiderationOpinion';
    const since = { on: opinionOn, words: '收到行政复议意见书' };
    duties.push(periodDuty('opinion', rules, period, since, stage.reportedOn));
  }
  return duties;
}

/** Everything that the organ owes in a dispute, stage by stage. */
export const dutiesOfStages = (
  stages: readonly RegisteredStage[],
  rules: DutyRules,
): readonly DisputeDuty[] => stages.flatMap((_, index) => dutiesOf(stages, index, rules));
