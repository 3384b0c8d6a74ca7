import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type ApplicantBrowser, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { type Followed, followCase, pageOf, send } from '../../../test/applicant-following.ts';
import { receiptOf, upToConfirm } from '../../../test/applicant-journey.ts';
import { type PlantedCase, plantCase } from '../../../test/application-samples.ts';
import { plantFile } from '../../../test/file-samples.ts';
import { letterIn, type OfficerAct, officersOf } from '../../../test/officer-acts.ts';

let world: World;
let act: OfficerAct;
beforeAll(async () => {
  world = await createWorld();
  act = await officersOf(world, world.office);
});
afterAll(() => world.close());

const CORRECTION = { matters: '请写明年度', guidance: '分配方案按年度制定', 'letter.grounds': 'description' };

const enter = async (planted: Followed): Promise<ApplicantBrowser> => await followCase(world, planted);

const eventsOf = async ({ applicationId }: PlantedCase) =>
  await world.database.server
    .selectFrom('application_event')
    .select(['type', 'actor', 'data'])
    .where('application_id', '=', applicationId)
    .orderBy('sequence')
    .execute();

/** A reply that was drafted, reviewed, approved and, if so wished, delivered. */
async function reply(planted: PlantedCase, isDelivered = true): Promise<string> {
  const texts = { 'letter.suppliedAs': '电子文件', 'letter.enclosures': '养护资金分配表（3页）' };
  await act(planted, 'drafter', { type: 'draftReply', outcome: 'granted.provided' }, texts);
  await act(planted, 'drafter', { type: 'submitReply' });
  await act(planted, 'disclosureOfficer', { type: 'reviewReply', review: 'legal' });
  await act(planted, 'unitHead', { type: 'reviewReply', review: 'secrecy' });
  const approved = await act(planted, 'leader', { type: 'approveReply' });
  const letterId = letterIn(approved, 'replyLetter.granted.provided');
  if (!isDelivered) return letterId;
  await act(planted, 'drafter', { type: 'deliverReply', letterId, way: 'electronic' }, { evidence: '网站' });
  return letterId;
}

