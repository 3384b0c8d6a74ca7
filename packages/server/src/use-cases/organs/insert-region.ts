import type { FieldError } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isTakenSlug, TAKEN_ORGAN_SLUGS, TAKEN_REGION_SLUGS } from '@zhaoshi/domain/organ/slug';
import { governmentOf, mayLieIn, type RegionLevel } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import { findOrgan, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';

export interface NewRegion {
  readonly name: string;
  readonly slug: string;
  readonly level: RegionLevel;
  readonly government: { readonly name: string; readonly slug: string };
  readonly validFrom: string;
}

/** Where a region goes: below a government, or at the top of an installation. */
export type RegionPlace =
  | { readonly below: OrganRow; readonly isDemonstration?: undefined }
  | { readonly below: null; readonly isDemonstration: boolean };

async function faultsOf(
  transaction: Transaction<Schema>,
  { slug, level, government, validFrom }: NewRegion,
  below: OrganRow | null,
): Promise<readonly FieldError[]> {
  const faults: FieldError[] = [];
  const sameSlug = await transaction
    .selectFrom('region')
    .select('region_id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (sameSlug !== undefined) faults.push({ pointer: '/slug', message: '已有地区使用这个网址名' });
  if (isTakenSlug(TAKEN_REGION_SLUGS, slug)) {
    faults.push({ pointer: '/slug', message: '这个网址名另有用途，请换一个' });
  }
  if (isTakenSlug(TAKEN_ORGAN_SLUGS, government.slug)) {
    faults.push({ pointer: '/government/slug', message: '这个网址名另有用途，请换一个' });
  }
  if (below !== null && !mayLieIn(level, below.region_level)) {
    faults.push({ pointer: '/level', message: '这一级地区不能设在这一级政府之下' });
  }
  if (below !== null && validFrom < below.valid_from) {
    faults.push({ pointer: '/validFrom', message: '这一天上级政府不存在' });
  }
  return faults;
}

/** Founds a region with its government; the tree must be locked. */
export async function insertRegion(
  transaction: Transaction<Schema>,
  region: NewRegion,
  { below, isDemonstration }: RegionPlace,
  newId: () => string,
): Promise<Result<OrganRow, readonly FieldError[]>> {
  const faults = await faultsOf(transaction, region, below);
  if (faults.length > 0) return err(faults);
  const [regionId, organId] = [newId(), newId()];
  const { name, slug, level, government, validFrom } = region;
  const above = await transaction
    .selectFrom('region')
    .select(['region_id', 'is_demonstration'])
    .where('region_id', '=', below?.region_id ?? regionId)
    .executeTakeFirst();
  await transaction
    .insertInto('region')
    .values({
      region_id: regionId,
      parent_id: above?.region_id ?? null,
      slug,
      name,
      level,
      // What lies in the demonstration is part of it: real and invented are never mixed.
      is_demonstration: above?.is_demonstration ?? isDemonstration ?? false,
    })
    .execute();
  await transaction
    .insertInto('organ')
    .values({
      region_id: regionId,
      organ_id: organId,
      parent_id: null,
      slug: government.slug,
      name: government.name,
      kind: governmentOf(level),
      level,
      valid_from: validFrom,
      valid_to: null,
      path: `${below?.path ?? ''}${organId}/`,
    })
    .execute();
  const row = await findOrgan(transaction, { regionId, organId });
  if (row === undefined) throw new Error('an organ that was written is not there');
  return ok(row);
}
