import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type BoardIds, lockBoard } from '../../db/queries/notice-boards.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';

/** Where a board stands, and which office or post looks after it. */
export interface BoardFields {
  readonly place: string;
  readonly keeper: string;
}

/** Registers a notice board of an organ. */
export async function createBoard(
  { change, reaches, newId }: ChangeContext,
  { regionId, organId, place, keeper }: OrganIds & BoardFields,
): Promise<Result<{ readonly boardId: string }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const boardId = newId();
    await transaction
      .insertInto('notice_board')
      .values({ region_id: regionId, board_id: boardId, organ_id: organId, place, keeper, closed_on: null })
      .execute();
    return ok({
      value: { boardId },
      subject: `noticeBoard/${boardId}`,
      organPath: organ.path,
      details: { after: { place } },
    });
  });
}

const stillHanging = (count: number): Rejection => ({
  code: 'state-refuses',
  detail: `这处公示栏还有${count}份没有登记撤下，不能停用。请先逐份登记撤下。`,
});

/** Changes a board, or gives it up; one where something hangs is not given up. */
export async function editBoard(
  { change, reaches, expectedVersion, now }: ChangeContext,
  { regionId, boardId, place, keeper, isClosed }: BoardIds & BoardFields & { readonly isClosed: boolean },
): Promise<Result<BoardIds, Rejection>> {
  const ids = { regionId, boardId };
  return await change(async (transaction) => {
    const row = await lockBoard(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    if (isClosed && row.closed_on === null && row.hanging > 0) return err(stillHanging(row.hanging));
    // A stored civil date.
    const closedOn = isClosed ? ((row.closed_on as CivilDate | null) ?? civilDateAt(now())) : null;
    await transaction
      .updateTable('notice_board')
      .set({ place, keeper, closed_on: closedOn, version: row.version + 1 })
      .where('region_id', '=', regionId)
      .where('board_id', '=', boardId)
      .execute();
    return ok({
      value: ids,
      subject: `noticeBoard/${boardId}`,
      organPath: row.path,
      details: {
        before: { place: row.place, isClosed: row.closed_on !== null },
        after: { place, isClosed },
      },
    });
  });
}
