import type { Role } from '../permission/roles.ts';
import { OPEN_STATUSES, type Status } from './status.ts';

/** Who acts: an officer in a role, or the applicant through the portal. */
export type ActorRole = Role | 'applicant';

/**
 * Where an act leads: a status; `stays`; `resumes`: back to work, which is `consulting` as long as somebody asked has not
 * answered; or `restarts`: to work from the beginning, which waits for the day of receipt where that was never fixed.
 */
export type NextStatus = Status | 'stays' | 'resumes' | 'restarts';

export interface Transition {
  /** What the button says. */
  readonly title: string;
  readonly from: readonly Status[];
  readonly by: readonly ActorRole[];
  readonly to: NextStatus;
  /** What the law asks here, in one sentence, with the article. */
  readonly law: string;
}

export const DESK = [
  'drafter',
  'disclosureOfficer',
  'disclosureOfficeHead',
] as const satisfies readonly Role[];
export const OFFICERS = [...DESK, 'unitHead'] as const satisfies readonly Role[];
export const HEAD = ['disclosureOfficeHead'] as const satisfies readonly Role[];
export const APPROVERS = ['disclosureOfficeHead', 'leader'] as const satisfies readonly Role[];
export const REVIEWERS = [
  'unitHead',
  'disclosureOfficer',
  'disclosureOfficeHead',
  'leader',
] as const satisfies readonly Role[];

export const WORK = [
  'registered',
  'processing',
  'consulting',
  'drafting',
] as const satisfies readonly Status[];
export const RUNNING = [...WORK, 'underReview'] as const satisfies readonly Status[];
export const DONE = ['delivered', 'closed'] as const satisfies readonly Status[];
/**
 * An archived file stands as it is (一申请一卷, 条例45). What it still takes is being reopened, a suggestion that the
 * information be published, which has no time limit, with its decision and letter (条例44), and the applicant's own
 * rating.
 */
export const DONE_OR_ARCHIVED = [...DONE, 'archived'] as const satisfies readonly Status[];
/** A case has letters at the earliest when its day of receipt is known. */
export const WITH_LETTERS = OPEN_STATUSES.filter((status) => status !== 'awaitingConfirmation');
export const BEFORE_APPROVAL = OPEN_STATUSES.filter((status) => status !== 'approved');
