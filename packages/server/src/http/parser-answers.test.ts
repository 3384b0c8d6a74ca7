import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/api-world.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

let world: World;
let port: number;
beforeAll(async () => {
  world = await createWorld();
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = world.app.server.address() as AddressInfo);
});
afterAll(() => world.close());

async function answerTo(sent: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  socket.write(sent);
  return await text(socket);
}

it.each([
  ['no HTTP', 'NONSENSE\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: cake\r\n\r\n', 417],
  ['headers too long', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
])('%s is answered with the headers of every answer', async (_, sent, status) => {
  const [head = ''] = (await answerTo(sent)).toLowerCase().split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^http/1\\.1 ${status} `));
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(head).toContain(`${name}: ${value.toLowerCase()}`);
  }
  expect(head).toMatch(/x-request-id: [0-9a-f-]{36}/);
});

it('a request that never ends is answered as well', async () => {
  const { server } = world.app;
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  const error = Object.assign(new Error('slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  server.once('connection', (accepted) => server.emit('clientError', error, accepted));
  const slow = connect({ host: '127.0.0.1', port });
  expect(await text(slow)).toMatch(
    /^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*x-content-type-options: nosniff/,
  );
  socket.destroy();
});
