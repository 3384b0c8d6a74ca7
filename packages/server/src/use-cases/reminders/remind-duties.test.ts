import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { chooseSetting } from '../../../test/application-samples.ts';
import { plantItem } from '../../../test/catalog-samples.ts';
import { plantPosting } from '../../../test/channel-samples.ts';
import { type DocumentDesk, plantPublished, usualDesk } from '../../../test/document-desk.ts';
import { type PlantedDocument, sent } from '../../../test/document-samples.ts';
import { plantDraft, plantVoice } from '../../../test/public-voice-samples.ts';
import { openContent } from '../../jobs/messages/message-content.ts';
import { renderMessage } from '../../jobs/messages/render-message.ts';
import { remindDuties } from './remind-duties.ts';

let world: World;
let desk: DocumentDesk;
/** Of the county's office, which is the competent department. */
let supervisor: string;

beforeAll(async () => {
  world = await createWorld();
  desk = await usualDesk(world, world.township);
  supervisor = await world.signedIn(world.office, 'supervisor');
});
afterAll(async () => {
  await world.close();
});

const contextOn = (day: string) => ({
  ...world.database.context,
  now: () => new Date(`${day}T01:00:00.000Z`),
  services: world.services,
});

const remindOn = async (day: string) => await remindDuties(contextOn(day));

interface Told {
  readonly words: string;
  readonly todo: string | null;
}

/** What somebody was told of one entry of the to-do list, the last first. */
async function told(cookie: string, todo: string): Promise<readonly string[]> {
  const { body } = await world.call(deskRoutes.notifications, { query: { limit: 100 } }, cookie);
  const items = body['items'] as unknown as readonly Told[];
  return items.filter((one) => one.todo === todo).map(({ words }) => words);
}

interface Item {
  readonly kind: string;
  readonly title: string;
  readonly document: object | null;
}

async function waits(kind: string): Promise<Item | undefined> {
  const { body } = await world.call(deskRoutes.todo, {}, desk.cookie('disclosureOfficer'));
  return (body['items'] as unknown as readonly Item[]).find((item) => item.kind === kind);
}

/** What the list of documents has of those that still lack something. */
async function listed(owes: 'interpretation' | 'feedback' | 'link'): Promise<readonly string[]> {
  const { body } = await world.call(
    documentRoutes.search,
    { body: { owes } as never },
    desk.cookie('disclosureOfficer'),
  );
  const items = body['items'] as unknown as readonly { readonly documentId: string }[];
  return items.map(({ documentId }) => documentId);
}

/** The next edition, with something in other words. */
async function publishAgain(ids: PlantedDocument, given: Partial<DocumentContent>): Promise<void> {
  await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '更正。' });
  const { body } = await desk.read(ids);
  const content = { ...(body['content'] as unknown as DocumentContent), changeNote: '更正。', ...given };
  const saved = await world.call(
    documentRoutes.save,
    { params: { ...ids }, body: { content: sent(content) } },
    desk.cookie('drafter'),
    { 'if-match': `"${String(body['version'])}"` },
  );
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  await desk.sign(ids);
  await desk.act(ids, 'publisher', { type: 'publish' });
}

it('tells of an unanswered report at each stage once, and of what nobody saw to those above', async () => {
  await plantVoice(world, world.township);
  await remindOn('2027-01-20');
  expect(await told(desk.cookie('disclosureOfficer'), 'voicesToAnswer')).toEqual([]);
  await Promise.all([remindOn('2027-02-22'), remindOn('2027-02-22')]);
  await remindOn('2027-02-23');
  const overdue = expect.stringContaining('township：公众的1件报错、提问、意见已过办理期限');
  for (const role of ['disclosureOfficer', 'publisher', 'disclosureOfficeHead'] as const) {
    expect(await told(desk.cookie(role), 'voicesToAnswer'), role).toEqual([overdue]);
  }
  expect(await told(desk.cookie('leader'), 'voicesToAnswer')).toEqual([]);
  await remindOn('2027-03-01');
  await remindOn('2027-03-20');
  const escalated = expect.stringContaining('提醒后7日仍未办理');
  for (const cookie of [desk.cookie('leader'), supervisor]) {
    expect(await told(cookie, 'voicesToAnswer')).toEqual([escalated]);
  }
  expect(await told(desk.cookie('drafter'), 'voicesToAnswer')).toEqual([]);
});

