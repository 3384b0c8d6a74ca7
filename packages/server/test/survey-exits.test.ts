import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { ROLE_NAMES } from '@zhaoshi/domain/permission/roles';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { answerTo, newApplicantBrowser } from './applicant-browser.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { sentSurvey } from './survey-samples.ts';

/** Of whoever answers; none of it may be anywhere. */
const FROM = { address: '203.0.113.88', agent: 'ExitBrowser/88.8' } as const;

/** What each of them writes, in the order in which they come; no two alike, and not in the order of the alphabet. */
const WRITTEN = [
  '庚：公示栏换得勤',
  '甲：网站字大一些',
  '己：多讲账目',
  '丙：少贴口号',
  '戊：上门讲讲',
  '乙：都好',
];

type Dump = ReadonlyMap<string, string>;

const lines: string[] = [];
let world: World;
let cookie: string;
let ids: { regionId: string; surveyId: string };
let codes: readonly string[];
let path: string;
/** Tables that a sheet changed, sheet by sheet. */
const touched: (readonly string[])[] = [];
let full: Dump;

/** Every row of every table, as a backup reads it. */
async function wholeDatabase(): Promise<Dump> {
  const { rows: tables } = await sql<{ readonly name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.database.owner);
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ readonly row: string }>`
      select t::text as row from ${sql.raw(name)} t order by 1`.execute(world.database.owner);
    texts.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return texts;
}

const changed = (before: Dump, after: Dump): readonly string[] =>
  [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);

const call = async (route: Parameters<World['call']>[0], body?: object) => {
  const { body: shown } = await world.call(surveyRoutes.read, { params: ids }, cookie);
  const version = { 'if-match': `"${String(shown['version'])}"` };
  const answer = await world.call(route, { params: ids, ...(body && { body }) } as never, cookie, version);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

/** Fills the form in and sends it. */
async function answer(code: string, text: string, choice = '0', sentTwice = false) {
  const browser = newApplicantBrowser(world.app, FROM.address);
  const form = await browser.get(path);
  const values = { code, q0: choice, 'q1-0': 'yes', 'q1-2': 'yes', q2: '4', q3: text };
  // As a browser sends one form twice, with what was hidden in it.
  const told = { ...browser.hidden(), ...values, answer: answerTo(form.body) };
  const headers = { 'user-agent': FROM.agent };
  const first = await browser.post(path, told, headers);
  return sentTwice ? await browser.post(path, told, headers) : first;
}

/** A survey of the township that everybody may answer. */
async function openSurvey() {
  const { regionId, organId } = world.township;
  const officer = await world.signedIn(world.township, 'disclosureOfficer');
  const key = { 'idempotency-key': crypto.randomUUID() };
  const made = await world.call(
    surveyRoutes.create,
    { params: { regionId, organId }, body: sentSurvey() },
    officer,
    key,
  );
  const params = { regionId, surveyId: String(made.body['surveyId']) };
  await world.call(surveyRoutes.act, { params, body: { type: 'start' } }, officer, { 'if-match': '"1"' });
  const read = async () => (await world.call(surveyRoutes.read, { params }, officer)).body;
  return { own: path.replace(ids.surveyId, params.surveyId), read, params, officer };
}

beforeAll(async () => {
  world = await createWorld({}, undefined, (line) => lines.push(line));
  world.setNow(new Date('2026-11-22T01:00:00Z'));
  cookie = await world.signedIn(world.office, 'disclosureOfficer');
  const { regionId, organId } = world.office;
  const made = await world.call(
    surveyRoutes.create,
    { params: { regionId, organId }, body: { ...sentSurvey(), mode: 'invited' } },
    cookie,
    { 'idempotency-key': crypto.randomUUID() },
  );
  ids = { regionId, surveyId: String(made.body['surveyId']) };
  await call(surveyRoutes.act, { type: 'start' });
  const issued = await call(surveyRoutes.issueCodes, { count: WRITTEN.length + 2 });
  codes = issued['codes'] as unknown as readonly string[];
  const { slug } = await world.database.server
    .selectFrom('region')
    .select('slug')
    .where('region_id', '=', regionId)
    .executeTakeFirstOrThrow();
  path = `/voice/survey/${slug}/${ids.surveyId}`;
  let before = await wholeDatabase();
  for (const [index, text] of WRITTEN.entries()) {
    world.setNow(new Date(Date.parse('2026-11-22T01:00:00Z') + index * 2 * 60_000));
    const page = await answer(codes[index] ?? '', text, '0', index === 0);
    expect(page.body).toContain('已经收到，谢谢');
    const after = await wholeDatabase();
    touched.push(changed(before, after));
    before = after;
  }
  full = before;
}, 60_000);
afterAll(() => world.close());

describe('whoever answers a survey', () => {
  it('leaves nothing in any table but the box: no row of their own, no count of networks, no entry of the trail', () => {
    expect(touched.flat()).toEqual(WRITTEN.map(() => 'public.survey_box'));
  });

  it('counts once, however often the form is sent', async () => {
    const { body } = await world.call(surveyRoutes.read, { params: ids }, cookie);
    expect(body).toMatchObject({ sheets: WRITTEN.length, codes: { issued: 8, unused: 2 } });
  });

  it('is not joined with a code, a network or a browser by anything that a backup holds', () => {
    const all = [...full.values()].join('\n');
    for (const secret of [...Object.values(FROM), ...codes]) expect(all.includes(secret), secret).toBe(false);
  });

  it('lies in one row, without a time, in no order of coming', async () => {
    const { rows } = await sql<{ readonly answers: { readonly texts: readonly (readonly string[])[] } }>`
      select answers from survey_box where survey_id = ${ids.surveyId}::uuid`.execute(world.database.owner);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.answers.texts[3]).toEqual(WRITTEN.toSorted());
    const { rows: columns } = await sql<{ readonly column: string }>`
      select column_name as column from information_schema.columns
      where table_name = 'survey_box' and data_type ~ '(time|date|uuid)' order by 1`.execute(
      world.database.owner,
    );
    expect(columns.map(({ column }) => column)).toEqual(['region_id', 'survey_id']);
  });

  it('cannot use a code twice, nor one that was never handed out', async () => {
    for (const code of [codes[0] ?? '', 'ABCDEFGHJK']) {
      const page = await answer(code, '再来一次');
      expect(page.statusCode).toBe(422);
      expect(page.body).toContain('邀请码不对，或者已经用过。');
      expect(page.body).toContain('再来一次');
    }
  });

  it('has no line in the log', () => {
    const text = lines.join('\n');
    for (const secret of [...Object.values(FROM), ...WRITTEN, ...codes, '/voice/survey'])
      expect(text.includes(secret), secret).toBe(false);
  });

  it('is seen by nobody while others may still answer, and afterwards only in what all said together', async () => {
    const reads = await Promise.all(
      SAMPLED_ROUTES.filter(({ route, sample }) => !sample.aboutOrgan && route.method === 'GET').map(
        async ({ id, route, sample }) => ({
          id,
          route,
          ...(await sample.prepare(world, world.office, null)),
        }),
      ),
    );
    const seen = async (who: string) => {
      const answers: string[] = [];
      for (const { route, request, headers } of reads) {
        const { body } = await world.call(route, request as never, who, headers);
        answers.push(JSON.stringify(body));
      }
      const own = await world.call(surveyRoutes.read, { params: ids }, who);
      return { lists: answers.join('\n'), own: own.status === 200 ? own.body : null };
    };
    const isWritten = (text: string) => WRITTEN.some((words) => text.includes(words));
    for (const role of ROLE_NAMES) {
      const { lists, own } = await seen(await world.signedIn(world.office, role));
      expect([isWritten(lists), own?.['results'] ?? null], role).toEqual([false, null]);
    }
    await call(surveyRoutes.act, { type: 'close' });
    for (const role of ROLE_NAMES) {
      const { lists, own } = await seen(await world.signedIn(world.office, role));
      expect(isWritten(lists), role).toBe(false);
      const results = own?.['results'] as unknown as
        | readonly { readonly texts: readonly string[] }[]
        | undefined;
      if (results !== undefined) expect(results[3]?.texts, role).toEqual(WRITTEN.toSorted());
    }
  }, 300_000);

  it('is told the result by the portal, without what people wrote', async () => {
    await call(surveyRoutes.act, { type: 'publish', response: '公示栏改为每周更换。' });
    const page = (await newApplicantBrowser(world.app, '10.0.0.9').get(path)).body;
    expect(page).toContain(`收到答卷 ${WRITTEN.length} 份`);
    expect(page).toContain('平均 5.00 分');
    expect(page).toContain('公示栏改为每周更换。');
    expect(WRITTEN.some((text) => page.includes(text))).toBe(false);
    const list = (await newApplicantBrowser(world.app, '10.0.0.9').get('/voice/survey')).body;
    expect(list).toContain('2026年11月1日至2026年11月22日，已公布结果');
  });
});

