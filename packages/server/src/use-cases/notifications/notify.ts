import type { NotificationFacts, NotificationKind } from '@zhaoshi/domain/notification/notification-kinds';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';

/** Tells a person something in the console, in the transaction of what happened. */
export async function notify(
  transaction: Transaction<Schema>,
  {
    accountId,
    kind,
    facts,
  }: { readonly accountId: string; readonly kind: NotificationKind; readonly facts: NotificationFacts },
  { now, newId }: Pick<UseCaseContext, 'now' | 'newId'>,
): Promise<void> {
  await transaction
    .insertInto('notification')
    .values({
      account_id: accountId,
      notification_id: newId(),
      kind,
      facts,
      created_at: now(),
      read_at: null,
    })
    .execute();
}
