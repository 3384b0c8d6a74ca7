import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World, WorldOrgan } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { plantOrgan } from './organ-samples.ts';

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const pathOf = ({ regionId, organId }: WorldOrgan): string => `/organs/${regionId}/${organId}`;

describe.skipIf(!hasChromium)('organs in the console (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;
  let admin: string;

  const rename = async ({ organId }: WorldOrgan, name: string): Promise<void> => {
    await world.database.server.updateTable('organ').set({ name }).where('organ_id', '=', organId).execute();
  };

  const plant = async (
    under: WorldOrgan,
    kind: 'department' | 'township' | 'village',
    name: string,
  ): Promise<WorldOrgan> => {
    const organ = await plantOrgan(world, under, kind);
    await rename(organ, name);
    return organ;
  };

  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
    admin = await world.signedIn(world.city, 'administrator');
    await rename(world.city, '昭示市人民政府');
    await rename(world.county, '河东县人民政府');
    await rename(world.otherCounty, '河西县人民政府');
    await rename(world.office, '河东县人民政府办公室');
    await rename(world.township, '段店乡人民政府');
  });

  afterAll(async () => {
    await desk?.close();
  });

  const addressOf = (organ: WorldOrgan): string => `${desk.address}/console${pathOf(organ)}`;

  const open = async (
    cookie: string,
    path: string,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const context = await desk.contextFor(cookie);
    return { context, page: await desk.open(context, path) };
  };

  const pick = async (page: Page, label: string, name: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).fill(name);
    await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  };

  const read = async (organ: WorldOrgan) =>
    (await world.call(organRoutes.read, { params: idsOf(organ) }, admin)).body;

  it('has no violation that axe knows and no sideways scrolling in every display', async () => {
    const { context, page } = await open(admin, '/organs');
    await page.getByRole('button', { name: '河东县人民政府的下级' }).click();
    await page.getByRole('link', { name: '段店乡人民政府' }).waitFor();
    await lookEverywhere(page, 'organs-tree');
    await page.getByLabel('只看工作机构信息不完整的').check();
    await page.getByRole('region', { name: '符合条件的机关' }).getByText('段店乡人民政府').waitFor();
    await lookEverywhere(page, 'organs-found');
    await page.goto(addressOf(world.county));
    await page.getByRole('heading', { level: 1, name: '河东县人民政府' }).waitFor();
    await page.getByRole('button', { name: '填写政府信息公开工作领导小组' }).waitFor();
    await lookEverywhere(page, 'organ');
    await page.getByRole('button', { name: '修改联系方式' }).click();
    await page.getByRole('button', { name: '填写政府信息公开工作机构' }).click();
    await page.getByRole('button', { name: '填写政府信息公开工作领导小组' }).click();
    await page.getByRole('button', { name: '增加成员' }).click();
    await lookEverywhere(page, 'organ-editing');
    const leave = page.getByRole('button', { name: '取消' });
    for (const open of [3, 2, 1]) {
      await expect.poll(() => leave.count()).toBe(open);
      await leave.first().click();
    }
    await page.goto(addressOf(world.township));
    for (const [name, file] of [
      ['登记村（居）', 'create'],
      ['改名', 'rename'],
      ['调整隶属关系', 'move'],
      ['撤销', 'close'],
      ['登记职权承接', 'succession'],
    ] as const) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await lookEverywhere(page, `organ-${file}`);
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await context.close();
  });

  it('shows and edits a list of reporting units in every display', async () => {
    const { context, page } = await open(
      await world.signedIn(world.office, 'supervisor'),
      '/reporting-units?year=2023',
    );
    await page.getByRole('heading', { name: /2023 年度/ }).waitFor();
    const begin = page.getByRole('button', { name: '建立 2023 年度名单' });
    await begin.waitFor();
    await lookEverywhere(page, 'units-none');
    await begin.click();
    await lookEverywhere(page, 'units-start');
    await page.getByRole('dialog').getByRole('button', { name: '建立' }).click();
    await page.getByRole('region', { name: '报送单位' }).waitFor();
    await lookEverywhere(page, 'units');
    await page.getByRole('button', { name: '修改2023 年度名单' }).click();
    await page.getByLabel('段店乡人民政府报送', { exact: true }).uncheck();
    await lookEverywhere(page, 'units-editing');
    await context.close();
  });

  it('opens from the to-do list and from the search', async () => {
    const { context, page } = await open(admin, '/');
    await page.getByRole('link', { name: /工作机构/ }).click();
    await page.waitForURL('**/console/organs?*');
    await page.getByRole('heading', { level: 1, name: '机关' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByLabel(/检索申请、机关/).fill('段店');
    await page.getByRole('dialog').getByRole('link', { name: '段店乡人民政府' }).click();
    await page.getByRole('heading', { level: 1, name: '段店乡人民政府' }).waitFor();
    await context.close();
  });

  it('keeps what was typed, asks before leaving, and shows both versions when somebody else saved', async () => {
    const { context, page } = await open(admin, pathOf(world.township));
    await page.getByRole('button', { name: '修改联系方式' }).click();
    await page.getByLabel('联系电话').fill('0374-1234567');
    await page.getByRole('link', { name: '返回机关列表' }).click();
    await page.getByRole('dialog', { name: '还有未保存的内容' }).waitFor();
    await page.getByRole('button', { name: '离开本页' }).click();
    await page.getByRole('heading', { level: 1, name: '机关' }).waitFor();
    await page.goBack();
    await page.getByText('已恢复未保存的内容').waitFor();
    expect(await page.getByLabel('联系电话').inputValue()).toBe('0374-1234567');

    const { contact, version } = await read(world.township);
    const theirs = {
      name: '段店乡人民政府',
      contact: { ...(contact as unknown as object), phone: '0374-7654321', address: '示例路1号' },
    };
    const saved = await world.call(
      organRoutes.edit,
      { params: idsOf(world.township), body: theirs as never },
      admin,
      { 'if-match': `"${String(version)}"` },
    );
    expect(saved.status).toBe(200);
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '别人已经修改过' });
    await dialog
      .getByRole('row', { name: /办公地址/ })
      .getByRole('radio', { name: '最新的' })
      .check();
    await look(page, 'organ-stale');
    await dialog.getByRole('button', { name: '按以下选择保存' }).click();
    await page.getByText('联系方式已保存').waitFor();
    await page.getByRole('button', { name: '修改联系方式' }).waitFor();
    expect(await read(world.township)).toMatchObject({
      contact: { phone: '0374-1234567', address: '示例路1号' },
    });
    await page.reload();
    await page.getByRole('button', { name: '修改联系方式' }).waitFor();
    expect(await page.getByText('已恢复未保存的内容').count()).toBe(0);
    await context.close();
  });

  it('shows what the server says of a field beside it', async () => {
    const { context, page } = await open(admin, pathOf(world.office));
    await page.getByRole('button', { name: '修改联系方式' }).click();
    await page.getByLabel('邮政编码').fill('46');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.ant-form-item-explain-error', { hasText: '应为六位数字' }).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toContain('postcode');
    await page.getByRole('button', { name: '取消' }).click();
    await context.close();
  });

  it('enters the disclosure office from the functions of the article, and the mark of incompleteness goes', async () => {
    const officer = await world.signedIn(world.office, 'disclosureOfficer');
    const { context, page } = await open(officer, pathOf(world.office));
    await page.getByRole('button', { name: '填写政府信息公开工作机构' }).click();
    const duties = page.getByRole('group', { name: /具体职能/ });
    await expect.poll(() => duties.getByRole('textbox').count()).toBe(5);
    await page.getByLabel('机构名称').fill('政务公开股');
    await page.getByLabel('办公地址').fill('示例路1号');
    await page.getByLabel('办公时间').fill('工作日 9:00—17:00');
    await page.getByLabel('联系电话').fill('0374-1234567');
    await duties.getByRole('button', { name: /^上移：第 5 项职能/ }).press('Enter');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('工作机构已保存').waitFor();
    const { body } = await world.call(
      organOfficeRoutes.readDisclosureOffice,
      { params: idsOf(world.office) },
      officer,
    );
    const { statutoryDuties, office } = body as unknown as {
      readonly statutoryDuties: readonly string[];
      readonly office: { readonly duties: readonly string[] };
    };
    const [one, two, three, four, five] = statutoryDuties;
    expect(office.duties).toEqual([one, two, three, five, four]);
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('政府信息公开工作机构');
    await look(page, 'organ-office');
    await page.getByRole('link', { name: '返回机关列表' }).click();
    await page.getByRole('link', { name: '河东县人民政府办公室' }).waitFor();
    await page.getByText('工作机构信息不完整', { exact: true }).first().waitFor({ state: 'detached' });
    await context.close();
  });

  it('keeps the leading group: members are added, put in order by keyboard, and leave by a day', async () => {
    const organ = await plant(world.county, 'department', '河东县财政局');
    const { context, page } = await open(admin, pathOf(organ));
    await page.getByRole('button', { name: '填写政府信息公开工作领导小组' }).click();
    for (const [index, name] of ['王某甲', '李某乙'].entries()) {
      await page.getByRole('button', { name: '增加成员' }).click();
      const row = page.getByRole('group', { name: `第 ${index + 1} 名成员` });
      await row.getByLabel('职务').fill('副局长');
      await row.getByLabel('任职日期').first().fill('2026-01-01');
      await row.getByLabel('姓名').fill(name);
    }
    const up = page.getByRole('button', { name: /^上移：李某乙/ });
    await up.press('Enter');
    await page.waitForFunction(
      `document.activeElement.getAttribute('aria-label') === '上移：李某乙，现为第 1 位，共 2 位'`,
    );
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('领导小组已保存').waitFor();
    const members = page.getByRole('region', { name: '成员', exact: true });
    await expect.poll(() => members.getByRole('rowheader').allTextContents()).toEqual(['李某乙', '王某甲']);

    await page.getByRole('button', { name: '修改政府信息公开工作领导小组' }).click();
    await page.getByRole('button', { name: '王某甲今日离任' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已离任的成员（1 人）').click();
    const former = page.getByRole('region', { name: '已离任的成员' });
    await expect.poll(() => former.getByRole('rowheader').allTextContents()).toEqual(['王某甲']);
    await look(page, 'organ-group');
    await context.close();
  });

  it('sets up an organ below, renames it and moves it', async () => {
    const other = await plant(world.county, 'township', '金殿镇人民政府');
    const { context, page } = await open(admin, pathOf(world.township));
    await page.getByRole('button', { name: '登记村（居）' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('全称').fill('示范村村民委员会');
    await dialog.getByLabel('网址名').fill('shifan');
    await dialog.getByLabel('设立日期').fill('2026-01-01');
    await dialog.locator('.consequence').filter({ hasText: '村级的村（居）民委员会' }).waitFor();
    await dialog.getByRole('button', { name: '设立' }).click();
    await page.getByRole('heading', { level: 1, name: '示范村村民委员会' }).waitFor();
    await page.getByText('不是行政机关').waitFor();
    expect(await page.getByRole('heading', { name: '政府信息公开工作机构' }).count()).toBe(0);

    await page.getByRole('button', { name: '改名' }).click();
    await dialog.getByLabel('全称').fill('示范一村村民委员会');
    await dialog.getByRole('button', { name: '改名' }).click();
    await page.getByRole('heading', { level: 1, name: '示范一村村民委员会' }).waitFor();

    await page.getByRole('button', { name: '调整隶属关系' }).click();
    await pick(page, '新的上级机关', '金殿镇');
    await dialog.locator('.consequence').filter({ hasText: '改为隶属金殿镇人民政府' }).waitFor();
    await dialog.getByRole('button', { name: '调整' }).click();
    await page.getByRole('link', { name: '金殿镇人民政府' }).waitFor();
    const { pathname } = new URL(page.url());
    const [regionId = '', organId = ''] = pathname.split('/').slice(-2);
    const moved = await world.call(organRoutes.read, { params: { regionId, organId } }, admin);
    expect(moved.body['parentId']).toBe(other.organId);
    await context.close();
  });

  it('sets up a lower region with its government', async () => {
    const { context, page } = await open(admin, pathOf(world.city));
    await page.getByRole('button', { name: '设立下级地区' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('地区名称').fill('河南示例县');
    await dialog.getByLabel('地区的网址名').fill('Henan');
    await dialog.getByLabel('人民政府全称').fill('河南示例县人民政府');
    await dialog.getByLabel('人民政府的网址名').fill('government');
    await dialog.getByRole('button', { name: '设立' }).click();
    await dialog.getByText('请填写网址名：小写字母开头').waitFor();
    await look(page, 'organ-region');
    await dialog.getByLabel('地区的网址名').fill('henan-shili');
    await dialog.getByRole('button', { name: '设立' }).click();
    await page.getByRole('heading', { level: 1, name: '河南示例县人民政府' }).waitFor();
    await page.getByRole('link', { name: '河南示例县的报送单位名单' }).click();
    await page.getByRole('heading', { level: 1, name: '年报报送单位：河南示例县人民政府' }).waitFor();
    await context.close();
  });

  it('closes an organ with a successor, which then names it', async () => {
    const former = await plant(world.county, 'department', '河东县农业局');
    const heir = await plant(world.county, 'department', '河东县农业农村局');
    const { context, page } = await open(admin, pathOf(former));
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('不再保留的第一天').fill('2026-06-01');
    await dialog.getByRole('button', { name: '撤销' }).click();
    await dialog.getByText('请选择承接机关').waitFor();
    await pick(page, '承接机关', '河东县农业农村局');
    await dialog
      .locator('.consequence')
      .filter({ hasText: '自2026年6月1日起，河东县农业局不再保留' })
      .waitFor();
    await look(page, 'organ-close-filled');
    await dialog.getByRole('button', { name: '撤销' }).click();
    await page.getByText('2026年6月1日起不再保留').waitFor();
    await page.getByRole('link', { name: '河东县农业农村局' }).click();
    await page.getByRole('heading', { level: 1, name: '河东县农业农村局' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '承接河东县农业局：全部职权' }).waitFor();
    expect(await read(former)).toMatchObject({ validTo: '2026-06-01' });
    expect((await read(heir))['validTo']).toBeNull();
    await context.close();
  });

  it('registers that some matters went over, and takes a wrong entry back', async () => {
    const giving = await plant(world.county, 'department', '河东县国土资源局');
    await plant(world.county, 'department', '河东县自然资源局');
    const { context, page } = await open(admin, pathOf(giving));
    await page.getByRole('button', { name: '登记职权承接' }).click();
    const dialog = page.getByRole('dialog');
    await pick(page, '承接机关', '河东县自然资源局');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByText('请写明承接的事项').waitFor();
    await dialog.getByLabel('承接的事项').fill('不动产登记');
    await dialog.getByRole('button', { name: '登记' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: '移交河东县自然资源局：不动产登记' });
    await entry.waitFor();
    await look(page, 'organ-successions');
    await entry.getByRole('button', { name: /^删去/ }).click();
    await dialog.getByRole('button', { name: '删去' }).click();
    await page.getByText('没有登记过职权的承接。').waitFor();
    await context.close();
  });

  it('greys what the person may not do and says why', async () => {
    const { context, page } = await open(
      await world.signedIn(world.township, 'drafter'),
      pathOf(world.township),
    );
    for (const name of ['修改联系方式', '登记村（居）', '改名', '调整隶属关系', '撤销', '登记职权承接']) {
      const button = page.getByRole('button', { name, exact: true });
      expect(await button.getAttribute('aria-disabled'), name).toBe('true');
    }
    await page.getByRole('button', { name: '撤销' }).focus();
    await page.getByRole('tooltip').filter({ hasText: '设立、撤销机关' }).waitFor();
    await look(page, 'organ-grey');
    await page.goto(`${desk.address}/console/reporting-units`);
    await page.getByRole('heading', { name: '没有这个页面的权限' }).waitFor();
    await context.close();
  });

  it('orders a list of reporting units by keyboard and asks for the reason of who is left out', async () => {
    const supervisor = await world.signedIn(world.office, 'supervisor');
    const { regionId } = world.county;
    const params = { regionId, reportYear: 2022 };
    await world.call(reportingUnitRoutes.start, { params }, supervisor);
    const { context, page } = await open(supervisor, '/reporting-units?year=2022');
    await page.getByRole('button', { name: '修改2022 年度名单' }).click();
    await page.getByRole('button', { name: /^上移：段店乡人民政府/ }).press('Enter');
    await page.getByLabel('段店乡人民政府报送', { exact: true }).uncheck();
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.unit-row .late', { hasText: '不报送的单位请写明理由' }).waitFor();
    await page.getByLabel('段店乡人民政府不报送的理由').fill('由县政府办公室一并报送');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('名单已保存').waitFor();
    const row = page.getByRole('row', { name: /段店乡人民政府/ });
    await expect.poll(() => row.textContent()).toContain('不报送由县政府办公室一并报送');
    const { body } = await world.call(reportingUnitRoutes.read, { params }, supervisor);
    const units = body['units'] as unknown as readonly { readonly name: string; included: boolean }[];
    const place = units.findIndex(({ name }) => name === '段店乡人民政府');
    expect(units[place]?.included).toBe(false);
    expect(place).toBe(units.length - 2);
    await context.close();
  });
});
