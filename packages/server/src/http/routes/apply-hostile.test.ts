import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { answerTo, newApplicantBrowser } from '../../../test/applicant-browser.ts';
import {
  APPLY_START,
  PROOF,
  TYPED_PERSON,
  TYPED_REQUEST,
  upToConfirm,
  upToIdentity,
} from '../../../test/applicant-journey.ts';
import { docx } from '../../../test/sample-files.ts';
import { testServices } from '../../../test/test-api.ts';
import { createApp } from '../app.ts';
import { createPageCache } from '../page-cache.ts';
import { loadAssets } from './assets.ts';

let world: World;
const lines: string[] = [];
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const NOW = new Date('2026-11-21T02:03:04.567Z');
const SECRETS = Object.values(TYPED_PERSON).filter((value) => value !== 'residentCard');

const caseCount = async (): Promise<number> =>
  (await world.database.server.selectFrom('application').select('application_id').execute()).length;

describe('a form from elsewhere', () => {
  it('is refused by what the browser says of its origin', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    const before = await caseCount();
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      const answer = await browser.post('/apply/confirm', {}, headers);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('不是从本站的页面发出的');
    }
    const { headers } = { headers: { cookie: browser.cookies(), origin: 'https://evil.example' } };
    const byOrigin = await world.app.inject({
      method: 'POST',
      url: '/apply/confirm',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(browser.hidden()).toString(),
    });
    expect(byOrigin.statusCode).toBe(403);
    expect(await caseCount()).toBe(before);
  });

  it('is refused without this browser’s own token, of whatever shape the body is', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    const other = newApplicantBrowser(world.app);
    await upToConfirm(other);
    const before = await caseCount();
    for (const token of ['', 'x', other.hidden()['token'] ?? '']) {
      expect((await browser.post('/apply/confirm', { token })).statusCode).toBe(403);
    }
    for (const [type, payload] of [
      ['application/json', '{"token":{}}'],
      ['application/json', 'null'],
      ['application/json', '"token"'],
      ['text/plain', 'token=1'],
    ] as const) {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/apply/confirm',
        headers: { cookie: browser.cookies(), 'content-type': type },
        payload,
      });
      expect(answer.statusCode, `${type} ${payload}`).toBe(403);
    }
    const bare = await world.app.inject({
      method: 'POST',
      url: '/apply/confirm',
      headers: { cookie: browser.cookies() },
    });
    expect(bare.statusCode).toBe(403);
    expect(await caseCount()).toBe(before);
  });

  it('cannot write what the step does not ask', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToIdentity(browser);
    await browser.get('/apply/request');
    await browser.post('/apply/request', {
      ...TYPED_REQUEST,
      kind: 'commercialEnterprise',
      isHuman: 'true',
      files: '[]',
    });
    const page = await browser.get('/apply/identity');
    expect(page.body).toContain('请回答');
    expect(page.body).toContain('申请人的身份证件');
  });
});

describe('the question that people answer', () => {
  const tried = async (change: (page: string) => Record<string, string>): Promise<string> => {
    const browser = newApplicantBrowser(world.app);
    const page = await upToIdentity(browser);
    return (await browser.upload('/apply/identity', change(page.body), [PROOF])).body;
  };

  it('is asked anew after a wrong answer, and no file is taken', async () => {
    const files = async () =>
      (await world.database.server.selectFrom('file').select('file_id').execute()).length;
    const before = await files();
    const body = await tried(() => ({ answer: '不知道' }));
    expect(body).toContain('回答不对或者已经过期');
    expect(body).not.toContain('已上传');
    expect(await files()).toBe(before);
  });

  it('is good for one answer, in time, of the browser that was asked', async () => {
    const browser = newApplicantBrowser(world.app);
    const page = await upToIdentity(browser);
    const { ticket = '' } = browser.hidden();
    const answer = answerTo(page.body);
    await browser.upload('/apply/identity', { answer: '错' }, [PROOF]);
    // Used up by the wrong answer.
    expect((await browser.upload('/apply/identity', { answer, ticket }, [PROOF])).body).toContain('回答不对');

    const first = newApplicantBrowser(world.app);
    const asked = await upToIdentity(first);
    const stolen = { answer: answerTo(asked.body), ticket: first.hidden()['ticket'] ?? '' };
    expect(await tried(() => stolen)).toContain('回答不对');
    expect((await first.upload('/apply/identity', stolen, [PROOF])).headers.location).toBe('/apply/confirm');
    expect(await tried(() => stolen)).toContain('回答不对');

    const slow = newApplicantBrowser(world.app);
    const seen = await upToIdentity(slow);
    world.setNow(new Date(NOW.getTime() + 2.1 * 3_600_000));
    const late = await slow.upload('/apply/identity', { answer: answerTo(seen.body) }, [PROOF]);
    world.setNow(NOW);
    expect(late.body).toContain('回答不对');
  });

  it('cannot be made up or changed', async () => {
    for (const ticket of ['', 'v1.AAAA', '{"answers":["1"]}']) {
      expect(await tried(() => ({ ticket, answer: '1' }))).toContain('回答不对');
    }
    expect(
      await tried((page) => {
        const sealed = /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
        return { ticket: `${sealed.slice(0, -2)}AA`, answer: answerTo(page) };
      }),
    ).toContain('回答不对');
  });
});

