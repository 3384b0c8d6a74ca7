/** The reports of a region speak to each other in the check: sums, who is missing, copied texts, zeros among hundreds. */
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { plantOrgan } from '../../../test/organ-samples.ts';
import { plantUnits, quietDraft, reportWay } from '../../../test/report-way.ts';
import { plantTownship, ruleDesk, type SeenFinding } from '../../../test/rule-desk.ts';

let world: World;
let first: WorldOrgan;
let second: WorldOrgan;
let supervisor: string;
let province: WorldOrgan;
const YEAR = 2025;

/** A province above the city of the world, with the paths of everything below it. */
async function plantProvince(): Promise<WorldOrgan> {
  const { server } = world.database;
  const provinceId = '00000000-0000-4000-8000-000000000001';
  const made: WorldOrgan = { regionId: provinceId, organId: provinceId, path: `${provinceId}/` };
  await server
    .insertInto('region')
    .values({
      region_id: provinceId,
      parent_id: null,
      slug: 'province',
      name: 'Province',
      level: 'province',
      is_demonstration: false,
    })
    .execute();
  await server
    .insertInto('organ')
    .values({
      region_id: provinceId,
      organ_id: provinceId,
      parent_id: null,
      slug: 'province',
      name: '测试省人民政府',
      kind: 'provinceGovernment',
      level: 'province',
      valid_from: '2019-05-15',
      valid_to: null,
      path: made.path,
    })
    .execute();
  const { owner } = world.database;
  await sql`update region set parent_id = ${provinceId}::uuid
    where region_id = ${world.city.regionId}::uuid`.execute(owner);
  await sql`update organ set path = ${made.path} || path where region_id <> ${provinceId}::uuid`.execute(
    owner,
  );
  return made;
}

beforeAll(async () => {
  world = await createWorld();
  province = await plantProvince();
  first = await plantTownship(world, world.county, '测试东镇');
  second = await plantTownship(world, world.county, '测试西镇');
  await plantUnits(world, world.county, YEAR, [first, second]);
  supervisor = await world.signedIn(world.office, 'supervisor');
});
afterAll(() => world.close());

const draftWith = (typed: Readonly<Record<string, string>>): ReportDraft => {
  const quiet = quietDraft(YEAR);
  return { ...quiet, typed: { ...quiet.typed, ...typed } };
};

const failing = async (organ: WorldOrgan, cookie: string): Promise<readonly SeenFinding[]> =>
  await ruleDesk(world, { ...organ, reportYear: YEAR }, cookie).failing();

const messagesOf = (findings: readonly SeenFinding[], rule: string) =>
  findings.flatMap((one) => (one.rule === rule ? [one.message] : []));

async function sent(organ: WorldOrgan, typed: Readonly<Record<string, string>>) {
  const way = await reportWay(world, organ, YEAR);
  await way.save(draftWith(typed));
  await way.review();
  expect((await way.act('askSignature')).status).toBe(200);
  expect((await way.sign()).status).toBe(200);
  return way;
}

describe('a unit beside the others of its list', () => {
  it('AR-DUP-02, AR-PLS-02: is told of a text like another’s, and of a zero where others have hundreds', async () => {
    await sent(first, { 't2.penalties/decisions': '240' });
    const clerk = await world.signedIn(second, 'disclosureOfficer');
    const way = await reportWay(world, second, YEAR);
    await way.save(draftWith({ 't2.penalties/decisions': '0' }));
    const found = await failing(second, clerk);
    expect(messagesOf(found, 'AR-DUP-02')).toEqual(['与测试东镇报告重复率100%。']);
    expect(messagesOf(found, 'AR-PLS-02')).toEqual([
      '表二 行政处罚 本年处理决定数量：同类单位平均240，本单位为0。',
    ]);
    const refused = await way.act('askSignature');
    expect(String(refused.body['detail'])).toContain('AR-DUP-02');
    expect(String(refused.body['detail'])).not.toContain('AR-PLS-02');
  });
});

