import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Holds the caller's session for the rest of the transaction. A call is let in before its body has arrived, and a body
 * can be sent slowly: whatever ends sessions meanwhile (sign-out, disabling, a change of roles, a reset) must count.
 *
 * @returns whether the session is still there
 */
export async function holdSession(
  transaction: Transaction<Schema>,
  sessionId: string,
  at: Date,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('session')
    .select('session_id')
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}
