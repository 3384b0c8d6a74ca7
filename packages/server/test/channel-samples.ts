import { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import type { posterRoutes } from '@zhaoshi/contract/routes/posters';
import type { World, WorldOrgan } from './api-world.ts';
import { plantPublished, usualDesk } from './document-desk.ts';
import { fileForm } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';
import { png } from './sample-files.ts';

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const key = (): Readonly<Record<string, string>> => ({ 'idempotency-key': crypto.randomUUID() });

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
      request: { params: (await plantPublished(world, organ)).ids, query: {} },
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
      request: { params: (await plantPublished(world, organ)).ids, query: { from: TODAY } },
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
      const { regionId, postingId } = await plantPostingWithPhoto(world, organ);
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
      const { regionId, handoverId } = await plantHandover(world, organ);
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
