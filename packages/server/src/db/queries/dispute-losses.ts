import type { LossCause } from '@zhaoshi/domain/dispute/loss-causes';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DisputeIds, KeptDispute } from './disputes.ts';
import { reachedOrgan } from './reached-organ.ts';

/** What is kept about a dispute that was lost, and how its application ended. */
interface LossRow {
  readonly disputeId: string;
  readonly outcome: string | null;
  /** `null`: nothing was written down. */
  readonly unit: string | null;
  readonly causes: readonly LossCause[] | null;
}

/** What was written down about some disputes, by their ids, each found by its key. */
export async function lossesOf(
  database: Kysely<Schema>,
  disputes: readonly KeptDispute[],
): Promise<ReadonlyMap<string, LossRow>> {
  if (disputes.length === 0) return new Map();
  const regions = disputes.map(({ regionId }) => regionId);
  const ids = disputes.map(({ disputeId }) => disputeId);
  const { rows } = await sql<LossRow>`
    select dispute.dispute_id as "disputeId", application.result_outcome as outcome, loss.unit, loss.causes
    from unnest(${regions}::uuid[], ${ids}::uuid[]) as wanted (region_id, dispute_id)
    join dispute using (region_id, dispute_id)
    left join application using (region_id, application_id)
    left join dispute_loss loss using (region_id, dispute_id)`.execute(database);
  return new Map(rows.map((row) => [row.disputeId, row]));
}

/** What was written down about one dispute. */
export const lossOf = async (database: Kysely<Schema>, { regionId, disputeId }: DisputeIds) =>
  await database
    .selectFrom('dispute_loss')
    .select(['causes', 'unit', 'measures'])
    .where('region_id', '=', regionId)
    .where('dispute_id', '=', disputeId)
    .executeTakeFirst();

/** The organs that a right reaches, or one of them, with what their disputes are counted by. */
export const countedOrgans = async (
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  organId: string | undefined,
) =>
  await database
    .selectFrom('organ')
    .select(['organ.region_id as regionId', 'organ.organ_id as organId', 'organ.path', 'organ.name'])
    .where(reachedOrgan(actor, permission))
    .$if(organId !== undefined, (query) => query.where('organ.organ_id', '=', organId ?? ''))
    .orderBy('organ.path')
    .execute();
