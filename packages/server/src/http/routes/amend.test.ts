import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type ApplicantBrowser, answerTo, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { receiptOf } from '../../../test/applicant-journey.ts';
import { pdf } from '../../../test/sample-files.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PATH = '/amend/east/office';
const REQUEST = {
  name: '赵测试甲',
  identityNumber: '11010519491231002X',
  phone: '13912345678',
  record: '2024年行政许可公示第12号',
  fault: '持证人姓名写成“赵测武甲”，应为“赵测试甲”',
};
const EVIDENCE = { field: 'evidence', name: '身份证和许可证.pdf', content: pdf() };

const fill = async (browser: ApplicantBrowser, values: Readonly<Record<string, string>> = REQUEST) => {
  const page = await browser.get(PATH);
  return await browser.upload(PATH, { ...values, answer: answerTo(page.body) }, [EVIDENCE]);
};

const rows = async () => await world.database.server.selectFrom('record_amendment').selectAll().execute();

describe('having one’s own record put right', () => {
  it('gets a number, a period and a status', async () => {
    const browser = newApplicantBrowser(world.app);
    expect((await fill(browser)).headers.location).toBe('/amend/receipt');
    const { number, code } = receiptOf((await browser.get('/amend/receipt')).body);
    expect(number).toBe('更20260001');
    await browser.get('/follow');
    expect((await browser.post('/follow', { number, code })).headers.location).toBe('/follow/case');
    const page = await browser.get('/follow/case');
    expect(page.body).toContain('现在：已收到，正在核实');
    expect(page.body).toContain('2026年12月18日');
    expect(page.body).toContain(REQUEST.record);
    expect(page.headers['cache-control']).toBe('private, no-store');
    const [row] = await rows();
    expect(row).toMatchObject({ status: 'received', received_on: '2026-11-21', due_on: '2026-12-18' });
    const deadline = await world.database.server
      .selectFrom('deadline')
      .select(['kind', 'due_on'])
      .where('subject', '=', `recordAmendment/${row?.amendment_id ?? ''}`)
      .executeTakeFirst();
    expect(deadline).toEqual({ kind: '更正本人信息', due_on: '2026-12-18' });
    const stored = JSON.stringify([
      row,
      await world.database.server.selectFrom('audit_entry').selectAll().execute(),
      await world.database.server.selectFrom('file').selectAll().execute(),
    ]);
    for (const secret of [...Object.values(REQUEST), EVIDENCE.name]) expect(stored).not.toContain(secret);
  });

  it('opens no case, and no act, with its number', async () => {
    const browser = newApplicantBrowser(world.app);
    await fill(browser);
    const { number, code } = receiptOf((await browser.get('/amend/receipt')).body);
    await browser.get('/follow');
    await browser.post('/follow', { number, code });
    expect((await browser.get('/follow/act/withdraw')).statusCode).toBe(404);
  });

  it('keeps what was typed and says what is missing', async () => {
    const browser = newApplicantBrowser(world.app);
    const { body, statusCode } = await fill(browser, { ...REQUEST, fault: '', phone: '' });
    expect(statusCode).toBe(422);
    expect(body).toContain('<title>错误：');
    expect(body).toContain('<a href="#fault">');
    expect(body).toContain('<a href="#phone">');
    expect(body).toContain(`value="${REQUEST.record}"`);
    const page = await browser.get(PATH);
    const without = await browser.upload(PATH, { ...REQUEST, answer: answerTo(page.body) }, []);
    expect(without.body).toContain('<a href="#evidence">请上传证据材料');
    const wrong = await browser.upload(PATH, { ...REQUEST, answer: '错' }, [EVIDENCE]);
    expect(wrong.body).toContain('回答不对');
  });

  it('is entered once, of this browser’s own form alone', async () => {
    const browser = newApplicantBrowser(world.app);
    const before = (await rows()).length;
    const page = await browser.get(PATH);
    const values = { ...REQUEST, answer: answerTo(page.body) };
    const foreign = newApplicantBrowser(world.app);
    await foreign.get(PATH);
    expect(
      (await browser.upload(PATH, { ...values, token: foreign.hidden()['token'] ?? '' }, [EVIDENCE]))
        .statusCode,
    ).toBe(422);
    expect((await rows()).length).toBe(before);
    const again = await browser.get(PATH);
    const twice = await Promise.all(
      [1, 2].map(() => browser.upload(PATH, { ...REQUEST, answer: answerTo(again.body) }, [EVIDENCE])),
    );
    expect(twice.map(({ headers }) => headers.location)).toEqual(['/amend/receipt', '/amend/receipt']);
    expect((await rows()).length).toBe(before + 1);
    // The next one is a request of its own.
    expect((await fill(browser)).headers.location).toBe('/amend/receipt');
    expect((await rows()).length).toBe(before + 2);
  });
});