describe('following a case', () => {
  it('opens with the number and code of the receipt, however they are typed', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    await browser.post('/apply/confirm', {});
    const { number, code } = receiptOf((await browser.get('/apply/receipt')).body);
    const page = await pageOf(
      await enter({
        registrationNumber: ` ${number} `,
        queryCode: ` ${code.toLowerCase().replace('-', ' ')}`,
      }),
    );
    expect(page).toContain('现在：待确认收到日期');
    expect(page).toContain('等待双方确认');
    expect(page).toContain('按乡镇列明');
  });

  it('confirms the day of receipt, from which the period is counted day by day', async () => {
    const planted = await plantCase(world, world.office, { channel: 'portal', receiptDate: null });
    const browser = await enter(planted);
    const before = await pageOf(browser);
    expect(before).toContain('机关会联系您确认');
    expect(before).not.toContain('请确认收到申请之日');
    expect((await browser.get('/follow/act/confirmReceipt')).statusCode).toBe(404);
    await act(planted, 'drafter', { type: 'logContact', reached: true }, { way: '电话', result: '请其确认' });
    expect(await pageOf(browser)).toContain('请确认收到申请之日');
    expect((await send(browser, '/follow/act/confirmReceipt')).headers.location).toBe('/follow/case');
    const page = await pageOf(browser);
    expect(page).toContain('现在：已登记');
    expect(page).toContain('<dt>收到申请之日</dt><dd>2026-11-21</dd>');
    expect(page).toContain('最后一日：<strong>2026年12月18日</strong>');
    expect(page).toContain('<th scope="row">2026-11-22</th><td>周末休息</td><td>不计入</td>');
    expect(page).toContain('<th scope="row">2026-12-18</th><td>工作日</td><td>第20个工作日</td>');
    expect((await eventsOf(planted)).at(-1)).toMatchObject({ type: 'confirmReceipt', actor: 'applicant' });
  });

  it('answers a notice of correction, shown with what the organ wrote', async () => {
    const planted = await plantCase(world, world.office);
    const noticed = await act(
      planted,
      'drafter',
      { type: 'noticeCorrection', on: '2026-11-04', days: 15 },
      CORRECTION,
    );
    const letterId = letterIn(noticed, 'correctionNotice');
    await act(
      planted,
      'drafter',
      { type: 'deliverLetter', on: '2026-11-05', letterId, way: 'post' },
      { evidence: 'EMS 1' },
    );
    const browser = await enter(planted);
    const page = await pageOf(browser);
    expect(page).toContain('请补正申请内容');
    expect(page).toContain('请写明年度');
    expect(page).toContain('期限：<strong>2026年11月26日</strong>');
    const empty = await send(browser, '/follow/act/acceptCorrection', { content: ' ' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('<a href="#content">请填写补正的内容。</a>');
    expect((await send(browser, '/follow/act/acceptCorrection', { content: '2025年度' })).statusCode).toBe(
      303,
    );
    const after = await pageOf(browser);
    expect(after).toContain('您提交了补正');
    expect(after).toContain('最后一日：<strong>2026年12月18日</strong>');
    expect((await browser.get('/follow/act/acceptCorrection')).statusCode).toBe(404);
  });

  it('is told what stays inside of nothing', async () => {
    const planted = await plantCase(world, world.office);
    await act(planted, 'drafter', { type: 'takeUp' });
    await act(planted, 'drafter', { type: 'note' }, { text: '与纪检沟通' });
    await act(
      planted,
      'drafter',
      { type: 'logSearch', place: 'archiveRoom', minutes: 5, hits: 0 },
      { terms: '养护', person: '丁某', result: '无' },
    );
    const page = await pageOf(await enter(planted));
    for (const inside of ['与纪检沟通', '丁某', '检索', '测试人员']) expect(page).not.toContain(inside);
    expect(page).toContain('机关开始办理。');
  });

  it('says that the fee is paid, and withdraws with a page that asks once more', async () => {
    const planted = await plantCase(world, world.office);
    await act(planted, 'drafter', { type: 'takeUp' });
    const noticed = await act(
      planted,
      'drafter',
      { type: 'noticeFee', basis: 'perItem', count: 12, amount: 10_000 },
      { payment: '非税收入账户，附言登记号' },
    );
    await act(
      planted,
      'drafter',
      { type: 'deliverLetter', letterId: letterIn(noticed, 'feeNotice'), way: 'electronic' },
      { evidence: '网站' },
    );
    const browser = await enter(planted);
    const page = await pageOf(browser);
    expect(page).toContain('请缴纳信息处理费');
    expect(page).toContain('100.00元');
    expect(page).toContain('非税收入账户');
    expect((await send(browser, '/follow/act/reportPayment', { receipt: '票1' })).statusCode).toBe(303);
    expect(await pageOf(browser)).toContain('已告知缴费，等待机关核实');
    expect((await browser.get('/follow/act/withdraw')).body).toContain('撤回以后本件不再处理，不能恢复');
    expect((await send(browser, '/follow/act/withdraw')).statusCode).toBe(303);
    const after = await pageOf(browser);
    expect(after).toContain('办理结果：不再处理');
    expect(after).toContain('您撤回了申请。');
    expect(after).toContain('现在：已办结');
    expect(after).not.toContain('/follow/act/withdraw');
  });

  it('gives reasons when they are asked for', async () => {
    const planted = await plantCase(world, world.office);
    await act(planted, 'drafter', { type: 'takeUp' });
    const requested = await act(
      planted,
      'drafter',
      { type: 'requestReasons' },
      { facts: '一个月内60件', 'letter.replyBy': '2026-12-01' },
    );
    const browser = await enter(planted);
    const letterId = letterIn(requested, 'reasonsRequestNotice');
    expect(await pageOf(browser)).not.toContain('一个月内60件');
    await send(browser, `/follow/act/receiveLetter?letter=${letterId}`);
    expect(await pageOf(browser)).toContain('一个月内60件');
    expect((await send(browser, '/follow/act/recordReasons', { reasons: '研究需要' })).statusCode).toBe(303);
    expect(await pageOf(browser)).toContain('您说明了申请理由');
  });
});

describe('silence past the last day', () => {
  it('says what is open against it, from the day after and no longer than there is no reply', async () => {
    const planted = await plantCase(world, world.office, { receiptDate: '2026-10-23' as CivilDate });
    const last = await plantCase(world, world.office, { receiptDate: '2026-10-26' as CivilDate });
    const browser = await enter(planted);
    const page = await pageOf(browser);
    expect(page).toContain('答复期限已过，机关还没有答复');
    expect(page).toContain('最后一日是<strong>2026年11月20日</strong>');
    expect(page).toContain('可以向示范市人民政府申请行政复议，期限为60日。');
    expect(page).toContain('也可以向示范市中级人民法院提起行政诉讼，期限为6个月。');
    expect(page).toContain('法释〔2025〕8号第二条第二款');
    expect(await pageOf(await enter(last))).not.toContain('答复期限已过');
    await reply(planted);
    expect(await pageOf(browser)).not.toContain('机关还没有答复');
  });
});

describe('the reply', () => {
  it('is read, taken home and confirmed once it was delivered, with what was released', async () => {
    const planted = await plantCase(world, world.office);
    const released = await plantFile(world, world.office, { name: '分配表.pdf' });
    const internal = await plantFile(world, world.office, { name: '内部意见.pdf' });
    for (const [{ fileId }, use] of [
      [released, 'released'],
      [internal, 'source'],
    ] as const) {
      await world.database.server
        .insertInto('application_file')
        .values({
          region_id: planted.regionId,
          application_id: planted.applicationId,
          file_id: fileId,
          use,
          added_at: new Date(),
        })
        .execute();
    }
    const letterId = await reply(planted, false);
    const browser = await enter(planted);
    const before = await pageOf(browser);
    expect(before).not.toContain('分配表.pdf');
    expect(before).not.toContain(letterId);
    expect((await browser.get(`/follow/letters/${letterId}`)).statusCode).toBe(404);
    await act(
      planted,
      'drafter',
      { type: 'deliverReply', letterId, way: 'electronic' },
      { evidence: '网站' },
    );

    const page = await pageOf(browser);
    expect(page).toContain('现在：已送达');
    expect(before).not.toContain('办理结果');
    expect(page).toContain('办理结果：予以公开');
    expect(page).toContain('您要的信息可以公开，机关提供给您（条例第三十六条第（二）项）。');
    // Sent electronically on 20 November: sixty days and six months after it.
    expect(page).toContain('可以申请行政复议：最后一日为2027年1月19日');
    expect(page).toContain('或者提起行政诉讼：最后一日为2027年5月20日');
    expect(page).not.toContain('内部意见.pdf');
    const letter = await browser.get(`/follow/letters/${letterId}`);
    for (const words of ['登记号', '养护资金分配表（3页）', '行政复议']) expect(letter.body).toContain(words);
    const links = [...page.matchAll(/href="(\/follow\/(?:files|letters)\/[^"]+sign=[^"]+)"/g)].map(
      ([, link = '']) => link.replaceAll('&amp;', '&'),
    );
    const types = await Promise.all(
      links.map(async (link) => {
        const { headers, rawPayload } = await browser.get(link);
        expect(headers['cache-control']).toBe('private, no-store');
        expect(rawPayload.length).toBe(Number(headers['content-length']));
        return headers['content-type'];
      }),
    );
    expect(new Set(types)).toEqual(
      new Set(['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/pdf']),
    );

    const path = `/follow/act/confirmDelivery?letter=${letterId}`;
    expect(page).toContain(path);
    expect((await send(browser, path)).statusCode).toBe(303);
    expect(await pageOf(browser)).not.toContain(path);
  });

  it('is rated once, and the information proposed for everybody', async () => {
    const planted = await plantCase(world, world.office);
    await reply(planted);
    const browser = await enter(planted);
    const none = await send(browser, '/follow/act/rate');
    expect(none.body).toContain('<a href="#score">请选择一项评价。</a>');
    const page = await browser.get('/follow/act/rate');
    expect(page.body).toContain('不影响申请复议或者提起诉讼的权利');
    const twice = await Promise.all(
      [5, 1].map((score) => browser.post('/follow/act/rate', { score: String(score) })),
    );
    expect(twice.map(({ statusCode }) => statusCode)).toContain(303);
    expect((await eventsOf(planted)).filter(({ type }) => type === 'rate')).toHaveLength(1);
    expect((await send(browser, '/follow/act/proposePromotion', { reason: '大家都需要' })).statusCode).toBe(
      303,
    );
    const after = await pageOf(browser);
    expect(after).toContain('您建议将这项信息转为主动公开');
    expect(after).not.toContain('/follow/act/rate');
  });

  it('of an archived case is still rated, and no more confirmed', async () => {
    const planted = await plantCase(world, world.office);
    await reply(planted);
    await act(planted, 'drafter', { type: 'close' }, {});
    await act(planted, 'drafter', { type: 'archive', retentionYears: 10 }, { archiveNumber: '2026-1' });
    const page = await pageOf(await enter(planted));
    expect(page).toContain('现在：已归档');
    expect(page).toContain('/follow/act/rate');
    expect(page).not.toContain('/follow/act/confirmDelivery');
  });

  it('leaves an entry in the trail for every act, without a word of it', async () => {
    const planted = await plantCase(world, world.office);
    const browser = await enter(planted);
    await send(browser, '/follow/act/withdraw', { reason: '已从别处得到' });
    const [entry] = await world.database.server
      .selectFrom('audit_entry')
      .selectAll()
      .where('subject', '=', `application/${planted.applicationId}`)
      .where('action', '=', 'application.actAsApplicant')
      .execute();
    expect(entry?.actor).toBe('applicant');
    expect(entry?.details).toContain('withdraw');
    expect(JSON.stringify(entry)).not.toContain('已从别处得到');
  });
});
