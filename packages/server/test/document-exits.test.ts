import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { type DocumentDesk, usualDesk } from './document-desk.ts';
import {
  askAbout,
  askAgain,
  askChannels,
  filesOf,
  guessesOf,
  keepCacheFresh,
  marksOf,
  mirrored,
  walkSite,
} from './document-exits.ts';
import { type PlantedDocument, plantDocument, sent } from './document-samples.ts';
import { plantFile } from './file-samples.ts';
import { png } from './sample-files.ts';

const LATE = { lateReason: '测试。' };
/** What is scheduled and cancelled again never comes. */
const FAR_MS = 3_600_000;

let world: World;
let desk: DocumentDesk;
/** Cookie of somebody beside author and publisher of what was urgent. */
let third: string;
let folder: string;
let fresh: Awaited<ReturnType<typeof keepCacheFresh>>;
/** When the scheduled ones become public. */
let minute: Date;

/** Words of an edition that stand nowhere else: in its title, its text, what it says beside them, and its attachment. */
const wordsOf = (name: string, edition = 1): readonly string[] =>
  ['题', '文', '概', '注', '图', '名', '附'].map((part) => `${part}${name}第${'零一二'[edition]}稿`);

/** The content of an edition, with an attachment that says what no other says, and a picture. */
async function contentOf(name: string, edition = 1) {
  const [title = '', text = '', abstract = '', note = '', shows = '', label = '', inside = ''] = wordsOf(
    name,
    edition,
  );
  const file = await plantFile(world, world.township, {
    name: '附件.txt',
    content: Buffer.from(`${inside}\n`),
  });
  const picture = await plantFile(world, world.township, { name: '图.png', content: png() });
  return {
    title: `示范镇关于${title}的公告`,
    documentNumber: `示${name}发〔2026〕${edition}号`,
    abstract: `概述${abstract}。`,
    createdOn: civilDateAt(new Date()),
    ...(edition > 1 && { changeNote: `改动${note}。` }),
    attachments: [{ fileId: file.fileId, name: label }],
    body: {
      type: 'doc' as const,
      content: [
        paragraphOf(`本公告${text}，自今日起施行。`),
        { type: 'image' as const, attrs: { fileId: picture.fileId, alt: shows } },
      ],
    },
  };
}

const act: DocumentDesk['act'] = (...given) => {
  world.setNow(new Date());
  return desk.act(...given);
};

const publish = (ids: PlantedDocument) => act(ids, 'publisher', { type: 'publish' }, LATE);
const schedule = (ids: PlantedDocument, at: Date) =>
  act(ids, 'publisher', { type: 'schedule', minute: at.toISOString() }, LATE);

async function sign(ids: PlantedDocument): Promise<void> {
  world.setNow(new Date());
  await desk.sign(ids);
}

/** Begins the next edition and writes it. */
async function rewrite(name: string, ids: PlantedDocument): Promise<void> {
  await act(ids, 'drafter', { type: 'revise' }, { reason: '补充。' });
  const { body } = await desk.read(ids);
  const saved = await world.call(
    documentRoutes.save,
    { params: { ...ids }, body: { content: sent(await contentOf(name, 2)) } },
    desk.cookie('drafter'),
    { 'if-match': `"${String(body['version'])}"` },
  );
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
}

const withdraw = (ids: PlantedDocument, hidesExistence: boolean) =>
  act(ids, 'leader', { type: 'withdraw', kind: 'error', hidesExistence }, { notice: '撤回公告专用语。' });

type Step = (name: string, ids: PlantedDocument) => Promise<unknown>;

interface State {
  /** Done before the pages are made for the first time, which are hot then. */
  readonly before: readonly Step[];
  readonly after: readonly Step[];
  /** Edition that the public sees after that; `null`: none. */
  readonly shown: 1 | 2 | null;
  /** Edition that it sees when the minute has come. */
  readonly shownLater?: 1 | 2 | null;
  /** Its address tells that it was withdrawn. */
  readonly hasNotice?: true;
  /** Edition 1 has a page of its own still. */
  readonly keepsFirst?: true;
}

