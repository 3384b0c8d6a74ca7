import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { followCase, pageOf, send } from '../../../test/applicant-following.ts';
import { type PlantedCase, plantCase } from '../../../test/application-samples.ts';
import { letterIn, type OfficerAct, officersOf } from '../../../test/officer-acts.ts';
import { docx, pdf } from '../../../test/sample-files.ts';

let world: World;
let act: OfficerAct;
let clerk: string;
beforeAll(async () => {
  world = await createWorld();
  act = await officersOf(world, world.office);
  clerk = await world.signedIn(world.office, 'drafter');
});
afterAll(() => world.close());

const CORRECTION = { matters: '请写明年度', guidance: '分配方案按年度制定', 'letter.grounds': 'description' };
const PATH = '/follow/act/acceptCorrection';

/** A case of which a correction was asked for; the notice lies ready. */
async function asked(): Promise<{ readonly planted: PlantedCase; readonly letterId: string }> {
  const planted = await plantCase(world, world.office);
  const notice = { type: 'noticeCorrection', on: '2026-11-04', days: 5 };
  const noticed = await act(planted, 'drafter', notice, CORRECTION);
  return { planted, letterId: letterIn(noticed, 'correctionNotice') };
}

/** The same, delivered so that the period ends on this day (5 working days later). */
async function delivered(on: string): Promise<PlantedCase> {
  const { planted, letterId } = await asked();
  await act(planted, 'drafter', { type: 'deliverLetter', on, letterId, way: 'post' }, { evidence: 'EMS 1' });
  return planted;
}

const read = async ({ regionId, applicationId }: PlantedCase) =>
  (await world.call(applicationRoutes.read, { params: { regionId, applicationId } }, clerk)).body;

const attachments = (...names: readonly string[]) =>
  names.map((name) => ({ field: 'attachments', name, content: name.endsWith('docx') ? docx() : pdf() }));

const filesOf = async ({ regionId, applicationId }: PlantedCase) => {
  const { body } = await world.call(
    applicationFileRoutes.list,
    { params: { regionId, applicationId } },
    clerk,
  );
  return body['files'] as unknown as { name: string; use: string; staysBecause: string | null }[];
};

describe('letters after a correction', () => {
  it('say what was asked with it, and stand in the order in which they were made', async () => {
    const planted = await delivered('2026-11-17');
    const browser = await followCase(world, planted);
    await send(browser, PATH, { content: '2025年度养护资金的分配方案' });
    const extension = { type: 'approveExtension', on: '2026-11-21', days: 5 };
    const extended = await act(planted, 'disclosureOfficeHead', extension, { reason: '需要汇总' });
    const letterId = letterIn(extended, 'extensionNotice');
    await send(browser, `/follow/act/receiveLetter?letter=${letterId}`);
    const letter = (await browser.get(`/follow/letters/${letterId}`)).body;
    expect(letter).toContain('，补正为“2025年度养护资金的分配方案”，');
    const page = await pageOf(browser);
    const titles = ['补正告知书</a>', '延期答复告知书</a>'].map((title) => page.indexOf(title));
    expect(titles[0]).toBeGreaterThan(0);
    expect(titles[1]).toBeGreaterThan(titles[0] ?? 0);
  });
});

describe('a notice', () => {
  it('is read on the portal only as received: that day it is delivered, and the period runs', async () => {
    const { planted, letterId } = await asked();
    const browser = await followCase(world, planted);
    const before = await pageOf(browser);
    expect(before).toContain('请接收《政府信息公开申请补正告知书》');
    expect(before).not.toContain('请写明年度');
    expect(before).not.toContain(PATH);
    expect((await browser.get(`/follow/letters/${letterId}`)).statusCode).toBe(404);
    expect((await browser.get(PATH)).statusCode).toBe(404);

    const taking = `/follow/act/receiveLetter?letter=${letterId}`;
    expect((await browser.get(taking)).body).toContain('今天为送达之日');
    expect((await send(browser, taking)).headers.location).toBe(`/follow/letters/${letterId}`);
    expect((await browser.get(`/follow/letters/${letterId}`)).body).toContain('请写明年度');
    const page = await pageOf(browser);
    expect(page).toContain('请补正申请内容');
    // Received on Saturday 21 November: five working days end on the 27th.
    expect(page).toContain('期限：<strong>2026年11月27日</strong>');
    expect(page).toContain('您在网上接收了文书');
    expect(page).not.toContain(`confirmDelivery?letter=${letterId}`);
    expect((await read(planted))['letters']).toContainEqual(
      expect.objectContaining({ letterId, delivered: { on: '2026-11-21', way: 'electronic' } }),
    );
    expect((await browser.get(taking)).statusCode).toBe(404);
  });
});

