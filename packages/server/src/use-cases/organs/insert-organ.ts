import type { FieldError } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isTakenSlug, TAKEN_ORGAN_SLUGS } from '@zhaoshi/domain/organ/slug';
import { levelUnder, mayStandUnder, TREE_KINDS, type TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';

export interface NewOrgan {
  readonly name: string;
  readonly kind: TreeKind;
  readonly slug: string;
  readonly validFrom: string;
}

/** What is wrong with a new organ under a parent, all at once. */
async function faultsOf(
  transaction: Transaction<Schema>,
  { kind, slug, validFrom }: NewOrgan,
  parent: OrganRow,
): Promise<readonly FieldError[]> {
  const faults: FieldError[] = [];
  if (!mayStandUnder(kind, parent.kind)) {
    faults.push({
      pointer: '/kind',
      message: `${TREE_KINDS[kind]}不能设在${TREE_KINDS[parent.kind]}之下`,
    });
  }
  const sameSlug = await transaction
    .selectFrom('organ')
    .select('organ_id')
    .where('region_id', '=', parent.region_id)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (sameSlug !== undefined) faults.push({ pointer: '/slug', message: '本地区已有机关使用这个网址名' });
  if (isTakenSlug(TAKEN_ORGAN_SLUGS, slug)) {
    faults.push({ pointer: '/slug', message: '这个网址名另有用途，请换一个' });
  }
  if (validFrom < parent.valid_from || (parent.valid_to !== null && validFrom >= parent.valid_to)) {
    faults.push({ pointer: '/validFrom', message: '这一天上级机关不存在' });
  }
  return faults;
}

/** Puts an organ under another one of the same region; the tree must be locked. */
export async function insertOrgan(
  transaction: Transaction<Schema>,
  organ: NewOrgan,
  parent: OrganRow,
  organId: string,
): Promise<Result<OrganRow, readonly FieldError[]>> {
  const faults = await faultsOf(transaction, organ, parent);
  if (faults.length > 0) return err(faults);
  await transaction
    .insertInto('organ')
    .values({
      region_id: parent.region_id,
      organ_id: organId,
      parent_id: parent.organ_id,
      slug: organ.slug,
      name: organ.name,
      kind: organ.kind,
      level: levelUnder(organ.kind, parent.level),
      valid_from: organ.validFrom,
      valid_to: null,
      path: `${parent.path}${organId}/`,
    })
    .execute();
  const row = await findOrgan(transaction, { regionId: parent.region_id, organId });
  if (row === undefined) throw new Error('an organ that was written is not there');
  return ok(row);
}
