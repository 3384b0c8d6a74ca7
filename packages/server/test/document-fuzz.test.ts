import { createHash } from 'node:crypto';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_ACT_TEXTS, type DocumentActType } from '@zhaoshi/domain/disclosure/document-act';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { canonicalJson } from '@zhaoshi/domain/disclosure/document-content';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import type { Role } from '@zhaoshi/domain/permission/roles';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentEventOf, documentEvents } from '../src/db/queries/documents.ts';
import { verifyAudit } from '../src/db/verify-audit.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { CLEAN_REVIEW, type PlantedDocument, plantDocument, sent } from './document-samples.ts';

/** `ZHAOSHI_DOCUMENT_FUZZ=2000` runs it longer, `ZHAOSHI_DOCUMENT_FUZZ_SEED` on other ways. */
const RUNS = Number(process.env['ZHAOSHI_DOCUMENT_FUZZ'] ?? 12);
const SEED = Number(process.env['ZHAOSHI_DOCUMENT_FUZZ_SEED'] ?? 20_261_122);

/** People of the organ, with more than one role so that one hand can try everything, and of others. */
const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  ann: ['drafter', 'disclosureOfficer'],
  bo: ['drafter', 'disclosureOfficeHead', 'leader'],
  cai: ['unitHead', 'disclosureOfficer'],
  dan: ['disclosureOfficer', 'disclosureOfficeHead'],
  eve: ['leader'],
  fay: ['disclosureOfficer'],
};
const OUTSIDERS: Readonly<Record<string, readonly [keyof World, ...(readonly Role[])]>> = {
  county: ['county', 'drafter', 'unitHead', 'disclosureOfficer', 'disclosureOfficeHead', 'leader'],
  otherCounty: ['otherCounty', 'drafter', 'unitHead', 'disclosureOfficer', 'disclosureOfficeHead', 'leader'],
  supervisor: ['office', 'supervisor'],
  auditor: ['township', 'auditor'],
};
const INSIDE = Object.keys(PEOPLE);
const EVERYBODY = [...INSIDE, ...Object.keys(OUTSIDERS)];

const TYPES = (Object.keys(DOCUMENT_TRANSITIONS) as readonly DocumentActType[]).filter(
  (type) => type !== 'becomePublic',
);

const MUTATIONS = [
  'none',
  'staleVersion',
  'otherHash',
  'oldHash',
  'forgedFields',
  'otherRegion',
  'replay',
  'pastMinute',
] as const;

interface Step {
  readonly who: string;
  readonly type: DocumentActType | 'save';
  readonly mutation: (typeof MUTATIONS)[number];
  readonly usual: boolean;
  readonly choice: number;
  readonly target: 0 | 1;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...EVERYBODY, ...INSIDE, ...INSIDE),
  type: fc.constantFrom<Step['type']>(...TYPES, 'save'),
  mutation: fc.oneof(
    { weight: 8, arbitrary: fc.constant('none' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...MUTATIONS) },
  ),
  // Chance alone seldom goes the whole way from a draft to the public.
  usual: fc.constantFrom(true, true, true, false),
  choice: fc.nat(1000),
  target: fc.constantFrom(0, 1),
});

/** What usually comes next, by somebody whom the law lets. */
const NEXT: Readonly<Record<string, readonly (readonly [Step['type'], string])[]>> = {
  draft: [['submit', 'ann']],
  inUnitReview: [['agreeInUnit', 'cai']],
  inReview: [
    ['recordSecrecyReview', 'fay'],
    ['passReview', 'fay'],
    ['passReview', 'dan'],
  ],
  inApproval: [['approve', 'eve']],
  approved: [
    ['publish', 'fay'],
    ['schedule', 'dan'],
  ],
  scheduled: [['cancelSchedule', 'dan']],
  published: [
    ['revise', 'ann'],
    ['withdraw', 'eve'],
    ['approveAfterwards', 'dan'],
  ],
  withdrawn: [['revise', 'ann']],
  filed: [['revise', 'ann']],
};

const FORGED = {
  status: 'published',
  by: '00000000-0000-4000-8000-000000000000',
  edition: 9,
  revision: { number: 1, sha256: '0'.repeat(64), authors: [] },
  hasUnitStep: false,
  visibleFrom: '2020-01-01T00:00:00.000Z',
  organId: '00000000-0000-4000-8000-000000000000',
};

let world: World;
const cookies = new Map<string, string>();
const accounts = new Map<string, string>();

beforeAll(async () => {
  world = await createWorld();
  const enter = async (name: string, organ: WorldOrgan, roles: readonly Role[]): Promise<void> => {
    const accountId = await world.newPerson(organ, roles);
    accounts.set(name, accountId);
    cookies.set(name, await world.sessionOf(accountId));
  };
  for (const [name, roles] of Object.entries(PEOPLE)) await enter(name, world.township, roles);
  for (const [name, [organ, ...roles]] of Object.entries(OUTSIDERS)) {
    await enter(name, world[organ] as WorldOrgan, roles);
  }
});
afterAll(() => world.close());

interface Seen {
  readonly status: string;
  readonly version: number;
  readonly revision: { readonly sha256: string } | null;
}

