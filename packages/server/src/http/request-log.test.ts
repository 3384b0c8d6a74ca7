import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { requestLog } from './request-log.ts';

const SECRET = '张三身份证';
const encoded = encodeURIComponent(SECRET);

/** An application that logs in every way there is, its own and Fastify's. */
function logged() {
  const lines: string[] = [];
  const app = Fastify({ logger: requestLog((line) => lines.push(line)) });
  app.post<{ Params: { name: string } }>('/people/:name', async (request, reply) => {
    request.log.info({ req: request, res: reply }, 'asked for somebody');
    request.log.warn(`asked for ${request.params.name} at ${request.url}`);
    request.log.error(new Error(`no such person: ${request.params.name}`));
    request.log.error({ err: new RangeError(request.params.name) }, request.params.name);
    request.log.info({ route: request.routeOptions.url }, 'answered');
    throw Object.assign(new Error(`duplicate ${request.params.name}`), {
      detail: request.params.name,
      code: '23505',
    });
  });
  return { app, lines };
}

const ask = async () => {
  const { app, lines } = logged();
  await app.inject({
    method: 'POST',
    url: `/people/${encoded}?phone=${encoded}`,
    headers: {
      cookie: `session=${encoded}`,
      'user-agent': 'line\u2028break',
      'x-forwarded-for': '192.0.2.7',
    },
    payload: { name: SECRET },
  });
  await app.inject({ url: `/nowhere/${encoded}` });
  await app.close();
  return lines;
};

describe('the log of requests', () => {
  it('takes in nothing that a caller sent: address, query, path value, cookie, body, header (log injection)', async () => {
    const lines = await ask();
    expect(lines.length).toBeGreaterThan(5);
    const all = lines.join('');
    for (const piece of [SECRET, encoded, '192.0.2.7', 'session=', 'phone', '/nowhere', 'break']) {
      expect(all).not.toContain(piece);
    }
  });

  it('is one JSON object a line, with kind, code and place of a fault and words of our own', async () => {
    const lines = await ask();
    const parsed = lines.map((line): Record<string, unknown> => JSON.parse(line));
    expect(lines.every((line) => /^[\u0020-\u007e]+\n$/.test(line))).toBe(true);
    expect(parsed).toContainEqual(expect.objectContaining({ route: '/people/:name', msg: 'answered' }));
    expect(parsed.some(({ err }) => JSON.stringify(err)?.includes('request-log.test.ts'))).toBe(true);
    expect(parsed.some(({ err }) => JSON.stringify(err)?.includes('23505'))).toBe(true);
    expect(parsed.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['asked for somebody', 'words withheld', 'fault']),
    );
  });

  it('writes nothing when it is switched off', () => {
    expect(requestLog(null)).toBe(false);
  });
});
