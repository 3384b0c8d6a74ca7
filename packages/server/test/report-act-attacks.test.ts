import { annualReportBoardRoutes } from '@zhaoshi/contract/routes/annual-report-board';
import { annualReportDownloadRoutes } from '@zhaoshi/contract/routes/annual-report-downloads';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_HEADER } from '../src/http/api/access.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { plantUnits, quietDraft, type ReportWay, reportWay } from './report-way.ts';

/** Wrong order, old versions, two at once, other people's reports, and words that must not become public. */
let world: World;
const logged: string[] = [];
let way: ReportWay;
let officer: string;
let second: string;
let supervisor: string;
beforeAll(async () => {
  world = await createWorld({}, undefined, (line) => logged.push(line));
  await plantUnits(world, world.county, 2025, [world.office, world.township]);
  way = await reportWay(world, world.township, 2025);
  officer = await world.signedIn(world.township, 'disclosureOfficer');
  second = await world.signedIn(world.township, 'disclosureOfficer');
  supervisor = await world.signedIn(world.office, 'supervisor');
});
afterAll(() => world.close());

const paramsOf = ({ regionId, organId }: WorldOrgan, reportYear = 2025) => ({
  regionId,
  organId,
  reportYear,
});

const post = async (cookie: string, act: object, version: number, texts: object = {}) =>
  await world.call(
    annualReportRoutes.act,
    { params: paramsOf(world.township), body: { act, texts } as never },
    cookie,
    { 'if-match': `"${version}"` },
  );

const publicVersions = async () =>
  await world.database.server
    .selectFrom('report_version')
    .select(['version', 'content_sha256', 'restated_for'])
    .orderBy('version')
    .execute();

