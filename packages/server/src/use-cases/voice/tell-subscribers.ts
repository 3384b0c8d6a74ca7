import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { askQuestion } from '@zhaoshi/domain/search/question';
import { sql } from 'kysely';
import { searchPublished } from '../../db/queries/published-search.ts';
import { requestMessage } from '../../jobs/messages/request-message.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../context.ts';
import { CONFIRM_MS, openAddress } from './subscribe.ts';
import { subscriptionLink } from './subscription-links.ts';

type Context = UseCaseContext & { readonly services: Pick<Services, 'secretBox' | 'publicOrigin'> };

/** More than this in a day stands on the site; the mail says so. */
const MOST_ITEMS = 50;

interface Item {
  readonly title: string;
  readonly path: string;
}

const confirmed = ({ database }: Context) =>
  database
    .selectFrom('subscription')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'subscription.region_id')
        .onRef('organ.organ_id', '=', 'subscription.organ_id'),
    )
    .selectAll('subscription')
    .select('organ.name as organ_name')
    .where('confirmed_at', 'is not', null);

type SubscriptionRow = Awaited<ReturnType<ReturnType<typeof confirmed>['execute']>>[number];

/** What went public since it was told of last, in the column or with the words; titles and paths only. */
async function newItems({ database }: Context, row: SubscriptionRow, until: Date): Promise<readonly Item[]> {
  const { region_id, organ_id, query, told_until } = row;
  if (query === '') {
    const { rows } = await sql<Item>`
      select title, path from published.search_entry
      where region_id = ${region_id} and organ_id = ${organ_id}
        and published_at > ${told_until} and published_at <= ${until}
      order by published_at desc limit ${MOST_ITEMS + 1}`.execute(database);
    return rows;
  }
  const question = askQuestion(query, { regionId: region_id, from: civilDateAt(told_until) });
  const found = await searchPublished(database, question, null, MOST_ITEMS + 1);
  return (found?.hits ?? []).flatMap(({ entry: { title, path, published_at } }) =>
    published_at > told_until && published_at <= until ? [{ title, path }] : [],
  );
}

/** Sends one mail, unless another server was faster. */
async function tell(
  context: Context,
  row: SubscriptionRow,
  items: readonly Item[],
  until: Date,
): Promise<void> {
  const { secretBox: box, publicOrigin } = context.services;
  const { region_id: regionId, organ_id: organId, subscription_id: id, told_until } = row;
  await context.database.transaction().execute(async (transaction) => {
    const claimed = await transaction
      .updateTable('subscription')
      .set({ told_until: until })
      .where('region_id', '=', regionId)
      .where('subscription_id', '=', id)
      .where('told_until', '=', told_until)
      .executeTakeFirst();
    if (claimed.numUpdatedRows !== 1n || items.length === 0) return;
    await requestMessage(
      transaction,
      {
        regionId,
        organId,
        channel: 'mail',
        recipient: `subscription/${id}`,
        address: openAddress(box, row),
        template: 'subscription.digest',
        values: {
          organName: row.organ_name,
          query: row.query,
          items: items.slice(0, MOST_ITEMS).map(({ title, path }) => ({ title, link: publicOrigin + path })),
          hasMore: items.length > MOST_ITEMS,
          endLink: subscriptionLink(box, publicOrigin, 'end', id),
        },
      },
      context,
    );
  });
}

/**
 * Tells everybody who subscribed what went public since the last time, one mail a day at most; addresses that nobody
 * confirmed in time are forgotten. It may run any number of times and be broken off.
 */
export async function tellSubscribers(context: Context): Promise<void> {
  const { database, now, services } = context;
  const until = now();
  await database
    .deleteFrom('subscription')
    .where('confirmed_at', 'is', null)
    .where('requested_at', '<', new Date(until.getTime() - CONFIRM_MS))
    .execute();
  if (services.publicOrigin === '') return;
  for (const row of await confirmed(context).orderBy('subscription_id').execute()) {
    await tell(context, row, await newItems(context, row, until), until);
  }
}
