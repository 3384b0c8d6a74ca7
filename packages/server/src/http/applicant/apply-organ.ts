import type { ApplyOrgan, ApplyPlace } from '@zhaoshi/portal/applicant/models';
import { organPath } from '@zhaoshi/portal/paths';
import {
  type ApplicableOrgan,
  applicableOrgan,
  applicableOrganById,
} from '../../db/queries/applicable-organs.ts';
import type { PublishedDatabase } from '../../db/queries/published.ts';
import { draftDays } from '../../use-cases/applicants/draft.ts';
import type { ApplicantTools } from './tools.ts';

export const presentOrgan = (row: ApplicableOrgan): ApplyOrgan => ({
  name: row.name,
  path: organPath(row.region_slug, row.organ_slug),
  office: row.office ?? '',
  phone: row.phone ?? '',
  hours: row.hours ?? '',
  address: row.address ?? '',
});

/** An organ with the ids of its rows. */
export interface FoundOrgan {
  readonly shown: ApplyPlace;
  readonly ids: { readonly regionId: string; readonly organId: string; readonly path: string };
}

/** The organ of an address, while it takes applications. */
export async function findApplyOrgan(
  { portal, context }: ApplicantTools,
  { region, organ }: { readonly region: string; readonly organ: string },
): Promise<FoundOrgan | null> {
  const row = await applicableOrgan(portal.published, region, organ);
  if (row === undefined) return null;
  const { region_id: regionId, organ_id: organId, path } = row;
  const shown = { ...presentOrgan(row), draftDays: await draftDays(context.database) };
  return { shown, ids: { regionId, organId, path } };
}

/** The number of the office that handles a case; empty when none was entered. */
export async function officePhone(
  published: PublishedDatabase,
  { region_id, organ_id }: { readonly region_id: string; readonly organ_id: string },
): Promise<string> {
  return (await applicableOrganById(published, region_id, organ_id))?.phone ?? '';
}