describe('the report of the region', () => {
  it('AR-AGG-02, AR-AGG-01: waits for its units, and is their sum to the last cell', async () => {
    const ofSecond = await sent(second, { 't2.penalties/decisions': '2' });
    const county = await reportWay(world, world.county, YEAR, world.office);
    await county.save();
    const early = await failing(world.county, supervisor);
    expect(messagesOf(early, 'AR-AGG-02').join()).toContain('已报送，尚未审核通过');
    expect((await county.act('askSignature')).status).toBe(409);

    const ofFirst = await reportWay(world, first, YEAR);
    for (const way of [ofFirst, ofSecond]) expect((await way.accept(supervisor)).status).toBe(200);
    await county.prepare();
    expect((await county.read()).cells['t2.penalties/decisions']?.value).toBe(242);
    expect(messagesOf(await failing(world.county, supervisor), 'AR-AGG-01')).toEqual([]);

    // Somebody types the table of the region instead of adding it up.
    const { typed, sources, ...rest } = quietDraft(YEAR);
    await county.save({
      ...rest,
      sources: { ...sources, t2: 'typed' },
      typed: {
        ...typed,
        't2.penalties/decisions': '243',
        't2.licensing/decisions': '6',
      },
    });
    const desk = ruleDesk(world, { ...world.county, reportYear: YEAR }, supervisor);
    const wrong = (await desk.failing()).find(({ rule }) => rule === 'AR-AGG-01');
    expect(wrong).toMatchObject({ severity: 'block', waiverBy: 'reviewer' });
    expect(wrong?.message).toBe('表二 行政处罚 本年处理决定数量：本级汇总243，成员合计242，相差1。');
    await desk.act({ type: 'recordSecrecyReview' }, { basis: '没有涉密和敏感内容。' });
    const refused = await desk.act({ type: 'askSignature' });
    expect([refused.status, String(refused.body['detail'])]).toEqual([
      409,
      expect.stringContaining('AR-AGG-01'),
    ]);
  });

  it('names the fees of its units in its text, and AR-SRC-06 holds it to them', async () => {
    const { texts, ...rest } = quietDraft(YEAR);
    const county = await reportWay(world, world.county, YEAR, world.office);
    await county.save({ ...rest, texts: { ...texts, s6: '{processingFee.sentence}' } });
    const body = await ruleDesk(world, { ...world.county, reportYear: YEAR }, supervisor).read();
    expect(JSON.stringify(body['texts'])).toContain('本年度未收取政府信息公开信息处理费。');
    await county.save({ ...rest, texts: { ...texts, s6: '本年度收取信息处理费2件，共200元。' } });
    expect(messagesOf(await failing(world.county, supervisor), 'AR-SRC-06')).toEqual([
      '第六部分信息处理费2件200元，收费台账未收取。',
    ]);
  });
});

it('carries figures up four levels: township, county, city, province', async () => {
  await plantUnits(world, world.city, YEAR, [world.county]);
  await plantUnits(world, province, YEAR, [world.city]);

  const county = await reportWay(world, world.county, YEAR, world.office);
  await county.prepare();
  const asked = await county.act('askSignature');
  expect([asked.status, asked.body['detail'] ?? '']).toEqual([200, '']);
  expect((await county.sign()).status).toBe(200);
  const cityOffice = await plantOrgan(world, world.city, 'governmentOrgan');
  const ofCity = await world.signedIn(cityOffice, 'supervisor');
  expect((await county.accept(ofCity)).status).toBe(200);

  const city = await reportWay(world, world.city, YEAR, cityOffice);
  expect((await city.read()).cells['t2.penalties/decisions']?.value).toBe(242);
  await city.prepare();
  const askedCity = await city.act('askSignature');
  expect([askedCity.status, askedCity.body['detail'] ?? '']).toEqual([200, '']);
  expect((await city.sign()).status).toBe(200);
  const provinceOffice = await plantOrgan(world, province, 'governmentOrgan');
  const ofProvince = await world.signedIn(provinceOffice, 'supervisor');
  expect((await city.accept(ofProvince)).status).toBe(200);

  const whole = await reportWay(world, province, YEAR, provinceOffice);
  expect((await whole.read()).cells['t2.penalties/decisions']?.value).toBe(242);
  await whole.prepare();
  const askedProvince = await whole.act('askSignature');
  expect([askedProvince.status, askedProvince.body['detail'] ?? '']).toEqual([200, '']);
  expect((await whole.sign()).status).toBe(200);
  // Nobody is above: what is signed goes to the public.
  expect((await whole.read()).status).toBe('accepted');
}, 120_000);
