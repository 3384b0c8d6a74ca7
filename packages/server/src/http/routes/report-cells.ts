import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openDataFilePath, regionOpenDataPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { displayOf } from '../display.ts';
import { createFairGate } from '../fair-gate.ts';
import { cacheKey } from '../page-cache.ts';
import { displayFor } from '../portal-pages.ts';
import type { PathNames } from '../portal-pages-data.ts';
import {
  cellsText,
  type FoundCellRegister,
  OPEN_DATA_FORMATS,
  OPEN_DATA_TYPES,
  type OpenDataFormat,
  regionCellRegister,
} from '../portal-pages-open-data.ts';
import { acceptedEncoding, FILE_ANSWER, isKnown } from '../prepared-body.ts';
import { REGION_REGISTERS } from '../public-open-data.ts';
import { type PortalDependencies, sendNotFound } from './portal.ts';
import { sendBody } from './send-body.ts';

/** So many reports make a file of some megabytes, which is kept ready like a page; more go out as they are read. */
const KEPT_REPORTS = 100;

/** A long file costs a minute of work: few at once, and one for each reader. */
const GATE = createFairGate({ atOnce: 4, perAsker: 1, waiting: 8, waitingPerAsker: 1 });

const BUSY = '正在下载这份数据的人较多，请几分钟后再试。';

const NAME = /^[a-z0-9-]{1,64}$/;

/** Whoever takes longer for a piece than this has gone away without saying so. */
const PATIENCE_MS = 60_000;

/** Sends a register piece by piece; the next is read when the last has gone. */
async function stream(
  portal: PortalDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  { found, format }: { readonly found: FoundCellRegister; readonly format: OpenDataFormat },
): Promise<void> {
  const isCompressed = acceptedEncoding(request.headers['accept-encoding']) !== 'identity';
  const text = Readable.from(cellsText(portal, found, format), { objectMode: false });
  const packed = createGzip();
  if (isCompressed) {
    reply.header('content-encoding', 'gzip');
    text.on('error', (error) => packed.destroy(error)).pipe(packed);
    packed.on('close', () => text.destroy());
  }
  reply.raw.setTimeout(PATIENCE_MS, () => reply.raw.destroy());
  void reply.type(OPEN_DATA_TYPES[format]).send(isCompressed ? packed : text);
  // Done when it has gone, or the reader has.
  await finished(reply.raw).catch(() => undefined);
}

async function answer(
  portal: PortalDependencies,
  request: FastifyRequest<{ Params: PathNames & { readonly year: string } }>,
  reply: FastifyReply,
  format: OpenDataFormat,
): Promise<FastifyReply> {
  const { year, region = '' } = request.params;
  const names = { region, register: `annual-reports-${year}` };
  const known = [year, region].every((name) => NAME.test(name));
  const found = known ? await regionCellRegister(portal, names) : null;
  if (found === null) return await sendNotFound(portal, request, reply);
  const document = REGION_REGISTERS[OPEN_DATA_FORMATS.indexOf(format)];
  if (found.reports <= KEPT_REPORTS && document !== undefined) {
    const display = displayFor(document, displayOf(request.headers.cookie));
    const body = await portal.cache.get(
      cacheKey(display, document.path(names)),
      () => document.make(portal, names, display),
      document.shows(names),
    );
    return body === null ? await sendNotFound(portal, request, reply) : await sendBody(request, reply, body);
  }
  const hash = createHash('sha256').update(`${format} ${found.key}`).digest('base64url').slice(0, 27);
  // Weak: the same rows in another encoding.
  const etag = `W/"${hash}"`;
  reply.headers({ etag, 'cache-control': FILE_ANSWER.control, vary: FILE_ANSWER.vary });
  if (isKnown(request.headers['if-none-match'], `"${hash}"`)) return reply.code(304).send();
  if (request.method === 'HEAD') return reply.type(OPEN_DATA_TYPES[format]).send();
  const sent = await GATE.run(request.ip, async () => {
    await stream(portal, request, reply, { found, format });
    return true;
  });
  if (sent !== null) return reply;
  reply.removeHeader('etag').headers({ 'cache-control': 'no-store', 'retry-after': '300' });
  return reply.code(503).type('text/plain; charset=utf-8').send(BUSY);
}

/** All cells that a region has published of a year: kept ready where they are few, else streamed. */
export function reportCellRoutes(app: FastifyInstance, portal: PortalDependencies): void {
  for (const format of OPEN_DATA_FORMATS) {
    app.get<{ Params: PathNames & { readonly year: string } }>(
      openDataFilePath(regionOpenDataPath(':region'), 'annual-reports-:year', format),
      (request, reply) => answer(portal, request, reply, format),
    );
  }
}
