import { createHash } from 'node:crypto';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';

/** How many calls one run makes; a call answers with the whole report and its check. */
const RUNS = 5;
const LENGTH = 40;
/** Runs end by then, so that a slow machine does less and not longer. */
const ENOUGH_MS = 40_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const S1 =
  '主动公开方面，及时发布涉农补贴、乡村建设信息。依申请公开方面，健全登记、审核、办理、答复制度。政府信息管理方面，逐件确定公开属性。平台建设方面，更新政务公开专区。监督保障方面，工作考核纳入年度考核，社会评议结果为满意，没有发生责任追究情况。';

/** A report that is right, with a figure that tells one from another; or one that cannot go on. */
const draftOf = (reportYear: number, penalties: number, isRight: boolean): ReportDraft => ({
  ...EMPTY_DRAFT,
  texts: {
    preamble: `本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自${reportYear}年1月1日起至12月31日止。`,
    s1: isRight ? S1 : '',
    s5: '存在的主要问题：一是部分站所主动公开不够及时；二是政策解读形式单一。改进措施：建立月度提醒，每月通报各站所公开情况；对惠民政策采用图解、问答等形式解读，组织一次专题培训。',
    s6: '本年度未收取政府信息公开信息处理费。',
  },
  typed: {
    't2.licensing/decisions': isRight ? '3' : '约三件',
    't2.penalties/decisions': String(penalties),
    't2.coercion/decisions': '0',
    't2.fees/amountWan': '0',
  },
  datedOn: `${reportYear + 1}-01-20` as CivilDate,
});

/** Who works here: the name, the organ, the roles. The clerk-leader asks for signatures and could sign. */
const PEOPLE = {
  clerk: ['township', ['disclosureOfficer']],
  head: ['township', ['disclosureOfficeHead']],
  leader: ['township', ['leader']],
  clerkLeader: ['township', ['disclosureOfficeHead', 'leader']],
  supervisor: ['office', ['supervisor']],
  officeClerk: ['office', ['disclosureOfficer', 'disclosureOfficeHead', 'leader']],
  auditor: ['county', ['auditor']],
  citySupervisor: ['city', ['supervisor', 'leader', 'disclosureOfficeHead']],
  stranger: ['otherCounty', ['supervisor', 'leader', 'disclosureOfficer', 'disclosureOfficeHead', 'drafter']],
} as const;
type Person = keyof typeof PEOPLE;
const PERSONS = Object.keys(PEOPLE) as readonly Person[];
/** Nobody of these belongs to the report: whatever they try, nothing changes. */
const WITHOUT_STANDING: ReadonlySet<Person> = new Set([
  'officeClerk',
  'auditor',
  'citySupervisor',
  'stranger',
]);

const OWN_ACTS = [
  'recordSecrecyReview',
  'askSignature',
  'takeBack',
  'sendBack',
  'sign',
  'publish',
  'restate',
  'discardRestatement',
] as const;
const RECEIVER_ACTS = ['returnForMending', 'accept', 'publish'] as const;

interface Step {
  readonly who: Person;
  readonly op: 'save' | 'explain' | 'cell' | 'own' | 'receive' | 'onward' | 'twice';
  readonly own: (typeof OWN_ACTS)[number];
  readonly receiver: (typeof RECEIVER_ACTS)[number];
  readonly penalties: number;
  readonly isRight: boolean;
  /** Looks at the newest version and hash, or at ones of before. */
  readonly isStale: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...PERSONS),
  op: fc.oneof(
    { weight: 12, arbitrary: fc.constant('onward' as const) },
    { weight: 5, arbitrary: fc.constantFrom('own' as const, 'receive' as const) },
    { weight: 3, arbitrary: fc.constantFrom('save' as const, 'explain' as const, 'twice' as const) },
  ),
  own: fc.constantFrom(...OWN_ACTS),
  receiver: fc.constantFrom(...RECEIVER_ACTS),
  penalties: fc.integer({ min: 0, max: 9 }),
  isRight: fc.boolean(),
  isStale: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
});

const FIRST_YEAR = 2021;

/** Once to the public and into a restatement, before chance decides: a run without it would prove little. */
const THE_WHOLE_WAY: readonly Step[] = Array.from({ length: 5 }, () => ({
  who: 'clerk',
  op: 'onward',
  own: 'restate',
  receiver: 'accept',
  penalties: 2,
  isRight: true,
  isStale: false,
}));

interface Seen {
  readonly version: number;
  readonly sha256: string;
  readonly status: string;
}

