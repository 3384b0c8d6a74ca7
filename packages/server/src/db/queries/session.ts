import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { Kysely } from 'kysely';
import type { Caller } from '../../use-cases/context.ts';
import { KEPT_PLAN } from '../prepare-statements.ts';
import type { Schema } from '../schema.ts';
import { actorIn, givenMemberships, type MembershipOrgan, withInherited } from './caller.ts';
import { policyIn } from './security-policy.ts';

export interface FoundSession {
  readonly caller: Caller;
  readonly stage: Schema['session']['stage'];
  readonly organs: readonly MembershipOrgan[];
  readonly organ: MembershipOrgan | null;
  readonly isDemonstration: boolean;
  /** When the person began to sign in. */
  readonly startedAt: Date;
}

/** By what a session is looked up: what its cookie hashes to, or its own id. */
export type SessionKey = { readonly tokenSha256: string } | { readonly sessionId: string };

async function findRow(database: Kysely<Schema>, key: SessionKey, at: Date) {
  return await database
    .selectFrom('session')
    .modifyFront(KEPT_PLAN)
    .innerJoin('account', 'account.account_id', 'session.account_id')
    .select([
      'session.session_id',
      'session.stage',
      'session.second_factor',
      'session.region_id',
      'session.organ_id',
      'session.created_at',
      'session.last_seen_at',
      'account.account_id',
      'account.display_name',
      'account.login_name',
      'account.is_demonstration',
    ])
    .where(({ eb }) =>
      'sessionId' in key
        ? eb('session.session_id', '=', key.sessionId)
        : eb('session.token_sha256', '=', key.tokenSha256),
    )
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', at)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** A session and the person behind it; `undefined` when it is unknown, ended, idle or too old. */
export async function findSession(
  database: Kysely<Schema>,
  key: SessionKey,
  at: Date,
): Promise<FoundSession | undefined> {
  const row = await findRow(database, key, at);
  if (row === undefined) return undefined;
  const given = await givenMemberships(database, row.account_id);
  const organs = await withInherited(database, given);
  const organ = organs.find(({ organId }) => organId === row.organ_id) ?? organs[0];
  const idle = (await policyIn(database, given)).idleMinutes * MINUTE_MS;
  if (at.getTime() - row.last_seen_at.getTime() > idle) return undefined;
  // Once a minute is enough to tell an idle session.
  if (at.getTime() - row.last_seen_at.getTime() > MINUTE_MS) {
    await database
      .updateTable('session')
      .set({ last_seen_at: at })
      .where('session_id', '=', row.session_id)
      .execute();
  }
  return {
    stage: row.stage,
    organs,
    organ: organ ?? null,
    isDemonstration: row.is_demonstration,
    startedAt: row.created_at,
    caller: {
      accountId: row.account_id,
      sessionId: row.session_id,
      displayName: row.display_name,
      loginName: row.login_name,
      organ: organ === undefined ? null : { regionId: organ.regionId, organId: organ.organId },
      actor: actorIn(organ, row.second_factor),
    },
  };
}
