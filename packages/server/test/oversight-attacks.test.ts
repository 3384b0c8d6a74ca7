import { createHmac, randomUUID } from 'node:crypto';
import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { remediationRoutes } from '@zhaoshi/contract/routes/remediation-orders';
import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealBoxed } from '../src/use-cases/complaints/complaint-seal.ts';
import { openBox } from '../src/use-cases/complaints/open-box.ts';
import { sweepUnattachedFiles } from '../src/use-cases/files/sweep-files.ts';
import { createWorld, type World } from './api-world.ts';
import { answerTo, newApplicantBrowser } from './applicant-browser.ts';
import { BOX, complainAnonymously, followUp, listedComplaint, receiptOn } from './complaint-desk.ts';
import { plantOrder } from './complaint-samples.ts';
import { plantFile } from './file-samples.ts';
import { plantSource } from './opinion-samples.ts';
import { sentSurvey } from './survey-samples.ts';
import { plantPost, plantVillage } from './village-samples.ts';

const NEXT_DAY = new Date('2026-11-22T01:00:00Z');

const SEEN = { 'if-match': '"1"' };

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** More values in one statement than PostgreSQL takes, of complaints as they lie in the box. */
const CROWD = 9_400;

describe('the box for complaints', () => {
  it('takes one more, and is opened, however many lie in it', async () => {
    const { regionId: region_id, organId: organ_id } = world.office;
    const { regionId: unitRegionId, organId: unitId } = world.township;
    const crowd = Array.from({ length: CROWD }, (_, index) => {
      const complaint_id = randomUUID();
      const content = {
        kind: 'notPublished',
        channel: 'portal',
        unitRegionId,
        unitId,
        text: '一样',
      } as const;
      const sealed = sealBoxed(world.services.secretBox, complaint_id, content);
      const row = { region_id, complaint_id, organ_id, received_on: '2026-11-21', sealed };
      return { ...row, receipt_number: `诉${index}`, query_code_hash: randomUUID() };
    });
    for (let start = 0; start < CROWD; start += 1_000) {
      await world.database.server
        .insertInto('complaint_box')
        .values(crowd.slice(start, start + 1_000))
        .execute();
    }
    const receipt = await complainAnonymously(world, '在众多投诉之后');
    expect(await followUp(world, receipt)).toContain('在投诉箱中');
    const opened = await openBox({
      ...world.database.context,
      now: () => NEXT_DAY,
      services: world.services,
    });
    expect(opened).toBe(CROWD + 1);
    expect(await followUp(world, receipt)).toContain('待受理');
  });

  /** What a browser sends of one page of the form. */
  const pageOf = async (address: string) => {
    const browser = newApplicantBrowser(world.app, address);
    const form = await browser.get(BOX);
    const own = { ...browser.hidden(), kind: 'notPublished', answer: answerTo(form.body) };
    return { browser, send: (values: Record<string, string>) => browser.post(BOX, { ...own, ...values }) };
  };
  const NAMED = { named: 'yes', name: '张三', contact: '13900000000' };

  it.each([
    ['anonymous', { named: 'no' }],
    ['named', NAMED],
  ])('gives one receipt for a form that is pressed many times at once: %s', async (_, who) => {
    const { send } = await pageOf('10.9.1.1');
    const answers = await Promise.all(Array.from({ length: 6 }, () => send({ ...who, text: '连按' })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ body }) => receiptOn(body).number)).size).toBe(1);
  });

  it('says that another complaint of a page that was sent before is not taken in yet, and takes it in then', async () => {
    const { browser, send } = await pageOf('10.9.1.2');
    const first = receiptOn((await send({ named: 'no', text: '第一件' })).body);
    for (const other of [
      { named: 'no', text: '第二件' },
      { ...NAMED, text: '第一件' },
    ]) {
      const refused = await send(other);
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain('与那一件不同，还没有接收');
      expect(refused.body).toContain(other.text);
    }
    const again = { ...NAMED, kind: 'notPublished', text: '第二件' };
    const form = await browser.get(BOX);
    const taken = receiptOn((await browser.post(BOX, { ...again, answer: answerTo(form.body) })).body);
    expect(taken.number).not.toBe(first.number);
    expect(await followUp(world, first)).toContain('第一件');
    expect(await followUp(world, taken)).toContain('第二件');
  });

  it('keeps what an officer corrected before entering it again, beside the first', async () => {
    const cookie = await world.signedIn(world.office, 'disclosureOfficer');
    const { regionId, organId } = world.township;
    const body = { kind: 'notPublished', channel: 'phone', unit: { regionId, organId } } as const;
    const enter = async (text: string, nonce: string) => {
      const complainant = { name: '李四', contact: '13800000000' };
      const sent = { ...body, text, nonce, complainant, applicationNumber: null };
      const { regionId: region, organId: office } = world.office;
      const params = { regionId: region, organId: office };
      return (await world.call(complaintRoutes.enter, { params, body: sent }, cookie)).body['number'];
    };
    const nonce = randomUUID();
    const first = await enter('来电', nonce);
    expect(await enter('来电', nonce)).toBe(first);
    expect(await enter('来电，补充地点', nonce)).not.toBe(first);
  });
});

