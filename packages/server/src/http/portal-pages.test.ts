import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testApi } from '../../test/test-api.ts';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { loadDemonstration } from '../use-cases/demonstration/load-demonstration.ts';
import { createApp } from './app.ts';
import { createPageCache, type PageCache } from './page-cache.ts';
import { loadAssets } from './routes/assets.ts';

const ORIGIN = 'https://www.example.gov.cn';
const REPORT = '/hedong/jindian/annual-reports/2021';

let test: TestDatabase;
let app: FastifyInstance;
let cache: PageCache;
let address: string;

beforeAll(async () => {
  test = await createTestDatabase();
  await loadDemonstration(test.context);
  // What organs enter about themselves is entered by the tests.
  for (const table of [
    'setting',
    'organ_contact',
    'leading_group_member',
    'leading_group',
    'disclosure_office',
  ] as const)
    await test.owner.deleteFrom(table).execute();
  cache = createPageCache(10_000_000);
  app = createApp({
    portal: { published: test.portal, cache, origin: ORIGIN },
    api: testApi(test.context),
    assets: await loadAssets(),
    consoleFiles: { page: null, bodies: new Map() },
    isReady: () => Promise.resolve(true),
    log: null,
  });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app.close();
  await test.drop();
});

beforeEach(() => cache.clear());

type Headers = Readonly<Record<string, string | readonly string[]>>;

const get = (url: string, headers: Headers = {}): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'GET', url, headers: headers as Record<string, string> });

type Element = DefaultTreeAdapterTypes.Element;

const elements = (node: DefaultTreeAdapterTypes.Node): Element[] => {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...inner] : inner;
};

const attribute = (element: Element, name: string) =>
  element.attrs.find((found) => found.name === name)?.value;

const metaOf = (body: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    elements(parse(body)).flatMap((element) => {
      const name = attribute(element, 'name');
      return element.tagName === 'meta' && name !== undefined
        ? [[name, attribute(element, 'content') ?? '']]
        : [];
    }),
  );

