import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { supervisedUnit } from './complaint-samples.ts';
import { once, plantPublished } from './document-desk.ts';
import type { AreaSamples } from './route-sample.ts';

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

/** A published document of a unit that the organ supervises. */
const inspected = once(async (world: World, organ: WorldOrgan) => {
  const unit = await supervisedUnit(world, organ);
  const { ids } = await plantPublished(world, unit);
  return { unit, documentId: ids.documentId };
});

/** An inspection with one item, in which by default a fault was found. */
export async function plantInspection(
  world: World,
  organ: WorldOrgan,
  verdict: 'fault' | 'inOrder' | null = 'fault',
) {
  const { unit, documentId } = await inspected(world, organ);
  const inspectionId = randomUUID();
  const key = { region_id: organ.regionId, inspection_id: inspectionId };
  const about = { unit_region_id: unit.regionId, unit_id: unit.organId };
  const { server, context } = world.database;
  const by = await world.newPerson(null, []);
  await server
    .insertInto('inspection')
    .values({
      ...key,
      organ_id: organ.organId,
      title: '四季度抽查',
      published_from: '2026-01-01',
      published_until: '2026-12-31',
      per_unit: 5,
      seed: 's',
      checklist: JSON.stringify([{ code: 'Q1', text: '要素齐全' }]),
      preceding_id: null,
      created_by: by,
      created_at: context.now(),
    })
    .execute();
  await server
    .insertInto('inspection_unit')
    .values({ ...key, ...about, published: 1 })
    .execute();
  await server
    .insertInto('inspection_item')
    .values({
      ...key,
      ...about,
      item: 1,
      document_id: documentId,
      edition: 1,
      verdict,
      faults: verdict === 'fault' ? ['Q1'] : [],
      checked_by: verdict === null ? null : by,
      checked_on: verdict === null ? null : '2026-11-20',
    })
    .execute();
  return { regionId: organ.regionId, inspectionId, unit };
}

const paramsOf = ({ regionId, inspectionId }: Awaited<ReturnType<typeof plantInspection>>) => ({
  regionId,
  inspectionId,
});

const seen = { 'if-match': '"1"' };
const readInspection = once((world, organ) => plantInspection(world, organ));

export const INSPECTION_SAMPLES: AreaSamples<typeof inspectionRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: paramsOf(await readInspection(world, organ)) } }),
  },
  create: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(organ),
        body: {
          title: '四季度抽查',
          publishedFrom: '2026-01-01',
          publishedUntil: '2026-12-31',
          perUnit: 5,
          checklist: ['要素齐全'],
          units: [idsOf((await inspected(world, organ)).unit)],
        },
      },
    }),
  },
  record: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: { ...paramsOf(await plantInspection(world, organ)), item: 1 },
        body: { verdict: 'inOrder', faults: [], note: '' },
      },
      headers: seen,
    }),
  },
  order: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const planted = await plantInspection(world, organ);
      const body = { unit: idsOf(planted.unit), dueOn: '2026-12-31', words: '' };
      return { request: { params: paramsOf(planted), body }, headers: seen };
    },
  },
  again: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: paramsOf(await plantInspection(world, organ)) } }),
  },
};

/** An inspection that found nothing. */
const nothingFound: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const planted = await plantInspection(usual, home, 'inOrder');
  const body = { unit: idsOf(planted.unit), dueOn: '2026-12-31', words: '' };
  const { method, id } = subject.route;
  const request = {
    params: paramsOf(planted),
    ...(method === 'POST' && id === 'inspections.order' && { body }),
  };
  return await callWith(usual, subject, { request });
};

export const INSPECTION_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'inspections.order': { 'state-refuses': nothingFound },
    'inspections.again': { 'state-refuses': nothingFound },
  };
