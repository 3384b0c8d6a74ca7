import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, documentDesk } from '../../../test/document-desk.ts';
import { CLEAN_REVIEW, plantDocument } from '../../../test/document-samples.ts';

let world: World;
let desk: DocumentDesk;

beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.township);
});
afterAll(async () => {
  await world.close();
});

it('tells with whom one talks about what, and how it ended', async () => {
  const ids = await plantDocument(world, world.township);
  await desk.act(ids, 'drafter', { type: 'submit' });
  await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
  const texts = { organ: '示范县水利局', matter: '检修时间' };
  const asked = await desk.act(ids, 'disclosureOfficer', { type: 'askCoordination' }, texts);
  const [open] = asked.body['coordinations'] as unknown as { readonly coordinationId: string }[];
  expect(open).toMatchObject({ ...texts, result: null });
  const ended = await desk.act(
    ids,
    'disclosureOfficer',
    { type: 'endCoordination', coordinationId: open?.coordinationId, result: 'agreed' },
    { opinion: '同意公开。' },
  );
  expect(ended.body['coordinations']).toMatchObject([{ ...texts, result: 'agreed' }]);
  expect((ended.body['history'] as unknown as object[]).at(-1)).toMatchObject({
    title: '登记协商结果',
    facts: [{ label: '结果', words: '对方同意公开' }],
    texts: { opinion: '同意公开。' },
  });
});

it('tells in the history what a review found, and of which version', async () => {
  const ids = await plantDocument(world, world.township);
  await desk.act(ids, 'drafter', { type: 'submit' });
  await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
  const answers = { ...CLEAN_REVIEW.answers, privacy: 'removed' };
  const act = { ...CLEAN_REVIEW, answers, conclusion: 'publishPart' };
  const { body } = await desk.act(ids, 'disclosureOfficer', act, { basis: '姓名已经遮盖。' });
  const history = body['history'] as unknown as { readonly facts: readonly object[] }[];
  expect(history[0]?.facts).toEqual([
    { label: '版本', words: '提交的第1稿' },
    { label: '公开属性', words: '主动公开' },
  ]);
  expect(history.at(-1)?.facts).toEqual([
    { label: '结论', words: '删减后公开' },
    { label: '是否涉及个人隐私、个人信息', words: '原来有，已经删减' },
  ]);
});
