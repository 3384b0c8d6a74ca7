import type { OrganKey, PublishedDatabase } from './published.ts';

/** Office, hours and ways to reach an organ. */
export async function publishedContact(database: PublishedDatabase, { region_id, organ_id }: OrganKey) {
  return await database
    .selectFrom('published.organ_contact')
    .select(['address', 'postcode', 'office_hours', 'phone', 'fax', 'email', 'website', 'responsible_person'])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .executeTakeFirst();
}

/** 政府信息公开工作机构 of an organ. */
export async function publishedDisclosureOffice(
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
) {
  return await database
    .selectFrom('published.disclosure_office')
    .select(['name', 'head_title', 'address', 'office_hours', 'phone', 'fax', 'email', 'website', 'duties'])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .executeTakeFirst();
}

/** 政府信息公开工作领导小组 of an organ. */
export async function publishedLeadingGroup(database: PublishedDatabase, { region_id, organ_id }: OrganKey) {
  return await database
    .selectFrom('published.leading_group')
    .select(['name', 'document_number', 'established_on', 'office'])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .executeTakeFirst();
}

/** Who is in the group today, in its order. */
export async function publishedGroupMembers(database: PublishedDatabase, { region_id, organ_id }: OrganKey) {
  return await database
    .selectFrom('published.leading_group_member')
    .select(['name', 'post', 'duty'])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .orderBy('position')
    .execute();
}
