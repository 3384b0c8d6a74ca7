import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, documentDesk } from '../../../test/document-desk.ts';
import { CLEAN_REVIEW, type PlantedDocument, plantDocument, sent } from '../../../test/document-samples.ts';

let world: World;
let desk: DocumentDesk;

beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.township);
});

afterAll(async () => {
  await world.close();
});

const save = async (ids: PlantedDocument, role: 'drafter' | 'disclosureOfficeHead', title: string) => {
  const { body } = await desk.read(ids);
  const answer = await world.call(
    documentRoutes.save,
    { params: ids, body: { content: sent({ title, changeNote: '改了标题' }) } },
    desk.cookie(role),
    { 'if-match': `"${String(body['version'])}"` },
  );
  expect(answer.status).toBe(200);
};

const titleOf = async (ids: PlantedDocument): Promise<unknown> => {
  const { body } = await desk.read(ids);
  return (body['content'] as unknown as { readonly title: string }).title;
};

describe('a change that is given up', () => {
  it('leaves nothing of itself: the next change begins from what is public', async () => {
    const ids = await plantDocument(world, world.township, { title: '关于灌溉的公告' });
    await desk.sign(ids);
    await desk.act(ids, 'publisher', { type: 'publish' });
    await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '试一试' });
    await save(ids, 'drafter', '写坏了的标题');
    await desk.act(ids, 'drafter', { type: 'discard' });
    await desk.act(ids, 'publisher', { type: 'revise' }, { reason: '范围有变' });
    expect(await titleOf(ids)).toBe('关于灌溉的公告');
  });
});

describe('whoever wrote what was never published', () => {
  it('does not review it when somebody else takes it up again', async () => {
    const ids = await plantDocument(world, world.township, {
      disclosureClass: 'onApplication',
      classReason: '不需要公众广泛知晓',
    });
    await save(ids, 'disclosureOfficeHead', '工作机构负责人写的标题');
    await desk.act(ids, 'drafter', { type: 'submit' });
    await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
    await desk.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '逐项审查。' });
    await desk.act(ids, 'disclosureOfficer', { type: 'passReview' });
    await desk.act(
      ids,
      'leader',
      { type: 'approve', disclosureClass: 'onApplication' },
      { opinion: '不需要公众广泛知晓。' },
    );
    await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '可以公开' });
    await desk.act(ids, 'drafter', { type: 'submit' });
    const refused = await desk.tryAct(ids, 'disclosureOfficeHead', { type: 'agreeInUnit' });
    expect(JSON.stringify(refused.body)).toContain('起草、修改或者提交的人不能审查');
  });
});
