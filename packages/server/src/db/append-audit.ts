import { sql, type Transaction } from 'kysely';
import { type AuditFacts, type ChainHashes, chainHashes } from './audit-chain.ts';
import type { Schema } from './schema.ts';

interface Head extends ChainHashes {
  readonly sequence: number;
}

/** The last entry's place and hashes; whoever else asks for them waits until the transaction ends. */
export async function lockHead(transaction: Transaction<Schema>): Promise<Head> {
  const { rows } = await sql<Head>`select sequence, sha256, sm3 from lock_audit_head()`.execute(transaction);
  const [head] = rows;
  if (head === undefined) throw new Error('the audit trail has no head');
  return head;
}

/**
 * Writes an entry in the transaction of the change it tells of: both are there or neither. Writers queue at the
 * head of the chain until the transaction ends, so call it last.
 *
 * @returns the entry's sequence
 */
export async function appendAudit(
  transaction: Transaction<Schema>,
  { actor, action, subject, details }: AuditFacts,
  recordedAt: Date,
): Promise<number> {
  const head = await lockHead(transaction);
  const stored = { recorded_at: recordedAt, actor, action, subject, details: JSON.stringify(details) };
  const hashes = chainHashes(stored, head);
  const sequence = head.sequence + 1;
  await transaction
    .insertInto('audit_entry')
    .values({ sequence, ...stored, ...hashes, previous_sha256: head.sha256, previous_sm3: head.sm3 })
    .execute();
  // The database itself moves the head on, and refuses an entry that does not follow it.
  return sequence;
}
