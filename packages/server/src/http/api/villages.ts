import type { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { lightsOf } from '@zhaoshi/domain/village/due-items';
import { villageLawOn } from '@zhaoshi/domain/village/village-items';
import { pageOf } from '../../db/page.ts';
import { findFile } from '../../db/queries/files.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { findVoice } from '../../db/queries/public-voices.ts';
import { reachedOrgan } from '../../db/queries/reached-organ.ts';
import {
  editionsOf,
  findPost,
  lastSigners,
  listPosts,
  type PostIds,
  photosOf,
  questionsOf,
} from '../../db/queries/village-posts.ts';
import { findVillage, listVillages, pageOfVillage, villageCounts } from '../../db/queries/villages.ts';
import { takeInPhoto } from '../../use-cases/channels/board-photo.ts';
import { correctVillagePost, postVillage } from '../../use-cases/village/post-village.ts';
import { remindVillage } from '../../use-cases/village/remind-village.ts';
import { villagesDue } from '../../use-cases/village/village-due.ts';
import { photographBoard } from '../../use-cases/village/village-photos.ts';
import { answerVoice } from '../../use-cases/voice/answer-voice.ts';
import { sendFile } from './file-bytes.ts';
import { type Handlers, presentStale, type ReadContext, shownAfter } from './handler.ts';
import { presentPost, presentQuestion, presentWholePost } from './present-village.ts';

// The contract has checked that these texts are days.
const day = (text: string): CivilDate => text as CivilDate;

const NOTHING = { questions: 0, withoutBoard: 0 };

async function wholePost(context: ReadContext, ids: PostIds) {
  const row = await findPost(context.database, ids);
  if (row === undefined || !context.reaches(row.path)) return undefined;
  const photos = await photosOf(context.database, [row]);
  return presentWholePost(context, row, photos, await editionsOf(context.database, ids));
}

export const villageHandlers: Handlers<typeof villageRoutes> = {
  desk: async ({ database, reaches, abilities, now }, { params }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const today = civilDateAt(now());
    const village = await findVillage(database, params);
    const villages = village === undefined ? [] : [village];
    const due = (await villagesDue(database, villages, today)).get(params.organId)?.due ?? [];
    const counts = (await villageCounts(database, villages, today)).get(params.organId) ?? NOTHING;
    return ok({
      ...params,
      name: organ.name,
      isVillage: village !== undefined,
      law: villageLawOn(today),
      due: due.map(({ item, period, dueOn, state }) => ({ item, ...period, dueOn, state })),
      signers: (await lastSigners(database, params)) ?? { committee: '', supervisor: '' },
      openQuestions: counts.questions,
      publicPath: village === undefined ? null : pageOfVillage(village),
      abilities: abilities(organ.path),
    });
  },
  posts: async ({ database, reaches }, { params, query }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const rows = await listPosts(database, params, query);
    const photos = await photosOf(database, rows);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.posted_at.toISOString(), row.post_id],
        (row) => presentPost(row, photos),
      ),
    );
  },
  read: async (context, { params }) => {
    const shown = await wholePost(context, params);
    return shown === undefined ? err({ code: 'not-found' }) : ok(shown);
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
    postVillage(context, params, { ...body, from: day(body.from), to: day(body.to) }),
  correct: async (context, { params, body }) => {
    const done = await correctVillagePost(context, params, body);
    return shownAfter(done, await wholePost(context, params));
  },
  photographBoard: async (context, { params, body }) => {
    const done = await photographBoard(context, params, { ...body, boardOn: day(body.boardOn) });
    const whole = await wholePost(context, params);
    return presentStale(done, () => whole);
  },
  photo: async (context, { params: { place, ...ids } }) => {
    const row = await findPost(context.database, ids);
    if (row === undefined || !context.reaches(row.path)) return err({ code: 'not-found' });
    const photo = (await photosOf(context.database, [row])).find((one) => one.place === place);
    const { regionId } = ids;
    const file = photo && (await findFile(context.database, { regionId, fileId: photo.file_id }));
    return file === undefined ? err({ code: 'not-found' }) : await sendFile(context, file);
  },
  questions: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const rows = await questionsOf(context.database, params);
    return ok({ items: rows.map((row) => presentQuestion(context, row)) });
  },
  answer: async (context, { params, body }) => {
    const asked = await findVoice(context.database, params);
    if (asked === undefined || asked.village_id === null) return err({ code: 'not-found' });
    const decided = { ...body, fixedEdition: null, adoption: null, adoptionReason: '' };
    const done = await answerVoice(context, { ids: params, answer: decided });
    const row = await findVoice(context.database, params);
    return shownAfter(done, row && presentQuestion(context, row));
  },
  overview: async ({ database, caller, permission, abilities, now }, { query }) => {
    const today = civilDateAt(now());
    const rows = await listVillages(database, reachedOrgan(caller.actor, permission), query);
    const [due, counts] = await Promise.all([
      villagesDue(database, rows, today),
      villageCounts(database, rows, today),
    ]);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.path],
        (row) => {
          const one = due.get(row.organ_id);
          const { questions, withoutBoard } = counts.get(row.organ_id) ?? NOTHING;
          return {
            regionId: row.region_id,
            organId: row.organ_id,
            name: row.name,
            townshipName: row.township_name,
            keptSince: one?.keptSince ?? null,
            lights: [...lightsOf(one?.due ?? [])].map(([item, state]) => ({ item, state })),
            openQuestions: questions,
            withoutBoard,
            publicPath: pageOfVillage(row),
            abilities: abilities(row.path),
          };
        },
      ),
    );
  },
  remind: (context, { params }) => remindVillage(context, params),
};
