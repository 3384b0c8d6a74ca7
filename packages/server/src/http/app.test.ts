import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DOWNLOADS } from '@zhaoshi/portal/pages/report-parts';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemonstrationDatabase } from '../../test/demonstration-database.ts';
import { testApi } from '../../test/test-api.ts';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { listenForPublications } from '../db/published-channel.ts';
import { publishReport } from '../use-cases/annual-report/publish-report.ts';
import { createApp } from './app.ts';
import { createPageCache } from './page-cache.ts';
import { type Assets, loadAssets } from './routes/assets.ts';

const REPORT = '/hedong/jindian/annual-reports/2021';
const PAGES = ['/', '/accessibility', '/hedong/jindian', '/hedong/jindian/annual-reports', REPORT];

let test: TestDatabase;
let assets: Assets;
let app: FastifyInstance;
let stopListening: () => Promise<void>;
let invalidated = 0;
const log: string[] = [];

beforeAll(async () => {
  test = await createDemonstrationDatabase();
  assets = await loadAssets();
  const cache = createPageCache(1_000_000);
  stopListening = await listenForPublications(test.logins.portal, () => {
    invalidated += 1;
    cache.clear();
  });
  app = createApp({
    portal: { published: test.portal, cache },
    api: testApi(test.context),
    assets,
    consoleFiles: { page: null, bodies: new Map() },
    isReady: () => Promise.resolve(true),
    log: (line) => log.push(line),
  });
});

afterAll(async () => {
  await app.close();
  await stopListening();
  await test.drop();
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'GET', url, headers });

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const elements = (node: Node): Element[] => {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...inner] : inner;
};

const attribute = (element: Element, name: string) =>
  element.attrs.find((found) => found.name === name)?.value;

