import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type PreparedBody, prepareBody } from '../prepared-body.ts';
import { sendBody } from './send-body.ts';

/** The built staff application, read once at the start. */
export interface ConsoleFiles {
  /** The page, cut where each answer's nonce goes; `null` when the console is not built. */
  readonly page: readonly string[] | null;
  /** Everything else under its path; the names hold hashes of the contents. */
  readonly bodies: ReadonlyMap<string, PreparedBody>;
  /** The script that opens the console without a connection; absent when the console is not built. */
  readonly worker?: string;
}

const BUILT = join(import.meta.dirname, '../../../../console/dist');
const CONSOLE = '/console';
const ASSETS = `${CONSOLE}/assets`;
const NONCE_PLACE = '__CSP_NONCE__';
const NONCE_BYTES = 18;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** `null`: it is not there. */
async function textOf(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The files that `npm run build -w packages/console` wrote, compressed for all readers.
 *
 * @param folder where they lie
 */
export async function loadConsole(folder: string = BUILT): Promise<ConsoleFiles> {
  const page = (await textOf(folder, 'index.html'))?.split(NONCE_PLACE) ?? null;
  if (page === null) return { page, bodies: new Map() };
  const assets = join(folder, 'assets');
  const bodies = new Map<string, PreparedBody>();
  for (const name of await readdir(assets)) {
    const type = TYPES[extname(name)];
    if (type !== undefined)
      bodies.set(`${ASSETS}/${name}`, await prepareBody(type, await readFile(join(assets, name)), true));
  }
  const worker = await textOf(folder, 'worker.js');
  return { page, bodies, ...(worker !== null && { worker }) };
}

/**
 * Ant Design writes its styles into `<style>` elements that bear this answer's nonce; scripts come from the
 * server's own files alone. Style attributes in markup stay forbidden: React sets them through the CSSOM.
 */
const policyWith = (nonce: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob:; ` +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The worker asks this site for the console's own page and files, and nothing else of anybody. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

const NOT_BUILT = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>工作台尚未构建</title></head>
<body><main><h1>工作台尚未构建</h1>
<p>公开网站不受影响。请在安装目录中运行 <code>npm run build -w packages/console</code>，然后重新启动服务。</p>
</main></body></html>
`;

function sendPage(reply: FastifyReply, page: ConsoleFiles['page']): FastifyReply {
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
  if (page === null) return reply.code(503).send(NOT_BUILT);
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  return reply.header('content-security-policy', policyWith(nonce)).send(page.join(nonce));
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The staff application: its files, and for every other address below `/console` its one page. */
export function consoleRoutes(app: FastifyInstance, { page, bodies, worker }: ConsoleFiles): void {
  if (worker !== undefined)
    app.get(`${CONSOLE}/worker.js`, (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .headers({ 'cache-control': 'no-cache', 'content-security-policy': WORKER_POLICY })
        .send(worker),
    );
  // One route for all: hundreds of their own would take a noticeable part of the start.
  app.get<{ Params: { '*': string } }>(`${ASSETS}/*`, (request, reply) => {
    const body = bodies.get(`${ASSETS}/${request.params['*']}`);
    if (body !== undefined)
      return sendBody(request, reply, body, { control: FOR_EVER, vary: 'accept-encoding' });
    // A file of an earlier build is gone; the page in its place would be taken for a script.
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send('没有这个文件。\n');
  });
  app.get(CONSOLE, (_request, reply) => sendPage(reply, page));
  app.get(`${CONSOLE}/*`, (_request, reply) => sendPage(reply, page));
}