const organKey = async (slug: string) =>
  await test.server
    .selectFrom('organ')
    .select(['region_id', 'organ_id'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();

describe('what pages say of themselves', () => {
  it('uses the names of government sites and leaves out what is not known', async () => {
    const meta = metaOf((await get(REPORT)).body);
    expect(meta).toMatchObject({
      SiteName: '昭示市政府信息公开',
      SiteDomain: 'www.example.gov.cn',
      ColumnName: '政府信息公开年报',
      ColumnType: '政府信息公开',
      ContentSource: '金殿镇人民政府',
    });
    expect(meta['PubDate']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(meta['ArticleTitle']).toContain('2021');
    expect(meta['SiteIDCode']).toBeUndefined();
    expect(metaOf((await get('/hedong')).body)['ArticleTitle']).toBeUndefined();
  });

  it('names one canonical address, of the operator’s site', async () => {
    const canonical = async (path: string) =>
      elements(parse((await get(path)).body)).flatMap((element) =>
        attribute(element, 'rel') === 'canonical' ? attribute(element, 'href') : [],
      );
    expect(await canonical('/hedong/jindian')).toEqual([`${ORIGIN}/hedong/jindian`]);
    expect(await canonical('/zhaoshi')).toEqual([`${ORIGIN}/`]);
    expect(await canonical('/hedong/organs?group=township')).toEqual([`${ORIGIN}/hedong/organs`]);
    expect(await canonical('/search?q=x')).toEqual([]);
  });

  it('shows the registration of the settings, of the site’s keys alone', async () => {
    expect((await get('/')).body).not.toContain('网站标识码');
    expect((await get('/')).body).toContain('主办单位：昭示市人民政府');
    const { region_id, organ_id } = await test.server
      .selectFrom('organ')
      .innerJoin('region', 'region.region_id', 'organ.region_id')
      .select(['organ.region_id', 'organ_id'])
      .where('region.parent_id', 'is', null)
      .where('organ.parent_id', 'is', null)
      .executeTakeFirstOrThrow();
    const set = async (key: string, value: unknown): Promise<void> => {
      await test.server
        .insertInto('setting')
        .values({ region_id, organ_id, key, value: JSON.stringify(value), changed_at: new Date() })
        .execute();
    };
    await set('site.identificationCode', '4100000001');
    await set('site.icpNumber', '<b>ICP备1号</b>');
    await set('security.idleMinutes', 7);
    cache.clear();
    const { body } = await get('/hexi/yilan');
    expect(body).toContain('网站标识码：4100000001');
    expect(body).toContain('&lt;b&gt;ICP备1号&lt;/b&gt;');
    expect(metaOf(body)['SiteIDCode']).toBe('4100000001');
    const seen = await test.portal.selectFrom('published.setting').select('key').execute();
    expect(seen.map(({ key }) => key).toSorted()).toEqual(['site.icpNumber', 'site.identificationCode']);
  });
});

describe('a column', () => {
  it.each([
    ['guide', '政府信息公开指南', '本机关还没有在本平台发布政府信息公开指南。'],
    ['rules', '政府信息公开制度', '本机关还没有在本平台发布政府信息公开制度。'],
    ['proactive', '法定主动公开内容', '本机关还没有在本平台发布法定主动公开内容。'],
    ['annual-reports', '政府信息公开年报', '2021'],
    ['application', '依申请公开', '本平台还不能在线提交申请。'],
  ])('has the block %s, which says what is in it', async (block, name, words) => {
    const { body } = await get(`/hedong/jindian/${block}`);
    expect(body).toContain(`<h1>金殿镇人民政府<br>${name}</h1>`);
    expect(body).toContain(words);
  });

  it('shows what was entered of the organ, each in its block', async () => {
    const organ = await organKey('kengzaikou');
    await test.server
      .insertInto('organ_contact')
      .values({ ...organ, address: '<b>坑仔口镇</b>', phone: '' })
      .execute();
    await test.server
      .insertInto('disclosure_office')
      .values({ ...organ, name: '镇党政办公室', phone: '0595-1', duties: ['办理公开事宜'], version: 2 })
      .execute();
    await test.server
      .insertInto('leading_group')
      .values({ ...organ, name: '公开工作领导小组', version: 2 })
      .execute();
    const member = { member_id: randomUUID(), post: '镇长', duty: 'head' as const, valid_from: '2020-01-01' };
    await test.server
      .insertInto('leading_group_member')
      .values({ ...organ, ...member, name: '示例人', position: 1 })
      .execute();
    const bodyOf = async (block: string) => (await get(`/hedong/kengzaikou/${block}`)).body;
    expect(await bodyOf('proactive')).toContain('<dt>办公地址</dt><dd>&lt;b&gt;坑仔口镇&lt;/b&gt;</dd>');
    expect(await bodyOf('proactive')).not.toContain('联系电话');
    expect(await bodyOf('guide')).toContain('<dt>联系电话</dt><dd>0595-1</dd>');
    expect(await bodyOf('application')).toContain('镇党政办公室');
    expect(await bodyOf('rules')).toContain('<th scope="row">组长</th><td>示例人</td><td>镇长</td>');
    expect(await bodyOf('rules')).toContain('<li>办理公开事宜</li>');
  });

  it('stands under its region, and the region under the city', async () => {
    const { body } = await get('/hedong/jindian');
    expect(body).toContain('<li><a href="/">首页</a></li><li><a href="/hedong">河东县</a></li>');
    expect((await get('/zhaoshi/education')).body).not.toContain('<a href="/zhaoshi">');
  });
});

describe('the list of organs', () => {
  it('is filtered by group and level', async () => {
    const names = async (query: string) =>
      [...(await get(`/hedong/organs${query}`)).body.matchAll(/<li><a href="\/hedong\/([a-z-]+)">/g)].map(
        ([, slug]) => slug,
      );
    const rows = await test.portal
      .selectFrom('published.organ_record as organ')
      .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
      .select(['organ.slug', 'organ.kind', 'organ.level'])
      .where('region.slug', '=', 'hedong')
      .orderBy('organ.slug')
      .execute();
    const sorted = async (query: string) =>
      (await names(query)).toSorted((x = '', y = '') => (x < y ? -1 : 1));
    const slugs = (wanted: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(wanted).map(({ slug }) => slug);
    expect(rows.length).toBeGreaterThan(4);
    expect(await sorted('')).toEqual(slugs(() => true));
    expect(await sorted('?group=township')).toEqual(
      slugs(({ kind }) => ['township', 'subdistrictOffice'].includes(kind)),
    );
    expect(await sorted('?group=government&level=county')).toEqual(
      slugs(({ kind }) => ['countyGovernment', 'governmentOrgan'].includes(kind)),
    );
    expect(await names('?group=township&level=county')).toEqual([]);
  });

  it('does not let made-up filters into the cache or the page', async () => {
    const plain = (await get('/hedong/organs')).body;
    const before = cache.stats().entries;
    for (const query of ['?group=%3Cscript%3E', '?level=x&group=y', '?group=a&group=b', '?other=1'])
      expect((await get(`/hedong/organs${query}`)).body).toBe(plain);
    expect(cache.stats().entries).toBe(before);
  });
});

describe('charts', () => {
  it('show blanks as blanks', async () => {
    const { body } = await get('/hedong/kengzaikou/annual-reports/2020');
    const charts = elements(parse(body)).filter(({ tagName }) => tagName === 'svg');
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) expect(attribute(chart, 'role')).toBe('img');
    expect(body).toContain('class="value missing"');
    expect(body).not.toMatch(/<svg[^>]*style=/);
  });
});

describe('the search', () => {
  const search = async (q: string) => await get(`/search?q=${encodeURIComponent(q)}`);
  const paths = (body: string) => [...body.matchAll(/<li><a href="([^"]+)">/g)].map(([, path]) => path);

  it.each(['金殿镇', '金殿', '金殿镇 2021', '２０２１', '金殿 公开'])('finds the report by %s', async (q) => {
    const response = await search(q);
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('private, no-store');
    expect(paths(response.body)).toContain(REPORT);
    expect(response.body).toContain('<mark>');
  });

  it('finds organs by name', async () => {
    expect(paths((await search('教育局')).body)).toContain('/zhaoshi/education');
  });

  it.each(['', ' ', '长', 'a b'])('asks for more than %j', async (q) => {
    const { body, statusCode } = await search(q);
    expect(statusCode).toBe(200);
    expect(body).toMatch(/请至少输入两个字|请在上方输入/);
  });

  it.each([
    "' or 1=1 --",
    '%%',
    '__',
    '\\\\',
    '"><script>alert(1)</script>',
    '\u0000\u0000abc',
    '(a+)+$'.repeat(20),
    '\ud800\ud800',
    '🂡🂢',
    "'; drop table search_entry; --",
  ])('takes %j for words', async (q) => {
    const { body, statusCode } = await get(`/search?q=${encodeURIComponent(q.toWellFormed())}`);
    expect(statusCode).toBe(200);
    expect(paths(body).filter((path) => path?.startsWith('/hedong') === true)).toEqual([]);
    expect(body).not.toContain('<script');
  });

  it.each([
    '/search?q=a&q=b',
    '/search?q[]=公开',
    '/search?after=x',
    '/search?q=%E5%85%AC%E5%BC%80&after=9-9',
  ])('bears %s', async (url) => {
    expect((await get(encodeURI(decodeURI(url)))).statusCode).toBe(200);
  });

  it('goes on from page to page without a gap or a repetition', async () => {
    const { region_id, organ_id } = await organKey('education');
    const rows = Array.from({ length: 45 }, (_, index) => ({
      region_id,
      entry_id: randomUUID(),
      kind: 'annualReport' as const,
      organ_id,
      title: `分页检验${index}`,
      body: '',
      numbers: '',
      folded: `分页检验${index}`,
      bigrams: [],
      // Several have the same moment.
      published_at: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 7))),
      path: `/zhaoshi/education/annual-reports/${3000 + index}`,
    }));
    await test.server.insertInto('search_entry').values(rows).execute();
    const found: string[] = [];
    let next: string | undefined = `/search?q=${encodeURIComponent('分页检验')}`;
    while (next !== undefined) {
      const { body }: LightMyRequestResponse = await get(next.replaceAll('&amp;', '&'));
      found.push(
        ...paths(body).flatMap((path) => (path?.includes('/annual-reports/3') === true ? [path] : [])),
      );
      next = /<a href="([^"]+)" rel="next">/.exec(body)?.[1];
    }
    expect(found).toHaveLength(45);
    expect(new Set(found).size).toBe(45);
    await test.server.deleteFrom('search_entry').where('title', 'like', '分页检验%').execute();
  });
});

