import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BenchLine, type BenchOptions, median } from './measure.ts';

/**
 * The portal as `zhaoshi serve` gives it, against nginx with the same bytes as a static file: requests for each
 * second of CPU time that the serving processes used, in turn in the same run.
 */

const CLI = join(import.meta.dirname, '../packages/cli/bin/zhaoshi.mjs');
const PAGE = '/hedong/jindian/annual-reports/2021';
const ENCODING = 'gzip, deflate, br';
const TICKS_A_SECOND = 100;

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  server.close();
  await once(server, 'close');
  return typeof place === 'object' && place !== null ? place.port : 0;
}

/** User and system time of processes, in seconds. Linux only, like the bench. */
function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  }, 0);
}

const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        return readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid);
      } catch {
        return false;
      }
    });

interface Serving {
  readonly address: string;
  /** The processes that answer. */
  readonly pids: readonly number[];
  readonly stop: () => Promise<void>;
}

async function untilAnswering(address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isThere = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
  throw new Error(`no answer at ${address}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function startZhaoshi(data: string): Promise<Serving> {
  const port = await freePort();
  const child = spawn(process.execPath, [CLI, 'serve', '--data', data, '--port', String(port)], {
    // The log goes where logs go: into a pipe that somebody reads.
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(address + PAGE);
  const { pid = 0 } = child;
  // The command is a small launcher where Node of another version started it.
  const pids = [pid, ...childrenOf(pid)].filter((found) =>
    readFileSync(`/proc/${found}/cmdline`, 'utf8').includes('serve'),
  );
  return { address, pids, stop: async () => await stopChild(child) };
}

const quote = (value: string): string => JSON.stringify(value).replaceAll('$', '\\$');

/** nginx with the page's own bytes, and every header that the page has. */
async function startNginx(folder: string, page: Response, bytes: Buffer): Promise<Serving> {
  const port = await freePort();
  const root = join(folder, 'static');
  mkdirSync(root);
  writeFileSync(join(root, 'page.html'), bytes);
  const ownHeaders = new Set([
    'date',
    'connection',
    'keep-alive',
    'content-length',
    'content-type',
    'etag',
    'x-request-id',
  ]);
  const headers = [...page.headers]
    .filter(([name]) => !ownHeaders.has(name))
    .map(([name, value]) => `add_header ${name} ${quote(value)};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes auto; pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log ${folder}/access.log combined buffer=64k; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=100;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
server { listen 127.0.0.1:${port}; root ${root}; default_type "text/html; charset=utf-8"; types { }
location / { ${headers} add_header x-request-id $request_id; } } }`,
  );
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(`${address}/page.html`);
  return { address, pids: childrenOf(child.pid ?? 0), stop: async () => await stopChild(child) };
}

/** Requests for each CPU second of the serving processes. */
function load({ pids }: Serving, url: string, seconds: number): number {
  const before = cpuSeconds(pids);
  const text = execFileSync(
    'wrk',
    ['-t1', '-c32', `-d${seconds}s`, '-H', `Accept-Encoding: ${ENCODING}`, url],
    {
      encoding: 'utf8',
    },
  );
  if (/Non-2xx|Socket errors/.test(text)) throw new Error(`wrk met errors:\n${text}`);
  const requests = Number(/(\d+) requests in/.exec(text)?.[1]);
  return requests / (cpuSeconds(pids) - before);
}

const isInstalled = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

async function compareWithNginx(zhaoshi: Serving, folder: string, rounds: number): Promise<BenchLine> {
  const aim = '≥ 0.35 倍 nginx';
  const what = '缓存页面（br、全部响应头），每 CPU 秒请求数 ÷ nginx 静态文件';
  const missing = ['wrk', 'nginx'].filter((program) => !isInstalled(program));
  if (missing.length > 0)
    return { what, figure: `没有测：本机没有 ${missing.join('、')}`, aim, reached: false };
  const page = await fetch(zhaoshi.address + PAGE, { headers: { 'accept-encoding': ENCODING } });
  await page.arrayBuffer();
  const bytes = await rawBytes(zhaoshi.address + PAGE);
  const nginx = await startNginx(folder, page, bytes);
  try {
    const seconds = 5;
    const pairs: { readonly own: number; readonly theirs: number }[] = [];
    load(zhaoshi, zhaoshi.address + PAGE, 2);
    for (let round = 0; round < rounds; round++) {
      const theirs = load(nginx, `${nginx.address}/page.html`, seconds);
      pairs.push({ theirs, own: load(zhaoshi, zhaoshi.address + PAGE, seconds) });
    }
    const ratio = median(pairs.map(({ own, theirs }) => own / theirs));
    const all = pairs.map(({ own, theirs }) => (own / theirs).toFixed(2)).join('、');
    const figure = `${ratio.toFixed(2)}（${Math.round(median(pairs.map(({ own }) => own)))} ÷ ${Math.round(median(pairs.map(({ theirs }) => theirs)))}；各轮 ${all}；${bytes.length} 字节）`;
    return { what, figure, aim, reached: ratio >= 0.35 };
  } finally {
    await nginx.stop();
  }
}

/** The body as it goes over the wire, still compressed. */
const rawBytes = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers: { 'accept-encoding': ENCODING } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.on('error', reject);
    sent.end();
  });

const RATE = 200;

/**
 * Open-loop load: requests go out by the clock whether or not earlier ones were answered, and each time is counted
 * from the moment at which the request was due. Searches and filtered lists of pages that nobody keeps.
 */
async function uncachedTimes(address: string, seconds: number): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const due = (path: string, at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(
        address + path,
        { agent, headers: { 'accept-encoding': ENCODING } },
        (response) => {
          response.resume();
          response.on('end', () => {
            times.push(performance.now() - at);
            if (response.statusCode === 200) resolve();
            else reject(new Error(`${response.statusCode} for ${path}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end();
    });
  const waiting: Promise<void>[] = [];
  const begun = performance.now();
  for (let index = 0; index < RATE * seconds; index++) {
    const at = begun + (index * 1000) / RATE;
    const early = at - performance.now();
    if (early > 0) await wait(early);
    waiting.push(due(UNCACHED[index % UNCACHED.length] ?? '/', at));
  }
  await Promise.all(waiting);
  agent.destroy();
  return times;
}

