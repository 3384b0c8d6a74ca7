import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPortalSite, type PortalSite, REPORT } from '../../test/portal-site.ts';

let address: string;
let site: PortalSite;
beforeAll(async () => {
  site = await openPortalSite();
  address = await site.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => site.close());
beforeEach(() => site.cache.clear());

type Headers = Readonly<Record<string, string | readonly string[]>>;

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
      site.cache.clear();
      const first = await fetchRaw(path, headers);
      const before = site.cache.stats().hits;
      const second = await fetchRaw(path, headers);
      expect(site.cache.stats().hits).toBeGreaterThan(before);
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
      site.cache.clear();
      const clean = comparable(await fetchRaw(path));
      site.cache.clear();
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
    site.cache.clear();
    const cold = await fetchRaw(path);
    await fetchRaw('/hedong/jindian');
    await fetchRaw('/');
    const warm = await fetchRaw(path);
    expect(comparable(warm)).toEqual(comparable(cold));
    expect([200, 404]).toContain(cold.status);
    if (cold.status === 200) expect(cold.body.equals((await fetchRaw('/hedong/jindian')).body)).toBe(true);
  });
});
