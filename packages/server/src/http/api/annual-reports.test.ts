import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type ReportDetail, reportDesk } from '../../../test/report-desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PROBLEMS =
  '存在的主要问题：一是部分站所主动公开不够及时；二是政策解读形式单一。改进措施：建立月度提醒，每月通报各站所公开情况；对惠民政策采用图解、问答等形式解读，组织一次专题培训。';

const draft = {
  ...EMPTY_DRAFT,
  texts: {
    preamble: '本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自2025年1月1日起至12月31日止。',
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
};

/** A missed day is on the file and stops nothing: it is November. */
const standing = ({ findings }: ReportDetail) =>
  findings
    .filter(({ status, severity, rule }) => status === 'fail' && severity !== 'hint' && rule !== 'AR-DDL-01')
    .map(({ rule, message }) => `${rule} ${message}`);

describe('a township’s report of a year', () => {
  it('goes from the draft to the public by the hands that the law names, and each is told what is missing', async () => {
    const { township, office } = world;
    const desk = reportDesk(world, township, { reportYear: 2025, draft });
    const clerk = await world.signedIn(township, 'disclosureOfficer');
    const head = await world.signedIn(township, 'disclosureOfficeHead');
    const leader = await world.signedIn(township, 'leader');
    const supervisor = await world.signedIn(office, 'supervisor');

    expect((await desk.save(clerk)).status).toBe(200);
    const written = await desk.read(clerk);
    expect(written.cells['t3.newlyReceived/total']?.value).toBe(0);
    expect(written.cells['t2.licensing/decisions']?.value).toBe(3);

    const { regionId, organId } = township;
    const listed = await world.call(annualReportRoutes.years, { params: { regionId, organId } }, clerk);
    expect(listed.body['years']).toContainEqual(
      expect.objectContaining({ reportYear: 2025, status: 'drafting', dueOn: '2026-01-31' }),
    );
    expect(listed.body['years']).toContainEqual(expect.objectContaining({ reportYear: 2020, status: null }));
    const ofOffice = { regionId: office.regionId, organId: office.organId };
    const served = await world.call(annualReportRoutes.years, { params: ofOffice }, supervisor);
    expect(served.body['government']).toMatchObject({ organId: world.county.organId });

    const tooEarly = await desk.act(clerk, 'askSignature');
    expect([tooEarly.status, tooEarly.body['code']]).toEqual([409, 'state-refuses']);
    expect(String(tooEarly.body['detail'])).toContain('未完成保密审查');

    await desk.act(clerk, 'recordSecrecyReview', { basis: '没有涉密和敏感内容。' });
    await desk.explainAll(head);
    expect(standing(await desk.read(clerk))).toEqual([]);
    expect((await desk.act(clerk, 'askSignature')).status).toBe(200);
    expect((await desk.save(clerk)).status).toBe(409);
    const [explained] = (await desk.read(head)).findings;
    const takenBack = await world.call(
      annualReportRoutes.waive,
      { params: { ...desk.params, findingId: explained?.id ?? '' }, body: { reason: '' } },
      head,
    );
    expect([takenBack.status, takenBack.body['code']]).toEqual([409, 'state-refuses']);
    expect((await desk.act(leader, 'sign')).status).toBe(200);
    expect((await desk.read(clerk)).status).toBe('submitted');

    const seen = (await desk.read(supervisor)).frozenSha256;
    expect((await desk.receive(supervisor, { type: 'accept', sha256: seen })).status).toBe(200);
    expect((await desk.act(clerk, 'publish')).status).toBe(200);
    const published = await world.database.server
      .selectFrom('annual_report')
      .innerJoin('report_version', 'report_version.report_id', 'annual_report.report_id')
      .select(['content_sha256', 'version'])
      .where('organ_id', '=', township.organId)
      .where('report_year', '=', 2025)
      .execute();
    expect(published).toEqual([{ content_sha256: seen, version: 1 }]);
  });
});
