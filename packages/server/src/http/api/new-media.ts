import type { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import {
  findMediaAccount,
  findMediaPost,
  listMediaAccounts,
  listMediaPosts,
  type MediaAccountRow,
  type MediaPostRow,
} from '../../db/queries/new-media.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { failureReason } from '../../jobs/failure-reasons.ts';
import { articleOf } from '../../use-cases/channels/article-of.ts';
import { articlePackage } from '../../use-cases/channels/article-package.ts';
import { editMediaAccount, registerMediaAccount } from '../../use-cases/channels/media-accounts.ts';
import { noteMediaPost, postToMedia } from '../../use-cases/channels/media-posts.ts';
import { publicText } from '../../use-cases/channels/public-text.ts';
import { madeFile } from './file-answer.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';

const presentAccount = (row: MediaAccountRow, context: Pick<ReadContext, 'abilities'>) => {
  const abilities = context.abilities(row.path);
  return {
    regionId: row.region_id,
    organId: row.organ_id,
    mediaId: row.media_id,
    kind: row.kind,
    name: row.name,
    address: abilities.includes('channel.manage') ? row.address : '',
    isConnected: row.address !== '',
    closedOn: row.closed_on,
    version: row.version,
    abilities,
  };
};

const presentPost = (row: MediaPostRow, { abilities }: Pick<ReadContext, 'abilities'>) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  postId: row.post_id,
  organName: row.organ_name,
  mediaId: row.media_id,
  accountName: row.account_name,
  isManual: row.address === '',
  documentId: row.document_id,
  edition: row.edition,
  title: row.title,
  state: row.state,
  failure: row.failure === null ? null : failureReason(row.failure),
  link: row.link,
  isWithdrawn: row.is_withdrawn,
  askedBy: row.asker_name,
  askedAt: row.asked_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  version: row.version,
  abilities: abilities(row.path),
});

export const newMediaHandlers: Handlers<typeof newMediaRoutes> = {
  accounts: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const rows = await listMediaAccounts(context.database, params);
    return ok({ items: rows.map((row) => presentAccount(row, context)) });
  },
  register: (context, { params, body }) => registerMediaAccount(context, { ...params, ...body }),
  edit: async (context, { params, body }) => {
    const done = await editMediaAccount(context, { ...params, ...body });
    const row = await findMediaAccount(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = presentAccount(row, context);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
  article: async ({ database, reaches, now, services }, { params }) => {
    const found = await publicText(database, params, reaches, now());
    if (!found.ok) return found;
    const { edition, content, path } = found.value;
    const source = `${services.publicOrigin}${path}`;
    const { html, pictures } = articleOf(content, source);
    return ok({
      title: edition.title,
      author: edition.organ_name,
      digest: edition.abstract,
      html: html.markup,
      pictures: [...pictures],
      source,
    });
  },
  articleFile: async ({ database, reaches, now, services }, { params }) => {
    const found = await publicText(database, params, reaches, now());
    if (!found.ok) return found;
    const content = await articlePackage(database, services, found.value);
    return ok(madeFile(`公众号文章-${found.value.edition.public_name}`, 'zip', content));
  },
  post: (context, { params, body }) => postToMedia(context, { ...params, ...body }),
  posts: async (context, { query }) => {
    const rows = await listMediaPosts(context.database, context.caller.actor, context.permission, query);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.asked_at.toISOString(), row.post_id],
        (row) => presentPost(row, context),
      ),
    );
  },
  note: async (context, { params, body }) => {
    const done = await noteMediaPost(context, { ...params, noted: body });
    const row = await findMediaPost(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = presentPost(row, context);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
};
