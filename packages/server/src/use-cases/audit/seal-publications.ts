import type { Transaction } from 'kysely';
import { appendAudit, lockHead } from '../../db/append-audit.ts';
import type { ChainHashes } from '../../db/audit-chain.ts';
import type { Schema } from '../../db/schema.ts';
import { leafHash, merkleRoot } from '../../publication-proof/merkle.ts';
import { EDITION_ACTION, SEAL_ACTION } from '../../publication-proof/proof.ts';

type Head = ChainHashes & { readonly sequence: number };

/**
 * Seals what was published since the last seal: an entry with the root of a tree over those entries' hashes. Signed with
 * the checkpoint, it lets anybody be shown that a publication stands in the trail without being shown the entries between.
 *
 * @param head locked
 * @returns where the trail ends then
 */
export async function sealPublications(
  transaction: Transaction<Schema>,
  head: Head,
  day: string,
  at: Date,
): Promise<Head> {
  const last = await transaction
    .selectFrom('audit_entry')
    .select('sequence')
    .where('action', '=', SEAL_ACTION)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const after = last?.sequence ?? 0;
  const entries = await transaction
    .selectFrom('audit_entry')
    .select(['sha256', 'sm3'])
    .where('action', '=', EDITION_ACTION)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .execute();
  if (entries.length === 0) return head;
  await appendAudit(
    transaction,
    {
      actor: 'system:checkpoint',
      action: SEAL_ACTION,
      subject: `checkpoint/${day}`,
      details: { after, entries: entries.length, root: merkleRoot(entries.map(leafHash)) },
    },
    at,
  );
  return await lockHead(transaction);
}
