import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { begin, openDocumentAs, openPageAs, send, stands } from './console-document-screen.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { plantPublished, usualDesk } from './document-desk.ts';
import { plantDocument } from './document-samples.ts';

const POLICY: Partial<DocumentContent> = {
  kind: 'normativeDocument',
  documentNumber: '示镇规〔2026〕12号',
  issuingOrgan: '示范镇人民政府',
  body: {
    type: 'doc',
    content: Array.from({ length: 12 }, (_, index) =>
      paragraphOf(
        `第${index + 1}条　渠道由受益的村负责日常巡查，镇农业综合服务中心每年汛前、冬灌前各检查一次，检查记录向村民公开。`,
      ),
    ),
  },
};

describe.skipIf(!hasChromium)(
  'what stands beside a document in the console (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;
    let world: World;

    beforeAll(async () => {
      desk = await openDesk();
      ({ world } = desk);
    });
    afterAll(async () => {
      await desk?.close();
    });

    it('the questions of the secrecy review stand beside the text on a wide screen and above it on a narrow one', async () => {
      const ids = await plantDocument(world, world.township, POLICY);
      const acting = await usualDesk(world, world.township);
      await acting.act(ids, 'drafter', { type: 'submit' });
      await acting.act(ids, 'unitHead', { type: 'agreeInUnit' });
      const { page, close } = await openDocumentAs(desk, '王专员', ['disclosureOfficer'], ids);
      const form = await begin(page, '登记保密审查');
      const text = page.getByText('第12条').first();
      const places = async () => {
        const [asked, said] = [await form.boundingBox(), await text.boundingBox()];
        if (asked === null || said === null) throw new Error('both are on the page');
        return { asked, said };
      };
      await page.setViewportSize({ width: 1280, height: 900 });
      await expect
        .poll(async () => {
          const { asked, said } = await places();
          return asked.x - said.x - said.width;
        })
        .toBeGreaterThan(0);
      // The text is read to its end, and the questions are still there.
      await text.scrollIntoViewIfNeeded();
      await form.getByLabel('审查依据和理由').scrollIntoViewIfNeeded();
      expect(await text.isVisible()).toBe(true);
      await look(page, 'document-secrecy-beside');
      await page.setViewportSize({ width: 1099, height: 900 });
      await expect
        .poll(async () => {
          const { asked, said } = await places();
          return said.y - asked.y - asked.height;
        })
        .toBeGreaterThan(0);
      await close();
    });

    it('the same text published before is shown with the way to it', async () => {
      const first = await plantPublished(world, world.township, { ...POLICY, kind: 'announcement' });
      const again = await plantDocument(world, world.township, {
        ...POLICY,
        title: '另一份办法',
        kind: 'rules',
      });
      const { page, close } = await openPageAs(
        desk,
        '李经办',
        ['drafter'],
        `/documents/${again.regionId}/${again.documentId}`,
      );
      await page.getByText('本机关已经公开过正文相同的文件').waitFor();
      await lookEverywhere(page, 'document-same-text');
      await page.getByRole('link', { name: /示镇规〔2026〕12号 示范镇关于开展/ }).click();
      await page.waitForURL(`**/${first.ids.documentId}`);
      await close();
    });

    it('a policy says before its submission that it owes an interpretation, which is begun and linked from there', async () => {
      const policy = await plantDocument(world, world.township, {
        ...POLICY,
        documentNumber: '示镇规〔2026〕13号',
      });
      const { page, close } = await openDocumentAs(desk, '李经办', ['drafter'], policy);
      const submit = await begin(page, '提请审核');
      await submit.getByText(/公开以后应当有解读，现在还没有/).waitFor();
      await look(page, 'document-interpretation-owed');
      await page.getByRole('button', { name: '起草解读' }).click();
      await page.getByRole('heading', { level: 1, name: /政策解读$/ }).waitFor();
      await expect.poll(() => page.getByLabel('第1项关系：文号').inputValue()).toBe('示镇规〔2026〕13号');
      await page.goto(`${desk.address}/console/documents/${policy.regionId}/${policy.documentId}`);
      await page.getByText('解读还没有公开').waitFor();
      await page.getByRole('link', { name: /政策解读$/ }).waitFor();
      await look(page, 'document-interpretation-drafted');
      await close();
    });

    it('after a leak the page says what is open, and what was noted, while the next edition is drafted', async () => {
      const { ids, desk: acting } = await plantPublished(world, world.township);
      await acting.act(
        ids,
        'leader',
        { type: 'withdraw', kind: 'leak', hidesExistence: false },
        { notice: '因内容不当，本机关撤回该信息。' },
      );
      await acting.act(ids, 'drafter', { type: 'revise' }, { reason: '删去个人信息' });
      const { page, close } = await openDocumentAs(desk, '王专员', ['disclosureOfficer'], ids);
      await stands(page, '起草');
      await page.getByText('第1版，').waitFor();
      await page.getByText('因泄露撤回，还要通知和报告').waitFor();
      await lookEverywhere(page, 'document-leak-open');
      for (const answer of ['已经办理', '不需要']) {
        const form = await begin(page, '登记泄露后的通知和报告');
        await form.getByRole('radio', { name: answer }).check();
        await form.getByLabel(/怎样通知、报告/).fill('逐户电话告知；县网信办确认不需要书面报告。');
        if (answer === '已经办理') await look(page, 'document-leak-form');
        await send(form, '登记泄露后的通知和报告');
        await form.waitFor({ state: 'detached' });
      }
      await page.getByText('因泄露撤回，通知和报告已登记').waitFor();
      await page.getByText('已登记不需要办理的理由').waitFor();
      const button = page.getByRole('button', { name: '登记泄露后的通知和报告' });
      await expect
        .poll(() => button.getAttribute('class'), { message: 'what is settled does not lead on' })
        .not.toContain('primary');
      await look(page, 'document-leak-settled');
      await close();
    });
  },
);
