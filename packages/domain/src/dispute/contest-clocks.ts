import type { RemedyPeriod } from '../remedy/remedy-periods.ts';
import { type ClockFacts, type ClockRules, clock, counted, type Unjudged } from './dispute-clock.ts';
import { goesByFormerLaw } from './dispute-duties.ts';
import type { RegisteredStage } from './registered-stage.ts';

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
export function contestClocks(facts: ClockFacts, rules: ClockRules): readonly Unjudged[] {
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
