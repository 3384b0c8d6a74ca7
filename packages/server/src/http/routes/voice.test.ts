import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { addDays, type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { answerTo, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import { documentDesk, type PublishedDocument, plantPublished } from '../../../test/document-desk.ts';
import { plantDraft } from '../../../test/public-voice-samples.ts';

/** What may stand nowhere in clear. */
const PERSONAL = {
  name: '欧阳留言辛',
  contact: '13987650009',
  text: '附件第三行是我邻居欧阳的住址，请删除',
} as const;

const lines: string[] = [];
let world: World;
let cookie: string;
let draft: PublishedDocument;
let draftPath: string;
let lastDay: CivilDate;

const pathOf = async ({ ids }: PublishedDocument): Promise<string> => {
  const { public_name } = await world.database.server
    .selectFrom('document_edition')
    .select('public_name')
    .where('document_id', '=', ids.documentId)
    .executeTakeFirstOrThrow();
  return `/east/office/documents/${public_name}`;
};

/** Sends a form in a browser of its own; @returns the page after it */
async function send(url: string, values: Readonly<Record<string, string>>, address = '10.1.0.1') {
  const browser = newApplicantBrowser(world.app, address);
  const form = await browser.get(url);
  expect(form.statusCode, form.body).toBe(200);
  const sent = await browser.post(url, { ...values, answer: answerTo(form.body) });
  if (sent.statusCode !== 303) return sent;
  return await browser.get(String(sent.headers.location));
}

const receiptOf = (page: string): { readonly number: string; readonly code: string } => {
  const [number = '', code = ''] = [...page.matchAll(/<dd><strong>([^<]+)<\/strong>/g)].map(
    ([, text]) => text ?? '',
  );
  return { number, code };
};

async function follow(receipt: { readonly number: string; readonly code: string }): Promise<string> {
  const browser = newApplicantBrowser(world.app, '10.1.0.2');
  await browser.get('/voice/reply');
  return (await browser.post('/voice/reply', receipt)).body;
}

/** What the list of the console shows under a number. */
async function listed(number: string): Promise<Record<string, unknown>> {
  const { body } = await world.call(publicVoiceRoutes.list, { query: {} }, cookie);
  const found = (body['items'] as unknown as Record<string, unknown>[]).find(
    (row) => row['number'] === number,
  );
  if (found === undefined) throw new Error(`no ${number}`);
  return found;
}

async function answer(number: string, body: object) {
  const row = await listed(number);
  const params = { regionId: String(row['regionId']), voiceId: String(row['voiceId']) };
  const read = await world.call(publicVoiceRoutes.read, { params }, cookie);
  return await world.call(publicVoiceRoutes.answer, { params, body: body as never }, cookie, {
    'if-match': `"${String(read.body['version'])}"`,
  });
}

const page = async (url: string): Promise<string> => (await world.app.inject({ method: 'GET', url })).body;

const choose = async (key: string, value: unknown): Promise<void> => {
  const { regionId, organId } = world.office;
  await world.database.server
    .insertInto('setting')
    .values({
      region_id: regionId,
      organ_id: organId,
      key,
      value: JSON.stringify(value),
      changed_at: new Date(),
    })
    .execute();
};

beforeAll(async () => {
  world = await createWorld({}, undefined, (line) => lines.push(line));
  // The database's clock decides what is public; so does it here what day it is.
  const { rows } = await sql<{ readonly now: Date }>`select now() as now`.execute(world.database.server);
  const now = rows[0]?.now ?? new Date();
  world.setNow(now);
  lastDay = addDays(civilDateAt(now), 10);
  cookie = await world.signedIn(world.office, 'disclosureOfficer');
  draft = await plantDraft(world, world.office, lastDay);
  draftPath = await pathOf(draft);
});
afterAll(() => world.close());

describe('an error that somebody reports', () => {
  let receipt: { readonly number: string; readonly code: string };

  it('is taken in without a name, with a code', async () => {
    const published = await plantPublished(world, world.office);
    const url = `/report-error?page=${encodeURIComponent(await pathOf(published))}`;
    const { body } = await send(url, { text: PERSONAL.text });
    expect(body).toContain('已经收到');
    receipt = receiptOf(body);
    expect(receipt.number).toMatch(/^错\d{8}$/);
    expect(await follow(receipt)).toMatch(/正在办理，至迟\d{4}年\d{1,2}月\d{1,2}日办理/);
  });

  it('is answered, and the reply is read with the code', async () => {
    const wrong = await answer(receipt.number, { shows: null, reply: '', fixedEdition: 7 });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('没有第7版，请先发布更正的版本。');
    const { status } = await answer(receipt.number, {
      shows: null,
      reply: '已在附件中删去。',
      fixedEdition: 1,
    });
    expect(status).toBe(200);
    const reply = await follow(receipt);
    expect(reply).toContain('已在附件中删去。');
    expect(reply).toContain('已在第1版更正。');
    expect(await follow({ ...receipt, code: 'AAAAA-AAAAA' })).toContain('编号或者查询码不对');
  });

  it('may be about any page of the site, and about none that is not there', async () => {
    const { body } = await send('/report-error?page=%2Feast%2Foffice%2Fguide', { text: '电话打不通' });
    expect(body).toContain('已经收到');
    const { statusCode } = await world.app.inject({
      method: 'GET',
      url: '/report-error?page=https%3A%2F%2Fa.cn',
    });
    expect(statusCode).toBe(404);
  });

  it('is not taken in without the answer that only people give', async () => {
    const browser = newApplicantBrowser(world.app, '10.1.0.3');
    const url = '/report-error?page=%2Feast%2Foffice';
    await browser.get(url);
    const { statusCode, body } = await browser.post(url, { text: '内容', answer: '不知道' });
    expect(statusCode).toBe(422);
    expect(body).toContain('回答不对或者已经过期');
    expect(body).toContain('内容</textarea>');
  });
});

describe('a draft for comment', () => {
  let receipt: { readonly number: string; readonly code: string };

  it('takes comments for 30 days, however early its last day, as long as no reason is stated', async () => {
    const { body } = await world.call(publicVoiceRoutes.period, { params: draft.ids }, cookie);
    expect(body).toMatchObject({ lacksReason: true, comments: 0, isOpen: true, until: body['leastUntil'] });
    const shown = await page(draftPath);
    expect(shown).toContain(`截止到 <strong>${String(body['leastUntil'])}</strong>`);
    expect(shown, 'the day that does not hold').not.toContain(lastDay);
    const stated = await world.call(
      publicVoiceRoutes.statePeriod,
      { params: draft.ids, body: { reason: '汛期将至，须尽快施行。' } },
      cookie,
    );
    expect(stated.body).toEqual({ until: lastDay });
  });

  it('shows nothing of a comment before an officer has let it, nor of its author ever', async () => {
    const values = { text: '建议第三条增加公示\n由村民推选', name: PERSONAL.name, contact: PERSONAL.contact };
    const { body } = await send(`/voice/comment?page=${draftPath}`, values);
    receipt = receiptOf(body);
    expect(receipt.number).toMatch(/^意/);
    expect(await page(draftPath)).not.toContain('建议第三条');
  });

  it('shows what was let, with what became of it', async () => {
    const personal = await answer(receipt.number, {
      shows: true,
      shownText: '电话13987650009，建议增加公示',
    });
    expect(JSON.stringify(personal.body)).toContain('请删去或者遮盖后再展示');
    const { status } = await answer(receipt.number, {
      shows: true,
      shownText: '建议第三条增加公示',
      adoption: 'partly',
      adoptionReason: '公示已在第五条规定。',
    });
    expect(status).toBe(200);
    const { rows } = await sql<{ readonly text: string }>`
      select shown_text as text from published.public_voice`.execute(world.database.portal);
    expect(rows).toEqual([{ text: '建议第三条增加公示' }]);
    const exported = await world.call(publicVoiceRoutes.export, { params: draft.ids }, cookie);
    expect(exported.status).toBe(200);
  });

  it('shows nothing any more once it is withdrawn', async () => {
    const desk = await documentDesk(world, world.office);
    await desk.act(
      draft.ids,
      'leader',
      { type: 'withdraw', kind: 'error', hidesExistence: false },
      {
        notice: '内容有误，撤回。',
      },
    );
    const { rows } = await sql`select from published.public_voice`.execute(world.database.portal);
    expect(rows).toEqual([]);
  });
});

describe('questions', () => {
  it('are taken where the organ lets that kind of document be asked about, and nowhere else', async () => {
    const published = await plantPublished(world, world.office);
    const path = await pathOf(published);
    const url = `/voice/question?page=${path}`;
    expect((await world.app.inject({ method: 'GET', url })).statusCode).toBe(404);
    await choose('voice.questionKinds', '政策解读；公告、通告、通知');
    const { number } = receiptOf((await send(url, { text: '检修期间能浇地吗' })).body);
    expect(await page(path)).not.toContain('能浇地吗');
    const half = await answer(number, { shows: true, shownText: '检修期间能浇地吗？' });
    expect(JSON.stringify(half.body)).toContain('公开展示的提问须同时答复');
    const { status } = await answer(number, {
      shows: true,
      shownText: '检修期间能浇地吗？',
      reply: '可以，按轮灌表。',
    });
    expect(status).toBe(200);
    const { rows } = await sql<{ readonly shown_reply: string }>`
      select shown_reply from published.public_voice where kind = 'question'`.execute(world.database.portal);
    expect(rows).toEqual([{ shown_reply: '可以，按轮灌表。' }]);
  });
});

describe('limits and exits', () => {
  it('takes in no more from one network than the setting says', async () => {
    await choose('voice.perAddressDaily', 1);
    const url = '/report-error?page=%2Feast%2Foffice';
    expect((await send(url, { text: '一' }, '10.9.9.9')).body).toContain('已经收到');
    const { statusCode, body } = await send(url, { text: '二' }, '10.9.9.9');
    expect(statusCode).toBe(422);
    expect(body).toContain('今天从这个网络地址提交的已有1件');
  });

  it.each(Object.entries(PERSONAL))('%s stands in no table and no line of the log', async (_what, text) => {
    const { rows: tables } = await sql<{ readonly name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.database.owner);
    expect(tables.length).toBeGreaterThan(50);
    for (const { name } of tables) {
      const { rows } = await sql<{
        readonly row: string;
      }>`select t::text as row from ${sql.raw(name)} t`.execute(world.database.owner);
      expect(
        rows.some(({ row }) => row.includes(text)),
        name,
      ).toBe(false);
    }
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.includes(text))).toEqual([]);
  });
});
