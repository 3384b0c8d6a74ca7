import { applicationStatisticsRoutes } from '@zhaoshi/contract/routes/application-statistics';
import { applicationTransferRoutes } from '@zhaoshi/contract/routes/application-transfer';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { SheetRow } from '@zhaoshi/domain/application/register-sheet/columns';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { readList } from '@zhaoshi/report-files/read/xlsx/read-rows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { sheetFile, sheetRow } from '../../../test/application-transfer-samples.ts';
import { fileForm } from '../../../test/file-samples.ts';
import { READERS } from '../../use-cases/files/file-readers.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.county, 'disclosureOfficer');
});
afterAll(() => world.close());

const { checkImport, runImport, importReport } = applicationTransferRoutes;
const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

async function check(rows: readonly SheetRow[], cookie = officer, organ = world.county) {
  const { body, type } = fileForm('旧登记簿.xlsx', await sheetFile(rows));
  const request = { params: idsOf(organ), body };
  return await world.call(checkImport, request as never, cookie, { 'content-type': type });
}

async function run(importId: unknown, cookie = officer) {
  const params = { ...idsOf(world.county), importId: String(importId) };
  return await world.call(runImport, { params }, cookie);
}

async function failures(importId: unknown, cookie = officer) {
  const { regionId, organId } = world.county;
  return await world.app.inject({
    url: `/api/organs/${regionId}/${organId}/application-imports/${String(importId)}/failures`,
    headers: { cookie },
  });
}

const concluded = (change: Partial<SheetRow> = {}): SheetRow =>
  sheetRow({
    outcome: '予以公开，提供信息',
    resultOn: '2023-03-20',
    documentNumber: '示〔2023〕1号',
    ...change,
  });

async function register(cookie = officer) {
  const { body } = await world.call(applicationRoutes.search, { body: { limit: 100 } }, cookie);
  return body['items'] as unknown as Record<string, unknown>[];
}