/** What the tables hold of one report. */
async function standOf({ regionId, organId }: WorldOrgan, reportYear: number) {
  const { server } = world.database;
  const work = await server
    .selectFrom('report_work')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('report_year', '=', reportYear)
    .executeTakeFirst();
  if (work === undefined) return null;
  const own = <T extends { where: (column: never, operator: never, value: never) => T }>(query: T): T =>
    query
      .where('region_id' as never, '=' as never, regionId as never)
      .where('report_id' as never, '=' as never, work.report_id as never);
  const submissions = await own(server.selectFrom('report_submission').selectAll())
    .orderBy('submission')
    .execute();
  const events = await own(server.selectFrom('report_event').selectAll()).orderBy('sequence').execute();
  const versions = await own(server.selectFrom('report_version').selectAll()).orderBy('version').execute();
  return { work, submissions, events, versions };
}

type Stand = NonNullable<Awaited<ReturnType<typeof standOf>>>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What must hold of everything that is public and frozen, whoever did what. */
function mustHold(before: Stand | null, after: Stand | null): void {
  if (after === null) {
    expect(before).toBeNull();
    return;
  }
  const { work, submissions, events, versions } = after;
  for (const { content, content_sha256 } of submissions) expect(sha256(content)).toBe(content_sha256);
  for (const [index, frozen] of (before?.submissions ?? []).entries())
    expect(submissions[index]).toEqual(frozen);
  for (const [index, event] of (before?.events ?? []).entries()) expect(events[index]).toEqual(event);
  for (const [index, version] of (before?.versions ?? []).entries()) expect(versions[index]).toEqual(version);
  expect(work.version).toBeGreaterThanOrEqual(before?.work.version ?? 1);
  const givenUp =
    events.length > (before?.events.length ?? 0) && events.at(-1)?.type === 'discardRestatement';
  expect(work.edition).toBeGreaterThanOrEqual((before?.work.edition ?? 1) - (givenUp ? 1 : 0));
  expect(work.edition).toBeGreaterThanOrEqual(Math.max(1, versions.length));

  const published = events.filter(({ type }) => type === 'publish');
  expect(versions).toHaveLength(published.length);
  for (const [index, event] of published.entries()) {
    const sequence = events.indexOf(event);
    const asked = events.slice(0, sequence).findLast(({ type }) => type === 'askSignature');
    const signed = events.slice(0, sequence).findLast(({ type }) => type === 'sign');
    const accepted = events.slice(0, sequence).findLast(({ type }) => type === 'accept');
    const frozen = submissions.find(({ submission }) => submission === asked?.data['submission']);
    const version = versions[index];
    expect(version?.content_sha256).toBe(frozen?.content_sha256);
    expect(version?.content).toBe(frozen?.content);
    expect(signed?.data['sha256']).toBe(version?.content_sha256);
    expect(accepted?.data['sha256']).toBe(version?.content_sha256);
    expect(signed?.sequence ?? 0).toBeGreaterThan(asked?.sequence ?? Number.POSITIVE_INFINITY);
    expect(signed?.actor).not.toBe(asked?.actor);
    expect(accepted?.actor).not.toBe(signed?.actor);
    const findings = JSON.parse(frozen?.findings ?? '[]') as readonly { severity: string; status: string }[];
    const blocking = findings.filter(({ severity, status }) => severity === 'block' && status === 'fail');
    expect(blocking).toEqual([]);
  }
}

/** The next step that the law foresees, and who takes it. */
const ONWARD: Readonly<Record<string, readonly Person[]>> = {
  inSignature: ['leader'],
  submitted: ['supervisor'],
  accepted: ['clerk', 'supervisor'],
  published: ['head'],
};

