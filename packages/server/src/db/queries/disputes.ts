import type { Dispute } from '@zhaoshi/domain/dispute/dispute';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** A stage with its place in the order. */
export interface KeptStage extends RegisteredStage {
  readonly sequence: number;
}

/** A dispute of the register; the names of the other party stay sealed. */
export interface KeptDispute extends Dispute, OrganIds {
  readonly maskedParty: string;
  readonly applicationId: string | null;
  readonly precedingId: string | null;
  /** The public document about which it is. */
  readonly documentId: string | null;
  /** From when the other party knew of the act. */
  readonly knownOn: CivilDate | null;
  readonly isUntold: boolean;
  readonly stages: readonly KeptStage[];
  readonly version: number;
}

const stageColumns = [
  'stage.sequence',
  'stage.kind as stage_kind',
  'stage.tribunal',
  'stage.number',
  'stage.procedure',
  'stage.accepted_on',
  'stage.decided_on',
  'stage.effective_on',
  'stage.result',
  'stage.served_on',
  'stage.answered_on',
  'stage.performed_on',
  'stage.opinion_on',
  'stage.reported_on',
  'stage.filed_on',
  'stage.is_extended',
  'stage.decision_served_on',
  'stage.decision_received_on',
  'stage.orders_reply',
  'stage.perform_by',
] as const;

/** The register without what was taken out of it, a row for each stage. */
export const disputeRows = (database: Kysely<Schema>) =>
  database
    .selectFrom('dispute')
    .leftJoin('dispute_stage as stage', (join) =>
      join
        .onRef('stage.region_id', '=', 'dispute.region_id')
        .onRef('stage.dispute_id', '=', 'dispute.dispute_id'),
    )
    .where('dispute.removed_at', 'is', null)
    .select([
      'dispute.region_id',
      'dispute.dispute_id',
      'dispute.organ_id',
      'dispute.kind',
      'dispute.role',
      'dispute.act',
      'dispute.act_on',
      'dispute.application_id',
      'dispute.preceding_id',
      'dispute.masked_party',
      'dispute.version',
      'dispute.document_id',
      'dispute.known_on',
      'dispute.is_untold',
      ...stageColumns,
    ]);

export type DisputeStageRow = Awaited<ReturnType<ReturnType<typeof disputeRows>['execute']>>[number];

// Stored civil dates.
const day = (text: string | null): CivilDate | null => text as CivilDate | null;

const stageOf = (row: DisputeStageRow): KeptStage[] =>
  row.sequence === null || row.stage_kind === null
    ? []
    : [
        {
          sequence: row.sequence,
          kind: row.stage_kind,
          tribunal: row.tribunal ?? '',
          number: row.number ?? '',
          procedure: row.procedure,
          acceptedOn: day(row.accepted_on),
          decidedOn: day(row.decided_on),
          effectiveOn: day(row.effective_on),
          result: row.result,
          servedOn: day(row.served_on),
          answeredOn: day(row.answered_on),
          performedOn: day(row.performed_on),
          opinionOn: day(row.opinion_on),
          reportedOn: day(row.reported_on),
          filedOn: day(row.filed_on),
          isExtended: row.is_extended ?? false,
          decisionServedOn: day(row.decision_served_on),
          decisionReceivedOn: day(row.decision_received_on),
          ordersReply: row.orders_reply ?? false,
          performBy: day(row.perform_by),
        },
      ];

/** Disputes out of their rows, which stand together and in the order of the stages. */
export function disputesOf(rows: readonly DisputeStageRow[]): readonly KeptDispute[] {
  const groups = Map.groupBy(rows, ({ dispute_id }) => dispute_id);
  return [...groups.values()].flatMap((stages) => {
    const [first] = stages;
    if (first === undefined) return [];
    return [
      {
        regionId: first.region_id,
        organId: first.organ_id,
        disputeId: first.dispute_id,
        kind: first.kind,
        role: first.role,
        act: first.act,
        actOn: day(first.act_on),
        applicationId: first.application_id,
        precedingId: first.preceding_id,
        documentId: first.document_id,
        knownOn: day(first.known_on),
        isUntold: first.is_untold,
        maskedParty: first.masked_party,
        version: first.version,
        stages: stages.flatMap(stageOf),
      },
    ];
  });
}

