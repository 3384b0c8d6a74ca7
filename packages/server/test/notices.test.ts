import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { noticeRoutes, rhythmRoutes } from '@zhaoshi/contract/routes/notices';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openContent } from '../src/jobs/messages/message-content.ts';
import { renderMessage } from '../src/jobs/messages/render-message.ts';
import { notify } from '../src/use-cases/notifications/notify.ts';
import { sendNotices } from '../src/use-cases/notifications/send-notices.ts';
import { createWorld, type World } from './api-world.ts';
import { PREFERENCE } from './notice-samples.ts';
import { plantOpinion } from './opinion-samples.ts';
import { plantOrgan } from './organ-samples.ts';

let world: World;
let clerk: string;
let cookie: string;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  clerk = await world.newPerson(world.township, ['disclosureOfficer']);
  await clock('2026-11-20T15:00');
});
afterAll(() => world.close());

const at = (text: string): Date => new Date(`${text}+08:00`);

/** Moves the clock; a session of hours ago is idle. */
async function clock(text: string): Promise<void> {
  world.setNow(at(text));
  cookie = await world.sessionOf(clerk);
}

const contextAt = (text: string) => ({
  ...world.database.context,
  now: () => at(text),
  services: world.services,
});

const prefer = async (changed: object = {}) =>
  await world.call(noticeRoutes.set, { body: { ...PREFERENCE, ...changed } }, cookie);

/** Tells the clerk something at a time. */
async function tell(text: string, words: string, kind: 'dutyReminder' | 'opinionReminder' = 'dutyReminder') {
  await world.database.server.transaction().execute(async (transaction) => {
    const facts = { organ: '镇', words, duty: 'item' };
    await notify(transaction, { accountId: clerk, kind, facts }, contextAt(text));
  });
}

/** The words of the mails to the clerk, one list for each mail. */
async function mails(): Promise<readonly (readonly string[])[]> {
  return (await messages('mail')).map(
    ({ values }) => (values as { readonly words: readonly string[] }).words,
  );
}

/** What went to the clerk on a way, opened. */
async function messages(channel: 'mail' | 'sms') {
  const rows = await world.database.server
    .selectFrom('message')
    .innerJoin('message_content as content', 'content.message_id', 'message.message_id')
    .select(['message.message_id', 'content.sealed'])
    .where('message.recipient', '=', `account/${clerk}`)
    .where('message.channel', '=', channel)
    .orderBy('message.requested_at')
    .execute();
  return rows.map(({ message_id, sealed }) => openContent(world.services.secretBox, message_id, sealed));
}

it('by default nobody is written to, and the usual times are shown', async () => {
  await tell('2026-11-20T15:00', '没有人写信');
  await sendNotices(contextAt('2026-11-20T15:10'));
  expect(await mails()).toEqual([]);
  const { body } = await world.call(noticeRoutes.read, {}, cookie);
  expect(body).toEqual({
    delivery: 'atOnce',
    digestAt: '08:30',
    quietFrom: '22:00',
    quietUntil: '07:00',
    address: '',
    mobile: '',
    feed: null,
  });
});

it('what comes at night is held and sent in the morning as one mail, but hours are told at once', async () => {
  await prefer({ delivery: 'atOnce' });
  await tell('2026-11-20T22:10', '夜里一');
  await tell('2026-11-21T03:00', '夜里二');
  await tell('2026-11-21T03:01', '舆情', 'opinionReminder');
  await sendNotices(contextAt('2026-11-21T03:05'));
  expect(await mails()).toEqual([['镇：舆情']]);
  await Promise.all([sendNotices(contextAt('2026-11-21T07:00')), sendNotices(contextAt('2026-11-21T07:00'))]);
  await sendNotices(contextAt('2026-11-21T07:05'));
  expect((await mails()).slice(1)).toEqual([['镇：夜里一', '镇：夜里二']]);
});

it('once a day is once a day; what was read meanwhile is not sent', async () => {
  await prefer();
  await tell('2026-11-20T15:30', '读过的');
  await world.call(deskRoutes.markRead, { body: { upTo: at('2026-11-20T15:30').toISOString() } }, cookie);
  await tell('2026-11-20T16:00', '没有读的');
  await sendNotices(contextAt('2026-11-21T08:29'));
  expect(await mails()).toEqual([]);
  await sendNotices(contextAt('2026-11-21T08:30'));
  expect(await mails()).toEqual([['镇：没有读的']]);
});

it('a mobile is told as the mailbox is, in the length of a text message, each notice once', async () => {
  await prefer({ delivery: 'atOnce', mobile: '13900001234' });
  await tell('2026-11-20T15:10', `还有${'很'.repeat(100)}长的一条提醒。`);
  await tell('2026-11-20T15:11', '第二条');
  await sendNotices(contextAt('2026-11-20T15:15'));
  await sendNotices(contextAt('2026-11-20T15:20'));
  expect(await mails()).toHaveLength(1);
  const [sms, ...more] = await messages('sms');
  expect(more).toEqual([]);
  expect(sms?.address).toBe('13900001234');
  const { text } = renderMessage('notice.sms', sms?.values);
  expect(text).toMatch(/^政府信息公开工作台有 2 条提醒：镇：还有很+…等。请登录工作台办理。\n$/);
  expect(text.length).toBeLessThan(140);
  // The mailbox may be empty; the mobile is enough.
  await prefer({ delivery: 'atOnce', address: '', mobile: '13900001234' });
  await tell('2026-11-20T15:30', '第三条');
  await sendNotices(contextAt('2026-11-20T15:35'));
  expect([(await mails()).length, (await messages('sms')).length]).toEqual([1, 2]);
});

