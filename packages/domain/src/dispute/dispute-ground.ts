import { OUTCOMES, type OutcomeId } from '../application/outcome.ts';
import { DISPUTED_ACTS, type DisputedAct } from './dispute.ts';

/** On what the disputed act rests: how the application ended, or else what is disputed. */
export type DisputeGround = OutcomeId | `act.${DisputedAct}`;

const isOutcome = (ground: string): ground is OutcomeId => Object.hasOwn(OUTCOMES, ground);

/** The ground of a dispute; against silence nothing was decided yet, whatever was replied later. */
export const groundOf = (act: DisputedAct, outcome: OutcomeId | null): DisputeGround =>
  outcome === null || act === 'silence' || act === 'proactive' ? `act.${act}` : outcome;

/** What the ground is called. */
export function groundTitle(ground: DisputeGround): string {
  if (isOutcome(ground)) return OUTCOMES[ground].title;
  return Object.entries(DISPUTED_ACTS).find(([act]) => ground === `act.${act}`)?.[1] ?? ground;
}

/** The article on which it rests; empty where what is disputed rests on none. */
export const groundArticle = (ground: DisputeGround): string =>
  isOutcome(ground) ? OUTCOMES[ground].article : '';
