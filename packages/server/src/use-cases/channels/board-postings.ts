import type { Rejection } from '@zhaoshi/contract/problems';
import {
  boardShowing,
  refusePlan,
  refuseTakingDown,
} from '@zhaoshi/domain/disclosure/channels/board-showing';
import type { LeastShowing } from '@zhaoshi/domain/disclosure/periods/least-showing';
import { addDays, type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import type { Kysely, Transaction } from 'kysely';
import { contentOf } from '../../db/queries/documents.ts';
import {
  type BoardIds,
  lockBoard,
  lockPosting,
  type PostingIds,
  type PostingRow,
} from '../../db/queries/notice-boards.ts';
import { findPublicEdition, type PublicEdition } from '../../db/queries/public-editions.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { documentRules } from '../documents/document-context.ts';
import { attachPhoto } from '../files/attach-photo.ts';

export const NOT_PUBLIC: Rejection = {
  code: 'state-refuses',
  detail: '这份文件现在没有公开的版本，不能张贴。请先发布；已撤回的不能再张贴。',
};

/** How long an edition that is put up on a day has to hang, by its matter, its own text and the organ's setting. */
export async function showingOfEdition(
  database: Kysely<Schema>,
  edition: PublicEdition,
  postedOn: CivilDate,
  now: Date,
): Promise<LeastShowing> {
  const { calendar, settings } = await documentRules(database, edition.path, now);
  const rules = publicationRulesFrom(settings);
  const boardDays = settings('publication.boardDays');
  return boardShowing(contentOf(edition), postedOn, { calendar, rules, boardDays });
}

/** A row of the register as the rules see it. */
export const hangingPoster = (row: PostingRow) => ({
  // Stored civil dates.
  postedOn: row.posted_on as CivilDate,
  until: row.shown_until as CivilDate,
  plannedOn: row.planned_on as CivilDate,
  isWithdrawn: row.is_withdrawn,
  isSuperseded: row.is_superseded,
});

export interface PostOnBoard extends BoardIds {
  readonly documentId: string;
  readonly postedOn: CivilDate;
  readonly plannedOn: CivilDate | null;
  readonly photoFileId: string | null;
  readonly note: string;
}

const invalid = (pointer: string, message: string): Rejection => ({
  code: 'invalid',
  errors: [{ pointer, message }],
});

/** Draws a photo of the organ in; nothing to do where there is none. */
async function drawInPhoto(
  transaction: Transaction<Schema>,
  { region_id, organ_id }: { readonly region_id: string; readonly organ_id: string },
  fileId: string | null,
): Promise<Result<null, Rejection>> {
  if (fileId === null) return ok(null);
  return await attachPhoto(transaction, { regionId: region_id, organId: organ_id, fileId }, '/photoFileId');
}

/** Notes that the public edition of a document was put up on a board. */
export async function postOnBoard(
  { change, reaches, caller, now, newId }: ChangeContext,
  command: PostOnBoard,
): Promise<Result<{ readonly postingId: string }, Rejection>> {
  const { regionId, boardId, documentId, postedOn, photoFileId, note } = command;
  return await change(async (transaction) => {
    const board = await lockBoard(transaction, { regionId, boardId });
    if (board === undefined || !reaches(board.path)) return err({ code: 'not-found' });
    if (board.closed_on !== null)
      return err({ code: 'state-refuses', detail: '这处公示栏已停用，不能再登记张贴。' });
    const edition = await findPublicEdition(transaction, { regionId, documentId });
    if (edition === undefined) return err(NOT_PUBLIC);
    const at = now();
    if (postedOn > civilDateAt(at)) return err(invalid('/postedOn', '张贴日期不能晚于今天。'));
    if (postedOn < civilDateAt(edition.visible_from))
      return err(invalid('/postedOn', '张贴日期不能早于这一版的发布日期。'));
    const showing = await showingOfEdition(transaction, edition, postedOn, at);
    const plannedOn = command.plannedOn ?? addDays(showing.until, 1);
    const refused = refusePlan(plannedOn, showing);
    if (refused !== null) return err(invalid('/plannedOn', refused));
    const drawn = await drawInPhoto(transaction, board, photoFileId);
    if (!drawn.ok) return drawn;
    const postingId = newId();
    await transaction
      .insertInto('board_posting')
      .values({
        region_id: regionId,
        posting_id: postingId,
        organ_id: board.organ_id,
        board_id: boardId,
        document_id: documentId,
        edition: edition.edition,
        posted_on: postedOn,
        shown_until: showing.until,
        shown_words: showing.words,
        planned_on: plannedOn,
        posted_by: caller.accountId,
        photo_file_id: photoFileId,
        taken_down_on: null,
        taken_down_by: null,
        removal_photo_file_id: null,
        note,
      })
      .execute();
    return ok({
      value: { postingId },
      subject: `boardPosting/${postingId}`,
      organPath: board.path,
      details: { document: documentId, edition: edition.edition, after: { postedOn, plannedOn } },
    });
  });
}

export interface TakeDown extends PostingIds {
  readonly on: CivilDate;
  readonly photoFileId: string | null;
  readonly note: string;
}

/** Notes that a poster came down; before its showing is over only when its document was withdrawn or replaced. */
export async function takeDownPosting(
  { change, reaches, caller, now, expectedVersion }: ChangeContext,
  { regionId, postingId, on, photoFileId, note }: TakeDown,
): Promise<Result<PostingIds, Rejection>> {
  const ids = { regionId, postingId };
  return await change(async (transaction) => {
    const row = await lockPosting(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    if (row.taken_down_on !== null)
      return err({ code: 'state-refuses', detail: `已在${row.taken_down_on}登记撤下。` });
    const refused = refuseTakingDown(hangingPoster(row), on, civilDateAt(now()));
    if (refused !== null) return err(invalid('/on', refused));
    const drawn = await drawInPhoto(transaction, row, photoFileId);
    if (!drawn.ok) return drawn;
    await transaction
      .updateTable('board_posting')
      .set({
        taken_down_on: on,
        taken_down_by: caller.accountId,
        removal_photo_file_id: photoFileId,
        note: [row.note, note]
          .filter((words) => words !== '')
          .join('\n')
          .slice(0, 500),
        version: row.version + 1,
      })
      .where('region_id', '=', regionId)
      .where('posting_id', '=', postingId)
      .execute();
    return ok({
      value: ids,
      subject: `boardPosting/${postingId}`,
      organPath: row.path,
      details: { document: row.document_id, edition: row.edition, after: { takenDownOn: on } },
    });
  });
}
