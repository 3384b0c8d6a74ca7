import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { assessmentSetRoutes } from '@zhaoshi/contract/routes/assessment-sets';
import type { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { DEFAULT_SET } from '@zhaoshi/domain/assessment/default-set';
import { writeIndicatorSheet } from '../src/use-cases/assessment/indicator-sheet.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { once } from './document-desk.ts';
import { fileForm, plantFile } from './file-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import { again, manyAtOnce, noFile, onceMore, uploaded } from './problem-ways.ts';
import type { AreaSamples } from './route-sample.ts';
import { pdf } from './sample-files.ts';

interface Planted {
  readonly state?: 'running' | 'closed';
  /** By default the organ that assesses is its only unit. */
  readonly units?: readonly WorldOrgan[];
  /** By default all of 2026. */
  readonly startsOn?: string;
  readonly endsOn?: string;
}

/** An assessment of 2026 by an organ, with the starting set. */
export async function plantAssessment(world: World, organ: WorldOrgan, given: Planted = {}) {
  const { server, context } = world.database;
  const { state = 'running', units = [organ], startsOn = '2026-01-01', endsOn = '2026-12-31' } = given;
  const begun = await world.newPerson(organ, []);
  const key = { region_id: organ.regionId, assessment_id: randomUUID() };
  await server
    .insertInto('assessment')
    .values({
      ...key,
      organ_id: organ.organId,
      year: 2026,
      title: '2026年政务公开考核',
      starts_on: startsOn,
      ends_on: endsOn,
      state,
      begun_by: begun,
      begun_at: context.now(),
      closed_at: state === 'running' ? null : context.now(),
      counted_to: state === 'running' ? null : endsOn,
      published_at: null,
    })
    .execute();
  const recorded = { recorded_by: begun, recorded_at: context.now() };
  await server
    .insertInto('assessment_set')
    .values({ ...key, number: 1, content: JSON.stringify(DEFAULT_SET), ...recorded })
    .execute();
  await server
    .insertInto('assessment_unit')
    .values(units.map((unit) => ({ ...key, unit_region_id: unit.regionId, unit_organ_id: unit.organId })))
    .execute();
  return { regionId: organ.regionId, assessmentId: key.assessment_id };
}

const plantUnit = async (world: World, organ: WorldOrgan, given: Planted = {}) => ({
  ...(await plantAssessment(world, organ, given)),
  unitOrganId: organ.organId,
});

/** A unit of which something was judged, whatever its registers say. */
async function plantJudged(world: World, organ: WorldOrgan) {
  const ids = await plantUnit(world, organ);
  await world.database.server
    .insertInto('assessment_mark')
    .values({
      region_id: ids.regionId,
      assessment_id: ids.assessmentId,
      mark_id: randomUUID(),
      unit_organ_id: ids.unitOrganId,
      code: 'B04',
      points: 100,
      is_met: null,
      note: '抽查的一份答复书没有写明救济途径',
      marked_by: await world.newPerson(organ, []),
      marked_at: world.database.context.now(),
      ended_at: null,
    })
    .execute();
  return ids;
}

/** An objection of the unit that nobody has decided. */
export async function plantObjection(world: World, organ: WorldOrgan) {
  const ids = await plantUnit(world, organ);
  const objectionId = randomUUID();
  await world.database.server
    .insertInto('assessment_objection')
    .values({
      region_id: ids.regionId,
      assessment_id: ids.assessmentId,
      objection_id: objectionId,
      unit_organ_id: ids.unitOrganId,
      code: 'A01',
      item: 'contact/address',
      about: '没有填写办公地址',
      reason: '办公地址在网站上有',
      raised_by: await world.newPerson(organ, []),
      raised_at: world.database.context.now(),
      ruling: null,
      ruled_by: null,
      ruled_at: null,
    })
    .execute();
  return { ...ids, objectionId };
}

/** What whoever ends the planted assessment before its last day says. */
export const KNOWN_END = { earlyReason: '机构改革，年度任务提前完成', knowsUnrated: true };

const seen = { 'if-match': '"1"' };

const readOne = once((world, organ) => plantUnit(world, organ));

const begun = {
  title: '2026年政务公开考核',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  units: 'region' as const,
};

export const ASSESSMENT_SAMPLES: AreaSamples<typeof assessmentRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  begin: {
    aboutOrgan: true,
    // A township has no competent department, and a county without organs nobody to assess.
    rulesMayRefuse: 'state-refuses',
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({ request: { params: { regionId, organId }, body: begun } }),
  },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, assessmentId } = await readOne(world, organ);
      return { request: { params: { regionId, assessmentId } } };
    },
  },
  unit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readOne(world, organ) } }),
  },
  judge: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: { ...(await plantUnit(world, organ)), code: 'B04' },
        body: { points: 100, isMet: null, note: '抽查的一份答复书没有写明救济途径' },
      },
      headers: seen,
    }),
  },
  assessSelf: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantUnit(world, organ), body: { points: 9500, text: '按指标逐项核对' } },
      headers: seen,
    }),
  },
  selfFile: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const ids = await plantUnit(world, organ);
      const { fileId } = await plantFile(world, organ);
      await world.database.server
        .insertInto('assessment_self_file')
        .values({
          region_id: ids.regionId,
          assessment_id: ids.assessmentId,
          unit_organ_id: ids.unitOrganId,
          place: 1,
          unit_region_id: organ.regionId,
          file_id: fileId,
        })
        .execute();
      return { request: { params: { ...ids, fileId } } };
    },
  },
  object: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantJudged(world, organ),
        body: { code: 'B04', item: null, reason: '抽查的那份是旧的，新的写明了' },
      },
    }),
  },
  rule: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantObjection(world, organ),
        body: { ruling: 'upheld', reason: '网站上的地址属实' },
      },
      headers: seen,
    }),
  },
  close: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantAssessment(world, organ), body: KNOWN_END },
      headers: seen,
    }),
  },
  publish: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantAssessment(world, organ, { state: 'closed' }) },
      headers: seen,
    }),
  },
};

