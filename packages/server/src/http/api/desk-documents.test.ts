import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DeskRole, type DocumentDesk, documentDesk } from '../../../test/document-desk.ts';
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

interface Item {
  readonly kind: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly document: object | null;
}

/** What of the list of a role speaks of documents. */
async function waiting(role: DeskRole): Promise<readonly Item[]> {
  const { body } = await world.call(deskRoutes.todo, {}, desk.cookie(role));
  const items = body['items'] as unknown as readonly Item[];
  return items.filter(({ kind }) => kind.startsWith('documents'));
}

const kinds = async (role: DeskRole): Promise<readonly string[]> =>
  (await waiting(role)).map(({ kind }) => kind);

it('has a document on the list of who is next, and of nobody else', async () => {
  const ids = await plantDocument(world, world.township);
  expect(await kinds('unitHead')).toEqual([]);
  await desk.act(ids, 'drafter', { type: 'submit' });
  expect(await waiting('unitHead')).toMatchObject([
    {
      kind: 'documentsToAgree',
      title: '审核本单位拟公开的 1 份文件',
      dueOn: '2026-12-08',
      document: ids,
    },
  ]);
  expect(await kinds('disclosureOfficer')).toEqual([]);
  await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
  expect(await kinds('unitHead')).toEqual([]);
  expect(await kinds('disclosureOfficer')).toEqual(['documentsToReview']);
  await desk.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '已逐项审查。' });
  await desk.act(ids, 'disclosureOfficer', { type: 'passReview' });
  expect(await kinds('leader')).toEqual(['documentsToSign']);
  expect(await kinds('disclosureOfficeHead'), 'only the leader signs here').toEqual([]);
  await desk.act(ids, 'leader', { type: 'approve', disclosureClass: 'proactive' });
  expect(await kinds('publisher')).toEqual(['documentsToPublish']);
  await desk.act(ids, 'publisher', { type: 'publish' });
  for (const role of ['unitHead', 'disclosureOfficer', 'publisher', 'leader'] as const) {
    expect(await kinds(role), role).toEqual([]);
  }
});

it('asks a third person for what was published in a hurry, not the one who did', async () => {
  const ids = await plantDocument(world, world.township);
  await desk.act(ids, 'leader', { type: 'publishUrgently' }, { reason: '山洪预警，须立即告知群众。' });
  expect(await kinds('leader')).toEqual([]);
  expect(await kinds('disclosureOfficeHead')).toEqual(['documentsToApproveAfterwards']);
  await desk.act(ids, 'disclosureOfficeHead', { type: 'approveAfterwards' });
  expect(await kinds('disclosureOfficeHead')).toEqual([]);
});

it('tells the office and the leader what is overdue or nearly so', async () => {
  await plantDocument(world, world.township, { createdOn: '2026-09-01' as CivilDate });
  await plantDocument(world, world.township, { createdOn: '2026-10-27' as CivilDate });
  for (const role of ['disclosureOfficer', 'leader'] as const) {
    expect(await kinds(role), role).toEqual(['documentsOverdue', 'documentsDueSoon']);
  }
  expect(await kinds('drafter')).toEqual([]);
});
