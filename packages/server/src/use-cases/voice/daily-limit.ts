import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql, type Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import type { ApplicantContext } from '../applicants/draft.ts';

/** A network as the table has it: nobody finds the address in it, nor the same network on another day. */
const askerOf = (box: SecretBox, day: CivilDate, network: string): string =>
  box.keyedHash(JSON.stringify([day, network]), 'voice-sent');

/**
 * Counts one more that a network sends today; what earlier days counted goes with it.
 *
 * @returns why it is not taken in, in words; `null` when it is
 */
export async function countSent(
  transaction: Transaction<Schema>,
  { now, services }: ApplicantContext,
  { network, most }: { readonly network: string; readonly most: number },
): Promise<string | null> {
  const day = civilDateAt(now());
  const asker = askerOf(services.secretBox, day, network);
  await transaction.deleteFrom('voice_sent').where('day', '<', day).execute();
  const { times } = await transaction
    .insertInto('voice_sent')
    .values({ day, asker, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['day', 'asker']).doUpdateSet({ times: sql`voice_sent.times + 1` }),
    )
    .returning('times')
    .executeTakeFirstOrThrow();
  return times > most
    ? `今天从这个网络地址提交的已有${most}件，这一件没有接收，填写的内容保留。请明天再提交，或者与机关联系。`
    : null;
}
