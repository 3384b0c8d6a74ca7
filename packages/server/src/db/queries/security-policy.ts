import { type SecurityPolicy, strictestPolicy } from '@zhaoshi/domain/identity/password-policy';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { givenMemberships, type MembershipOrgan } from './caller.ts';
import { chosenSettings } from './settings.ts';

export interface PersonSecurity {
  readonly policy: SecurityPolicy;
  /** In all organs together. */
  readonly roles: readonly Role[];
}

/** What organs together ask of a person who acts in all of them. */
export async function policyIn(
  database: Kysely<Schema>,
  organs: readonly MembershipOrgan[],
): Promise<SecurityPolicy> {
  const paths = organs.map(({ path }) => path);
  const chosen = await Promise.all(paths.map((path) => chosenSettings(database, path)));
  // What is chosen above several of them is found once for each.
  return strictestPolicy(paths, chosen.flat());
}

/** What the organs of a person ask of their password and sign-in; what they inherited asks nothing of its own. */
export async function securityOf(database: Kysely<Schema>, accountId: string): Promise<PersonSecurity> {
  const organs = await givenMemberships(database, accountId);
  return { policy: await policyIn(database, organs), roles: organs.flatMap(({ roles }) => roles) };
}
