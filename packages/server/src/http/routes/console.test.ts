import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consoleRoutes, loadConsole } from './console.ts';

const PAGE =
  '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/console/assets/a.js">';
const SCRIPT = `export const a = "${'x'.repeat(2000)}";`;

describe('the console’s files', () => {
  let folder: string;
  let app: FastifyInstance;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-'));
    app = Fastify({ routerOptions: { ignoreTrailingSlash: true } });
  });

  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const serveBuilt = async (): Promise<void> => {
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), PAGE);
    await writeFile(join(folder, 'assets', 'a-1a2b.js'), SCRIPT);
    await writeFile(join(folder, 'assets', 'a-1a2b.js.map'), '{}');
    consoleRoutes(app, await loadConsole(folder));
  };

  it('gives every answer a nonce of its own, the same in page and policy, and lets nobody keep the page', async () => {
    await serveBuilt();
    const answers = await Promise.all(
      ['/console', '/console/', '/console/accounts/1'].map((url) => app.inject(url)),
    );
    const nonces = answers.map(({ body, headers, statusCode }) => {
      expect(statusCode).toBe(200);
      expect(headers['cache-control']).toBe('no-store');
      const policy = String(headers['content-security-policy']);
      const nonce = /'nonce-([\w+/=]{24})'/.exec(policy)?.[1];
      expect(policy).not.toContain('unsafe');
      expect(body.match(/nonce="([^"]*)"/g)).toEqual([`nonce="${nonce}"`, `nonce="${nonce}"`]);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(3);
  });

  it('serves hashed files compressed and for ever, and knows them by their ETag', async () => {
    await serveBuilt();
    const url = '/console/assets/a-1a2b.js';
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(SCRIPT);
    const again = { 'accept-encoding': 'br', 'if-none-match': String(answer.headers['etag']) };
    expect((await app.inject({ url, headers: again })).statusCode).toBe(304);
  });

  it.each(['/console/assets/old-9f.js', '/console/assets/a-1a2b.js.map', '/console/assets/..%2findex.html'])(
    'answers 404, not the page, for %s',
    async (url) => {
      await serveBuilt();
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toContain('text/plain');
    },
  );

  it('says how to build it when it is not built', async () => {
    consoleRoutes(app, await loadConsole(folder));
    const answer = await app.inject('/console/');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm run build -w packages/console');
  });
});
