import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, PHONE } from './console-screens.ts';
import { plantWorkRecord } from './work-record-samples.ts';

describe.skipIf(!hasChromium)('the registers of work (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('a clerk plans a task, fills in how it was done, and opens the figure that counts it', async () => {
    const inside = await desk.contextFor(await desk.world.signedIn(desk.world.township, 'disclosureOfficer'));
    const page = await desk.open(inside, '/work-records');
    await page.getByText('台账里还没有记录').waitFor();
    await page.getByRole('button', { name: '登记工作' }).click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('请填写任务').waitFor();
    await page.getByLabel('任务', { exact: true }).fill('更新政府信息公开指南');
    await page.getByLabel(/^完成期限/).fill('2026-12-01');
    await page.getByLabel('出自哪份工作要点').fill('2026年政务公开工作要点');
    await page.getByRole('button', { name: '登记，再登同一要点的下一项' }).click();
    await expect.poll(() => page.getByLabel('任务', { exact: true }).inputValue()).toBe('');
    expect(await page.getByLabel('出自哪份工作要点').inputValue()).toBe('2026年政务公开工作要点');
    await page.getByLabel('任务', { exact: true }).fill('编制政务公开标准目录');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('还没有完成的，请填写计划日期').first().waitFor();
    await page.getByLabel(/^完成期限/).fill('2026-12-20');
    await look(page, 'work-new');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '编制政务公开标准目录' }).waitFor();
    await page.getByText('未完成').first().waitFor();
    await page.getByRole('button', { name: '填写完成情况' }).click();
    await page.getByLabel(/^完成日期/).fill('2026-11-18');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('完成以后请填写“责任单位”').waitFor();
    await page.getByLabel('责任单位').fill('党政办');
    await page.getByLabel('完成情况').fill('11月18日在网站公布。');
    // One that is refused is named, and keeps the others from nothing.
    await page.getByLabel(/^上传证明材料/).setInputFiles([
      { name: '工具.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
      { name: '目录.txt', mimeType: 'text/plain', buffer: Buffer.from('政务公开标准目录') },
    ]);
    await page.getByText('没有上传：工具.exe').waitFor();
    await page.getByRole('link', { name: '目录.txt' }).waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('11月18日在网站公布。').waitFor();
    await page.getByText('已完成').first().waitFor();
    await look(page, 'work-done');
    await page.getByRole('link', { name: '返回台账' }).click();
    const row = page.getByRole('row', { name: /^工作要点任务/ });
    await row.getByRole('link', { name: '1', exact: true }).first().click();
    await page.getByRole('link', { name: '编制政务公开标准目录' }).waitFor();
    await look(page, 'work-list');
    await inside.close();
  });

  it('an office registers a training with a question, whose right option is chosen', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.office, 'disclosureOfficer'));
    const page = await desk.open(inside, '/work-records/new?kind=training');
    await page.getByLabel('培训主题', { exact: true }).fill('答复文书培训');
    await page.getByLabel(/^计划日期/).fill('2026-12-10');
    await page.getByRole('button', { name: '附测试题（可以不附）' }).click();
    await page.getByLabel('题目').fill('答复期限是多少个工作日？');
    await page.getByLabel('选项甲').fill('10 个工作日');
    await page.getByLabel('选项乙').fill('20 个工作日');
    await page.getByRole('radio', { name: '乙' }).check();
    expect(await page.getByLabel('选项甲').inputValue()).toBe('10 个工作日');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '答复文书培训' }).waitFor();
    const { quiz } = await world.database.server
      .selectFrom('work_record')
      .select('quiz')
      .where('title', '=', '答复文书培训')
      .executeTakeFirstOrThrow();
    expect(quiz).toEqual([
      { question: '答复期限是多少个工作日？', options: ['10 个工作日', '20 个工作日'], right: 1 },
    ]);
    await inside.close();
  });

  it('a township’s clerk answers the questions of a training of the county’s office on a telephone', async () => {
    const { world } = desk;
    const { recordId } = await plantWorkRecord(world, world.office, {
      title: '全县政务公开业务培训',
      facts: { content: '其他', hours: 2, persons: 30, material: 'https://example.cn/training' },
      quiz: [
        { question: '答复期限是多少个工作日？', options: ['10 个工作日', '20 个工作日'], right: 1 },
        { question: '公开以前要做什么？', options: ['保密审查', '什么也不用做'], right: 0 },
      ],
    });
    await plantWorkRecord(world, world.office, { title: '保密法律法规培训' });
    const inside = await desk.contextFor(await world.signedIn(world.township, 'drafter'), PHONE);
    const page = await desk.open(inside, '/work-records/trainings');
    await page.getByText(/其他，2 学时$/).waitFor();
    await page.getByRole('link', { name: '打开学习材料' }).waitFor();
    await page.getByRole('button', { name: '确认参加并作答' }).click();
    await page.getByLabel('20 个工作日').check();
    await page.getByText('提交（还有 1 题没有作答）').waitFor();
    await page.getByLabel('保密审查').check();
    await look(page, 'work-quiz');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText(/答对 2 题，合格。$/).waitFor();
    // What has no questions is confirmed once.
    await page.getByRole('button', { name: '确认参加', exact: true }).click();
    await page.getByText(/确认参加。$/).waitFor();
    await page.getByRole('button', { name: '确认参加', exact: true }).waitFor({ state: 'detached' });
    await inside.close();
    const office = await desk.contextFor(await world.signedIn(world.office, 'disclosureOfficer'));
    const shown = await desk.open(office, `/work-records/${world.office.regionId}/${recordId}`);
    await shown.getByRole('heading', { name: '在系统中确认参加的（1 人）' }).waitFor();
    expect(await shown.getByText('答对 2 题，合格').count()).toBe(1);
    await look(shown, 'work-training');
    await office.close();
  });
});
