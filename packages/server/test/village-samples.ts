import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { shownUntil } from '@zhaoshi/domain/village/showing';
import { insertVoice } from '../src/use-cases/voice/insert-voice.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { fileForm, plantFile } from './file-samples.ts';
import { unscanned } from './problem-ways.ts';
import type { AreaSamples } from './route-sample.ts';
import { png } from './sample-files.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const seen = { 'if-match': '"1"' };

/** A village under any organ of the world, also under one below which none stands. */
export async function plantVillage(
  { database }: World,
  under: WorldOrgan,
  slug = `v-${randomUUID().slice(0, 12)}`,
): Promise<WorldOrgan> {
  const organId = randomUUID();
  const path = `${under.path}${organId}/`;
  await database.server
    .insertInto('organ')
    .values({
      region_id: under.regionId,
      organ_id: organId,
      parent_id: under.organId,
      slug,
      name: '东庄村村民委员会',
      kind: 'village',
      level: 'village',
      valid_from: '2020-01-01',
      valid_to: null,
      path,
    })
    .execute();
  return { regionId: under.regionId, organId, path };
}

/** A post of an organ as it was before today's rules were asked, by default the finances of October. */
export async function plantPost(
  world: World,
  organ: WorldOrgan,
  given: { readonly from?: string; readonly to?: string; readonly postedOn?: string } = {},
) {
  const { server, context } = world.database;
  const postId = randomUUID();
  const key = { region_id: organ.regionId, post_id: postId, organ_id: organ.organId };
  const { from = '2026-10-01', to = '2026-10-31', postedOn = '2026-11-02' } = given;
  const at = new Date(`${postedOn}T02:00:00Z`);
  await server
    .insertInto('village_post')
    .values({ ...key, item: 'finances', period_from: from, period_to: to })
    .execute();
  await server
    .insertInto('village_post_edition')
    .values({
      ...key,
      edition: 1,
      kind: 'text',
      body: '本月收入 12000 元，支出 8000 元。',
      visible_from: postedOn,
      visible_until: shownUntil(civilDateAt(at)),
      committee_signer: '村委会主任 王一',
      supervisor_signer: '村务监督委员会主任 李二',
      reason: '',
      justified: '[]',
      posted_by: await world.newPerson(null, []),
      posted_at: at > context.now() ? context.now() : at,
    })
    .execute();
  return { regionId: organ.regionId, postId };
}

/** A photo of the village that nothing refers to yet. */
export const plantPhoto = async (world: World, organ: WorldOrgan): Promise<string> =>
  (await plantFile(world, organ, { name: '照片.png', content: png(), isRedrawn: true })).fileId;

/** Something that a villager asked about the village's page. */
export async function plantQuestion(world: World, organ: WorldOrgan, text = '修路的钱用完了吗') {
  const { server, context } = world.database;
  const target = { ...organIds(organ), page: '/east/township/villages/v', document: null, isVillage: true };
  const content = { text, name: '欧阳村民甲', contact: '13987650002' };
  const given = { kind: 'question', target, content, answerMonths: 3 } as const;
  const tools = { at: context.now(), newId: randomUUID, box: world.services.secretBox };
  const { voiceId } = await server
    .transaction()
    .execute((transaction) => insertVoice(transaction, given, tools));
  return { regionId: organ.regionId, voiceId };
}

export const SENT_POST = {
  kind: 'text',
  body: '11月收入 12000 元，支出 8000 元，结余 4000 元。',
  committeeSigner: '村委会主任 王一',
  supervisorSigner: '村务监督委员会主任 李二',
} as const;

export const NOVEMBER = { item: 'finances', from: '2026-11-01', to: '2026-11-30' } as const;

const ofOrgan = (_world: World, organ: WorldOrgan) =>
  Promise.resolve({ request: { params: organIds(organ) } });

async function withPhoto(world: World, organ: WorldOrgan) {
  const ids = await plantPost(world, organ);
  const key = { region_id: ids.regionId, post_id: ids.postId };
  await world.database.server
    .insertInto('village_photo')
    .values({
      ...key,
      edition: 1,
      place: 1,
      file_id: await plantPhoto(world, organ),
      board_on: null,
      added_by: await world.newPerson(null, []),
      added_at: world.database.context.now(),
    })
    .execute();
  return ids;
}

export const VILLAGE_SAMPLES: AreaSamples<typeof villageRoutes> = {
  desk: { aboutOrgan: true, prepare: ofOrgan },
  posts: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ), query: {} } }),
  },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantPost(world, organ) } }),
  },
  uploadPhoto: {
    aboutOrgan: true,
    prepare: (_world, organ) => {
      const { body, type } = fileForm('照片.png', png());
      return Promise.resolve({
        request: { params: organIds(organ), body },
        headers: { 'content-type': type },
      });
    },
  },
  post: {
    aboutOrgan: true,
    // Only a village posts, and the matrix has none.
    rulesMayRefuse: 'state-refuses',
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), body: { ...NOVEMBER, ...SENT_POST } } }),
  },
  correct: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantPost(world, organ), body: { ...SENT_POST, reason: '支出写错了' } },
      headers: seen,
    }),
  },
  photographBoard: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantPost(world, organ),
        body: { fileId: await plantPhoto(world, organ), boardOn: '2026-11-05', hasLooked: true },
      },
      headers: seen,
    }),
  },
  photo: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: { ...(await withPhoto(world, organ)), place: '1' } },
    }),
  },
  questions: { aboutOrgan: true, prepare: ofOrgan },
  answer: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantQuestion(world, organ),
        body: { shows: true, shownText: '修路的钱用完了吗', reply: '还有 4000 元，年底前用完。' },
      },
      headers: seen,
    }),
  },
  overview: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  remind: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: organIds(await plantVillage(world, organ)) },
    }),
  },
};

/** Everything of November and the quarter is there. */
const allPosted: Provoke = async ({ usual }, subject) => {
  const village = await plantVillage(usual, usual.county);
  await plantPost(usual, village, { from: '2026-11-01', to: '2026-11-30', postedOn: '2026-11-10' });
  for (const item of ['decisions', 'consultations', 'relief', 'assistance', 'otherMatters'] as const) {
    const { regionId, postId } = await plantPost(usual, village, {
      from: '2026-10-01',
      to: '2026-12-31',
      postedOn: '2026-11-10',
    });
    await usual.database.owner
      .updateTable('village_post')
      .set({ item })
      .where('region_id', '=', regionId)
      .where('post_id', '=', postId)
      .execute();
  }
  return await callWith(usual, subject, { request: { params: organIds(village) } });
};

/** The sample's own call: the organ is no village. */
const asItIs: Provoke = async ({ usual }, subject) => await callWith(usual, subject);

export const VILLAGE_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  'village.post': { 'state-refuses': asItIs },
  'village.remind': { 'state-refuses': allPosted },
  'village.uploadPhoto': { unavailable: unscanned },
};
