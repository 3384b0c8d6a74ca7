import type { Rejection } from '@zhaoshi/contract/problems';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { requestMessage } from '../../jobs/messages/request-message.ts';
import type { Services } from '../../services.ts';
import { applicantChange } from '../applicants/applicant-change.ts';
import type { UseCaseContext } from '../context.ts';
import { countSent, mayMailUnasked } from '../voice/daily-limit.ts';
import { subscriptionLink } from './subscription-links.ts';
import type { SubscriptionTarget } from './subscription-target.ts';

type Context = UseCaseContext & { readonly services: Pick<Services, 'secretBox' | 'publicOrigin'> };

const purposeOf = (subscriptionId: string): string => `subscription/${subscriptionId}`;

export const openAddress = (
  box: SecretBox,
  { subscription_id, sealed }: { readonly subscription_id: string; readonly sealed: string },
): string => box.open(sealed, purposeOf(subscription_id));

/** Another mail to the same address is sent after this at the earliest, whoever asks. */
const AGAIN_MS = 24 * HOUR_MS;

/** How long the link in the first mail can be used. */
export const CONFIRM_MS = 72 * HOUR_MS;

const UNAVAILABLE: Rejection = {
  code: 'state-refuses',
  detail: '本站没有设置网站地址，暂时不能订阅。请稍后再试，或者使用 RSS 订阅。',
};

export interface Subscribe {
  /** In whose name mails go out; whose column it is, where it is one. */
  readonly organ: { readonly regionId: string; readonly organId: string; readonly path: string };
  readonly target: SubscriptionTarget;
  /** What is subscribed to, in words. */
  readonly words: string;
  readonly address: string;
  readonly network: string;
}

/**
 * Asks for a subscription: a mail with a link goes out, and nothing else before the link is used. What is answered does
 * not tell whether the address is known already.
 */
export async function subscribe(
  context: Context,
  { organ, target, words, address, network }: Subscribe,
): Promise<Result<null, Rejection>> {
  const { now, newId, services } = context;
  const { secretBox: box, publicOrigin } = services;
  if (publicOrigin === '') return err(UNAVAILABLE);
  const { regionId, organId, path } = organ;
  const { list, query, narrowings } = target;
  return await applicantChange(
    context,
    'subscription.change',
  )(async (transaction) => {
    const at = now();
    const settings = settingsAt(path, await chosenSettings(transaction, path));
    const tooMany = await countSent(transaction, context, {
      network,
      most: settings('voice.perAddressDaily'),
    });
    if (tooMany !== null) return err({ code: 'state-refuses', detail: tooMany });
    const addressHash = box.keyedHash(
      JSON.stringify([address.toLowerCase(), organId, list, query, narrowings]),
      'subscription',
    );
    const newSubscription = newId();
    const row = await transaction
      .insertInto('subscription')
      .values({
        region_id: regionId,
        subscription_id: newSubscription,
        organ_id: organId,
        list,
        query,
        narrowings: JSON.stringify(narrowings),
        sealed: box.seal(address, purposeOf(newSubscription)),
        address_hash: addressHash,
        requested_at: at,
        confirmed_at: null,
        told_until: at,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['region_id', 'address_hash'])
          .doUpdateSet({ requested_at: at })
          .where('subscription.confirmed_at', 'is', null)
          .where('subscription.requested_at', '<', new Date(at.getTime() - AGAIN_MS)),
      )
      .returning('subscription_id')
      .executeTakeFirst();
    // The answer is the same either way: it tells nobody what others asked for.
    if (row !== undefined && (await mayMailUnasked(transaction, context, address))) {
      const link = subscriptionLink(box, publicOrigin, 'confirm', row.subscription_id);
      await requestMessage(
        transaction,
        {
          regionId,
          organId,
          channel: 'mail',
          recipient: `subscription/${row.subscription_id}`,
          address,
          template: 'subscription.confirm',
          values: { words, link },
        },
        context,
      );
    }
    return ok({
      value: null,
      subject: `organ/${organId}`,
      organPath: path,
      details: { step: row === undefined ? 'known' : 'asked' },
    });
  });
}

/** Confirms or ends a subscription by its id, which only a link of ours names. @returns whether there was one */
export async function changeSubscription(
  context: Context,
  step: 'confirm' | 'end',
  subscriptionId: string,
): Promise<boolean> {
  const { now } = context;
  const done = await applicantChange(
    context,
    'subscription.change',
  )(async (transaction) => {
    const at = now();
    const confirm = transaction
      .updateTable('subscription')
      // What was published since it was asked for is told too.
      .set((build) => ({ confirmed_at: build.fn.coalesce('confirmed_at', build.val(at)) }))
      .where('subscription_id', '=', subscriptionId)
      .where((where) =>
        where.or([
          where('confirmed_at', 'is not', null),
          where('requested_at', '>', new Date(at.getTime() - CONFIRM_MS)),
        ]),
      )
      .returning(['region_id', 'organ_id']);
    const end = transaction
      .deleteFrom('subscription')
      .where('subscription_id', '=', subscriptionId)
      .returning(['region_id', 'organ_id']);
    const row = await (step === 'confirm' ? confirm : end).executeTakeFirst();
    if (row === undefined) return err({ code: 'not-found' });
    return ok({ value: true, subject: `organ/${row.organ_id}`, details: { step } });
  });
  return done.ok;
}
