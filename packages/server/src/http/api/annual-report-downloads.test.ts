import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { APPLICANT_KINDS } from '@zhaoshi/domain/annual-report/ids';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import { cellsHash } from '@zhaoshi/report-files/cells-hash';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { readSourceAs } from '@zhaoshi/report-files/read/read-source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantReport } from '../../../test/annual-report-desk.ts';
import { reportFile, sha256Of } from '../../../test/annual-report-file-samples.ts';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantFile } from '../../../test/file-samples.ts';
import { textOf } from '../../../test/letter-desk.ts';
import { REQUEST_HEADER } from './access.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const DRAFT = {
  ...EMPTY_DRAFT,
  texts: { ...EMPTY_DRAFT.texts, s1: '全年新收申请{newlyReceived.total}件。' },
  sources: { t2: 'typed', t3: 'typed', t4: 'typed' },
  // A blank among them would keep the total blank.
  typed: {
    ...Object.fromEntries(APPLICANT_KINDS.map((kind) => [`t3.newlyReceived/${kind}`, '0'])),
    't3.newlyReceived/naturalPerson': '7',
  },
} as const;

interface Downloaded {
  readonly status: number;
  readonly name: string;
  readonly bytes: Buffer;
  readonly cache: unknown;
}

/** Fetches a file as the console does; the name is the whole one (RFC 8187). */
async function download(
  { regionId, organId }: WorldOrgan,
  reportYear: number,
  {
    door,
    body,
    cookie = officer,
  }: { readonly door: string; readonly body?: object; readonly cookie?: string },
): Promise<Downloaded> {
  const answer = await world.app.inject({
    method: 'POST',
    url: `/api/organs/${regionId}/${organId}/annual-reports/${reportYear}/${door}`,
    headers: { [REQUEST_HEADER]: '1', cookie },
    ...(body !== undefined && { payload: body }),
  });
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(String(answer.headers['content-disposition']))?.[1] ?? '';
  return {
    status: answer.statusCode,
    name: decodeURIComponent(encoded),
    bytes: answer.rawPayload,
    cache: answer.headers['cache-control'],
  };
}

/** What the trail says of the last file that was taken away. */
async function trail(): Promise<unknown> {
  const { details } = await world.database.server
    .selectFrom('audit_entry')
    .select('details')
    .where('action', '=', 'annualReport.download')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow();
  return JSON.parse(details);
}

