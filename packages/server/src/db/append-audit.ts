import type { Transaction } from 'kysely';
import { type AuditFacts, chainHashes } from './audit-chain.ts';
import type { Schema } from './schema.ts';

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
  const head = await transaction
    .selectFrom('audit_head')
    .select(['sequence', 'sha256', 'sm3'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const stored = { recorded_at: recordedAt, actor, action, subject, details: JSON.stringify(details) };
  const hashes = chainHashes(stored, head);
  const sequence = head.sequence + 1;
  await transaction
    .insertInto('audit_entry')
    .values({ sequence, ...stored, ...hashes, previous_sha256: head.sha256, previous_sm3: head.sm3 })
    .execute();
  await transaction
    .updateTable('audit_head')
    .set({ sequence, ...hashes })
    .execute();
  return sequence;
}
