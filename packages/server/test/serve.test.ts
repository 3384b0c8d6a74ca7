import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, run, start } from './run-serve.ts';

let house: string;
let data: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-serve-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o755);
  data = join(house, 'data');
});

afterAll(() => rmSync(house, { recursive: true }));

const serve = (...more: readonly string[]) => start(['serve', '--port', '0', '--data', data, ...more]);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const postmasterPid = (): number =>
  Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

describe('zhaoshi serve', () => {
  it('goes from an empty folder to five published reports, stops cleanly, and takes up where it was', async () => {
    const first = serve();
    const address = await addressOf(first);
    expect(await (await fetch(`${address}/hedong/duandian/annual-reports`)).text()).toContain(
      '段店乡2019年度政府信息公开年度报告',
    );
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const database = postmasterPid();

    expect(await run(['audit', 'verify', '--data', data])).toMatchObject({
      code: 0,
      said: expect.stringContaining('审计记录完整：共 24 条'),
    });
    expect(await run(['serve', '--port', '0', '--data', data])).toMatchObject({
      code: 2,
      said: expect.stringContaining('正由另一个昭示服务使用'),
    });
    expect(await run(['demo', 'reset', '--data', data])).toMatchObject({ code: 0 });
    expect((await fetch(`${address}/hexi/yilan/annual-reports/2020`)).status).toBe(200);

    // A terminal and npx both pass Ctrl-C on.
    first.child.kill('SIGTERM');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(isAlive(database)).toBe(false);
    expect(existsSync(join(data, 'server.lock'))).toBe(false);

    const second = start(['serve', '--port', '0', '--data', data], { ZHAOSHI_LOG: 'json' });
    const again = await addressOf(second);
    expect(second.said()).not.toContain('首次启动');
    expect((await fetch(`${again}/hedong/duandian/annual-reports/2019`)).status).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    // Nothing that a clean stop does is a fault, nor anything to look after.
    const said = second.said();
    expect(said).toContain('"msg":"stopped"');
    expect(said).not.toMatch(/"level":[45]0/);
  });

  it('verifies and migrates without a server as well', async () => {
    expect(await run(['migrate', '--data', data])).toMatchObject({
      code: 0,
      said: expect.stringContaining('数据库已是最新'),
    });
    expect(await run(['audit', 'verify', '--data', data])).toMatchObject({
      code: 0,
      said: expect.stringContaining('共 49 条'),
    });
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('replaces the database that a killed server left running', async () => {
    const killed = serve();
    await addressOf(killed);
    const left = postmasterPid();
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(isAlive(left)).toBe(true);

    const next = serve();
    const address = await addressOf(next);
    expect(isAlive(left)).toBe(false);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('ends with a word when the database is killed, and starts again after', async () => {
    const server = serve();
    await addressOf(server);
    process.kill(postmasterPid(), 'SIGKILL');
    expect(await server.ended).toBe(2);
    expect(server.said()).toContain('数据库意外停止');

    const next = serve();
    await addressOf(next);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('says that a port is in use, before the database is started', async () => {
    const other = createServer();
    await new Promise<void>((listening) => {
      other.listen(0, '127.0.0.1', listening);
    });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const told = await run(['serve', '--port', port, '--data', join(house, 'unused')]);
    other.close();
    expect(told).toMatchObject({ code: 2, said: expect.stringContaining(`端口 ${port} 已被占用`) });
    expect(existsSync(join(house, 'unused'))).toBe(false);
  });

  it('says every wrong setting at once', async () => {
    const { code, said } = await run(['serve'], {
      ZHAOSHI_PORT: 'http',
      ZHAOSHI_LOG: 'xml',
      DATABASE_URL: 'mysql://x',
    });
    expect(code).toBe(2);
    expect(said).toContain('设置有 3 处错误');
    expect(said).toMatch(/ZHAOSHI_PORT：.*\n.*ZHAOSHI_LOG：.*\n.*DATABASE_URL：/);
    expect(said).not.toContain('mysql://x');
  });

  it('says that a data folder is newer, and changes nothing in it', async () => {
    const folder = join(house, 'newer');
    mkdirSync(folder);
    const marker = join(folder, 'zhaoshi.json');
    const text = JSON.stringify({ format: 99, passwords: { owner: 'a', server: 'b', portal: 'c' } });
    writeFileSync(marker, text);
    expect(await run(['serve', '--port', '0', '--data', folder])).toMatchObject({
      code: 2,
      said: expect.stringContaining('由更新版本的昭示建立'),
    });
    expect(readFileSync(marker, 'utf8')).toBe(text);
  });

  it('says that the place of the data folder cannot be used', async () => {
    const file = join(house, 'file');
    writeFileSync(file, '');
    expect(await run(['serve', '--port', '0', '--data', file])).toMatchObject({
      code: 2,
      said: expect.stringContaining('是一个文件'),
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    'says that a folder cannot be written (not for root, who can)',
    async () => {
      const folder = join(house, 'locked');
      mkdirSync(folder, { mode: 0o500 });
      expect(await run(['serve', '--port', '0', '--data', join(folder, 'data')])).toMatchObject({
        code: 2,
        said: expect.stringContaining('不可写'),
      });
    },
  );

  it.skipIf(process.getuid?.() !== 0)(
    'says that the database cannot get to a folder of root (root only)',
    async () => {
      const folder = join(house, 'private');
      mkdirSync(folder, { mode: 0o700 });
      expect(await run(['serve', '--port', '0', '--data', join(folder, 'data')])).toMatchObject({
        code: 2,
        said: expect.stringContaining('它进不了'),
      });
    },
  );
});