describe('the report of a township on its way', () => {
  it('is not taken out of order, by who may not, or over an old version', async () => {
    await way.prepare();
    const { version } = await way.read();
    const sha256 = 'a'.repeat(64);
    expect((await post(officer, { type: 'sign', sha256 }, version)).status).toBe(409);
    expect((await post(officer, { type: 'publish', sha256 }, version)).status).toBe(409);
    expect((await post(officer, { type: 'restate' }, version, { reason: '无' })).status).toBe(409);
    expect((await post(officer, { type: 'askSignature' }, version - 1)).status).toBe(412);
    const both = await Promise.all(
      [officer, second, officer].map((cookie) => post(cookie, { type: 'askSignature' }, version)),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    const asked = await way.read();
    expect(asked.status).toBe('inSignature');
    // Who asked is no leader; the leader signs what was frozen and nothing else.
    const frozen = { type: 'sign', sha256: asked.frozenSha256 };
    expect((await post(officer, frozen, asked.version)).status).toBe(409);
    const leader = await world.signedIn(world.township, 'leader');
    expect((await post(leader, { type: 'sign', sha256 }, asked.version)).status).toBe(409);
    expect((await way.save()).status).toBe(409);
    expect((await way.sign()).status).toBe(200);
    expect((await way.act('publish')).status).toBe(409);
    expect(await publicVersions()).toEqual([]);
  });

  it('is received by its own county alone, once, and published once', async () => {
    const { version, frozenSha256 } = await way.read();
    const act = { type: 'accept', sha256: frozenSha256 };
    for (const [organ, role] of [
      [world.otherCounty, 'supervisor'],
      [world.city, 'supervisor'],
      [world.township, 'supervisor'],
    ] as const) {
      const cookie = await world.signedIn(organ, role);
      const request = { params: paramsOf(world.township), body: { act, texts: {} } as never };
      const answer = await world.call(annualReportRoutes.receive, request, cookie, {
        'if-match': `"${version}"`,
      });
      expect([403, 404, 409]).toContain(answer.status);
    }
    expect((await way.read()).status).toBe('submitted');
    const accepted = await Promise.all([1, 2].map(() => way.accept(supervisor)));
    expect(accepted.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const ready = await way.read();
    const publish = { type: 'publish', sha256: ready.frozenSha256 };
    const both = await Promise.all([officer, second].map((cookie) => post(cookie, publish, ready.version)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(await publicVersions()).toHaveLength(1);
  });

  it('restated back and forth stays what was published until somebody publishes anew', async () => {
    const [first] = await publicVersions();
    for (let round = 0; round < 4; round += 1) {
      expect((await way.act('restate')).status).toBe(200);
      expect((await way.save({ ...quietDraft(2025), typed: {} })).status).toBe(200);
      const { version } = await way.read();
      expect((await post(officer, { type: 'discardRestatement' }, version)).status).toBe(200);
    }
    expect(await publicVersions()).toEqual([first]);
    expect((await way.read()).frozenSha256).toBe(first?.content_sha256);
  });

  it('is not restated for a reason that tells the public who somebody is', async () => {
    const { version } = await way.read();
    for (const reason of [
      '申请人张三（身份证号11010519491231002X）的申请漏计。',
      '与申请人核对，手机13812345678。',
      '身份证号１１０１０５１９４９１２３１００２Ｘ的申请漏计。',
    ]) {
      const answer = await post(officer, { type: 'restate' }, version, { reason });
      expect([answer.status, JSON.stringify(answer.body['errors'])], reason).toEqual([
        422,
        expect.stringContaining('个人信息'),
      ]);
      expect(JSON.stringify(answer.body)).not.toMatch(/19491231|1381234/);
    }
    expect((await way.read()).status).toBe('published');
  });
});

describe('what is nobody else’s', () => {
  it('board, report, files of a jurisdiction that is not one’s own are not there', async () => {
    const others = await world.signedIn(
      world.otherCounty,
      'supervisor',
      'disclosureOfficer',
      'administrator',
    );
    const neighbour = await world.signedIn(world.office, 'disclosureOfficer');
    for (const cookie of [others, neighbour]) {
      const board = { params: { regionId: world.county.regionId, reportYear: 2025 } };
      expect([403, 404]).toContain((await world.call(annualReportBoardRoutes.read, board, cookie)).status);
      const report = { params: paramsOf(world.township) };
      expect((await world.call(annualReportRoutes.read, report, cookie)).status).toBe(404);
      const copy = { params: paramsOf(world.township), body: { submission: null, format: 'docx' as const } };
      expect((await world.call(annualReportDownloadRoutes.copy, copy, cookie)).status).toBe(404);
    }
    // The region named in the address is the organ's, or nothing is there.
    const crossed = { ...paramsOf(world.township), regionId: world.otherCounty.regionId };
    expect((await world.call(annualReportRoutes.read, { params: crossed }, officer)).status).toBe(404);
  });

  it.each([1999, 2018, 2201, 99_999, -2025])('the year %i has no report', async (year) => {
    const { status } = await world.call(
      annualReportRoutes.read,
      { params: paramsOf(world.township, year) },
      officer,
    );
    expect(status).toBe(422);
  });

  it('the year 2099 is shown, but goes nowhere', async () => {
    const late = await reportWay(world, world.township, 2099);
    await late.prepare();
    const asked = await late.act('askSignature');
    expect([asked.status, String(asked.body['detail'])]).toEqual([
      409,
      expect.stringContaining('统计期还没有结束'),
    ]);
  });
});

describe('figures and words that nobody means', () => {
  it('are saved as typed, make no sum, and go nowhere', async () => {
    const odd = await reportWay(world, world.township, 2024);
    const row = (kind: string) => `t3.newlyReceived/${kind}`;
    const figures = ['-5', '99999999999999999999999', '1e9', 'NaN', '٣', '=1+1', '３', ''];
    for (const figure of figures) {
      const draft = quietDraft(2024);
      const given = {
        ...draft,
        sources: { t2: 'typed', t3: 'typed', t4: 'typed' },
        typed: { ...draft.typed, [row('naturalPerson')]: figure },
      };
      expect((await odd.save(given)).status, figure).toBe(200);
      const { cells } = await odd.read();
      const value = cells[row('naturalPerson')]?.value ?? null;
      expect(value, figure).toBe(figure === '-5' ? -5 : figure === '３' ? 3 : null);
      expect((await odd.act('askSignature')).status, figure).toBe(409);
    }
  });

  it('half characters and directions that turn the text are kept from doing harm', async () => {
    const odd = await reportWay(world, world.township, 2024);
    const draft = quietDraft(2024);
    const texts = { ...draft.texts, s1: `半个\ud83d字符，转向\u202e文字<script>alert(1)</script>` };
    expect((await odd.save({ ...draft, texts })).status).toBe(200);
    const html = await world.app.inject({
      method: 'POST',
      url: `/api/organs/${world.township.regionId}/${world.township.organId}/annual-reports/2024/copies`,
      headers: { [REQUEST_HEADER]: '1', cookie: officer },
      payload: { submission: null, format: 'html' },
    });
    expect(html.statusCode).toBe(200);
    expect(html.body.includes('<script>alert')).toBe(false);
    expect(html.body.includes('\u202e')).toBe(false);
  });
});

it('nothing of what was refused or typed stands in the log or in the trail', async () => {
  const entries = await world.database.server.selectFrom('audit_entry').select('details').execute();
  const kept = `${logged.join('\n')}\n${JSON.stringify(entries)}`;
  expect(logged.length).toBeGreaterThan(0);
  for (const word of ['19491231', '13812345678', '张三', '漏报一件申请', 'alert(1)', '半个']) {
    expect(kept.includes(word), word).toBe(false);
  }
});
