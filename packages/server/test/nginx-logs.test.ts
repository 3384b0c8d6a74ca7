import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../src/adapters/free-port.ts';

const nginx = spawnSync('nginx', ['-v']).error === undefined;

describe.skipIf(!nginx)('the example for nginx (skipped: no nginx on this machine’s PATH)', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'nginx-logs-'));
  const logs = join(scratch, 'logs');
  let plain: number;
  let site: number;
  let stop = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    mkdirSync(logs);
    const [down, mirror] = [await freePort(), await freePort()];
    [plain, site] = [await freePort(), await freePort()];
    // As it is, but for ports, folders and TLS; the server behind it is down.
    const example = readFileSync(new URL('../../../deploy/nginx.conf', import.meta.url), 'utf8')
      .replace('listen 80;', `listen 127.0.0.1:${plain};`)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${site};`)
      .replaceAll(/^.*(?:listen \[::\]|ssl_|include \/var\/lib).*$/gm, '')
      .replaceAll('/var/log/nginx', logs)
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${down}`)
      .replaceAll('127.0.0.1:8081', `127.0.0.1:${mirror}`);
    const config = join(scratch, 'nginx.conf');
    const asRoot = process.getuid?.() === 0 ? 'user root;' : '';
    // What the packages of distributions come with: everything is logged unless somebody says otherwise.
    writeFileSync(
      config,
      `daemon off; ${asRoot} worker_processes 1; pid ${scratch}/nginx.pid; error_log ${logs}/error.log;
events { }
http {
  access_log ${logs}/access.log;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${scratch}/${name};`).join(' ')}
  ${example}
}`,
    );
    const child = spawn('nginx', ['-c', config], { stdio: 'ignore' });
    stop = async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    };
  });

  afterAll(async () => {
    await stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('logs neither secret addresses nor that somebody was at the boxes, with TLS or without, while the server is down', async () => {
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${site}/`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    const secret = [
      '/calendar/ASECRETTOKEN.ics',
      '/voice/complaint?unit=/east/township',
      '/voice/survey/east/1',
      '/search?q=ASECRETNAME',
    ];
    for (const port of [plain, site]) {
      for (const path of secret) {
        for (const method of ['GET', 'POST'])
          await fetch(`http://127.0.0.1:${port}${path}`, { method, redirect: 'manual' });
      }
      await fetch(`http://127.0.0.1:${port}/east/`, { redirect: 'manual' });
    }
    const said = () =>
      readdirSync(logs)
        .map((name) => readFileSync(join(logs, name), 'utf8'))
        .join('\n');
    await expect.poll(said, { timeout: 60_000 }).toContain('/east/');
    for (const words of ['SECRET', 'complaint', 'survey', 'calendar', '127.0.0.1'])
      expect(said().includes(words), `${words}\n${said()}`).toBe(false);
  });
});
