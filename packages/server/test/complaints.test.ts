import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';
import { readSourceAs } from '@zhaoshi/report-files/read/read-source';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBox } from '../src/use-cases/complaints/open-box.ts';
import { createWorld, type World } from './api-world.ts';
import { answerTo, newApplicantBrowser } from './applicant-browser.ts';
import {
  actOn,
  BOX,
  complain,
  complainAnonymously,
  followUp,
  listedComplaint,
  receiptOn,
  type SentReceipt,
} from './complaint-desk.ts';

const SATURDAY = new Date('2026-11-21T02:00:00Z');
const SUNDAY = new Date('2026-11-22T02:00:00Z');

let world: World;
let office: string;
let township: string;

/** Nobody stays signed in over night. */
async function signIn(): Promise<void> {
  office = await world.signedIn(world.office, 'supervisor');
  township = await world.signedIn(world.township, 'disclosureOfficer');
}

beforeAll(async () => {
  world = await createWorld();
  world.setNow(SATURDAY);
  await signIn();
});
afterAll(() => world.close());

const open = () => openBox({ ...world.database.context, now: () => SUNDAY, services: world.services });

const todoOf = async (cookie: string) => {
  const { body } = await world.call(deskRoutes.todo, {}, cookie);
  return (body['items'] as unknown as { kind: string; title: string; dueOn: string | null }[]).map(
    ({ kind, title, dueOn }) => `${kind} ${title} ${dueOn ?? ''}`,
  );
};

describe('an anonymous complaint', () => {
  let receipt: SentReceipt;
  let params: Awaited<ReturnType<typeof listedComplaint>>;

  it('lies in the box until the next day, and is followed with number and code', async () => {
    receipt = await complainAnonymously(world, '镇里的预算没有公开');
    expect(receipt.number).toMatch(/^诉\d{10}$/);
    expect(await followUp(world, receipt)).toContain('在投诉箱中，尚未开箱');
    await expect(listedComplaint(world, office, receipt.number)).rejects.toThrow('no 诉');
    expect(await openBox({ ...world.database.context, now: () => SATURDAY, services: world.services })).toBe(
      0,
    );
    world.setNow(SUNDAY);
    await signIn();
    expect(await open()).toBe(1);
    params = await listedComplaint(world, office, receipt.number);
    expect(await followUp(world, receipt)).toContain('至迟2026年11月24日告知是否受理');
    const digits = receipt.number.replace('诉', '');
    expect(await followUp(world, { ...receipt, number: digits })).toContain('至迟2026年11月24日');
    expect(await followUp(world, { ...receipt, code: 'AAAAABBBBB' })).toContain('编号或者查询码不对');
  });

  it('is taken up, found true, ordered to be put right, told and closed; not closed without an order', async () => {
    const shown = await world.call(complaintRoutes.read, { params }, office);
    expect(shown.body).toMatchObject({
      isNamed: false,
      complainant: null,
      text: '镇里的预算没有公开',
      receivedOn: '2026-11-21',
      due: { step: 'acknowledge', dueOn: '2026-11-24' },
      acts: ['accept', 'redirect', 'extend'],
    });
    expect(await todoOf(office)).toContain('complaintsToAcknowledge 告知 1 件投诉是否受理 2026-11-24');
    expect((await actOn(world, office, params, { type: 'accept' })).status).toBe(200);
    const found = await actOn(world, office, params, {
      type: 'find',
      finding: 'true',
      words: '专栏没有预算',
    });
    expect(found.body).toMatchObject({ status: 'found', due: { step: 'result', dueOn: '2026-12-11' } });
    expect((await actOn(world, office, params, { type: 'tell', words: '经核查属实。' })).status).toBe(200);
    const refused = await actOn(world, office, params, { type: 'close' });
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      409,
      expect.stringContaining('查证属实的，应当督促整改或者通报批评'),
    ]);
    const early = await actOn(world, office, params, {
      type: 'order',
      dueOn: '2026-11-01',
      words: '公开预算',
    });
    expect(JSON.stringify(early.body)).toContain('整改期限不能早于今天');
    const ordered = await actOn(world, office, params, {
      type: 'order',
      dueOn: '2026-12-04',
      words: '在专栏公开2026年预算',
    });
    expect(ordered.status, JSON.stringify(ordered.body)).toBe(200);
    expect((await actOn(world, office, params, { type: 'close' })).body['status']).toBe('closed');
    const page = await followUp(world, receipt);
    expect(page).toContain('已办结');
    expect(page).toContain('核查结论：属实。');
    expect(page).toContain('经核查属实。');
    // What belongs to the house.
    expect(page).not.toContain('专栏没有预算');
  });

  it('brings the unit its order, which tells nothing of a complaint, and back when it was put right', async () => {
    const { body } = await world.call(remediationRoutes.list, { query: { state: 'owed' } }, township);
    const [order] = body['items'] as unknown as { regionId: string; orderId: string }[];
    if (order === undefined) throw new Error('no order');
    expect(await todoOf(township)).toContain('ordersToPerform 落实 1 份整改通知、通报 2026-12-04');
    const ids = { regionId: order.regionId, orderId: order.orderId };
    const read = await world.call(remediationRoutes.read, { params: ids }, township);
    expect(read.body).toMatchObject({ demand: '在专栏公开2026年预算', status: 'issued' });
    const { abilities: _, issuerAbilities: __, ...told } = read.body;
    expect(JSON.stringify(told)).not.toMatch(/投诉|诉\d|complain/i);
    const reported = await world.call(
      remediationRoutes.report,
      { params: ids, body: { words: '已于11月22日公开' } },
      township,
      { 'if-match': '"1"' },
    );
    expect(reported.body['status']).toBe('reported');
    expect(await todoOf(office)).toContain('ordersToReview 复核 1 份整改情况 ');
    const review = async (body: object, version: number) =>
      await world.call(remediationRoutes.review, { params: ids, body: body as never }, office, {
        'if-match': `"${version}"`,
      });
    const back = await review({ decision: 'return', words: '缺三公经费', dueOn: '2026-12-10' }, 2);
    expect(back.body).toMatchObject({ status: 'returned', dueOn: '2026-12-10' });
    const unread = await review({ decision: 'accept', words: '完成' }, 3);
    expect(unread.status).toBe(409);
  });
});

