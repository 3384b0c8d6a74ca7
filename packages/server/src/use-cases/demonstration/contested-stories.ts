import type { CASE_ORGANS } from './case-applicants.ts';
import {
  close,
  consult,
  endConsultation,
  replyByHand,
  type Step,
  searchTwice,
  takeUp,
} from './case-steps.ts';

/** An invented application whose reply, or whose silence, somebody contests. */
interface ContestedStory {
  readonly organ: (typeof CASE_ORGANS)[number];
  /** Days before the loading on which it came in. */
  readonly ago: number;
  readonly steps: readonly Step[];
}

const story = (
  organ: ContestedStory['organ'],
  ago: number,
  ...steps: readonly (Step | readonly Step[])[]
): ContestedStory => ({ organ, ago, steps: steps.flat() });

/**
 * The applications behind the disputes, on every kind of ground. So many days lie between them and what follows that it
 * comes after the reply, and within the period to contest it, whatever holidays lie between.
 */
export const CONTESTED = {
  enforcementFile: story(
    'zhaoshi/resources',
    260,
    takeUp(1),
    replyByHand(6, 'refused.enforcementFile'),
    close(1),
  ),
  unanswered: story('zhaoshi/resources', 60, takeUp(2)),
  partlyGranted: story('zhaoshi/resources', 262, takeUp(1), replyByHand(7, 'partiallyGranted'), close(1)),
  orderedByCourt: story('hedong/civil-affairs', 300, takeUp(2)),
  notFound: story(
    'hedong/civil-affairs',
    130,
    takeUp(1),
    searchTwice(2),
    replyByHand(4, 'unavailable.nonExistent'),
    close(1),
  ),
  complaint: story(
    'hedong/duandian',
    310,
    takeUp(1),
    replyByHand(5, 'notProcessed.petitionOrComplaint'),
    close(1),
  ),
  discussion: story(
    'zhaoshi/education',
    110,
    takeUp(1),
    replyByHand(6, 'refused.deliberativeProcess'),
    close(1),
  ),
  otherOrgan: story('hedong/finance', 200, takeUp(1), replyByHand(5, 'unavailable.otherOrgan'), close(1)),
  tradeSecret: story(
    'hedong/rural-affairs',
    180,
    takeUp(1),
    consult(2),
    endConsultation(8),
    replyByHand(3, 'refused.thirdPartyRights'),
    close(1),
  ),
} as const satisfies Readonly<Record<string, ContestedStory>>;

export type ContestedName = keyof typeof CONTESTED;

export const CONTESTED_NAMES = Object.keys(CONTESTED) as readonly ContestedName[];

/** A contested application once it is loaded. */
export interface ContestedCase {
  readonly applicationId: string;
  readonly applicant: string;
}
