import type { gazetteRoutes } from '@zhaoshi/contract/routes/gazettes';
import { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import type { posterRoutes } from '@zhaoshi/contract/routes/posters';
import type { promotionRoutes } from '@zhaoshi/contract/routes/promotions';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { World, WorldOrgan } from './api-world.ts';
import { plantCaseFile } from './application-file-samples.ts';
import { plantCase } from './application-samples.ts';
import { once, plantPublished, usualDesk } from './document-desk.ts';
import { fileForm } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';
import { png } from './sample-files.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

/** Issues that samples made: each number is given once. */
let gazettes = 0;

const key = (): Readonly<Record<string, string>> => ({ 'idempotency-key': crypto.randomUUID() });

const readPublished = once((world, organ) => plantPublished(world, organ));
const readHandover = once((world, organ) => plantHandover(world, organ));
const readPhoto = once((world, organ) => plantPostingWithPhoto(world, organ));

/** A board of the organ. */
export async function plantBoard(world: World, organ: WorldOrgan, place = '村委会门前') {
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const request = { params: organIds(organ), body: { place, keeper: '党政办公室' } };
  const { body } = await world.call(noticeBoardRoutes.create, request, cookie, key());
  return { regionId: organ.regionId, boardId: String(body['boardId']) };
}

export const TODAY = '2026-11-21';

/** A poster of a public document on a board of the organ. */
export async function plantPosting(world: World, organ: WorldOrgan) {
  const { ids } = await plantPublished(world, organ);
  const board = await plantBoard(world, organ);
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const request = { params: board, body: { documentId: ids.documentId, postedOn: TODAY } };
  const { status, body } = await world.call(noticeBoardRoutes.post, request, cookie, key());
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { regionId: organ.regionId, postingId: String(body['postingId']), ids, board };
}

/** A handover of a public document of the organ. */
export async function plantHandover(world: World, organ: WorldOrgan) {
  const { ids } = await plantPublished(world, organ);
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const given = { place: 'archives' as const, receiver: '示范县档案馆', on: TODAY };
  const request = { params: organIds(organ), body: { ...given, documentIds: [ids.documentId] } };
  const { status, body } = await world.call(handoverRoutes.make, request, cookie, key());
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { regionId: organ.regionId, handoverId: String(body['handoverId']), ids };
}

export const POSTER_SAMPLES: AreaSamples<typeof posterRoutes> = {
  file: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: (await readPublished(world, organ)).ids, query: {} },
    }),
  },
};

export const NOTICE_BOARD_SAMPLES: AreaSamples<typeof noticeBoardRoutes> = {
  list: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  create: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), body: { place: '大厅', keeper: null } } }),
  },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantBoard(world, organ),
        body: { place: '便民服务中心', keeper: '', isClosed: false },
      },
      headers: { 'if-match': '"1"' },
    }),
  },
  postings: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  showing: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: (await readPublished(world, organ)).ids, query: { from: TODAY } },
    }),
  },
  uploadPhoto: {
    aboutOrgan: true,
    prepare: (_world, organ) => {
      const { body, type } = fileForm('公示栏.png', png());
      return Promise.resolve({
        request: { params: organIds(organ), body },
        headers: { 'content-type': type },
      });
    },
  },
  post: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantBoard(world, organ),
        body: { documentId: (await plantPublished(world, organ)).ids.documentId, postedOn: TODAY },
      },
    }),
  },
  takeDown: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, postingId, ids } = await plantPosting(world, organ);
      const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
      await (await usualDesk(world, organ)).act(ids, 'leader', act, { notice: '有误，撤回。' });
      return {
        request: { params: { regionId, postingId }, body: { on: TODAY } },
        headers: { 'if-match': '"1"' },
      };
    },
  },
  photo: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, postingId } = await readPhoto(world, organ);
      return { request: { params: { regionId, postingId, which: 'posted' } } };
    },
  },
  export: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
};

/** A poster with a photo of it. */
export async function plantPostingWithPhoto(world: World, organ: WorldOrgan, photo: Buffer = png()) {
  const { ids } = await plantPublished(world, organ);
  const board = await plantBoard(world, organ);
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const { body, type } = fileForm('公示栏.png', photo);
  const upload = { params: organIds(organ), body };
  const uploaded = await world.call(noticeBoardRoutes.uploadPhoto, upload as never, cookie, {
    ...key(),
    'content-type': type,
  });
  if (uploaded.status !== 200) throw new Error(JSON.stringify(uploaded.body));
  const photoFileId = String(uploaded.body['fileId']);
  const request = { params: board, body: { documentId: ids.documentId, postedOn: TODAY, photoFileId } };
  const posted = await world.call(noticeBoardRoutes.post, request, cookie, key());
  if (posted.status !== 200) throw new Error(JSON.stringify(posted.body));
  return { regionId: organ.regionId, postingId: String(posted.body['postingId']), photoFileId };
}

