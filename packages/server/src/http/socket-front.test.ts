import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemonstrationDatabase } from '../../test/demonstration-database.ts';
import { answersIn, openRaw, type RawAnswer } from '../../test/raw-connection.ts';
import { testApi } from '../../test/test-api.ts';
import type { TestDatabase } from '../../test/test-database.ts';
import { createApp } from './app.ts';
import { createPageCache } from './page-cache.ts';
import { createPageCacheFront, type PageCacheFront } from './page-cache-front.ts';
import { answerClientError, answerExpectations, refusesWithoutHost } from './parser-answers.ts';
import { loadAssets } from './routes/assets.ts';
import { readPlainRequest } from './socket-front-request.ts';

/** The same routes three times: as the server has them, without the front on the socket, without any front. */

const PAGE = '/hedong/jindian';
const PDF = '/hedong/jindian/annual-reports/2021/report.pdf';
const ENCODINGS = ['br', 'gzip', 'identity'];
const BYE = 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

let test: TestDatabase;
let app: FastifyInstance;
let parser: Server;
let routes: Server;
let etag = '';
/** Requests that the parser handed to the routes. */
let parsed = 0;
const log: string[] = [];

const portOf = (server: { readonly address: () => AddressInfo | string | null }): number => {
  const place = server.address();
  return typeof place === 'object' && place !== null ? place.port : 0;
};

/** Node's parser, a front behind it, the routes. */
async function startWith(front: PageCacheFront): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 72_000, requireHostHeader: false }, (request, response) => {
    if (front(request, response)) return;
    if (!refusesWithoutHost(request, response)) app.routing(request, response);
  });
  answerExpectations(server).on('clientError', answerClientError).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

