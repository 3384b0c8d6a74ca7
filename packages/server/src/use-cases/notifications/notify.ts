import { createHash } from 'node:crypto';
import type { NotificationFacts, NotificationKind } from '@zhaoshi/domain/notification/notification-kinds';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';

/** The id of what is told only once: the same for the same person and matter. */
function idOf(accountId: string, once: string): string {
  const hex = createHash('sha256').update(`${accountId} ${once}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Tells a person something in the console, in the transaction of what happened. */
export async function notify(
  transaction: Transaction<Schema>,
  {
    accountId,
    kind,
    facts,
    once,
  }: {
    readonly accountId: string;
    readonly kind: NotificationKind;
    readonly facts: NotificationFacts;
    /** Names the matter where it is told once only, however often it is asked for. */
    readonly once?: string;
  },
  { now, newId }: Pick<UseCaseContext, 'now' | 'newId'>,
): Promise<void> {
  await transaction
    .insertInto('notification')
    .values({
      account_id: accountId,
      notification_id: once === undefined ? newId() : idOf(accountId, once),
      kind,
      facts,
      created_at: now(),
      read_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
