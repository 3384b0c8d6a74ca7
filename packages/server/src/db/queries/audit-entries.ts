import { type Actor, isTop, widestReach } from '@zhaoshi/domain/permission/can';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { beginningOf } from '../china-time.ts';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';

export interface AuditFilter {
  readonly event?: string | undefined;
  readonly actor?: string | undefined;
  /** An organ and what is below it, wherever it stood in the tree when the entry was written. */
  readonly organId?: string | undefined;
  readonly subject?: string | undefined;
  /** Civil dates in China, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** An auditor at the top of the tree also sees what belongs to no organ: unknown names, the program's own acts. */
function within(actor: Actor) {
  const reach = widestReach(actor, 'audit.read');
  return (build: ExpressionBuilder<Schema, 'audit_entry'>) => {
    if (reach === null) return build.val(false);
    const below = build('audit_entry.scope_path', 'like', `${reach.path}%`);
    return isTop(reach.path) ? build.or([below, build('audit_entry.scope_path', 'is', null)]) : below;
  };
}

/** Entries that the auditor's right reaches, the newest first. */
export async function listAuditEntries(database: Kysely<Schema>, actor: Actor, filter: AuditFilter) {
  const before = decodeCursor(filter.cursor, z.tuple([z.int()]));
  const { event, actor: by, organId, subject, from, to, limit } = filter;
  return await database
    .selectFrom('audit_entry')
    .leftJoin('account', (join) => join.on(sql<boolean>`account.account_id::text = audit_entry.actor`))
    .leftJoin('organ', 'organ.path', 'audit_entry.scope_path')
    .select([
      'audit_entry.sequence',
      'audit_entry.recorded_at',
      'audit_entry.actor',
      'audit_entry.action',
      'audit_entry.subject',
      'audit_entry.details',
      'audit_entry.sha256',
      'audit_entry.sm3',
      'account.display_name',
      'organ.name as organ_name',
    ])
    .where(within(actor))
    .$if(before !== null, (query) => query.where('audit_entry.sequence', '<', before?.[0] ?? 0))
    .$if(event !== undefined, (query) => query.where('audit_entry.action', '=', event ?? ''))
    .$if(by !== undefined, (query) => query.where('audit_entry.actor', '=', by ?? ''))
    .$if(organId !== undefined, (query) =>
      query.where('audit_entry.scope_path', 'like', `%${organId ?? ''}/%`),
    )
    .$if(subject !== undefined, (query) => query.where('audit_entry.subject', '=', subject ?? ''))
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`audit_entry.recorded_at >= ${beginningOf(sql`${from}`)}`),
    )
    .$if(to !== undefined, (query) =>
      query.where(sql<boolean>`audit_entry.recorded_at < ${beginningOf(sql`${to}::date + 1`)}`),
    )
    .orderBy('audit_entry.sequence', 'desc')
    .limit(limit + 1)
    .execute();
}

export type AuditEntryRow = Awaited<ReturnType<typeof listAuditEntries>>[number];
