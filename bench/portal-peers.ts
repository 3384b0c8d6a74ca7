import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import {
  childrenOf,
  ENCODING,
  freePort,
  type Serving,
  stopChild,
  untilAnswering,
} from './portal-processes.ts';

/** What the portal is measured against: others who give the page's own bytes and headers. */

export interface Page {
  /** Names and values as they came, without those that each server sets for itself. */
  readonly headers: readonly (readonly [string, string])[];
  readonly type: string;
  readonly bytes: Buffer;
}

const OWN_HEADERS = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'content-type',
  'etag',
  'x-request-id',
]);

/** The page as it goes over the wire, still compressed. */
export const readPage = (url: string): Promise<Page> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers: { 'accept-encoding': ENCODING } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const headers = Object.entries(response.headers)
          .filter(([name]) => !OWN_HEADERS.has(name))
          .map(([name, value]) => [name, String(value)] as const);
        resolve({ headers, type: response.headers['content-type'] ?? '', bytes: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject);
    sent.end();
  });

const quote = (value: string): string => JSON.stringify(value).replaceAll('$', '\\$');

/** nginx with the page's own bytes, and every header that the page has. */
export async function startNginx(folder: string, { headers, type, bytes }: Page): Promise<Serving> {
  const port = await freePort();
  const root = join(folder, 'static');
  mkdirSync(root);
  writeFileSync(join(root, 'page.html'), bytes);
  const added = headers.map(([name, value]) => `add_header ${name} ${quote(value)};`).join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes auto; pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log ${folder}/access.log combined buffer=64k; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=100;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
server { listen 127.0.0.1:${port}; root ${root}; default_type ${quote(type)}; types { }
location / { ${added} add_header x-request-id $request_id; } } }`,
  );
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(`${address}/page.html`);
  return { address, pids: childrenOf(child.pid ?? 0), stop: async () => await stopChild(child) };
}

/** Node's `http` with nothing around it: the page in one write, no cache, no log. */
export async function startBareNode(folder: string, { headers, type, bytes }: Page): Promise<Serving> {
  const port = await freePort();
  const file = join(folder, 'page.json');
  const list = [
    ...headers,
    ['content-type', type],
    ['content-length', String(bytes.length)],
    ['x-request-id', ''],
  ];
  writeFileSync(file, JSON.stringify({ list: list.flat(), body: bytes.toString('latin1') }));
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'portal-bare-node.ts'), file, String(port)],
    { stdio: 'ignore' },
  );
  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(address);
  return { address, pids: [child.pid ?? 0], stop: async () => await stopChild(child) };
}
