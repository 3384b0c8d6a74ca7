import { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';
import { plantUnits, quietDraft, reportWay } from '../../../test/report-way.ts';

let world: World;
let cityOffice: WorldOrgan;
let ofCounty: string;
let ofCity: string;
const YEAR = 2025;

beforeAll(async () => {
  world = await createWorld();
  cityOffice = await plantOrgan(world, world.city, 'governmentOrgan');
  await plantUnits(world, world.county, YEAR, [world.office, world.township]);
  await plantUnits(world, world.city, YEAR, [cityOffice, world.county, world.otherCounty]);
  ofCounty = await world.signedIn(world.office, 'supervisor');
  ofCity = await world.signedIn(cityOffice, 'supervisor');
});
afterAll(() => world.close());

interface Unit {
  readonly organId: string;
  readonly name: string;
  readonly state: string;
  readonly isCounted: boolean;
  readonly daysLeft: number | null;
  readonly blocks: number | null;
  readonly alike: { readonly name: string; readonly percent: number } | null;
  readonly remindedOn: string | null;
}

async function board({ regionId }: WorldOrgan, cookie: string): Promise<readonly Unit[]> {
  const { body } = await world.call(
    annualReportBoardRoutes.read,
    { params: { regionId, reportYear: YEAR } },
    cookie,
  );
  return body['units'] as unknown as readonly Unit[];
}

const states = (units: readonly Unit[]) => units.map(({ state }) => state);

async function remind(cookie: string) {
  const params = { regionId: world.county.regionId, reportYear: YEAR };
  const { body } = await world.call(
    annualReportBoardRoutes.remind,
    { params, body: { organIds: null } },
    cookie,
  );
  return body as unknown as { readonly reminded: readonly string[]; readonly skipped: readonly string[] };
}

/** What waits for a person, in the words of the to-do list. */
async function todoTitles(cookie: string): Promise<readonly string[]> {
  const { body } = await world.call(deskRoutes.todo, {}, cookie);
  const { items } = body as unknown as { readonly items: readonly { readonly title: string }[] };
  return items.map(({ title }) => title);
}

describe('the board of a county', () => {
  it('names who is missing and how late, and reminds each once a day', async () => {
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    const units = await board(world.county, ofCounty);
    expect(units.map(({ name, state }) => [name, state])).toEqual([
      ['office', 'notBegun'],
      ['township', 'notBegun'],
    ]);
    // 31 January 2026 (条例49) to 21 November 2026.
    expect(units[1]?.daysLeft).toBe(-294);
    expect(await remind(ofCounty)).toEqual({ reminded: ['township'], skipped: ['office'] });
    expect((await remind(ofCounty)).reminded).toEqual([]);
    const { body } = await world.call(deskRoutes.notifications, { query: { limit: 100 } }, clerk);
    expect(JSON.stringify(body['items'])).toContain('2025年度报告：主管部门提醒');
    expect((await board(world.county, ofCounty))[1]?.remindedOn).toBe('2026-11-21');
  });

  it('is shut to those who receive nothing, and to the next county', async () => {
    const clerk = await world.signedIn(world.township, 'disclosureOfficer');
    const other = await world.signedIn(world.otherCounty, 'supervisor');
    for (const cookie of [clerk, other]) {
      const params = { regionId: world.county.regionId, reportYear: YEAR };
      const { status } = await world.call(annualReportBoardRoutes.read, { params }, cookie);
      expect([403, 404]).toContain(status);
    }
  });
});

it('carries reports up: units to the county, its sum to the city, the office’s own report beside it', async () => {
  const township = await reportWay(world, world.township, YEAR);
  const office = await reportWay(world, world.office, YEAR);
  const county = await reportWay(world, world.county, YEAR, world.office);

  for (const way of [township, office]) {
    await way.prepare();
    expect((await way.act('askSignature')).status).toBe(200);
    expect((await way.sign()).status).toBe(200);
  }
  const sent = await board(world.county, ofCounty);
  expect(sent.map(({ state, blocks, daysLeft }) => [state, blocks, daysLeft])).toEqual([
    ['submitted', 0, null],
    ['submitted', 0, null],
  ]);
  // Both wrote the same words.
  expect(sent[0]?.alike).toMatchObject({ name: 'township', percent: 100 });
  expect(sent[1]?.alike).toMatchObject({ name: 'office', percent: 100 });

  // Returned with marks, mended, sent again.
  const mark = '一是部分站所主动公开不够及时';
  const returned = await township.receive(
    ofCounty,
    { type: 'returnForMending', cells: ['t2.licensing/decisions'], passages: [mark] },
    { reason: '许可件数与台账不一致。' },
  );
  expect(returned.body).toMatchObject({
    status: 'returned',
    returned: { cells: ['t2.licensing/decisions'], passages: [mark] },
  });
  expect(states(await board(world.county, ofCounty))).toEqual(['submitted', 'returned']);
  await county.prepare();
  const missing = await county.act('askSignature');
  expect(missing.status).toBe(409);
  expect(String(missing.body['detail'])).toContain('township');

  const texts = quietDraft(YEAR).texts;
  await township.save({
    ...quietDraft(YEAR),
    texts: { ...texts, s5: texts.s5.replace(mark, '一是个别站所公开惠农补贴超过时限') },
    typed: { ...quietDraft(YEAR).typed, 't2.licensing/decisions': '5' },
  });
  await township.receive(ofCounty, { type: 'accept', sha256: 'f'.repeat(64) });
  expect((await township.read()).status).toBe('returned');
  await township.review();
  expect((await township.act('askSignature')).status).toBe(200);
  expect((await township.sign()).status).toBe(200);

  // Sent, but not yet accepted (AR-AGG-02).
  expect((await county.act('askSignature')).status).toBe(409);
  const clerk = await world.signedIn(world.township, 'disclosureOfficer');
  expect(await todoTitles(clerk)).not.toContain('公布已经接收的2025年度报告');
  for (const way of [township, office]) expect((await way.accept(ofCounty)).status).toBe(200);
  expect(await todoTitles(clerk)).toContain('公布已经接收的2025年度报告');
  expect((await county.read()).cells['t2.licensing/decisions']?.value).toBe(8);
  await county.prepare();
  const asked = await county.act('askSignature');
  expect([asked.status, asked.body['detail'] ?? '']).toEqual([200, '']);
  // A government's report is its office's work: the leader there is told.
  const told = await world.database.server
    .selectFrom('notification')
    .innerJoin('membership', 'membership.account_id', 'notification.account_id')
    .select(['membership.organ_id', 'membership.role'])
    .where(sql<boolean>`facts ->> 'organ' = 'county' and facts ->> 'words' like '%等待签发%'`)
    .execute();
  expect(told).toContainEqual({ organ_id: world.office.organId, role: 'leader' });
  expect((await county.sign()).status).toBe(200);
  expect((await county.read()).status).toBe('submitted');
  expect((await office.read()).cells['t2.licensing/decisions']?.value).toBe(3);

  const inCity = await board(world.city, ofCity);
  expect(inCity.map(({ name, isCounted }) => [name, isCounted])).toEqual([
    ['测试governmentOrgan', false],
    ['county', true],
    ['otherCounty', false],
  ]);
  expect((await county.accept(ofCity)).status).toBe(200);
  expect((await county.act('publish')).status).toBe(200);

  const city = await reportWay(world, world.city, YEAR, cityOffice);
  expect((await city.read()).cells['t2.licensing/decisions']?.value).toBe(8);
  await city.prepare();
  const early = await city.act('askSignature');
  expect(early.status).toBe(409);
  expect(String(early.body['detail'])).toContain('otherCounty');
});