describe('texts of a report taken away', () => {
  it('the draft in every format says that it is one, holds what is typed now, and is kept in no cache', async () => {
    const { township } = world;
    await plantReport(world, township, 'drafting', { reportYear: 2025, draft: DRAFT });
    for (const format of ['docx', 'pdf', 'xlsx', 'html', 'json'] as const) {
      const file = await download(township, 2025, { door: 'copies', body: { submission: null, format } });
      expect(file.status).toBe(200);
      expect(file.name).toMatch(/^township2025年政府信息公开工作年度报告（工作稿\d{4}-\d\d-\d\d）\.\w+$/);
      expect(file.name.endsWith(`.${format}`)).toBe(true);
      expect(file.cache).toBe('private, no-store');
      const read = await readReportFile(file.bytes, { name: file.name });
      if (!read.ok) throw new Error(read.error.message);
      const { cells, sections } = read.value.report;
      expect(cells['t3.newlyReceived/total']?.value).toBe(7);
      expect(sections.s1?.paragraphs).toEqual(['全年新收申请7件。']);
    }
    const html = await download(township, 2025, {
      door: 'copies',
      body: { submission: null, format: 'html' },
    });
    expect(html.bytes.toString()).toContain('【不是公布的文本】工作稿：');
    expect(await trail()).toMatchObject({ reportYear: 2025, kind: 'draft', format: 'html' });
  });

  it('a frozen state carries the hash of its figures; one that stands for nothing any more says so', async () => {
    const { township } = world;
    const { key } = await plantReport(world, township, 'inSignature', { reportYear: 2024, draft: DRAFT });
    const body = { submission: 1, format: 'html' } as const;
    const frozen = await download(township, 2024, { door: 'copies', body });
    expect(frozen.name).toBe('township2024年政府信息公开工作年度报告（待签发稿，第1次封存）.html');
    const read = await readReportFile(frozen.bytes, { name: 'a.html' });
    if (!read.ok) throw new Error(read.error.message);
    const shown = await world.call(annualReportRoutes.read, { params: key }, officer);
    const [submission] = shown.body['submissions'] as unknown as readonly { readonly cellsSha256: string }[];
    expect(cellsHash(read.value.report)).toBe(submission?.cellsSha256);
    expect(frozen.bytes.toString()).toContain(`表格数据校验值：${submission?.cellsSha256}`);
    // As it stands now is the same text.
    const now = await download(township, 2024, { door: 'copies', body: { ...body, submission: null } });
    expect(now.name).toBe(frozen.name);
    expect(now.bytes.equals(frozen.bytes)).toBe(true);
    const taken = await world.call(
      annualReportRoutes.act,
      { params: key, body: { act: { type: 'takeBack' }, texts: {} } },
      officer,
      { 'if-match': `"${String(shown.body['version'])}"` },
    );
    expect(taken.body['submissions']).toMatchObject([{ copy: 'former', hasOriginal: false }]);
    const former = await download(township, 2024, { door: 'copies', body });
    expect(former.name).toContain('（以前封存的文本，第1次封存）');
    expect(former.bytes.toString()).toContain('封存以后已经撤回、退回或者更正，不再使用。');
    expect(
      (await download(township, 2024, { door: 'copies', body: { ...body, submission: 9 } })).status,
    ).toBe(404);
  });

  it('an entered file is public text without a mark, and its original is the very file, by a name that names nobody', async () => {
    const { township, county } = world;
    const content = await reportFile('township', 2021);
    const { fileId } = await plantFile(world, township, { name: '李四报来的.docx', content });
    const entered = await world.call(
      annualReportFileRoutes.enter,
      {
        params: { regionId: township.regionId, organId: township.organId, reportYear: 2021 },
        body: { fileId, sha256: sha256Of(content), as: 'published', source: '门户网站' },
      },
      officer,
    );
    expect(entered.status).toBe(200);
    const open = await download(township, 2021, {
      door: 'copies',
      body: { submission: null, format: 'html' },
    });
    expect(open.name).toBe('township2021年政府信息公开工作年度报告.html');
    expect(open.bytes.toString()).not.toContain('【不是公布的文本】');
    const original = await download(township, 2021, { door: 'originals', body: { submission: 1 } });
    expect([original.status, original.name]).toEqual([
      200,
      'township2021年政府信息公开工作年度报告（第1次封存的原件）.docx',
    ]);
    expect(original.bytes.equals(content)).toBe(true);
    expect(await trail()).toMatchObject({ kind: 'original', submission: 1 });
    // The office that receives it reads it too; another county does not know that it is there.
    const supervisor = await world.signedIn(world.office, 'supervisor');
    const stranger = await world.signedIn(world.otherCounty, 'disclosureOfficer');
    const by = async (cookie: string) =>
      (await download(township, 2021, { door: 'originals', body: { submission: 1 }, cookie })).status;
    expect([await by(supervisor), await by(stranger)]).toEqual([200, 404]);
    expect((await download(county, 2021, { door: 'originals', body: { submission: 1 } })).status).toBe(404);
  });
});

describe('the paper for the leader', () => {
  it('is a Word file about the report that waits, with its hash', async () => {
    const { township } = world;
    const { key } = await plantReport(world, township, 'inSignature', { reportYear: 2023, draft: DRAFT });
    const leader = await world.signedIn(township, 'leader');
    const file = await download(township, 2023, { door: 'leader-package', cookie: leader });
    expect(file.name).toMatch(/^township2023年政府信息公开工作年度报告送签说明（\d{4}-\d\d-\d\d）\.docx$/);
    const text = textOf(await readSourceAs('docx', file.bytes));
    const shown = await world.call(annualReportRoutes.read, { params: key }, leader);
    expect(text).toContain(`请签发的是第1次封存的报告，内容校验值（SHA-256）：${shown.body['frozenSha256']}`);
    expect(text).toContain('本年新收');
    expect(await trail()).toMatchObject({ kind: 'leaderPackage' });
  });
});
