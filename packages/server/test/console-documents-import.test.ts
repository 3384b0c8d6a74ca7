import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, makeDocx, paragraph, row, table } from '../../report-files/test/make-docx.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { saveDraft } from './console-editor-screen.ts';
import { hasChromium, lookEverywhere } from './console-screens.ts';
import { plantDocument } from './document-samples.ts';
import { ofd } from './sample-files.ts';

const NOTICE = makeDocx({
  body:
    [
      '示范镇人民政府文件',
      '示镇政发〔2026〕9号',
      '示范镇人民政府',
      '关于做好2026年秋粮收购工作的通知',
      '各村民委员会：',
      '一、收购时间',
      '自2026年10月1日起至12月31日止，各收购点名单如下。',
    ]
      .map((text) => paragraph(text))
      .join('') +
    table(
      [
        row([cell(paragraph('收购点')), cell(paragraph('地址'))]),
        row([cell(paragraph('东山点')), cell(paragraph('东山村口'))]),
      ],
      [3000, 5000],
    ) +
    ['示范镇人民政府', '2026年9月20日'].map((text) => paragraph(text)).join(''),
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe.skipIf(!hasChromium)('importing a file (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  const openDialog = async (page: Page) => {
    await page.getByRole('button', { name: '导入文件' }).click();
    return page.getByRole('dialog', { name: '导入文件' });
  };

  it('shows what was read, and fills in what was ticked', async () => {
    const { world } = desk;
    const drafter = await world.signedIn(world.township, 'drafter');
    const ids = await plantDocument(world, world.township, {
      title: '',
      documentNumber: '',
      body: { type: 'doc', content: [] },
    });
    const context = await desk.contextFor(drafter);
    const page = await desk.open(context, `/documents/${ids.regionId}/${ids.documentId}/edit`);
    const dialog = await openDialog(page);
    const input = dialog.getByLabel('选择要导入的文件');
    await input.setInputFiles({ name: '通知.ofd', mimeType: 'application/ofd', buffer: ofd() });
    await dialog.getByText('原件可以作为附件上传').waitFor();
    await input.setInputFiles({ name: '通知.docx', mimeType: WORD, buffer: NOTICE });
    await dialog.getByText('示镇政发〔2026〕9号', { exact: true }).waitFor();
    await dialog.getByText(/版头、发文字号和标题已经读入要素/).waitFor();
    await dialog.getByRole('cell', { name: '东山村口' }).waitFor();
    await lookEverywhere(page, 'document-import');
    await dialog.getByRole('checkbox', { name: /^把原文件“通知.docx”作为附件/ }).check();
    await dialog.getByRole('button', { name: '填入选中的' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByLabel('发文字号').inputValue()).toBe('示镇政发〔2026〕9号');
    await saveDraft(page);
    const { body } = await world.call(
      documentRoutes.read,
      { params: { regionId: ids.regionId, documentId: ids.documentId } },
      drafter,
    );
    expect(body['content']).toMatchObject({
      title: '示范镇人民政府关于做好2026年秋粮收购工作的通知',
      attachments: [{ name: '通知.docx' }],
    });
    expect(JSON.stringify(body['content'])).toContain('东山村口');
    await context.close();
  });
});
