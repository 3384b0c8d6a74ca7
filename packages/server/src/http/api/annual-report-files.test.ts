import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFile } from '../../../test/annual-report-file-samples.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { fileForm } from '../../../test/file-samples.ts';
import { pdf } from '../../../test/sample-files.ts';

let world: World;
let officer: string;
let supervisor: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
  supervisor = await world.signedIn(world.office, 'supervisor');
});
afterAll(() => world.close());

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

async function nameOf(organ: WorldOrgan): Promise<string> {
  const { name } = await world.database.server
    .selectFrom('organ')
    .select('name')
    .where('organ_id', '=', organ.organId)
    .executeTakeFirstOrThrow();
  return name;
}

interface Reading {
  readonly sha256: string;
  readonly organName: string;
  readonly reportYear: number;
  readonly units: readonly { readonly organId: string }[];
  readonly cells: readonly { readonly cell: string; readonly value: number | null; readonly place: string }[];
  readonly doubts: readonly string[];
}

/** Uploads a file for the own organ and reads it. */
async function upload(organ: WorldOrgan, cookie: string, name: string, bytes: Uint8Array) {
  const { body, type } = fileForm(name, bytes);
  const uploaded = await world.call(fileRoutes.upload, { params: idsOf(organ), body } as never, cookie, {
    'content-type': type,
  });
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(200);
  const fileId = String(uploaded.body['fileId']);
  const params = { regionId: organ.regionId, fileId };
  const read = await world.call(annualReportFileRoutes.read, { params }, cookie);
  return { fileId, status: read.status, body: read.body, reading: read.body as unknown as Reading };
}

const work = async (organ: WorldOrgan, reportYear: number, cookie: string) =>
  (await world.call(annualReportRoutes.read, { params: { ...idsOf(organ), reportYear } }, cookie)).body;

