import type { FieldError } from '@zhaoshi/contract/problems';
import type { GroupDuty } from '@zhaoshi/domain/organ/leading-group';
import type { Transaction } from 'kysely';
import type { FoundLeadingGroup } from '../../db/queries/organ-offices.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';

export interface GroupMember {
  /** `null` for somebody new. */
  readonly memberId: string | null;
  readonly name: string;
  readonly post: string;
  readonly duty: GroupDuty;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What is wrong with a list of members, all at once. */
export function memberFaults(
  members: readonly GroupMember[],
  { members: present, formerMembers }: Pick<FoundLeadingGroup, 'members' | 'formerMembers'>,
): readonly FieldError[] {
  const known = new Set([...present, ...formerMembers].map(({ member_id }) => member_id));
  const named = new Set<string>();
  return members.flatMap(({ memberId, validFrom, validTo }, index): FieldError[] => {
    const faults: FieldError[] = [];
    if (memberId !== null && (!known.has(memberId) || named.has(memberId))) {
      faults.push({ pointer: `/members/${index}/memberId`, message: '不是本领导小组的成员，或重复' });
    }
    if (memberId !== null) named.add(memberId);
    if (validTo !== null && validTo <= validFrom) {
      faults.push({ pointer: `/members/${index}/validTo`, message: '应晚于任职日期' });
    }
    return faults;
  });
}

/** Writes a member as sent; the id of somebody known keeps its row. */
export async function saveMember(
  transaction: Transaction<Schema>,
  { regionId, organId }: OrganIds,
  { memberId, name, post, duty, position, validFrom, validTo }: GroupMember & { readonly position: number },
  newId: () => string,
): Promise<void> {
  const row = { name, post, duty, position, valid_from: validFrom, valid_to: validTo };
  if (memberId === null) {
    await transaction
      .insertInto('leading_group_member')
      .values({ region_id: regionId, member_id: newId(), organ_id: organId, ...row })
      .execute();
    return;
  }
  await transaction
    .updateTable('leading_group_member')
    .set(row)
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('member_id', '=', memberId)
    .execute();
}

/** Lets a member leave today; one who came today or would only have come was never in the group. */
export async function endOrTakeBack(
  transaction: Transaction<Schema>,
  regionId: string,
  { member_id, valid_from }: FoundLeadingGroup['members'][number],
  today: string,
): Promise<void> {
  if (valid_from < today) {
    await transaction
      .updateTable('leading_group_member')
      .set({ valid_to: today })
      .where('region_id', '=', regionId)
      .where('member_id', '=', member_id)
      .execute();
    return;
  }
  await transaction
    .deleteFrom('leading_group_member')
    .where('region_id', '=', regionId)
    .where('member_id', '=', member_id)
    .execute();
}
