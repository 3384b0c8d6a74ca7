import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import type { VoiceContent } from '@zhaoshi/domain/disclosure/voice/voice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { answerTo, newApplicantBrowser } from './applicant-browser.ts';
import { BOX, complain, listedComplaint, receiptOn } from './complaint-desk.ts';
import { plantOrgan } from './organ-samples.ts';
import { plantVoice } from './public-voice-samples.ts';
import { plantVillage } from './village-samples.ts';

let world: World;
let office: string;
let township: string;

beforeAll(async () => {
  world = await createWorld();
  world.setNow(new Date('2026-11-22T02:00:00Z'));
  office = await world.signedIn(world.office, 'supervisor');
  township = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

describe('a question that is a complaint', () => {
  const turn = async (content: VoiceContent) => {
    const planted = await plantVoice(world, world.township, 'question', content);
    const params = { regionId: planted.regionId, voiceId: planted.voiceId };
    const body = { kind: 'notPublished', reason: '反映预算没有公开，不是提问' } as const;
    return await world.call(publicVoiceRoutes.toComplaint, { params, body }, township, { 'if-match': '"1"' });
  };

  it('is handed to who handles complaints with what was given, and answered', async () => {
    const turned = await turn({ text: '预算为什么一直不公开', name: '', contact: '13987650021' });
    expect(turned.status, JSON.stringify(turned.body)).toBe(200);
    const { number } = turned.body['complaint'] as unknown as { number: string };
    expect(turned.body).toMatchObject({
      status: 'answered',
      shows: false,
      complaint: { handlerName: 'office' },
      answer: { reply: expect.stringContaining(`已转为投诉，编号 ${number}，由office办理`) as string },
    });
    const params = await listedComplaint(world, office, number);
    const shown = await world.call(complaintRoutes.read, { params }, office);
    expect(shown.body).toMatchObject({
      channel: 'voice',
      receivedOn: '2026-11-22',
      text: '预算为什么一直不公开',
      complainant: { name: '', contact: '13987650021' },
      madeOf: { kind: 'question', reason: '反映预算没有公开，不是提问' },
    });
    // Who is complained of sees what it answered, and nothing of the complaint.
    expect((await world.call(complaintRoutes.read, { params }, township)).status).toBe(404);
  });

  it('of nobody in particular stays without a name, and is turned once', async () => {
    const turned = await turn({ text: '没有公开', name: '', contact: '' });
    const { regionId, voiceId, complaint } = turned.body as unknown as {
      regionId: string;
      voiceId: string;
      complaint: { number: string };
    };
    const params = await listedComplaint(world, office, complaint.number);
    const shown = await world.call(complaintRoutes.read, { params }, office);
    expect(shown.body).toMatchObject({ isNamed: false, complainant: null });
    const again = await world.call(
      publicVoiceRoutes.toComplaint,
      { params: { regionId, voiceId }, body: { kind: 'notPublished', reason: '再转' } },
      township,
      { 'if-match': '"2"' },
    );
    expect([again.status, JSON.stringify(again.body)]).toEqual([
      409,
      expect.stringContaining('这一件已经转为投诉'),
    ]);
  });
});

describe('a complaint about village affairs', () => {
  it('names its village on the portal and comes to the township, by the law of villages', async () => {
    const village = await plantVillage(world, world.township, 'dongzhuang');
    const list = await world.app.inject({ method: 'GET', url: '/voice/complaint?region=east' });
    expect(list.body).toContain('/voice/complaint?villages=%2Feast%2Ftownship');
    const villages = await world.app.inject({
      method: 'GET',
      url: '/voice/complaint?villages=%2Feast%2Ftownship',
    });
    const box = '/voice/complaint?unit=%2Feast%2Ftownship%2Fvillages%2Fdongzhuang';
    expect(villages.body).toContain(`href="${box}">东庄村村民委员会`);
    const browser = newApplicantBrowser(world.app, '10.9.0.8');
    const form = await browser.get(box);
    expect(form.body).toContain('村民委员会组织法第三十六条');
    expect(form.body).not.toContain('第四十七条');
    const typed = { text: '三季度财务没有公布', named: 'yes', name: '欧阳投诉癸', contact: '139' };
    const sent = await browser.post(box, { ...typed, answer: answerTo(form.body) });
    expect(sent.statusCode, sent.body).toBe(200);
    expect(sent.body).toContain('<dt>办理机关</dt><dd>township</dd>');
    const { number } = receiptOn(sent.body);
    const params = await listedComplaint(world, township, number);
    const shown = await world.call(complaintRoutes.read, { params }, township);
    expect(shown.body).toMatchObject({
      kind: 'villageAffairs',
      unit: { organId: village.organId, name: '东庄村村民委员会' },
    });
  });

  it('is no complaint about a township', async () => {
    const form = await newApplicantBrowser(world.app, '10.9.0.9').get(BOX);
    expect(form.body).toContain('村务公开不及时、不真实的，请<a href="/voice/complaint?villages=');
    const sent = await complain(world, { kind: 'villageAffairs', text: '村务没有公开', named: 'no' });
    expect(sent.body).toContain('请选择投诉的事项。');
  });

  it('of a township without villages there is none to choose', async () => {
    const url = '/voice/complaint?villages=%2Feast%2Foffice';
    expect((await world.app.inject({ method: 'GET', url })).statusCode).toBe(404);
  });
});

describe('a complaint by telephone', () => {
  const entered = (unit: { regionId: string; organId: string }, nonce: string) => ({
    params: { regionId: world.township.regionId, organId: world.township.organId },
    body: {
      kind: 'villageAffairs' as const,
      channel: 'phone' as const,
      unit,
      text: '二季度村务没有公开',
      complainant: { name: '欧阳投诉壬', contact: '13987650012' },
      nonce,
    },
  });

  it('about a village is entered by its township, twice the same is one', async () => {
    const village = await plantOrgan(world, world.township, 'village');
    const request = entered(
      { regionId: village.regionId, organId: village.organId },
      '0b6a3c52-0a4e-4f0f-9a83-0c4b6ae2f001',
    );
    const first = await world.call(complaintRoutes.enter, request, township);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const second = await world.call(complaintRoutes.enter, request, township);
    expect(second.body).toEqual(first.body);
    await listedComplaint(world, township, String(first.body['number']));
  });

  it('about the village names village affairs and nothing else', async () => {
    const { regionId, organId } = await plantOrgan(world, world.township, 'village');
    const { params, body } = entered({ regionId, organId }, '0b6a3c52-0a4e-4f0f-9a83-0c4b6ae2f003');
    const refused = await world.call(
      complaintRoutes.enter,
      { params, body: { ...body, kind: 'notPublished' } },
      township,
    );
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining('投诉村的，事项是村务公开'),
    ]);
  });

  it('about somebody whom the organ does not supervise is sent on', async () => {
    const { regionId, organId } = world.office;
    const request = entered({ regionId, organId }, '0b6a3c52-0a4e-4f0f-9a83-0c4b6ae2f002');
    const { status, body } = await world.call(complaintRoutes.enter, request, township);
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('不由township监督，请告诉投诉人向它的上一级机关投诉');
  });
});
