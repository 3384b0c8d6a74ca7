import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import type { AmendmentIds } from '../src/db/queries/record-amendments.ts';
import { requestAmendment } from '../src/use-cases/applicants/request-amendment.ts';
import { newSessionToken } from '../src/use-cases/identity/session-token.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { plantSealedFile } from './application-file-samples.ts';
import { readyForLetters } from './application-samples.ts';
import type { AreaSamples } from './route-sample.ts';

/** Everything in it must not get out. */
export const AMENDMENT_REQUEST = {
  name: '赵测试甲',
  identityNumber: '11010519491231002X',
  phone: '13912345678',
  record: '2024年行政许可公示第12号',
  fault: '持证人姓名写成“赵测武甲”，应为“赵测试甲”',
} as const;

export interface PlantedAmendment extends AmendmentIds {
  readonly fileId: string;
}

/** A request to amend a record with its evidence, as the portal enters it. */
export async function plantAmendment(world: World, organ: WorldOrgan): Promise<PlantedAmendment> {
  const { database, services } = world;
  await readyForLetters(world, organ);
  const fileId = await plantSealedFile(world, organ);
  const context = { ...database.context, services };
  const token = newSessionToken();
  const entered = await requestAmendment(context, { organ, request: AMENDMENT_REQUEST, fileId, token });
  if (!entered.ok) throw new Error(JSON.stringify(entered.error));
  const { amendment_id: amendmentId } = await database.server
    .selectFrom('record_amendment_file')
    .select('amendment_id')
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  return { regionId: organ.regionId, amendmentId, fileId };
}

const idsOf = ({ regionId, amendmentId }: PlantedAmendment) => ({ regionId, amendmentId });

const DECISION = {
  decision: 'amended',
  on: '2026-11-21',
  texts: { reason: '与身份证核对一致，已更正。' },
} as const;

/** A request that was decided. */
async function decided(world: World, organ: WorldOrgan): Promise<PlantedAmendment> {
  const planted = await plantAmendment(world, organ);
  const cookie = await world.signedIn(organ, 'disclosureOfficer');
  const done = await world.call(
    recordAmendmentRoutes.decide,
    { params: idsOf(planted), body: DECISION },
    cookie,
    {
      'if-match': '"1"',
    },
  );
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return planted;
}

export const RECORD_AMENDMENT_SAMPLES: AreaSamples<typeof recordAmendmentRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: idsOf(await plantAmendment(world, organ)) } }),
  },
  file: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await plantAmendment(world, organ) } }),
  },
  preview: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: idsOf(await plantAmendment(world, organ)), body: DECISION },
    }),
  },
  decide: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: idsOf(await plantAmendment(world, organ)), body: DECISION },
      headers: { 'if-match': '"1"' },
    }),
  },
  register: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      await readyForLetters(world, organ);
      const { regionId, organId } = organ;
      const receipt = { channel: 'counter' as const, receivedOn: '2026-11-20', fileIds: [] };
      const body = { ...receipt, request: AMENDMENT_REQUEST };
      return { request: { params: { regionId, organId }, body } };
    },
  },
  caseFile: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: idsOf(await decided(world, organ)) } }),
  },
  deliver: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(await decided(world, organ)),
        body: { way: 'direct', on: '2026-11-21', evidence: '本人签收' },
      },
      headers: { 'if-match': '"2"' },
    }),
  },
  letterFile: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: idsOf(await decided(world, organ)), query: { format: 'docx' } },
    }),
  },
};
