import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { openPageAs } from './console-document-screen.ts';
import { hasChromium, look, PHONE } from './console-screens.ts';
import { usualDesk } from './document-desk.ts';
import { CLEAN_REVIEW, type PlantedDocument, plantDocument } from './document-samples.ts';

describe.skipIf(!hasChromium)('many documents at once (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;

  beforeAll(async () => {
    desk = await openDesk();
    ({ world } = desk);
  });
  afterAll(async () => {
    await desk?.close();
  });

  /** Two documents that wait for the signature, and one that was sent back while the dialog was open. */
  async function plantPile(): Promise<readonly PlantedDocument[]> {
    const office = await usualDesk(world, world.township);
    const pile: PlantedDocument[] = [];
    for (const title of ['关于甲村道路的公告', '关于乙村道路的公告', '关于丙村道路的公告']) {
      const ids = await plantDocument(world, world.township, { title });
      await office.act(ids, 'drafter', { type: 'submit' });
      await office.act(ids, 'unitHead', { type: 'agreeInUnit' });
      await office.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '已逐项审查。' });
      await office.act(ids, 'disclosureOfficer', { type: 'passReview' });
      pile.push(ids);
    }
    return pile;
  }

  it('are signed with one code, each by itself; one that changed meanwhile is told and changes nothing', async () => {
    const pile = await plantPile();
    const office = await usualDesk(world, world.township);
    const { page, sign, close } = await openPageAs(
      desk,
      '钱领导',
      ['leader'],
      '/documents?status=inApproval',
    );
    await page.getByRole('checkbox', { name: '选择本页可以一并办理的文件' }).check();
    await page.getByText('已选3份文件').waitFor();
    await look(page, 'documents-chosen');
    await page.getByRole('button', { name: '一并签发' }).click();
    const dialog = page.getByRole('dialog', { name: '签发：3份文件' });
    await dialog.getByText('可以办理').nth(2).waitFor();
    await look(page, 'documents-batch');
    const [, second] = pile;
    if (second === undefined) throw new Error('three were planted');
    await office.act(second, 'disclosureOfficer', { type: 'sendBack' }, { reason: '附图有误。' });
    await dialog.getByRole('button', { name: '签发（3份）' }).click();
    await sign();
    await dialog.getByText('办理了2份，没有办理1份。').waitFor();
    const changed = dialog.getByRole('listitem').filter({ hasText: '关于乙村道路的公告' });
    expect(await changed.innerText()).toContain('没有办理：别人已经修改过');
    await look(page, 'documents-batch-done');
    await dialog.getByRole('button', { name: '完成' }).click();
    const statuses: unknown[] = [];
    for (const ids of pile) statuses.push((await office.read(ids)).body['status']);
    expect(statuses).toEqual(['approved', 'draft', 'approved']);
    await close();
  });

  it('are not done together from different steps, and on a phone are chosen one by one', async () => {
    const office = await usualDesk(world, world.township);
    const waiting = await plantDocument(world, world.township, { title: '关于丁村道路的公告' });
    await office.act(waiting, 'drafter', { type: 'submit' });
    const { page, close } = await openPageAs(
      desk,
      '孙负责',
      ['disclosureOfficeHead'],
      '/documents?stage=waiting',
      PHONE,
    );
    await page.getByRole('checkbox', { name: '选择关于丁村道路的公告' }).check();
    await page.getByRole('checkbox', { name: '选择关于甲村道路的公告' }).check();
    const button = page.getByRole('button', { name: '一并办理' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await look(page, 'documents-mixed');
    await close();
  });
});
