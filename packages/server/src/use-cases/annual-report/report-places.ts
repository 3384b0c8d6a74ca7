import type { ReportPlaces } from '@zhaoshi/domain/annual-report/work/report-standing';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { findRegionGovernment, type OrganRow } from '../../db/queries/organs.ts';
import { findRegionAbove } from '../../db/queries/report-files.ts';
import type { Schema } from '../../db/schema.ts';

/** The region whose office receives the report: the organ's own; for a government the one above, if there is one. */
async function receivingRegion(database: Kysely<Schema>, organ: OrganRow): Promise<string | null> {
  if (!isGovernment(organ.kind)) return organ.region_id;
  return await findRegionAbove(database, organ.region_id);
}

/** Where a report is made and who receives it (annual-report.md §2). */
export async function reportPlaces(database: Kysely<Schema>, organ: OrganRow): Promise<ReportPlaces> {
  const regionId = await receivingRegion(database, organ);
  const government = regionId === null ? undefined : await findRegionGovernment(database, regionId);
  return { organ: organ.path, receiver: government?.path ?? null };
}
