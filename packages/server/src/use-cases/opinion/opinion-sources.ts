import { randomBytes } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { answeringOrgan } from './enter-opinion.ts';

const SECRET_BYTES = 32;

/** A secret opens only as that of its system. */
export const secretPurpose = (sourceId: string): string => `opinionSource/${sourceId}`;

/** Registers a system for monitoring; its secret is in this answer and nowhere else. */
export async function addSource(
  {
    change,
    reaches,
    caller,
    now,
    newId,
    services,
  }: ChangeContext & {
    readonly services: Pick<Services, 'secretBox'>;
  },
  ids: OrganIds,
  name: string,
): Promise<Result<{ readonly sourceId: string; readonly secret: string }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await answeringOrgan(transaction, { reaches }, ids);
    if (!organ.ok) return organ;
    const sourceId = newId();
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await transaction
      .insertInto('opinion_source')
      .values({
        region_id: ids.regionId,
        source_id: sourceId,
        organ_id: ids.organId,
        name,
        sealed_secret: services.secretBox.seal(secret, secretPurpose(sourceId)),
        created_by: caller.accountId,
        created_at: now(),
        received_at: null,
        ended_at: null,
      })
      .execute();
    return ok({
      value: { sourceId, secret },
      subject: `opinionSource/${sourceId}`,
      organPath: organ.value.path,
      details: { after: { name } },
    });
  });
}

/** Takes nothing more from a system; what it sent stays. */
export async function endSource(
  { change, reaches, now }: ChangeContext,
  { regionId, sourceId }: { readonly regionId: string; readonly sourceId: string },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const row = await transaction
      .selectFrom('opinion_source as source')
      .innerJoin('organ', (join) =>
        join
          .onRef('organ.region_id', '=', 'source.region_id')
          .onRef('organ.organ_id', '=', 'source.organ_id'),
      )
      .select(['organ.path', 'source.ended_at'])
      .where('source.region_id', '=', regionId)
      .where('source.source_id', '=', sourceId)
      .executeTakeFirst();
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.ended_at !== null) return err({ code: 'state-refuses', detail: '这个监测来源已经停用。' });
    await transaction
      .updateTable('opinion_source')
      .set({ ended_at: now() })
      .where('region_id', '=', regionId)
      .where('source_id', '=', sourceId)
      .execute();
    return ok({ value: null, subject: `opinionSource/${sourceId}`, organPath: row.path });
  });
}
