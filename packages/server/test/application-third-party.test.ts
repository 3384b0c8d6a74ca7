import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseSetting } from './application-samples.ts';
import { fieldsFor, type LetterDesk, letterId, NAME, openLetterDesk } from './letter-desk.ts';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

const ON = '2026-11-16';
const OUTCOME = 'granted.provided';

it('is told what is given against its will, with the reasons, before the reply goes out (条例32)', async () => {
  await chooseSetting(desk.world, desk.world.county, 'application.thirdPartyReliefDays', 2);
  const planted = await desk.plant();
  await desk.consulted(planted);
  const draft = { type: 'draftReply', on: ON, outcome: OUTCOME };
  await desk.act(planted, 'drafter', draft, fieldsFor(OUTCOME));
  const unfounded = await desk.send(planted, 'drafter', { type: 'submitReply', on: ON });
  expect(unfounded.body).toMatchObject({
    code: 'state-refuses',
    detail: expect.stringContaining('对公共利益造成重大影响'),
  });

  const publicInterest = '设备涉及公共安全，不公开会妨碍公众防范';
  await desk.act(planted, 'drafter', draft, { ...fieldsFor(OUTCOME), publicInterest });
  await desk.act(planted, 'drafter', { type: 'submitReply', on: ON });
  await desk.act(planted, 'disclosureOfficer', { type: 'reviewReply', on: ON, review: 'legal' });
  await desk.act(planted, 'unitHead', { type: 'reviewReply', on: ON, review: 'secrecy' });
  const approved = await desk.act(planted, 'leader', { type: 'approveReply', on: ON });
  const deliver = {
    type: 'deliverReply',
    on: '2026-11-17',
    letterId: letterId(approved, `replyLetter.${OUTCOME}`),
    way: 'post',
  };
  const evidence = 'EMS 1234567890123';
  const untold = await desk.send(planted, 'drafter', deliver, { evidence });
  expect(untold.body).toMatchObject({ detail: expect.stringContaining('书面告知第三方') });

  const { overruled } = approved as unknown as { overruled: { consultationId: string }[] };
  const notify = {
    type: 'notifyThirdParty',
    on: '2026-11-17',
    consultationId: overruled[0]?.consultationId ?? '',
  };
  const words = {
    consultee: '示范测试公司',
    content: '贵公司提交的设备清单',
    reason: publicInterest,
  };
  const careless = await desk.send(planted, 'drafter', notify, { ...words, content: `${NAME}申请的清单` });
  expect(careless.body).toMatchObject({ errors: [{ pointer: '/texts/content' }] });
  const told = await desk.act(planted, 'drafter', notify, words);
  const notice = letterId(told, 'thirdPartyDisclosureNotice');
  const letter = JSON.stringify(await desk.kept(notice));
  for (const part of ['示范测试公司', '贵公司提交的设备清单', publicInterest, '满2日后向申请人公开'])
    expect(letter).toContain(part);
  expect(letter).not.toContain(NAME);

  const reached = { type: 'deliverLetter', on: '2026-11-17', letterId: notice, way: 'direct' };
  const waiting = await desk.act(planted, 'drafter', reached, { evidence: '公司签收' });
  expect(waiting).toMatchObject({ overruled: [{ noticeId: notice, releasedFrom: '2026-11-20' }] });
  const early = await desk.send(planted, 'drafter', { ...deliver, on: '2026-11-19' }, { evidence });
  expect(early.body).toMatchObject({
    errors: [{ pointer: '/act/on', message: expect.stringContaining('2026年11月20日起才能') }],
  });
  const sent = await desk.act(planted, 'drafter', { ...deliver, on: '2026-11-20' }, { evidence });
  expect(sent.status).toBe('delivered');
});
