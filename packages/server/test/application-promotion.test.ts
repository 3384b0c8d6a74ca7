import { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { type ApplicantBrowser, newApplicantBrowser } from './applicant-browser.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import { letterIn, type OfficerAct, officersOf } from './officer-acts.ts';

let world: World;
let act: OfficerAct;
let head: string;
beforeAll(async () => {
  world = await createWorld();
  act = await officersOf(world, world.office);
  head = await world.signedIn(world.office, 'disclosureOfficeHead');
});
afterAll(() => world.close());

const REFUSED = { type: 'decidePromotion', accepted: false } as const;
const ACCEPTED = { type: 'decidePromotion', accepted: true } as const;

/** A case whose applicant suggests on the portal that the information be published. */
async function suggested(): Promise<{ readonly planted: PlantedCase; readonly browser: ApplicantBrowser }> {
  const planted = await plantCase(world, world.office);
  const browser = newApplicantBrowser(world.app);
  await browser.get('/follow');
  await browser.post('/follow', { number: planted.registrationNumber, code: planted.queryCode });
  await browser.get('/follow/act/proposePromotion');
  const sent = await browser.post('/follow/act/proposePromotion', { reason: '大家都需要' });
  expect(sent.statusCode).toBe(303);
  return { planted, browser };
}

/** Ids of the cases that wait for the decision. */
async function waiting(): Promise<readonly string[]> {
  const { body } = await world.call(
    applicationRoutes.search,
    { body: { promotion: true, limit: 100 } },
    head,
  );
  return (body['items'] as unknown as { applicationId: string }[]).map(({ applicationId }) => applicationId);
}

async function todo(): Promise<string> {
  return JSON.stringify((await world.call(deskRoutes.todo, {}, head)).body);
}

/** Takes a letter on the portal and opens it. */
async function takeLetter(browser: ApplicantBrowser, letterId: string): Promise<string> {
  await browser.get(`/follow/act/receiveLetter?letter=${letterId}`);
  expect((await browser.post('/follow/act/receiveLetter', {})).statusCode).toBe(303);
  return (await browser.get(`/follow/letters/${letterId}`)).body;
}

describe('whether information is taken over into proactive disclosure (条例44)', () => {
  it('waits for the head of the office, is decided, and the applicant who suggested it is told', async () => {
    const { planted, browser } = await suggested();
    expect(await waiting()).toEqual([planted.applicationId]);
    expect(await todo()).toContain('决定 1 件申请的信息是否转为主动公开');
    const texts = {
      reason: '涉及群众切身利益',
      plan: '11月底前在财政专栏公开',
      'letter.place': '财政信息专栏',
    };
    const done = await act(planted, 'disclosureOfficeHead', ACCEPTED, texts);
    const letterId = letterIn(done, 'promotionNotice');
    const letter = await takeLetter(browser, letterId);
    expect(letter).toContain('纳入主动公开告知书');
    expect(letter).toContain('属于主动公开范围，本机关予以主动公开，可以通过财政信息专栏查阅');
    expect((await browser.get('/follow/case')).body).toContain('机关决定了这项信息是否转为主动公开');
    expect(await waiting()).toEqual([]);
    expect(await todo()).not.toContain('转为主动公开');
  });

  it('tells why it is not published', async () => {
    const { planted, browser } = await suggested();
    const done = await act(planted, 'disclosureOfficeHead', REFUSED, { reason: '只涉及申请人本人' });
    const letter = await takeLetter(browser, letterIn(done, 'promotionNotice'));
    expect(letter).toContain('不属于主动公开范围，不纳入主动公开');
    expect(letter).toContain('只涉及申请人本人');
  });

  it('sends no letter to an applicant who suggested nothing', async () => {
    const planted = await plantCase(world, world.office);
    await act(planted, 'drafter', { type: 'proposePromotion' }, { reason: '三人申请相同信息' });
    expect(await waiting()).toContain(planted.applicationId);
    const fields = await world.call(
      applicationLetterRoutes.templateFields,
      {
        params: { regionId: planted.regionId, applicationId: planted.applicationId },
        query: { act: 'decidePromotion' },
      },
      head,
    );
    expect(fields.body['letters']).toEqual([]);
    const done = await act(planted, 'disclosureOfficeHead', ACCEPTED, {
      reason: '多人申请',
      plan: '本月公开',
    });
    expect(letterIn(done, 'promotionNotice')).toBe('');
    expect(await waiting()).not.toContain(planted.applicationId);
  });

  it('asks for the plan of what is published, and for the fields of the letter only what the act does not say', async () => {
    const { planted } = await suggested();
    await expect(act(planted, 'disclosureOfficeHead', ACCEPTED, { reason: '多人申请' })).rejects.toThrow(
      '写明何时、在哪里公开',
    );
    const { body } = await world.call(
      applicationLetterRoutes.templateFields,
      {
        params: { regionId: planted.regionId, applicationId: planted.applicationId },
        query: { act: 'decidePromotion' },
      },
      head,
    );
    const [letter] = body['letters'] as unknown as { fields: { key: string; pointer: string }[] }[];
    expect(letter?.fields.map(({ key, pointer }) => [key, pointer])).toEqual([
      ['result', '/act/accepted'],
      ['place', '/texts/letter.place'],
      ['reason', '/texts/reason'],
    ]);
  });
});