interface Target {
  readonly ids: PlantedDocument;
  readonly hashes: string[];
  /** The last call that was accepted, to be sent again. */
  last: {
    readonly type: string;
    readonly body: object;
    readonly version: number;
    readonly who: string;
  } | null;
}

const look = async ({ ids }: Target): Promise<Seen> =>
  (await world.call(documentRoutes.read, { params: { ...ids } }, cookies.get('dan'))).body as unknown as Seen;

function actOf({ type, choice, mutation }: Step, sha256: string): object {
  const day = '2026-11-20';
  const hour =
    mutation === 'pastMinute' ? '2026-11-20T00:00:00.000Z' : new Date(Date.now() + 3_600_000).toISOString();
  const fields: Readonly<Record<string, unknown>> = {
    recordSecrecyReview: { ...CLEAN_REVIEW, sha256, ...(choice % 5 === 0 && { conclusion: 'doNotPublish' }) },
    justifyFinding: { finding: `idNumber:${choice}` },
    endCoordination: { coordinationId: '00000000-0000-4000-8000-000000000000', result: 'agreed' },
    passReview: { sha256 },
    resolveReport: { mayBePublished: choice % 2 === 0 },
    approve: { sha256, disclosureClass: choice % 7 === 0 ? 'withheld' : 'proactive' },
    schedule: { minute: hour },
    withdraw: { kind: 'error', hidesExistence: choice % 3 === 0 },
    followUpLeak: { duty: 'persons', answer: 'done', on: day },
    reevaluate: { on: day, keeps: true },
    handOver: { place: 'archives', on: day },
  };
  const own = fields[type];
  const forged = mutation === 'forgedFields' ? FORGED : {};
  return { type, ...(typeof own === 'object' ? own : {}), ...forged };
}

const contentFor = (choice: number, isBlocked: boolean) =>
  sent({
    title: `示范镇关于检修的公告（第${choice}稿）`,
    changeNote: '补充。',
    body: {
      type: 'doc',
      content: [
        paragraphOf(
          isBlocked ? '联系人身份证号码 110105194912310038。' : `检修安排第${choice}稿，现予公告。`,
        ),
      ],
    },
  });

/** Does one step; returns what was answered and whether it had to be refused whatever the state. */
async function take(drawn: Step, targets: readonly [Target, Target], isBlocked: boolean) {
  const target = targets[drawn.target];
  const seen = await look(target);
  const options = NEXT[seen.status] ?? [];
  const [type, who] = drawn.usual
    ? (options[drawn.choice % options.length] ?? [drawn.type, drawn.who])
    : [drawn.type, drawn.who];
  const one = { ...drawn, type, who };
  const other = targets[drawn.target === 0 ? 1 : 0];
  const own = seen.revision?.sha256 ?? '0'.repeat(64);
  const sha256 =
    one.mutation === 'otherHash'
      ? (other.hashes.at(-1) ?? 'a'.repeat(64))
      : one.mutation === 'oldHash'
        ? (target.hashes.find((hash) => hash !== own) ?? 'b'.repeat(64))
        : own;
  const regionId = one.mutation === 'otherRegion' ? world.otherCounty.regionId : target.ids.regionId;
  const params = { regionId, documentId: target.ids.documentId };
  const version = one.mutation === 'staleVersion' ? seen.version - 1 : seen.version;
  const replayed = one.mutation === 'replay' ? target.last : null;
  const texts =
    type === 'save'
      ? {}
      : Object.fromEntries(Object.keys(DOCUMENT_ACT_TEXTS[type]).map((key) => [key, '测试的说明。']));
  const act = actOf(one, sha256);
  const body =
    replayed?.body ??
    (type === 'save'
      ? { content: contentFor(one.choice, isBlocked), ...(one.mutation === 'forgedFields' && FORGED) }
      : { act, texts });
  const route = 'content' in body ? documentRoutes.save : documentRoutes.act;
  const headers = { 'if-match': `"${replayed?.version ?? version}"` };
  const cookie = cookies.get(replayed?.who ?? who);
  const answer = await world.call(route, { params, body } as never, cookie, headers);
  const usesHash = ['recordSecrecyReview', 'passReview', 'approve'].includes(type) && replayed === null;
  const mustFail =
    replayed !== null ||
    (replayed === null && Object.hasOwn(OUTSIDERS, who)) ||
    one.mutation === 'staleVersion' ||
    one.mutation === 'forgedFields' ||
    one.mutation === 'otherRegion' ||
    (one.mutation === 'pastMinute' && type === 'schedule') ||
    (usesHash && sha256 !== own);
  if (answer.status === 200) {
    target.last = { type, body, version, who };
    const hash = (answer.body as unknown as Seen).revision?.sha256;
    if (hash !== undefined && !target.hashes.includes(hash)) target.hashes.push(hash);
  }
  const words = `${who} ${type} (${one.mutation}) in ${seen.status}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`;
  return { answer, mustFail, words, type };
}

