import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, call } from './api.ts';
import { CallProblem } from './problem.ts';

const ACCOUNT = { accountId: '6f1c7d1e-1c1f-4a3e-9c3b-0d6a4b1f2a01' };

const answer = (status: number, body: unknown): ReturnType<typeof vi.fn<typeof fetch>> => {
  const fetched = vi
    .fn<typeof fetch>()
    .mockResolvedValue(
      status === 204
        ? new Response(null, { status })
        : new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
    );
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

const sent = (fetched: ReturnType<typeof answer>): { url: unknown; init: RequestInit; headers: Headers } => {
  const [url, init = {}] = fetched.mock.calls[0] ?? [];
  return { url, init, headers: new Headers(init.headers) };
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('addressOf', () => {
  it('fills in parameters encoded, and leaves what is not given out of the query', () => {
    expect(
      addressOf('/api/x/:a/:b', {
        params: { a: '1/2', b: '文' },
        query: { q: '公 开', cursor: undefined, none: '' },
      }),
    ).toBe('/api/x/1%2F2/%E6%96%87?q=%E5%85%AC+%E5%BC%80');
    expect(addressOf('/api/x', { query: { tag: ['a', 'b'] } })).toBe('/api/x?tag=a&tag=b');
    expect(addressOf('/api/x', {})).toBe('/api/x');
  });
});

describe('call', () => {
  it('sends a change with the mark of our own pages, the version and the body', async () => {
    const fetched = answer(200, { displayName: '新名' });
    await call(
      accountsRoutes.edit,
      { params: ACCOUNT, body: { displayName: '新名' } },
      { version: 7, idempotencyKey: 'k' },
    );
    const { url, init, headers } = sent(fetched);
    expect(url).toBe(`/api/accounts/${ACCOUNT.accountId}`);
    expect(init).toMatchObject({ method: 'PUT', credentials: 'same-origin', body: '{"displayName":"新名"}' });
    expect(headers.get('zhaoshi-request')).toBe('console');
    expect(headers.get('if-match')).toBe('"7"');
    expect(headers.get('idempotency-key')).toBe('k');
  });

  it('answers null where the route answers nothing', async () => {
    answer(204, null);
    expect(await call(sessionRoutes.signOut, {})).toBeNull();
  });

  it('turns a problem document into an error that can be shown', async () => {
    answer(412, {
      type: 'urn:zhaoshi:problem:stale',
      title: '别人已经修改过',
      status: 412,
      code: 'stale',
      advice: '请核对',
      current: { name: '他名', version: 8 },
      requestId: 'r1',
    });
    const problem = await call(
      accountsRoutes.edit,
      { params: ACCOUNT, body: { displayName: '我名' } },
      { version: 7 },
    ).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(CallProblem);
    expect(problem).toMatchObject({
      code: 'stale',
      told: { current: { name: '他名', version: 8 }, requestId: 'r1' },
    });
  });

  it.each(['<html>502 Bad Gateway</html>', '{"error":"x"}', ''])(
    'tells an answer it cannot read as such: %j',
    async (body) => {
      answer(502, body);
      await expect(call(sessionRoutes.read, {})).rejects.toMatchObject({
        code: 'unreadable',
        told: { title: '系统出错' },
      });
    },
  );

  it('says that the server was not reached, and that nothing is lost', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call(sessionRoutes.read, {})).rejects.toMatchObject({ code: 'offline' });
  });
});
