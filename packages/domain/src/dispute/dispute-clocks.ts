import { REMEDY_PERIODS } from '../remedy/remedy-periods.ts';
import { contestClocks } from './contest-clocks.ts';
import {
  type ClockFacts,
  type ClockRules,
  clock,
  counted,
  type DisputeClock,
  stateOf,
  type Unjudged,
} from './dispute-clock.ts';
import { dutiesOf } from './dispute-duties.ts';
import { appealDays } from './dispute-results.ts';
import { reconsiderationClocks, suitClock } from './reconsideration-clocks.ts';
import type { RegisteredStage } from './registered-stage.ts';

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
