import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import type { DisclosureClass } from '../disclosure-class.ts';

/**
 * What makes a withheld document worth another look before its time (条例18: 因情势变化可以公开; publication.md §11). The law
 * names none of them [U]; a trigger brings the review forward, it never decides it.
 */
export const REEVALUATION_TRIGGERS = {
  secrecyPeriodEnded: '保密期限届满',
  decisionTaken: '过程性信息所涉决策已经作出',
  consentGiven: '第三方同意公开',
  lawChanged: '所依据的法律规定变化',
  repeatedApplications: '多次被申请公开',
} as const;

export type ReevaluationTrigger = keyof typeof REEVALUATION_TRIGGERS;

/** Something that was decided not to be published: a document of class `withheld`, or a refused case. */
export interface WithheldItem {
  readonly id: string;
  /** The day on which it was fixed as withheld, or the case was refused. */
  readonly withheldOn: CivilDate;
  /** The day of its last review; `null` when there was none. */
  readonly lastReviewedOn: CivilDate | null;
  /** The next day that the last reviewer set; `null`: the organ's period applies. */
  readonly nextSetOn: CivilDate | null;
  /** What happened, with its day; those up to the last review are done with. */
  readonly triggers: readonly { readonly kind: ReevaluationTrigger; readonly on: CivilDate }[];
}

export interface ReevaluationDue {
  readonly id: string;
  readonly dueOn: CivilDate;
  /** Why on this day, in words. */
  readonly reason: string;
  readonly trigger: ReevaluationTrigger | null;
  readonly state: 'overdue' | 'due' | 'later';
}

interface Candidate {
  readonly dueOn: CivilDate;
  readonly reason: string;
  readonly trigger: ReevaluationTrigger | null;
}

function candidates(item: WithheldItem, periodMonths: number): readonly [Candidate, ...Candidate[]] {
  const { withheldOn, lastReviewedOn, nextSetOn, triggers } = item;
  const base = lastReviewedOn ?? withheldOn;
  const periodic: Candidate = {
    dueOn: addMonths(base, periodMonths),
    reason: `${lastReviewedOn === null ? '定为不予公开' : '上次评估'}（${base}）后满${periodMonths}个月`,
    trigger: null,
  };
  // A reviewer may look again sooner, but not later than the organ's period allows.
  const set: readonly Candidate[] =
    nextSetOn !== null && nextSetOn > base && nextSetOn < periodic.dueOn
      ? [{ dueOn: nextSetOn, reason: '上次评估时确定的日期', trigger: null }]
      : [];
  const triggered = triggers
    .filter(({ on }) => lastReviewedOn === null || on > lastReviewedOn)
    .map(({ kind, on }) => ({ dueOn: on, reason: REEVALUATION_TRIGGERS[kind], trigger: kind }));
  return [periodic, ...set, ...triggered];
}

/**
 * When a withheld item is to be reviewed next (条例18; period by setting `publication.reevaluationMonths`, default yearly
 * [U]): the earliest of the period, the day the reviewer set, and the triggers since the last review. A trigger dated
 * ahead, such as the end of a secrecy period, brings its own day.
 */
export function reevaluationDue(item: WithheldItem, today: CivilDate, periodMonths: number): ReevaluationDue {
  const [first, ...others] = candidates(item, periodMonths);
  const earliest = others.reduce((found, one) => (one.dueOn < found.dueOn ? one : found), first);
  const state = earliest.dueOn < today ? 'overdue' : earliest.dueOn === today ? 'due' : 'later';
  return { id: item.id, ...earliest, state };
}

/** How a review ended. */
export interface ReevaluationOutcome {
  readonly to: DisclosureClass;
  readonly reason: string;
  readonly on: CivilDate;
  /** The reviewer's own day for the next look; `null`: the organ's period. */
  readonly nextOn: CivilDate | null;
}

/** Everything against recording a review, in Chinese; empty when it may be recorded. */
export function refuseReevaluation(
  { withheldOn, lastReviewedOn }: WithheldItem,
  { to, reason, on, nextOn }: ReevaluationOutcome,
  today: CivilDate,
  periodMonths: number,
): readonly string[] {
  const longest = addMonths(on, periodMonths);
  const since = lastReviewedOn ?? withheldOn;
  return [
    ...(reason.trim() === '' ? ['请填写评估的理由；维持不予公开的，写明仍不能公开的原因。'] : []),
    ...(on > today ? [`评估日期（${on}）不能晚于今天（${today}）。`] : []),
    ...(on < since ? [`评估日期（${on}）不能早于${since}。`] : []),
    ...(to !== 'withheld' || nextOn === null || (nextOn > on && nextOn <= longest)
      ? []
      : [`下次评估的日期应在${on}以后、${longest}以前（含当日）。`]),
  ];
}
