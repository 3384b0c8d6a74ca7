import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { membershipsOf } from '../../db/queries/caller.ts';
import type { ChangeContext } from '../context.ts';

/** Acts from now on in another organ in which the person has a role. */
export async function switchOrgan(
  { caller, change }: Pick<ChangeContext, 'caller' | 'change'>,
  wanted: { readonly regionId: string; readonly organId: string },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const organs = await membershipsOf(transaction, caller.accountId);
    const organ = organs.find(
      ({ regionId, organId }) => regionId === wanted.regionId && organId === wanted.organId,
    );
    if (organ === undefined) return err({ code: 'not-found' });
    await transaction
      .updateTable('session')
      .set({ region_id: organ.regionId, organ_id: organ.organId })
      .where('session_id', '=', caller.sessionId)
      .execute();
    return ok({ value: null, subject: `session/${caller.sessionId}`, organPath: organ.path });
  });
}
