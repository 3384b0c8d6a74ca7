import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import type { AmendmentDecision } from '@zhaoshi/domain/application/amendment-decision';
import type { AmendmentDelivery } from '@zhaoshi/domain/application/amendment-delivery';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type ApplicantBrowser, answerTo, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { receiptOf } from '../../../test/applicant-journey.ts';
import { plantSealedFile } from '../../../test/application-file-samples.ts';
import { chooseSetting, readyForLetters } from '../../../test/application-samples.ts';
import { NOTICE_2027 } from '../../../test/calendar-samples.ts';
import { AMENDMENT_REQUEST, plantAmendment } from '../../../test/record-amendment-samples.ts';
import { pdf } from '../../../test/sample-files.ts';
import { remindAmendments } from '../../use-cases/record-amendments/remind-amendments.ts';

const NOW = new Date('2026-11-21T02:00:00.000Z');
let world: World;
let officerId: string;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  world.setNow(NOW);
  officerId = await world.newPerson(world.office, ['disclosureOfficer']);
  officer = await world.sessionOf(officerId);
  await readyForLetters(world, world.office);
});
afterAll(() => world.close());

const EVIDENCE = { field: 'evidence', name: '身份证和许可证.pdf', content: pdf() };

interface Ids {
  readonly regionId: string;
  readonly amendmentId: string;
}

/** A request by the portal's form, followed in the same browser. */
async function request(): Promise<{ readonly browser: ApplicantBrowser; readonly ids: Ids }> {
  const browser = newApplicantBrowser(world.app);
  const page = await browser.get('/amend/east/office');
  await browser.upload('/amend/east/office', { ...AMENDMENT_REQUEST, answer: answerTo(page.body) }, [
    EVIDENCE,
  ]);
  const receipt = receiptOf((await browser.get('/amend/receipt')).body);
  await browser.get('/follow');
  await browser.post('/follow', receipt);
  const { region_id: regionId, amendment_id: amendmentId } = await world.database.server
    .selectFrom('record_amendment')
    .select(['region_id', 'amendment_id'])
    .where('receipt_number', '=', receipt.number)
    .executeTakeFirstOrThrow();
  return { browser, ids: { regionId, amendmentId } };
}

const decide = (
  ids: Ids,
  decision: AmendmentDecision,
  texts: Readonly<Record<string, string>>,
  { on = '2026-11-21', version = 1 } = {},
) =>
  world.call(recordAmendmentRoutes.decide, { params: ids, body: { decision, on, texts } }, officer, {
    'if-match': `"${version}"`,
  });

const read = async ({ regionId, amendmentId }: Ids) =>
  (await world.call(recordAmendmentRoutes.read, { params: { regionId, amendmentId } }, officer)).body;

