import type { DisputeKind } from '@zhaoshi/domain/dispute/dispute';
import { firstDayOf, lastDayOf } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { type DisputeIds, disputeRows, disputesOf, type KeptDispute, OWED_STAGE } from './disputes.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface DisputeFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly organId?: string | undefined;
  readonly kind?: DisputeKind | undefined;
  /** Whether something may still change, or the organ may owe something. */
  readonly state?: 'open' | 'settled' | 'owing' | undefined;
  /** Open on some day of the year. */
  readonly year?: number | undefined;
  /** 案号. */
  readonly number?: string | undefined;
}

/** A dispute of a list, with what lists show beside it. */
export interface ListedDispute {
  readonly dispute: KeptDispute;
  readonly organName: string;
  readonly path: string;
  readonly registrationNumber: string | null;
}

const position = z.tuple([z.string(), z.uuid()]);

/** What is not opened yet stands first. */
const OPENED = sql<string>`coalesce(dispute.opened_on, 'infinity'::date)`;

export const disputeKey = ({ dispute }: ListedDispute): readonly [string, string] => [
  dispute.stages[0]?.acceptedOn ?? dispute.stages[0]?.decidedOn ?? 'infinity',
  dispute.disputeId,
];

/** Which rows of the register a filter finds in the organs that the right reaches, the last opened first. */
function foundIds(database: Kysely<Schema>, actor: Actor, permission: Permission, filter: DisputeFilter) {
  const { limit, organId, kind, state, year, number = '' } = filter;
  const after = decodeCursor(filter.cursor, position);
  let query = database
    .selectFrom('dispute')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'dispute.region_id')
        .onRef('organ.organ_id', '=', 'dispute.organ_id'),
    )
    .select(['dispute.region_id', 'dispute.dispute_id'])
    .where(reachedOrgan(actor, permission))
    .where('dispute.removed_at', 'is', null);
  if (organId !== undefined) query = query.where('dispute.organ_id', '=', organId);
  if (kind !== undefined) query = query.where('dispute.kind', '=', kind);
  if (state === 'open') query = query.where('dispute.settled_on', 'is', null);
  if (state === 'settled') query = query.where('dispute.settled_on', 'is not', null);
  if (state === 'owing') {
    query = query.where(
      sql<boolean>`exists (select from dispute_stage owed where owed.region_id = dispute.region_id
        and owed.dispute_id = dispute.dispute_id and ${OWED_STAGE})`,
    );
  }
  if (year !== undefined) {
    query = query
      .where('dispute.opened_on', '<=', lastDayOf(year))
      .where(sql<boolean>`coalesce(dispute.settled_on, 'infinity'::date) >= ${firstDayOf(year)}::date`);
  }
  if (number !== '') {
    query = query.where(
      sql<boolean>`exists (select from dispute_stage numbered where numbered.region_id = dispute.region_id
        and numbered.dispute_id = dispute.dispute_id and strpos(numbered.number, ${number.normalize('NFC')}) > 0)`,
    );
  }
  if (after !== null) {
    query = query.where(
      sql<boolean>`(${OPENED}, dispute.dispute_id) < (${after[0]}::date, ${after[1]}::uuid)`,
    );
  }
  return query
    .orderBy(OPENED, 'desc')
    .orderBy('dispute.dispute_id', 'desc')
    .limit(limit + 1);
}

const listed = (database: Kysely<Schema>) =>
  disputeRows(database)
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'dispute.region_id')
        .onRef('organ.organ_id', '=', 'dispute.organ_id'),
    )
    .leftJoin('application', (join) =>
      join
        .onRef('application.region_id', '=', 'dispute.region_id')
        .onRef('application.application_id', '=', 'dispute.application_id'),
    )
    .select(['organ.name as organ_name', 'organ.path', 'application.registration_number'])
    .orderBy(OPENED, 'desc')
    .orderBy('dispute.dispute_id', 'desc')
    .orderBy('stage.sequence');

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

function listedOf(rows: readonly Row[]): readonly ListedDispute[] {
  const firsts = new Map(rows.toReversed().map((row) => [row.dispute_id, row]));
  return disputesOf(rows).flatMap((dispute) => {
    const row = firsts.get(dispute.disputeId);
    if (row === undefined) return [];
    const { organ_name: organName, path, registration_number: registrationNumber } = row;
    return [{ dispute, organName, path, registrationNumber }];
  });
}

/** A page of the register, with one more than the limit. */
export const listDisputes = async (
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  filter: DisputeFilter,
): Promise<readonly ListedDispute[]> =>
  listedOf(
    await listed(database)
      .where(
        sql<boolean>`(dispute.region_id, dispute.dispute_id) in (${foundIds(database, actor, permission, filter)})`,
      )
      .execute(),
  );

/** Some disputes of a region as lists show them. */
export const listedByIds = async (
  database: Kysely<Schema>,
  regionId: string,
  disputeIds: readonly string[],
): Promise<readonly ListedDispute[]> =>
  disputeIds.length === 0
    ? []
    : listedOf(
        await listed(database)
          .where('dispute.region_id', '=', regionId)
          .where('dispute.dispute_id', 'in', disputeIds)
          .execute(),
      );

/** Some disputes of any regions as lists show them. */
export const listedByKeys = async (
  database: Kysely<Schema>,
  disputes: readonly DisputeIds[],
): Promise<readonly ListedDispute[]> =>
  disputes.length === 0
    ? []
    : listedOf(
        await listed(database)
          .where(
            sql<boolean>`(dispute.region_id, dispute.dispute_id) in (select * from unnest(
              ${disputes.map(({ regionId }) => regionId)}::uuid[],
              ${disputes.map(({ disputeId }) => disputeId)}::uuid[]))`,
          )
          .execute(),
      );

/** The disputes about an application. */
export const listedOfApplication = async (
  database: Kysely<Schema>,
  { regionId, applicationId }: { readonly regionId: string; readonly applicationId: string },
): Promise<readonly ListedDispute[]> =>
  listedOf(
    await listed(database)
      .where('dispute.region_id', '=', regionId)
      .where('dispute.application_id', '=', applicationId)
      .execute(),
  );
