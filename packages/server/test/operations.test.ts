import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, run, start } from './run-serve.ts';

let house: string;
let data: string;
const TOKEN = 'a-token-for-the-test';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-operations-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o755);
  data = join(house, 'data');
});

afterAll(() => rmSync(house, { recursive: true }));

const serve = (folder: string, env: Readonly<Record<string, string>> = {}) =>
  start(['serve', '--port', '0', '--data', folder], env);

async function stopped(server: ReturnType<typeof serve>): Promise<number | null> {
  server.child.kill('SIGTERM');
  return await server.ended;
}

const REPORT = '/hedong/duandian/annual-reports/2019';

describe('zhaoshi backup and restore', () => {
  it('moves a working installation to another folder, keys apart', async () => {
    const archive = join(house, 'moved.tar');
    const server = serve(data);
    await addressOf(server);
    const backup = await run(['backup', archive, '--data', data]);
    expect(backup).toMatchObject({ code: 0, said: expect.stringContaining('校验值全部相符') });
    expect(backup.said).toContain(join(data, 'keys'));
    expect(await stopped(server)).toBe(0);

    const place = join(house, 'restored');
    expect(await run(['restore', archive, '--data', place])).toMatchObject({
      code: 2,
      said: expect.stringContaining('备份文件不含密钥'),
    });
    expect(existsSync(place)).toBe(false);
    const restored = await run(['restore', archive, '--data', place, '--keys', join(data, 'keys')]);
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('审计记录完整') });
    expect(restored.said).not.toContain('不符');
    expect(readFileSync(join(place, 'keys/secret.key'))).toEqual(readFileSync(join(data, 'keys/secret.key')));
    expect(statSync(join(place, 'keys/secret.key')).mode & 0o777).toBe(0o600);

    const again = serve(place);
    const address = await addressOf(again);
    expect(again.said()).not.toContain('首次启动');
    expect((await fetch(`${address}${REPORT}`)).status).toBe(200);
    expect(await stopped(again)).toBe(0);
    expect(await run(['restore', archive, '--data', place, '--new-keys'])).toMatchObject({
      code: 2,
      said: expect.stringContaining('不是空的'),
    });
  });

  it('leaves nothing under the final name when it is killed in the middle', async ({ onTestFinished }) => {
    const folder = join(data, 'files/ab');
    const key = `ab${'0'.repeat(30)}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, key), '');
    onTestFinished(() => rmSync(join(folder, key)));
    // A copy of many seconds, without a byte on the disk: none that had ended is killed.
    truncateSync(join(folder, key), 6 * 1024 ** 3);
    const archive = join(house, 'killed.tar');
    const server = serve(data);
    await addressOf(server);
    const backup = start(['backup', archive, '--data', data]);
    const part = (): string | undefined => readdirSync(house).find((name) => name.endsWith('.part'));
    while (part() === undefined || statSync(join(house, part() ?? '')).size < 1_000_000) await sleep(5);
    backup.child.kill('SIGKILL');
    await backup.ended;
    expect(existsSync(archive)).toBe(false);
    expect(part()).toBeDefined();
    expect(
      await run(['restore', join(house, part() ?? ''), '--data', join(house, 'x'), '--new-keys']),
    ).toMatchObject({
      code: 2,
      said: expect.stringContaining('不完整'),
    });
    expect(existsSync(join(house, 'x'))).toBe(false);
    rmSync(join(house, part() ?? ''));
    expect(await stopped(server)).toBe(0);
  });

  it('rotates a folder and tells doctor of the newest', async () => {
    const folder = join(house, 'backups');
    mkdirSync(folder);
    // A day with two backups: the earlier one goes.
    const old = [
      'zhaoshi-20250315T010000Z.tar',
      'zhaoshi-20250315T020000Z.tar',
      'zhaoshi-20250301T010000Z.tar',
    ];
    for (const name of old) writeFileSync(join(folder, name), '');
    expect(await run(['backup', '--rotate', folder, '--data', data])).toMatchObject({
      code: 0,
      said: expect.stringContaining('已删除过期备份 1 个：zhaoshi-20250315T010000Z.tar'),
    });
    expect(readdirSync(folder)).toHaveLength(3);
    const doctor = await run(['doctor', '--port', '0', '--data', data], {
      ZHAOSHI_BACKUPS: folder,
      ZHAOSHI_METRICS_TOKEN: TOKEN,
      ZHAOSHI_PROT: '80',
    });
    expect(doctor.code).toBe(0);
    expect(doctor.said).toContain('正常  备份：最近一次在');
    expect(doctor.said).toContain('正常  审计记录：');
    expect(doctor.said).toContain('注意  设置：不认识环境变量 ZHAOSHI_PROT');
    expect(doctor.said).not.toContain(TOKEN);
    expect(doctor.said).not.toContain('错误  ');
  });

  it('asks for a file or a folder, one of them', async () => {
    expect((await run(['backup', '--data', data])).said).toContain('二者之一');
  });
});

describe('zhaoshi doctor', () => {
  it('ends with 1 and says what to do when something is wrong', async () => {
    const told = await run(['doctor', '--data', join(house, 'none'), '--port', '0'], {
      DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:1/none',
      ZHAOSHI_BACKUPS: join(house, 'no-such-folder'),
    });
    expect(told.code).toBe(1);
    expect(told.said).toContain('错误  数据库：不能连接或查询（ECONNREFUSED）');
    expect(told.said).toContain('错误  备份：');
    expect(told.said).toContain('→ 请检查 DATABASE_URL');
    expect(told.said).not.toContain('secret-word');
  });
});

describe('/metrics', () => {
  it('is for whoever has the token, and not there for anyone else', async () => {
    const server = serve(data, { ZHAOSHI_METRICS_TOKEN: TOKEN });
    const address = await addressOf(server);
    await fetch(`${address}${REPORT}?name=secret-query`);
    await fetch(`${address}/no-such-place/secret-path`);
    for (const authorization of ['', 'Bearer wrong', TOKEN]) {
      expect((await fetch(`${address}/metrics`, { headers: { authorization } })).status).toBe(404);
    }
    const answer = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(
      /zhaoshi_http_request_duration_seconds_count\{method="GET",route="[^"]+",status="200"\} \d/,
    );
    expect(text).toMatch(/zhaoshi_page_cache_requests\{result="miss"\} [1-9]/);
    expect(text).toMatch(/zhaoshi_database_connections\{role="portal",state="idle"\} \d/);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toMatch(/secret-|duandian/);
    expect(server.said()).not.toMatch(/secret-|words withheld/);
    expect(await stopped(server)).toBe(0);
  });

  it('is not there without a token', async () => {
    const server = serve(data);
    expect((await fetch(`${await addressOf(server)}/metrics`)).status).toBe(404);
    expect(await stopped(server)).toBe(0);
  });
});

interface Outcome {
  readonly url: string;
  readonly status: number | null;
  readonly whole: boolean;
}

/** One request on a connection of its own. */
function ask(url: string, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('close', () => {
        const length = Number(response.headers['content-length'] ?? bytes);
        resolve({ url, status: response.statusCode ?? null, whole: response.complete && bytes === length });
      });
    });
    // Not accepted any more.
    request.on('error', () => resolve({ url, status: null, whole: true }));
  });
}

describe('stopping under load', () => {
  it('finishes what it has begun: no answer is cut off, none is a 5xx', async () => {
    const server = serve(data);
    const address = await addressOf(server);
    const agent = new Agent({ keepAlive: false });
    const outcomes: Outcome[] = [];
    const paths = [REPORT, `${REPORT}/report.pdf`, '/', '/hexi/yilan/annual-reports/2020', '/readyz'];
    const load = { goesOn: true };
    const clients = Array.from({ length: 24 }, async (_, index) => {
      for (let round = index; load.goesOn; round += 1) {
        const outcome = await ask(`${address}${paths[round % paths.length]}`, agent);
        outcomes.push(outcome);
        if (outcome.status === null) await sleep(5);
      }
    });
    await expect.poll(() => outcomes.length, { timeout: 100_000 }).toBeGreaterThan(100);
    const before = outcomes.length;
    // A machine that is busy may have kept the jobs of the start waiting for a connection; that is not this test's.
    const saidBefore = server.said().length;
    const code = await stopped(server);
    load.goesOn = false;
    await Promise.all(clients);
    expect(code).toBe(0);
    expect(outcomes.length).toBeGreaterThan(before);
    expect(outcomes.filter(({ whole }) => !whole)).toEqual([]);
    // While it stops, /readyz says 503 to the balancer: that is what it is for.
    const faults = outcomes.filter(({ url, status }) => (status ?? 0) >= 500 && !url.endsWith('/readyz'));
    expect(faults).toEqual([]);
    expect(server.said().slice(saidBefore)).not.toContain('"level":50');
  });
});
