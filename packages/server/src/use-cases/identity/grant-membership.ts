import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { mayAlsoHold } from '@zhaoshi/domain/permission/roles';
import { findOrgan } from '../../db/queries/organs.ts';
import { notify } from '../notifications/notify.ts';
import { membershipRow, type NewMembership, SEPARATED } from './create-account.ts';
import { endSessions } from './end-sessions.ts';
import {
  type AdministrationContext,
  holdManaged,
  raiseVersion,
  roleIn,
  roleRefusal,
} from './managed-account.ts';

/**
 * Gives a person one more role. It needs reach over the organ and over all organs of the person: otherwise two equal
 * administrators could take each other's people out of reach. The person signs in anew, with a second factor where the
 * role needs one.
 */
export async function grantMembership(
  context: AdministrationContext,
  { accountId, ...wanted }: NewMembership & { readonly accountId: string },
): Promise<Result<{ readonly accountId: string }, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    const organ = await findOrgan(transaction, wanted);
    if (organ === undefined || !context.reaches(organ.path)) {
      return err({ code: 'not-found', detail: '机关不存在，或不在您的管辖范围内。' });
    }
    const inForce = managed.value.row.memberships.filter((membership) => membership.inForce);
    if (inForce.some(({ organId, role }) => organId === wanted.organId && role === wanted.role)) {
      return err({ code: 'conflict', detail: '该人员在这个机关已有这个角色。' });
    }
    const held = inForce.map(({ role }) => role);
    if (!mayAlsoHold(held, wanted.role)) return err(SEPARATED);
    const refused = roleRefusal(roleIn(organ, wanted.role), context.reaches);
    if (refused !== null) return err(refused);
    const at = context.now();
    const membershipId = context.newId();
    await transaction
      .insertInto('membership')
      .values(membershipRow(wanted, { membershipId, accountId }, at))
      .execute();
    await raiseVersion(transaction, accountId);
    const ended = await endSessions(transaction, accountId, at);
    const facts = { organ: organ.name, role: wanted.role };
    await notify(transaction, { accountId, kind: 'membershipGranted', facts }, context);
    return ok({
      value: { accountId },
      subject: `account/${accountId}`,
      organPath: organ.path,
      details: { role: wanted.role, membership: membershipId, ended },
    });
  });
}

export interface RevokeMembership {
  readonly accountId: string;
  readonly regionId: string;
  readonly membershipId: string;
}

/** The account whose version the change raised. */
export interface RaisedAccount {
  readonly raised: { readonly accountId: string; readonly version: number };
}

/** Takes a role away; needs reach over what the role reaches only. The person is signed out everywhere. */
export async function revokeMembership(
  context: AdministrationContext,
  { accountId, regionId, membershipId }: RevokeMembership,
): Promise<Result<RaisedAccount, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId, 'some');
    if (!managed.ok) return managed;
    const membership = managed.value.row.memberships.find(
      (one) => one.membershipId === membershipId && one.regionId === regionId && one.inForce,
    );
    if (membership === undefined || !context.reaches(membership.path)) return err({ code: 'not-found' });
    const refused = roleRefusal(membership, context.reaches);
    if (refused !== null) return err(refused);
    const at = context.now();
    await transaction
      .updateTable('membership')
      .set({ revoked_at: at })
      .where('region_id', '=', regionId)
      .where('membership_id', '=', membershipId)
      .execute();
    await raiseVersion(transaction, accountId);
    const ended = await endSessions(transaction, accountId, at);
    const facts = { organ: membership.organName, role: membership.role };
    await notify(transaction, { accountId, kind: 'membershipRevoked', facts }, context);
    return ok({
      value: { raised: { accountId, version: managed.value.row.version + 1 } },
      subject: `account/${accountId}`,
      organPath: membership.path,
      details: { role: membership.role, membership: membershipId, ended },
    });
  });
}