describe('every page', () => {
  it.each(PAGES)('%s is well-formed, in Chinese, whole without scripts and inline styles', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    const errors: string[] = [];
    const all = elements(parse(response.body, { onParseError: ({ code }) => errors.push(code) }));
    expect(errors).toEqual([]);
    expect(all.filter(({ tagName }) => ['script', 'style', 'iframe'].includes(tagName))).toEqual([]);
    expect(all.filter((element) => element.attrs.some(({ name }) => /^(?:style$|on)/.test(name)))).toEqual(
      [],
    );
    expect(all.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(PAGES)('%s links only to what is there', async (url) => {
    const links = elements(parse((await get(url)).body)).flatMap(
      (element) => attribute(element, 'href') ?? [],
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of new Set(links)) {
      if (link.startsWith('#')) continue;
      expect(link).toMatch(/^\/(?!\/)/);
      expect([200, 303], link).toContain((await get(link)).statusCode);
    }
  });

  it.each([...PAGES, '/nothing', '/healthz', '/readyz', '/robots.txt', '/favicon.svg'])(
    '%s carries the security headers and a request id of the server',
    async (url) => {
      const { headers } = await get(url, { 'x-request-id': 'chosen-by-the-caller' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('is answered to HEAD without a body', async () => {
    const response = await app.inject({ method: 'HEAD', url: REPORT });
    expect([response.statusCode, response.body]).toEqual([200, '']);
  });

  it.each(PAGES)('%s is sent compressed, and not again to who has it', async (url) => {
    const plain = await get(url);
    const br = await get(url, { 'accept-encoding': 'gzip, br' });
    const gz = await get(url, { 'accept-encoding': 'gzip, br;q=0' });
    expect(brotliDecompressSync(br.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(gunzipSync(gz.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(new Set([plain, br, gz].map(({ headers }) => headers.etag)).size).toBe(3);
    const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['vary']).toBe('accept-encoding, cookie');
  });
});

describe('a report', () => {
  it('shows its figures in tables whose cells name their headers', async () => {
    const all = elements(parse((await get(REPORT)).body));
    const ids = new Set(all.flatMap((element) => attribute(element, 'id') ?? []));
    const tables = all.filter(({ tagName }) => tagName === 'table');
    expect(
      tables.filter(
        ({ parentNode }) => parentNode !== null && 'tagName' in parentNode && parentNode.tagName !== 'figure',
      ),
    ).toHaveLength(3);
    const named = all.flatMap((element) => attribute(element, 'headers')?.split(' ') ?? []);
    expect(named.length).toBeGreaterThan(300);
    expect(named.every((id) => ids.has(id))).toBe(true);
  });

  it.each(DOWNLOADS)('can be taken home as $format with the same figures', async ({ format }) => {
    const response = await get(`${REPORT}/report.${format}`);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-disposition']).toBe(`attachment; filename="jindian-2021.${format}"`);
    const read = await readReportFile(response.rawPayload);
    const published = await test.server
      .selectFrom('report_cell')
      .innerJoin('annual_report', 'annual_report.report_id', 'report_cell.report_id')
      .select(['cell_id', 'value'])
      .where('report_year', '=', 2021)
      .where('value', 'is not', null)
      .execute();
    expect(published.length).toBeGreaterThan(100);
    const cells: Readonly<Record<string, { readonly value: number | null } | undefined>> = read.ok
      ? read.value.report.cells
      : {};
    expect(published.filter(({ cell_id, value }) => cells[cell_id]?.value !== value)).toEqual([]);
  });

  it('shows the hash of the JSON file that can be taken home', async () => {
    const file = await get(`${REPORT}/report.json`);
    const hash = createHash('sha256').update(file.rawPayload).digest('hex');
    expect((await get(REPORT)).body).toContain(`<code>${hash}</code>`);
  });

  it('says that a title is the page’s where the report has none', async () => {
    const remark = '原件没有标题，页面标题由平台拟写';
    expect((await get('/hexi/yilan/annual-reports/2020')).body).toContain(remark);
    expect((await get(REPORT)).body).not.toContain(remark);
  });

  it('changes on the page as soon as a new version is published', async () => {
    expect((await get(REPORT)).body).toContain('第 1 版');
    const json = await get(`${REPORT}/report.json`);
    const read = await readReportFile(json.rawPayload);
    if (!read.ok) throw new Error(read.error.message);
    const row = await test.server
      .selectFrom('organ')
      .select(['region_id', 'organ_id'])
      .where('slug', '=', 'jindian')
      .executeTakeFirstOrThrow();
    const before = invalidated;
    const report = { ...read.value.report, title: '<b>更正</b>&后' };
    await publishReport(test.context, {
      actor: 'system:test',
      regionId: row.region_id,
      organId: row.organ_id,
      reportYear: 2021,
      read: { ...read.value, report },
    });
    await expect.poll(() => invalidated).toBe(before + 1);
    const { body } = await get(REPORT);
    expect(body).toContain('第 2 版');
    expect(body).toContain('<h1>&lt;b&gt;更正&lt;/b&gt;&amp;后</h1>');
    expect((await get('/')).body).toContain('&lt;b&gt;更正&lt;/b&gt;&amp;后');
  });
});

describe('addresses that are not there', () => {
  it.each([
    '/nothing',
    '/nobody',
    '/hedong/nobody',
    '/HEDONG/jindian',
    '/hedong/jindian/annual-reports/1999',
    '/hedong/jindian/annual-reports/02021',
    '/hedong/jindian/annual-reports/2021/report.exe',
    '/hexi/jindian',
    '/hedong/%2e%2e/jindian',
    '/hedong/..%2fjindian',
    '/%zz',
    '//hedong/jindian',
    `/${'a'.repeat(300)}/x`,
    "/hedong/jindian'%20or%201=1--",
    '/hedong/%00',
  ])('%s gets the page that says so, uncached', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(404);
    expect(response.body).toContain('没有找到这个页面');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    expect(response.body).not.toContain('jindian&#39;');
  });

  it('answers other methods the same way', async () => {
    expect((await app.inject({ method: 'POST', url: '/', payload: 'x=1' })).statusCode).toBe(404);
  });
});

describe('display', () => {
  it('is kept in a cookie and leads back to the page', async () => {
    const response = await get(`/display?text=large&contrast=high&back=${encodeURIComponent(REPORT)}`);
    expect([response.statusCode, response.headers.location]).toEqual([303, REPORT]);
    expect(response.headers['set-cookie']).toContain('display=large-high;');
    const { body } = await get(REPORT, { cookie: 'a=b; display=large-high' });
    expect(body).toContain('class="large-text high-contrast"');
    expect((await get(REPORT)).body).toContain('class=""');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/a\r\nx: y', 'javascript:alert(1)'])(
    'never leads to another site: %s',
    async (back) => {
      const response = await get(`/display?text=large&back=${encodeURIComponent(back)}`);
      expect(response.headers.location).toBe('/');
    },
  );

  it.each([
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { 'x-original-url': '/evil' },
    { cookie: 'display="><script>' },
  ])('no header changes what others get: %o', async (headers) => {
    const before = (await get('/accessibility')).body;
    expect((await get('/accessibility', headers as unknown as Record<string, string>)).body).toBe(before);
    expect((await get('/accessibility')).body).toBe(before);
  });
});

describe('running it', () => {
  it('tells health and readiness', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('keeps the style sheet for ever, under a name of its content', async () => {
    const response = await get(assets.styleSheet);
    expect(response.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(response.headers['cache-control']).toContain('immutable');
    expect(response.body).not.toMatch(/@import|url\(|https?:/);
  });

  it('logs one line for each answer, without the address or anything of the reader', async () => {
    log.length = 0;
    await get('/hedong/someone-private?q=张三', { 'user-agent': 'browser-of-张三', cookie: 'secret=1' });
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0]!)).toMatchObject({ method: 'GET', route: '/:region/:organ', status: 404 });
    expect(log[0]).not.toMatch(/someone-private|张三|secret|127\.0\.0\.1/);
  });

  it('shows a page with the number of the fault when the database is gone, and is not ready', async () => {
    const own = await createTestDatabase();
    const lost = createApp({
      portal: { published: own.portal, cache: createPageCache(1000) },
      api: testApi(own.context),
      assets,
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(false),
      log: null,
    });
    await own.drop();
    const response = await lost.inject('/');
    expect(response.statusCode).toBe(500);
    expect(response.body).toContain(response.headers['x-request-id']);
    expect(response.body).not.toContain('pool');
    expect((await lost.inject('/readyz')).statusCode).toBe(503);
    await lost.close();
  });
});
