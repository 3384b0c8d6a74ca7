import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DeskRole, type DocumentDesk, documentDesk } from '../../../test/document-desk.ts';
import { plantDocument } from '../../../test/document-samples.ts';
import { remindDocuments } from './remind-documents.ts';

let world: World;
let desk: DocumentDesk;

beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.township);
});
afterAll(async () => {
  await world.close();
});

interface Told {
  readonly kind: string;
  readonly words: string;
  readonly document: object | null;
}

async function told(role: DeskRole, kind: string): Promise<readonly Told[]> {
  const { body } = await world.call(deskRoutes.notifications, { query: {} }, desk.cookie(role));
  return (body['items'] as unknown as readonly Told[]).filter((one) => one.kind === kind);
}

it('tells who is next, and who wrote it when it comes back; never in words of the document', async () => {
  const ids = await plantDocument(world, world.township, { title: '关于张三申请低保的公示' });
  await desk.act(ids, 'drafter', { type: 'submit' });
  expect(await told('unitHead', 'documentWaiting')).toMatchObject([
    { words: 'township：有文件等待站所（科室）负责人审核。', document: ids },
  ]);
  expect(await told('disclosureOfficer', 'documentWaiting')).toEqual([]);
  await desk.act(ids, 'unitHead', { type: 'sendBack' }, { reason: '请写明联系电话。' });
  const back = await told('drafter', 'documentWaiting');
  expect(back).toMatchObject([
    { words: 'township：您经手的文件被退回修改，理由见办理经过。', document: ids },
  ]);
  expect(JSON.stringify(back)).not.toContain('张三');
});

it('reminds once of a period that runs out and of one that is over, together where there are several', async () => {
  const context = { ...world.database.context, now: () => new Date('2026-11-21T02:03:04.567Z') };
  const late = { createdOn: '2026-10-23' as CivilDate };
  await plantDocument(world, world.township, late);
  await plantDocument(world, world.township, late);
  await remindDocuments(context);
  await remindDocuments(context);
  const reminders = await told('leader', 'documentReminder');
  expect(reminders.map(({ words, document }) => [words, document])).toEqual([
    [expect.stringContaining('有2份文件的公开期限已过，最早的是2026-11-'), null],
  ]);
  expect(await told('drafter', 'documentReminder')).toEqual([]);
});
