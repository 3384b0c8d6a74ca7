import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { bodyField, type EditorDesk, openEditorDesk, saveDraft } from './console-editor-screen.ts';
import { hasChromium, holdReads, look, lookEverywhere } from './console-screens.ts';
import { plantDocument } from './document-samples.ts';
import { png } from './sample-files.ts';

/** Made up: no such number was ever given out. */
const ID_NUMBER = '11010519491231002X';

/** A notice as Word puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
p.MsoNormal {margin:0cm; text-align:justify; font-size:10.5pt;} p.MsoTitle {text-align:center; font-weight:bold;}
</style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoTitle><span style='font-size:22.0pt'>示范镇人民政府关于发放<span lang=EN-US>2026</span>年种粮补贴的公告<o:p></o:p></span></p>
<p class=MsoNormal align=center style='text-align:center'>示镇政发〔2026〕7号</p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt'>现将补贴名单公告如下。</span></p>
<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>发放对象</p>
<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span><![endif]>发放标准</p>
<table border=1><thead><tr><td rowspan=2><p class=MsoNormal>姓名</p></td><td colspan=2><p class=MsoNormal>补贴</p></td></tr>
<tr><td><p class=MsoNormal>面积</p></td><td><p class=MsoNormal>金额</p></td></tr></thead>
<tr><td><p class=MsoNormal>张测试</p></td><td><p class=MsoNormal>3亩</p></td><td><p class=MsoNormal>600元</p></td></tr></table>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt'>经办人张测试，身份证号${ID_NUMBER}。</span></p>
<p class=MsoNormal><img width=40 src="file:///C:/Users/clerk/AppData/Local/Temp/ksohtml/wps1.png"></p>
<p class=MsoNormal align=right style='text-align:right'>示范镇人民政府</p>
<p class=MsoNormal align=right style='text-align:right'>2026年11月10日</p>
<!--EndFragment--></body></html>`;

describe.skipIf(!hasChromium)('writing a document (skipped where there is no Chromium)', () => {
  let desk: EditorDesk;
  let world: World;
  let drafter: string;

  beforeAll(async () => {
    desk = await openEditorDesk();
    world = desk.world;
    drafter = desk.drafter;
  });

  afterAll(async () => {
    await desk?.close();
  });

  /** Pastes as Word does: the clipboard has HTML. */
  const paste = async (page: Page, html: string): Promise<void> => {
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', ${JSON.stringify(html)});
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('.ProseMirror').dispatchEvent(event);
    }`);
  };

  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).fill(option);
    await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  };

  it('goes from a new draft by a text pasted from Word, filled, masked and saved, to its review', async () => {
    const { context, page } = await desk.openAs('/documents/new');
    await page.getByRole('button', { name: '开始起草' }).click();
    await bodyField(page).waitFor();
    await bodyField(page).click();
    await paste(page, WORD);
    await page.getByText('1 张图片留在原来的电脑上').waitFor();
    expect(await bodyField(page).locator('ol > li').allInnerTexts()).toEqual(['发放对象', '发放标准']);
    expect(await bodyField(page).locator('th[rowspan="2"]').innerText()).toBe('姓名');
    await page.getByRole('button', { name: '读出要素' }).click();
    const dialog = page.getByRole('dialog', { name: '从正文读出的要素' });
    await dialog.getByText('示镇政发〔2026〕7号').waitFor();
    await look(page, 'document-elements');
    await dialog.getByRole('button', { name: '填入选中的' }).click();
    await expect.poll(() => page.getByLabel('发文字号').inputValue()).toBe('示镇政发〔2026〕7号');
    expect(await page.getByLabel('成文日期').inputValue()).toBe('2026-11-10');
    // The period of 条例26 runs from here.
    expect(await page.getByLabel('生成日期').inputValue()).toBe('2026-11-10');
    expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe(
      '示范镇人民政府关于发放2026年种粮补贴的公告',
    );
    await page.getByRole('radio', { name: /^主动公开/ }).check();
    await choose(page, '法定主动公开内容', '社会救助');
    await choose(page, '主题分类', '农业');
    await expect.poll(() => page.getByLabel('主题分类').inputValue()).toBe('农业、林业、水利');
    await page.getByLabel('内容概述').fill('种粮补贴的对象、标准和名单。');
    await saveDraft(page);
    await page.getByText('已经齐全。').waitFor();
    await page.getByText(/最迟 2026年\d+月\d+日 公开/).waitFor();
    const scan = page.getByRole('region', { name: '公开前检查' });
    await scan.getByText(ID_NUMBER).waitFor();
    await scan.getByRole('button', { name: /^身份证号：第/ }).click();
    expect(await bodyField(page).locator('.finding-chosen').innerText()).toBe(ID_NUMBER);
    await look(page, 'document-finding');
    await scan.getByRole('button', { name: /^遮盖第.*身份证号$/ }).click();
    await page.getByText('已遮盖 1 处').waitFor();
    expect(await bodyField(page).innerText()).not.toContain(ID_NUMBER);
    await bodyField(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => bodyField(page).innerText()).toContain(ID_NUMBER);
    await page.keyboard.press('Control+y');
    await expect.poll(() => bodyField(page).innerText()).not.toContain(ID_NUMBER);
    await saveDraft(page);
    await look(page, 'document-saved');
    await page.getByRole('button', { name: '提请审核' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提请审核' }).click();
    await page.waitForURL(/\/documents\/[^/]+\/[^/]+$/);
    const [regionId = '', documentId = ''] = new URL(page.url()).pathname.split('/').slice(-2);
    const submitted = await desk.read({ regionId, documentId });
    expect(submitted).toMatchObject({
      status: 'inUnitReview',
      content: { documentNumber: '示镇政发〔2026〕7号', catalogCode: 'a21t.8' },
    });
    expect(JSON.stringify(submitted)).not.toContain(ID_NUMBER);
    await context.close();
  });

  it('writes, formats and undoes by keyboard and toolbar; tables, lists, links', async () => {
    const ids = await plantDocument(world, world.township, { body: { type: 'doc', content: [] } });
    const { context, page } = await desk.edit(ids);
    const tool = (name: string) => page.getByRole('button', { name, exact: true });
    await bodyField(page).click();
    await page.keyboard.type('总体要求');
    await page.getByLabel('段落样式').selectOption('一级标题');
    await page.keyboard.press('Enter');
    await page.keyboard.type('各村');
    await tool('加粗（Ctrl+B）').click();
    await page.keyboard.type('按期');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('完成。');
    await page.keyboard.press('Enter');
    await tool('编号').click();
    await page.keyboard.type('第一步');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第二步');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await tool('居中').click();
    await tool('插入链接').click();
    await page.getByLabel('链接地址').fill('javascript:alert(1)');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('不是可以公开的地址').waitFor();
    await page.getByLabel('链接地址').fill('https://www.example.gov.cn/');
    await page.getByRole('button', { name: '确定' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await tool('插入表格').click();
    const tables = page.getByRole('toolbar', { name: '表格' });
    await bodyField(page).locator('th').first().click();
    await tables.waitFor();
    await page.keyboard.type('甲');
    await page.keyboard.press('Tab');
    await page.keyboard.type('乙');
    await page.keyboard.press('Tab');
    await page.keyboard.type('丙');
    await tables.getByRole('button', { name: '删除列' }).click();
    await page.keyboard.press('Control+z');
    await tables.getByRole('button', { name: '下方插入行' }).click();
    await look(page, 'document-table');
    await saveDraft(page);
    const { content } = await desk.read(ids);
    const kept = (content['body'] as { readonly content: readonly { readonly type: string }[] }).content;
    expect(kept.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'ordered_list',
      'paragraph',
      'table',
    ]);
    expect(content['body']).toMatchObject({
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ text: '总体要求' }] },
        {
          type: 'paragraph',
          attrs: { indent: 2 },
          content: [{ text: '各村' }, { text: '按期', marks: [{ type: 'strong' }] }, { text: '完成。' }],
        },
        { type: 'ordered_list', attrs: { order: 1 }, content: [{}, {}] },
        {
          type: 'paragraph',
          attrs: { align: 'center' },
          content: [{ marks: [{ type: 'link', attrs: { href: 'https://www.example.gov.cn/' } }] }],
        },
        {
          type: 'table',
          content: [
            { content: [{ type: 'table_header' }, { type: 'table_header' }, { type: 'table_header' }] },
            {},
            {},
            {},
          ],
        },
      ],
    });
    await context.close();
  });

  it('puts in a picture with its words, and files that are renamed and put in order', async () => {
    const ids = await plantDocument(world, world.township);
    const { context, page } = await desk.edit(ids);
    await bodyField(page).click();
    await page.getByRole('button', { name: '插入图片' }).click();
    const dialog = page.getByRole('dialog', { name: '插入图片' });
    await dialog
      .getByLabel('图片文件')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png() });
    await dialog.getByRole('button', { name: '插入', exact: true }).click();
    await dialog.getByText('请写明图片内容').waitFor();
    await dialog.getByLabel('图片内容').fill('检修渠道位置图');
    await dialog.getByRole('button', { name: '插入', exact: true }).click();
    await page.getByText('图片内容：检修渠道位置图').waitFor();
    await page.locator('input[type=file][multiple]').setInputFiles([
      { name: '附件一.png', mimeType: 'image/png', buffer: png() },
      { name: '附件二.png', mimeType: 'image/png', buffer: png() },
    ]);
    await page.getByLabel('第2个附件的名称').fill('检修计划表');
    await page.getByRole('button', { name: /^上移：检修计划表/ }).click();
    await look(page, 'document-files');
    await saveDraft(page);
    expect((await desk.read(ids)).content).toMatchObject({
      attachments: [{ name: '检修计划表' }, { name: '附件一.png' }],
    });
    expect(JSON.stringify((await desk.read(ids)).content['body'])).toContain('检修渠道位置图');
    await context.close();
  });

  it('shows both versions when somebody else saved meanwhile, and loses nothing', async () => {
    const ids = await plantDocument(world, world.township);
    const one = await desk.edit(ids);
    const other = await desk.edit(ids);
    await other.page.getByLabel('信息来源').fill('水利站');
    await saveDraft(other.page);
    await one.page.getByLabel('标题', { exact: true }).fill('示范镇冬季检修公告');
    await bodyField(one.page).click();
    await one.page.keyboard.press('Control+End');
    await one.page.keyboard.type('特此公告。');
    await one.page.getByRole('button', { name: '保存草稿' }).click();
    const dialog = one.page.getByRole('dialog', { name: '别人已经修改过' });
    await dialog.getByText('水利站').waitFor();
    await dialog.getByText(/特此公告。/).waitFor();
    await look(one.page, 'document-stale');
    await dialog.getByRole('radiogroup', { name: '信息来源保留哪一个' }).getByText('最新的').click();
    await dialog.getByRole('button', { name: '按以下选择保存' }).click();
    await one.page.getByText('没有未保存的改动').waitFor();
    const { content } = await desk.read(ids);
    expect(content).toMatchObject({ title: '示范镇冬季检修公告', source: '水利站' });
    expect(JSON.stringify(content['body'])).toContain('特此公告。');
    await one.context.close();
    await other.context.close();
  });

  it('keeps to the page’s own policy: fields that grow with their text are measured out of sight', async () => {
    const ids = await plantDocument(world, world.township);
    const context = await desk.contextFor(drafter, undefined, { bypassCSP: false });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${desk.address}/console/documents/${ids.regionId}/${ids.documentId}/edit`);
    await bodyField(page).waitFor();
    await page.getByLabel('标题', { exact: true }).fill('一行一行的标题'.repeat(20));
    const shown = page.locator('textarea:not([aria-hidden="true"])');
    await expect.poll(async () => (await shown.first().boundingBox())?.height ?? 0).toBeGreaterThan(60);
    expect(complaints.filter((words) => words.includes('Content Security Policy'))).toEqual([]);
    await context.close();
  });

  it('saves twice in a row and acts right after, whatever is still being read again', async () => {
    const ids = await plantDocument(world, world.township);
    const { context, page } = await desk.edit(ids);
    const release = await holdReads(page, `**/api/documents/${ids.regionId}/${ids.documentId}`);
    for (const words of ['第一次写。', '第二次写。']) {
      await bodyField(page).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
      await page.getByText('有未保存的改动', { exact: true }).waitFor();
      await page.getByRole('button', { name: '保存草稿' }).click();
      await page.getByText('没有未保存的改动').waitFor();
    }
    await page.getByRole('link', { name: '查看文件' }).click();
    // The address comes before the page: until then the button of the editor, which has the same name, is still there.
    await page.getByRole('heading', { name: '可以办理' }).waitFor();
    await page.getByRole('button', { name: '提请审核', exact: true }).click();
    await page
      .getByRole('region', { name: '提请审核', exact: true })
      .getByRole('button', { name: '提请审核', exact: true })
      .click();
    await page.getByText('已办理：提请审核').waitFor();
    release();
    expect(JSON.stringify((await desk.read(ids)).content)).toContain('第一次写。第二次写。');
    await context.close();
  });

  it('keeps what is written in the window, asks before leaving, and stores nothing on the device', async () => {
    const ids = await plantDocument(world, world.township);
    const { context, page } = await desk.edit(ids);
    await bodyField(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('联系人赵测试甲。');
    await page.getByText('有未保存的改动', { exact: true }).waitFor();
    await page.getByRole('link', { name: '待办', exact: true }).click();
    await page.getByRole('button', { name: '离开本页' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(
      '赵测试甲',
    );
    await page.goBack();
    await page.getByText('已恢复未保存的内容').waitFor();
    await expect.poll(() => bodyField(page).innerText()).toContain('联系人赵测试甲。');
    await page.getByRole('button', { name: '放弃这些内容' }).click();
    await expect.poll(() => bodyField(page).innerText()).not.toContain('赵测试甲');
    await context.close();
  });

  it('takes its question along when the page is left: nothing is submitted from elsewhere', async () => {
    const ids = await plantDocument(world, world.township);
    const { context, page } = await desk.openAs(`/documents/${ids.regionId}/${ids.documentId}`);
    await page.getByRole('link', { name: '编辑草稿' }).click();
    await bodyField(page).waitFor();
    await page.getByRole('button', { name: '提请审核' }).click();
    await page.getByRole('dialog').getByText('审查期间不能改动').waitFor();
    await page.goBack();
    await page.getByRole('region', { name: '办理情况' }).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await desk.read(ids)).toMatchObject({ status: 'draft' });
    await context.close();
  });

  it('has no violation that axe knows and no sideways scrolling in every display', async () => {
    const ids = await plantDocument(world, world.township, { kind: 'penalty', matter: 'penaltyDecision' });
    const { context, page } = await desk.openAs('/documents');
    await page.getByText('示范镇关于开展').first().waitFor();
    await lookEverywhere(page, 'documents');
    await page.getByRole('link', { name: '草稿', exact: true }).click();
    await page.getByText('还剩').first().waitFor();
    await context.close();
    const begun = await desk.openAs('/documents/new');
    await lookEverywhere(begun.page, 'document-new');
    await begun.context.close();
    const opened = await desk.edit(ids);
    await opened.page.getByRole('radio', { name: /^不予公开/ }).check();
    await opened.page.getByRole('button', { name: '添加关系' }).click();
    await opened.page.getByText('没有发现需要处理的内容').waitFor();
    await lookEverywhere(opened.page, 'document-edit');
    await opened.context.close();
  });
});