it('nothing is sent from before an address was given, nor to who has left', async () => {
  await tell('2026-11-20T14:00', '以前的');
  await prefer({ delivery: 'atOnce' });
  await sendNotices(contextAt('2026-11-20T15:05'));
  expect(await mails()).toEqual([]);
  await tell('2026-11-20T15:06', '离任以后');
  await world.leave(clerk);
  await sendNotices(contextAt('2026-11-20T15:10'));
  expect(await mails()).toEqual([]);
});

it('an address or a time that is none is refused in words; addresses are sealed', async () => {
  const wrong = await prefer({ address: 'officer', mobile: '1390000', quietFrom: '25:00' });
  expect(JSON.stringify(wrong.body['errors'])).toContain('电子邮箱的格式不对');
  expect(JSON.stringify(wrong.body['errors'])).toContain('应为时:分');
  expect(JSON.stringify(wrong.body['errors'])).toContain('手机号码应为11位');
  await prefer({ mobile: '13900001234' });
  const kept = await world.database.server.selectFrom('notice_preference').selectAll().execute();
  expect(JSON.stringify(kept)).not.toMatch(/officer@|13900001234/);
  expect((await world.call(noticeRoutes.read, {}, cookie)).body).toMatchObject({
    address: PREFERENCE.address,
    mobile: '13900001234',
  });
});

async function makeFeed(): Promise<string> {
  const { body } = await world.call(noticeRoutes.makeFeed, {}, cookie);
  return (body as unknown as { readonly path: string }).path;
}

const fetchFeed = async (url: string, headers: Readonly<Record<string, string>> = {}) =>
  await world.app.inject({ method: 'GET', url, headers });

it('a calendar has what falls due for its owner, names nobody, and is the same while nothing changes', async () => {
  const ids = await plantOpinion(world, world.township, {
    title: '王小明反映积水',
    found_at: at('2026-11-20T10:00'),
  });
  const path = await makeFeed();
  const { statusCode, headers, body } = await fetchFeed(path);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(body).toContain(`UID:opinion.response.${ids.opinionId}@zhaoshi\r\n`.slice(0, 60));
  expect(body).toContain('DTSTART:20261122T020000Z');
  expect(body).toContain('DTSTART;VALUE=DATE:20261231');
  expect(body.replaceAll('\r\n ', '')).toContain('培训政府信息公开工作人员');
  expect(body).not.toContain('王小明');
  expect(body).not.toContain('积水');
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const etag = String(headers['etag']);
  expect((await fetchFeed(path, { 'if-none-match': etag })).statusCode).toBe(304);
  expect((await world.call(noticeRoutes.read, {}, cookie)).body['feed']).toMatchObject({
    readAt: at('2026-11-20T15:00').toISOString(),
  });
  expect(
    JSON.stringify(await world.database.server.selectFrom('calendar_feed').selectAll().execute()),
  ).not.toContain(path.slice('/calendar/'.length, -4));
});

it('what is past and still owed stands in the calendar on today, marked', async () => {
  const place = await plantOrgan(world, world.county, 'township');
  clerk = await world.newPerson(place, ['disclosureOfficer']);
  await clock('2026-12-05T09:00');
  const params = { regionId: place.regionId, organId: place.organId };
  const said = { item: 'openDay', doneOn: '2026-12-05', note: '' } as const;
  await world.call(rhythmRoutes.record, { params, body: said }, cookie);
  await clock('2027-01-12T09:00');
  const file = (await fetchFeed(await makeFeed())).body.replaceAll('\r\n ', '');
  const entry = file.split('BEGIN:VEVENT').find((one) => one.includes('【已逾期】') && one.includes('培训'));
  expect(entry).toContain('培训政府信息公开工作人员（2026年度）');
  expect(entry).toContain('DTSTART;VALUE=DATE:20270112');
  expect(entry).toContain('2026年12月31日已到期，还没有办理。');
  expect(file).not.toContain('VALUE=DATE:2026');
});

it('an address opens nothing once another was made, it was ended, or the account rests', async () => {
  const first = await makeFeed();
  const second = await makeFeed();
  expect((await fetchFeed(first)).statusCode).toBe(404);
  expect((await fetchFeed(second)).statusCode).toBe(200);
  await world.leave(clerk);
  expect((await fetchFeed(second)).body).not.toContain('BEGIN:VEVENT');
  await world.database.owner
    .updateTable('account')
    .set({ disabled_at: new Date() })
    .where('account_id', '=', clerk)
    .execute();
  expect((await fetchFeed(second)).statusCode).toBe(404);
  expect((await fetchFeed(`/calendar/${'x'.repeat(43)}.ics`)).statusCode).toBe(404);
  expect((await fetchFeed('/calendar/x.ics')).statusCode).toBe(404);
  clerk = await world.newPerson(world.township, ['disclosureOfficer']);
  await clock('2026-11-20T15:00');
  const third = await makeFeed();
  await world.call(noticeRoutes.endFeed, {}, cookie);
  expect((await fetchFeed(third)).statusCode).toBe(404);
});

it('rights that need the second factor rest in the calendar of who never set it up', async () => {
  clerk = await world.newPerson(world.township, ['disclosureOfficeHead']);
  await clock('2026-11-20T15:00');
  const path = await makeFeed();
  expect((await fetchFeed(path)).body).not.toContain('BEGIN:VEVENT');
  await world.database.owner
    .updateTable('account')
    .set({ totp_confirmed_at: new Date() })
    .where('account_id', '=', clerk)
    .execute();
  expect((await fetchFeed(path)).body).toContain('BEGIN:VEVENT');
});
