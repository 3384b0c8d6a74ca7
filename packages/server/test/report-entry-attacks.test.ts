import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { writeReportFile } from '@zhaoshi/report-files/write/write-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanReport } from '../../domain/test/build-report.ts';
import { asRead } from '../src/use-cases/annual-report/freeze-report.ts';
import { reportFile, sha256Of } from './annual-report-file-samples.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { plantFile } from './file-samples.ts';
import { plantUnits, reportWay } from './report-way.ts';

/** Somebody takes the door for files to get round leader, competent department and rules. */
let world: World;
let officer: string;
let supervisor: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer', 'disclosureOfficeHead');
  supervisor = await world.signedIn(world.office, 'supervisor', 'disclosureOfficer');
  await plantUnits(world, world.county, 2025, [world.office, world.township]);
});
afterAll(() => world.close());

const paramsOf = ({ regionId, organId }: WorldOrgan, reportYear: number) => ({
  regionId,
  organId,
  reportYear,
});

const read = async (organ: WorldOrgan, reportYear: number, cookie: string) =>
  (await world.call(annualReportRoutes.read, { params: paramsOf(organ, reportYear) }, cookie)).body;

/** Enters a file as one's own. */
async function enterOwn(
  organ: WorldOrgan,
  reportYear: number,
  {
    content,
    home = organ,
    cookie = officer,
  }: { readonly content: Buffer; readonly home?: WorldOrgan; readonly cookie?: string },
) {
  const { fileId } = await plantFile(world, home, { name: '年度报告.docx', content });
  const body = { fileId, sha256: sha256Of(content), as: 'published' as const, source: '门户网站' };
  const params = paramsOf(organ, reportYear);
  return await world.call(annualReportFileRoutes.enter, { params, body }, cookie);
}

const versions = async () =>
  Number(
    (
      await world.database.server
        .selectFrom('report_version')
        .select((build) => build.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('the own report as a file', () => {
  it('of the year that is being reported is not published past leader and department', async () => {
    const answer = await enterOwn(world.township, 2025, { content: await reportFile('township', 2025) });
    expect([answer.status, String(answer.body['detail'])]).toEqual([
      409,
      expect.stringContaining('在2025年度报送单位名单上'),
    ]);
    expect((await read(world.township, 2025, officer))['status']).toBe('drafting');
    expect(await versions()).toBe(0);
  });

  it('of a year that is not over is not published', async () => {
    const answer = await enterOwn(world.township, 2026, { content: await reportFile('township', 2026) });
    expect([answer.status, String(answer.body['detail'])]).toEqual([
      409,
      expect.stringContaining('统计期还没有结束'),
    ]);
  });

  it('that the department sent back is not published as it was', async () => {
    const way = await reportWay(world, world.township, 2023);
    await way.prepare();
    expect((await way.act('askSignature')).status).toBe(200);
    expect((await way.sign()).status).toBe(200);
    const act = { type: 'returnForMending', cells: ['t2.licensing/decisions'], passages: [] };
    expect((await way.receive(supervisor, act, { reason: '与台账不一致。' })).status).toBe(200);
    const answer = await enterOwn(world.township, 2023, { content: await reportFile('township', 2023) });
    expect([answer.status, String(answer.body['detail'])]).toEqual([
      409,
      expect.stringContaining('已经在平台上提请签发或者报送过'),
    ]);
  });

  it('is not sent to the department without the leader’s signature', async () => {
    const content = await reportFile('township', 2022);
    const { fileId } = await plantFile(world, world.township, { name: '年度报告.docx', content });
    const body = { fileId, sha256: sha256Of(content), as: 'submitted', source: '' };
    const params = paramsOf(world.township, 2022);
    const answer = await world.call(annualReportFileRoutes.enter, { params, body } as never, officer);
    expect(answer.status).toBe(422);
    const home = await plantFile(world, world.office, { name: '年度报告.docx', content });
    const ofOffice = await world.call(
      annualReportFileRoutes.receive,
      {
        params: paramsOf(world.office, 2022),
        body: { fileId: home.fileId, sha256: sha256Of(content), as: 'submitted', source: '' },
      },
      supervisor,
    );
    expect([ofOffice.status, String(ofOffice.body['detail'])]).toEqual([
      409,
      expect.stringContaining('分管负责人签发'),
    ]);
  });

  it('does not carry personal data to the public', async () => {
    const clean = cleanReport('2021', 2021);
    const report: AnnualReport = {
      ...clean,
      organ: 'township',
      sections: {
        ...clean.sections,
        s6: { ...clean.sections.s6, paragraphs: ['联系人张三，身份证号11010519491231002X。'] } as never,
      },
    };
    const content = Buffer.from(await writeReportFile(asRead(report), 'docx'));
    const answer = await enterOwn(world.township, 2021, { content });
    expect([answer.status, String(answer.body['detail'])]).toEqual([
      409,
      expect.stringContaining('个人信息'),
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('11010519491231002X');
    expect(await versions()).toBe(0);
  });

  it('of an old year is entered once, however many press at once', async () => {
    const content = await reportFile('township', 2020);
    const both = await Promise.all([1, 2, 3].map(() => enterOwn(world.township, 2020, { content })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await versions()).toBe(1);
  });

  it('is not entered from a file that lies with another organ, nor for an organ that is not one’s own', async () => {
    const content = await reportFile('township', 2019);
    const others = await enterOwn(world.township, 2019, { content, home: world.office });
    expect(others.status).toBe(404);
    const { fileId } = await plantFile(world, world.township, { name: '年度报告.docx', content });
    const body = { fileId, sha256: sha256Of(content), as: 'submitted' as const, source: '' };
    const params = paramsOf(world.township, 2019);
    const received = await world.call(annualReportFileRoutes.receive, { params, body }, supervisor);
    expect(received.status).toBe(404);
    const city = await enterOwn(world.office, 2019, { content });
    expect(city.status).toBe(404);
  });
});
