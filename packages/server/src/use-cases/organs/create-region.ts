import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { insertRegion, type NewRegion } from './insert-region.ts';
import { lockTree } from './lock-tree.ts';

/** Founds a region, with its government, below the government that the ids name. */
export async function createRegion(
  { change, reaches, newId }: ChangeContext,
  { regionId, organId, ...region }: OrganIds & NewRegion,
): Promise<Result<OrganRow, Rejection>> {
  return await change(async (transaction) => {
    await lockTree(transaction);
    const below = await findOrgan(transaction, { regionId, organId });
    if (below === undefined || !reaches(below.path)) return err({ code: 'not-found' });
    if (!isGovernment(below.kind)) {
      return err({ code: 'state-refuses', detail: '地区只能设在一级人民政府之下。' });
    }
    const created = await insertRegion(transaction, region, { below }, newId);
    if (!created.ok) return err({ code: 'invalid', errors: created.error });
    await announcePublication(transaction);
    const { name, slug, level, validFrom } = region;
    return ok({
      value: created.value,
      subject: `organ/${created.value.organ_id}`,
      organPath: created.value.path,
      details: { under: below.path, after: { region: name, slug, level, validFrom } },
    });
  });
}
