import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantAssessment } from './assessment-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look } from './console-screens.ts';
import { plantDispute } from './dispute-samples.ts';

const WIDTHS = [
  { width: 1280, high: false },
  { width: 390, high: false },
] as const;

describe.skipIf(!hasChromium)('assessments (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('a supervisor sets up an assessment, judges an indicator, closes and publishes it', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.office, 'supervisor'));
    const page = await desk.open(inside, '/assessments');
    await page.getByText('还没有考核').waitFor();
    await page.getByRole('button', { name: '设立考核' }).click();
    await look(page, 'assessment-begin');
    await page.getByRole('button', { name: '设立', exact: true }).click();
    await page.getByRole('heading', { name: /年政府信息公开工作考核/ }).waitFor();
    await look(page, 'assessment-overview');
    await page.getByRole('link', { name: 'township' }).click();
    await page.getByRole('heading', { name: '今天哪些事项在扣分' }).waitFor();
    await page.getByText(/^未评的指标/).click();
    await page.getByRole('button', { name: '评定B04' }).click();
    await page.getByLabel(/^分值/).fill('26');
    await page.getByLabel('依据').fill('抽查的答复书没有写明救济途径');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('这个指标最多 25 分').waitFor();
    await page.getByLabel(/^分值/).fill('1.5');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/评定：1.5 分/).waitFor();
    await page.getByRole('link', { name: /年政府信息公开工作考核/ }).click();
    await page.getByRole('button', { name: '考核指标' }).click();
    await page.getByText('采用本地的指标').waitFor();
    await look(page, 'assessment-set');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^关.?闭$/ })
      .last()
      .click();
    await page.getByRole('button', { name: '结束考核' }).click();
    const ending = page.getByRole('dialog');
    await ending.getByText(/township：\d+ 个否决项（V1、/).waitFor();
    await ending.getByRole('button', { name: '结束考核' }).click();
    await ending.getByText('请写明提前结束的理由').waitFor();
    await ending.getByText('请先评定；就此结束的，请勾选').waitFor();
    await look(page, 'assessment-ending');
    await ending.getByLabel(/提前结束的理由/).fill('机构改革');
    await ending.getByLabel(/就此结束/).check();
    await ending.getByRole('button', { name: '结束考核' }).click();
    await page.getByText(/^对1个单位2026年1月1日至.*的政府信息公开工作进行了考核/).waitFor();
    await page.getByRole('button', { name: '公布结果' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '公布结果' }).click();
    await page.getByText('已公布').waitFor();
    await look(page, 'assessment-published');
    await inside.close();
  });

  it.each(WIDTHS)('a unit sees what costs it points, opens it and objects ($width px)', async (display) => {
    const { world } = desk;
    const number = `东政复〔2026〕${display.width}号`;
    await plantDispute(world, world.township, { number });
    const { regionId, assessmentId } = await plantAssessment(world, world.office, {
      units: [world.township],
    });
    const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'), display);
    const page = await desk.open(
      inside,
      `/assessments/${regionId}/${assessmentId}/${world.township.organId}`,
    );
    await page.getByRole('heading', { name: '今天哪些事项在扣分' }).waitFor();
    await look(page, `assessment-unit-${display.width}`);
    await page.getByRole('button', { name: '填写自评' }).click();
    await page.getByLabel('自评得分').fill('95.5');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('95.5 分').waitFor();
    await page.getByRole('button', { name: '对“没有填写办公地址”提出异议' }).click();
    await page.getByLabel('理由').fill('办公地址在网站上有');
    await page.getByRole('button', { name: /^提.?出$/ }).click();
    await page.getByText('待裁定').waitFor();
    await page.getByRole('link', { name: new RegExp(`${number}：结果纠正`) }).click();
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    expect(page.url()).toContain('/disputes/');
    await inside.close();
  });
});
