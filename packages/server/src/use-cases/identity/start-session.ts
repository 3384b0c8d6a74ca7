import { resolveSetting } from '@zhaoshi/domain/setting/resolve';
import type { Transaction } from 'kysely';
import { membershipsOf } from '../../db/queries/caller.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import type { UseCaseContext } from '../context.ts';
import { hashSessionToken, newSessionToken } from './session-token.ts';

const HOUR_MS = 3_600_000;

interface NewSession {
  readonly accountId: string;
  readonly stage: Schema['session']['stage'];
  readonly secondFactor: boolean;
  readonly device: string;
}

export interface StartedSession {
  readonly sessionId: string;
  /** For the cookie; never stored, never logged. */
  readonly token: string;
}

/** A new session with a new token; acts in the first of the person's organs until they switch. */
export async function startSession(
  transaction: Transaction<Schema>,
  { accountId, stage, secondFactor, device }: NewSession,
  { now, newId }: Pick<UseCaseContext, 'now' | 'newId'>,
): Promise<StartedSession> {
  const at = now();
  const token = newSessionToken();
  const sessionId = newId();
  const [organ] = await membershipsOf(transaction, accountId);
  const chosen = organ === undefined ? [] : await chosenSettings(transaction, organ.path);
  const hours = resolveSetting('security.sessionHours', organ?.path ?? '', chosen).value;
  await transaction
    .insertInto('session')
    .values({
      session_id: sessionId,
      token_sha256: hashSessionToken(token),
      account_id: accountId,
      stage,
      second_factor: secondFactor,
      region_id: organ?.regionId ?? null,
      organ_id: organ?.organId ?? null,
      device,
      created_at: at,
      last_seen_at: at,
      expires_at: new Date(at.getTime() + hours * HOUR_MS),
      ended_at: null,
    })
    .execute();
  return { sessionId, token };
}
