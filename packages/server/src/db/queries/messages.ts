import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

const joined = (database: Kysely<Schema>) =>
  database
    .selectFrom('message')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'message.region_id')
        .onRef('organ.organ_id', '=', 'message.organ_id'),
    );

const position = z.tuple([cursorMoment, z.uuid()]);

/** Messages of the organs that the right reaches, the last asked for first; without addresses and words. */
export async function listMessages(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  {
    cursor,
    limit,
    state,
  }: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly state?: Schema['message']['state'] | undefined;
  },
) {
  const after = decodeCursor(cursor, position);
  return await joined(database)
    .selectAll('message')
    .select(['organ.name as organ_name', 'organ.path as organ_path'])
    .where(reachedOrgan(actor, permission))
    .$if(state !== undefined, (query) => query.where('message.state', '=', state ?? 'queued'))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(message.requested_at, message.message_id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('message.requested_at', 'desc')
    .orderBy('message.message_id', 'desc')
    .limit(limit + 1)
    .execute();
}

export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number];

/** A message that was captured, with its sealed content and the place of its organ. */
export async function findCapturedMessage(
  database: Kysely<Schema>,
  { regionId, messageId }: { readonly regionId: string; readonly messageId: string },
) {
  return await joined(database)
    .innerJoin('message_content', (join) =>
      join
        .onRef('message_content.region_id', '=', 'message.region_id')
        .onRef('message_content.message_id', '=', 'message.message_id'),
    )
    .select(['message_content.sealed', 'organ.path'])
    .where('message.region_id', '=', regionId)
    .where('message.message_id', '=', messageId)
    .where('message.state', '=', 'captured')
    .executeTakeFirst();
}

/** How many messages of a template went to somebody since then. */
export async function countMessagesTo(
  database: Kysely<Schema>,
  {
    recipient,
    template,
    since,
  }: { readonly recipient: string; readonly template: string; readonly since: Date },
): Promise<number> {
  const { count } = await database
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('recipient', '=', recipient)
    .where('template', '=', template)
    .where('requested_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}
