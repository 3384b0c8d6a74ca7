import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BenchLine, type BenchOptions, median } from './measure.ts';
import { readPage, startBareNode, startNginx } from './portal-peers.ts';
import {
  childrenOf,
  ENCODING,
  freePort,
  load,
  type Serving,
  stopChild,
  untilAnswering,
} from './portal-processes.ts';

/**
 * The portal as `zhaoshi serve` gives it, against nginx with the same bytes as a static file: requests for each
 * second of CPU time that the serving processes used, in turn in the same run.
 */

const CLI = join(import.meta.dirname, '../packages/cli/bin/zhaoshi.mjs');
const PAGE = '/hedong/jindian/annual-reports/2021';

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

const isInstalled = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const CACHED = '缓存页面（br、全部响应头），每 CPU 秒请求数 ÷ nginx 静态文件';
const BARE = '同样的字节由 Node 自带 http 直接写出（无缓存、无日志）÷ nginx 静态文件';

/** One line of a peer's requests for each CPU second, round by round, against nginx in the same round. */
function againstNginx(own: readonly number[], theirs: readonly number[]): { ratio: number; figure: string } {
  const ratios = own.map((requests, round) => requests / (theirs[round] ?? Number.NaN));
  const ratio = median(ratios);
  const all = ratios.map((each) => each.toFixed(2)).join('、');
  const figure = `${ratio.toFixed(2)}（${Math.round(median(own))} ÷ ${Math.round(median(theirs))}；各轮 ${all}）`;
  return { ratio, figure };
}

const SECONDS = 5;

async function compareCached(
  zhaoshi: Serving,
  folder: string,
  rounds: number,
): Promise<readonly BenchLine[]> {
  const aim = '≥ 0.35 倍 nginx';
  const missing = ['wrk', 'nginx'].filter((program) => !isInstalled(program));
  if (missing.length > 0)
    return [{ what: CACHED, figure: `没有测：本机没有 ${missing.join('、')}`, aim, reached: false }];
  const url = zhaoshi.address + PAGE;
  const page = await readPage(url);
  const nginx = await startNginx(folder, page);
  const bare = await startBareNode(folder, page);
  try {
    const found: Readonly<Record<'nginx' | 'own' | 'bare', number[]>> = { nginx: [], own: [], bare: [] };
    load(zhaoshi, url, 2);
    load(bare, bare.address, 2);
    for (let round = 0; round < rounds; round++) {
      found.nginx.push(load(nginx, `${nginx.address}/page.html`, SECONDS));
      found.own.push(load(zhaoshi, url, SECONDS));
      found.bare.push(load(bare, bare.address, SECONDS));
    }
    const { ratio, figure } = againstNginx(found.own, found.nginx);
    return [
      { what: `${CACHED}（${page.bytes.length} 字节）`, figure, aim, reached: ratio >= 0.35 },
      {
        what: BARE,
        figure: againstNginx(found.bare, found.nginx).figure,
        aim: '无，只作参照',
        reached: true,
      },
    ];
  } finally {
    await Promise.all([nginx.stop(), bare.stop()]);
  }
}

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
      lines.push(...(await compareCached(server, folder, options.short ? 1 : 5)));
    } finally {
      await server.stop();
    }
    return [...lines, await uncachedPages(data, options)];
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(data, { recursive: true });
  }
}
