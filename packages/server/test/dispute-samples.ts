import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import type { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import type { Dispute, DisputeStage } from '@zhaoshi/domain/dispute/dispute';
import { spanOf } from '@zhaoshi/domain/dispute/standing';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { sealDispute } from '../src/use-cases/disputes/dispute-seal.ts';
import { plantReport } from './annual-report-desk.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { plantDisputeFile } from './dispute-file-desk.ts';
import { once } from './document-desk.ts';
import { village } from './problem-ways.ts';
import type { AreaSamples } from './route-sample.ts';

const day = (text: string) => text as CivilDate;

/** A reconsideration that was accepted in March 2026 and set the reply aside in May. */
export const REVIEW: DisputeStage = {
  kind: 'reconsideration',
  acceptedOn: day('2026-03-02'),
  result: 'reconsideration.setAside',
  decidedOn: day('2026-05-06'),
  effectiveOn: null,
};

/** A suit that is being heard at first instance since February 2026. */
export const SUIT: DisputeStage = {
  kind: 'firstInstance',
  acceptedOn: day('2026-02-02'),
  result: null,
  decidedOn: null,
  effectiveOn: null,
};

interface PlantedDispute extends Omit<Partial<Dispute>, 'disputeId'> {
  readonly applicationId?: string;
  readonly party?: string;
  readonly number?: string;
}

/** A dispute in the register of an organ, by default a reconsideration of 2026 that set the reply aside. */
export async function plantDispute(world: World, organ: WorldOrgan, given: PlantedDispute = {}) {
  const { server, context } = world.database;
  const disputeId = randomUUID();
  const ids = { region_id: organ.regionId, dispute_id: disputeId, organ_id: organ.organId };
  const stages = given.stages ?? [REVIEW];
  const { openedOn, settledOn } = spanOf(stages);
  await server
    .insertInto('dispute')
    .values({
      ...ids,
      kind: given.kind ?? 'reconsideration',
      role: given.role ?? 'originalActOrgan',
      act: given.act ?? 'otherReply',
      act_on: given.actOn ?? null,
      application_id: given.applicationId ?? null,
      preceding_id: null,
      masked_party: '钱*',
      sealed: sealDispute(world.services.secretBox, disputeId, {
        party: given.party ?? '钱来也',
        isPerson: true,
        note: '',
      }),
      opened_on: openedOn,
      settled_on: settledOn,
      entered_at: context.now(),
      removed_at: null,
    })
    .execute();
  for (const [index, stage] of stages.entries()) {
    await server
      .insertInto('dispute_stage')
      .values({
        ...ids,
        sequence: index + 1,
        kind: stage.kind,
        tribunal: stage.kind === 'reconsideration' ? '测试县人民政府' : '测试县人民法院',
        number: given.number ?? `测试〔2026〕${disputeId.slice(0, 8)}号`,
        procedure: null,
        accepted_on: stage.acceptedOn,
        decided_on: stage.decidedOn,
        effective_on: stage.effectiveOn,
        result: stage.result,
        served_on: null,
        answered_on: null,
        performed_on: null,
        opinion_on: null,
        reported_on: null,
      })
      .execute();
  }
  return { regionId: organ.regionId, disputeId };
}

/** A first stage as it is sent; its number is new each time. */
export const sentStage = () => ({
  kind: 'reconsideration' as const,
  tribunal: '测试县人民政府',
  number: `测试复〔2026〕${randomUUID().slice(0, 8)}号`,
  procedure: 'ordinary' as const,
  acceptedOn: '2026-03-02',
  decidedOn: null,
  effectiveOn: null,
  result: null,
  servedOn: '2026-03-05',
  answeredOn: null,
  performedOn: null,
  opinionOn: null,
  reportedOn: null,
  filedOn: null,
  isExtended: false,
  decisionServedOn: null,
  decisionReceivedOn: null,
  ordersReply: false,
  performBy: null,
});

/** A dispute as it is sent. */
export const sentDispute = () => ({
  kind: 'reconsideration' as const,
  role: 'originalActOrgan' as const,
  act: 'refusal' as const,
  actOn: '2026-02-02',
  party: '李小二',
  isPerson: true,
  note: '',
  registrationNumber: null,
  precedingId: null,
  indexNumber: null,
  knownOn: null,
  isUntold: false,
});

const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const seen = { 'if-match': '"1"' };

/** A suit whose judgment may be appealed against. */
export const JUDGED: DisputeStage = {
  ...SUIT,
  result: 'litigation.claimDismissed',
  decidedOn: day('2026-05-06'),
};

const readDispute = once((world, organ) => plantDispute(world, organ));

const sentSecond = () => ({
  ...sentStage(),
  kind: 'secondInstance' as const,
  procedure: null,
  acceptedOn: '2026-06-01',
  servedOn: null,
});

export const DISPUTE_SAMPLES: AreaSamples<typeof disputeRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  ofApplication: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { regionId, applicationId } = await plantCase(world, organ);
      return { request: { params: { regionId, applicationId } } };
    },
  },
  tableFour: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), query: { year: 2026 } } }),
  },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readDispute(world, organ) } }),
  },
  losses: {
    aboutOrgan: false,
    prepare: () => Promise.resolve({ request: { query: { year: 2026 } } }),
  },
  proof: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: await readDispute(world, organ) } }),
  },
  evidence: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const params = await plantDispute(world, organ);
      await plantDisputeFile(world, organ, params, { kind: 'evidence', name: '证据.pdf' });
      return { request: { params } };
    },
  },
  recordLoss: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: await plantDispute(world, organ),
        body: { causes: ['searchInsufficient' as const], unit: '办公室', measures: '完善检索登记' },
      },
      headers: seen,
    }),
  },
  enter: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: { params: organIds(organ), body: { ...sentDispute(), stage: sentStage() } },
      }),
  },
  edit: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantDispute(world, organ), body: { ...sentDispute(), reason: '' } },
      headers: seen,
    }),
  },
  addStage: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const params = await plantDispute(world, organ, { kind: 'litigationDirect', stages: [JUDGED] });
      return { request: { params, body: sentSecond() }, headers: seen };
    },
  },
  editStage: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const params = { ...(await plantDispute(world, organ)), sequence: 1 };
      return { request: { params, body: { ...sentStage(), reason: '结果录入错误' } }, headers: seen };
    },
  },
  removeStage: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const second = { ...SUIT, kind: 'secondInstance', acceptedOn: day('2026-06-01') } as const;
      const ids = await plantDispute(world, organ, { kind: 'litigationDirect', stages: [JUDGED, second] });
      return { request: { params: { ...ids, sequence: 2 }, body: { reason: '重复登记' } }, headers: seen };
    },
  },
  remove: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: await plantDispute(world, organ), body: { reason: '重复登记' } },
      headers: seen,
    }),
  },
};