describe('an upload', () => {
  const uploaded = async (content: Buffer, name: string): Promise<string> => {
    const browser = newApplicantBrowser(world.app);
    const page = await upToIdentity(browser);
    return (
      await browser.upload('/apply/identity', { answer: answerTo(page.body) }, [
        { field: 'identity', name, content },
      ])
    ).body;
  };

  it('that is too large, of another type or hidden as one is refused with what to do', async () => {
    // Tests take files up to one mebibyte.
    expect(await uploaded(Buffer.alloc(1024 * 1024 + 1, 'a'), '证件.pdf')).toContain(
      '文件超过 1 MB，没有接收',
    );
    expect(await uploaded(docx(), '证件.docx')).toContain('只接收 PDF、JPG 或者 PNG');
    expect(await uploaded(docx(), '证件.pdf')).toContain('没有接收');
    expect(await uploaded(Buffer.from('<svg/>'), '证件.svg')).toContain('没有接收');
  });
});

describe('what is uploaded in a day', () => {
  const { files } = testServices();
  const fileCount = async ({ database }: World): Promise<number> =>
    (await database.server.selectFrom('file').select('file_id').execute()).length;

  /** A new draft from an address with a proof; what the page then says. */
  async function uploadFrom({ app }: World, address: string): Promise<string> {
    const browser = newApplicantBrowser(app, address);
    const page = await upToIdentity(browser);
    const sent = await browser.upload('/apply/identity', { answer: answerTo(page.body) }, [PROOF]);
    return sent.statusCode === 303 ? '已接收' : sent.body;
  }

  it('from one network has an end, that others and the next day do not feel', async () => {
    const limited = await createWorld({ files: { ...files, networkDailyBytes: PROOF.content.length + 1 } });
    try {
      expect(await uploadFrom(limited, '203.0.113.9')).toBe('已接收');
      expect(await uploadFrom(limited, '203.0.113.9')).toBe('已接收');
      const refused = await uploadFrom(limited, '203.0.113.9');
      expect(refused).toContain('今天从这个网络地址上传的文件合计已达');
      expect(refused).toContain('请明天再上传');
      expect(refused).toContain('当面或者邮寄提交');
      expect(await fileCount(limited)).toBe(2);
      expect(await uploadFrom(limited, '203.0.113.10')).toBe('已接收');
      const kept = JSON.stringify(
        await limited.database.server.selectFrom('portal_upload').selectAll().execute(),
      );
      expect(kept).not.toContain('203.0.113');
      limited.setNow(new Date(NOW.getTime() + 86_400_000));
      expect(await uploadFrom(limited, '203.0.113.9')).toBe('已接收');
    } finally {
      await limited.close();
    }
  });

  it('by everybody together has an end', async () => {
    const limited = await createWorld({ files: { ...files, portalDailyBytes: PROOF.content.length + 1 } });
    try {
      expect(await uploadFrom(limited, '203.0.113.9')).toBe('已接收');
      expect(await uploadFrom(limited, '203.0.113.10')).toBe('已接收');
      expect(await uploadFrom(limited, '203.0.113.11')).toContain('今天本网站接收的文件已达上限');
      expect(await fileCount(limited)).toBe(2);
    } finally {
      await limited.close();
    }
  });
});

