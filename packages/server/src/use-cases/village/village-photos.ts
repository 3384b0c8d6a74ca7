import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { untilWithBoard } from '@zhaoshi/domain/village/showing';
import { sql, type Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { lockPost, type PostIds } from '../../db/queries/village-posts.ts';
import { keysOfVillage } from '../../db/queries/villages.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { attachPhoto } from '../files/attach-photo.ts';

export const NOT_LOOKED: FieldError = {
  pointer: '/hasLooked',
  message: '照片里的文字系统看不出来。请逐张查看，没有身份证号、银行账号等个人信息的，勾选后再公布。',
};

interface Edition extends PostIds {
  readonly organId: string;
  readonly edition: number;
}

interface SentPhoto {
  readonly fileId: string;
  readonly place: number;
  /** The day on which the board was photographed; `null`: part of what is posted. */
  readonly boardOn: CivilDate | null;
}

/** Draws pictures of the village into an edition; only those that were taken in here, without what the camera wrote. */
export async function drawInPhotos(
  transaction: Transaction<Schema>,
  { caller, now }: Pick<ChangeContext, 'caller' | 'now'>,
  { regionId, postId, organId, edition }: Edition,
  photos: readonly SentPhoto[],
): Promise<Result<null, Rejection>> {
  for (const { fileId, place, boardOn } of photos) {
    const attached = await attachPhoto(transaction, { regionId, organId, fileId }, '/photoFileIds');
    if (!attached.ok) return attached;
    await transaction
      .insertInto('village_photo')
      .values({
        region_id: regionId,
        post_id: postId,
        edition,
        place,
        file_id: fileId,
        board_on: boardOn,
        added_by: caller.accountId,
        added_at: now(),
      })
      .execute();
  }
  return ok(null);
}

export interface BoardPhoto {
  readonly fileId: string;
  readonly boardOn: CivilDate;
  readonly hasLooked: boolean;
}

const refuseBoard = (
  { boardOn, hasLooked }: BoardPhoto,
  visibleFrom: string,
  today: CivilDate,
): readonly FieldError[] => [
  ...(boardOn > today ? [{ pointer: '/boardOn', message: '拍摄日期不能晚于今天。' }] : []),
  ...(boardOn < visibleFrom
    ? [{ pointer: '/boardOn', message: `拍摄日期不能早于这一版公布的日期（${visibleFrom}）。` }]
    : []),
  ...(hasLooked ? [] : [NOT_LOOKED]),
];

/** Of one edition, with those that were posted. */
const MOST_PLACES = 100;

const TOO_MANY: Rejection = {
  code: 'invalid',
  errors: [
    {
      pointer: '/fileId',
      message: `这一版已有 ${MOST_PLACES} 张照片，不再登记。内容有变化的，请更正后公布新的一版。`,
    },
  ],
};

/** Notes that what was posted hangs on the board, with its photo; from then on it is shown fifteen days at least. */
export async function photographBoard(
  context: ChangeContext,
  ids: PostIds,
  photo: BoardPhoto,
): Promise<Result<{ readonly visibleUntil: CivilDate }, Rejection>> {
  const { change, reaches, now, expectedVersion } = context;
  return await change(async (transaction) => {
    const row = await lockPost(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.edition !== expectedVersion) return err({ code: 'stale', current: ids });
    const errors = refuseBoard(photo, row.visible_from, civilDateAt(now()));
    if (errors.length > 0) return err({ code: 'invalid', errors: [...errors] });
    const { region_id: regionId, organ_id: organId, edition } = row;
    const { last } = await transaction
      .selectFrom('village_photo')
      .select(sql<number>`coalesce(max(place), 0)::int`.as('last'))
      .where('region_id', '=', regionId)
      .where('post_id', '=', ids.postId)
      .where('edition', '=', edition)
      .executeTakeFirstOrThrow();
    if (last >= MOST_PLACES) return err(TOO_MANY);
    const sent = { fileId: photo.fileId, place: last + 1, boardOn: photo.boardOn };
    const drawn = await drawInPhotos(transaction, context, { ...ids, organId, edition }, [sent]);
    if (!drawn.ok) return drawn;
    // A stored civil date.
    const visibleUntil = untilWithBoard(row.visible_until as CivilDate, photo.boardOn);
    await transaction
      .updateTable('village_post_edition')
      .set({ visible_until: visibleUntil })
      .where('region_id', '=', regionId)
      .where('post_id', '=', ids.postId)
      .where('edition', '=', edition)
      .execute();
    await announcePublication(transaction, await keysOfVillage(transaction, row));
    return ok({
      value: { visibleUntil },
      subject: `villagePost/${ids.postId}`,
      organPath: row.path,
      details: { edition, after: { boardOn: photo.boardOn, visibleUntil } },
    });
  });
}