/** A change of the first stage that its second one contradicts. */
const contradicted: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const second = { ...SUIT, kind: 'secondInstance', acceptedOn: day('2026-06-01') } as const;
  const ids = await plantDispute(usual, home, { kind: 'litigationDirect', stages: [JUDGED, second] });
  const body = {
    ...sentSecond(),
    kind: 'firstInstance',
    acceptedOn: '2026-02-02',
    reason: '一审还没有裁判',
  };
  return await callWith(usual, subject, { request: { params: { ...ids, sequence: 1 }, body } });
};

/** The only stage of a dispute is not taken out. */
const onlyStage: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = { ...(await plantDispute(usual, home)), sequence: 1 };
  return await callWith(usual, subject, { request: { params } });
};

/** The report of 2024 is submitted, with its disputes. */
const submitted2024 = once((world, organ) => plantReport(world, organ, 'submitted', { reportYear: 2024 }));

/** A suit of the frozen year. */
const suit2024: DisputeStage = {
  ...SUIT,
  acceptedOn: day('2024-02-02'),
  result: 'litigation.claimDismissed',
  decidedOn: day('2024-05-06'),
};

/** What would move a figure of a report that was submitted. */
const locked =
  (body: object): Provoke =>
  async ({ usual }, subject) => {
    const { home } = await someoneWhoMay(usual, subject);
    await submitted2024(usual, home);
    const kind = 'litigationAfterReconsideration';
    const params = await plantDispute(usual, home, { kind, stages: [suit2024] });
    return await callWith(usual, subject, { request: { params, body } });
  };

const asCoDefendant = {
  ...sentDispute(),
  kind: 'litigationAfterReconsideration',
  role: 'reconsiderationOrganAsCoDefendant',
  actOn: '2023-10-09',
  reason: '本机关只是复议机关',
};

const reversed = {
  ...sentSecond(),
  acceptedOn: '2024-06-03',
  decidedOn: '2024-09-02',
  effectiveOn: '2024-09-02',
  result: 'litigation.setAside',
};

/** Nothing was corrected in it. */
const upheld: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = await plantDispute(usual, home, {
    stages: [{ ...REVIEW, result: 'reconsideration.upheld' }],
  });
  return await callWith(usual, subject, { request: { params } });
};

export const DISPUTE_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  'disputes.recordLoss': { 'state-refuses': upheld },
  'disputes.enter': { 'state-refuses': village('disclosureOfficer') },
  'disputes.edit': { 'state-refuses': locked(asCoDefendant) },
  'disputes.addStage': { 'state-refuses': locked(reversed) },
  'disputes.remove': { 'state-refuses': locked({ reason: '重复登记' }) },
  'disputes.editStage': { 'state-refuses': contradicted },
  'disputes.removeStage': { 'state-refuses': onlyStage },
};