export const HANDOVER_SAMPLES: AreaSamples<typeof handoverRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  pending: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), query: { place: 'archives' } } }),
  },
  make: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: organIds(organ),
        body: {
          place: 'library',
          receiver: '示范县图书馆',
          on: TODAY,
          documentIds: [(await plantPublished(world, organ)).ids.documentId],
        },
      },
    }),
  },
  package: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, handoverId } = await readHandover(world, organ);
      return { request: { params: { regionId, handoverId } } };
    },
  },
  receive: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, handoverId } = await plantHandover(world, organ);
      return {
        request: { params: { regionId, handoverId }, body: { receipt: '收字第1号', on: TODAY } },
        headers: { 'if-match': '"1"' },
      };
    },
  },
};

/** Numbers of documents that were planted: an organ gives each once. */
let normatives = 0;

/** An own normative document of the organ that is public. */
export const plantNormative = (world: World, organ: WorldOrgan) =>
  plantPublished(world, organ, {
    kind: 'normativeDocument',
    title: '示范县农田水利设施管理办法',
    documentNumber: `示政规〔2026〕${(normatives += 1)}号`,
    issuingOrgan: '示范县人民政府',
    dateOfDocument: '2026-11-10' as CivilDate,
    validFrom: '2026-12-01' as CivilDate,
    catalogCode: 'a20.01',
  });

export const GAZETTE_SAMPLES: AreaSamples<typeof gazetteRoutes> = {
  read: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  make: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { ids } = await plantNormative(world, organ);
      gazettes += 1;
      const number = gazettes;
      const given = { year: 2026, number, total: null, datedOn: TODAY };
      return { request: { params: organIds(organ), body: { ...given, documentIds: [ids.documentId] } } };
    },
  },
};

/** An account of new media of the organ. */
export async function plantMedia(world: World, organ: WorldOrgan, address = '') {
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const body = { kind: 'wechat' as const, name: '示范发布', address };
  const made = await world.call(newMediaRoutes.register, { params: organIds(organ), body }, cookie, key());
  return { regionId: organ.regionId, mediaId: String(made.body['mediaId']) };
}

/** A post of a public document on an account of the organ. */
export async function plantMediaPost(world: World, organ: WorldOrgan, address = '') {
  const { ids } = await plantPublished(world, organ);
  const media = await plantMedia(world, organ, address);
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const request = { params: media, body: { documentId: ids.documentId } };
  const { status, body } = await world.call(newMediaRoutes.post, request, cookie, key());
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { regionId: organ.regionId, postId: String(body['postId']), ids };
}

export const NEW_MEDIA_SAMPLES: AreaSamples<typeof newMediaRoutes> = {
  accounts: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  register: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: { params: organIds(organ), body: { kind: 'weibo', name: '示范微博', address: '' } },
      }),
  },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantMedia(world, organ),
        body: { name: '示范发布厅', address: '', isClosed: false },
      },
      headers: { 'if-match': '"1"' },
    }),
  },
  article: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: (await readPublished(world, organ)).ids } }),
  },
  articleFile: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: (await readPublished(world, organ)).ids } }),
  },
  post: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantMedia(world, organ),
        body: { documentId: (await plantPublished(world, organ)).ids.documentId },
      },
    }),
  },
  posts: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  note: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, postId } = await plantMediaPost(world, organ);
      return {
        request: { params: { regionId, postId }, body: { state: 'posted', link: '' } },
        headers: { 'if-match': '"1"' },
      };
    },
  },
};

/** A case of the organ whose promotion was decided, with a released file. */
export async function plantPromotable(world: World, organ: WorldOrgan) {
  const planted = await plantCase(world, organ);
  await plantCaseFile(world, organ, planted, { use: 'released', name: '陈某某申请的方案.pdf' });
  const { database } = world;
  const events = await database.server
    .selectFrom('application_event')
    .select('sequence')
    .where('application_id', '=', planted.applicationId)
    .execute();
  await database.server
    .insertInto('application_event')
    .values({
      region_id: planted.regionId,
      application_id: planted.applicationId,
      sequence: Math.max(...events.map(({ sequence }) => sequence)) + 1,
      type: 'decidePromotion',
      data: JSON.stringify({ on: TODAY, accepted: true }),
      sealed: null,
      recorded_at: database.context.now(),
      actor: crypto.randomUUID(),
    })
    .execute();
  return planted;
}

export const PROMOTION_SAMPLES: AreaSamples<typeof promotionRoutes> = {
  list: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: organIds(organ) } }),
  },
  create: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { applicationId } = await plantPromotable(world, organ);
      const body = { title: '养护资金分配方案', applicationIds: [applicationId], files: [] };
      return { request: { params: organIds(organ), body } };
    },
  },
  ofDocument: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: (await readPublished(world, organ)).ids } }),
  },
  ofCase: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, applicationId } = await plantPromotable(world, organ);
      return { request: { params: { regionId, applicationId } } };
    },
  },
};
