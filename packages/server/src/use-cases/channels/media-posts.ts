import type { Rejection } from '@zhaoshi/contract/problems';
import type { MediaPostState } from '@zhaoshi/domain/disclosure/channels/new-media';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { DocumentIds } from '../../db/queries/documents.ts';
import {
  findMediaAccount,
  lockMediaPost,
  type MediaIds,
  type MediaPostRow,
  type PostIds,
} from '../../db/queries/new-media.ts';
import type { Schema } from '../../db/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { ChangeContext } from '../context.ts';
import { publicText } from './public-text.ts';

/** Sends the public edition of a document to an account; one without a connection is posted by hand and noted. */
export async function postToMedia(
  { change, reaches, caller, now, newId }: ChangeContext,
  { regionId, mediaId, documentId }: MediaIds & { readonly documentId: string },
): Promise<Result<{ readonly postId: string }, Rejection>> {
  return await change(async (transaction) => {
    const account = await findMediaAccount(transaction, { regionId, mediaId });
    if (account === undefined || !reaches(account.path)) return err({ code: 'not-found' });
    if (account.closed_on !== null)
      return err({ code: 'state-refuses', detail: '这个账号已注销，不能再发布。' });
    const at = now();
    const text = await publicText(transaction, { regionId, documentId }, reaches, at);
    if (!text.ok) return text;
    const { edition } = text.value.edition;
    const postId = newId();
    await transaction
      .insertInto('media_post')
      .values({
        region_id: regionId,
        post_id: postId,
        organ_id: account.organ_id,
        media_id: mediaId,
        document_id: documentId,
        edition,
        state: 'waiting',
        failure: null,
        link: '',
        asked_by: caller.accountId,
        asked_at: at,
        changed_at: at,
      })
      .execute();
    if (account.address !== '')
      await enqueue(transaction, { kind: 'media.post', payload: { regionId, postId } });
    return ok({
      value: { postId },
      subject: `mediaPost/${postId}`,
      organPath: account.path,
      details: { account: mediaId, document: documentId, edition },
    });
  });
}

/** What somebody notes of a post; `waiting`: it is sent again. */
export type NotedState =
  | { readonly state: 'posted'; readonly link: string }
  | { readonly state: 'takenDown' }
  | { readonly state: 'waiting' };

function refuseNote({ state, is_withdrawn }: MediaPostRow, noted: NotedState): string | null {
  if (state === 'takenDown') return '这一条已经登记撤下。';
  if (noted.state === 'takenDown') return null;
  if (is_withdrawn) return '文件已撤回，只能登记撤下。';
  if (noted.state === 'waiting' && state !== 'failed') return '只有发送失败的可以重新发送。';
  return null;
}

/** Notes how a post stands, or has one that failed sent again. */
export async function noteMediaPost(
  { change, reaches, expectedVersion, now }: ChangeContext,
  { noted, ...ids }: PostIds & { readonly noted: NotedState },
): Promise<Result<PostIds, Rejection>> {
  return await change(async (transaction) => {
    const row = await lockMediaPost(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const refused = refuseNote(row, noted);
    if (refused !== null) return err({ code: 'state-refuses', detail: refused });
    await transaction
      .updateTable('media_post')
      .set({
        state: noted.state,
        failure: null,
        ...(noted.state === 'posted' && { link: noted.link }),
        changed_at: now(),
        version: row.version + 1,
      })
      .where('region_id', '=', ids.regionId)
      .where('post_id', '=', ids.postId)
      .execute();
    if (noted.state === 'waiting' && row.address !== '')
      await enqueue(transaction, { kind: 'media.post', payload: ids });
    return ok({
      value: ids,
      subject: `mediaPost/${ids.postId}`,
      organPath: row.path,
      details: { before: { state: row.state }, after: { state: noted.state } },
    });
  });
}

/**
 * Asks every platform to take down what it has of a withdrawn document, in the transaction of the withdrawal; what was
 * posted by hand waits in the to-do list (publication.md §10: caches, mirrors, search index, new media, boards).
 */
export async function askMediaTakeDown(
  transaction: Transaction<Schema>,
  { regionId, documentId }: DocumentIds,
  at: Date,
): Promise<void> {
  // One that failed may have arrived all the same: only its answer was lost.
  const standing: readonly MediaPostState[] = ['waiting', 'sent', 'posted', 'failed', 'takeDownFailed'];
  const asked = await transaction
    .updateTable('media_post as post')
    .from('media_account as media')
    .set({ state: 'takeDownAsked', failure: null, changed_at: at })
    .whereRef('media.region_id', '=', 'post.region_id')
    .whereRef('media.media_id', '=', 'post.media_id')
    .where('media.address', '<>', '')
    .where('post.region_id', '=', regionId)
    .where('post.document_id', '=', documentId)
    .where('post.state', 'in', standing)
    .returning('post.post_id')
    .execute();
  for (const { post_id: postId } of asked)
    await enqueue(transaction, { kind: 'media.takeDown', payload: { regionId, postId } });
}
