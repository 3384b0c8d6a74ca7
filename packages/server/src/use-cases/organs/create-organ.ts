import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { insertOrgan, type NewOrgan } from './insert-organ.ts';
import { lockTree } from './lock-tree.ts';

/** Sets up an organ, or enters a village, under the organ that the ids name. */
export async function createOrgan(
  { change, reaches, newId }: ChangeContext,
  { regionId, organId: parentId, ...organ }: OrganIds & NewOrgan,
): Promise<Result<OrganRow, Rejection>> {
  return await change(async (transaction) => {
    await lockTree(transaction);
    const parent = await findOrgan(transaction, { regionId, organId: parentId });
    if (parent === undefined || !reaches(parent.path)) return err({ code: 'not-found' });
    const created = await insertOrgan(transaction, organ, parent, newId());
    if (!created.ok) return err({ code: 'invalid', errors: created.error });
    await announcePublication(transaction);
    const { name, kind, slug, validFrom } = organ;
    return ok({
      value: created.value,
      subject: `organ/${created.value.organ_id}`,
      organPath: created.value.path,
      details: { under: parent.path, after: { name, kind, slug, validFrom } },
    });
  });
}