beforeAll(async () => {
  test = await createDemonstrationDatabase();
  const cache = createPageCache(10_000_000);
  app = createApp({
    portal: { published: test.portal, cache },
    api: testApi(test.context),
    assets: await loadAssets(),
    consoleFiles: { page: null, bodies: new Map() },
    isReady: () => Promise.resolve(true),
    log: (line) => log.push(line),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  app.server.on('request', () => (parsed += 1));
  parser = await startWith(createPageCacheFront({ cache, newRequestId: randomUUID, onAnswer: () => {} }));
  routes = await startWith(() => false);
  for (const url of [PAGE, PDF]) {
    for (const encoding of ENCODINGS) {
      for (const cookie of ['', 'display=large-high']) {
        const headers = { 'accept-encoding': encoding, cookie };
        const answer = await app.inject({ method: 'GET', url, headers });
        if (url === PAGE && encoding === 'br' && cookie === '') etag = String(answer.headers.etag);
      }
    }
  }
});

afterAll(async () => {
  for (const server of [parser, routes]) {
    server.closeAllConnections();
    server.close();
  }
  await app.close();
  await test.drop();
});

const digest = (body: string): string => createHash('sha256').update(body, 'latin1').digest('hex');

/** What comes to pieces sent one after the other, each after the answer to the one before or a while. */
async function talk(port: number, pieces: readonly string[], pauseMs: number): Promise<readonly RawAnswer[]> {
  const connection = await openRaw(port);
  for (const [index, piece] of pieces.entries()) {
    connection.write(piece);
    await Promise.race([connection.answers(index + 1), wait(pauseMs)]);
  }
  await connection.ended(1500);
  connection.socket.destroy();
  return answersIn(connection.received()).map((answer) => ({ ...answer, body: digest(answer.body) }));
}

/** With and without the front on the socket. */
const both = async (pieces: readonly string[], pauseMs = 1000) =>
  await Promise.all([app.server, parser].map((server) => talk(portOf(server), pieces, pauseMs)));

const get = (headers: readonly string[] = [], line = `GET ${PAGE} HTTP/1.1`): string =>
  `${[line, 'Host: a', ...headers].join('\r\n')}\r\n\r\n`;

const BROWSER = [
  'Connection: keep-alive',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36',
  'Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
  'Sec-Fetch-Site: none',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: zh-CN,zh;q=0.9',
];

describe('are answered on the socket, as the routes would', () => {
  it.each<readonly [string, () => string]>([
    ['the shortest request', () => get()],
    ['a browser', () => get(BROWSER)],
    ['gzip alone', () => get(['ACCEPT-ENCODING:gzip'])],
    ['br refused', () => get(['Accept-Encoding: gzip, br;q=0'])],
    ['an encoding with blanks', () => get(['Accept-Encoding:    br   '])],
    ['a known page', () => get(['Accept-Encoding: br', `If-None-Match: ${etag}`])],
    ['a page known in another way', () => get(['Accept-Encoding: br', `If-None-Match: "x", W/${etag}`])],
    ['a page known in another encoding', () => get([`If-None-Match: ${etag}`])],
    ['large text', () => get(['Cookie: a=b; display=large-high', 'Accept-Encoding: br'])],
    ['an unknown display', () => get(['Cookie: display=huge'])],
    ['a file to be taken home', () => get([], `GET ${PDF} HTTP/1.1`)],
    [
      'headers that mean nothing here',
      () => get(['Range: bytes=0-9', 'Accept-Version: 2', 'Origin: null', 'X:']),
    ],
  ])('%s', async (_, request) => {
    const before = parsed;
    const [own, theirs] = await both([request(), BYE]);
    // The farewell is the parser's.
    expect(parsed - before).toBe(1);
    expect(own).toHaveLength(2);
    expect(own).toEqual(theirs);
    expect(own).toEqual(await talk(portOf(routes), [request(), BYE], 1000));
  });
});

/** Plain, and yet not ready. */
const NOT_READY: readonly (readonly [string, string])[] = [
  ['a query', get([], `GET ${PAGE}?a=b HTTP/1.1`)],
  ['a blank at the end of the path', get([], `GET ${PAGE}/ HTTP/1.1`)],
  ['nothing there', get([], 'GET /nowhere HTTP/1.1')],
  ['a path that is no text', get([], 'GET /%ff HTTP/1.1')],
];

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a farewell', get(['Connection: close'])],
  ['two connections', get(['Connection: keep-alive', 'Connection: close'])],
  ['HEAD', get([], `HEAD ${PAGE} HTTP/1.1`).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')],
  ['POST', `${get(['Content-Length: 3'], `POST ${PAGE} HTTP/1.1`)}a=b`],
  ['HTTP/1.0', get([], `GET ${PAGE} HTTP/1.0`)],
  ['HTTP/1.2', get([], `GET ${PAGE} HTTP/1.2`)],
  ['an absolute address', get([], `GET http://a${PAGE} HTTP/1.1`)],
  ['small letters', get([], `get ${PAGE} HTTP/1.1`)],
  ['two blanks', get([], `GET  ${PAGE} HTTP/1.1`)],
  ['a blank after the version', get([], `GET ${PAGE} HTTP/1.1 `)],
  ['an empty line before', `\r\n${get()}`],
  ['two hosts', get(['Host: b'])],
  ['no host', get().replace('Host: a\r\n', 'A: b\r\n')],
  ['an empty host', get().replace('Host: a', 'Host:')],
  ['an encoding twice', get(['Accept-Encoding: br', 'Accept-Encoding: gzip'])],
  ['a cookie twice', get(['Cookie: display=large-high', 'Cookie: a=b'])],
  ['a folded line', get(['Accept-Encoding: gzip,', ' br'])],
  ['bare LF', get(['Accept-Encoding: br']).replaceAll('\r\n', '\n')],
  ['one bare LF', get(['A: b\nAccept-Encoding: br'])],
  ['bare CR', get(['A: b\rContent-Length: 5'])],
  ['a NUL', get(['A: b\0'])],
  ['a tab', get(['Accept-Encoding:\tbr\t'])],
  ['bytes above ASCII', get(['A: \xe4\xbd\xa0'])],
  ['a blank before the colon', get(['Content-Length : 5'])],
  ['a line without colon', get(['Content-Length'])],
  ['a line without name', get([': a'])],
  ['a name with a blank', get(['A B: c'])],
  ['a length of nothing', get(['Content-Length: 0'])],
  ['a length', `${get(['Content-Length: 3'])}a=b`],
  ['pieces', `${get(['Transfer-Encoding: chunked'])}0\r\n\r\n`],
  ['length and pieces', `${get(['Content-Length: 4', 'Transfer-Encoding: chunked'])}0\r\n\r\n`],
  ['pieces in an unknown way', `${get(['Transfer-Encoding: xchunked'])}0\r\n\r\n`],
  ['an expectation', get(['Expect: 100-continue'])],
  ['another expectation', get(['Expect: cake'])],
  ['an upgrade', get(['Connection: Upgrade', 'Upgrade: h2c'])],
  ['a proxy', get(['Proxy-Connection: close'])],
  ['9 KiB', get([`A: ${'a'.repeat(9 * 1024)}`])],
  ['17 KiB', get([`A: ${'a'.repeat(17 * 1024)}`])],
  ['150 headers', get(Array.from({ length: 150 }, (_, index) => `A${index}: b`))],
  ['two at once', get() + get(['Accept-Encoding: br'])],
  ['one and a smuggled one', `${get()}POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nGET /`],
  ['no HTTP', 'NONSENSE\r\n\r\n'],
];

describe('go to the parser whole', () => {
  it.each([...NOT_READY, ...HOSTILE])('%s', async (_, request) => {
    const [own, theirs] = await both([request, BYE], 200);
    expect(own?.length).toBeGreaterThan(0);
    expect(own).toEqual(theirs);
  });

  it.each([...NOT_READY, ...HOSTILE])('%s after an answered request', async (_, request) => {
    const [own, theirs] = await both([get(BROWSER), request, BYE], 200);
    expect(own?.length).toBeGreaterThan(1);
    expect(own).toEqual(theirs);
  });

  it.each(HOSTILE)('%s is not even read', (_, request) => {
    expect(readPlainRequest(Buffer.from(request, 'latin1'))).toBeNull();
  });

  it.each([
    ['Content-Length: 41', 'GET /smuggled HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n'],
    ['Transfer-Encoding: chunked', '5\r\nGET /\r\n0\r\n\r\n'],
  ])('a request with %s, and its body later', async (header, body) => {
    const [own, theirs] = await both([get(), get([header]), body, BYE], 150);
    expect(own?.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(own).toEqual(theirs);
  });

  it('a request in two pieces, and what follows it', async () => {
    const [own, theirs] = await both([get(), get(BROWSER).slice(0, 40), get(BROWSER).slice(40), BYE], 100);
    expect(own?.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(own).toEqual(theirs);
  });
});

const LINES = `Host: a
Host: b
Host:
Accept-Encoding: br
Accept-Encoding: gzip;q=0
Cookie: display=large-high
Content-Length: 0
Content-Length: 5
Transfer-Encoding: chunked
Connection: keep-alive
Connection: close
If-None-Match: *
A: b
 folded
X : y
Expect: 100-continue
Upgrade: a
`.split('\n');
const oneOf = fc.constantFrom;
const head = fc
  .record({
    method: fc.oneof({ weight: 6, arbitrary: fc.constant('GET') }, oneOf('HEAD', 'POST', 'get', 'OPTIONS')),
    url: fc.oneof(
      { weight: 6, arbitrary: fc.constant(PAGE) },
      oneOf('/', '*', '/nowhere', `${PAGE}#a`, `//${PAGE}`),
    ),
    version: fc.oneof({ weight: 6, arbitrary: fc.constant('HTTP/1.1') }, oneOf('HTTP/1.0', 'HTTP/2.0', '')),
    lines: fc.array(oneOf(...LINES), { maxLength: 5 }),
    end: fc.oneof({ weight: 8, arbitrary: fc.constant('\r\n') }, oneOf('\n', '\r', ' \r\n')),
    odd: fc.option(fc.tuple(fc.nat(120), oneOf('\0', '\r', '\n', '\t', ' ', ':', '\x7f', '\xff')), {
      freq: 5,
    }),
  })
  .map(({ method, url, version, lines, end, odd }) => {
    const text = `${[`${method} ${url} ${version}`, 'Host: a', ...lines].join(end)}${end}${end}`;
    return odd === null ? text : text.slice(0, odd[0]) + odd[1] + text.slice(odd[0]);
  });

/**
 * Bytes given over are parsed in one go; otherwise promises get their turn between a request and garbage right behind it, and
 * an answer may leave before the fault is found.
 */
function isCutOff(own: readonly RawAnswer[], theirs: readonly RawAnswer[]): boolean {
  const before = own.slice(0, -1);
  return own.at(-1)?.status === 400 && isDeepStrictEqual(before, theirs.slice(0, before.length));
}

it('generated heads are answered as without the front', async () => {
  await fc.assert(
    fc.asyncProperty(head, async (text) => {
      const [own = [], theirs = []] = await both([text, BYE.repeat(2)], 60);
      const hasMore = /\r?\n\r?\n[^]/.test(text);
      if (!(hasMore && isCutOff(own, theirs))) expect(own).toEqual(theirs);
    }),
    { numRuns: Number(process.env['ZHAOSHI_FUZZ_RUNS'] ?? 60), endOnFailure: true, seed: 20_260_131 },
  );
});

it('each answer has its own id, the time and a line in the log', async () => {
  log.length = 0;
  const connection = await openRaw(portOf(app.server));
  for (const count of [1, 2]) {
    connection.write(get());
    await connection.answers(count);
  }
  connection.socket.destroy();
  const ids = [...connection.received().matchAll(/x-request-id: ([0-9a-f-]{36})\r\n/g)].map(([, id]) => id);
  const dates = [...connection.received().matchAll(/\r\nDate: (.{29})\r\n/g)].map(([, date]) => date ?? '');
  expect(new Set(ids).size).toBe(2);
  for (const date of dates) expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(60_000);
  expect(dates).toHaveLength(2);
  await expect.poll(() => log.join('')).toContain(String(ids[1]));
  expect(log.join('')).toContain(`"reqId":"${ids[0]}","method":"GET","route":"cached page","status":200`);
});
