import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import type { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { ComplaintStatus } from '@zhaoshi/domain/oversight/complaint';
import type { RemediationStatus } from '@zhaoshi/domain/oversight/remediation';
import { insertPhotos, takePhoto } from '../src/use-cases/complaints/complaint-photos.ts';
import { complaintCodeHash, receiptOf } from '../src/use-cases/complaints/complaint-receipt.ts';
import { sealComplainant, sealText } from '../src/use-cases/complaints/complaint-seal.ts';
import { issueOrder } from '../src/use-cases/complaints/issue-order.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { once } from './document-desk.ts';
import { plantFile } from './file-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import type { AreaSamples } from './route-sample.ts';
import { png } from './sample-files.ts';

/** A unit that the organ supervises. */
export const supervisedUnit = once(async (world: World, organ: WorldOrgan): Promise<WorldOrgan> => {
  if (organ === world.office) return world.township;
  return await plantOrgan(world, organ, organ === world.township ? 'village' : 'department');
});

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

interface PlantedComplaint {
  readonly status?: ComplaintStatus;
  readonly receivedOn?: string;
}

/** A named complaint in the register of an organ. */
export async function plantComplaint(world: World, organ: WorldOrgan, given: PlantedComplaint = {}) {
  const { status = 'received', receivedOn = '2026-11-20' } = given;
  const box = world.services.secretBox;
  const complaintId = randomUUID();
  const { number, code } = receiptOf(box, complaintId);
  const unit = await supervisedUnit(world, organ);
  await world.database.server
    .insertInto('complaint')
    .values({
      region_id: organ.regionId,
      complaint_id: complaintId,
      organ_id: organ.organId,
      unit_region_id: unit.regionId,
      unit_id: unit.organId,
      kind: 'notPublished',
      channel: 'portal',
      receipt_number: number,
      query_code_hash: complaintCodeHash(box, code),
      received_on: receivedOn,
      sealed: sealText(box, complaintId, '今年的预算到现在没有公开'),
      sealed_complainant: sealComplainant(box, complaintId, { name: '欧阳投诉甲', contact: '13987650003' }),
      status,
      finding: ['found', 'told', 'closed'].includes(status) ? 'true' : null,
      circulars: status === 'closed' ? 1 : 0,
    })
    .execute();
  return { regionId: organ.regionId, complaintId };
}

/** A photo of a complaint. */
export async function plantPhoto(
  { database, services }: World,
  { regionId, organId }: WorldOrgan,
  { complaintId }: { readonly complaintId: string },
): Promise<void> {
  const taken = await takePhoto(services.files, png());
  if (!taken.ok) throw new Error(taken.error);
  const of = { regionId, organId, complaintId, receivedOn: '2026-11-20' as CivilDate };
  await database.server
    .transaction()
    .execute((transaction) => insertPhotos(transaction, services.secretBox, of, [taken.value]));
}

/** An order to a unit, given by another organ because of a complaint. */
export async function plantOrder(
  world: World,
  { unit, issuer }: { readonly unit: WorldOrgan; readonly issuer: WorldOrgan },
  status: RemediationStatus = 'issued',
) {
  const { complaintId } = await plantComplaint(world, issuer, { status: 'found' });
  const { database } = world;
  const orderId = await database.server.transaction().execute((transaction) =>
    issueOrder(
      transaction,
      {
        unit: idsOf(unit),
        issuer: idsOf(issuer),
        source: { complaintId },
        kind: 'order',
        documentNumber: '',
        facts: '',
        demand: '在专栏公开2026年预算',
        issuedOn: '2026-11-20' as CivilDate,
        dueOn: '2026-12-04' as CivilDate,
      },
      randomUUID,
    ),
  );
  await database.server
    .updateTable('remediation_order')
    .set({ status })
    .where('order_id', '=', orderId)
    .execute();
  return { regionId: unit.regionId, orderId };
}

const seen = { 'if-match': '"1"' };
const readComplaint = once((world, organ) => plantComplaint(world, organ));

/** An order to the organ; it comes from the city. */
const orderTo = (world: World, unit: WorldOrgan, status?: RemediationStatus) =>
  plantOrder(world, { unit, issuer: world.city }, status);
const readOrder = once((world, unit) => orderTo(world, unit));

export const COMPLAINT_SAMPLES: AreaSamples<typeof complaintRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readComplaint(world, organ) } }),
  },
  photo: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const ids = await plantComplaint(world, organ);
      await plantPhoto(world, organ, ids);
      return { request: { params: { ...ids, place: 1 } } };
    },
  },
  units: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: idsOf(organ), query: {} } }),
  },
  enter: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: idsOf(organ),
        body: {
          // Below a township stands a village.
          kind: organ === world.township ? 'villageAffairs' : 'notPublished',
          channel: 'phone',
          unit: idsOf(await supervisedUnit(world, organ)),
          text: '预算没有公开',
          complainant: null,
          nonce: randomUUID(),
        },
      },
    }),
  },
  act: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantComplaint(world, organ), body: { type: 'accept' } },
      headers: seen,
    }),
  },
};

export const REMEDIATION_SAMPLES: AreaSamples<typeof remediationRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readOrder(world, organ) } }),
  },
  letter: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await readOrder(world, organ), query: { format: 'docx' } },
    }),
  },
  report: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await orderTo(world, organ), body: { words: '已公开' } },
      headers: seen,
    }),
  },
  review: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const unit = await supervisedUnit(world, organ);
      const params = await plantOrder(world, { unit, issuer: organ }, 'reported');
      return { request: { params, body: { decision: 'accept', words: '已核实' } }, headers: seen };
    },
  },
  proof: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const ids = await orderTo(world, organ, 'reported');
      const { fileId } = await plantFile(world, organ);
      await world.database.server
        .insertInto('remediation_event')
        .values({
          region_id: ids.regionId,
          order_id: ids.orderId,
          sequence: 1,
          type: 'report',
          words: '已公开',
          file_id: fileId,
          due_on: null,
          recorded_by: await world.newPerson(null, []),
          recorded_at: world.database.context.now(),
        })
        .execute();
      return { request: { params: { ...ids, sequence: 1 } } };
    },
  },
};

/** What was closed is not taken up again. */
const closed: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = await plantComplaint(usual, home, { status: 'closed' });
  return await callWith(usual, subject, { request: { params } });
};

const accepted: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = await plantOrder(usual, { unit: home, issuer: home }, 'accepted');
  return await callWith(usual, subject, { request: { params } });
};

export const COMPLAINT_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  'complaints.act': { 'state-refuses': closed },
  'remediation.report': { 'state-refuses': accepted },
  'remediation.review': { 'state-refuses': accepted },
};
