import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LetterDesk, letterId, openLetterDesk, paramsOf, type Sent } from './letter-desk.ts';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

const WORDS = expect.stringContaining('答复于2026年11月16日送达，晚于没有延期时的期限2026年11月9日');

it('a case closes though its extension was never told; whoever closes it is told so before, and the case shows it', async () => {
  const planted = await desk.plant();
  const request = { params: paramsOf(planted) };
  const cookie = desk.cookies.get('drafter');
  const warned = async (act: Sent) =>
    (
      await desk.world.call(
        applicationRoutes.preview,
        { ...request, body: { act: act as never, texts: {} } },
        cookie,
      )
    ).body['warnings'];
  const said = async () =>
    (await desk.world.call(applicationRoutes.read, request, cookie)).body['untoldExtension'];

  const extension = { type: 'approveExtension', on: '2026-10-20', days: 10 };
  const extended = await desk.act(planted, 'disclosureOfficeHead', extension, { reason: '涉及多个科室' });
  expect(await said()).toContain('申请人可能主张本件逾期');
  const reply = letterId(
    await desk.reply(planted, 'granted.alreadyPublic'),
    'replyLetter.granted.alreadyPublic',
  );
  const deliver = { type: 'deliverReply', on: '2026-11-16', way: 'direct', letterId: reply };
  expect(await warned(deliver)).toEqual([WORDS]);
  await desk.act(planted, 'drafter', deliver, { evidence: '本人签收' });
  const close = { type: 'close', on: '2026-11-17' };
  expect(await warned(close)).toEqual([WORDS]);
  await desk.act(planted, 'drafter', close);
  expect(await said()).toEqual(WORDS);

  const notice = letterId(extended, 'extensionNotice');
  const told = { type: 'deliverLetter', on: '2026-10-22', way: 'direct', letterId: notice };
  await desk.act(planted, 'drafter', told, { evidence: '本人签收' });
  expect(await said()).toBeNull();
});