const linksIn = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/follow\/letter[^"]+)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'));

describe('a request to amend a record at the desk', () => {
  it('shows who asks, what is wrong and the evidence, and answers by a letter that the applicant reads', async () => {
    const { browser, ids } = await request();
    const shown = await read(ids);
    expect(shown).toMatchObject({ status: 'received', dueOn: '2026-12-18', request: AMENDMENT_REQUEST });
    expect(shown).toMatchObject({ files: [{ name: EVIDENCE.name }], decision: null, letter: null });
    const done = await decide(ids, 'amended', { reason: '与身份证核对一致，已更正。' });
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({
      status: 'amended',
      version: 2,
      letter: { title: '更正告知书', seenAt: null },
    });
    const page = await browser.get('/follow/case');
    expect(page.body).toContain('现在：已更正并告知');
    const [letter = '', docx = '', pdfFile = ''] = linksIn(page.body);
    const text = (await browser.get(letter)).body;
    expect(text).toContain('经审核属实，已予更正');
    expect(text).toContain('与身份证核对一致，已更正。');
    expect(text).toContain(`要求更正：${AMENDMENT_REQUEST.record}。`);
    expect(text).toContain('示府公复〔2026〕第1号');
    expect(text).toContain('行政复议');
    expect((await browser.get(docx)).rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await browser.get(pdfFile)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await read(ids))['letter']).toMatchObject({ seenAt: NOW.toISOString() });
  });

  it.each([
    ['declined', { reason: '登记簿与证件一致。' }, '不能证明该记录不准确', '经核实不予更正'],
    ['forwarded', { organInCharge: '示范市公安局' }, '转送示范市公安局处理', '已转送有权更正的机关'],
    [
      'referred',
      { organInCharge: '示范市公安局', organContact: '0000-7654321', reason: '该记录由公安机关制作。' },
      '可以向有权更正的行政机关提出，有权更正的行政机关：示范市公安局（联系方式：0000-7654321）',
      '已告知向有权更正的机关提出',
    ],
  ] as const)('tells the applicant that it is %s', async (decision, texts, words, status) => {
    const { browser, ids } = await request();
    expect((await decide(ids, decision, texts)).body).toMatchObject({ status: decision });
    const page = await browser.get('/follow/case');
    expect(page.body).toContain(status);
    if ('organInCharge' in texts) expect(page.body).toContain('有权更正的机关</dt><dd>示范市公安局');
    expect((await browser.get(linksIn(page.body)[0] ?? '')).body).toContain(words);
  });

  it('is not shown to whoever follows another request, nor by a link of another browser', async () => {
    const { browser, ids } = await request();
    await decide(ids, 'amended', { reason: '一致。' });
    const links = linksIn((await browser.get('/follow/case')).body);
    const other = (await request()).browser;
    for (const link of links) {
      expect((await other.get(link)).statusCode).toBe(404);
      expect((await newApplicantBrowser(world.app).get(link)).statusCode).toBe(404);
    }
    expect((await browser.get(links[1]?.replace('docx', 'pdf') ?? '')).statusCode).toBe(404);
  });

  it('is decided once, on the version that was seen, with everything that the letter needs', async () => {
    const { ids } = await request();
    const empty = await decide(ids, 'forwarded', { reason: '多余' });
    expect([empty.status, empty.body['errors']]).toEqual([
      422,
      [{ pointer: '/texts/organInCharge', message: '有权更正的行政机关：还没有填写。' }],
    ]);
    const late = await decide(ids, 'amended', { reason: '一致。' }, { on: '2026-11-22' });
    expect(late.body['errors']).toEqual([{ pointer: '/on', message: '日期不能晚于今天。' }]);
    expect(await read(ids)).toMatchObject({ status: 'received', version: 1 });
    const [one, two] = await Promise.all([
      decide(ids, 'amended', { reason: '一致。' }),
      decide(ids, 'declined', { reason: '不一致。' }),
    ]);
    expect(new Set([one?.status, two?.status])).toEqual(new Set([200, 412]));
    const again = await decide(ids, 'declined', { reason: '不一致。' }, { version: 2 });
    expect([again.status, again.body['code']]).toEqual([409, 'state-refuses']);
    expect(again.body['detail']).toContain('已经办结');
  });

  it('notes how the letter reached whoever does not look at the portal, each time that it goes out', async () => {
    const { ids } = await request();
    const deliver = (body: AmendmentDelivery, version: number) =>
      world.call(recordAmendmentRoutes.deliver, { params: ids, body }, officer, {
        'if-match': `"${version}"`,
      });
    const on = '2026-11-21' as CivilDate;
    const posted = { way: 'post', on, evidence: 'EMS 1234567890123' } as const;
    const early = await deliver(posted, 1);
    expect([early.status, early.body['detail']]).toEqual([409, expect.stringContaining('还没有决定')]);
    await decide(ids, 'amended', { reason: '一致。' });
    const courier = await deliver({ ...posted, evidence: '顺丰 SF1234567890' }, 2);
    expect(courier.body['errors']).toEqual([
      { pointer: '/evidence', message: expect.stringContaining('邮政法第五十五条') },
    ]);
    expect((await deliver(posted, 1)).status).toBe(412);
    expect((await deliver(posted, 2)).body).toMatchObject({ version: 3, letter: { deliveries: [posted] } });
    const signed = { way: 'direct', on, evidence: '邮件退回，赵测试甲当面签收' } as const;
    await deliver(signed, 3);
    expect(await read(ids)).toMatchObject({ status: 'amended', letter: { deliveries: [posted, signed] } });
    const { server } = world.database;
    const stored = JSON.stringify([
      await server.selectFrom('record_amendment').selectAll().execute(),
      await server.selectFrom('audit_entry').selectAll().execute(),
    ]);
    expect(stored).toContain('recordAmendment.deliver');
    expect(stored).not.toContain('当面签收');
  });

  it('asks for the 文号 where the organ does not count, and takes none twice', async () => {
    await chooseSetting(world, world.office, 'letter.numberWord', '');
    const first = await request();
    expect((await read(first.ids))['isNumberTyped']).toBe(true);
    const without = await decide(first.ids, 'amended', { reason: '一致。' });
    expect(without.body['errors']).toEqual([
      { pointer: '/texts/documentNumber', message: expect.stringContaining('发文字号') },
    ]);
    const number = { documentNumber: '示府公复〔2026〕第900号' };
    expect((await decide(first.ids, 'amended', { reason: '一致。', ...number })).status).toBe(200);
    const second = await request();
    const taken = await decide(second.ids, 'amended', { reason: '一致。', ...number });
    expect(taken.body['errors']).toEqual([
      { pointer: '/texts/documentNumber', message: '这个发文字号已经用过，请核对。' },
    ]);
    await chooseSetting(world, world.office, 'letter.numberWord', '示府公复');
  });

  it('keeps what names a person sealed, and out of the trail', async () => {
    const { ids } = await request();
    await decide(ids, 'declined', { reason: '赵测试甲的登记簿与证件一致。' });
    const { server } = world.database;
    const stored = JSON.stringify([
      await server.selectFrom('record_amendment').selectAll().execute(),
      await server.selectFrom('record_amendment_letter').selectAll().execute(),
      await server.selectFrom('audit_entry').selectAll().execute(),
      await server.selectFrom('notification').selectAll().execute(),
    ]);
    for (const secret of ['赵测试甲', '11010519491231002X', '13912345678', '登记簿与证件一致']) {
      expect(stored).not.toContain(secret);
    }
    const { details } = await server
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'recordAmendment.decide')
      .where('subject', '=', `recordAmendment/${ids.amendmentId}`)
      .executeTakeFirstOrThrow();
    expect(details).toContain('declined');
  });
});

