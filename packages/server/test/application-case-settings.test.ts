import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { SettingKey, ValueOf } from '@zhaoshi/domain/setting/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../domain/test/sample-letter.ts';
import { chooseSetting, type PlantedCase, plantCase, SAMPLE_FORM } from './application-samples.ts';
import { type LetterDesk, openLetterDesk, paramsOf } from './letter-desk.ts';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

const choose = async <K extends SettingKey>(key: K, value: ValueOf<K>): Promise<void> =>
  await chooseSetting(desk.world, desk.world.county, key, value);

const shown = async (planted: PlantedCase) =>
  (await desk.world.call(applicationRoutes.read, { params: paramsOf(planted) }, desk.cookies.get('drafter')))
    .body;

const SEVERAL = '申请公开：1、2025年养护资金分配方案；2、2025年养护工程招标文件';

describe('what the office chose for its cases', () => {
  it('is whether a form with several matters is suggested to be split', async () => {
    const form = { ...SAMPLE_FORM, description: SEVERAL };
    const planted = await plantCase(desk.world, desk.world.county, { form });
    expect((await shown(planted))['suggestedMatters']).toEqual([
      '2025年养护资金分配方案',
      '2025年养护工程招标文件',
    ]);
    await choose('application.suggestsSplit', false);
    expect((await shown(planted))['suggestedMatters']).toEqual([]);
  });

  it('is how long the file is kept', async () => {
    await choose('application.retentionYears', 3);
    const planted = await desk.plant();
    const answered = await desk.reply(planted, 'granted.alreadyPublic');
    const deliver = { type: 'deliverReply', on: '2026-11-16', way: 'direct' };
    const letterId = answered.letters.find(({ kind }) => kind.startsWith('replyLetter'))?.letterId ?? '';
    await desk.act(planted, 'drafter', { ...deliver, letterId }, { evidence: '本人签收' });
    await desk.act(planted, 'drafter', { type: 'close', on: '2026-11-17' });
    expect((await shown(planted))['retentionYears']).toBe(3);
    const archive = { type: 'archive', on: '2026-11-18', retentionYears: 2 };
    const words = { archiveNumber: '2026-1' };
    expect((await desk.send(planted, 'drafter', archive, words)).body).toMatchObject({
      errors: [{ pointer: '/act/retentionYears', message: expect.stringContaining('至少保管3年') }],
    });
    await desk.act(planted, 'drafter', { ...archive, retentionYears: 3 }, words);
  });

  it('is how the silence of an overdue case is read', async () => {
    const overdue = { arrivedOn: day('2026-09-01'), receiptDate: day('2026-09-01') };
    const planted = await plantCase(desk.world, desk.world.county, overdue);
    const words = async () => JSON.stringify((await shown(planted))['silenceRemedy']);
    expect(await words()).toContain('也可以向示范市中级人民法院提起行政诉讼');
    await choose('remedy.silence', '先复议后诉讼');
    expect(await words()).toContain('应当先向示范市人民政府申请行政复议');
    expect((await shown(await desk.plant()))['silenceRemedy']).toMatchObject({ unconfirmed: true });
  });

  it('is whether the time in which reasons are waited for is counted', async () => {
    const asked = async (): Promise<unknown> => {
      const planted = await plantCase(desk.world, desk.world.county);
      await desk.act(planted, 'drafter', { type: 'takeUp', on: '2026-11-03' });
      const request = { type: 'requestReasons', on: '2026-11-03' };
      const texts = { facts: '本月已申请35件', 'letter.replyBy': '2026-11-20' };
      await desk.act(planted, 'drafter', request, texts);
      await desk.act(planted, 'drafter', { type: 'recordReasons', on: '2026-11-10', given: true });
      return (await shown(planted))['dueOn'];
    };
    expect(await asked()).toBe('2026-11-30');
    await choose('application.excludesReasons', true);
    expect(await asked()).toBe('2026-12-07');
  });
});
