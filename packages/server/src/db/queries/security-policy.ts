import { type SecurityPolicy, strictestPolicy } from '@zhaoshi/domain/identity/password-policy';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { membershipsOf } from './caller.ts';
import { chosenSettings } from './settings.ts';

export interface PersonSecurity {
  readonly policy: SecurityPolicy;
  /** In all organs together. */
  readonly roles: readonly Role[];
}

/** What the organs of a person ask of their password and sign-in. */
export async function securityOf(database: Kysely<Schema>, accountId: string): Promise<PersonSecurity> {
  const organs = await membershipsOf(database, accountId);
  const paths = organs.map(({ path }) => path);
  const chosen = await Promise.all(paths.map((path) => chosenSettings(database, path)));
  return { policy: strictestPolicy(paths, chosen.flat()), roles: organs.flatMap(({ roles }) => roles) };
}
