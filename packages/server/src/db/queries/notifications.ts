import type { Kysely } from 'kysely';
import { z } from 'zod';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';

/** A person's notifications, the newest first. */
export async function listNotifications(
  database: Kysely<Schema>,
  accountId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const after = decodeCursor(cursor, z.tuple([cursorMoment, z.uuid()]));
  return await database
    .selectFrom('notification')
    .select(['notification_id', 'kind', 'facts', 'created_at', 'read_at'])
    .where('account_id', '=', accountId)
    .$if(after !== null, (query) =>
      query.where((build) =>
        build(
          build.refTuple('created_at', 'notification_id'),
          '<',
          build.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? ''),
        ),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('notification_id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function countUnread(database: Kysely<Schema>, accountId: string): Promise<number> {
  const { unread } = await database
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}
