import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { KnownIdentity, SignOnFlow, SingleSignOn } from '../../adapters/oidc/single-sign-on.ts';
import { holdAccount, holdSession } from '../../db/queries/accounts.ts';
import type { ChangeContext } from '../context.ts';
import { afterPassword } from './after-password.ts';
import { deleteIdentity, insertIdentity } from './link-identity.ts';

export interface LinkStarted {
  readonly address: string;
  readonly flow: SignOnFlow;
}

/** Sends a signed-in person to the other service, to show who they are there. */
export async function startLinking(
  context: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  { password }: { readonly password: string },
  service: SingleSignOn | null,
): Promise<Result<LinkStarted, Rejection>> {
  if (service === null) return err({ code: 'state-refuses', detail: '没有设置统一身份认证。' });
  const started = await service.start();
  if (!started.ok) return err({ code: 'unavailable', detail: `${service.title}暂时没有响应。` });
  return await afterPassword(context, { password, pointer: '/password' }, ({ account }) =>
    Promise.resolve(
      ok({
        value: started.value,
        subject: `account/${account.account_id}`,
        details: { step: 'started', issuer: service.issuer },
      }),
    ),
  );
}

const NOT_YOURS: Rejection = {
  code: 'state-refuses',
  detail: '这次关联不是从现在的登录开始的，或者已经过了五分钟，没有关联。请在“我的账号”中重新关联。',
};

/**
 * Ties the identity that the other service showed to the person who left for it: from the same session, which gave the
 * password before it left. A ticket that somebody planted in another browser is of another session.
 */
export async function finishLinking(
  { caller, change, now, newId }: Pick<ChangeContext, 'caller' | 'change' | 'now' | 'newId'>,
  shown: {
    readonly linking: { readonly accountId: string; readonly sessionId: string };
    readonly identity: KnownIdentity;
  } | null,
): Promise<Result<null, Rejection>> {
  const { accountId, sessionId } = caller;
  return await change(async (transaction) => {
    const isOwn = shown?.linking.accountId === accountId && shown.linking.sessionId === sessionId;
    if (!isOwn) return err(NOT_YOURS);
    const account = await holdAccount(transaction, { accountId });
    const session = await holdSession(transaction, sessionId);
    const isGood = session?.account_id === accountId && session.stage === 'full';
    if (account === undefined || account.disabled_at !== null || !isGood)
      return err({ code: 'not-signed-in' });
    const { identity } = shown;
    const inserted = await insertIdentity(transaction, { identityId: newId(), accountId, identity }, now());
    if (!inserted.ok) return inserted;
    return ok({
      value: null,
      subject: `account/${accountId}`,
      details: { linked: identity.issuer },
      personal: { subject: identity.subject },
    });
  });
}

/** Unties one of one's own identities; somebody without a password keeps the last. */
export async function unlinkOwnIdentity(
  { caller, change }: Pick<ChangeContext, 'caller' | 'change'>,
  { identityId }: { readonly identityId: string },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const account = await holdAccount(transaction, caller);
    if (account === undefined) return err({ code: 'not-signed-in' });
    if (account.password_hash === null) {
      return err({ code: 'state-refuses', detail: '还没有设置密码，取消关联后将无法登录。' });
    }
    const deleted = await deleteIdentity(transaction, { identityId, accountId: caller.accountId });
    if (!deleted.ok) return deleted;
    const { issuer, subject } = deleted.value;
    return ok({
      value: null,
      subject: `account/${caller.accountId}`,
      details: { unlinked: issuer },
      personal: { subject },
    });
  });
}
