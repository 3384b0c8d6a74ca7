import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typstPdf } from '../../redaction/test/typst-pdf.ts';
import type { World } from './api-world.ts';
import { type EditorDesk, openEditorDesk, saveDraft } from './console-editor-screen.ts';
import { type Display, hasChromium, look, PHONE } from './console-screens.ts';
import { scanFilesOf } from './document-desk.ts';
import { type PlantedDocument, plantDocument } from './document-samples.ts';
import { plantFile } from './file-samples.ts';
import { docx, png } from './sample-files.ts';

// Made up; the check digit is right.
const SOURCE = Buffer.from(
  typstPdf(`#set document(author: "钱某某")
= 补贴名单
领取人王小明，身份证号 11010519491231002X，联系电话 13912345678。`),
);

interface Content {
  readonly attachments: readonly { readonly fileId: string; readonly name: string }[];
}

describe.skipIf(!hasChromium)('attachments and pictures of a document (skipped without Chromium)', () => {
  let desk: EditorDesk;
  let world: World;
  beforeAll(async () => {
    desk = await openEditorDesk();
    world = desk.world;
  });
  afterAll(async () => {
    await desk?.close();
  });

  async function plant() {
    const list = await plantFile(world, world.township, { name: '名单.pdf', content: SOURCE });
    const map = await plantFile(world, world.township, { name: '图.png', content: png() });
    const ids = await plantDocument(world, world.township, {
      attachments: [{ fileId: list.fileId, name: '补贴名单.pdf' }],
      body: {
        type: 'doc',
        content: [paragraphOf('名单见附件。'), { type: 'image', attrs: { fileId: map.fileId, alt: '' } }],
      },
    });
    await scanFilesOf(world, ids.documentId);
    return { ...ids, listId: list.fileId };
  }

  const open = async (ids: PlantedDocument, display?: Display): Promise<Page> =>
    (await desk.edit(ids, display)).page;

  const read = async (ids: PlantedDocument): Promise<Content> =>
    (await desk.read(ids)).content as unknown as Content;

  it('an attachment is covered where the scan and the patterns found something, and replaced', async () => {
    const ids = await plant();
    const page = await open(ids);
    const attachments = page.getByRole('region', { name: '附件', exact: true });
    await attachments.getByText(/^须处理 \d+ 处$/).waitFor();
    await attachments.getByText('文件属性“作者”会随文件一起公开').waitFor();
    await attachments.scrollIntoViewIfNeeded();
    await look(page, 'document-attachment-findings');
    await attachments.getByRole('button', { name: /^遮盖\s*附件补贴名单/ }).click();
    const dialog = page.getByRole('dialog', { name: '遮盖附件“补贴名单.pdf”' });
    await dialog.getByRole('img', { name: '第 1 页的图像' }).waitFor();
    await dialog.getByText('找到 2 处，其中 2 处还没有遮盖').waitFor();
    await dialog.getByRole('button', { name: /遮盖这1处\s*身份证号/ }).click();
    await dialog.getByRole('button', { name: /遮盖这1处\s*手机号码/ }).click();
    await dialog.getByText('正在打开这一页').waitFor({ state: 'hidden' });
    await look(page, 'document-attachment-redaction');
    await dialog.getByRole('button', { name: '生成并替换附件' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await attachments.getByText('正在检查这个附件').waitFor();
    await saveDraft(page);
    const [attachment] = (await read(ids)).attachments;
    expect(attachment?.name).toBe('补贴名单.pdf');
    expect(attachment?.fileId).not.toBe(ids.listId);
    await scanFilesOf(world, ids.documentId);
    await page.getByRole('button', { name: '再检查一次' }).click();
    await attachments.getByText('没有发现须处理的内容').waitFor();
    await page.context().close();
  });

  it('its properties are taken out by one press; its numbers are told of still', async () => {
    const ids = await plant();
    const page = await open(ids);
    const attachments = page.getByRole('region', { name: '附件', exact: true });
    await attachments.getByRole('button', { name: /^清除文件属性/ }).click();
    await attachments.getByText('正在检查这个附件').waitFor();
    await saveDraft(page);
    await scanFilesOf(world, ids.documentId);
    await page.getByRole('button', { name: '再检查一次' }).click();
    await attachments.getByText(/^须处理 \d+ 处$/).waitFor();
    expect(await attachments.getByText('文件属性“作者”').count()).toBe(0);
    await page.context().close();
  });

  it('a Word file just uploaded says before any press why it is not covered here', async () => {
    const page = await open(await plant());
    const attachments = page.getByRole('region', { name: '附件', exact: true });
    await page.getByLabel('附件的文件').setInputFiles({ name: '说明.docx', mimeType: '', buffer: docx() });
    const cover = attachments.getByRole('button', { name: /^遮盖\s*附件说明/ });
    await attachments.getByText('只有PDF和图片（没有密码的）可以遮盖').waitFor();
    expect(await cover.isDisabled()).toBe(true);
    expect(await attachments.getByRole('button', { name: /^遮盖\s*附件补贴名单/ }).isEnabled()).toBe(true);
    expect(await attachments.getByText('只有PDF和图片').count()).toBe(1);
    await look(page, 'document-attachment-word');
    await page.context().close();
  });

  it('what a picture shows is said in other words', async () => {
    const ids = await plant();
    const page = await open(ids);
    await page.getByText('正文里有图片没有写明图片内容').waitFor();
    await page.getByRole('button', { name: '修改图片说明', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '修改图片说明' });
    await dialog.getByRole('button', { name: '改好了' }).click();
    await dialog.getByText('请写明图片内容').waitFor();
    await dialog.getByLabel('图片内容').fill('东干渠检修位置图');
    await look(page, 'document-picture-words');
    await dialog.getByRole('button', { name: '改好了' }).click();
    await page.getByText('图片内容：东干渠检修位置图').waitFor();
    await saveDraft(page);
    expect(JSON.stringify(await read(ids))).toContain('东干渠检修位置图');
    await page.getByText('正文里有图片没有写明图片内容').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('has all of it on a telephone', async () => {
    const ids = await plant();
    const page = await open(ids, PHONE);
    const attachments = page.getByRole('region', { name: '附件', exact: true });
    await attachments.getByText(/^须处理 \d+ 处$/).waitFor();
    await attachments.scrollIntoViewIfNeeded();
    await look(page, 'document-attachment-findings');
    await attachments.getByRole('button', { name: /^遮盖\s*附件补贴名单/ }).click();
    const dialog = page.getByRole('dialog', { name: '遮盖附件“补贴名单.pdf”' });
    await dialog.getByText('找到 2 处，其中 2 处还没有遮盖').waitFor();
    await dialog.getByText('正在打开这一页').waitFor({ state: 'hidden' });
    await look(page, 'document-attachment-redaction');
    await page.context().close();
  });
});