export interface DisputeIds {
  readonly regionId: string;
  readonly disputeId: string;
}

/** The days of a year that are counted. */
export interface CountedDays {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * Every dispute of some organs that may count in a year: opened by its last day, and not settled before it. Organ by organ
 * in the index on their spans, so that the cost follows the disputes of the year.
 */
export async function disputesOfYear(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
  { from, to }: CountedDays,
): Promise<readonly KeptDispute[]> {
  const regions = organs.map(({ regionId }) => regionId);
  const ids = organs.map(({ organId }) => organId);
  const counted = sql<{ region_id: string; organ_id: string }>`
    (select * from unnest(${regions}::uuid[], ${ids}::uuid[]) as organs (region_id, organ_id))`;
  const rows = await disputeRows(database)
    .innerJoin(counted.as('counted'), (join) =>
      join
        .onRef('counted.region_id', '=', 'dispute.region_id')
        .onRef('counted.organ_id', '=', 'dispute.organ_id'),
    )
    .where(sql<boolean>`coalesce(dispute.settled_on, 'infinity'::date) >= ${from}::date`)
    .where('dispute.opened_on', '<=', to)
    .orderBy('dispute.opened_on')
    .orderBy('dispute.dispute_id')
    .orderBy('stage.sequence')
    .execute();
  return disputesOf(rows);
}

/** A dispute with its organ and what is sealed. */
export interface FoundDispute {
  readonly dispute: KeptDispute;
  readonly organName: string;
  readonly path: string;
  readonly sealed: string;
}

/** A dispute of the register; `undefined`: none, or taken out. */
export async function findDispute(
  database: Kysely<Schema>,
  { regionId, disputeId }: DisputeIds,
): Promise<FoundDispute | undefined> {
  const rows = await disputeRows(database)
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'dispute.region_id')
        .onRef('organ.organ_id', '=', 'dispute.organ_id'),
    )
    .select(['organ.name as organ_name', 'organ.path', 'dispute.sealed'])
    .where('dispute.region_id', '=', regionId)
    .where('dispute.dispute_id', '=', disputeId)
    .orderBy('stage.sequence')
    .execute();
  const [first] = rows;
  const [dispute] = disputesOf(rows);
  return first === undefined || dispute === undefined
    ? undefined
    : { dispute, organName: first.organ_name, path: first.path, sealed: first.sealed };
}

const ofOrgan = (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  disputeRows(database)
    .where('dispute.region_id', '=', regionId)
    .where('dispute.organ_id', '=', organId)
    .orderBy('dispute.dispute_id')
    .orderBy('stage.sequence');

/** Disputes of an organ that nothing has settled. */
export const disputesUnsettled = async (
  database: Kysely<Schema>,
  organ: OrganIds,
): Promise<readonly KeptDispute[]> =>
  disputesOf(
    await ofOrgan(database, organ)
      .where(sql<boolean>`coalesce(dispute.settled_on, 'infinity'::date) = 'infinity'::date`)
      .execute(),
  );

/** A stage, by its alias, in which something may be owed: an answer, performance, or a report. */
export const OWED_STAGE = sql<boolean>`(owed.kind = 'reconsideration' and owed.served_on is not null
    and owed.answered_on is null and owed.decided_on is null
  or (owed.orders_reply
      or owed.result in ('litigation.performanceOrdered', 'reconsideration.performanceOrdered'))
    and owed.performed_on is null
  or owed.opinion_on is not null and owed.reported_on is null)`;

/** Disputes of an organ in which something may be owed. */
export const disputesOwing = async (
  database: Kysely<Schema>,
  organ: OrganIds,
): Promise<readonly KeptDispute[]> =>
  disputesOf(
    await ofOrgan(database, organ)
      .where(
        sql<boolean>`dispute.dispute_id in (
          select owed.dispute_id from dispute_stage owed
          where owed.region_id = ${organ.regionId}::uuid and owed.organ_id = ${organ.organId}::uuid
            and ${OWED_STAGE})`,
      )
      .execute(),
  );