describe('what an applicant typed', () => {
  it('stands in no cache, no log line, no address, and readable in no table', async () => {
    const app = createApp({
      portal: { published: world.database.portal, cache: createPageCache(1_000_000) },
      api: {
        base: { ...world.database.context, services: world.services },
        secure: false,
        version: '0',
        attempts: { perAddress: 100_000, perAccount: 100_000 },
      },
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: (line) => lines.push(line),
    });
    const browser = newApplicantBrowser(app);
    const confirm = await upToConfirm(browser);
    expect(confirm.body).toContain(TYPED_PERSON.identityNumber);
    const pages = await Promise.all(
      ['kind', 'applicant', 'request', 'identity', 'confirm'].map((step) => browser.get(`/apply/${step}`)),
    );
    await browser.get('/apply/confirm');
    const sent = await browser.post('/apply/confirm', {});
    pages.push(confirm, sent, await browser.get('/apply/receipt'), await browser.get(APPLY_START));
    for (const { headers } of pages) {
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers.etag).toBeUndefined();
    }
    await app.close();
    expect(lines.length).toBeGreaterThan(10);
    const kept = JSON.stringify([lines, browser.cookies(), sent.headers]);
    for (const secret of [...SECRETS, '养护资金']) expect(kept).not.toContain(secret);
    const tables = await Promise.all(
      (
        ['application_draft', 'application_event', 'applicant', 'audit_entry', 'applicant_session'] as const
      ).map((table) => world.database.owner.selectFrom(table).selectAll().execute()),
    );
    const stored = JSON.stringify(tables);
    for (const secret of [...SECRETS, PROOF.name]) expect(stored).not.toContain(secret);
  });

  it('is bound to a cookie that no script reads and no other site sends', async () => {
    const browser = newApplicantBrowser(world.app);
    await browser.get(APPLY_START);
    const [cookie = ''] = [(await browser.post(APPLY_START, {})).headers['set-cookie']].flat();
    expect(cookie).toMatch(
      /^zhaoshi-draft=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/,
    );
  });

  it('is text wherever it is shown', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToConfirm(browser);
    const evil = '</textarea><script>alert(1)</script>';
    await browser.get('/apply/request');
    await browser.post('/apply/request', { ...TYPED_REQUEST, description: evil });
    for (const step of ['request', 'confirm']) {
      const { body } = await browser.get(`/apply/${step}`);
      expect(body).not.toContain('<script>');
      expect(body).toContain('&lt;script&gt;');
    }
  });

  it('is refused whole when it is too long to be read', async () => {
    const browser = newApplicantBrowser(world.app);
    await upToIdentity(browser);
    await browser.get('/apply/request');
    const answer = await browser.post('/apply/request', { description: '长'.repeat(100_000) });
    expect(answer.statusCode).toBe(413);
    expect(answer.body).toContain('内容过长');
    expect((await browser.get('/apply/request')).body).toContain('按乡镇列明');
  });

  it('begins with no more than what could be looked for', async () => {
    const browser = newApplicantBrowser(world.app);
    await browser.get(APPLY_START);
    expect((await browser.post(APPLY_START, { subject: '长'.repeat(20_000) })).statusCode).toBe(303);
    const drafts = await world.database.server.selectFrom('application_draft').select('sealed').execute();
    expect(Math.max(...drafts.map(({ sealed }) => sealed.length))).toBeLessThan(10_000);
  });
});

describe('one address', () => {
  it('sends only so many forms in a minute', async () => {
    const strict = await createWorld({}, { perAddress: 5, perAccount: 5 });
    const browser = newApplicantBrowser(strict.app, '203.0.113.7');
    await browser.get(APPLY_START);
    const codes = [];
    for (let index = 0; index < 7; index += 1) codes.push((await browser.post(APPLY_START, {})).statusCode);
    expect(codes).toEqual([303, 303, 303, 303, 303, 429, 429]);
    expect((await newApplicantBrowser(strict.app, '203.0.113.8').post(APPLY_START, {})).statusCode).toBe(303);
    await strict.close();
  });
});
