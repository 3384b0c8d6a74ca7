import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type ApplicantBrowser, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { plantFile } from '../../../test/file-samples.ts';
import { letterIn, type OfficerAct, officersOf } from '../../../test/officer-acts.ts';
import { createApp } from '../app.ts';
import { createPageCache } from '../page-cache.ts';
import { loadAssets } from './assets.ts';

let world: World;
let act: OfficerAct;
beforeAll(async () => {
  world = await createWorld();
  act = await officersOf(world, world.office);
});
afterAll(() => world.close());

const NOW = new Date('2026-11-21T02:03:04.567Z');
const after = (minutes: number): void => world.setNow(new Date(NOW.getTime() + minutes * 60_000));

async function enter(
  { registrationNumber: number, queryCode: code }: PlantedCase,
  browser: ApplicantBrowser = newApplicantBrowser(world.app),
): Promise<ApplicantBrowser> {
  await browser.get('/follow');
  await browser.post('/follow', { number, code });
  return browser;
}

/** A case with one file that is meant for the applicant. */
async function caseWithFile(): Promise<{ readonly planted: PlantedCase; readonly fileId: string }> {
  const planted = await plantCase(world, world.office);
  const { fileId } = await plantFile(world, world.office);
  await world.database.server
    .insertInto('application_file')
    .values({
      region_id: planted.regionId,
      application_id: planted.applicationId,
      file_id: fileId,
      use: 'released',
      added_at: NOW,
    })
    .execute();
  return { planted, fileId };
}

/** The same, answered: its file is given out. */
async function releasedFile(): Promise<{ readonly planted: PlantedCase; readonly fileId: string }> {
  const found = await caseWithFile();
  const { planted } = found;
  const texts = { 'letter.suppliedAs': '电子文件', 'letter.enclosures': '养护资金分配表' };
  await act(planted, 'drafter', { type: 'draftReply', outcome: 'granted.provided' }, texts);
  await act(planted, 'drafter', { type: 'submitReply' });
  await act(planted, 'disclosureOfficer', { type: 'reviewReply', review: 'legal' });
  await act(planted, 'unitHead', { type: 'reviewReply', review: 'secrecy' });
  const approved = await act(planted, 'leader', { type: 'approveReply' });
  const letterId = letterIn(approved, 'replyLetter.granted.provided');
  await act(planted, 'drafter', { type: 'deliverReply', letterId, way: 'electronic' }, { evidence: '网站' });
  return found;
}

const linkOn = async (browser: ApplicantBrowser): Promise<string> =>
  (/href="(\/follow\/files\/[^"]+)"/.exec((await browser.get('/follow/case')).body)?.[1] ?? '').replaceAll(
    '&amp;',
    '&',
  );