/** A second reading of the rules, on the rows alone: no decision of the program is asked. */
async function expectLawful({ ids }: Target, isBlocked: boolean): Promise<number> {
  const { server, owner } = world.database;
  const events = (await documentEvents(server, ids)).map(documentEventOf);
  const editions = await owner
    .selectFrom('document_edition')
    .selectAll()
    .where('document_id', '=', ids.documentId)
    .execute();
  const revisions = await owner
    .selectFrom('document_revision')
    .selectAll()
    .where('document_id', '=', ids.documentId)
    .execute();
  for (const { content, content_sha256 } of revisions) {
    expect(
      createHash('sha256')
        .update(canonicalJson(JSON.parse(content)))
        .digest('hex'),
    ).toBe(content_sha256);
  }
  if (isBlocked) expect(editions).toEqual([]);
  for (const [index, event] of events.entries()) {
    if (event.type !== 'publish' && event.type !== 'schedule') continue;
    const before = events.slice(0, index);
    const from = before.findLastIndex(({ type }) => type === 'submit');
    const submitted = before[from];
    if (submitted?.type !== 'submit') throw new Error('published without having been submitted');
    const since = before.slice(from + 1);
    expect(since.some(({ type }) => type === 'sendBack' || type === 'takeBack' || type === 'discard')).toBe(
      false,
    );
    const { sha256, authors } = submitted.revision;
    const review = since.findLast((one) => one.type === 'recordSecrecyReview');
    const passed = since.findLast((one) => one.type === 'passReview');
    const approval = since.findLast((one) => one.type === 'approve');
    expect(review).toMatchObject({ sha256, conclusion: expect.stringMatching(/^publish/) });
    expect(passed).toMatchObject({ sha256 });
    expect(approval).toMatchObject({ sha256, disclosureClass: 'proactive' });
    const writers = new Set([...authors, submitted.by]);
    for (const one of [review, passed, approval, event]) expect(writers).not.toContain(one?.by);
    expect(event.by).not.toBe(approval?.by);
    if (event.type === 'schedule') expect(event.minute > event.at).toBe(true);
  }
  for (const [index, event] of events.entries()) {
    const [name] = [...accounts].find(([, account]) => account === event.by) ?? [''];
    expect(INSIDE, event.type).toContain(name);
    const { by } = DOCUMENT_TRANSITIONS[event.type];
    expect(
      PEOPLE[name]?.some((role) => by.includes(role)),
      `${name} ${event.type}`,
    ).toBe(true);
    if (event.type === 'approveAfterwards' || event.type === 'declineAfterwards') {
      const urgent = events.slice(0, index).findLast((one) => one.type === 'publishUrgently');
      if (urgent?.type !== 'publishUrgently')
        throw new Error('approved afterwards without an urgent publication');
      expect([urgent.by, ...urgent.revision.authors]).not.toContain(event.by);
    }
  }
  for (const edition of editions) {
    const hash = edition.content_sha256;
    const cause = events.find(
      (one) =>
        ((one.type === 'publish' || one.type === 'publishUrgently') &&
          one.at === edition.visible_from.toISOString()) ||
        (one.type === 'schedule' && new Date(one.minute).getTime() === edition.visible_from.getTime()),
    );
    expect(cause, 'an edition without its act').toBeDefined();
    expect(revisions.find(({ revision }) => revision === edition.revision)?.content_sha256).toBe(hash);
    expect(edition.organ_id).toBe(world.township.organId);
    expect(edition.visible_from.getTime()).toBeGreaterThanOrEqual(new Date(cause?.at ?? 0).getTime());
  }
  return editions.length;
}

it(`two persons, secrecy, scope and minute hold whatever is called (seed ${SEED})`, {
  timeout: 120_000 + RUNS * 60_000,
}, async () => {
  const accepted = new Map<string, number>();
  let calls = 0;
  let editions = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 25, maxLength: 60 }),
      fc.integer({ min: 0, max: 3 }),
      async (steps, kind) => {
        const isBlocked = kind === 0;
        const plant = async (): Promise<Target> => {
          const ids = await plantDocument(world, world.township, contentFor(0, isBlocked) as never);
          return { ids, hashes: [], last: null };
        };
        const targets: readonly [Target, Target] = [await plant(), await plant()];
        for (const one of steps) {
          const { answer, mustFail, words, type } = await take(one, targets, isBlocked);
          calls += 1;
          expect([200, 403, 404, 409, 412, 422, 428], words).toContain(answer.status);
          if (mustFail) expect(answer.status, words).not.toBe(200);
          if (answer.status === 200) accepted.set(type, (accepted.get(type) ?? 0) + 1);
        }
        for (const target of targets) editions += await expectLawful(target, isBlocked);
      },
    ),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  process.stdout.write(
    `seed ${SEED}: ${calls} calls, ${editions} editions, accepted ${JSON.stringify(Object.fromEntries(accepted))}\n`,
  );
  expect(await verifyAudit(world.database.server)).toMatchObject({ intact: true });
  // The walk is no walk on the spot.
  for (const type of ['submit', 'passReview', 'approve']) expect(accepted.get(type) ?? 0).toBeGreaterThan(0);
  expect(editions).toBeGreaterThan(0);
});
