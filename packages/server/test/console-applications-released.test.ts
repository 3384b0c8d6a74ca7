import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { plantRedaction } from './application-file-samples.ts';
import { plantCase } from './application-samples.ts';
import { begin, countyDesk, doAct, pick, preview, send } from './console-case-screen.ts';
import { hasChromium, look } from './console-screens.ts';

/** Watches from now on whether words are shown, for however short a moment. */
async function seenSoFar(page: Page, words: string): Promise<() => Promise<boolean>> {
  await page.evaluate(`{
    window.seenSoFar = false;
    new MutationObserver(() => {
      if (document.querySelector('main').textContent.includes(${JSON.stringify(words)})) window.seenSoFar = true;
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }`);
  return async () => await page.evaluate<boolean>('window.seenSoFar');
}

describe.skipIf(!hasChromium)(
  'a reply that goes with a redacted file (skipped where there is no Chromium)',
  () => {
    const desk = countyDesk();

    it('is told beside the field which article it does not cite; the draft is kept, and cannot be submitted', async () => {
      const { world } = desk;
      const planted = await plantCase(world, world.county);
      const fileId = await plantRedaction(world, world.county, planted);
      await world.database.server
        .updateTable('application_file')
        .set({ use: 'released' })
        .where('file_id', '=', fileId)
        .execute();
      const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
      await doAct(page, '开始办理');
      const form = await begin(page, '拟写答复');
      await pick(form, '办理结果', '予以公开，提供信息');
      await form.getByText(/办理结果应当选“部分公开/).waitFor();
      const flashed = await seenSoFar(page, '没有引用这一条款');
      await pick(form, '办理结果', '部分公开');
      const cited = form.getByRole('checkbox', { name: '第十五条' });
      await expect.poll(async () => await cited.isChecked()).toBe(true);
      const note = form.getByText(/以个人隐私（条例第十五条）为由遮盖的部分，答复没有引用这一条款/);
      expect(await note.count()).toBe(0);
      expect(await flashed(), 'what the case says already is not missed for a moment').toBe(false);
      await cited.uncheck();
      await form.getByRole('checkbox', { name: '第十四条' }).check();
      await note.waitFor();
      await look(page, 'case-unsaid-grounds');
      await send(page, '拟写答复');
      const submitting = await begin(page, '提交审核');
      await preview(submitting)
        .getByText(/答复没有引用这一条款/)
        .waitFor();
      const button = submitting.getByRole('button', { name: '提交审核' });
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      await context.close();
    });
  },
);
