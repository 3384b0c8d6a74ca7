import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** An organ's disclosure office; version 1 and no office as long as none was entered. */
export async function findDisclosureOffice(database: Kysely<Schema>, { regionId, organId }: OrganIds) {
  const row = await database
    .selectFrom('disclosure_office')
    .select([
      'name',
      'head_title',
      'address',
      'office_hours',
      'phone',
      'fax',
      'email',
      'website',
      'duties',
      'version',
    ])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .executeTakeFirst();
  if (row === undefined) return { version: 1, office: null };
  const { version, ...office } = row;
  return { version, office };
}

export type FoundDisclosureOffice = Awaited<ReturnType<typeof findDisclosureOffice>>;

const membersOf = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await database
    .selectFrom('leading_group_member')
    .select(['member_id', 'name', 'post', 'duty', 'position', 'valid_from', 'valid_to'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .orderBy('position')
    .orderBy('valid_from')
    .execute();

/**
 * An organ's leading group with all who are or were in it; version 1 and no group as long as none was entered.
 *
 * @param today who left by this day is a former member
 */
export async function findLeadingGroup(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  today: string,
) {
  const row = await database
    .selectFrom('leading_group')
    .select(['name', 'document_number', 'established_on', 'office', 'version'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .executeTakeFirst();
  if (row === undefined) return { version: 1, group: null, members: [], formerMembers: [] };
  const { version, ...group } = row;
  const all = await membersOf(database, { regionId, organId });
  const hasLeft = ({ valid_to }: (typeof all)[number]): boolean => valid_to !== null && valid_to <= today;
  return {
    version,
    group,
    members: all.filter((member) => !hasLeft(member)),
    formerMembers: all.filter(hasLeft),
  };
}

export type FoundLeadingGroup = Awaited<ReturnType<typeof findLeadingGroup>>;
