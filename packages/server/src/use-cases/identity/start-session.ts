import type { SessionStage } from '@zhaoshi/domain/identity/sign-in-stage';
import type { Transaction } from 'kysely';
import { membershipsOf } from '../../db/queries/caller.ts';
import { securityOf } from '../../db/queries/security-policy.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { hashSessionToken, newSessionToken } from './session-token.ts';

const HOUR_MS = 3_600_000;

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
  return { sessionId: session.sessionId, token };
}
