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

/** The columns of a succession, with the organ at its other end. */
const successions = (database: PublishedDatabase, other: 'predecessor' | 'successor') =>
  database
    .selectFrom('published.organ_successor as succession')
    .innerJoin('published.organ_record as organ', (join) =>
      other === 'successor'
        ? join
            .onRef('organ.region_id', '=', 'succession.successor_region_id')
            .onRef('organ.organ_id', '=', 'succession.successor_organ_id')
        : join
            .onRef('organ.region_id', '=', 'succession.region_id')
            .onRef('organ.organ_id', '=', 'succession.organ_id'),
    )
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .select(['organ.name', 'organ.slug as organ_slug', 'region.slug as region_slug', 'organ.ended_on'])
    .select(['succession.valid_from', 'succession.matters', 'succession.document_number'])
    .orderBy('succession.valid_from')
    .orderBy('organ.slug');

/** Who exercises an organ's powers, all or some, and since when. */
export async function publishedSuccessors(database: PublishedDatabase, { region_id, organ_id }: OrganKey) {
  return await successions(database, 'successor')
    .where('succession.region_id', '=', region_id)
    .where('succession.organ_id', '=', organ_id)
    .execute();
}

/** Whose powers, all or some, an organ took over, and since when. */
export async function publishedPredecessors(database: PublishedDatabase, { region_id, organ_id }: OrganKey) {
  return await successions(database, 'predecessor')
    .where('succession.successor_region_id', '=', region_id)
    .where('succession.successor_organ_id', '=', organ_id)
    .execute();
}
