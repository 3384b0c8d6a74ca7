import { GROUP_DUTIES } from '@zhaoshi/domain/organ/leading-group';
import { organPath } from '@zhaoshi/portal/paths';
import type {
  Detail,
  DisclosureOffice,
  LeadingGroup,
  OrganPage,
  PowerTransfer,
} from '@zhaoshi/portal/view-models';
import type { OrganKey, PublishedDatabase } from '../db/queries/published.ts';
import {
  publishedContact,
  publishedDisclosureOffice,
  publishedGroupMembers,
  publishedLeadingGroup,
  publishedPredecessors,
  publishedSuccessors,
} from '../db/queries/published-organ.ts';

/** What was entered of an organ, in the words and order of 条例12 and 20(2); lines without a value are left out. */
const detailsOf = (lines: Readonly<Record<string, string | null | undefined>>): readonly Detail[] =>
  Object.entries(lines).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ name, value }],
  );

async function loadContact(database: PublishedDatabase, organ: OrganKey): Promise<readonly Detail[]> {
  const found = await publishedContact(database, organ);
  return detailsOf({
    办公地址: found?.address,
    邮政编码: found?.postcode,
    办公时间: found?.office_hours,
    联系电话: found?.phone,
    传真号码: found?.fax,
    电子邮箱: found?.email,
    网址: found?.website,
    负责人: found?.responsible_person,
  });
}

async function loadOffice(database: PublishedDatabase, organ: OrganKey): Promise<DisclosureOffice | null> {
  const found = await publishedDisclosureOffice(database, organ);
  if (found === undefined) return null;
  return {
    details: detailsOf({
      机构名称: found.name,
      负责人职务: found.head_title,
      办公地址: found.address,
      办公时间: found.office_hours,
      联系电话: found.phone,
      传真号码: found.fax,
      电子邮箱: found.email,
      网址: found.website,
    }),
    duties: found.duties,
  };
}

async function loadGroup(database: PublishedDatabase, organ: OrganKey): Promise<LeadingGroup | null> {
  const found = await publishedLeadingGroup(database, organ);
  if (found === undefined) return null;
  const members = await publishedGroupMembers(database, organ);
  return {
    name: found.name,
    details: detailsOf({
      成立文号: found.document_number,
      成立日期: found.established_on,
      办公室设在: found.office,
    }),
    members: members.map(({ name, post, duty }) => ({ name, post, duty: GROUP_DUTIES[duty] })),
  };
}

const transferOf = (row: Awaited<ReturnType<typeof publishedSuccessors>>[number]): PowerTransfer => ({
  organName: row.name,
  path: organPath(row.region_slug, row.organ_slug),
  hasEnded: row.ended_on !== null,
  since: row.valid_from,
  matters: row.matters,
  documentNumber: row.document_number,
});

type About = Pick<OrganPage, 'contact' | 'disclosureOffice' | 'leadingGroup' | 'successors' | 'predecessors'>;

/** Contact data, disclosure office and leading group as far as they were entered; and whose powers went where. */
export async function loadOrganAbout(database: PublishedDatabase, organ: OrganKey): Promise<About> {
  const [contact, disclosureOffice, leadingGroup, successors, predecessors] = await Promise.all([
    loadContact(database, organ),
    loadOffice(database, organ),
    loadGroup(database, organ),
    publishedSuccessors(database, organ),
    publishedPredecessors(database, organ),
  ]);
  return {
    contact,
    disclosureOffice,
    leadingGroup,
    successors: successors.map(transferOf),
    predecessors: predecessors.map(transferOf),
  };
}