describe('guessing', () => {
  it('gets one answer for an unknown number, a wrong code and a number of somebody else', async () => {
    const planted = await plantCase(world, world.office);
    const other = await plantCase(world, world.office);
    const { registrationNumber: number, queryCode: code } = planted;
    const answers = [];
    for (const typed of [
      { number: '20990001', code: 'ABCDEFGHJK' },
      { number, code: 'ABCDEFGHJK' },
      { number, code: other.queryCode },
      { number: other.registrationNumber, code },
      { number, code: '' },
      { number: '', code },
      { number: `${number}' or '1'='1`, code },
      { number: `${number}\0`, code: 'ABCDEFGHJK' },
    ]) {
      const browser = newApplicantBrowser(world.app);
      await browser.get('/follow');
      const answer = await browser.post('/follow', typed);
      // What was typed as the number stands in its field again.
      answers.push(answer.body.replace(/<input type="text" id="number"[^>]*>/, ''));
      expect(browser.cookies()).not.toMatch(/zhaoshi-follow=./);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('登记号或者查询码不对');
    expect(answers[0]).not.toContain('ABCDEFGHJK');
  });

  const wrongly = async (address: string, number: string): Promise<number> =>
    (await newApplicantBrowser(world.app, address).post('/follow', { number, code: 'ABCDEFGHJK' }))
      .statusCode;

  it('ends after ten tries of one network at one number in a minute, and locks nobody else out', async () => {
    const planted = await plantCase(world, world.office);
    const { registrationNumber: number, queryCode: code } = planted;
    for (let index = 0; index < 10; index += 1) expect(await wrongly('203.0.113.1', number)).toBe(422);
    // Not even the right one is told from a wrong one.
    const stranger = newApplicantBrowser(world.app, '203.0.113.1');
    const right = await stranger.post('/follow', { number, code });
    expect(right.statusCode).toBe(422);
    expect(right.body).toContain('登记号或者查询码不对，请核对后重新输入；连续输错的，请过一分钟再试。');
    const owner = newApplicantBrowser(world.app, '203.0.113.2');
    expect((await owner.post('/follow', { number, code })).headers.location).toBe('/follow/case');
  });

  it('counts an IPv6 network as one address', async () => {
    const { registrationNumber: number, queryCode: code } = await plantCase(world, world.office);
    for (let index = 0; index < 10; index += 1) {
      expect(await wrongly(`2001:db8:1:1::${index + 1}`, number)).toBe(422);
    }
    const same = newApplicantBrowser(world.app, '2001:db8:1:1:ffff::1');
    expect((await same.post('/follow', { number, code })).statusCode).toBe(422);
    const other = newApplicantBrowser(world.app, '2001:db8:1:2::1');
    expect((await other.post('/follow', { number, code })).headers.location).toBe('/follow/case');
  });

  it('ends at the same number however it is written', async () => {
    const { registrationNumber, queryCode: code } = await plantCase(world, world.office);
    const wide = registrationNumber.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    for (let index = 0; index < 10; index += 1) {
      const number = `${(index % 2 === 0 ? registrationNumber : wide).slice(0, 4)}${' '.repeat(index)}${registrationNumber.slice(4)}`;
      expect(await wrongly('203.0.114.1', number)).toBe(422);
    }
    const right = newApplicantBrowser(world.app, '203.0.114.1');
    expect((await right.post('/follow', { number: registrationNumber, code })).statusCode).toBe(422);
  });
});

describe('a session', () => {
  it('is of one case: nothing of another is to be had with it', async () => {
    const { fileId, planted } = await releasedFile();
    const mine = await enter(planted);
    const link = await linkOn(mine);
    expect(link).toContain(fileId);
    expect((await mine.get(link)).statusCode).toBe(200);

    const stranger = await enter(await plantCase(world, world.office));
    for (const path of [
      link,
      `/follow/files/${fileId}`,
      `/follow/letters/${fileId}`,
      '/follow/letters/x',
      `/follow/letters/${fileId}/pdf`,
    ]) {
      const answer = await stranger.get(path);
      expect(answer.statusCode, path).toBe(404);
      expect(answer.body).toContain('没有您可以查看的内容');
    }
    const nobody = await newApplicantBrowser(world.app).get(link);
    expect(nobody.statusCode).toBe(404);
    expect(nobody.body).toContain('查询已经结束');
    // Another session of the same person has links of its own.
    expect((await (await enter(planted)).get(link)).statusCode).toBe(404);
  });

  it('has links that end, and that nobody changes', async () => {
    const { planted } = await releasedFile();
    const browser = await enter(planted);
    const link = await linkOn(browser);
    const later = link.replace(/until=(\d+)/, (_, until: string) => `until=${Number(until) + 60_000}`);
    for (const changed of [
      later,
      link.slice(0, -1),
      `${link}0`,
      link.replace(/&sign=.*/, ''),
      link.replace(/until=\d+/, 'until=x'),
    ]) {
      expect((await browser.get(changed)).statusCode, changed).toBe(404);
    }
    after(14);
    expect((await browser.get(link)).statusCode).toBe(200);
    after(16);
    expect((await browser.get(link)).statusCode).toBe(404);
    world.setNow(NOW);
  });

  it('ends after half an hour of rest, or when it is ended', async () => {
    const planted = await plantCase(world, world.office);
    const browser = await enter(planted);
    after(29);
    expect((await browser.get('/follow/case')).statusCode).toBe(200);
    after(58);
    expect((await browser.get('/follow/case')).statusCode).toBe(200);
    after(89);
    expect((await browser.get('/follow/case')).body).toContain('查询已经结束');
    world.setNow(NOW);

    const other = await enter(planted);
    await other.get('/follow/case');
    const stolen = newApplicantBrowser(world.app);
    const [, token = ''] = /zhaoshi-follow=([^;]+)/.exec(other.cookies()) ?? [];
    stolen.setCookie('zhaoshi-follow', token);
    expect((await stolen.get('/follow/case')).statusCode).toBe(200);
    expect((await other.post('/follow/end', {})).headers.location).toBe('/follow');
    expect((await stolen.get('/follow/case')).statusCode).toBe(404);
  });

  it('does nothing for a form that is not its own', async () => {
    const planted = await plantCase(world, world.office);
    const browser = await enter(planted);
    const other = await enter(await plantCase(world, world.office));
    await browser.get('/follow/act/withdraw');
    await other.get('/follow/act/withdraw');
    for (const token of ['', other.hidden()['token'] ?? '']) {
      expect((await browser.post('/follow/act/withdraw', { token })).statusCode).toBe(403);
    }
    expect(
      (await browser.post('/follow/act/withdraw', {}, { 'sec-fetch-site': 'cross-site' })).statusCode,
    ).toBe(403);
    expect((await browser.get('/follow/case')).body).not.toContain('已经撤回');
  });

  it('acts only as an applicant may, and only as the case stands', async () => {
    const planted = await plantCase(world, world.office);
    const browser = await enter(planted);
    await browser.get('/follow/act/withdraw');
    for (const name of [
      'approveReply',
      'takeUp',
      'note',
      'close',
      'acceptCorrection',
      'rate',
      '__proto__',
      'constructor',
    ]) {
      expect((await browser.get(`/follow/act/${name}`)).statusCode, name).toBe(404);
      expect((await browser.post(`/follow/act/${name}`, {})).statusCode, name).toBeGreaterThanOrEqual(303);
    }
    await browser.get('/follow/act/withdraw');
    const stale = await browser.post('/follow/act/withdraw', { version: '7', reason: '不需要了' });
    expect(stale.statusCode).toBe(422);
    expect(stale.body).toContain('刚刚有了变化');
    expect(stale.body).toContain('不需要了');
    const row = await world.database.server
      .selectFrom('application')
      .select(['status', 'version'])
      .where('application_id', '=', planted.applicationId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ status: 'registered', version: 1 });
  });
});

