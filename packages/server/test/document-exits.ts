import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newMediaRoutes } from '@zhaoshi/contract/routes/new-media';
import { posterRoutes } from '@zhaoshi/contract/routes/posters';
import { verifyPath, verifyProofPath } from '@zhaoshi/portal/paths';
import { announcePublication, listenForPublications } from '../src/db/published-channel.ts';
import { publicMoment } from '../src/db/queries/published-moment.ts';
import { watchPublicClock } from '../src/http/page-cache-clock.ts';
import { loadAssets } from '../src/http/routes/assets.ts';
import { updateMirror } from '../src/portal-mirror/mirror.ts';
import type { World } from './api-world.ts';
import type { PlantedDocument } from './document-samples.ts';
import { until } from './job-recorder.ts';

/** Pages of forms and of applicants, styles and the console: nothing published stands there. */
const NOT_WALKED =
  /^\/(?:apply|follow|amend|display|console|assets|api|openapi|report-error|voice|verify)(?:[/?]|$)/;

const MOST_PAGES = 2000;

const linksIn = (body: string): readonly string[] =>
  [
    ...body.matchAll(/(?:href|src)="(\/[^"#]*)|<loc>([^<]+)<|"(?:url|home_page_url|feed_url)":\s*"([^"]+)"/g),
  ].flatMap(([, link, place, url]) => {
    const found = (link ?? place ?? url ?? '').replaceAll('&amp;', '&');
    const path = found.startsWith('/') ? found : URL.canParse(found) ? new URL(found).pathname : '';
    return path === '' || NOT_WALKED.test(path) ? [] : [path];
  });

/** Every address that answers, with what it says; found by links from the home page, sitemaps and feeds. */
export async function walkSite(
  world: World,
  more: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const queue = ['/', '/robots.txt', '/sitemap.xml', '/site-map', '/feed.atom', '/feed.json', ...more];
  for (const path of queue) {
    if (seen.has(path)) continue;
    if (seen.size > MOST_PAGES) throw new Error('the site has no end');
    const { statusCode, headers, body } = await world.app.inject({ method: 'GET', url: path });
    if (statusCode >= 500) throw new Error(`${path}: ${statusCode}`);
    const isText = /text|xml|json/.test(String(headers['content-type']));
    seen.set(path, statusCode === 404 ? '' : isText ? body : `(${body.length} bytes)`);
    if (isText) queue.push(...linksIn(body));
  }
  return seen;
}

/** Addresses of a document that somebody may guess, whatever its state. */
export const guessesOf = (path: string): readonly string[] => [
  path,
  `${path}/`,
  ...['docx', 'pdf', 'txt'].map((format) => `${path}/text.${format}`),
  ...[1, 2, 3].map((number) => `${path}/versions/${number}`),
  ...filesOf(path),
];

/** Files that a document has while it is public: its attachments and pictures, and what is made of its text. */
export const filesOf = (path: string): readonly string[] => [
  ...[1, 2, 3].map((number) => `${path}/files/${number}`),
  ...['a4', 'a3'].map((paper) => `${path}/poster-${paper}.pdf`),
];

/** What somebody keeps of an address: the mark of the content that was there. */
export async function marksOf(world: World, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const marks = new Map<string, string>();
  for (const url of paths) {
    const { statusCode, headers } = await world.app.inject({ method: 'GET', url });
    if (statusCode === 200 && typeof headers.etag === 'string') marks.set(url, headers.etag);
  }
  return marks;
}

/** Asks for an address as whoever has kept it does: for what is new, for a piece, for a piece of the same content. */
export async function askAgain(world: World, url: string, etag: string): Promise<readonly number[]> {
  const conditions: readonly Readonly<Record<string, string>>[] = [
    { 'if-none-match': etag },
    { range: 'bytes=0-3' },
    { range: 'bytes=0-3', 'if-range': etag },
  ];
  const answers: number[] = [];
  for (const headers of conditions) {
    for (const method of ['GET', 'HEAD'] as const) {
      answers.push((await world.app.inject({ method, url, headers })).statusCode);
    }
  }
  return answers;
}

/** What the console makes of a document for other platforms and for paper; empty where it makes nothing. */
export async function askChannels(
  world: World,
  cookie: string,
  documents: ReadonlyMap<string, PlantedDocument>,
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, params] of documents) {
    const article = await world.call(newMediaRoutes.article, { params }, cookie);
    answers.set(`article ${name}`, article.status === 200 ? JSON.stringify(article.body) : '');
    const file = await world.call(newMediaRoutes.articleFile, { params }, cookie);
    answers.set(`article file ${name}`, file.status === 200 ? '(bytes)' : '');
    const poster = await world.call(posterRoutes.file, { params, query: { paper: 'a4' } }, cookie);
    answers.set(`poster ${name}`, poster.status === 200 ? '(bytes)' : '');
  }
  return answers;
}

