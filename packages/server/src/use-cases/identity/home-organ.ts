import type { Transaction } from 'kysely';
import { givenMemberships } from '../../db/queries/caller.ts';
import type { Schema } from '../../db/schema.ts';
import type { Change } from '../context.ts';

/**
 * Where the trail keeps what is done to an account while nobody is signed in: with the organ that its session would
 * begin in, so that the auditor there sees it. An account without a role belongs to no organ.
 */
export async function homeOrgan(
  transaction: Transaction<Schema>,
  accountId: string,
): Promise<Pick<Change<unknown>, 'organPath'>> {
  const [organ] = await givenMemberships(transaction, accountId);
  return organ === undefined ? {} : { organPath: organ.path };
}
