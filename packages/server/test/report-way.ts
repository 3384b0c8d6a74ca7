import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { Answer, World, WorldOrgan } from './api-world.ts';

const PROBLEMS =
  '存在的主要问题：一是部分站所主动公开不够及时；二是政策解读形式单一。改进措施：建立月度提醒，每月通报各站所公开情况；对惠民政策采用图解、问答等形式解读，组织一次专题培训。';

/** What an organ writes where nothing happened in its year. */
export const quietDraft = (reportYear: number) => ({
  ...EMPTY_DRAFT,
  texts: {
    preamble: `本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自${reportYear}年1月1日起至12月31日止。`,
    s1: '主动公开方面，及时发布涉农补贴、乡村建设信息。依申请公开方面，健全登记、审核、办理、答复制度。政府信息管理方面，逐件确定公开属性。平台建设方面，更新政务公开专区。监督保障方面，工作考核纳入年度考核，社会评议结果为满意，没有发生责任追究情况。',
    s5: PROBLEMS,
    s6: '本年度未收取政府信息公开信息处理费。',
  },
  typed: {
    't2.licensing/decisions': '3',
    't2.penalties/decisions': '1',
    't2.coercion/decisions': '0',
    't2.fees/amountWan': '0',
  },
});

interface Detail {
  readonly status: string;
  readonly version: number;
  readonly frozenSha256: string | null;
  readonly cells: Readonly<Record<string, { readonly value: number | null }>>;
  readonly findings: readonly {
    readonly id: string;
    readonly status: string;
    readonly severity: string;
    readonly waiverBy: string;
  }[];
}

/** A report and the people who bring it on its way: of the organ itself, or of the office that draws it up. */
export interface ReportWay {
  readonly read: () => Promise<Detail>;
  readonly save: (draft?: object) => Promise<Answer>;
  /** The review for secrecy, and a reason for whatever may stand. */
  readonly review: () => Promise<void>;
  /** Everything that must stand before the signature is asked for. */
  readonly prepare: () => Promise<void>;
  readonly act: (type: 'askSignature' | 'takeBack' | 'publish' | 'restate') => Promise<Answer>;
  readonly sign: () => Promise<Answer>;
  /** By the competent department. */
  readonly receive: (supervisor: string, act: object, texts?: object) => Promise<Answer>;
  readonly accept: (supervisor: string) => Promise<Answer>;
}

/** @param desk where the people sit, when not in the organ itself */
export async function reportWay(
  world: World,
  { regionId, organId }: WorldOrgan,
  reportYear: number,
  desk: WorldOrgan = { regionId, organId, path: '' },
): Promise<ReportWay> {
  const params = { regionId, organId, reportYear };
  const clerk = await world.signedIn(desk, 'disclosureOfficer', 'supervisor');
  const head = await world.signedIn(desk, 'disclosureOfficeHead');
  const leader = await world.signedIn(desk, 'leader');
  const read = async (): Promise<Detail> =>
    (await world.call(annualReportRoutes.read, { params }, clerk)).body as unknown as Detail;
  const seen = async () => ({ 'if-match': `"${(await read()).version}"` });
  const post = async (cookie: string, act: object, texts: object = {}) =>
    await world.call(annualReportRoutes.act, { params, body: { act, texts } as never }, cookie, await seen());
  const save = async (draft: object = quietDraft(reportYear)) =>
    await world.call(annualReportRoutes.save, { params, body: { draft } as never }, clerk, await seen());
  const explain = async () => {
    for (const { id, status, severity, waiverBy } of (await read()).findings) {
      if (status !== 'fail' || severity === 'hint' || waiverBy === 'none') continue;
      const request = {
        params: { ...params, findingId: id },
        body: { reason: '已核对原始记录，情况属实。' },
      };
      await world.call(annualReportRoutes.waive, request, head);
    }
  };
  const receive = async (supervisor: string, act: object, texts: object = {}) =>
    await world.call(
      annualReportRoutes.receive,
      { params, body: { act, texts } as never },
      supervisor,
      await seen(),
    );
  const review = async () => {
    await post(clerk, { type: 'recordSecrecyReview' }, { basis: '没有涉密和敏感内容。' });
    await explain();
  };
  return {
    read,
    save,
    review,
    prepare: async () => {
      await save();
      await review();
    },
    act: async (type) => {
      const { frozenSha256 } = await read();
      const act = type === 'publish' ? { type, sha256: frozenSha256 } : { type };
      return await post(clerk, act, type === 'restate' ? { reason: '漏报一件申请。' } : {});
    },
    sign: async () => await post(leader, { type: 'sign', sha256: (await read()).frozenSha256 }),
    receive,
    accept: async (supervisor) =>
      await receive(supervisor, { type: 'accept', sha256: (await read()).frozenSha256 }),
  };
}

/** Sets which units report to a region for a year. */
export async function plantUnits(
  { database: { server } }: World,
  { regionId }: WorldOrgan,
  reportYear: number,
  units: readonly WorldOrgan[],
): Promise<void> {
  await server
    .insertInto('reporting_unit_list')
    .values({ region_id: regionId, report_year: reportYear, copied_from: null })
    .execute();
  await server
    .insertInto('reporting_unit')
    .values(
      units.map((unit, position) => ({
        region_id: regionId,
        report_year: reportYear,
        unit_region_id: unit.regionId,
        unit_organ_id: unit.organId,
        position,
        included: true,
        reason: null,
      })),
    )
    .execute();
}
