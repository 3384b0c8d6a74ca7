import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseAllowList } from '../webhook/address-policy.ts';
import type { Resolve } from '../webhook/outbound.ts';
import { httpLinkProbe } from './link-probe.ts';

let servers: Server[] = [];
let asked: string[] = [];

afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((closed) => {
      server.close(closed);
    });
  }
  servers = [];
  asked = [];
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function site(answer: Answer): Promise<number> {
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return (server.address() as AddressInfo).port;
}

/** A name that is public for the test, and lives on this machine. */
const named = {
  allow: { hosts: 'any' as const, networks: parseAllowList('127.0.0.0/8')?.networks ?? null },
  timeoutMs: 60_000,
  resolve: ((host) =>
    host === 'gone.test' ? Promise.reject(new Error(host)) : Promise.resolve(['127.0.0.1'])) as Resolve,
};

const probe = async (address: string) => await httpLinkProbe(named).probe(address);

describe('a link is asked', () => {
  it.each([
    [200, 'alive', 1],
    [204, 'alive', 1],
    [304, 'alive', 1],
    [401, 'unknown', 1],
    [403, 'unknown', 2],
    [404, 'dead', 2],
    [410, 'dead', 2],
    [429, 'unknown', 1],
    [500, 'dead', 1],
  ] as const)('%i is %s, after %i requests', async (status, state, requests) => {
    const port = await site((_, response) => response.writeHead(status).end());
    expect(await probe(`http://a.test:${port}/x`)).toBe(state);
    expect(asked).toHaveLength(requests);
  });

  it('by its page where the site knows no question for the head', async () => {
    const port = await site(({ method }, response) => {
      response.writeHead(method === 'HEAD' ? 405 : 200).end();
    });
    expect(await probe(`http://a.test:${port}/`)).toBe('alive');
    expect(asked).toEqual(['HEAD /', 'GET /']);
  });

  it('along a few redirects, and not for ever', async () => {
    const port = await site(({ url }, response) => {
      const left = Number(url?.slice(1));
      response.writeHead(left === 0 ? 200 : 302, left === 0 ? {} : { location: `/${left - 1}` }).end();
    });
    expect(await probe(`http://a.test:${port}/5`)).toBe('alive');
    expect(await probe(`http://a.test:${port}/6`)).toBe('dead');
  });

  it('and nothing of a page without an end is read', async () => {
    const port = await site(({ method }, response) => {
      if (method === 'HEAD') response.writeHead(405).end();
      else response.writeHead(200).write('x'.repeat(100_000));
    });
    expect(await probe(`http://a.test:${port}/`)).toBe('alive');
  });

  it('no longer than the limit', async () => {
    const port = await site(() => {});
    const impatient = httpLinkProbe({ ...named, timeoutMs: 200 });
    expect(await impatient.probe(`http://a.test:${port}/`)).toBe('dead');
  });

  it('whose site is not there is dead, and so is a name that nobody knows', async () => {
    const port = await site((_, response) => response.end());
    for (const server of servers) await new Promise((closed) => server.close(closed));
    servers = [];
    expect(await probe(`http://a.test:${port}/`)).toBe('dead');
    expect(await probe('http://gone.test/')).toBe('dead');
  });
});

// Attack list 1.
describe('a link never leads inside', () => {
  const inside = httpLinkProbe();

  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0.0.0.0'])(
    'by %s',
    async (host) => {
      const port = await site((_, response) => response.end());
      expect(await inside.probe(`http://${host}:${port}/`)).toBe('unknown');
      expect(asked).toEqual([]);
    },
  );

  it.each(['10.0.0.1', '192.168.1.1', '169.254.169.254', '::ffff:10.0.0.1', 'fd00::1'])(
    'by a name that points to %s',
    async (address) => {
      const guarded = httpLinkProbe({ timeoutMs: 1000, resolve: () => Promise.resolve([address]) });
      expect(await guarded.probe('http://a.test/')).toBe('unknown');
    },
  );

  it('by a redirect', async () => {
    const secret = await site((_, response) => response.end());
    const port = await site((_, response) => {
      response.writeHead(302, { location: `http://inner.test:${secret}/secret` }).end();
    });
    // The first name is on a network that the test names; the second one is private.
    const resolve: Resolve = (host) => Promise.resolve([host === 'a.test' ? '127.0.0.1' : '10.1.1.1']);
    expect(await httpLinkProbe({ ...named, resolve }).probe(`http://a.test:${port}/`)).toBe('unknown');
    expect(asked).toEqual(['HEAD /']);
  });

  it.each(['file:///etc/passwd', 'ftp://a.test/', 'http://u:p@a.test/', 'javascript:1', 'x'])(
    'by what is no address of the web: %s',
    async (address) => {
      expect(await probe(address)).toBe('unknown');
    },
  );
});