/** What finds a document by its words: the search, suggestions while typing, and the page of verification. */
export async function askAbout(
  world: World,
  words: readonly string[],
  checkCodes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const q of words) {
    const found = await world.app.inject({ method: 'GET', url: `/search?q=${encodeURIComponent(q)}` });
    // What was asked stands in the box of the search and in the line that says what was found.
    answers.set(`search ${q}`, found.body.replaceAll(`value="${q}"`, '').replaceAll(`“${q}”`, ''));
    const suggested = await world.app.inject({ method: 'POST', url: '/search/suggestions', payload: { q } });
    answers.set(`suggestions ${q}`, suggested.body);
  }
  for (const code of checkCodes) {
    answers.set(`verify ${code}`, (await world.app.inject({ method: 'GET', url: verifyPath(code) })).body);
    const proof = await world.app.inject({ method: 'GET', url: verifyProofPath(code) });
    answers.set(`proof ${code}`, proof.statusCode === 200 ? proof.body : '');
  }
  return answers;
}

const filesBelow = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );

/** The site as files, brought up to date; names and contents. */
export async function mirrored(world: World, folder: string): Promise<ReadonlyMap<string, string>> {
  const source = {
    published: world.database.portal,
    assets: await loadAssets(),
    styleSheet: '/assets/portal.css',
  };
  await updateMirror(folder, source, false);
  return new Map(
    filesBelow(join(folder, 'identity')).map((path) => [
      `mirror ${path.slice(folder.length)}`,
      readFileSync(path, 'utf8'),
    ]),
  );
}

interface FreshCache {
  /** Waits until everything has arrived that was told so far. */
  readonly caughtUp: () => Promise<void>;
  /** Waits until the cache knows that a moment has come. */
  readonly turnedAt: (moment: Date) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Lets the page cache of a world hear of publications and minutes, as that of a server does. */
export async function keepCacheFresh({ database, cache }: World): Promise<FreshCache> {
  const heard = new Set<string>();
  let turned = new Date(0);
  const clock = watchPublicClock({
    ask: () => publicMoment(database.server),
    onTurn: (span) => {
      cache.clear();
      turned = span?.to ?? new Date();
    },
    log: { error: () => {} },
  });
  const stop = await listenForPublications(database.logins.portal, (keys) => {
    if (keys === null) cache.clear();
    else cache.drop(keys);
    for (const key of keys ?? []) heard.add(key);
    clock.look();
  });
  return {
    caughtUp: async () => {
      // The database tells what it was told in the order of the commits.
      const mark = `/${randomUUID()}`;
      await database.server.transaction().execute((transaction) => announcePublication(transaction, [mark]));
      await until(() => Promise.resolve(heard.has(mark)));
    },
    turnedAt: (moment) => until(() => Promise.resolve(turned >= moment)),
    stop: async () => {
      await stop();
      await clock.stop();
    },
  };
}
