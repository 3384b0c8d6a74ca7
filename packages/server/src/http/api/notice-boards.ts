import type { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import { posterStateOn } from '@zhaoshi/domain/disclosure/channels/board-showing';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import { findFile } from '../../db/queries/files.ts';
import {
  allPostings,
  type BoardRow,
  findBoard,
  findPosting,
  listBoards,
  listPostings,
  type PostingRow,
} from '../../db/queries/notice-boards.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { findPublicEdition } from '../../db/queries/public-editions.ts';
import { takeInPhoto } from '../../use-cases/channels/board-photo.ts';
import {
  hangingPoster,
  NOT_PUBLIC,
  postOnBoard,
  showingOfEdition,
  takeDownPosting,
} from '../../use-cases/channels/board-postings.ts';
import { boardRegister } from '../../use-cases/channels/board-register.ts';
import { createBoard, editBoard } from '../../use-cases/channels/notice-boards.ts';
import { madeFile } from './file-answer.ts';
import { sendFile } from './file-bytes.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';

// The contract has checked that these texts are days.
const day = (text: string): CivilDate => text as CivilDate;

const presentBoard = (row: BoardRow, { abilities }: Pick<ReadContext, 'abilities'>) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  boardId: row.board_id,
  place: row.place,
  keeper: row.keeper,
  closedOn: row.closed_on,
  hanging: row.hanging,
  version: row.version,
  abilities: abilities(row.path),
});

const presentPosting = (row: PostingRow, { abilities, now }: Pick<ReadContext, 'abilities' | 'now'>) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  postingId: row.posting_id,
  organName: row.organ_name,
  boardId: row.board_id,
  boardPlace: row.board_place,
  documentId: row.document_id,
  edition: row.edition,
  title: row.title,
  documentNumber: row.document_number,
  postedOn: row.posted_on,
  postedBy: row.poster_name,
  shownUntil: row.shown_until,
  shownWords: row.shown_words,
  plannedOn: row.planned_on,
  takenDownOn: row.taken_down_on,
  takenDownBy: row.remover_name,
  state: row.taken_down_on === null ? posterStateOn(hangingPoster(row), civilDateAt(now())) : null,
  hasPhoto: row.photo_file_id !== null,
  hasRemovalPhoto: row.removal_photo_file_id !== null,
  note: row.note,
  version: row.version,
  abilities: abilities(row.path),
});

export const noticeBoardHandlers: Handlers<typeof noticeBoardRoutes> = {
  list: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const rows = await listBoards(context.database, params);
    return ok({ items: rows.map((row) => presentBoard(row, context)) });
  },
  create: (context, { params, body }) =>
    createBoard(context, { ...params, place: body.place, keeper: body.keeper ?? '' }),
  edit: async (context, { params, body }) => {
    const done = await editBoard(context, { ...params, ...body, keeper: body.keeper ?? '' });
    const row = await findBoard(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = presentBoard(row, context);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
  postings: async (context, { query }) => {
    const { database, caller, permission, now } = context;
    const listing = { ...query, today: civilDateAt(now()) };
    const rows = await listPostings(database, caller.actor, permission, listing);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.posted_on, row.posting_id],
        (row) => presentPosting(row, context),
      ),
    );
  },
  showing: async ({ database, reaches, now }, { params, query }) => {
    const edition = await findPublicEdition(database, params);
    if (edition === undefined) {
      const row = await database
        .selectFrom('document')
        .innerJoin('organ', (join) =>
          join
            .onRef('organ.region_id', '=', 'document.region_id')
            .onRef('organ.organ_id', '=', 'document.organ_id'),
        )
        .select('organ.path')
        .where('document.region_id', '=', params.regionId)
        .where('document_id', '=', params.documentId)
        .executeTakeFirst();
      return err(row !== undefined && reaches(row.path) ? NOT_PUBLIC : { code: 'not-found' });
    }
    if (!reaches(edition.path)) return err({ code: 'not-found' });
    const showing = await showingOfEdition(database, edition, day(query.from), now());
    return ok({ ...showing, edition: edition.edition });
  },
  uploadPhoto: async (context, { params }) => {
    const upload = await context.http.upload();
    if (upload === null)
      return err({ code: 'malformed', detail: '没有收到照片。请选择一张照片后重新上传。' });
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const stored = await takeInPhoto(context, params, upload);
    return stored.ok ? ok({ fileId: stored.value.file_id }) : stored;
  },
  post: (context, { params, body }) =>
    postOnBoard(context, {
      ...params,
      ...body,
      postedOn: day(body.postedOn),
      plannedOn: body.plannedOn === null ? null : day(body.plannedOn),
    }),
  takeDown: async (context, { params, body }) => {
    const done = await takeDownPosting(context, { ...params, ...body, on: day(body.on) });
    const row = await findPosting(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = presentPosting(row, context);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
  photo: async (context, { params }) => {
    const { regionId, which } = params;
    const row = await findPosting(context.database, params);
    if (row === undefined || !context.reaches(row.path)) return err({ code: 'not-found' });
    const fileId = which === 'posted' ? row.photo_file_id : row.removal_photo_file_id;
    const file = fileId === null ? undefined : await findFile(context.database, { regionId, fileId });
    return file === undefined ? err({ code: 'not-found' }) : await sendFile(context, file);
  },
  export: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const rows = await allPostings(context.database, params);
    const bytes = await boardRegister(rows, civilDateAt(context.now()));
    return ok(madeFile(`公示栏张贴登记簿-${civilDateAt(context.now())}`, 'xlsx', bytes));
  },
};
