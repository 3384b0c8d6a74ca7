import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { type FoundLeadingGroup, findLeadingGroup } from '../../db/queries/organ-offices.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { given } from './given.ts';
import { endOrTakeBack, type GroupMember, memberFaults, saveMember } from './leading-group-members.ts';

export interface EditLeadingGroup extends OrganIds {
  readonly name: string;
  readonly documentNumber: string | null;
  readonly establishedOn: string | null;
  readonly office: string | null;
  readonly members: readonly GroupMember[];
}

/** @returns whether the entry was still of the expected version; one that nobody entered yet counts as version 1 */
async function saveGroup(
  transaction: Transaction<Schema>,
  command: EditLeadingGroup,
  expectedVersion: number,
): Promise<boolean> {
  const row = {
    name: command.name,
    document_number: given(command.documentNumber),
    established_on: command.establishedOn,
    office: given(command.office),
    version: expectedVersion + 1,
  };
  const saved = await transaction
    .insertInto('leading_group')
    .values({ region_id: command.regionId, organ_id: command.organId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'organ_id'])
        .doUpdateSet(row)
        .where('leading_group.version', '=', expectedVersion),
    )
    .returning('version')
    .executeTakeFirst();
  return saved !== undefined;
}

/** For the trail's commitments: who was in the group, as text; the trail itself names nobody. */
const rosterOf = ({ members }: FoundLeadingGroup): string =>
  members.map(({ name, post, duty }) => `${duty} ${name} ${post}`).join('\n');

/**
 * Enters or changes an organ's leading group. Who is no longer named leaves it today and stays on record; who would
 * only have come is taken back.
 */
export async function editLeadingGroup(
  context: ChangeContext,
  command: EditLeadingGroup,
): Promise<Result<FoundLeadingGroup, Rejection>> {
  const { change, reaches, expectedVersion, now } = context;
  const { regionId, organId, members } = command;
  const today = civilDateAt(now());
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(organ.kind)) {
      return err({
        code: 'state-refuses',
        detail: '村（居）民委员会不是行政机关，不设政府信息公开工作领导小组。',
      });
    }
    const before = await findLeadingGroup(transaction, { regionId, organId }, today);
    if (before.version !== expectedVersion || !(await saveGroup(transaction, command, expectedVersion))) {
      // Read again: another save may have come between the first look and this one.
      return err({
        code: 'stale',
        current: await findLeadingGroup(transaction, { regionId, organId }, today),
      });
    }
    const errors = memberFaults(members, before);
    if (errors.length > 0) return err({ code: 'invalid', errors });
    for (const [position, member] of members.entries()) {
      await saveMember(transaction, { regionId, organId }, { ...member, position }, context.newId);
    }
    const kept = new Set(members.map(({ memberId }) => memberId));
    for (const member of before.members.filter(({ member_id }) => !kept.has(member_id))) {
      await endOrTakeBack(transaction, regionId, member, today);
    }
    await announcePublication(transaction);
    const after = await findLeadingGroup(transaction, { regionId, organId }, today);
    return ok({
      value: after,
      subject: `leadingGroup/${organId}`,
      organPath: organ.path,
      details: {
        ...(before.group !== null && { before: { ...before.group, members: before.members.length } }),
        after: { ...after.group, members: after.members.length },
      },
      personal: { rosterBefore: rosterOf(before), rosterAfter: rosterOf(after) },
    });
  });
}
