import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { organPath, searchPathOf, subscribePath, subscribeSearchPath } from '@zhaoshi/portal/paths';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { answerTo, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { type PublishedDocument, plantPublished } from '../../../test/document-desk.ts';
import { openContent } from '../../jobs/messages/message-content.ts';
import { tellSubscribers } from '../../use-cases/subscriptions/tell-subscribers.ts';

const EMAIL = 'ouyang-reader@example.cn';
const ORIGIN = 'https://www.example.gov.cn';

const lines: string[] = [];
let world: World;

interface Mail {
  readonly template: string;
  readonly address: string;
  readonly values: {
    readonly words: string;
    readonly link?: string;
    readonly place?: string;
    readonly items?: readonly { readonly title: string; readonly link: string }[];
    readonly hasMore?: boolean;
    readonly endLink?: string;
  };
}

async function mails(): Promise<readonly Mail[]> {
  const rows = await world.database.server
    .selectFrom('message')
    .innerJoin('message_content', 'message_content.message_id', 'message.message_id')
    .select(['message.message_id', 'message_content.sealed'])
    .orderBy('message.requested_at')
    .orderBy('message.message_id')
    .execute();
  return rows.map(
    ({ message_id, sealed }) => openContent(world.services.secretBox, message_id, sealed) as unknown as Mail,
  );
}

let network = 0;
/** A reader's browser, each in a network of its own. */
const browse = () => newApplicantBrowser(world.app, `10.2.0.${(network += 1)}`);

/** Something that goes public now. */
function publish(organ: WorldOrgan, given: Partial<DocumentContent>): Promise<PublishedDocument> {
  world.setNow(new Date());
  return plantPublished(world, organ, { createdOn: civilDateAt(new Date()), ...given });
}

async function ask(url: string, email = EMAIL): Promise<string> {
  world.setNow(new Date());
  const browser = browse();
  const form = await browser.get(url);
  expect(form.statusCode, form.body).toBe(200);
  return (await browser.post(url, { email, answer: answerTo(form.body) })).body;
}

/** Follows a link of a mail and presses the button there. */
async function press(link: string | undefined): Promise<string> {
  const path = (link ?? '').slice(ORIGIN.length);
  const browser = browse();
  await browser.get(path);
  return (await browser.post(path, {})).body;
}

async function subscribed(url: string): Promise<void> {
  expect(await ask(url)).toContain('请到邮箱确认');
  expect(await press((await mails()).at(-1)?.values.link)).toContain('订阅成功');
}

/** The job as it runs some hours from now. */
const tell = (hours: number): Promise<void> =>
  tellSubscribers({
    ...world.database.context,
    database: world.database.server,
    services: world.services,
    now: () => new Date(Date.now() + hours * 3_600_000),
  });

const digests = async () =>
  (await mails()).filter(({ template }) => template === 'subscription.digest').map(({ values }) => values);

const titlesIn = (digest: Mail['values'] | undefined): readonly string[] =>
  (digest?.items ?? []).map(({ title }) => title);

beforeAll(async () => {
  world = await createWorld({}, undefined, (line) => lines.push(line));
  world.setNow(new Date());
});
beforeEach(async () => {
  await sql`delete from subscription`.execute(world.database.owner);
  await sql`delete from voice_sent`.execute(world.database.owner);
  await sql`delete from message_content`.execute(world.database.owner);
  await sql`delete from message`.execute(world.database.owner);
});
afterAll(() => world.close());

describe('a subscription to all that an organ publishes', () => {
  const url = subscribePath('/east/office');

  it('sends one mail, and nothing else before the link in it is used', async () => {
    expect(await ask(url)).toContain('请到邮箱确认');
    expect(await ask(url)).toContain('请到邮箱确认');
    await tell(2);
    expect((await mails()).map(({ template }) => template)).toEqual(['subscription.confirm']);
  });

  it('fills nobody’s letter box, however many networks ask for however many things, and tells nobody so', async () => {
    const words = Array.from({ length: 8 }, (_none, index) => `农田水利检修${index}`);
    for (const q of words) {
      const answered = await ask(subscribeSearchPath({ q }), 'Victim@example.cn');
      expect(answered).toContain('请到邮箱确认');
    }
    expect(await ask(url, 'victim@example.cn')).toContain('请到邮箱确认');
    expect(await ask(url, 'somebody-else@example.cn')).toContain('请到邮箱确认');
    const sentTo = (await mails()).map(({ address }) => address.toLowerCase());
    expect(sentTo.filter((address) => address === 'victim@example.cn')).toHaveLength(5);
    expect(sentTo).toContain('somebody-else@example.cn');
  });

  it('tells of what is new once it is confirmed, and no more once it is ended', async () => {
    await ask(url);
    const confirm = (await mails())[0]?.values.link ?? '';
    // Programs that look at links in mails open them.
    await browse().get(confirm.slice(ORIGIN.length));
    await publish(world.office, { title: '订阅者要知道的公告' });
    await tell(2);
    expect(await digests()).toEqual([]);
    await press(confirm);
    await tell(2);
    const [digest] = await digests();
    expect(titlesIn(digest)).toEqual(['订阅者要知道的公告']);
    expect(digest?.place).toBe(`${ORIGIN}/east/office`);
    expect(await press(digest?.endLink)).toContain('已经退订');
    const { rows } = await sql`select from subscription`.execute(world.database.server);
    expect(rows).toEqual([]);
    expect(await press(digest?.endLink)).toContain('链接不能使用');
  });
});

describe('a subscription to a list of a column', () => {
  it('tells what the list shows since the last time, and nothing else', async () => {
    const url = subscribePath('/east/office', 'kind-public-notice');
    await subscribed(url);
    await publish(world.office, { title: '关于征地补偿的公示', kind: 'publicNotice' });
    await publish(world.office, { title: '不在栏目里的公告' });
    await tell(2);
    await tell(26);
    const sent = await digests();
    expect(sent.map(titlesIn)).toEqual([['关于征地补偿的公示']]);
    expect(sent[0]?.words).toContain('“公示”新公开的信息');
    const path = (sent[0]?.place ?? '').slice(ORIGIN.length);
    const list = await world.app.inject({ method: 'GET', url: path });
    expect(list.body).toContain('关于征地补偿的公示');
    expect(list.body).toContain(url.replaceAll('&', '&amp;'));
  });
});

describe('a subscription to a search', () => {
  it('tells what the search finds since the last time, narrowed as it was', async () => {
    await publish(world.township, { title: '水库除险加固工程公告（早已公开）' });
    const asked = { q: '水库 加固', region: 'east', genre: 'announcement' };
    const page = await world.app.inject({ method: 'GET', url: searchPathOf(asked) });
    const url = subscribeSearchPath(asked);
    expect(page.body).toContain(url.replaceAll('&', '&amp;'));
    await subscribed(url);
    expect((await mails())[0]?.values.words).toBe('含有“水库 加固”的新公开的信息（East、公告、通告、通知）');
    await publish(world.township, { title: '北山水库除险加固工程公告' });
    await publish(world.office, { title: '南湖水库加固公示', kind: 'publicNotice' });
    await publish(world.office, { title: '河道清淤公告' });
    await tell(2);
    await tell(26);
    const sent = await digests();
    expect(sent.map(titlesIn)).toEqual([['北山水库除险加固工程公告']]);
    const found = await world.app.inject({ method: 'GET', url: (sent[0]?.place ?? '').slice(ORIGIN.length) });
    expect(found.body).toContain('北山<mark>水库</mark>除险<mark>加固</mark>工程公告');
  });

  it.each([
    '/subscribe?q=',
    '/subscribe?q=%E6%B0%B4',
    '/subscribe',
    '/subscribe?organ=%2Feast%2Foffice&list=x',
  ])('is not offered where there is nothing to look for: %s', async (url) => {
    const { statusCode, body } = await world.app.inject({ method: 'GET', url });
    expect(statusCode).toBe(404);
    expect(body).toContain('没有可以订阅的内容');
  });
});

it('says before anything is filled in that mails cannot be sent where the site’s address is not told', async () => {
  const nameless = await createWorld({ publicOrigin: '' });
  const url = subscribePath('/east/office');
  const { statusCode, body } = await nameless.app.inject({ method: 'GET', url });
  expect(statusCode).toBe(503);
  expect(body).toContain('本站还没有设置网站地址');
  expect(body).not.toContain('<form class="card entry"');
  await nameless.close();
});

it('keeps the address in clear in no table and no line of the log', async () => {
  await subscribed(subscribePath(organPath('east', 'office')));
  const { rows: tables } = await sql<{ readonly name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.database.owner);
  for (const { name } of tables) {
    const { rows } = await sql<{
      readonly row: string;
    }>`select t::text as row from ${sql.raw(name)} t`.execute(world.database.owner);
    expect(
      rows.some(({ row }) => row.includes(EMAIL)),
      name,
    ).toBe(false);
  }
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => line.includes(EMAIL))).toEqual([]);
});