describe('a correction in time', () => {
  it('brings its files, which the office sees, sealed, and nobody removes', async () => {
    const planted = await delivered('2026-11-18');
    const browser = await followCase(world, planted);
    expect((await browser.get(PATH)).body).toContain('可以上传最多5个');
    const sent = await browser.upload(PATH, { content: '2025年度' }, attachments('年度表.pdf', '说明.pdf'));
    expect(sent.headers.location).toBe('/follow/case');
    expect(await read(planted)).toMatchObject({ status: 'registered' });
    const files = await filesOf(planted);
    expect(new Set(files.map(({ name, use }) => `${use} ${name}`))).toEqual(
      new Set(['correction 年度表.pdf', 'correction 说明.pdf']),
    );
    for (const { staysBecause } of files) expect(staysBecause).toContain('申请人自己提交');
    const rows = await world.database.owner.selectFrom('file').select(['original_name', 'sealed']).execute();
    expect(JSON.stringify(rows)).not.toContain('年度表');
  });

  it('takes no file when something is wrong, and says what was kept', async () => {
    const planted = await delivered('2026-11-18');
    const browser = await followCase(world, planted);
    const count = async () =>
      (await world.database.server.selectFrom('file').select('file_id').execute()).length;
    const before = await count();
    await browser.get(PATH);
    const empty = await browser.upload(PATH, { content: '' }, attachments('年度表.pdf'));
    expect(empty.body).toContain('请填写补正的内容。');
    const foreign = await browser.upload(PATH, { content: '2025年度', token: 'x' }, attachments('表.pdf'));
    expect(foreign.statusCode).toBe(403);
    await browser.get(PATH);
    const other = await browser.upload(PATH, { content: '2025年度' }, attachments('年度表.docx'));
    expect(other.statusCode).toBe(422);
    expect(other.body).toContain('只接收 PDF、JPG 或者 PNG');
    expect(other.body).toContain('2025年度</textarea>');
    expect(await count()).toBe(before);
    expect(await read(planted)).toMatchObject({ status: 'awaitingCorrection' });
  });
});

describe('a correction after the period', () => {
  it('is told of the day, taken with its reason, and left to the office', async () => {
    // Five working days after 11 November end on the 18th.
    const planted = await delivered('2026-11-11');
    const browser = await followCase(world, planted);
    const page = await pageOf(browser);
    expect(page).toContain('补正期限已于2026年11月18日届满，本件还没有办结');
    expect(page).toContain('由机关决定是否接受');
    // A form that was opened before the end keeps what was written.
    await browser.get('/follow/act/offerCorrection');
    const late = await browser.post(PATH, { content: '2025年度' });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('补正期限已过，没有直接提交；填写的内容已保留');
    expect(late.body).toContain('2025年度</textarea>');
    const sent = await browser.upload(
      '/follow/act/offerCorrection',
      { content: '2025年度', reason: '住院' },
      attachments('住院证明.pdf'),
    );
    expect(sent.headers.location).toBe('/follow/case');
    const after = await pageOf(browser);
    expect(after).toContain('已逾期提交补正，等待机关决定');
    expect(after).toContain('不接受的，视为放弃申请');
    expect(after).not.toContain('/follow/act/offerCorrection');
    const { status, events } = await read(planted);
    expect(status).toBe('awaitingCorrection');
    expect(JSON.stringify(events)).toContain('住院');
    expect((await filesOf(planted)).map(({ name }) => name)).toEqual(['住院证明.pdf']);

    await expect(act(planted, 'drafter', { type: 'lapseCorrection', on: '2026-11-21' })).rejects.toThrow(
      'texts/reason',
    );
    await act(planted, 'drafter', { type: 'acceptCorrection', on: '2026-11-21' }, { content: '2025年度' });
    expect(await pageOf(browser)).toContain('最后一日：<strong>2026年12月18日</strong>');
  });
});
