import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql, type Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../context.ts';

type CountContext = Pick<UseCaseContext, 'now'> & { readonly services: Pick<Services, 'secretBox'> };

/** What a day's count is of. */
type Counted = 'voice-sent' | 'mail-asked';

/** Who is counted as the table has it: nobody finds a network or a mail address in it, nor the same on another day. */
const askerOf = (box: SecretBox, day: CivilDate, what: Counted, who: string): string =>
  box.keyedHash(JSON.stringify([day, who]), what);

/** Counts one more today; what earlier days counted goes with it. @returns how many there are now */
async function countOne(
  transaction: Transaction<Schema>,
  { now, services }: CountContext,
  what: Counted,
  who: string,
): Promise<number> {
  const day = civilDateAt(now());
  const asker = askerOf(services.secretBox, day, what, who);
  await transaction.deleteFrom('voice_sent').where('day', '<', day).execute();
  const { times } = await transaction
    .insertInto('voice_sent')
    .values({ day, asker, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['day', 'asker']).doUpdateSet({ times: sql`voice_sent.times + 1` }),
    )
    .returning('times')
    .executeTakeFirstOrThrow();
  return times;
}

/**
 * Counts one more that a network sends today.
 *
 * @returns why it is not taken in, in words; `null` when it is
 */
export async function countSent(
  transaction: Transaction<Schema>,
  context: CountContext,
  { network, most }: { readonly network: string; readonly most: number },
): Promise<string | null> {
  const times = await countOne(transaction, context, 'voice-sent', network);
  return times > most
    ? `今天从这个网络地址提交的已有${most}件，这一件没有接收，填写的内容保留。请明天再提交，或者与机关联系。`
    : null;
}

/** Mails to one address in a day that its owner has not confirmed yet, whoever asks and for whatever. */
const MOST_UNASKED_MAILS = 5;

/** Counts one more mail that somebody wants sent to an address that nobody confirmed. @returns whether it may go */
export async function mayMailUnasked(
  transaction: Transaction<Schema>,
  context: CountContext,
  address: string,
): Promise<boolean> {
  const times = await countOne(transaction, context, 'mail-asked', address.toLowerCase());
  return times <= MOST_UNASKED_MAILS;
}