describe('an old register', () => {
  it('is looked at first, imported after, and what failed comes back with every reason to be mended', async () => {
    const good = concluded({ registrationNumber: '20230001' });
    const bad = concluded({ registrationNumber: '20230001', channel: '托人', resultOn: '' });
    const open = sheetRow({ registrationNumber: '20260007', receiptDate: '2026-11-12' });
    const checked = await check([good, bad, open]);
    expect(checked.body).toMatchObject({
      rows: 3,
      ready: 2,
      failed: 1,
      imported: null,
      concluded: 1,
      open: 1,
    });
    expect(checked.body['failures']).toEqual([
      {
        row: 3,
        reasons: [
          expect.stringContaining('与第 2 行重复'),
          expect.stringContaining('托人'),
          expect.stringContaining('答复日期'),
        ],
      },
    ]);
    expect(await register()).toHaveLength(0);

    const { body } = await run(checked.body['importId']);
    expect(body).toMatchObject({ rows: 3, imported: 2, failed: 1 });
    const rows = await register();
    expect(
      new Set(rows.map(({ registrationNumber, status, outcome }) => [registrationNumber, status, outcome])),
    ).toEqual(
      new Set([
        ['20230001', 'closed', 'granted.provided'],
        ['20260007', 'registered', null],
      ]),
    );
    expect(rows.find(({ status }) => status === 'registered')).toMatchObject({ dueOn: '2026-12-10' });

    const file = await failures(checked.body['importId']);
    const list = await readList(file.rawPayload, ['登记号', '错误原因']);
    if (!list.ok) throw new Error(list.error.message);
    expect(list.value.rows.map(({ cells }) => [cells.get('提交方式'), cells.get('姓名(名称)')])).toEqual([
      ['托人', '赵测试甲'],
    ]);

    const mended = await check([
      { ...bad, registrationNumber: '20230002', channel: '当面提交', resultOn: '2023-03-21' },
    ]);
    expect((await run(mended.body['importId'])).body).toMatchObject({ imported: 1, failed: 0 });
  });

  it('is a case with its history, and counts in table three of its year', async () => {
    const row = (await register()).find(({ registrationNumber }) => registrationNumber === '20230001');
    const params = { regionId: String(row?.['regionId']), applicationId: String(row?.['applicationId']) };
    const { body } = await world.call(applicationRoutes.read, { params }, officer);
    const events = body['events'] as unknown as { type: string; on: string; texts: unknown }[];
    expect(events.map(({ type }) => type)).toEqual(['register', 'importResult']);
    expect(events[1]).toMatchObject({ on: '2023-03-20', texts: { documentNumber: '示〔2023〕1号' } });
    expect(body['form']).toMatchObject({ applicant: { name: '赵测试甲', phone: '13912345678' } });
    const { body: statistics } = await world.call(
      applicationStatisticsRoutes.statistics,
      { params: idsOf(world.county), query: { from: '2023-01-01', to: '2023-12-31', form: '2021' } },
      officer,
    );
    expect(statistics['figures']).toMatchObject({
      't3.newlyReceived/total': 2,
      't3.granted/naturalPerson': 2,
    });
  });

  it('leaves later registrations their numbers', async () => {
    const { registrationNumber } = await plantCase(world, world.county);
    expect(registrationNumber).toBe('20260008');
  });

  it('does not let a number that is none of the series move it', async () => {
    const next = async (): Promise<string> => (await plantCase(world, world.otherCounty)).registrationNumber;
    const clerk = await world.signedIn(world.otherCounty, 'disclosureOfficer');
    const bring = async (...numbers: readonly string[]): Promise<void> => {
      const rows = numbers.map((registrationNumber) => concluded({ registrationNumber }));
      const checked = await check(rows, clerk, world.otherCounty);
      const params = { ...idsOf(world.otherCounty), importId: String(checked.body['importId']) };
      const done = await world.call(runImport, { params }, clerk);
      expect(done.body).toMatchObject({ imported: numbers.length });
    };
    await bring('2026999999999', '202612345', '依申请2026-0300', '20260003');
    expect(await next()).toBe('20260004');
    // The series has come to a number that an old register brought.
    await bring('20269999', '202610000');
    expect(await next()).toBe('202610001');
  });

  it('knows the same applicant in all its rows and in the register', async () => {
    const people = await world.database.server
      .selectFrom('applicant')
      .select('applicant_id')
      .where('organ_id', '=', world.county.organId)
      .where('phone_hash', 'is not', null)
      .execute();
    // The imported one by name and phone; the planted one has an identity number too.
    expect(people).toHaveLength(2);
  });

  it('is imported once, however often that is asked', async () => {
    const { body } = await check([sheetRow()]);
    const [first, second] = await Promise.all([run(body['importId']), run(body['importId'])]);
    expect(new Set([first.status, second.status])).toEqual(new Set([200, 409]));
  });

  it('puts aside what was registered meanwhile', async () => {
    const number = '2023-7';
    const [one, two] = [
      await check([sheetRow({ registrationNumber: number })]),
      await check([sheetRow({ registrationNumber: number })]),
    ];
    await run(one.body['importId']);
    const { body } = await run(two.body['importId']);
    expect(body).toMatchObject({ imported: 0, failed: 1 });
    expect(JSON.stringify(body['failures'])).toContain('已在登记簿中');
  });

  it('is seen by nobody but whoever uploaded it', async () => {
    const { body } = await check([concluded()]);
    const other = await world.signedIn(world.county, 'disclosureOfficeHead');
    const params = { ...idsOf(world.county), importId: String(body['importId']) };
    expect((await world.call(importReport, { params }, other)).status).toBe(404);
    expect((await failures(body['importId'], other)).statusCode).toBe(404);
    expect((await run(body['importId'], other)).status).toBe(404);
  });

  it('lies sealed, and after the import without what was imported', async () => {
    const row = concluded({ name: '周测试乙', description: '别处没有的内容' });
    const { body } = await check([row]);
    await run(body['importId']);
    const { rows } = {
      rows: await world.database.server.selectFrom('application_import').selectAll().execute(),
    };
    const cases = await world.database.server.selectFrom('application').selectAll().execute();
    const applicants = await world.database.server.selectFrom('applicant').selectAll().execute();
    expect(JSON.stringify([rows, cases, applicants])).not.toContain('周测试乙');
    const audit = await world.database.server.selectFrom('audit_entry').select('details').execute();
    expect(JSON.stringify(audit)).not.toMatch(/周测试乙|13912345678|别处没有/);
  });

  it.each([
    ['no rows', [], '只有表头'],
    ['too many rows', Array.from({ length: 5001 }, () => sheetRow()), '一次最多导入 5000 行'],
  ])('with %s is refused in words', async (_name, rows, words) => {
    const { status, body } = await check(rows);
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(words)]);
  });

  it('is read one after the other: who uploads more at once is told to wait', async () => {
    const { body, type } = fileForm('旧登记簿.xlsx', await sheetFile([concluded()]));
    const request = { params: idsOf(world.county), body };
    // The reader has long work before these: none of them is read before the last has asked.
    const bytes = Buffer.alloc(4_000_000, '手机 13812341234。');
    const held = READERS.ask({ kind: 'scan', bytes, name: '名单.txt', today: '2026-11-21' as CivilDate });
    let told = 0;
    const asked = Array.from({ length: 6 }, async () => {
      const answer = await world.call(checkImport, request as never, officer, { 'content-type': type });
      told += 1;
      return answer;
    });
    await expect.poll(() => told, { timeout: 60_000 }).toBe(4);
    READERS.close();
    await held;
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 200, 503, 503, 503, 503,
    ]);
    const refused = answers.find(({ status }) => status === 503);
    expect(JSON.stringify(refused?.body)).toContain('没有读取');
    expect((await check([concluded()])).status).toBe(200);
  });

  it('of five thousand rows goes in at once', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      concluded({
        registrationNumber: `批${index}`,
        name: `测试${index % 700}`,
        phone: `139${String(10_000_000 + (index % 700))}`,
      }),
    );
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    const checked = await check(rows, clerk, world.township);
    expect(checked.body).toMatchObject({ rows: 5000, ready: 5000 });
    const params = { ...idsOf(world.township), importId: String(checked.body['importId']) };
    const { body } = await world.call(runImport, { params }, clerk);
    expect(body).toMatchObject({ imported: 5000, failed: 0 });
    const people = await world.database.server
      .selectFrom('applicant')
      .select('applicant_id')
      .where('organ_id', '=', world.township.organId)
      .execute();
    expect(people).toHaveLength(700);
  });
});