describe('the number of the complainant’s own application', () => {
  it('is told to those who reach the complainant, for it leads to them, and to nobody who only looks', async () => {
    const handler = await world.signedIn(world.office, 'disclosureOfficer');
    const { regionId, organId } = world.township;
    const sent = {
      kind: 'wronglyAnswered' as const,
      channel: 'counter' as const,
      unit: { regionId, organId },
      text: '逾期没有答复',
      complainant: { name: '王五', contact: '13700000000' },
      applicationNumber: '依申请〔2026〕7号',
      nonce: randomUUID(),
    };
    const office = { regionId: world.office.regionId, organId: world.office.organId };
    const entered = await world.call(complaintRoutes.enter, { params: office, body: sent }, handler);
    const params = await listedComplaint(world, handler, String(entered.body['number']));
    const read = async (cookie: string) => (await world.call(complaintRoutes.read, { params }, cookie)).body;
    expect(await read(handler)).toMatchObject({ applicationNumber: '依申请〔2026〕7号' });
    const leader = await world.signedIn(world.office, 'leader');
    expect(await read(leader)).toMatchObject({ complainant: null, applicationNumber: '' });
  });
});

describe('a file that proves two things', () => {
  it('stays with the second when the first lets go of it, and keeps no other file from being swept', async () => {
    const cookie = await world.signedIn(world.township, 'disclosureOfficer');
    const { regionId, organId } = world.township;
    const { fileId } = await plantFile(world, world.township);
    const plan = { title: '例会', plannedOn: '2026-12-01', doneOn: null, facts: {}, quiz: [] };
    const entered = await world.call(
      workRecordRoutes.enter,
      { params: { regionId, organId }, body: { ...plan, kind: 'meeting', fileIds: [fileId] } },
      cookie,
    );
    const order = await plantOrder(world, { unit: world.township, issuer: world.office });
    const told = { words: '已整改', fileId };
    const reported = await world.call(remediationRoutes.report, { params: order, body: told }, cookie, SEEN);
    expect(reported.status, JSON.stringify(reported.body)).toBe(200);
    const record = { regionId, recordId: String(entered.body['recordId']) };
    const without = { params: record, body: { ...plan, fileIds: [], reason: '' } };
    expect((await world.call(workRecordRoutes.edit, without, cookie, SEEN)).status).toBe(200);
    const unattached = await plantFile(world, world.township);
    const later = new Date(NEXT_DAY.getTime() + 400 * 86_400_000);
    const context = { ...world.database.context, now: () => later, services: world.services };
    expect(await sweepUnattachedFiles(context)).toBe(1);
    expect((await world.call(fileRoutes.read, { params: unattached }, cookie)).status).toBe(404);
    const proof = { params: { ...order, sequence: 1 } };
    expect((await world.call(remediationRoutes.proof, proof, cookie)).status).toBe(200);
  });
});

describe('what a system for monitoring sends', () => {
  it.each(['summary', 'platform', 'link'])(
    'is refused with NUL in its %s, and is no fault',
    async (field) => {
      const { sourceId, secret } = await plantSource(world, world.county);
      const at = world.database.context.now().toISOString();
      const sent = { id: 'e1', sentAt: at, title: '积水', level: 'other', foundAt: at };
      const payload = JSON.stringify({ ...sent, [field]: 'https://a.example/\u0000' });
      const signature = `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`;
      const answer = await world.app.inject({
        method: 'POST',
        url: `/hooks/opinions/${sourceId}`,
        headers: { 'content-type': 'application/json', 'zhaoshi-signature': signature },
        payload,
      });
      expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(`/${field}`)]);
    },
  );
});

describe('photos of a board', () => {
  it('are refused with words once an edition has a hundred', async () => {
    const village = await plantVillage(world, world.township);
    const cookie = await world.signedIn(village, 'drafter');
    const params = await plantPost(world, village, { postedOn: '2026-11-20' });
    const { fileId } = await plantFile(world, village, { isRedrawn: true });
    const photo = { params, body: { fileId, boardOn: '2026-11-21', hasLooked: true } };
    const add = async () =>
      await world.call(villageRoutes.photographBoard, photo, cookie, { 'if-match': '"1"' });
    expect((await add()).status).toBe(200);
    await sql`update village_photo set place = 100`.execute(world.database.owner);
    const { status, body } = await add();
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('已有 100 张照片')]);
  });
});

describe('a survey by code', () => {
  it('counts the next person who goes back to the page and types their own code', async () => {
    const { regionId, organId } = world.office;
    const cookie = await world.signedIn(world.office, 'disclosureOfficer');
    const body = { ...sentSurvey(), mode: 'invited' as const };
    const made = await world.call(surveyRoutes.create, { params: { regionId, organId }, body }, cookie);
    const params = { regionId, surveyId: String(made.body['surveyId']) };
    await world.call(surveyRoutes.act, { params, body: { type: 'start' } }, cookie, SEEN);
    const version = { 'if-match': '"2"' };
    const issued = await world.call(surveyRoutes.issueCodes, { params, body: { count: 2 } }, cookie, version);
    const browser = newApplicantBrowser(world.app, '10.9.1.3');
    const path = `/voice/survey/east/${params.surveyId}`;
    const form = await browser.get(path);
    const answers = { q0: '0', 'q1-0': 'yes', q2: '4', q3: '', answer: answerTo(form.body) };
    const page = { ...browser.hidden(), ...answers };
    for (const code of issued.body['codes'] as unknown as readonly string[]) {
      // Pressed twice each.
      for (const _ of [1, 2]) expect((await browser.post(path, { ...page, code })).statusCode).toBe(200);
    }
    const { body: shown } = await world.call(surveyRoutes.read, { params }, cookie);
    expect(shown).toMatchObject({ sheets: 2, codes: { issued: 2, unused: 0 } });
  });
});