it('makes nothing public that was not signed by another, whoever does what in which order', {
  timeout: 300_000,
}, async () => {
  const { township } = world;
  const cookies = new Map<Person, string>();
  const ids = new Map<string, Person>();
  for (const who of PERSONS) {
    const [place, roles] = PEOPLE[who];
    const accountId = await world.newPerson(world[place], roles);
    ids.set(accountId, who);
    cookies.set(who, await world.sessionOf(accountId));
  }
  const cookieOf = (who: Person): string => cookies.get(who) ?? '';
  const started = Date.now();
  const counts = { published: 0, restated: 0 };
  let reportYear = FIRST_YEAR - 1;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: LENGTH, maxLength: LENGTH, size: 'max' }), async (steps) => {
      if (reportYear >= 2025 || Date.now() - started > ENOUGH_MS) return;
      reportYear += 1;
      const params = { regionId: township.regionId, organId: township.organId, reportYear };
      let seen: Seen = { version: 1, sha256: '0'.repeat(64), status: 'drafting' };
      let older = seen;
      let stand = await standOf(township, reportYear);

      const look = ({ status, body, headers }: Answer): void => {
        if (status !== 200 || typeof body['version'] !== 'number') return;
        expect(headers['etag']).toBe(`"${String(body['version'])}"`);
        older = seen;
        seen = {
          version: Number(body['version']),
          sha256: body['frozenSha256'] ?? '0'.repeat(64),
          status: String(body['status']),
        };
      };
      const match = (at: Seen) => ({ 'if-match': `"${at.version}"` });
      const texts = { basis: '没有涉密内容。', reason: '数字需要核对。' };
      const save = async (who: Person, at: Seen, penalties: number, isRight: boolean) =>
        await world.call(
          annualReportRoutes.save,
          { params, body: { draft: draftOf(reportYear, penalties, isRight) } },
          cookieOf(who),
          match(at),
        );
      const own = async (who: Person, type: Step['own'], at: Seen) => {
        const act = type === 'sign' || type === 'publish' ? { type, sha256: at.sha256 } : { type };
        return await world.call(
          annualReportRoutes.act,
          { params, body: { act, texts } as never },
          cookieOf(who),
          match(at),
        );
      };
      const receive = async (who: Person, type: Step['receiver'], at: Seen) => {
        const act =
          type === 'returnForMending'
            ? { type, cells: [], passages: [S1.slice(0, 12)] }
            : { type, sha256: at.sha256 };
        return await world.call(
          annualReportRoutes.receive,
          { params, body: { act, texts } as never },
          cookieOf(who),
          match(at),
        );
      };
      const explain = async (who: Person): Promise<Answer> => {
        const { body } = await world.call(annualReportRoutes.read, { params }, cookieOf('head'));
        const findings = body['findings'] as unknown as readonly {
          readonly id: string;
          readonly status: string;
          readonly severity: string;
          readonly waiverBy: string;
        }[];
        const open = findings.filter(
          ({ status, severity, waiverBy }) => status === 'fail' && severity !== 'hint' && waiverBy !== 'none',
        );
        let last: Answer = { status: 404, body: {}, headers: {} };
        for (const { id } of open) {
          last = await world.call(
            annualReportRoutes.waive,
            { params: { ...params, findingId: id }, body: { reason: '已核对原始记录，情况属实。' } },
            cookieOf(who),
          );
        }
        return last;
      };
      /** From a draft all the way to the signature in one step, else runs would hardly ever get there. */
      const onward = async ({ who, penalties }: Step): Promise<readonly Answer[]> => {
        const able = ONWARD[seen.status];
        const one = able?.[penalties % able.length] ?? who;
        if (seen.status === 'inSignature') return [await own(one, 'sign', seen)];
        if (seen.status === 'submitted') return [await receive(one, 'accept', seen)];
        if (seen.status === 'accepted')
          return [
            one === 'supervisor' ? await receive(one, 'publish', seen) : await own(one, 'publish', seen),
          ];
        if (seen.status === 'published') return [await own(one, 'restate', seen)];
        const answers: Answer[] = [];
        const note = (answer: Answer) => {
          look(answer);
          answers.push(answer);
        };
        note(await save('clerk', seen, penalties, true));
        note(await own('head', 'recordSecrecyReview', seen));
        await explain('head');
        note(await own(penalties % 2 === 0 ? 'clerk' : 'clerkLeader', 'askSignature', seen));
        return answers;
      };

      for (const [index, one] of [...(reportYear === FIRST_YEAR ? THE_WHOLE_WAY : []), ...steps].entries()) {
        if (index > THE_WHOLE_WAY.length && Date.now() - started > ENOUGH_MS) break;
        const at = one.isStale ? older : seen;
        const answers: Answer[] = [];
        if (one.op === 'onward') answers.push(...(await onward(one)));
        else if (one.op === 'save') answers.push(await save(one.who, at, one.penalties, one.isRight));
        else if (one.op === 'explain') answers.push(await explain(one.who));
        else if (one.op === 'own') answers.push(await own(one.who, one.own, at));
        else if (one.op === 'receive') answers.push(await receive(one.who, one.receiver, at));
        else {
          const both = await Promise.all([
            save('clerk', seen, 1, true),
            own('leader', 'sign', seen),
            own('clerk', 'takeBack', seen),
            save('head', seen, 2, true),
          ]);
          expect(both.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
          answers.push(...both);
        }
        for (const answer of answers) {
          expect([200, 403, 404, 409, 412, 422]).toContain(answer.status);
          if (one.op !== 'onward') look(answer);
        }
        const now = await standOf(township, reportYear);
        mustHold(stand, now);
        if (one.op !== 'onward' && one.op !== 'twice' && WITHOUT_STANDING.has(one.who)) {
          expect(answers.map(({ status }) => status)).not.toContain(200);
          expect(now).toEqual(stand);
        }
        if (one.op === 'onward' && answers.length === 1)
          look(answers[0] ?? { status: 0, body: {}, headers: {} });
        stand = now;
      }
      for (const { actor, type } of stand?.events ?? []) {
        const who = ids.get(actor);
        expect(who !== undefined && !WITHOUT_STANDING.has(who), `${who} ${type}`).toBe(true);
      }
      counts.published += stand?.versions.length ?? 0;
      counts.restated += (stand?.events ?? []).filter(({ type }) => type === 'restate').length;
    }),
    { numRuns: RUNS, seed: 20_261_122, endOnFailure: true },
  );
  expect(counts.published).toBeGreaterThan(0);
  expect(counts.restated).toBeGreaterThan(0);
});