const signed: Step = (_name, ids) => sign(ids);
const published: Step = (_name, ids) => publish(ids);
const scheduled: Step = (_name, ids) => schedule(ids, minute);
const scheduledFar: Step = (_name, ids) => schedule(ids, new Date(Date.now() + FAR_MS));
const submitted: Step = (_name, ids) => act(ids, 'drafter', { type: 'submit' });
const cancelled: Step = (_name, ids) =>
  act(ids, 'publisher', { type: 'cancelSchedule' }, { reason: '另择时间。' });
const urgent: Step = (_name, ids) =>
  act(ids, 'leader', { type: 'publishUrgently' }, { reason: '汛情紧急。' });
const declined: Step = async (_name, ids) => {
  world.setNow(new Date());
  const { body } = await desk.read(ids);
  const answer = await world.call(
    documentRoutes.act,
    {
      params: { ...ids },
      body: { act: { type: 'declineAfterwards' }, texts: { reason: '撤回公告专用语。' } },
    },
    third,
    { 'if-match': `"${String(body['version'])}"` },
  );
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const withdrawn: Step = (_name, ids) => withdraw(ids, false);
const hidden: Step = (_name, ids) => withdraw(ids, true);

const STATES: Readonly<Record<string, State>> = {
  甲草稿: { before: [], after: [], shown: null },
  乙送审: { before: [], after: [submitted], shown: null },
  丙签发: { before: [], after: [signed], shown: null },
  丁定时: { before: [signed], after: [scheduled], shown: null, shownLater: 1 },
  戊取消: { before: [signed, scheduledFar], after: [cancelled], shown: null },
  己公开: { before: [], after: [signed, published], shown: 1 },
  庚改稿: { before: [signed, published], after: [rewrite], shown: 1 },
  辛再签: { before: [signed, published, rewrite], after: [signed], shown: 1 },
  壬再定时: {
    before: [signed, published, rewrite, signed],
    after: [scheduled],
    shown: 1,
    shownLater: 2,
    keepsFirst: true,
  },
  癸换版: { before: [signed, published, rewrite, signed], after: [published], shown: 2, keepsFirst: true },
  子撤回: { before: [signed, published], after: [withdrawn], shown: null, hasNotice: true },
  丑隐去: { before: [signed, published], after: [hidden], shown: null },
  寅撤旧留新: {
    before: [signed, published, rewrite, signed],
    after: [scheduled, withdrawn],
    shown: null,
    shownLater: 2,
    hasNotice: true,
  },
  卯两版都撤: {
    before: [signed, published, rewrite, signed, published],
    after: [withdrawn],
    shown: null,
    hasNotice: true,
  },
  辰紧急: { before: [], after: [urgent], shown: 1 },
  巳补审否决: { before: [urgent], after: [declined], shown: null, hasNotice: true },
  午先撤后隐: {
    before: [signed, published, withdrawn, rewrite, signed, published],
    after: [hidden],
    shown: null,
  },
};

const planted = new Map<string, PlantedDocument>();

const pathOf = async ({ documentId }: PlantedDocument): Promise<string | null> => {
  const row = await world.database.owner
    .selectFrom('document')
    .select('public_name')
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return row.public_name === null ? null : `/east/township/documents/${row.public_name}`;
};

const NAMES = Object.keys(STATES);
const COLUMN = '/east/township';
const MORE = [`${COLUMN}/open-data`, '/east/organs/open-data', '/city/organs/open-data'];

/** Everything that the public can ask, with what it answers. */
async function everyExit(): Promise<ReadonlyMap<string, string>> {
  const paths = await Promise.all([...planted.values()].map(pathOf));
  const codes = await world.database.owner.selectFrom('document_edition').select('check_code').execute();
  const walked = await walkSite(world, [
    ...MORE,
    ...paths.flatMap((path) => (path === null ? [] : guessesOf(path))),
  ]);
  const words = NAMES.flatMap((name) => [1, 2].flatMap((edition) => wordsOf(name, edition).slice(0, 2)));
  const asked = await askAbout(
    world,
    words,
    codes.map(({ check_code }) => check_code),
  );
  const channels = await askChannels(world, desk.cookie('leader'), planted);
  return new Map([...walked, ...asked, ...channels, ...(await mirrored(world, folder))]);
}

const holding = (exits: ReadonlyMap<string, string>, words: string): readonly string[] =>
  [...exits].flatMap(([exit, body]) => (body.includes(words) ? [exit] : []));

/** Where an edition may be seen that a later one took the place of. */
const OF_EDITIONS = /\/versions\/1|^proof |^verify /;

async function check(exits: ReadonlyMap<string, string>, isLater: boolean): Promise<void> {
  for (const [name, state] of Object.entries(STATES)) {
    const shown = isLater ? (state.shownLater ?? state.shown) : state.shown;
    for (const edition of [1, 2] as const) {
      const [title = '', text = '', ...beside] = wordsOf(name, edition);
      const inside = beside.at(-1) ?? '';
      const context = `${name}, edition ${edition}, ${isLater ? 'after' : 'before'} the minute`;
      if (edition !== shown) {
        const places = [title, text, ...beside].flatMap((words) => holding(exits, words));
        const isKept = edition === 1 && shown === 2 && state.keepsFirst === true;
        expect(isKept ? places.filter((place) => !OF_EDITIONS.test(place)) : places, context).toEqual([]);
        // What an earlier edition had attached is gone with it, also where its text is kept.
        expect(holding(exits, inside), context).toEqual([]);
        if (isKept)
          expect(
            places.some((place) => place.includes('/versions/1')),
            context,
          ).toBe(true);
        continue;
      }
      const path = (await pathOf(planted.get(name) ?? { regionId: '', documentId: '' })) ?? '';
      const places = holding(exits, title);
      for (const exit of [
        path,
        `${COLUMN}/proactive`,
        `${COLUMN}/proactive/all`,
        `${COLUMN}/proactive/a21t-2`,
        `${COLUMN}/feed.atom`,
        `${COLUMN}/feed.json`,
        `search ${title}`,
        `search ${text}`,
        `suggestions ${title}`,
        `mirror /identity${path}/index.html`,
      ]) {
        expect(places, `${context}: ${exit}`).toContain(exit);
      }
      for (const exit of [path, `article ${name}`]) expect(holding(exits, text), context).toContain(exit);
      expect(holding(exits, inside), context).toContain(`${path}/files/1`);
      for (const exit of [
        `${path}/files/2`,
        `${path}/poster-a4.pdf`,
        `${path}/poster-a3.pdf`,
        `article file ${name}`,
        `poster ${name}`,
      ]) {
        expect(exits.get(exit), `${context}: ${exit}`).not.toBe('');
      }
      expect(
        holding(exits, path).some((exit) => exit.startsWith('/sitemaps/')),
        context,
      ).toBe(true);
    }
  }
}

/** Where nothing is public, no file is, and nothing is made of it. */
async function checkFilesGone(exits: ReadonlyMap<string, string>, isLater: boolean): Promise<void> {
  for (const [name, { shown, shownLater = shown }] of Object.entries(STATES)) {
    if ((isLater ? shownLater : shown) !== null) continue;
    const path = await pathOf(planted.get(name) ?? { regionId: '', documentId: '' });
    const files = [`article ${name}`, `article file ${name}`, `poster ${name}`];
    if (path !== null) files.push(...filesOf(path));
    for (const exit of files) expect([exit, exits.get(exit)]).toEqual([exit, '']);
  }
}

/** The marks of the first walk, by address. */
let kept: ReadonlyMap<string, string>;

/** Whoever kept something is told the truth: unchanged where it is, another content or nothing where that is so. */
async function checkKept(isLater: boolean): Promise<void> {
  expect(kept.size).toBeGreaterThan(20);
  for (const [name, { before, shown, shownLater = shown }] of Object.entries(STATES)) {
    const path = await pathOf(planted.get(name) ?? { regionId: '', documentId: '' });
    const now = isLater ? shownLater : shown;
    const isFirst = now === 1 && before.includes(published);
    for (const [url, etag] of kept) {
      if (path === null || !url.startsWith(`${path}/`)) continue;
      const [known, knownHead, ...pieces] = await askAgain(world, url, etag);
      const context = `${name} ${url} ${isLater}`;
      if (now === null) {
        expect([...new Set([known, knownHead, ...pieces])], context).toEqual([404]);
      } else if (isFirst) {
        expect([known, knownHead], context).toEqual([304, 304]);
      } else if (!url.endsWith('/files/2')) {
        // The picture alone has the same bytes in each edition.
        expect([known, knownHead], context).toEqual([200, 200]);
      }
    }
  }
}

async function checkNotices(exits: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, { hasNotice = false, shown, shownLater = shown }] of Object.entries(STATES)) {
    const path = await pathOf(planted.get(name) ?? { regionId: '', documentId: '' });
    if (path === null || shown !== null || shownLater !== null) continue;
    const { statusCode, body } = await world.app.inject({ method: 'GET', url: path });
    expect([name, statusCode]).toEqual([name, hasNotice ? 410 : 404]);
    expect(body.includes('撤回公告专用语'), name).toBe(hasNotice);
    // Its address is told to nobody who does not have it already.
    const telling = holding(exits, `${path}"`).filter(
      (exit) => !exit.startsWith(path) && !exit.startsWith('verify'),
    );
    expect(telling, name).toEqual([]);
  }
}

