import { noticeRoutes } from '@zhaoshi/contract/routes/notices';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { ROLE_NAMES } from '@zhaoshi/domain/permission/roles';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBox } from '../src/use-cases/complaints/open-box.ts';
import { createWorld, type World } from './api-world.ts';
import { complain, complainAnonymously, receiptOn } from './complaint-desk.ts';
import { saidIn } from './exit-bytes.ts';
import { PREFERENCE } from './notice-samples.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { SAMPLE_SERVICE } from './sample-service.ts';
import { FULL_BOX, plantSurvey } from './survey-samples.ts';

const FROM = { address: '203.0.113.66', agent: 'ExportExit/66.6' } as const;
const WORDS = '出口检验：补助名单没有公开';
const NAMED = { name: '欧阳出口戊', contact: '13912340066' } as const;
const ANSWERS = ['子：出口检验答卷一', '丑：出口检验答卷二'];

const EXPORTS = SAMPLED_ROUTES.filter(({ route }) => route.response === 'bytes');

const lines: string[] = [];
let world: World;
let planted: readonly string[];

beforeAll(async () => {
  world = await createWorld({ singleSignOn: SAMPLE_SERVICE }, undefined, (line) => lines.push(line));
  const anonymous = await complainAnonymously(world, WORDS, FROM);
  const named = await complain(world, { kind: 'notPublished', text: WORDS, named: 'yes', ...NAMED }, FROM);
  const receipts = [anonymous, receiptOn(named.body)];
  const nextDay = new Date('2026-11-22T01:00:00Z');
  await openBox({ ...world.database.context, now: () => nextDay, services: world.services });
  const texts = [[], [], [], ANSWERS];
  await plantSurvey(world, world.office, { status: 'closed', answers: { ...FULL_BOX, texts } });
  const codes = receipts.flatMap(({ number, code }) => [number, code, code.replaceAll('-', '')]);
  planted = [...Object.values(FROM), ...Object.values(NAMED), WORDS, ...ANSWERS, ...codes];
}, 60_000);
afterAll(() => world.close());

describe('what leaves the house as a file', () => {
  it('has nothing of complaints and answers, for all roles together', async () => {
    const cookie = await world.signedIn(
      world.office,
      ...ROLE_NAMES.filter((role) => role !== 'administrator'),
    );
    const said = new Map<string, string>();
    for (const { id, route, sample } of EXPORTS) {
      const { request, headers } = await sample.prepare(world, world.office, null);
      const answer = await world.call(route, request as never, cookie, headers);
      if (answer.status === 200 && answer.bytes !== undefined) {
        const names = JSON.stringify(answer.headers);
        said.set(id, `${decodeURIComponent(names)}\n${await saidIn(answer.bytes)}`);
      }
    }
    // Most were given, and what is packed in them was read.
    expect(said.size).toBeGreaterThan(EXPORTS.length * 0.7);
    expect(said.get('opinions.importTemplate')).toContain('填写说明');
    for (const [id, text] of said) {
      for (const secret of planted) expect(text.includes(secret), `${id} ${secret}`).toBe(false);
    }
  }, 300_000);
});

describe('addresses that are secrets', () => {
  it('stand in clear in no table and no line of the log: of calendars, of systems, of who is written to', async () => {
    const cookie = await world.signedIn(world.office, 'disclosureOfficeHead');
    const { regionId, organId } = world.office;
    await world.call(noticeRoutes.set, { body: PREFERENCE }, cookie);
    const feed = await world.call(noticeRoutes.makeFeed, {}, cookie);
    const path = String(feed.body['path']);
    const token = path.slice('/calendar/'.length, -'.ics'.length);
    expect((await world.app.inject({ url: path })).statusCode).toBe(200);
    expect((await world.app.inject({ url: `${path}x` })).statusCode).toBe(404);
    const source = await world.call(
      opinionRoutes.addSource,
      { params: { regionId, organId }, body: { name: '监测' } },
      cookie,
    );
    const { rows: tables } = await sql<{ readonly name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.database.owner);
    const held: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{
        readonly row: string;
      }>`select t::text as row from ${sql.raw(name)} t`.execute(world.database.owner);
      held.push(...rows.map(({ row }) => row));
    }
    const everything = [...held, ...lines].join('\n');
    const secrets = [token, String(source.body['secret']), PREFERENCE.address];
    expect(secrets.map((secret) => secret.length > 10 && everything.includes(secret))).toEqual(
      secrets.map(() => false),
    );
  });
});