describe('a complaint with a name', () => {
  const NAMED = {
    kind: 'wronglyAnswered',
    text: '答复逾期',
    named: 'yes',
    name: '欧阳投诉辛',
    contact: '13987650011',
    applicationNumber: '20260001',
  };

  it('is in the register at once, its name for those only who handle it', async () => {
    const sent = await complain(world, NAMED);
    const params = await listedComplaint(world, office, receiptOn(sent.body).number);
    const shown = await world.call(complaintRoutes.read, { params }, office);
    expect(shown.body).toMatchObject({
      isNamed: true,
      complainant: { name: '欧阳投诉辛', contact: '13987650011' },
      applicationNumber: '20260001',
    });
    const leader = await world.signedIn(world.office, 'leader');
    const looked = await world.call(complaintRoutes.read, { params }, leader);
    expect(looked.body).toMatchObject({ text: '答复逾期', complainant: null });
    // Neither the unit nor anybody else has anything of it.
    expect((await world.call(complaintRoutes.read, { params }, township)).status).toBe(404);
  });

  it('is followed by a circular that the unit reads and downloads as a document, and that tells nothing of it', async () => {
    const sent = await complain(world, { ...NAMED, text: '第三件' });
    const params = await listedComplaint(world, office, receiptOn(sent.body).number);
    await actOn(world, office, params, { type: 'accept' });
    await actOn(world, office, params, { type: 'find', finding: 'true', words: '属实' });
    const bare = await actOn(world, office, params, {
      type: 'circular',
      number: '昭政办通〔2026〕3号',
      words: '限期改正',
      dueOn: '2026-12-09',
    });
    expect([bare.status, JSON.stringify(bare.body)]).toEqual([422, expect.stringContaining('/facts')]);
    const circular = {
      type: 'circular',
      number: '昭政办通〔2026〕3号',
      facts: '经核查，镇政府没有公开2026年预算。',
      words: '立即公开，并说明原因。',
      dueOn: '2026-12-09',
    };
    const given = await actOn(world, office, params, circular);
    expect(given.status, JSON.stringify(given.body)).toBe(200);
    expect(given.body['orders']).toMatchObject([{ kind: 'circular', dueOn: '2026-12-09' }]);
    const { body } = await world.call(remediationRoutes.list, { query: {} }, township);
    const listed = body['items'] as unknown as { regionId: string; orderId: string; kind: string }[];
    const { regionId = '', orderId = '' } = listed.find(({ kind }) => kind === 'circular') ?? {};
    const read = await world.call(remediationRoutes.read, { params: { regionId, orderId } }, township);
    expect(read.body).toMatchObject({ documentNumber: circular.number, facts: circular.facts });
    const request = { params: { regionId, orderId }, query: { format: 'docx' as const } };
    const file = await world.call(remediationRoutes.letter, request, township);
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(
      '2026-11-22-关于township政府信息公开工作有关问题的通报.docx',
    );
    const text = JSON.stringify(await readSourceAs('docx', file.bytes ?? Buffer.alloc(0)));
    for (const words of [circular.number, circular.facts, circular.words, '2026年12月9日以前', '（印章）'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/投诉|欧阳|第三件/);
  });

  it('is in the trail by commitments to name and contact, and its circular by kind alone', async () => {
    const sent = await complain(world, { ...NAMED, text: '另一件' });
    const params = await listedComplaint(world, office, receiptOn(sent.body).number);
    for (const act of [
      { type: 'accept' },
      { type: 'find', finding: 'partly', words: '核查中发现张某拖延' },
      {
        type: 'circular',
        number: '关于张某的通报第3期',
        facts: '张某拖延',
        words: '通报张某',
        dueOn: '2026-12-09',
      },
    ])
      expect((await actOn(world, office, params, act)).status).toBe(200);
    const { rows } = await sql<{ readonly action: string; readonly details: string }>`
      select action, details from audit_entry where subject = ${`complaint/${params.complaintId}`}
      order by sequence`.execute(world.database.owner);
    expect(rows.map(({ action }) => action)).toEqual(['complaint.send', ...Array(3).fill('complaint.act')]);
    const kept = rows.map(({ details }) => details).join('\n');
    expect(kept).not.toMatch(/张某|欧阳投诉辛|13987650011/);
    expect(kept).toMatch(/"commitments":\{"name":"[\da-f]{64}","contact":/);
    expect(kept).toMatch(/"facts":\{"dueOn":"2026-12-09"\}/);
  });

  it('is told where it belongs', async () => {
    const receipt = receiptOn((await complain(world, { ...NAMED, text: '征地补偿太低' })).body);
    const params = await listedComplaint(world, office, receipt.number);
    const words = '征地补偿争议可以申请行政复议。';
    await actOn(world, office, params, { type: 'redirect', way: 'reconsideration', words });
    const page = await followUp(world, receipt);
    expect(page).toContain('请通过行政复议途径反映');
    expect(page).toContain(words);
  });
});

describe('the form', () => {
  it('keeps what was typed and says what is wrong', async () => {
    const sent = await complain(world, { kind: 'notPublished', text: '没有公开', named: 'no', name: '张三' });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('匿名投诉不填写姓名或者名称，请删去；这次填写的没有保存。');
    expect(sent.body).toContain('没有公开</textarea>');
  });

  it('sent twice is one complaint with one receipt', async () => {
    const browser = newApplicantBrowser(world.app, '10.9.0.7');
    const form = await browser.get(BOX);
    const typed = { kind: 'wrongContent', text: '电话写错了', named: 'no', answer: answerTo(form.body) };
    const values = { ...browser.hidden(), ...typed };
    const first = receiptOn((await browser.post(BOX, values)).body);
    const second = receiptOn((await browser.post(BOX, values)).body);
    expect(second).toEqual(first);
    const lying = await world.database.server
      .selectFrom('complaint_box')
      .select('receipt_number')
      .where('receipt_number', '=', first.number)
      .execute();
    expect(lying).toHaveLength(1);
  });

  it('a government at the top of the platform has nobody here to complain to', async () => {
    const { statusCode, body } = await world.app.inject({
      method: 'GET',
      url: `/voice/complaint?unit=${encodeURIComponent('/city/city')}`,
    });
    expect(statusCode).toBe(404);
    expect(body).toContain('请直接向它的上一级机关投诉');
  });

  it('lists the units of a region', async () => {
    const { body } = await world.app.inject({ method: 'GET', url: '/voice/complaint?region=east' });
    expect(body).toContain(`href="${BOX.replaceAll('&', '&amp;')}"`);
  });
});
