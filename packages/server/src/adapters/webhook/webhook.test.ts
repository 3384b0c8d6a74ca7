import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../message/sender.ts';
import { parseAllowList } from './address-policy.ts';
import { type Resolve, resolveByDns } from './outbound.ts';
import { webhookSender } from './webhook.ts';

const SECRET = 'a secret of thirty-two characters';
const AT = new Date('2026-11-21T02:03:04.567Z');

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let servers: Server[] = [];
let received: Received[] = [];

afterEach(async () => {
  const closing = servers.map(async (server) => {
    server.closeAllConnections();
    await new Promise((closed) => {
      server.close(closed);
    });
  });
  await Promise.all(closing);
  servers = [];
  received = [];
});

type Answer = (response: ServerResponse) => void;

const accept: Answer = (response) => response.writeHead(204).end();

const answering = (answer: Answer) => (request: IncomingMessage, response: ServerResponse) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const body = Buffer.concat(pieces).toString('utf8');
    received.push({ method: request.method, url: request.url, headers: request.headers, body });
    answer(response);
  });
};

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return (server.address() as AddressInfo).port;
}

const startGateway = (answer: Answer = accept): Promise<number> => listen(createServer(answering(answer)));

const LOCAL = 'gateway.test, localhost, 127.0.0.1, 127.0.0.0/8';

interface Setup {
  readonly gateway?: string | null;
  readonly allow?: string;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
}

const loopback: Resolve = () => Promise.resolve(['127.0.0.1']);

const message: OutgoingMessage = {
  messageId: '00000000-0000-4000-8000-000000000001',
  channel: 'sms',
  address: '13800138000',
  template: 'system.test',
  subject: '测试通知',
  text: '正文\n',
  html: '',
};

const send = async (
  { gateway = null, allow = LOCAL, resolve = loopback, timeoutMs = 60_000 }: Setup,
  more: Partial<OutgoingMessage> = {},
  signal = new AbortController().signal,
) => {
  const list = parseAllowList(allow)!;
  const sender = webhookSender({ secret: SECRET, allow: list, gateway }, () => AT, { resolve, timeoutMs });
  return await sender.send({ ...message, ...more }, signal);
};

describe('a webhook', () => {
  it('posts JSON that is signed, timed and numbered', async () => {
    const port = await startGateway();
    expect(await send({ gateway: `http://gateway.test:${port}/sms?line=1` })).toBe('sent');
    const [{ method, url, headers, body } = { headers: {}, body: '' } as Received] = received;
    expect({ method, url, host: headers.host }).toEqual({
      method: 'POST',
      url: '/sms?line=1',
      host: `gateway.test:${port}`,
    });
    expect(JSON.parse(body)).toEqual({
      id: message.messageId,
      channel: 'sms',
      template: 'system.test',
      recipient: '13800138000',
      subject: '测试通知',
      text: '正文\n',
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': message.messageId,
      'x-zhaoshi-timestamp': '1795226584',
    });
    const expected = createHmac('sha256', SECRET)
      .update(`1795226584.${message.messageId}.${body}`)
      .digest('hex');
    expect(headers['x-zhaoshi-signature']).toBe(`sha256=${expected}`);
  });

  it('without a gateway asks the address itself, and does not repeat it in the body', async () => {
    const port = await startGateway();
    await send({}, { channel: 'webhook', address: `http://localhost:${port}/hook` });
    expect(JSON.parse(received[0]?.body ?? '')).not.toHaveProperty('recipient');
  });

  it.each([
    [200, null],
    [301, 'gateway-refused'],
    [400, 'gateway-refused'],
    [401, 'gateway-sign-in'],
    [429, 'gateway-busy'],
    [500, 'gateway-busy'],
    [503, 'gateway-busy'],
  ])('takes the answer %i as %s', async (status, code) => {
    const port = await startGateway((response) => response.writeHead(status).end());
    const sent = send({ gateway: `http://gateway.test:${port}/` });
    await (code === null ? expect(sent).resolves.toBe('sent') : expect(sent).rejects.toMatchObject({ code }));
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%i)', async (status) => {
    const inside = await startGateway();
    const port = await startGateway((response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${inside}/` }).end(),
    );
    await expect(send({ gateway: `http://gateway.test:${port}/` })).rejects.toMatchObject({
      code: 'gateway-refused',
    });
    expect(received).toHaveLength(1);
  });

  it('does not wait for ever, nor read an endless answer', async () => {
    const silent = await startGateway(() => {});
    await expect(send({ gateway: `http://gateway.test:${silent}/`, timeoutMs: 200 })).rejects.toMatchObject({
      code: 'gateway-timeout',
    });
    const endless = await startGateway((response) => {
      response.writeHead(200);
      response.write('x'.repeat(1_000_000));
    });
    expect(await send({ gateway: `http://gateway.test:${endless}/` })).toBe('sent');
  });

  it('ends when the job has to end', async () => {
    const silent = await startGateway(() => {});
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const sent = send({ gateway: `http://gateway.test:${silent}/` }, {}, controller.signal);
    await expect(sent).rejects.toMatchObject({ code: 'gateway-unreachable' });
  });
});

