import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';

/**
 * Ends the sessions of an account; their tokens are dead with the commit, on every server.
 *
 * @param except one that goes on
 * @returns how many ended
 */
export async function endSessions(
  transaction: Transaction<Schema>,
  accountId: string,
  at: Date,
  except: string | null = null,
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('session')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(except !== null, (query) => query.where('session_id', '!=', except ?? ''))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Ends one session of an account. */
export async function endSession(
  transaction: Transaction<Schema>,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('session')
    .set({ ended_at: at })
    .where('session_id', '=', sessionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
