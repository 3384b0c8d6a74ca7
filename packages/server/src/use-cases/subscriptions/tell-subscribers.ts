import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { askQuestion } from '@zhaoshi/domain/search/question';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import { type Kysely, sql } from 'kysely';
import { listByName } from '../../db/queries/document-list-names.ts';
import { documentsOfOrgan } from '../../db/queries/published-document-lists.ts';
import { searchPublished } from '../../db/queries/published-search.ts';
import { filterOf } from '../../db/queries/search/narrowings.ts';
import type { PublishedSchema } from '../../db/schema.ts';
import { requestMessage } from '../../jobs/messages/request-message.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../context.ts';
import { CONFIRM_MS, openAddress } from './subscribe.ts';
import { subscriptionLink } from './subscription-links.ts';
import { tellTarget } from './subscription-target.ts';

type Context = UseCaseContext & { readonly services: Pick<Services, 'secretBox' | 'publicOrigin'> };

/** More than this in a day stands on the site; the mail says so. */
const MOST_ITEMS = 50;

/** Nobody waits for the answer. */
const LONGEST_SEARCH_MS = 30_000;

/** What is published at this moment may still be on its way into the database; it is told the next day. */
const SETTLED_MS = 5 * MINUTE_MS;

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
    .innerJoin('region', 'region.region_id', 'subscription.region_id')
    .selectAll('subscription')
    .select(['organ.name as organ_name', 'organ.slug as organ_slug', 'region.slug as region_slug'])
    .where('confirmed_at', 'is not', null);

type SubscriptionRow = Awaited<ReturnType<ReturnType<typeof confirmed>['execute']>>[number];

/** The views as the server reads them. */
const publishedIn = ({ database }: Context): Kysely<PublishedSchema> =>
  database.withTables<Pick<PublishedSchema, keyof PublishedSchema>>();

/** The documents of a list of a column. */
async function newInList(context: Context, row: SubscriptionRow, until: Date): Promise<readonly Item[]> {
  const list = listByName(row.list);
  if (list === null) return [];
  const filter = { ...list.filter, after: row.told_until, until };
  const page = { limit: MOST_ITEMS + 1, offset: 0 };
  const found = await documentsOfOrgan(publishedIn(context), row, filter, page);
  return found.map(({ title, public_name, organ_slug, region_slug }) => ({
    title,
    path: documentPath(organPath(region_slug, organ_slug), public_name),
  }));
}

/** What the search finds; `null` when it did not look through everything in time. */
async function newInSearch(
  context: Context,
  row: SubscriptionRow,
  until: Date,
): Promise<readonly Item[] | null> {
  const published = publishedIn(context);
  const filter = { ...(await filterOf(published, row.narrowings)), after: row.told_until, until };
  const question = askQuestion(row.query, filter);
  const found = await searchPublished(published, question, null, MOST_ITEMS + 1, LONGEST_SEARCH_MS);
  if (found === null || found.isCut) return null;
  return found.hits.map(({ entry: { title, path } }) => ({ title, path }));
}

/** What went public since it was told of last; titles and paths only. `null`: not known this time. */
async function newItems(
  context: Context,
  row: SubscriptionRow,
  until: Date,
): Promise<readonly Item[] | null> {
  if (row.query !== '') return await newInSearch(context, row, until);
  if (row.list !== '') return await newInList(context, row, until);
  const { rows } = await sql<Item>`
    select title, path from published.search_entry
    where region_id = ${row.region_id} and organ_id = ${row.organ_id}
      and published_at > ${row.told_until} and published_at <= ${until}
    order by published_at desc limit ${MOST_ITEMS + 1}`.execute(context.database);
  return rows;
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
  const organ = { name: row.organ_name, path: organPath(row.region_slug, row.organ_slug) };
  const { words, path } = await tellTarget(publishedIn(context), row, organ);
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
          words,
          place: publicOrigin + path,
          items: items.slice(0, MOST_ITEMS).map((item) => ({
            title: item.title,
            link: publicOrigin + item.path,
          })),
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
  await database
    .deleteFrom('subscription')
    .where('confirmed_at', 'is', null)
    .where('requested_at', '<', new Date(now().getTime() - CONFIRM_MS))
    .execute();
  if (services.publicOrigin === '') return;
  const until = new Date(now().getTime() - SETTLED_MS);
  for (const row of await confirmed(context).orderBy('subscription_id').execute()) {
    if (row.told_until >= until) continue;
    const items = await newItems(context, row, until);
    if (items !== null) await tell(context, row, items, until);
  }
}
