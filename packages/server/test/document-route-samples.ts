import type { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { plantPublished, usualDesk } from './document-desk.ts';
import { plantDocument, sent } from './document-samples.ts';
import type { AreaSamples } from './route-sample.ts';

export const DOCUMENT_SAMPLES: AreaSamples<typeof documentRoutes> = {
  search: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { body: {} } }) },
  create: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({ request: { params: { regionId, organId }, body: { content: { title: '草稿' } } } }),
  },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantDocument(world, organ) } }),
  },
  save: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantDocument(world, organ),
        body: { content: sent({ title: '改过的标题' }) },
      },
      headers: { 'if-match': '"1"' },
    }),
  },
  act: {
    aboutOrgan: true,
    // Whoever may handle may hand over; the state lets everybody do something only after publication.
    prepare: async (world, organ) => ({
      request: {
        params: (await plantPublished(world, organ)).ids,
        body: { act: { type: 'handOver', place: 'archives', on: '2026-11-20' }, texts: {} },
      },
      headers: { 'if-match': '"7"' },
    }),
  },
  preview: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantDocument(world, organ),
        body: { act: { type: 'submit' }, texts: {} },
      },
    }),
  },
  scan: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantDocument(world, organ), body: {} },
    }),
  },
  revision: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const ids = await plantDocument(world, organ);
      await (await usualDesk(world, organ)).act(ids, 'drafter', { type: 'submit' });
      return { request: { params: { ...ids, revision: 1 } } };
    },
  },
};
