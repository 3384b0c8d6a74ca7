import type { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import { CONTRADICTING_DRAFT, plantReport, REPORT_YEAR } from './annual-report-desk.ts';
import type { World, WorldOrgan } from './api-world.ts';
import type { AreaSamples } from './route-sample.ts';

const keyOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId, reportYear: REPORT_YEAR });

const rolesOf = async (world: World, accountId: string | null): Promise<readonly string[]> => {
  if (accountId === null) return [];
  const rows = await world.database.server
    .selectFrom('membership')
    .select('role')
    .where('account_id', '=', accountId)
    .execute();
  return rows.map(({ role }) => role);
};

export const ANNUAL_REPORT_SAMPLES: AreaSamples<typeof annualReportRoutes> = {
  years: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({ request: { params: { regionId, organId } } }),
  },
  read: {
    aboutOrgan: true,
    prepare: (_world, organ) => Promise.resolve({ request: { params: keyOf(organ) } }),
  },
  save: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { key, version } = await plantReport(world, organ, 'drafting');
      return {
        request: { params: key, body: { draft: EMPTY_DRAFT } },
        headers: { 'if-match': `"${version}"` },
      };
    },
  },
  check: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: keyOf(organ), body: { draft: EMPTY_DRAFT } } }),
  },
  act: {
    aboutOrgan: true,
    // Before the signature authors may take it back and the leader may send it back.
    prepare: async (world, organ, caller) => {
      const { key, version } = await plantReport(world, organ, 'inSignature');
      const isLeader = (await rolesOf(world, caller)).includes('leader');
      return {
        request: {
          params: key,
          body: isLeader
            ? { act: { type: 'sendBack' }, texts: { reason: '数字请再核对' } }
            : { act: { type: 'takeBack' }, texts: {} },
        },
        headers: { 'if-match': `"${version}"` },
      };
    },
  },
  receive: {
    aboutOrgan: true,
    // Whether the caller's office is the one that receives it (annual-report/work/report-standing).
    rulesMayRefuse: 'state-refuses',
    prepare: async (world, organ) => {
      const { key, version } = await plantReport(world, organ, 'submitted');
      return {
        request: {
          params: key,
          body: {
            act: { type: 'returnForMending', cells: ['t3.newlyReceived/total'], passages: [] },
            texts: { reason: '与台账不一致' },
          },
        },
        headers: { 'if-match': `"${version}"` },
      };
    },
  },
  waive: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { key, waivable } = await plantReport(world, organ, 'drafting');
      return {
        request: {
          params: { ...key, findingId: waivable },
          body: { reason: '本年度首次填报，已核对原始记录。' },
        },
      };
    },
  },
  explainReceived: {
    aboutOrgan: true,
    // Only of a report that came as a file, by the office that receives it.
    rulesMayRefuse: 'state-refuses',
    prepare: async (world, organ) => {
      const { key } = await plantReport(world, organ, 'submitted');
      return {
        request: { params: { ...key, findingId: '0'.repeat(16) }, body: { reason: '已与纸质件核对。' } },
      };
    },
  },
  confirm: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      const { key, confirmable } = await plantReport(world, organ, 'drafting', {
        draft: CONTRADICTING_DRAFT,
      });
      return {
        request: { params: { ...key, findingId: confirmable }, body: { isRight: true } },
      };
    },
  },
  cell: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: { params: keyOf(organ), query: { cell: 't3.newlyReceived/total', limit: 20 } },
      }),
  },
};
