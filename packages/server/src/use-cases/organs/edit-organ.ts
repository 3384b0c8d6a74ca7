import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';

export interface EditOrgan {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
}

/** Changes what an organ says of itself. */
export async function editOrgan(
  { change, reaches, expectedVersion }: ChangeContext,
  { regionId, organId, name }: EditOrgan,
): Promise<Result<OrganRow, Rejection>> {
  return await change(async (transaction) => {
    const before = await findOrgan(transaction, { regionId, organId });
    if (before === undefined || !reaches(before.path)) return err({ code: 'not-found' });
    const saved = await transaction
      .updateTable('organ')
      .set({ name, version: expectedVersion + 1 })
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .where('version', '=', expectedVersion)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) return err({ code: 'stale', current: before });
    await announcePublication(transaction);
    return ok({
      value: { ...before, name, version: expectedVersion + 1 },
      subject: `organ/${organId}`,
      organPath: before.path,
      details: { before: { name: before.name }, after: { name } },
    });
  });
}