const sheet = async (params: Awaited<ReturnType<typeof plantAssessment>>) => {
  const { body, type } = fileForm('考核指标.xlsx', await writeIndicatorSheet(DEFAULT_SET));
  return { request: { params, body }, headers: { 'content-type': type } };
};

const sentSheet = async (world: World, organ: WorldOrgan) => {
  const { regionId, assessmentId } = await readOne(world, organ);
  return await sheet({ regionId, assessmentId });
};

export const ASSESSMENT_SET_SAMPLES: AreaSamples<typeof assessmentSetRoutes> = {
  sheet: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, assessmentId } = await readOne(world, organ);
      return { request: { params: { regionId, assessmentId } } };
    },
  },
  check: { aboutOrgan: true, prepare: sentSheet },
  failures: { aboutOrgan: true, prepare: sentSheet },
  replace: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { request, headers } = await sheet(await plantAssessment(world, organ));
      return { request, headers: { ...headers, ...seen } };
    },
  },
};

const aClosed: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = await plantUnit(usual, home, { state: 'closed' });
  return await callWith(usual, subject, { request: { params } });
};

/** Departments assess nobody. */
const aDepartment: Provoke = async ({ usual }, subject) => {
  const { regionId, organId } = await plantOrgan(usual, usual.county, 'department');
  return await callWith(usual, subject, {
    request: { params: { regionId, organId } },
    cookie: await usual.signedIn(usual.county, 'supervisor'),
  });
};

const judgedClosed: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = { ...(await plantUnit(usual, home, { state: 'closed' })), code: 'B04' };
  return await callWith(usual, subject, { request: { params } });
};

const replacedClosed: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = await plantAssessment(usual, home, { state: 'closed' });
  return await callWith(usual, subject, { request: { params } });
};

const UPLOAD_PROBLEMS: Readonly<Partial<Record<ProblemCode, Provoke>>> = {
  unavailable: manyAtOnce,
  malformed: noFile,
  'too-large': uploaded('大.xlsx', Buffer.alloc(2 * 1024 * 1024)),
  'unsupported-type': uploaded('指标.pdf', pdf()),
};

export const ASSESSMENT_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'assessments.begin': { 'state-refuses': aDepartment },
    'assessments.judge': { 'state-refuses': judgedClosed },
    'assessments.assessSelf': { 'state-refuses': aClosed },
    'assessments.object': { 'state-refuses': again() },
    'assessments.rule': { 'state-refuses': onceMore },
    'assessments.close': { 'state-refuses': onceMore },
    'assessments.publish': { 'state-refuses': onceMore },
    'assessmentSets.check': UPLOAD_PROBLEMS,
    'assessmentSets.failures': UPLOAD_PROBLEMS,
    'assessmentSets.replace': { ...UPLOAD_PROBLEMS, 'state-refuses': replacedClosed },
  };
