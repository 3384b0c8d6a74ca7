import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { AccountRow } from '../../db/queries/account-list.ts';
import { deleteIdentity, insertIdentity } from './link-identity.ts';
import { type AdministrationContext, changedAccount, holdManaged } from './managed-account.ts';

export interface AdministerLink {
  readonly accountId: string;
  /** What the other service calls the person. */
  readonly subject: string;
}

/** Ties an identity of the other service to somebody's account. */
export async function administerLink(
  context: AdministrationContext,
  { accountId, subject }: AdministerLink,
  issuer: string | null,
): Promise<Result<{ readonly accountId: string }, Rejection>> {
  if (issuer === null) return err({ code: 'state-refuses', detail: '没有设置统一身份认证。' });
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    const link = { identityId: context.newId(), accountId, identity: { issuer, subject } };
    const inserted = await insertIdentity(transaction, link, context.now());
    if (!inserted.ok) return inserted;
    return ok({
      value: { accountId },
      subject: `account/${accountId}`,
      organPath: managed.value.organPath,
      details: { linked: issuer },
      personal: { subject },
    });
  });
}

/** Unties it again. */
export async function administerUnlink(
  context: AdministrationContext,
  { accountId, identityId }: { readonly accountId: string; readonly identityId: string },
): Promise<Result<AccountRow, Rejection>> {
  return await context.change(async (transaction) => {
    const managed = await holdManaged(transaction, context, accountId);
    if (!managed.ok) return managed;
    const deleted = await deleteIdentity(transaction, { accountId, identityId });
    if (!deleted.ok) return deleted;
    return ok({
      value: await changedAccount(transaction, accountId),
      subject: `account/${accountId}`,
      organPath: managed.value.organPath,
      details: { unlinked: deleted.value.issuer },
      personal: { subject: deleted.value.subject },
    });
  });
}