async function run(steps: 'before' | 'after'): Promise<void> {
  for (const [name, state] of Object.entries(STATES)) {
    const ids = planted.get(name);
    if (ids === undefined) throw new Error(name);
    for (const step of state[steps]) await step(name, ids);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-exits-'));
  world = await createWorld();
  world.setNow(new Date());
  desk = await usualDesk(world, world.township);
  third = await world.signedIn(world.township, 'disclosureOfficeHead');
  fresh = await keepCacheFresh(world);
}, 120_000);

afterAll(async () => {
  await fresh.stop();
  await world.close();
  rmSync(folder, { recursive: true });
});

describe('a document in every state, at every exit of the public site', () => {
  it('is seen where and when it is public, and nowhere else, with hot pages or cold', {
    timeout: 900_000,
  }, async () => {
    for (const name of NAMES) {
      planted.set(name, await plantDocument(world, world.township, await contentOf(name)));
    }
    const begun = Date.now();
    await run('before');
    const hot = await everyExit();
    expect(hot.size).toBeGreaterThan(100);
    const paths = await Promise.all([...planted.values()].map(pathOf));
    kept = await marksOf(
      world,
      paths.flatMap((path) => (path === null ? [] : filesOf(path))),
    );
    // Long enough for as much again, however busy the machine is.
    minute = new Date(Date.now() + 20_000 + 2 * (Date.now() - begun));
    await run('after');
    expect(Date.now(), 'the machine was too slow for the minute').toBeLessThan(minute.getTime() - 10_000);
    await fresh.caughtUp();
    const exits = await everyExit();
    await check(exits, false);
    await checkFilesGone(exits, false);
    await checkKept(false);
    await checkNotices(exits);
    await sleep(Math.max(0, minute.getTime() - Date.now()));
    await fresh.turnedAt(minute);
    const later = await everyExit();
    await check(later, true);
    await checkFilesGone(later, true);
    await checkKept(true);
    await checkNotices(later);
  });
});
