import {
  EXTENDED_DECISION_DAYS,
  endOfExtendedDecision,
  type PeriodLength,
} from '../remedy/remedy-periods.ts';
import { type ClockFacts, type ClockRules, clock, counted, type Unjudged } from './dispute-clock.ts';
import { goesByFormerLaw } from './dispute-duties.ts';
import type { RegisteredStage } from './registered-stage.ts';

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
export function reconsiderationClocks(stage: RegisteredStage, rules: ClockRules): ReconsiderationClocks {
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
export function suitClock(
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
