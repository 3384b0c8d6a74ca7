import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { answersIn, openRaw, type RawConnection } from '../../test/raw-connection.ts';
import { cacheKey, createPageCache } from './page-cache.ts';
import type { FrontAnswer } from './page-cache-front-answers.ts';
import { answerClientError } from './parser-answers.ts';
import { STANDARD_DISPLAY } from './portal-pages-site.ts';
import { prepareBody } from './prepared-body.ts';
import { createSocketFront, type SocketFront } from './socket-front.ts';

/** How connections live and end on a server of one small page and one large file; all else the parser answers. */

const LARGE = 8 * 1024 * 1024;
const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

let server: Server;
let front: SocketFront;
let parsed: string[];
let told: FrontAnswer[];
let open: RawConnection[];

async function start(options: ServerOptions): Promise<void> {
  parsed = [];
  told = [];
  open = [];
  const cache = createPageCache(2 * LARGE);
  for (const [path, bytes] of [
    ['/small', 5],
    ['/large', LARGE],
  ] as const) {
    await cache.get(cacheKey(STANDARD_DISPLAY, path), () =>
      prepareBody('text/plain', Buffer.alloc(bytes, 'x'), false),
    );
  }
  server = createServer(options, (request, response) => {
    parsed.push(request.url ?? '');
    response.setHeader('content-length', 6);
    // The large one as the routes send it.
    if (request.url === '/large') response.setHeader('content-length', LARGE).end(Buffer.alloc(LARGE, 'x'));
    else setTimeout(() => response.end('parsed'), request.url === '/slow' ? 700 : 0);
  }).on('clientError', answerClientError);
  front = createSocketFront(server, {
    cache,
    newRequestId: randomUUID,
    onAnswer: (answer) => told.push(answer),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

afterEach(async () => {
  for (const { socket } of open) socket.destroy();
  server.closeAllConnections();
  if (server.listening) server.close();
});

async function connected(): Promise<RawConnection> {
  const place = server.address();
  const connection = await openRaw(typeof place === 'object' && place !== null ? place.port : 0);
  open.push(connection);
  return connection;
}

const statuses = async (connection: RawConnection, count: number): Promise<readonly number[]> =>
  (await connection.answers(count)).map(({ status }) => status);

const connections = async (): Promise<number> => await promisify(server.getConnections.bind(server))();

describe('who says nothing', () => {
  it('is told so and sent away, after the time for headers', async () => {
    await start({ headersTimeout: 200, connectionsCheckingInterval: 20 });
    const connection = await connected();
    expect(await connection.ended(3000)).toBe(true);
    expect(await statuses(connection, 1)).toEqual([408]);
    await expect.poll(connections).toBe(0);
  });

  it('after an answer is sent away without a word, after the time for idle connections', async () => {
    await start({ headersTimeout: 100, connectionsCheckingInterval: 20, keepAliveTimeout: 4000 });
    const connection = await connected();
    connection.write(get('/small'));
    expect(await statuses(connection, 1)).toEqual([200]);
    // Longer than headers may take: between requests that time does not run.
    await wait(600);
    connection.write(get('/small'));
    expect(await statuses(connection, 2)).toEqual([200, 200]);
    expect(await connection.ended(15_000)).toBe(true);
    expect(await statuses(connection, 3)).toEqual([200, 200]);
    await expect.poll(connections).toBe(0);
    expect(parsed).toEqual([]);
  });

  it.each([0, 1])('in the middle of a request after %s answers is told so by the parser', async (answers) => {
    await start({ headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 20 });
    const connection = await connected();
    for (let count = 1; count <= answers; count++) {
      connection.write(get('/small'));
      await connection.answers(count);
    }
    for (const piece of ['GET /sm', 'all HTTP/1.1\r\n', 'Host: a\r\n']) {
      connection.write(piece);
      await wait(50);
    }
    expect(await connection.ended(3000)).toBe(true);
    expect((await statuses(connection, answers + 1)).at(-1)).toBe(408);
    await expect.poll(connections).toBe(0);
  });
});

it('who waits for a slow answer of the routes is not sent away', async () => {
  await start({ headersTimeout: 200, connectionsCheckingInterval: 20 });
  const connection = await connected();
  connection.write(get('/slow'));
  expect((await connection.answers(1)).map(({ body }) => body)).toEqual(['parsed']);
});

it('who does not read makes the server wait, and gets every answer in the end', async () => {
  await start({});
  const connection = await connected();
  connection.socket.pause();
  for (let count = 0; count < 20; count++) {
    connection.write(get('/large'));
    // Each by itself; several at once would be the parser's anyhow.
    await wait(40);
  }
  // What the system's own buffers take, one answer more by the front and one by the parser, which reads no further.
  expect(told.length + parsed.length).toBeLessThan(10);
  connection.socket.resume();
  await expect.poll(() => connection.received().length, { timeout: 60_000 }).toBeGreaterThan(20 * LARGE);
  const answers = await connection.answers(20);
  expect(answers.map(({ status, body }) => [status, body.length])).toEqual(
    Array.from({ length: 20 }, () => [200, LARGE]),
  );
});

it('an answer that the system has not taken yet stays as it is when others get the same', async () => {
  await start({});
  const written: Buffer[] = [];
  class Waiting extends Socket {
    override _write(bytes: Buffer): void {
      written.push(bytes);
    }
  }
  for (const socket of [new Waiting(), new Waiting()]) {
    server.emit('connection', socket);
    socket.emit('data', Buffer.from(get('/small')));
  }
  const texts = written.map((bytes) => bytes.toString('latin1'));
  expect(texts.map((text) => /x-request-id: (.*)/.exec(text)?.[1])).toEqual(
    told.map(({ requestId }) => requestId),
  );
  expect(answersIn(texts.join('')).map(({ body }) => body)).toEqual(['xxxxx', 'xxxxx']);
});

it('who says farewell with the request gets the whole answer', async () => {
  await start({});
  const connection = await connected();
  connection.socket.end(get('/large'));
  const [answer] = await connection.answers(1);
  expect([answer?.status, answer?.body.length]).toEqual([200, LARGE]);
  expect(await connection.ended(3000)).toBe(true);
  await expect.poll(connections).toBe(0);
});

it('who breaks off in the middle of an answer harms nobody', async () => {
  await start({});
  const connection = await connected();
  connection.write(get('/large'));
  await wait(20);
  connection.socket.resetAndDestroy();
  await expect.poll(connections).toBe(0);
  const other = await connected();
  other.write(get('/small'));
  expect(await statuses(other, 1)).toEqual([200]);
});

it('no more connections than allowed are taken', async () => {
  await start({});
  server.maxConnections = 1;
  const first = await connected();
  first.write(get('/small'));
  expect(await statuses(first, 1)).toEqual([200]);
  const second = await connected();
  expect(await second.ended(3000)).toBe(true);
  first.write(get('/other'));
  expect(await statuses(first, 2)).toEqual([200, 200]);
  expect(parsed).toEqual(['/other']);
});

describe('a server that stops', () => {
  it('takes leave of idle connections and finishes what is being written', async () => {
    await start({});
    const silent = await connected();
    const idle = await connected();
    idle.write(get('/small'));
    await idle.answers(1);
    const reading = await connected();
    reading.socket.pause();
    reading.write(get('/large'));
    await expect.poll(() => told.length).toBe(2);
    front.close();
    const closed = once(server, 'close');
    server.close();
    expect(await silent.ended(3000)).toBe(true);
    expect(await idle.ended(3000)).toBe(true);
    reading.socket.resume();
    const [answer] = await reading.answers(1);
    expect(answer?.body).toHaveLength(LARGE);
    await closed;
  });

  it('answers nothing more on the socket', async () => {
    await start({});
    front.close();
    const connection = await connected();
    connection.write(get('/small'));
    expect(await statuses(connection, 1)).toEqual([200]);
    expect([parsed, told]).toEqual([['/small'], []]);
  });
});