describe('the register taken out', () => {
  const exported = async (cookie: string, body: object) => {
    const { regionId, organId } = world.county;
    return await world.app.inject({
      method: 'POST',
      url: `/api/organs/${regionId}/${organId}/application-export`,
      headers: { cookie, 'zhaoshi-request': '1' },
      payload: body,
    });
  };

  it('has every case that fits, with its applicant, in columns that can be imported again', async () => {
    const description = '=HYPERLINK("http://x","点")';
    await plantCase(world, world.county, { form: { ...SAMPLE_FORM, description } });
    const all = await exported(officer, {});
    const list = await readList(all.rawPayload, ['登记号', '状态']);
    if (!list.ok) throw new Error(list.error.message);
    expect(list.value.rows).toHaveLength((await register()).length);
    expect(list.value.rows.map(({ cells }) => cells.get('所需信息的内容描述'))).toContain(description);
    expect(list.value.rows.map(({ cells }) => cells.get('证件号码'))).toContain(
      SAMPLE_FORM.applicant.identityNumber,
    );
    const some = await readList((await exported(officer, { stage: 'concluded' })).rawPayload, ['登记号']);
    expect(some.ok && some.value.rows.every(({ cells }) => cells.get('状态') === '已办结')).toBe(true);
  });

  it('is in the trail, with by what it was narrowed and no words of it', async () => {
    await exported(officer, { q: '赵测试甲', stage: 'open' });
    const entry = await world.database.server
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'application.export')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry.details).toContain('stage');
    expect(entry.details).not.toContain('赵测试甲');
  });

  it('is for registrars only', async () => {
    const answer = await exported(await world.signedIn(world.county, 'drafter'), {});
    expect(answer.statusCode).toBe(403);
  });
});