// Attack list 1.
describe('a webhook never reaches inside', () => {
  it.each([
    ['http://127.0.0.1:PORT/', '127.0.0.1'],
    ['http://localhost:PORT/', 'localhost'],
    ['http://[::1]:PORT/', '::1'],
    ['http://[::ffff:127.0.0.1]:PORT/', '::ffff:7f00:1'],
    ['http://[::ffff:7f00:1]:PORT/', '::ffff:7f00:1'],
    ['http://2130706433:PORT/', '127.0.0.1'],
    ['http://0x7f.1:PORT/', '127.0.0.1'],
    ['http://0177.0.0.1:PORT/', '127.0.0.1'],
    ['http://0.0.0.0:PORT/', '0.0.0.0'],
    ['https://localhost:PORT/', 'localhost'],
  ])('by %s, though the name is allowed', async (address, host) => {
    const port = await startGateway();
    const sent = send(
      { allow: host, resolve: resolveByDns },
      { address: address.replace('PORT', String(port)) },
    );
    await expect(sent).rejects.toMatchObject({ code: 'address-refused' });
    expect(received).toEqual([]);
  });

  it.each([
    'http://other.test/',
    'http://gateway.test.evil.cn/',
    'http://gateway.test@evil.cn/',
    'http://user:password@gateway.test/',
    'file:///etc/passwd',
    'ftp://gateway.test/',
    'gopher://gateway.test/',
    'gateway.test',
    '//gateway.test/',
    '',
  ])('by what is not on the list: %s', async (address) => {
    await expect(send({}, { address })).rejects.toMatchObject({ code: 'address-refused' });
  });

  it.each([['10.0.0.1'], ['169.254.169.254'], ['::1'], ['::ffff:127.0.0.1'], ['fd00::1']])(
    'by a name that points to %s',
    async (inside) => {
      const sent = send(
        { allow: 'gateway.test', resolve: () => Promise.resolve([inside]) },
        { address: 'https://gateway.test/' },
      );
      await expect(sent).rejects.toMatchObject({ code: 'address-refused' });
    },
  );

  it('by a name of which one address is outside and one inside', async () => {
    const resolve: Resolve = () => Promise.resolve(['223.5.5.5', '127.0.0.1']);
    const sent = send({ allow: 'gateway.test', resolve }, { address: 'https://gateway.test/' });
    await expect(sent).rejects.toMatchObject({ code: 'address-refused' });
  });

  it('by a name that changes its address after it was looked at', async () => {
    const port = await startGateway();
    // The first answer is looked at and connected to; a second is never asked for.
    const answers = [['127.0.0.2'], ['127.0.0.1']];
    let asked = 0;
    const resolve: Resolve = () => {
      asked += 1;
      return Promise.resolve(answers[asked - 1] ?? []);
    };
    const sent = send({ resolve }, { address: `http://gateway.test:${port}/` });
    await expect(sent).rejects.toMatchObject({ code: 'gateway-unreachable' });
    expect(asked).toBe(1);
    expect(received).toEqual([]);
  });

  it('unencrypted through the world', async () => {
    const sent = send({ resolve: () => Promise.resolve(['223.5.5.5']) }, { address: 'http://gateway.test/' });
    await expect(sent).rejects.toMatchObject({ code: 'gateway-unencrypted' });
  });

  it('by a server whose certificate nobody known signed', async () => {
    const read = (name: string): string =>
      readFileSync(join(import.meta.dirname, '../mail/fixtures', name), 'utf8');
    const options = { key: read('server-key.pem'), cert: read('server-cert.pem') };
    const port = await listen(createSecureServer(options, answering(accept)));
    const sent = send({}, { address: `https://localhost:${port}/` });
    await expect(sent).rejects.toMatchObject({ code: 'gateway-untrusted' });
    expect(received).toEqual([]);
  });
});
