import type { AmendmentStatus } from '@zhaoshi/domain/application/record-amendment';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface AmendmentIds {
  readonly regionId: string;
  readonly amendmentId: string;
}

/** What the register of deadlines knows a request by. */
export const amendmentSubject = (amendmentId: string): string => `recordAmendment/${amendmentId}`;

/** While a request is open its last day is that of the register of deadlines, which follows the calendars. */
const DUE = sql<CivilDate>`coalesce(deadline.due_on, record_amendment.due_on)`;

const amendments = (database: Kysely<Schema>) =>
  database
    .selectFrom('record_amendment')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'record_amendment.region_id')
        .onRef('organ.organ_id', '=', 'record_amendment.organ_id'),
    )
    .leftJoin('deadline', (join) =>
      join
        .onRef('deadline.region_id', '=', 'record_amendment.region_id')
        .on('deadline.closed_at', 'is', null)
        .on(sql<boolean>`deadline.subject = 'recordAmendment/' || record_amendment.amendment_id`),
    )
    .leftJoin('account', 'account.account_id', 'record_amendment.decided_by')
    .selectAll('record_amendment')
    .select([
      'organ.name as organ_name',
      'organ.path',
      'account.display_name as decided_by_name',
      DUE.as('due_on'),
      sql<boolean>`coalesce(deadline.is_provisional, record_amendment.is_provisional)`.as('is_provisional'),
    ]);

const one = (database: Kysely<Schema>, { regionId, amendmentId }: AmendmentIds) =>
  amendments(database)
    .where('record_amendment.region_id', '=', regionId)
    .where('record_amendment.amendment_id', '=', amendmentId);

/** A request; `undefined` when there is none. */
export const findAmendment = async (database: Kysely<Schema>, ids: AmendmentIds) =>
  await one(database, ids).executeTakeFirst();

/** The request, locked: who decides it at the same time waits, and then finds it decided. */
export const lockAmendment = async (database: Kysely<Schema>, ids: AmendmentIds) =>
  await one(database, ids).forUpdate('record_amendment').executeTakeFirst();

export type AmendmentRow = NonNullable<Awaited<ReturnType<typeof findAmendment>>>;

export interface AmendmentFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly organId?: string | undefined;
  readonly stage?: 'open' | 'overdue' | 'decided' | undefined;
  readonly status?: AmendmentStatus | undefined;
  readonly receivedFrom?: string | undefined;
  readonly receivedTo?: string | undefined;
  readonly number?: string | undefined;
  readonly today: CivilDate;
}

const position = z.tuple([z.iso.date(), z.uuid()]);

/** Whether the oldest come first: what is open is worked off in the order in which it came. */
const isOldestFirst = ({ stage }: Pick<AmendmentFilter, 'stage'>): boolean =>
  stage === 'open' || stage === 'overdue';

/** The requests of the organs that the right reaches. */
export async function listAmendments(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  filter: AmendmentFilter,
): Promise<readonly AmendmentRow[]> {
  const { limit, organId, stage, status, receivedFrom, receivedTo, number, today } = filter;
  const after = decodeCursor(filter.cursor, position);
  const isFirst = isOldestFirst(filter);
  const beyond = isFirst ? sql`>` : sql`<`;
  const direction = isFirst ? 'asc' : 'desc';
  let query = amendments(database).where(reachedOrgan(actor, permission));
  if (organId !== undefined) query = query.where('record_amendment.organ_id', '=', organId);
  if (stage === 'decided') query = query.where('record_amendment.status', '<>', 'received');
  if (isFirst) query = query.where('record_amendment.status', '=', 'received');
  if (stage === 'overdue') query = query.where(sql<boolean>`${DUE} < ${today}::date`);
  if (status !== undefined) query = query.where('record_amendment.status', '=', status);
  if (receivedFrom !== undefined) query = query.where('record_amendment.received_on', '>=', receivedFrom);
  if (receivedTo !== undefined) query = query.where('record_amendment.received_on', '<=', receivedTo);
  if (number !== undefined && number !== '') {
    query = query.where('record_amendment.receipt_number', '=', number.normalize('NFKC'));
  }
  if (after !== null) {
    query = query.where(
      sql<boolean>`(record_amendment.received_on, record_amendment.amendment_id) ${beyond}
        (${after[0]}::date, ${after[1]}::uuid)`,
    );
  }
  return await query
    .orderBy('record_amendment.received_on', direction)
    .orderBy('record_amendment.amendment_id', direction)
    .limit(limit + 1)
    .execute();
}

/** Every request that is open, for reminders. */
export const openAmendments = async (database: Kysely<Schema>): Promise<readonly AmendmentRow[]> =>
  await amendments(database)
    .where('record_amendment.status', '=', 'received')
    .orderBy('record_amendment.region_id')
    .orderBy('record_amendment.amendment_id')
    .execute();

/** How many open requests wait in the organs that the right reaches, and until when the first of them. */
export async function waitingAmendments(
  database: Kysely<Schema>,
  actor: Actor,
): Promise<{ readonly count: number; readonly dueOn: CivilDate | null }> {
  const { rows } = await sql<{ count: number; due_on: CivilDate | null }>`
    select count(*)::int as count, min(${DUE}) as due_on
    from record_amendment
    join organ using (region_id, organ_id)
    left join deadline on deadline.region_id = record_amendment.region_id and deadline.closed_at is null
      and deadline.subject = 'recordAmendment/' || record_amendment.amendment_id
    where record_amendment.status = 'received' and ${reachedOrgan(actor, 'recordAmendment.decide')}`.execute(
    database,
  );
  const [counted] = rows;
  return { count: counted?.count ?? 0, dueOn: counted?.due_on ?? null };
}

/** The evidence that came with a request. */
export async function amendmentFiles(database: Kysely<Schema>, { regionId, amendmentId }: AmendmentIds) {
  return await database
    .selectFrom('record_amendment_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.region_id', '=', 'record_amendment_file.region_id')
        .onRef('file.file_id', '=', 'record_amendment_file.file_id'),
    )
    .select([
      'file.file_id',
      'file.original_name',
      'file.sealed',
      'file.sha256',
      'file.storage_key',
      'file.media_type',
      'file.size',
    ])
    .where('record_amendment_file.region_id', '=', regionId)
    .where('record_amendment_file.amendment_id', '=', amendmentId)
    .execute();
}

/** The letter of a decision; `undefined` while there is none. */
export async function amendmentLetter(database: Kysely<Schema>, { regionId, amendmentId }: AmendmentIds) {
  return await database
    .selectFrom('record_amendment_letter')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('amendment_id', '=', amendmentId)
    .executeTakeFirst();
}