describe('what is not public yet', () => {
  const TITLE = '尚未公布的年度报告';

  it('is nowhere: page, file, list, search, feeds, sitemap', async () => {
    const organ = await organKey('education');
    const key = { region_id: organ.region_id, report_id: randomUUID() };
    const later = new Date(Date.now() + 3_600_000);
    const { content } = await test.server
      .selectFrom('report_version')
      .select('content')
      .executeTakeFirstOrThrow();
    await test.server
      .insertInto('annual_report')
      .values({ ...key, organ_id: organ.organ_id, report_year: 2025 })
      .execute();
    await test.server
      .insertInto('report_version')
      .values({
        ...key,
        version: 1,
        title: TITLE,
        content,
        content_sha256: '0'.repeat(64),
        published_at: later,
      })
      .execute();
    await test.server
      .insertInto('search_entry')
      .values({
        region_id: organ.region_id,
        entry_id: key.report_id,
        kind: 'annualReport',
        organ_id: organ.organ_id,
        title: TITLE,
        body: TITLE,
        numbers: '',
        folded: TITLE,
        bigrams: [],
        published_at: later,
        path: '/zhaoshi/education/annual-reports/2025',
      })
      .execute();
    for (const path of ['', '/report.json', '/report.pdf'])
      expect((await get(`/zhaoshi/education/annual-reports/2025${path}`)).statusCode).toBe(404);
    for (const path of [
      '/',
      '/zhaoshi',
      '/zhaoshi/education',
      '/zhaoshi/education/annual-reports',
      '/feed.atom',
      '/feed.json',
      '/zhaoshi/education/feed.atom',
      '/sitemaps/zhaoshi.xml',
    ]) {
      const { body, statusCode } = await get(path);
      expect(statusCode, path).toBe(200);
      expect(body, path).not.toContain(TITLE);
      expect(body, path).not.toContain('annual-reports/2025');
    }
    const { body } = await get(`/search?q=${encodeURIComponent(TITLE)}`);
    expect(body).toContain('没有找到');
    expect(body).not.toContain('annual-reports/2025');
  });

  it('does not take the place of what is public', async () => {
    const organ = await organKey('duandian');
    const { report_id } = await test.server
      .selectFrom('annual_report')
      .select('report_id')
      .where('organ_id', '=', organ.organ_id)
      .executeTakeFirstOrThrow();
    const { content } = await test.server
      .selectFrom('report_version')
      .select('content')
      .where('report_id', '=', report_id)
      .executeTakeFirstOrThrow();
    await test.server
      .insertInto('report_version')
      .values({
        region_id: organ.region_id,
        report_id,
        version: 2,
        title: TITLE,
        content,
        content_sha256: '1'.repeat(64),
        published_at: new Date(Date.now() + 3_600_000),
      })
      .execute();
    const { body, statusCode } = await get('/hedong/duandian/annual-reports/2019');
    expect(statusCode).toBe(200);
    expect(body).toContain('第 1 版');
  });
});

