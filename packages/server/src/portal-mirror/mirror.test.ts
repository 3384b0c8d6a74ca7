import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDemonstrationDatabase } from '../../test/demonstration-database.ts';
import { testApi } from '../../test/test-api.ts';
import type { TestDatabase } from '../../test/test-database.ts';
import { freePort } from '../adapters/free-port.ts';
import { listenForPublications } from '../db/published-channel.ts';
import { createApp } from '../http/app.ts';
import { createPageCache } from '../http/page-cache.ts';
import { createSiteFacts } from '../http/portal-pages-facts.ts';
import { loadAssets } from '../http/routes/assets.ts';
import { createLogger } from '../operations/log.ts';
import { publishReport } from '../use-cases/annual-report/publish-report.ts';
import { removeDemonstration } from '../use-cases/demonstration/remove-demonstration.ts';
import { keepMirror } from './keep-mirror.ts';
import { type MirrorSource, updateMirror } from './mirror.ts';
import { fileOf } from './mirror-files.ts';
import { NGINX_HTTP, NGINX_SERVER } from './nginx.ts';
import { publicAddresses } from './public-paths.ts';

let test: TestDatabase;
let source: MirrorSource;
let app: FastifyInstance;
let folder: string;
const scratch = mkdtempSync(join(tmpdir(), 'zhaoshi-mirror-'));

beforeAll(async () => {
  test = await createDemonstrationDatabase();
  const assets = await loadAssets();
  source = {
    published: test.portal,
    styleSheet: assets.styleSheet,
    origin: 'https://www.example.gov.cn',
    assets,
  };
  app = createApp({
    portal: {
      published: test.portal,
      cache: createPageCache(10_000_000),
      origin: 'https://www.example.gov.cn',
    },
    api: testApi(test.context),
    assets,
    consoleFiles: { page: null, bodies: new Map() },
    isReady: () => Promise.resolve(true),
    log: null,
  });
  folder = join(scratch, 'mirror');
});

afterAll(async () => {
  await app.close();
  await test.drop();
  rmSync(scratch, { recursive: true });
});

const read = (encoding: string, path: string): Buffer => readFileSync(join(folder, encoding, fileOf(path)));

async function allPaths(): Promise<readonly string[]> {
  const paths: string[] = [...source.assets.bodies.keys()];
  const facts = createSiteFacts(source.published, () => source);
  for await (const { path } of publicAddresses({ ...source, facts })) paths.push(path);
  return paths;
}

const filesBelow = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(place, name)).isFile(),
  );

/** Every page of the site is made. */
const WHOLE_MIRROR = { timeout: 240_000 };

describe('the mirror', () => {
  it('holds every address with the bytes that the server sends', async () => {
    const { written, unchanged, removed } = await updateMirror(folder, source, false);
    const paths = await allPaths();
    // The two pages in place of others come on top.
    expect([written, unchanged, removed]).toEqual([paths.length + 2, 0, 0]);
    for (const path of paths) {
      const sent = await app.inject(path);
      expect(sent.statusCode, path).toBe(200);
      const identity = read('identity', path);
      // PDF and Office files carry the moment of their making; what they say is tested where they are written.
      if (!/\.(?:pdf|docx|xlsx)$/.test(path)) {
        expect(identity.equals(sent.rawPayload), path).toBe(true);
        expect(brotliDecompressSync(read('br', path)).equals(identity), path).toBe(true);
        expect(gunzipSync(read('gzip', path)).equals(identity), path).toBe(true);
      } else expect(identity.length, path).toBeGreaterThan(1000);
    }
  });

  it('writes again only what changed, and removes what was put in', async () => {
    const page = join(folder, 'identity', 'hedong/jindian/index.html');
    const before = statSync(page).mtimeMs;
    writeFileSync(join(folder, 'identity', 'stray.html'), 'left behind');
    mkdirSync(join(folder, 'br/some/where'), { recursive: true });
    writeFileSync(join(folder, 'br/some/where/x.new'), 'left behind');
    writeFileSync(join(folder, 'gzip', fileOf('/')), 'cut off');
    const update = await updateMirror(folder, source, false);
    expect([update.written, update.removed]).toEqual([1, 2]);
    expect(statSync(page).mtimeMs).toBe(before);
    expect(existsSync(join(folder, 'br/some'))).toBe(false);
    expect(gunzipSync(read('gzip', '/')).length).toBeGreaterThan(100);
  });

  it('is written anew as a whole when asked', async () => {
    const { unchanged } = await updateMirror(folder, source, true);
    expect(unchanged).toBe(0);
  });

  it('refuses a folder with anything else in it', async () => {
    const foreign = join(scratch, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'precious.txt'), 'x');
    await expect(updateMirror(foreign, source, false)).rejects.toThrow('请指定一个空文件夹');
    expect(existsSync(join(foreign, 'precious.txt'))).toBe(true);
  });

  it('follows publications of a running server', { timeout: 600_000 }, async () => {
    const log: string[] = [];
    const mirror = keepMirror(
      folder,
      source,
      createLogger(
        (line) => log.push(line),
        () => new Date(),
      ),
    );
    const stopListening = await listenForPublications(test.logins.portal, mirror.changed);
    const path = '/zhaoshi/education/annual-reports/2021';
    expect(existsSync(join(folder, 'identity', fileOf(path)))).toBe(false);
    const file = await readReportFile(
      readFileSync(join(import.meta.dirname, '../../demo/reports/jindian-2021.txt')),
    );
    if (!file.ok) throw new Error(file.error.message);
    const organ = await test.server
      .selectFrom('organ')
      .select(['region_id', 'organ_id'])
      .where('slug', '=', 'education')
      .executeTakeFirstOrThrow();
    await publishReport(test.context, {
      actor: 'system:test',
      regionId: organ.region_id,
      organId: organ.organ_id,
      reportYear: 2021,
      read: file.value,
    });
    await expect
      .poll(() => existsSync(join(folder, 'identity', fileOf(`${path}/report.pdf`))), WHOLE_MIRROR)
      .toBe(true);
    await expect
      .poll(() => read('identity', '/zhaoshi/education').toString().includes(path), WHOLE_MIRROR)
      .toBe(true);
    await expect.poll(mirror.lag, WHOLE_MIRROR).toBe(0);
    mirror.changed(null);
    expect(mirror.lag(), 'until the update is done').toBeGreaterThan(0);
    await expect.poll(mirror.lag, WHOLE_MIRROR).toBe(0);
    await stopListening();
    await mirror.stop();
    expect(log.join('')).toContain('mirror updated');
  });
});

