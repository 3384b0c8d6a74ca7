import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look } from './console-screens.ts';
import { plantDisputeFile } from './dispute-file-desk.ts';
import { JUDGED, plantDispute, SUIT } from './dispute-samples.ts';
import { pdf } from './sample-files.ts';

const WIDTHS = [
  { width: 1280, high: false },
  { width: 390, high: false },
] as const;

describe.skipIf(!hasChromium)('the register of disputes (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('a clerk enters a reconsideration of an application, its result, and finds it in its cell', async () => {
    const { world } = desk;
    const organ = world.township;
    const { applicationId } = await plantCase(world, organ);
    const { registration_number: number } = await world.database.server
      .selectFrom('application')
      .select('registration_number')
      .where('application_id', '=', applicationId)
      .executeTakeFirstOrThrow();
    const inside = await desk.contextFor(await world.signedIn(organ, 'disclosureOfficer'));
    const page = await desk.open(inside, '/disputes');
    await page.getByText('台账里还没有案件').waitFor();
    await page.getByRole('button', { name: '登记案件' }).click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('请填写对方当事人').waitFor();
    await page.getByLabel(/^申请登记号/).fill(number);
    await page.getByRole('button', { name: '按这件申请的结果填写' }).click();
    await page.getByText('逾期不答复').first().waitFor();
    await page.getByLabel('对方当事人').fill('孙大力');
    await page.getByLabel('复议机关', { exact: true }).fill('东县人民政府');
    await page.getByLabel(/^案号/).fill('东政复〔2026〕3号');
    await page.getByLabel('受理日期', { exact: true }).fill('2026-11-10');
    await page.getByLabel('收到答复通知书的日期').fill('2026-11-12');
    await look(page, 'disputes-new');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '东政复〔2026〕3号' }).waitFor();
    await page.getByText(/行政复议还没有审结：计入2026年表四行政复议的“尚未审结”/).waitFor();
    await page.getByRole('button', { name: /^被申请人答复并提交证据.*2026年11月26日，查看推算$/ }).click();
    await page.getByText(/收到答复通知书，当日不计入；其后第10个工作日是2026年11月26日/).waitFor();
    await look(page, 'disputes-derivation');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^登记结果、日期/ }).click();
    await page.getByLabel(/^结果/).fill('责令履行');
    await page.getByTitle(/^责令履行/).click();
    await page.getByLabel('决定日期').fill('2026-11-18');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/行政复议结果是“责令履行”.*计入2026年表四行政复议的“结果纠正”/).waitFor();
    // 责令履行 without a period: the setting's twenty working days.
    await page.getByRole('button', { name: /^履行行政复议决定：2026年12月16日，查看推算$/ }).waitFor();
    await page.getByText('还缺少1项').waitFor();
    await page.getByRole('button', { name: '导出证据包' }).click();
    await page.getByText('有1项没有证据').waitFor();
    await look(page, 'disputes-missing');
    await page.getByRole('button', { name: '先去补齐' }).click();
    await look(page, 'disputes-case');
    await page.getByRole('button', { name: '登记原因' }).click();
    await page.getByLabel('原因（可以多选）').fill('未予答复');
    await page.getByTitle('未予答复').click();
    await page.getByLabel(/^责任内设机构/).fill('党政办公室');
    await page.getByLabel(/^整改措施/).fill('每周核对在办申请');
    await look(page, 'disputes-loss');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('每周核对在办申请').waitFor();
    await page.getByRole('button', { name: '登记文书' }).click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('请选择文书的种类').waitFor();
    await page.getByLabel('种类').fill('本机关的证据');
    await page.getByTitle('本机关的证据材料').click();
    await page.getByLabel('收到或者发出的日期').fill('2026-11-20');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('请选择文件').waitFor();
    const file = { name: '值班记录.pdf', mimeType: 'application/pdf', buffer: pdf() };
    await page.getByLabel('文件', { exact: true }).setInputFiles(file);
    await look(page, 'disputes-paper');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('link', { name: '值班记录.pdf' }).waitFor();
    await page.getByText('应当证明的事项都有材料。').waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出证据包' }).click();
    expect((await downloading).suggestedFilename()).toBe('东政复〔2026〕3号证据.zip');
    await look(page, 'disputes-full');
    await page.getByRole('link', { name: '看全部案件的原因' }).click();
    await page.getByRole('link', { name: '未予答复 1件' }).click();
    await page.getByRole('heading', { name: '所计的案件（1 件）' }).waitFor();
    await page.getByRole('link', { name: '东政复〔2026〕3号' }).waitFor();
    await look(page, 'disputes-losses');
    await page.getByRole('link', { name: '返回台账' }).click();
    await page.getByRole('link', { name: '年报表四' }).click();
    await page.getByRole('link', { name: '行政复议结果纠正 1' }).click();
    await page.getByRole('heading', { name: '行政复议：结果纠正（1 件）' }).waitFor();
    await page.getByRole('link', { name: '东政复〔2026〕3号' }).waitFor();
    await look(page, 'disputes-table-four');
    await page.goto(`${desk.address}/console/applications/${organ.regionId}/${applicationId}?view=related`);
    await page.getByRole('heading', { name: '复议诉讼' }).waitFor();
    await page.getByRole('link', { name: '东政复〔2026〕3号' }).waitFor();
    await inside.close();
  });

  it.each(WIDTHS)(
    'a suit of two instances, a correction with its reason, the list ($width px)',
    async (display) => {
      const { world } = desk;
      const organ = display.width === 1280 ? world.county : world.office;
      const number = `（2026）东01行初${display.width}号`;
      const ids = await plantDispute(world, organ, {
        kind: 'litigationDirect',
        act: 'refusal',
        stages: [JUDGED],
        number,
      });
      await plantDispute(world, organ, {
        kind: 'litigationAfterReconsideration',
        role: 'reconsiderationOrganAsCoDefendant',
        stages: [SUIT],
      });
      const inside = await desk.contextFor(await world.signedIn(organ, 'disclosureOfficer'), display);
      const page = await desk.open(inside, '/disputes');
      await page.getByText('复议机关作共同被告，不计').waitFor();
      await look(page, 'disputes-list');
      await page.getByRole('link', { name: number }).click();
      await page.getByText('一审裁判还没有生效').waitFor();
      await page.getByRole('button', { name: '登记二审' }).click();
      await page.getByLabel('人民法院').fill('东市中级人民法院');
      await page.getByLabel('立案日期').fill('2026-04-01');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('不能早于上一审级的裁判日期（2026年5月6日）').first().waitFor();
      await look(page, 'disputes-stage');
      await page.getByLabel('立案日期').fill('2026-06-01');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('heading', { name: '二审' }).waitFor();
      await page.getByRole('button', { name: /^补填、更正\s*：一审$/ }).click();
      await page.getByLabel('立案日期').fill('2026-02-03');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('更正已经登记的日期、结果，请写明理由').first().waitFor();
      await page.getByLabel(/^更正理由/).fill('立案通知书为2月3日');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('理由：立案通知书为2月3日').waitFor();
      await look(page, 'disputes-two-instances');
      await page.goto(`${desk.address}/console/disputes/table-four?year=2026`);
      await page.getByRole('heading', { name: /^请核实：1 件不予公开案件未经复议直接起诉/ }).waitFor();
      await page.getByRole('heading', { name: '没有计入：1 件本机关只作共同被告' }).waitFor();
      await look(page, 'disputes-table-four-notes');
      await plantDisputeFile(world, organ, ids);
      await plantDispute(world, organ, { act: 'silence' });
      await page.goto(`${desk.address}/console/disputes/${ids.regionId}/${ids.disputeId}`);
      await page.getByRole('link', { name: '答复通知书.pdf' }).waitFor();
      await look(page, 'disputes-papers');
      await page.getByRole('button', { name: '登记文书' }).click();
      await page.getByLabel('收到或者发出的日期').waitFor();
      await look(page, 'disputes-paper-dialog');
      await page.goto(`${desk.address}/console/disputes/losses?year=2026&by=all`);
      await page.getByText('1 件还没有登记原因').waitFor();
      await page.getByRole('heading', { name: '所计的案件（1 件）' }).waitFor();
      await look(page, 'disputes-losses-unexplained');
      await inside.close();
    },
  );
});
