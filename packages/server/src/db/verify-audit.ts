import type { EntryFault } from '@zhaoshi/domain/audit/verdict-words';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { CHAIN_START, type ChainHashes, chainHashes } from './audit-chain.ts';
import type { Schema } from './schema.ts';

/** The first place at which the trail is not what was written. */
export interface AuditFault {
  readonly kind: EntryFault;
  /** Place in the trail, from 1. */
  readonly sequence: number;
  /** The row found there; `null` when there is none. */
  readonly row: { readonly action: string; readonly subject: string; readonly recordedAt: Date } | null;
}

export type AuditVerdict =
  | {
      readonly intact: true;
      readonly entries: number;
      readonly head: ChainHashes;
      /** The first entry that is dated well before the one it follows: a clock that was wrong, or a backdated entry. */
      readonly backwardsAt: number | null;
    }
  | { readonly intact: false; readonly entriesBefore: number; readonly fault: AuditFault };

const BATCH = 1000;

/** As much as two machines' clocks may differ, in the rule for new entries. */
const TOLERANCE_MS = 10 * MINUTE_MS;

type Row = Selectable<Schema['audit_entry']>;

const same = (one: ChainHashes, other: ChainHashes): boolean =>
  one.sha256 === other.sha256 && one.sm3 === other.sm3;

const removed = (sequence: number): AuditFault => ({ kind: 'removed', sequence, row: null });

function faultAt(kind: 'changed' | 'reordered', row: Row): AuditFault {
  const { sequence, action, subject, recorded_at } = row;
  return { kind, sequence, row: { action, subject, recordedAt: recorded_at } };
}

/** Whether a row stands next after another (`null`: at the start) and says so with both chains. */
function continues(row: Row, before: Row | null): boolean {
  const previous = before ?? CHAIN_START;
  return (
    row.sequence === (before?.sequence ?? 0) + 1 &&
    row.previous_sha256 === previous.sha256 &&
    row.previous_sm3 === previous.sm3 &&
    same(chainHashes(row, previous), row)
  );
}

/** What is wrong with the first row that does not continue the chain. */
async function faultOf(
  transaction: Transaction<Schema>,
  row: Row,
  before: Row | null,
  isShort: boolean,
): Promise<AuditFault> {
  const expected = (before?.sequence ?? 0) + 1;
  if (row.sequence !== expected) {
    return isShort ? removed(expected) : { kind: 'reordered', sequence: expected, row: null };
  }
  const own = chainHashes(row, { sha256: row.previous_sha256, sm3: row.previous_sm3 });
  if (!same(own, row)) return faultAt('changed', row);
  // The row is as it was written; so the one before it is not the one it was written after.
  const predecessor = await transaction
    .selectFrom('audit_entry')
    .select('sequence')
    .where('sha256', '=', row.previous_sha256)
    .executeTakeFirst();
  if (predecessor !== undefined || before === null) return faultAt('reordered', row);
  return isShort ? removed(expected) : faultAt('changed', before);
}

/** `verifyAudit` inside a transaction that looks at more. */
export async function walkAudit(transaction: Transaction<Schema>): Promise<AuditVerdict> {
  const head = await transaction
    .selectFrom('audit_head')
    .select(['sequence', 'sha256', 'sm3'])
    .executeTakeFirstOrThrow();
  const { rows: total } = await transaction
    .selectFrom('audit_entry')
    .select((build) => build.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  const isShort = total < head.sequence;
  let before: Row | null = null;
  let backwardsAt: number | null = null;
  for (;;) {
    const rows: readonly Row[] = await transaction
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '>', before?.sequence ?? 0)
      .orderBy('sequence')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const entriesBefore: number = before?.sequence ?? 0;
      if (!continues(row, before)) {
        return { intact: false, entriesBefore, fault: await faultOf(transaction, row, before, isShort) };
      }
      const earliest: number = (before?.recorded_at.getTime() ?? 0) - TOLERANCE_MS;
      if (row.recorded_at.getTime() < earliest) backwardsAt ??= row.sequence;
      before = row;
    }
    if (rows.length < BATCH) break;
  }
  const entries = before?.sequence ?? 0;
  if (entries < head.sequence) return { intact: false, entriesBefore: entries, fault: removed(entries + 1) };
  if (before !== null && !same(before, head)) {
    return { intact: false, entriesBefore: entries - 1, fault: faultAt('changed', before) };
  }
  return { intact: true, entries, head, backwardsAt };
}

/** Walks the whole trail as it stands at one moment and names the first row that was changed, removed or moved. */
export async function verifyAudit(database: Kysely<Schema>): Promise<AuditVerdict> {
  return await database.transaction().setIsolationLevel('repeatable read').execute(walkAudit);
}
