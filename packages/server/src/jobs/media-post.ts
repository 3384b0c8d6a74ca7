import type { MediaPostState } from '@zhaoshi/domain/disclosure/channels/new-media';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import { webhookMediaPublisher } from '../adapters/message/media-publisher.ts';
import { DELIVERY_FAULTS, DeliveryError } from '../adapters/message/sender.ts';
import { contentOf } from '../db/queries/documents.ts';
import { findMediaPost, type PostIds } from '../db/queries/new-media.ts';
import { findPublicEdition } from '../db/queries/public-editions.ts';
import { articleOf } from '../use-cases/channels/article-of.ts';
import { enqueue } from './enqueue.ts';
import { type JobContext, JobFailure, type JobHandler } from './job-context.ts';

async function settle(
  { database, now }: JobContext,
  { regionId, postId }: PostIds,
  from: MediaPostState,
  state: MediaPostState,
  failure: string | null,
): Promise<void> {
  await database
    .updateTable('media_post')
    .set(({ eb }) => ({ state, failure, changed_at: now(), version: eb('version', '+', 1) }))
    .where('region_id', '=', regionId)
    .where('post_id', '=', postId)
    .where('state', '=', from)
    .execute();
}

/** Does a call of a platform and notes how it ended; what is not set up is a failure that no try can mend. */
async function deliver(
  context: JobContext,
  ids: PostIds,
  states: { readonly from: MediaPostState; readonly done: MediaPostState; readonly failed: MediaPostState },
  send: () => Promise<'sent' | 'captured'>,
): Promise<void> {
  try {
    if ((await send()) === 'captured') throw new DeliveryError('address-refused');
    await settle(context, ids, states.from, states.done, null);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { permanent } = DELIVERY_FAULTS[error.code];
    const isOver = permanent || context.isLastTry;
    await settle(context, ids, states.from, isOver ? states.failed : states.from, error.code);
    throw new JobFailure(error.code, permanent);
  }
}

const sourceOf = (
  origin: string,
  edition: { readonly region_slug: string; readonly organ_slug: string; readonly public_name: string },
): string =>
  `${origin}${documentPath(organPath(edition.region_slug, edition.organ_slug), edition.public_name)}`;

/**
 * What was withdrawn while it was under way may have reached the other side after the word to take it down: the word is
 * sent once more.
 */
async function askAgain({ database, now }: JobContext, { regionId, postId }: PostIds): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('media_post')
      .set(({ eb }) => ({ state: 'takeDownAsked', changed_at: now(), version: eb('version', '+', 1) }))
      .where('region_id', '=', regionId)
      .where('post_id', '=', postId)
      .where('state', 'in', ['takeDownAsked', 'takenDown'])
      .executeTakeFirst();
    if (numUpdatedRows > 0n)
      await enqueue(transaction, { kind: 'media.takeDown', payload: { regionId, postId } });
  });
}

/** Sends the public edition to the account's platform; what was withdrawn meanwhile does not leave the house. */
export const postArticle: JobHandler<'media.post'> = async (context, ids) => {
  const { database, services, signal } = context;
  const post = await findMediaPost(database, ids);
  if (post === undefined || post.state !== 'waiting') return;
  const edition = await findPublicEdition(database, { regionId: ids.regionId, documentId: post.document_id });
  if (edition === undefined) return await settle(context, ids, 'waiting', 'takenDown', null);
  const source = sourceOf(services.publicOrigin, edition);
  const { html } = articleOf(contentOf(edition), source);
  const { title, abstract: digest, organ_name: author, check_code: checkCode } = edition;
  const article = { title, author, digest, html: html.markup, source, checkCode };
  const publisher = webhookMediaPublisher(services.messageSenders.webhook);
  const request = { requestId: ids.postId, address: post.address };
  try {
    await deliver(context, ids, { from: 'waiting', done: 'sent', failed: 'failed' }, () =>
      publisher.publish(request, article, signal),
    );
  } finally {
    await askAgain(context, ids);
  }
};

/** Asks the platform to take a post down; that it is gone is noted by a person who looked. */
export const takeArticleDown: JobHandler<'media.takeDown'> = async (context, ids) => {
  const { database, services, signal } = context;
  const post = await findMediaPost(database, ids);
  if (post === undefined || post.state !== 'takeDownAsked') return;
  const edition = await database
    .selectFrom('document_edition as edition')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'edition.region_id')
        .onRef('organ.organ_id', '=', 'edition.organ_id'),
    )
    .innerJoin('region', 'region.region_id', 'edition.region_id')
    .select(['edition.public_name', 'organ.slug as organ_slug', 'region.slug as region_slug'])
    .where('edition.region_id', '=', ids.regionId)
    .where('edition.document_id', '=', post.document_id)
    .where('edition.edition', '=', post.edition)
    .executeTakeFirstOrThrow();
  const publisher = webhookMediaPublisher(services.messageSenders.webhook);
  // Another number than that of the post and of any such word before it: the other side drops what it has seen.
  const request = { requestId: `${ids.postId}-down-${post.version}`, address: post.address };
  const states = { from: 'takeDownAsked', done: 'takeDownAsked', failed: 'takeDownFailed' } as const;
  await deliver(context, ids, states, () =>
    publisher.takeDown(request, sourceOf(services.publicOrigin, edition), signal),
  );
};