describe('a survey for everybody', () => {
  it('counts a form that is sent twice at once as one, and a faulty one as none', async () => {
    const { own, read } = await openSurvey();
    const browser = newApplicantBrowser(world.app, '10.8.8.8');
    const form = await browser.get(own);
    const values = { 'q1-1': 'yes', q2: '2', q3: '', answer: answerTo(form.body), ...browser.hidden() };
    for (let faulty = 0; faulty < 11; faulty += 1) {
      expect((await browser.post(own, values)).statusCode).toBe(422);
    }
    const again = await browser.get(own);
    const right = { ...values, ...browser.hidden(), q0: '1', answer: answerTo(again.body) };
    const sent = await Promise.all([browser.post(own, right), browser.post(own, right)]);
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await read())['sheets']).toBe(1);
  });

  it('takes ten sheets a day of one network, and not one more', async () => {
    const { own } = await openSurvey();
    const pages: number[] = [];
    for (let sheet = 0; sheet < 11; sheet += 1) {
      const browser = newApplicantBrowser(world.app, '10.9.9.9');
      const form = await browser.get(own);
      const values = { q0: '1', 'q1-1': 'yes', q2: '2', q3: '', answer: answerTo(form.body) };
      pages.push((await browser.post(own, values)).statusCode);
    }
    expect(pages).toEqual([...Array.from({ length: 10 }, () => 200), 422]);
  });
});

it('a survey that ended with too few sheets says on the portal why nothing is published, and not how many', async () => {
  const { own, read, params, officer } = await openSurvey();
  const version = { 'if-match': `"${String((await read())['version'])}"` };
  const closed = await world.call(surveyRoutes.act, { params, body: { type: 'close' } }, officer, version);
  expect(closed.status).toBe(200);
  const { body } = await newApplicantBrowser(world.app, '10.8.8.9').get(own);
  expect(body).toContain('收到的答卷太少，结果不公布：从不到 5 份的答卷里能看出是谁说的。');
  expect(body).not.toContain('结果还没有公布');
  expect(body).not.toContain('0 份');
});