describe('a report file', () => {
  it('is read beside where each figure stands, and enters the sum as the office that receives it looked at it', async () => {
    const { township, office } = world;
    const bytes = await reportFile(await nameOf(township), 2023);
    const { fileId, reading } = await upload(office, supervisor, '报告.docx', bytes);
    expect(reading).toMatchObject({ reportYear: 2023, units: [{ organId: township.organId }], doubts: [] });
    const cell = reading.cells.find((one) => one.cell === 't3.newlyReceived/total');
    expect(cell?.place).toMatch(/第\d+个表第\d+行第\d+列/);

    const enter = (reportYear: number, sha256: string) =>
      world.call(
        annualReportFileRoutes.receive,
        {
          params: { ...idsOf(township), reportYear },
          body: { fileId, sha256, as: 'submitted', source: '报送的纸质件扫描' },
        },
        supervisor,
      );
    const another = await enter(2023, 'a'.repeat(64));
    expect([another.status, another.body['detail']]).toEqual([
      409,
      '文件与核对时的不同，没有录入。请重新上传并核对。',
    ]);
    const wrongYear = await enter(2022, reading.sha256);
    expect([wrongYear.status, wrongYear.body['detail']]).toEqual([
      409,
      '文件写的是2023年，没有录入为2022年的报告。请选择对应的年度。',
    ]);
    expect((await enter(2023, reading.sha256)).body).toMatchObject({ status: 'submitted' });
    const entered = await work(township, 2023, supervisor);
    expect(entered).toMatchObject({
      status: 'submitted',
      cells: { 't3.newlyReceived/total': { value: cell?.value } },
      submissions: [{ origin: 'file', casesSha256: null }],
    });
    const kept = await world.database.server
      .selectFrom('report_submission')
      .innerJoin('file', 'file.file_id', 'report_submission.file_id')
      .select(['file.state', 'file.sha256'])
      .where('report_submission.file_id', '=', fileId)
      .execute();
    expect(kept).toEqual([{ state: 'attached', sha256: reading.sha256 }]);
    expect((await enter(2023, reading.sha256)).status).toBe(409);
  });

  it('of a year before the platform is entered as published, and is what the public sees', async () => {
    const { township } = world;
    const bytes = await reportFile(await nameOf(township), 2021);
    const { fileId, reading } = await upload(township, officer, '2021年报.docx', bytes);
    const answer = await world.call(
      annualReportFileRoutes.enter,
      {
        params: { ...idsOf(township), reportYear: 2021 },
        body: { fileId, sha256: reading.sha256, as: 'published', source: '门户网站' },
      },
      officer,
    );
    expect(answer.body).toMatchObject({ status: 'published' });
    expect(await work(township, 2021, officer)).toMatchObject({
      status: 'published',
      publicPath: expect.stringMatching(/\/annual-reports\/2021$/),
    });
    const versions = await world.database.server
      .selectFrom('report_version')
      .innerJoin('annual_report', 'annual_report.report_id', 'report_version.report_id')
      .innerJoin('report_submission', 'report_submission.report_id', 'report_version.report_id')
      .select(['version', 'report_version.content_sha256', 'report_submission.content_sha256 as frozen'])
      .where('organ_id', '=', township.organId)
      .where('report_year', '=', 2021)
      .execute();
    expect(versions).toHaveLength(1);
    expect(versions[0]?.content_sha256).toBe(versions[0]?.frozen);
  });

  it('says what is doubtful, and is not entered by who neither reports nor receives', async () => {
    const { township, otherCounty } = world;
    const bytes = await reportFile('没有这个单位', 2020);
    const { fileId, reading } = await upload(township, officer, '报告.docx', bytes);
    expect(reading.units).toEqual([]);
    expect(reading.doubts[0]).toContain('没有名称为“没有这个单位”的，请选择');
    const drafter = await world.signedIn(township, 'drafter');
    const body = { fileId, sha256: reading.sha256, as: 'published' as const, source: '' };
    const params = { ...idsOf(township), reportYear: 2020 };
    const byDrafter = await world.call(annualReportFileRoutes.enter, { params, body }, drafter);
    expect(byDrafter.status).toBe(409);
    const elsewhere = { ...idsOf(otherCounty), reportYear: 2020 };
    expect(
      (await world.call(annualReportFileRoutes.enter, { params: elsewhere, body }, officer)).status,
    ).toBe(404);
  });

  it('beside the draft says part by part what it would change, and saved over that version becomes the draft', async () => {
    const { township } = world;
    const before = await work(township, 2022, officer);
    const params = { ...idsOf(township), reportYear: 2022 };
    const texts = { ...EMPTY_DRAFT.texts, s6: '本年度没有其他事项，收到申请{newlyReceived.total}件。' };
    const saved = await world.call(
      annualReportRoutes.save,
      { params, body: { draft: { ...EMPTY_DRAFT, texts } } },
      officer,
      { 'if-match': `"${String(before['version'])}"` },
    );
    expect(saved.status).toBe(200);
    const bytes = await reportFile(await nameOf(township), 2022);
    const { fileId } = await upload(township, officer, '办公室改过的.docx', bytes);
    const beside = await world.call(
      annualReportFileRoutes.besideDraft,
      { params: { ...params, fileId } },
      officer,
    );
    expect(beside.body).toMatchObject({
      status: 'drafting',
      otherYear: null,
      version: saved.body['version'],
    });
    const shown = beside.body as unknown as {
      readonly texts: readonly { readonly part: string; readonly before: string; readonly after: string }[];
      readonly tables: readonly {
        readonly table: string;
        readonly wasCounted: boolean;
        readonly cells: readonly { readonly cell: string; readonly before: string; readonly after: string }[];
      }[];
      readonly proposed: ReportDraft;
    };
    expect(shown.texts.find(({ part }) => part === 's6')?.before).toBe(texts.s6);
    const third = shown.tables.find(({ table }) => table === 't3');
    expect(third?.wasCounted).toBe(true);
    expect(third?.cells).toContainEqual(
      expect.objectContaining({ cell: 't3.newlyReceived/total', before: '0', after: '18' }),
    );
    // Nothing is kept by looking.
    expect((await work(township, 2022, officer))['draft']).toMatchObject({ texts });
    const put = await world.call(
      annualReportRoutes.save,
      { params, body: { draft: shown.proposed } },
      officer,
      {
        'if-match': `"${String(saved.body['version'])}"`,
      },
    );
    expect(put.body).toMatchObject({ cells: { 't3.newlyReceived/total': { value: 18 } } });
    const again = await world.call(
      annualReportFileRoutes.besideDraft,
      { params: { ...params, fileId } },
      officer,
    );
    expect(again.body).toMatchObject({ texts: [], tables: [], datedOn: null });
  });

  it('that was entered stands in the list of the office that entered it, and in nobody else’s', async () => {
    const { office, township } = world;
    const listOf = async (organ: WorldOrgan, cookie: string) =>
      (await world.call(annualReportFileRoutes.entered, { params: idsOf(organ) }, cookie)).body;
    expect(await listOf(office, supervisor)).toMatchObject({
      items: [
        { unit: { organId: township.organId }, reportYear: 2023, copy: 'submitted', fileName: '报告.docx' },
      ],
      total: 1,
    });
    expect(await listOf(township, officer)).toMatchObject({
      items: [{ reportYear: 2021, copy: 'published', fileName: '2021年报.docx' }],
    });
  });

  it('that cannot be opened is refused with what to do', async () => {
    const { status, body } = await upload(world.township, officer, '通知.pdf', pdf());
    expect([status, body['detail']]).toEqual([
      415,
      'PDF 已损坏或不完整，无法打开，未保留任何内容。请重新下载或重新导出后重试。',
    ]);
  });
});