describe('feeds and sitemaps', () => {
  it.each(['/feed.atom', '/hedong/feed.atom', '/hedong/jindian/feed.atom'])(
    '%s is an Atom feed',
    async (url) => {
      const { body, headers } = await get(url);
      expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      expect(body).toContain(`<id>${ORIGIN}${REPORT}</id>`);
      expect(body).not.toContain('<id>/');
      expect(body.includes('/hexi/')).toBe(url === '/feed.atom');
    },
  );

  it('has the same items as JSON', async () => {
    const feed: { readonly version: string; readonly items: readonly { readonly url: string }[] } = (
      await get('/hedong/feed.json')
    ).json();
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items.map(({ url }) => url)).toContain(`${ORIGIN}${REPORT}`);
  });

  it('is told of by the pages', async () => {
    expect((await get('/hedong/jindian')).body).toContain('href="/hedong/jindian/feed.atom"');
  });

  it('lists every page once, and each is there', async () => {
    const locations = (body: string) =>
      [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found]) => found ?? '');
    expect((await get('/robots.txt')).body).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    const parts = locations((await get('/sitemap.xml')).body);
    expect(parts).toHaveLength(4);
    const pages: string[] = [];
    for (const part of parts) pages.push(...locations((await get(part.slice(ORIGIN.length))).body));
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toContain(`${ORIGIN}${REPORT}`);
    for (const page of pages) {
      expect(page.startsWith(`${ORIGIN}/`)).toBe(true);
      expect((await get(page.slice(ORIGIN.length))).statusCode, page).toBe(200);
    }
  });

  it.each(['/sitemaps/1.xml', '/sitemaps/nobody.xml', '/nobody/feed.atom', '/hedong/nobody/feed.json'])(
    '%s is not there',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Over the wire, where ready pages go out before the routes; path and headers as they are given. */
const fetchRaw = (path: string, headers: Headers = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const sent = request(
      { hostname, port, path, headers: headers as Record<string, string>, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });

/** What may differ between two answers to the same question. */
const comparable = ({ status, headers, body }: Answer) => {
  const {
    date: _date,
    'x-request-id': id,
    connection: _connection,
    'keep-alive': _keep,
    ...others
  } = headers;
  return { status, others, hasId: typeof id === 'string', body: body.toString('base64') };
};

describe('ready pages', () => {
  it.each([
    {},
    { 'accept-encoding': 'br' },
    { 'accept-encoding': 'gzip;q=0.5' },
    { 'accept-encoding': 'br;q=0' },
    { cookie: 'display=large-high' },
    { cookie: 'display=<script>' },
    { 'if-none-match': '*' },
    { 'if-none-match': '"other"' },
  ])('answer as the routes do: %o', async (headers) => {
    for (const path of [REPORT, '/', '/feed.json', '/hedong/organs?group=township']) {
      cache.clear();
      const first = await fetchRaw(path, headers);
      const before = cache.stats().hits;
      const second = await fetchRaw(path, headers);
      expect(cache.stats().hits).toBeGreaterThan(before);
      expect(comparable(second), path).toEqual(comparable(first));
    }
  });

  it('are compressed as they were made', async () => {
    const plain = await fetchRaw(REPORT);
    const br = await fetchRaw(REPORT, { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(
      (await fetchRaw(REPORT, { 'accept-encoding': 'br', 'if-none-match': String(br.headers['etag']) }))
        .status,
    ).toBe(304);
  });

  it.each([
    { host: 'evil.example' },
    { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
    { 'x-forwarded-for': '<script>', forwarded: 'host=evil.example' },
    { 'x-original-url': '/evil', 'x-rewrite-url': '/evil', 'x-http-method-override': 'DELETE' },
    { 'accept-language': 'en"><script>' },
    { cookie: 'display="><script>' },
    { cookie: 'display=large-high-evil; display=standard-standard' },
    { 'x-request-id': 'evil', 'user-agent': 'evil', referer: 'https://evil.example/' },
    { accept: 'application/json' },
    { range: 'bytes=0-3' },
  ])('are never changed for others by what somebody sends: %o', async (headers) => {
    for (const path of ['/', REPORT, '/feed.atom', '/sitemap.xml']) {
      cache.clear();
      const clean = comparable(await fetchRaw(path));
      cache.clear();
      const poisoned = await fetchRaw(path, headers);
      expect(poisoned.body.toString('latin1')).not.toMatch(/evil|<script|gopher/);
      expect(comparable(await fetchRaw(path)), path).toEqual(clean);
    }
  });

  it('does not take two cookies for one', async () => {
    await fetchRaw('/');
    const answer = await fetchRaw('/', { cookie: ['display=large-high', 'display=standard-standard'] });
    expect(answer.status).toBe(200);
  });

  it.each([
    '/hedong/jindian/../jindian',
    '/hedong/./jindian',
    '/HEDONG/jindian',
    '/hedong/jindian;x=1',
    '/hedong/jindian%2fannual-reports',
    '/hedong%2fjindian',
    '/hedong/jindian%3fgroup=township',
    '/hedong\\jindian',
    '//hedong/jindian',
    '/hedong//jindian',
    '/%68edong/jindian%00',
    'http://evil.example/hedong/jindian',
  ])('decide %s the same, ready or not', async (path) => {
    cache.clear();
    const cold = await fetchRaw(path);
    await fetchRaw('/hedong/jindian');
    await fetchRaw('/');
    const warm = await fetchRaw(path);
    expect(comparable(warm)).toEqual(comparable(cold));
    expect([200, 404]).toContain(cold.status);
    if (cold.status === 200) expect(cold.body.equals((await fetchRaw('/hedong/jindian')).body)).toBe(true);
  });
});
