import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantRedaction } from './application-file-samples.ts';
import type { PlantedCase } from './application-samples.ts';
import { type LetterDesk, openLetterDesk, paramsOf } from './letter-desk.ts';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

const on = '2026-11-16';
const WORDS = {
  'letter.part': '标注1的',
  'letter.cause': '涉及个人隐私',
  'letter.reason': '是领取人的证件号码',
  'letter.suppliedAs': '电子文件',
  'letter.enclosures': '养护资金分配表',
  unconsulted: '只遮盖领取人的证件号码，提供的内容不涉及其合法权益',
};

/** A case with a file in which a part is withheld for privacy, which goes out with the reply. */
async function withRedactedFile(): Promise<PlantedCase> {
  const planted = await desk.plant();
  const fileId = await plantRedaction(desk.world, desk.world.county, planted);
  await desk.world.database.server
    .updateTable('application_file')
    .set({ use: 'released' })
    .where('file_id', '=', fileId)
    .execute();
  return planted;
}

const draft = async (planted: PlantedCase, grounds: string, outcome = 'partiallyGranted') =>
  await desk.act(
    planted,
    'drafter',
    { type: 'draftReply', on, outcome },
    { ...WORDS, 'letter.grounds': grounds },
  );

const previewed = async (planted: PlantedCase, type: 'submitReply' | 'approveReply') => {
  const body = { act: { type, on }, texts: {} };
  const request = { params: paramsOf(planted), body };
  const answer = await desk.world.call(applicationRoutes.preview, request, desk.cookies.get('drafter'));
  return answer.body['refusals'];
};

it('a reply has to cite the articles of what is blacked out in its files; the draft is kept all the same', async () => {
  const planted = await withRedactedFile();
  await draft(planted, 'article14');
  const words = expect.stringContaining('个人隐私（条例第十五条）为由遮盖');
  expect(await previewed(planted, 'submitReply')).toEqual([{ code: 'draft', message: words }]);
  const refused = await desk.send(planted, 'drafter', { type: 'submitReply', on });
  expect(refused.body).toMatchObject({
    status: 409,
    code: 'state-refuses',
    detail: words,
    advice: expect.stringContaining('请点“拟写答复”改正后再提交审核'),
  });
  await draft(planted, 'article14,article15');
  expect(await previewed(planted, 'submitReply')).toEqual([]);
  await desk.act(planted, 'drafter', { type: 'submitReply', on });
});

it('a reply that gives everything cannot go with a file in which something is blacked out', async () => {
  const planted = await withRedactedFile();
  await draft(planted, '', 'granted.provided');
  const refused = await desk.send(planted, 'drafter', { type: 'submitReply', on });
  expect(refused.body['detail']).toContain('办理结果应当选“部分公开');
});

it('what the draft lacks is told before it is submitted, with where to write it', async () => {
  const planted = await desk.plant();
  await desk.act(planted, 'drafter', { type: 'draftReply', on, outcome: 'granted.alreadyPublic' });
  expect(await previewed(planted, 'submitReply')).toEqual([
    { code: 'draft', message: expect.stringContaining('获取方式、途径') },
  ]);
  const refused = await desk.send(planted, 'drafter', { type: 'submitReply', on });
  expect([refused.status, refused.body['advice']]).toEqual([
    422,
    '请点“拟写答复”改正后再提交审核，拟好的稿子还在；没有做任何改动。',
  ]);
});

it('a refusal of a rule says what to do about it', async () => {
  const planted = await desk.plant();
  await desk.act(planted, 'drafter', { type: 'draftReply', on, outcome: 'unavailable.nonExistent' }, {});
  const refused = await desk.send(planted, 'drafter', { type: 'submitReply', on });
  expect(refused.body['advice']).toBe(
    '每一处检索登记一次；拟好的稿子还在。没有做任何改动，您填写的内容都在。',
  );
});
