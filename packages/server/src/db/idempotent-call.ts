import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { SecretBox } from '../adapters/secret-box/secret-box.ts';
import type { Schema } from './schema.ts';

/** A call that creates something and may be sent again. */
export interface IdempotentCall {
  /** `null`: nobody has an account yet; the call itself makes the one that the key is kept under. */
  readonly accountId: string | null;
  readonly key: string;
  readonly route: string;
  /** What was sent, as text. */
  readonly request: string;
  /** A password or the like is in what was sent. */
  readonly hasSecret: boolean;
  /** Whether the right of the route reaches the organ at the path, and every path that it was found to reach. */
  readonly reaches: (path: string) => boolean;
  readonly reached: ReadonlySet<string>;
  readonly box: SecretBox;
}

/** What is kept of the first call; sealed, because answers hold names and secrets. */
const kept = z.object({
  answer: z.unknown(),
  /** Ids of the organs that the right had to reach. */
  organs: z.array(z.string()),
});

const slowHash = promisify(scrypt) as (text: string, salt: string, bytes: number) => Promise<Buffer>;

/** The organ's own id is the last one of its path, and stays when the organ moves. */
const idIn = (path: string): string => path.split('/').at(-2) ?? '';

const purposeOf = ({ route, key }: IdempotentCall): string => `idempotency/${route}/${key}`;

/**
 * Says whether two requests are the same, and nothing else about them: names cannot be tried without the installation's
 * key, nor passwords quickly with it.
 */
async function requestHash(call: IdempotentCall, beside: string): Promise<string> {
  const sent = `${call.request}\0${beside}`;
  const text = call.hasSecret ? (await slowHash(sent, purposeOf(call), 32)).toString('hex') : sent;
  return call.box.keyedHash(text, purposeOf(call));
}

/** Whether the right still reaches every organ that it had to reach at the first call, where they stand now. */
async function stillReaches(
  transaction: Transaction<Schema>,
  { reaches }: IdempotentCall,
  organs: readonly string[],
): Promise<boolean> {
  if (organs.length === 0) return true;
  const rows = await transaction.selectFrom('organ').select('path').where('organ_id', 'in', organs).execute();
  return rows.length === organs.length && rows.every(({ path }) => reaches(path));
}

async function findFirst(transaction: Transaction<Schema>, { accountId, key, route }: IdempotentCall) {
  return await transaction
    .selectFrom('idempotency')
    .select(['route', 'request_sha256', 'value'])
    .where('key', '=', key)
    .where((eb) => (accountId === null ? eb('route', '=', route) : eb('account_id', '=', accountId)))
    .executeTakeFirst();
}

/** A first call claims its key; one that was made before is answered as then. */
export type Claim = { readonly isFirst: true } | { readonly isFirst: false; readonly answer: unknown };

/**
 * Claims the call's key. A second call with the key waits here for the first one to end, and is answered only if the
 * caller may still do what was done.
 *
 * @param beside what was sent beside the body, such as the hash of a file
 */
export async function claimKey(
  transaction: Transaction<Schema>,
  call: IdempotentCall,
  beside: string,
  at: Date,
): Promise<Result<Claim, Rejection>> {
  const { accountId, key, route } = call;
  const hash = await requestHash(call, beside);
  if (accountId === null) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${purposeOf(call)}, 0))`.execute(transaction);
  } else {
    const claimed = await transaction
      .insertInto('idempotency')
      .values({ account_id: accountId, key, route, request_sha256: hash, value: '', created_at: at })
      .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    if (claimed !== undefined) return ok({ isFirst: true });
  }
  const first = await findFirst(transaction, call);
  if (first === undefined) return ok({ isFirst: true });
  if (first.route !== route || first.request_sha256 !== hash) return err({ code: 'key-reused' });
  const { answer, organs } = kept.parse(JSON.parse(call.box.open(first.value, purposeOf(call))));
  if (!(await stillReaches(transaction, call, organs))) return err({ code: 'not-found' });
  return ok({ isFirst: false, answer });
}

/** Keeps what the first call answers. @param accountId the account that it made, where nobody was signed in */
export async function keepAnswer(
  transaction: Transaction<Schema>,
  call: IdempotentCall,
  { answer, accountId, beside }: { answer: unknown; accountId: string | undefined; beside: string },
  at: Date,
): Promise<void> {
  const organs = [...new Set([...call.reached].map(idIn))];
  const value = call.box.seal(JSON.stringify({ answer, organs }), purposeOf(call));
  if (call.accountId !== null) {
    await transaction
      .updateTable('idempotency')
      .set({ value })
      .where('account_id', '=', call.accountId)
      .where('key', '=', call.key)
      .execute();
    return;
  }
  if (accountId === undefined) throw new Error(`${call.route} made no account to keep its key under`);
  await transaction
    .insertInto('idempotency')
    .values({
      account_id: accountId,
      key: call.key,
      route: call.route,
      request_sha256: await requestHash(call, beside),
      value,
      created_at: at,
    })
    .execute();
}

/** Gives the key free again: nothing was created. */
export async function releaseKey(
  transaction: Transaction<Schema>,
  { accountId, key }: IdempotentCall,
): Promise<void> {
  if (accountId === null) return;
  await transaction
    .deleteFrom('idempotency')
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .execute();
}
