import type { Rejection } from '@zhaoshi/contract/problems';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Kysely, Transaction } from 'kysely';
import type { AuditDetails } from '../db/audit-chain.ts';
import type { Schema } from '../db/schema.ts';

/** What every use case is given; clock and ids from outside, so that tests can set them. */
export interface UseCaseContext {
  readonly database: Kysely<Schema>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What a change did, as the audit trail keeps it. */
export interface Change<T> {
  /** The use case's answer; plain JSON, because it is kept for a repetition of the call. */
  readonly value: T;
  /** What was changed, `<thing>/<id>`. */
  readonly subject: string;
  /** Path of the organ that it belongs to, when it belongs to one. */
  readonly organPath?: string;
  /** Before and after, without personal data. */
  readonly details?: AuditDetails;
  /** Personal data of before and after: the trail keeps salted commitments to it, never the data. */
  readonly personal?: Readonly<Record<string, string>>;
  /** Who did it, where nobody is signed in yet. */
  readonly accountId?: string;
  /** `false`: a call that creates made nothing, such as after a wrong password; the next one with its key is new. */
  readonly creates?: false;
}

/** The work of a change, inside its transaction. */
export type ChangeWork<T> = (transaction: Transaction<Schema>) => Promise<Result<Change<T>, Rejection>>;

/**
 * Runs a change: its rows, its audit entry and its jobs are written in one transaction or not at all. A rejection
 * undoes everything. The work of a call that creates is not done again when the call is repeated.
 *
 * @param beside what was sent beside the body and belongs to the request, such as the hash of a file
 */
export type RunChange = <T>(work: ChangeWork<T>, beside?: string) => Promise<Result<T, Rejection>>;

/** The person behind a call. */
export interface Caller {
  readonly accountId: string;
  readonly sessionId: string;
  readonly displayName: string;
  readonly loginName: string;
  /** The organ the person acts in; `null` for a person without any role. */
  readonly organ: { readonly regionId: string; readonly organId: string } | null;
  readonly actor: Actor;
}

/** A use case of somebody signed in that changes something. */
export interface ChangeContext extends UseCaseContext {
  readonly caller: Caller;
  readonly change: RunChange;
  /** Whether the right that the route declares reaches what belongs to the organ at this path. */
  readonly reaches: (organPath: string) => boolean;
  /** The version that the caller saw, of routes that need `If-Match`. */
  readonly expectedVersion: number;
}
