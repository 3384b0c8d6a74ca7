import { ROLES_WITH_SECOND_FACTOR, type Role } from '../permission/roles.ts';

/** What is still to be done before a session counts. */
export type SessionStage = 'secondFactor' | 'changePassword' | 'enrolSecondFactor' | 'full';

export const needsSecondFactor = (roles: Iterable<Role>): boolean =>
  [...roles].some((role) => ROLES_WITH_SECOND_FACTOR.has(role));

export interface SignInFacts {
  /** Has a confirmed second factor. */
  readonly hasSecondFactor: boolean;
  /** Has shown it in this session. */
  readonly showedSecondFactor: boolean;
  /** Reset by an administrator, or too old; not asked of somebody who signed in by another service. */
  readonly mustChangePassword: boolean;
  /** Has a role that needs a second factor. */
  readonly needsSecondFactor: boolean;
}

/**
 * The next stage of a session: the second factor first, so that a stolen password alone changes nothing; then the
 * password; then the setting up of a second factor for those whose roles need one.
 */
export function sessionStage(facts: SignInFacts): SessionStage {
  if (facts.hasSecondFactor && !facts.showedSecondFactor) return 'secondFactor';
  if (facts.mustChangePassword) return 'changePassword';
  return facts.needsSecondFactor && !facts.hasSecondFactor ? 'enrolSecondFactor' : 'full';
}