const nginx = spawnSync('nginx', ['-v']).error === undefined;

describe.skipIf(!nginx)('nginx with the mirror alone (skipped: no nginx on this machine’s PATH)', () => {
  let address: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    await updateMirror(folder, source, false);
    const port = await freePort();
    const config = join(scratch, 'nginx.conf');
    const asRoot = process.getuid?.() === 0 ? 'user root;' : '';
    writeFileSync(
      config,
      `daemon off; ${asRoot} worker_processes 1; pid ${scratch}/nginx.pid; error_log ${scratch}/error.log;
events { }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${scratch}/${name};`).join(' ')}
  include ${folder}/${NGINX_HTTP};
  server { listen 127.0.0.1:${port}; include ${folder}/${NGINX_SERVER}; }
}`,
    );
    const child = spawn('nginx', ['-c', config], { stdio: 'ignore' });
    address = `http://127.0.0.1:${port}`;
    const answers = (): Promise<boolean> =>
      fetch(address).then(
        () => true,
        () => false,
      );
    // Not expect.poll, which only tests may call.
    await vi.waitUntil(answers, { timeout: 60_000, interval: 50 });
    stop = async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    };
  });

  afterAll(() => stop());

  /** Headers that both must send alike. ETag and Date are each one's own; the server also numbers its answers. */
  const SAME = [
    'content-type',
    'content-encoding',
    'content-disposition',
    'cache-control',
    'vary',
    'content-security-policy',
    'x-content-type-options',
    'x-frame-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
  ];

  it.each(['identity', 'gzip', 'br', 'br;q=0, gzip', 'gzip;q=0.0, br;q=0.5', 'gzip, deflate, br, zstd'])(
    'answers as the server does to Accept-Encoding: %s',
    async (encoding) => {
      for (const path of await allPaths()) {
        const headers = { 'accept-encoding': encoding };
        const [mirrored, sent] = await Promise.all([
          fetch(address + path, { headers, method: 'HEAD' }),
          app.inject({ method: 'HEAD', url: path, headers }),
        ]);
        expect(mirrored.status, path).toBe(sent.statusCode);
        for (const name of SAME) {
          expect(mirrored.headers.get(name), `${name} of ${path}`).toBe(sent.headers[name] ?? null);
        }
      }
    },
  );

  it('gives the whole bytes, 304 to who has them, and a page of its own for what is not there', async () => {
    const page = await fetch(`${address}/hedong/jindian`, { headers: { 'accept-encoding': 'br' } });
    const etag = page.headers.get('etag') ?? '';
    expect(await page.text()).toContain('金殿镇人民政府');
    const again = await fetch(`${address}/hedong/jindian`, {
      headers: { 'if-none-match': etag, 'accept-encoding': 'br' },
    });
    expect(again.status).toBe(304);
    for (const path of [
      '/nothing',
      '/hedong/',
      '/hedong/nobody',
      '/_pages/not-found.html',
      '/mirror.json',
      '/../mirror.json',
      '/%2e%2e/mirror.json',
    ]) {
      const answer = await fetch(address + path);
      expect(answer.status, path).toBe(path === '/hedong/' ? 200 : 404);
      expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      if (answer.status === 404) expect(await answer.text()).toContain('没有找到这个页面');
    }
    expect((await fetch(address, { method: 'POST' })).status).not.toBe(200);
  });

  it.each(['/search?q=%E5%85%AC%E5%BC%80', '/display?text=large'])(
    'says that %s needs the server',
    async (path) => {
      const answer = await fetch(address + path);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain('公开的内容可以照常阅读、下载');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('what was withdrawn', () => {
  it('leaves the mirror', async () => {
    const removed = await removeDemonstration(test.owner, () => new Date());
    expect(removed.ok).toBe(true);
    const update = await updateMirror(folder, source, false);
    expect(update.removed).toBeGreaterThan(100);
    const left = filesBelow(join(folder, 'identity')).filter((name) => !name.startsWith('_pages/'));
    expect(left.toSorted()).toEqual(
      (await allPaths())
        .flatMap((path) => (existsSync(join(folder, 'identity', fileOf(path))) ? [fileOf(path)] : []))
        .toSorted(),
    );
    expect(read('identity', '/').toString()).not.toContain('昭示市');
  });
});