describe('a file that is meant for the applicant', () => {
  it('stays with the organ when the case ends without a reply', async () => {
    const { planted, fileId } = await caseWithFile();
    const browser = await enter(planted);
    await browser.get('/follow/act/withdraw');
    await browser.post('/follow/act/withdraw', {});
    const page = (await browser.get('/follow/case')).body;
    expect(page).toContain('您撤回了申请');
    expect(page).not.toContain(fileId);
  });

  it('stays with the organ while the case is taken up again, until it is answered anew', async () => {
    const { planted, fileId } = await releasedFile();
    const browser = await enter(planted);
    expect(await linkOn(browser)).toContain(fileId);
    await act(planted, 'drafter', { type: 'close' });
    expect(await linkOn(browser)).toContain(fileId);
    await act(
      planted,
      'disclosureOfficeHead',
      { type: 'reopen', cause: 'ownCorrection' },
      { reason: '遮盖有误，重新办理', document: '纠正决定' },
    );
    expect((await browser.get('/follow/case')).body).not.toContain(fileId);
    await browser.get('/follow/act/withdraw');
    await browser.post('/follow/act/withdraw', {});
    const page = (await browser.get('/follow/case')).body;
    expect(page).toContain('您撤回了申请');
    expect(page).not.toContain(fileId);
  });
});

describe('what is followed', () => {
  it('is kept by no cache and told by no log line and no address', async () => {
    const lines: string[] = [];
    const app = createApp({
      portal: { published: world.database.portal, cache: createPageCache(1_000_000) },
      api: { base: { ...world.database.context, services: world.services }, secure: true, version: '0' },
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: (line) => lines.push(line),
    });
    const planted = await plantCase(world, world.office);
    const browser = newApplicantBrowser(app);
    await browser.get('/follow');
    const { registrationNumber: number, queryCode: code } = planted;
    const entered = await browser.post('/follow', { number, code });
    const cookie = String(entered.headers['set-cookie']);
    expect(cookie).toMatch(
      /^__Host-zhaoshi-follow=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; /,
    );
    const pages = [entered, await browser.get('/follow/case'), await browser.get('/follow/act/withdraw')];
    pages.push(await browser.post('/follow/act/withdraw', { reason: '因病' }));
    for (const { headers } of pages) expect(headers['cache-control']).toBe('private, no-store');
    expect(pages[1]?.body).toContain(SAMPLE_FORM.description);
    await app.close();
    expect(lines.length).toBeGreaterThan(4);
    for (const secret of [number, code, '因病', SAMPLE_FORM.description, planted.applicationId]) {
      expect(lines.join('\n')).not.toContain(secret);
    }
    expect(JSON.stringify(pages.map(({ headers }) => headers))).not.toContain(code);
  });
});
