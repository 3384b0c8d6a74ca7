import type { SigningKey } from '../../adapters/signing/signing-key.ts';
import { appendAudit, lockHead } from '../../db/append-audit.ts';
import { type Checkpoint, checkpointBytes } from '../../db/checkpoint.ts';
import { toCheckpoint } from '../../db/queries/checkpoints.ts';
import type { UseCaseContext } from '../context.ts';
import { sealPublications } from './seal-publications.ts';

/**
 * Signs where the trail ends now, once for each day; the checkpoint is itself an entry of the trail.
 *
 * @param day the civil date in China that is closed
 * @returns the day's checkpoint, made now or before
 */
export async function makeCheckpoint(
  { database, now }: Pick<UseCaseContext, 'database' | 'now'>,
  key: SigningKey,
  day: string,
): Promise<Checkpoint> {
  return await database.transaction().execute(async (transaction) => {
    // The lock makes two servers queue here; the second finds the day's checkpoint made.
    const head = await lockHead(transaction);
    const made = await transaction
      .selectFrom('checkpoint')
      .selectAll()
      .where('day', '=', day)
      .executeTakeFirst();
    if (made !== undefined) return toCheckpoint(made);
    const at = now();
    const sealed = await sealPublications(transaction, head, day, at);
    const facts = { day, ...sealed, signedAt: at.toISOString() };
    const signature = key.sign(checkpointBytes(facts));
    await transaction
      .insertInto('checkpoint')
      .values({ day, ...sealed, signed_at: at, public_key: key.publicKey, signature })
      .execute();
    await appendAudit(
      transaction,
      {
        actor: 'system:checkpoint',
        action: 'audit.checkpoint',
        subject: `checkpoint/${day}`,
        details: { sequence: sealed.sequence, signature },
      },
      at,
    );
    return { ...facts, publicKey: key.publicKey, signature };
  });
}
