import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { OPINION_COLUMN_IDS, OPINION_COLUMNS } from '@zhaoshi/domain/opinion/opinion-sheet';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import type { Selectable } from 'kysely';
import type { OpinionSchema } from '../src/db/schema/opinion.ts';
import { appendOpinionEvent } from '../src/use-cases/opinion/keep-opinion.ts';
import { secretPurpose } from '../src/use-cases/opinion/opinion-sources.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { plantDocument } from './document-samples.ts';
import { fileForm } from './file-samples.ts';
import { afterwards, noFile, uploaded, village } from './problem-ways.ts';
import type { AreaSamples } from './route-sample.ts';
import { pdf } from './sample-files.ts';

/** Some hours before the clock of the world. */
const FOUND_AT = new Date('2026-11-20T20:00:00.000Z');

/** An event in the register of an organ, by default one of the lesser sort that was found in the night before. */
export async function plantOpinion(
  { database: { server, context } }: World,
  { regionId, organId }: WorldOrgan,
  given: Partial<Selectable<OpinionSchema['opinion']>> = {},
) {
  const opinionId = randomUUID();
  const at = context.now();
  const foundAt = given.found_at ?? FOUND_AT;
  const row = {
    title: '某路段积水',
    summary: '',
    platform: '微博',
    link: '',
    origin: 'manual' as const,
    source_id: null,
    external_id: null,
    level: 'other' as const,
    occurred_at: null,
    owner_id: null,
    step: 'collected' as const,
    entered_at: at,
    ...given,
    found_at: foundAt,
  };
  const ids = { regionId, opinionId };
  await server.transaction().execute(async (transaction) => {
    const key = { region_id: regionId, opinion_id: opinionId, organ_id: organId };
    await transaction
      .insertInto('opinion')
      .values({ ...row, ...key })
      .execute();
    const data = { origin: row.origin, level: row.level, foundAt, occurredAt: row.occurred_at };
    await appendOpinionEvent(transaction, ids, { type: 'enter', data, note: '', by: null, at });
  });
  return ids;
}

/** A system for monitoring of an organ, with the secret that it signs with. */
export async function plantSource(world: World, { regionId, organId }: WorldOrgan, by?: string) {
  const sourceId = randomUUID();
  const secret = randomUUID();
  const createdBy = by ?? (await world.newPerson(null, []));
  await world.database.server
    .insertInto('opinion_source')
    .values({
      region_id: regionId,
      organ_id: organId,
      source_id: sourceId,
      name: '舆情监测平台',
      sealed_secret: world.services.secretBox.seal(secret, secretPurpose(sourceId)),
      created_by: createdBy,
      created_at: world.database.context.now(),
      received_at: null,
      ended_at: null,
    })
    .execute();
  return { regionId, sourceId, secret };
}

/** A sheet of events as somebody filled it in. */
export const opinionSheet = async (...rows: readonly Readonly<Record<string, string>>[]): Promise<Buffer> =>
  Buffer.from(
    await writePlainSheet(
      {
        name: '政务舆情',
        columns: OPINION_COLUMN_IDS.map((id) => ({ title: OPINION_COLUMNS[id].title, width: 20 })),
        rows: rows.map((row) => OPINION_COLUMN_IDS.map((id) => row[id] ?? '')),
      },
      { name: '说明', columns: [{ title: '列', width: 10 }], rows: [] },
    ),
  );

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const seen = { 'if-match': '"1"' };

/** An event as it is sent. */
export const sentOpinion = (foundAt = FOUND_AT) => ({
  title: '某路段积水',
  level: 'other' as const,
  foundAt: foundAt.toISOString(),
  occurredAt: null,
  platform: '微博',
  link: 'https://example.cn/1',
  summary: '',
});

export const sentRelease = (releasedAt = FOUND_AT) => ({
  kind: 'information' as const,
  releasedAt: releasedAt.toISOString(),
  channel: '县政府网站',
  link: '',
  note: '',
});

async function plantRelease(world: World, organ: WorldOrgan) {
  const ids = await plantOpinion(world, organ);
  const releaseId = randomUUID();
  const at = world.database.context.now();
  await world.database.server
    .insertInto('opinion_release')
    .values({
      region_id: ids.regionId,
      opinion_id: ids.opinionId,
      release_id: releaseId,
      kind: 'information',
      released_at: at,
      channel: '网站',
      link: '',
      note: '',
      entered_at: at,
      entered_by: await world.newPerson(null, []),
    })
    .execute();
  return { ...ids, releaseId };
}

async function sentSheet(_world: World, organ: WorldOrgan) {
  const event = { title: '某路段积水', level: '其他政务舆情', foundAt: '2026-01-02 08:30' };
  const { body, type } = fileForm('舆情.xlsx', await opinionSheet(event));
  return { request: { params: organIds(organ), body }, headers: { 'content-type': type } };
}

export const OPINION_SAMPLES: AreaSamples<typeof opinionRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  figures: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: { year: 2026 } } }) },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantOpinion(world, organ) } }),
  },
  enter: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), body: sentOpinion() } }),
  },
  importTemplate: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  importSheet: { aboutOrgan: true, prepare: sentSheet },
  importFailures: { aboutOrgan: true, prepare: sentSheet },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantOpinion(world, organ),
        body: { ...sentOpinion(), ownerId: null, reason: '时间登记错误' },
      },
      headers: seen,
    }),
  },
  step: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantOpinion(world, organ),
        body: { to: 'assessed', note: '属于本机关职责，由本机关回应' },
      },
      headers: seen,
    }),
  },
  release: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantOpinion(world, organ), body: sentRelease() },
      headers: seen,
    }),
  },
  removeRelease: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantRelease(world, organ), body: { reason: '重复登记' } },
      headers: seen,
    }),
  },
  linkDocument: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { documentId } = await plantDocument(world, organ);
      const params = { ...(await plantOpinion(world, organ)), documentId };
      return { request: { params, body: { isLinked: true } }, headers: seen };
    },
  },
  sources: { aboutOrgan: false, prepare: () => Promise.resolve({ request: {} }) },
  addSource: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), body: { name: '舆情监测平台' } } }),
  },
  endSource: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, sourceId } = await plantSource(world, organ);
      return { request: { params: { regionId, sourceId } } };
    },
  },
};

/** A step that does not follow on the last one. */
const tooFar: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, {
    request: { params: await plantOpinion(usual, usual.county), body: { to: 'closed', note: '' } },
  });

const endedBefore = afterwards<{ readonly sourceId: string }>(async ({ database }, { sourceId }) => {
  await database.server
    .updateTable('opinion_source')
    .set({ ended_at: database.context.now() })
    .where('source_id', '=', sourceId)
    .execute();
});

const UPLOAD_PROBLEMS: Readonly<Partial<Record<ProblemCode, Provoke>>> = {
  'state-refuses': village('disclosureOfficer'),
  malformed: noFile,
  'too-large': uploaded('大.xlsx', Buffer.alloc(2 * 1024 * 1024 + 1)),
  'unsupported-type': uploaded('舆情.pdf', pdf()),
};

export const OPINION_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  'opinions.enter': { 'state-refuses': village('disclosureOfficer') },
  'opinions.importSheet': UPLOAD_PROBLEMS,
  'opinions.importFailures': UPLOAD_PROBLEMS,
  'opinions.step': { 'state-refuses': tooFar },
  'opinions.addSource': { 'state-refuses': village('disclosureOfficeHead') },
  'opinions.endSource': { 'state-refuses': endedBefore },
};
