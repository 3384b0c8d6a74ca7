import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { complaintKindsOf, complaintLawOn } from '@zhaoshi/domain/oversight/complaint';
import { handlerOf } from '@zhaoshi/domain/oversight/complaint-handler';
import type {
  ComplaintChoice,
  ComplaintSubject,
  ComplaintVillageChoice,
} from '@zhaoshi/portal/complaint-views';
import { complaintVillagesPath, organPath } from '@zhaoshi/portal/paths';
import { type FoundRouted, organsAround } from '../../db/queries/complaints.ts';
import { type OrganKey, publishedOrgans } from '../../db/queries/published.ts';
import { townshipsWithVillages } from '../../db/queries/published-villages.ts';
import { complaintClocks } from '../../use-cases/complaints/complaint-clocks.ts';
import { findOrgan } from '../portal-pages-data.ts';
import { findVillage, loadVillages } from '../portal-pages-villages.ts';
import { officePhone } from './apply-organ.ts';
import type { ApplicantTools } from './tools.ts';

/** The address of a unit's pages as it is written in addresses of this site: an organ's, or a village's under it. */
const UNIT = /^\/([a-z0-9-]{1,64})\/([a-z0-9-]{1,64})(?:\/villages\/([a-z0-9-]{1,64}))?$/;

/** About whom a complaint is, and who handles it. */
export interface ComplaintTarget {
  readonly unit: FoundRouted;
  readonly handler: FoundRouted;
  readonly subject: ComplaintSubject;
}

interface FoundUnit {
  readonly row: OrganKey & { readonly name: string };
  /** Where one of its villages is chosen; `null` without any. */
  readonly villagesPath: string | null;
}

async function townshipVillages(
  { portal }: ApplicantTools,
  row: OrganKey,
  path: string,
): Promise<string | null> {
  const townships = await townshipsWithVillages(portal.published, row.region_id);
  return townships.some(({ parent_id }) => parent_id === row.organ_id) ? complaintVillagesPath(path) : null;
}

/** The unit of an address. */
async function findUnit(tools: ApplicantTools, path: string): Promise<FoundUnit | null> {
  const [, region, organ, village] = UNIT.exec(path) ?? [];
  if (region === undefined || organ === undefined) return null;
  if (village !== undefined) {
    const found = await findVillage(tools.portal, { region, organ, village });
    return found && { row: found.row, villagesPath: null };
  }
  const row = await findOrgan(tools.portal.published, { region, organ });
  return row === undefined ? null : { row, villagesPath: await townshipVillages(tools, row, path) };
}

/** The unit of an address with who handles complaints about it; `null` where nobody on the platform does. */
export async function findComplaintTarget(
  tools: ApplicantTools,
  path: string,
): Promise<ComplaintTarget | null> {
  const found = await findUnit(tools, path);
  if (found === null) return null;
  const { portal, context } = tools;
  const { row, villagesPath } = found;
  const routed = await organsAround(context.database, { regionId: row.region_id, organId: row.organ_id });
  const handler = routed && handlerOf(routed.unit, routed.around);
  if (routed === undefined || handler === null || handler === undefined) return null;
  const { acknowledgeDays, resultDays } = (await complaintClocks(context.database, handler.path)).periods;
  const isAboutVillage = routed.unit.kind === 'village';
  const kinds = complaintKindsOf({ isVillage: isAboutVillage });
  const subject = {
    path,
    unitName: row.name,
    isAboutVillage,
    kinds,
    law: kinds[0] === undefined ? '' : complaintLawOn(kinds[0], civilDateAt(context.now())),
    villagesPath,
    handlerName: handler.name,
    phone: await officePhone(portal.published, { region_id: handler.regionId, organ_id: handler.organId }),
    acknowledgeDays,
    resultDays,
  };
  return { unit: routed.unit, handler, subject };
}

/** The units of a region, by default of the first. */
export async function complaintChoice({ portal }: ApplicantTools, slug: string): Promise<ComplaintChoice> {
  const regions = await portal.facts.regions();
  const chosen = regions.find((region) => region.slug === slug) ?? regions[0];
  const organs = chosen === undefined ? [] : await publishedOrgans(portal.published, chosen.region_id);
  const townships =
    chosen === undefined ? [] : await townshipsWithVillages(portal.published, chosen.region_id);
  const withVillages = new Set(townships.map(({ parent_id }) => parent_id));
  return {
    regionName: chosen?.name ?? '',
    regions: regions.map((region) => ({
      name: region.name,
      slug: region.slug,
      isChosen: region === chosen,
    })),
    units: organs
      .filter(({ ended_on }) => ended_on === null)
      .map(({ organ_id, name, slug: organ }) => {
        const path = organPath(chosen?.slug ?? '', organ);
        return { name, path, villagesPath: withVillages.has(organ_id) ? complaintVillagesPath(path) : null };
      }),
  };
}

/** The villages of a township by its address; `null` where it has none. */
export async function complaintVillages(
  { portal }: ApplicantTools,
  path: string,
): Promise<ComplaintVillageChoice | null> {
  const [, region, organ, village] = UNIT.exec(path) ?? [];
  if (region === undefined || organ === undefined || village !== undefined) return null;
  const list = await loadVillages(portal, { region, organ });
  return list && { townshipName: list.township.name, villages: list.villages };
}