const ORGANS = ['hedong/duandian', 'hedong/jindian', 'hedong/kengzaikou', 'hexi/qianwei', 'hexi/yilan'];

/** Every kind of page; the server under test keeps none of them. */
const UNCACHED: readonly string[] = [
  '/',
  '/hedong',
  '/hedong/organs?group=township',
  '/site-map',
  '/feed.atom',
  '/sitemaps/hedong.xml',
  ...ORGANS.flatMap((organ) => [`/${organ}`, `/${organ}/guide`, `/${organ}/annual-reports`]),
  '/hedong/duandian/annual-reports/2019',
  PAGE,
  '/hexi/yilan/annual-reports/2020',
];

async function uncachedPages(data: string, options: BenchOptions): Promise<BenchLine> {
  const server = await startZhaoshiWithoutCache(data);
  try {
    await uncachedTimes(server.address, 3);
    const rounds: number[] = [];
    for (let round = 0; round < (options.short ? 1 : 3); round++) {
      const sorted = [...(await uncachedTimes(server.address, options.short ? 3 : 10))].toSorted(
        (a, b) => a - b,
      );
      rounds.push(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN);
    }
    const p99 = median(rounds);
    const figure = `${p99.toFixed(1)} ms（各轮 ${rounds.map((time) => time.toFixed(1)).join('、')}）`;
    return {
      what: `未缓存页面 ${RATE} 次/秒的 p99（${UNCACHED.length} 种页面轮流，按应发时刻计）`,
      figure,
      aim: '≤ 50 ms',
      reached: p99 <= 50,
    };
  } finally {
    await server.stop();
  }
}

/** The same server told to keep no page at all. */
async function startZhaoshiWithoutCache(data: string): Promise<Serving> {
  process.env['ZHAOSHI_PAGE_CACHE_MB'] = '0';
  try {
    return await startZhaoshi(data);
  } finally {
    delete process.env['ZHAOSHI_PAGE_CACHE_MB'];
  }
}

/** Cached pages against nginx, and pages that are made anew for each request. */
export async function benchPortal(options: BenchOptions): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-bench-portal-'));
  // Apart: the database's account must be able to reach it.
  const data = mkdtempSync(join(tmpdir(), 'zhaoshi-bench-data-'));
  try {
    const server = await startZhaoshi(data);
    const lines: BenchLine[] = [];
    try {
      lines.push(await compareWithNginx(server, folder, options.short ? 1 : 5));
    } finally {
      await server.stop();
    }
    return [...lines, await uncachedPages(data, options)];
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(data, { recursive: true });
  }
}
