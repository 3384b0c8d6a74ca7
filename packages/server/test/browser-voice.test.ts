import { addDays, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from './applicant-browser.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { plantPublished } from './document-desk.ts';
import { plantDraft, plantVoice, VOICE_CONTENT } from './public-voice-samples.ts';

describe.skipIf(!hasChromium)(
  'what the public says, from the page of a document to the desk and back (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;
    let cookie: string;
    let now: Date;

    beforeAll(async () => {
      desk = await openDesk();
      // The database's clock decides what is public; the application's day is the same.
      const { rows } = await sql<{ readonly now: Date }>`select now() as now`.execute(
        desk.world.database.server,
      );
      now = rows[0]?.now ?? new Date();
      desk.world.setNow(now);
      cookie = await desk.world.signedIn(desk.world.office, 'disclosureOfficer');
    });

    afterAll(async () => {
      await desk?.close();
    });

    const pathOf = async (documentId: string): Promise<string> => {
      const { public_name } = await desk.world.database.server
        .selectFrom('document_edition')
        .select('public_name')
        .where('document_id', '=', documentId)
        .executeTakeFirstOrThrow();
      return `/east/office/documents/${public_name}`;
    };

    const withoutScripts = async (): Promise<Page> =>
      await (await desk.contextFor(null, undefined, { javaScriptEnabled: false })).newPage();

    it('an error is reported without a script, answered, and the reply read with the code', async () => {
      const { ids } = await plantPublished(desk.world, desk.world.office);
      const portal = await withoutScripts();
      await portal.goto(desk.address + (await pathOf(ids.documentId)));
      await portal.getByRole('link', { name: '报告本页错误' }).click();
      await portal.getByLabel('哪里有错误，应当怎样').fill('渠道名称写错了');
      await portal.getByRole('button', { name: '提交' }).click();
      await portal.getByText('回答不对或者已经过期').first().waitFor();
      await portal.locator('[name="answer"]').fill(answerTo(await portal.content()));
      await portal.getByRole('button', { name: '提交' }).click();
      await portal.getByRole('heading', { level: 1, name: '已经收到' }).waitFor();
      const [number = '', code = ''] = await portal.locator('.receipt strong').allTextContents();

      const inside = await desk.contextFor(cookie);
      const page = await desk.open(inside, '/');
      await page.getByRole('link', { name: '办理公众的 1 件报错、提问、意见' }).click();
      await look(page, 'public-voices');
      await page.getByRole('link', { name: number }).click();
      await page.getByText('渠道名称写错了').first().waitFor();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('请填写答复').waitFor();
      await page.getByLabel('答复').fill('感谢指正，已更正。');
      await page.getByLabel('已在第几版更正').fill('1');
      await look(page, 'public-voice');
      await page.getByRole('button', { name: '保存' }).click();
      const given = page.getByRole('region', { name: '办理结果' });
      await given.getByText('感谢指正，已更正。').waitFor();
      await given.getByText('已在第 1 版更正').waitFor();
      await given.getByText('办理人').waitFor();
      expect(await page.getByLabel('答复').count()).toBe(0);
      await look(page, 'public-voice-answered');
      await page.getByRole('button', { name: '修改办理结果' }).click();
      expect(await page.getByLabel('答复').inputValue()).toBe('感谢指正，已更正。');
      await inside.close();

      await portal.getByRole('link', { name: '查看答复' }).click();
      await portal.getByLabel('编号').fill(number);
      await portal.getByLabel('查询码').fill(code);
      await portal.getByRole('button', { name: '查看' }).click();
      await portal.getByText('感谢指正，已更正。').waitFor();
      await portal.getByText('已在第1版更正。').waitFor();
      await portal.context().close();
    });

    it('a comment on a draft is shown on its page when an officer lets it, without its author', async () => {
      const { ids } = await plantDraft(desk.world, desk.world.office, addDays(civilDateAt(now), 10));
      const path = await pathOf(ids.documentId);
      const outside = await desk.contextFor(null);
      const portal = await outside.newPage();
      await portal.goto(desk.address + path);
      await portal.getByRole('link', { name: '提交意见' }).click();
      await portal.getByLabel('意见（必填）').fill('建议第三条增加公示');
      await portal.getByLabel('姓名或者名称').fill(VOICE_CONTENT.name);
      await look(portal, 'voice-comment-form');
      await portal.locator('[name="answer"]').fill(answerTo(await portal.content()));
      await portal.getByRole('button', { name: '提交' }).click();
      await portal.getByRole('heading', { level: 1, name: '已经收到' }).waitFor();
      await look(portal, 'voice-receipt');
      const [number = ''] = await portal.locator('.receipt strong').allTextContents();

      const inside = await desk.contextFor(cookie);
      const page = await desk.open(inside, '/public-voices');
      await page.getByRole('link', { name: number }).click();
      await page.getByText(VOICE_CONTENT.name).waitFor();
      await page.getByRole('radio', { name: '同信息一起公开展示' }).check();
      await page.getByRole('radio', { name: '不予采纳' }).check();
      await page.getByLabel('理由', { exact: true }).fill('第五条已有规定。');
      await look(page, 'public-voice-comment');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('region', { name: '办理结果' }).getByText('第五条已有规定。').waitFor();
      await page.getByRole('link', { name: '这份征求意见稿的全部意见' }).click();
      await page.getByText('1 条，其中 0 条还没有注明采纳情况').waitFor();
      await page.getByLabel('期限少于30日的理由').fill('汛期将至。');
      await look(page, 'public-voices-draft');
      await page.getByRole('button', { name: '公开理由' }).click();
      await page.getByText('期限较短的理由').waitFor();
      await page.goto(`${desk.address}/console/documents/${ids.regionId}/${ids.documentId}`);
      await page.getByRole('link', { name: '征集期限、收到的意见' }).click();
      await page.getByRole('link', { name: number }).waitFor();
      await inside.close();

      // No server listens here for what changed: the page as it was is kept in the display that was read before.
      await portal.goto(`${desk.address}/display?text=large&contrast=standard&back=${path}`);
      await portal.getByText('建议第三条增加公示').waitFor();
      await portal.getByText('不予采纳。第五条已有规定。').waitFor();
      await portal.getByText('汛期将至。').waitFor();
      expect(await portal.content()).not.toContain(VOICE_CONTENT.name);
      await look(portal, 'document-with-voices');
      await outside.close();
    });

    it('fits its window in every display', async () => {
      const planted = await plantVoice(desk.world, desk.world.office, 'comment');
      const context = await desk.contextFor(cookie);
      const list = await desk.open(context, '/public-voices');
      await list
        .getByRole('link', { name: /^意\d+/ })
        .first()
        .waitFor();
      await lookEverywhere(list, 'public-voices');
      const page = await desk.open(context, `/public-voices/${planted.regionId}/${planted.voiceId}`);
      await page.getByRole('radio', { name: '不予展示' }).check();
      await page.getByLabel('不予展示的理由').waitFor();
      await lookEverywhere(page, 'public-voice');
      const form = await context.newPage();
      await form.goto(`${desk.address}/subscribe?organ=%2Feast%2Foffice`);
      await lookEverywhere(form, 'subscribe');
      await context.close();
    });

    it('shows the answer to whoever may only read', async () => {
      const planted = await plantVoice(desk.world, desk.world.office);
      const officer = await desk.contextFor(cookie);
      const answering = await desk.open(officer, `/public-voices/${planted.regionId}/${planted.voiceId}`);
      await answering.getByLabel('答复').fill('已经核对，没有写错。');
      await answering.getByRole('button', { name: '保存' }).click();
      await answering.getByRole('region', { name: '办理结果' }).waitFor();
      await officer.close();
      const context = await desk.contextFor(await desk.world.signedIn(desk.world.office, 'drafter'));
      const page = await desk.open(context, `/public-voices/${planted.regionId}/${planted.voiceId}`);
      await page.getByText('已经核对，没有写错。').waitFor();
      expect(await page.getByRole('button', { name: '修改办理结果' }).count()).toBe(0);
      await context.close();
    });

    it('says who answers, to whoever may only read', async () => {
      const planted = await plantVoice(desk.world, desk.world.office);
      const context = await desk.contextFor(await desk.world.signedIn(desk.world.office, 'drafter'));
      const page = await desk.open(context, `/public-voices/${planted.regionId}/${planted.voiceId}`);
      await page.getByText('由政府信息公开工作机构的人员办理').waitFor();
      expect(await page.getByRole('button', { name: '保存' }).count()).toBe(0);
      await context.close();
    });
  },
);
