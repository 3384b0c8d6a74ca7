import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import type { QuizQuestion } from '@zhaoshi/domain/work-register/quiz';
import type { WorkKind } from '@zhaoshi/domain/work-register/work-kinds';
import type { WorkFacts } from '@zhaoshi/domain/work-register/work-record';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { once } from './document-desk.ts';
import type { AreaSamples } from './route-sample.ts';

interface PlantedRecord {
  readonly kind?: WorkKind;
  readonly title?: string;
  readonly plannedOn?: string | null;
  readonly doneOn?: string | null;
  readonly facts?: WorkFacts;
  readonly quiz?: readonly QuizQuestion[];
}

export const TRAINING_FACTS = { content: '条例和工作要求', hours: 1.5, persons: 42 };

/** A record in the register of an organ, by default a training in May 2026. */
export async function plantWorkRecord(world: World, organ: WorldOrgan, given: PlantedRecord = {}) {
  const recordId = randomUUID();
  await world.database.server
    .insertInto('work_record')
    .values({
      region_id: organ.regionId,
      record_id: recordId,
      organ_id: organ.organId,
      kind: given.kind ?? 'training',
      title: given.title ?? '学习《政府信息公开条例》',
      planned_on: given.plannedOn ?? null,
      done_on: given.doneOn === undefined ? '2026-05-12' : given.doneOn,
      facts: JSON.stringify(given.facts ?? TRAINING_FACTS),
      quiz: JSON.stringify(given.quiz ?? []),
      entered_at: world.database.context.now(),
      removed_at: null,
    })
    .execute();
  return { regionId: organ.regionId, recordId };
}

/** A record as it is sent. */
export const sentRecord = () => ({
  title: '保密法律法规月度学习',
  plannedOn: null,
  doneOn: '2026-06-10',
  facts: { content: '保密审查和保密法律法规', hours: 2, persons: 30 },
  fileIds: [],
  quiz: [],
});

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const seen = { 'if-match': '"1"' };
const readRecord = once((world, organ) => plantWorkRecord(world, organ));

export const WORK_RECORD_SAMPLES: AreaSamples<typeof workRecordRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  totals: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), query: { year: 2026 } } }),
  },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readRecord(world, organ) } }),
  },
  enter: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), body: { ...sentRecord(), kind: 'training' } } }),
  },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantWorkRecord(world, organ),
        body: { ...sentRecord(), reason: '人数登记错误' },
      },
      headers: seen,
    }),
  },
  remove: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantWorkRecord(world, organ), body: { reason: '重复登记' } },
      headers: seen,
    }),
  },
  trainings: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  attend: {
    aboutOrgan: false,
    prepare: async (world, organ) => ({
      request: { params: await readRecord(world, organ), body: { answers: [] } },
    }),
  },
};

/** A record that is no training, and so nobody's to attend. */
const noTraining: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = await plantWorkRecord(usual, home, { kind: 'meeting' });
  return await callWith(usual, subject, { request: { params } });
};

export const WORK_RECORD_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'workRecords.attend': { 'not-found': noTraining },
  };
