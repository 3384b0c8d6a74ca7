import type { SessionStage } from '@zhaoshi/domain/identity/sign-in-stage';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import type { Transaction } from 'kysely';
import { membershipsOf } from '../../db/queries/caller.ts';
import { securityOf } from '../../db/queries/security-policy.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { hashSessionToken, newSessionToken } from './session-token.ts';

/** How long somebody may take for the steps of signing in. */
const SIGNING_IN_MS = HOUR_MS / 2;

interface NewSession {
  readonly accountId: string;
  readonly stage: SessionStage;
  readonly secondFactor: boolean;
  readonly device: string;
  /** By default; otherwise by another service. */
  readonly byPassword?: boolean;
}

export interface StartedSession {
  readonly sessionId: string;
  /** For the cookie; never stored, never logged. */
  readonly token: string;
}

async function lifeOf(
  transaction: Transaction<Schema>,
  accountId: string,
  stage: SessionStage,
): Promise<number> {
  if (stage !== 'full') return SIGNING_IN_MS;
  return (await securityOf(transaction, accountId)).policy.sessionHours * HOUR_MS;
}

/** At once, of one person: those under way of signing in are counted apart, so that they end none that is in use. */
const SESSIONS_AT_ONCE = 10;

async function endOldest(
  transaction: Transaction<Schema>,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
  isFull: boolean,
  at: Date,
): Promise<void> {
  const beyond = transaction
    .selectFrom('session')
    .select('session_id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .where('stage', isFull ? '=' : '!=', 'full')
    .where('session_id', '!=', sessionId)
    .orderBy('created_at', 'desc')
    .orderBy('last_seen_at', 'desc')
    .offset(SESSIONS_AT_ONCE - 1);
  await transaction.updateTable('session').set({ ended_at: at }).where('session_id', 'in', beyond).execute();
}

/** A new session with a new token; acts in the first of the person's organs until they switch. */
export async function startSession(
  transaction: Transaction<Schema>,
  { accountId, stage, secondFactor, device, byPassword = true }: NewSession,
  { now, newId }: Pick<UseCaseContext, 'now' | 'newId'>,
): Promise<StartedSession> {
  const at = now();
  const token = newSessionToken();
  const sessionId = newId();
  const [organ] = await membershipsOf(transaction, accountId);
  await transaction
    .insertInto('session')
    .values({
      session_id: sessionId,
      token_sha256: hashSessionToken(token),
      account_id: accountId,
      stage,
      second_factor: secondFactor,
      by_password: byPassword,
      region_id: organ?.regionId ?? null,
      organ_id: organ?.organId ?? null,
      device,
      created_at: at,
      last_seen_at: at,
      expires_at: new Date(at.getTime() + (await lifeOf(transaction, accountId, stage))),
      ended_at: null,
    })
    .execute();
  await endOldest(transaction, { accountId, sessionId }, stage === 'full', at);
  return { sessionId, token };
}

/** Takes a session to its next stage under a new token; the old one is dead with the commit. */
export async function advanceSession(
  transaction: Transaction<Schema>,
  session: { readonly sessionId: string; readonly accountId: string },
  { stage, secondFactor }: { readonly stage: SessionStage; readonly secondFactor: boolean },
  at: Date,
): Promise<StartedSession> {
  const token = newSessionToken();
  await transaction
    .updateTable('session')
    .set({
      token_sha256: hashSessionToken(token),
      stage,
      second_factor: secondFactor,
      last_seen_at: at,
      expires_at: new Date(at.getTime() + (await lifeOf(transaction, session.accountId, stage))),
    })
    .where('session_id', '=', session.sessionId)
    .execute();
  await endOldest(transaction, session, stage === 'full', at);
  return { sessionId: session.sessionId, token };
}