describe('the list of requests', () => {
  const numbers = async (query: object): Promise<readonly string[]> => {
    const found: string[] = [];
    let cursor: unknown;
    do {
      const asked = { ...query, limit: 2, ...(typeof cursor === 'string' && { cursor }) };
      const { body } = await world.call(recordAmendmentRoutes.list, { query: asked }, officer);
      found.push(...(body['items'] as unknown as { number: string }[]).map(({ number }) => number));
      cursor = body['nextCursor'];
    } while (typeof cursor === 'string');
    return found;
  };

  it('has every request once, page by page, by stage, day and number', async () => {
    const all = await numbers({});
    const open = await numbers({ stage: 'open' });
    const decided = await numbers({ stage: 'decided' });
    expect(new Set(all).size).toBe(all.length);
    expect([...open, ...decided].toSorted()).toEqual(all.toSorted());
    expect(open.length).toBeGreaterThan(0);
    expect(await numbers({ stage: 'overdue' })).toEqual([]);
    expect(await numbers({ receivedTo: '2026-11-20' })).toEqual([]);
    expect(await numbers({ number: '更２０２６０００1' })).toEqual(['更20260001']);
  });

  it('names nobody', async () => {
    const { body } = await world.call(recordAmendmentRoutes.list, { query: {} }, officer);
    expect(JSON.stringify(body)).not.toContain('赵');
  });
});

it('gives out the evidence to those who may see the applicant, and no other file', async () => {
  const planted = await plantAmendment(world, world.office);
  const foreign = await plantSealedFile(world, world.office);
  const file = async (fileId: string) =>
    (await world.call(recordAmendmentRoutes.file, { params: { ...planted, fileId } }, officer)).status;
  expect(await file(planted.fileId)).toBe(200);
  expect(await file(foreign)).toBe(404);
});

describe('the last day of a request', () => {
  it('ends with the decision, as it was', async () => {
    const { ids } = await request();
    await decide(ids, 'amended', { reason: '一致。' });
    const open = await world.database.server
      .selectFrom('deadline')
      .select('deadline_id')
      .where('subject', '=', `recordAmendment/${ids.amendmentId}`)
      .where('closed_at', 'is', null)
      .execute();
    expect(open).toEqual([]);
    expect(await read(ids)).toMatchObject({ dueOn: '2026-12-18', isOverdue: false });
  });

  it('is on the to-do list, is reminded of, and moves with the calendar', async () => {
    world.setNow(new Date('2027-01-20T02:00:00.000Z'));
    const { ids } = await request();
    const head = await world.newPerson(world.office, ['disclosureOfficeHead']);
    const cookie = await world.sessionOf(head);
    const readBack = async () => (await world.call(recordAmendmentRoutes.read, { params: ids }, cookie)).body;
    const before = await readBack();
    expect(before['isProvisional']).toBe(true);
    const todo = await world.call(deskRoutes.todo, {}, cookie);
    expect(JSON.stringify(todo.body)).toContain('件更正本人信息的申请');
    expect(todo.body['items']).toContainEqual(
      expect.objectContaining({ kind: 'amendmentsToDecide', dueOn: '2026-12-18', isOverdue: true }),
    );
    const administrator = await world.signedIn(world.county, 'administrator');
    const { regionId, organId } = world.county;
    const loaded = await world.call(
      calendarRoutes.editYear,
      {
        params: { regionId, organId, year: 2027 },
        body: { regionalHolidays: [], file: NOTICE_2027 } as never,
      },
      administrator,
      { 'if-match': '"1"' },
    );
    expect(loaded.status).toBe(200);
    const after = await readBack();
    expect(after).toMatchObject({ isProvisional: false, version: 1 });
    expect(after['dueOn']).not.toBe(before['dueOn']);
    world.setNow(new Date(`${String(after['dueOn'])}T02:00:00.000Z`));
    const context = {
      ...world.database.context,
      now: () => new Date(`${String(after['dueOn'])}T02:00:00.000Z`),
    };
    await remindAmendments(context);
    await remindAmendments(context);
    const told = await world.call(deskRoutes.notifications, { query: {} }, await world.sessionOf(head));
    const items = told.body['items'] as unknown as { words: string; amendment: object | null }[];
    const due = items.filter(({ words }) => words.includes('办理期限今日届满'));
    expect(due).toHaveLength(1);
    expect(due[0]?.amendment).toEqual(ids);
  });
});