it('that was broken off in the middle is told once, and whole', async () => {
  await plantDraft(world, world.township);
  const context = contextOn('2026-12-23');
  let left = 1;
  const newId = (): string => {
    left -= 1;
    if (left < 0) throw new Error('killed');
    return context.newId();
  };
  await expect(remindDuties({ ...context, newId })).rejects.toThrow('killed');
  expect(await told(desk.cookie('disclosureOfficer'), 'feedbackOwed')).toEqual([]);
  await remindOn('2026-12-23');
  await remindOn('2026-12-24');
  const words = [expect.stringContaining('有1份征求意见稿已经结束征集')];
  expect(await told(desk.cookie('disclosureOfficer'), 'feedbackOwed')).toEqual(words);
  expect(await told(desk.cookie('disclosureOfficeHead'), 'feedbackOwed')).toEqual(words);
});

it('tells of a policy without interpretation after three working days, until one is public', async () => {
  const policy = {
    kind: 'policyDocument',
    title: '示范镇农田水利管护办法',
    documentNumber: '示范镇政〔2026〕7号',
    dateOfDocument: '2026-11-10' as CivilDate,
    issuingOrgan: '示范镇人民政府',
  } as const;
  const { ids } = await plantPublished(world, world.township, policy);
  expect(await waits('interpretationsOwed')).toMatchObject({
    title: '补发 1 份已公开政策文件的解读',
    document: ids,
  });
  expect(await listed('interpretation')).toEqual([ids.documentId]);
  await remindOn('2026-12-01');
  const officer = desk.cookie('disclosureOfficer');
  expect(await told(officer, 'interpretationsOwed')).toEqual([
    expect.stringContaining('有1份政策文件已经公开，仍无解读'),
  ]);
  const relation = { relation: 'interprets', documentId: ids.documentId, documentNumber: '', title: '' };
  const { ids: interpretation } = await plantPublished(world, world.township, {
    kind: 'interpretation',
    title: '《示范镇农田水利管护办法》解读',
    relations: [{ ...relation, relation: 'interprets' }],
  });
  expect(await waits('interpretationsOwed')).toBeUndefined();
  expect(await listed('interpretation')).toEqual([]);
  // An edition that is public no more interprets nothing.
  await publishAgain(interpretation, { relations: [] });
  expect(await listed('interpretation')).toEqual([ids.documentId]);
  await publishAgain(interpretation, { relations: [{ ...relation, relation: 'interprets' }] });
  expect(await listed('interpretation')).toEqual([]);
  await remindOn('2026-12-20');
  expect(await told(desk.cookie('leader'), 'interpretationsOwed')).toEqual([]);
});

it('tells of items of the catalogue and of columns without a word of what they are', async () => {
  await plantItem(world, world.township);
  await remindOn('2027-04-02');
  const words = await told(desk.cookie('disclosureOfficer'), 'itemsOverdue');
  expect(words).toEqual([expect.stringContaining('标准目录有1个事项已过公开时限')]);
  expect(words.join('')).not.toContain('最低生活保障');
  expect((await told(desk.cookie('disclosureOfficer'), 'columnsEmpty')).join('')).toMatch(
    /有\d+个栏目没有信息，也没有说明没有产生/,
  );
});

it('tells of posters past their day, and at once of those whose document was withdrawn', async () => {
  await plantPosting(world, world.township);
  const { ids } = await plantPosting(world, world.township);
  const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
  await desk.act(ids, 'leader', act, { notice: '有误，撤回。' });
  await remindOn('2026-11-22');
  const officer = desk.cookie('disclosureOfficer');
  expect(await told(officer, 'postersToTakeDown')).toEqual([
    expect.stringContaining('有1份文件已经撤回或者有新版本，请立即撤下'),
  ]);
  await remindOn('2027-06-01');
  expect(await told(officer, 'postersToTakeDown')).toEqual(
    expect.arrayContaining([expect.stringContaining('有1份文件已过计划撤下日期')]),
  );
});

it('writes to the mailbox of the office where the setting says so', async () => {
  const { regionId: region_id, organId: organ_id } = world.township;
  await world.database.server
    .insertInto('disclosure_office')
    .values({ region_id, organ_id, name: '党政办公室', email: 'office@example.cn', duties: [], version: 2 })
    .execute();
  await chooseSetting(world, world.township, 'publication.remindersByMail', true);
  await plantVoice(world, world.township);
  await remindOn('2027-02-24');
  const mails = await world.database.server
    .selectFrom('message')
    .innerJoin('message_content', 'message_content.message_id', 'message.message_id')
    .select(['message.message_id', 'message_content.sealed'])
    .execute();
  expect(mails).toHaveLength(1);
  const content = openContent(world.services.secretBox, mails[0]?.message_id ?? '', mails[0]?.sealed ?? '');
  expect(content.address).toBe('office@example.cn');
  const { subject, text } = renderMessage(content.template, content.values);
  expect(subject).toBe('township：政府信息公开职责提醒');
  expect(text).toContain('公众的1件报错、提问、意见已过办理期限');
  expect(text).not.toContain('欧阳留言甲');
});
