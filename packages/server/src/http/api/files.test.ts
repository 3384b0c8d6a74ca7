import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { fileForm, plantFile } from '../../../test/file-samples.ts';
import { docx, pdf } from '../../../test/sample-files.ts';

let world: World;
let port: number;
/** An officer of the county. */
let officer: string;

beforeAll(async () => {
  world = await createWorld();
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = world.app.server.address() as AddressInfo);
  officer = await world.signedIn(world.county, 'disclosureOfficer');
});
afterAll(() => world.close());

type Headers = Readonly<Record<string, string | number>>;

const open = (method: string, path: string, headers: Headers): ClientRequest =>
  request({ host: '127.0.0.1', port, method, path, headers });

async function answerOf(sent: ClientRequest) {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const body = await buffer(response);
  return { status: response.statusCode, headers: response.headers, body };
}

const uploadPath = ({ regionId, organId }: WorldOrgan): string => `/api/organs/${regionId}/${organId}/files`;
const uploadHeaders = (cookie: string): Headers => ({
  cookie,
  'zhaoshi-request': '1',
  'idempotency-key': randomUUID(),
});

async function upload(name: string, content: Uint8Array, headers: Headers = {}, organ = world.county) {
  const { body, type } = fileForm(name, content);
  const all = { ...uploadHeaders(officer), 'content-type': type, ...headers };
  const sent = open('POST', uploadPath(organ), { ...all, 'content-length': body.length });
  sent.end(body);
  const answer = await answerOf(sent);
  return { ...answer, json: JSON.parse(answer.body.toString('utf8')) as Record<string, string> };
}

async function download(file: { regionId: string; fileId: string }, headers: Headers = {}, method = 'GET') {
  const sent = open(method, `/api/files/${file.regionId}/${file.fileId}/content`, {
    cookie: officer,
    ...headers,
  });
  sent.end();
  return await answerOf(sent);
}

const keys = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { key } of world.services.files.storage.list()) found.push(key);
  return found;
};
const spooled = (): string[] => readdirSync(world.services.files.spoolFolder);
const rowCount = async (): Promise<number> =>
  (await world.database.server.selectFrom('file').select('file_id').execute()).length;

beforeEach(async () => {
  await world.database.owner.deleteFrom('file').execute();
  for (const key of await keys()) await world.services.files.storage.remove(key);
});

describe('an upload', () => {
  it('is stored, told of, written to the trail without its name, and comes back byte for byte', async () => {
    const content = pdf();
    const { status, json } = await upload('关于张三的答复.pdf', content);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      name: '关于张三的答复.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      organId: world.county.organId,
      isEncrypted: false,
      isAttached: false,
    });
    const entry = await world.database.server
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('subject', '=', `file/${json['fileId']}`)
      .executeTakeFirstOrThrow();
    expect(entry.action).toBe('file.upload');
    expect(entry.details).not.toContain('张三');
    expect(JSON.parse(entry.details)).toMatchObject({
      size: content.length,
      commitments: { name: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    const back = await download(json as never);
    expect(back.body.equals(content)).toBe(true);
    expect(spooled()).toEqual([]);
  });

  it('of the same name and content twice is two files', async () => {
    const [first, second] = [await upload('a.pdf', pdf()), await upload('a.pdf', pdf())];
    expect(first.json['fileId']).not.toBe(second.json['fileId']);
    expect(await keys()).toHaveLength(2);
  });

  it('sent again with the same key is one file, and its bytes lie there once', async () => {
    const key = { 'idempotency-key': 'same-key-12345' };
    const [first, again] = [await upload('a.pdf', pdf(), key), await upload('a.pdf', pdf(), key)];
    expect(again.json).toEqual(first.json);
    expect([await rowCount(), (await keys()).length]).toEqual([1, 1]);
  });

  it.each<[string, string, Uint8Array, number, string]>([
    ['a program', 'a.exe', Buffer.from('MZ'), 415, '.exe'],
    ['a double extension', 'a.php.jpg', Buffer.from('x'), 422, '.php'],
    ['a drawing with a script', 'a.svg', Buffer.from('<svg onload=alert(1)>'), 415, '.svg'],
    ['a page named .pdf', 'a.pdf', Buffer.from('<html>'), 415, '网页'],
    ['a macro', 'a.docx', docx([{ name: 'word/vbaProject.bin', data: 'x' }]), 422, '宏'],
    ['an entry outside', 'a.docx', docx([{ name: '../x', data: 'x' }]), 422, '另存'],
    ['an empty file', 'a.pdf', Buffer.alloc(0), 422, '0 字节'],
    ['a file without a name', '', pdf(), 422, '没有完整的名称'],
  ])('of %s is refused with words, and nothing stays', async (_, name, content, status, words) => {
    const answer = await upload(name, content);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.json['detail']).toContain(words);
    expect([await rowCount(), await keys(), spooled()]).toEqual([0, [], []]);
  });

  it('whose name is a path is stored under a key, and shown by its last part', async () => {
    const { json } = await upload('../../../../tmp/evil.pdf', pdf());
    expect(json['name']).toBe('evil.pdf');
    expect(await keys()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  it('that is too large is stopped on the way, answered, and nothing stays', async () => {
    const { type } = fileForm('', Buffer.alloc(0));
    const sent = open('POST', uploadPath(world.county), { ...uploadHeaders(officer), 'content-type': type });
    sent.on('error', () => {});
    let written = 0;
    const answered = answerOf(sent);
    const boundary = /boundary=(.*)$/.exec(type)?.[1] ?? '';
    sent.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`);
    const done = answered.then(() => true);
    while (written < 200 * 1024 * 1024 && !(await Promise.race([done, sleep(0, false)]))) {
      if (!sent.write(Buffer.alloc(1024 * 1024))) await Promise.race([once(sent, 'drain'), done]);
      written += 1024 * 1024;
    }
    const { status, body } = await answered;
    expect([status, body.toString('utf8')]).toEqual([413, expect.stringContaining('文件超过 1 MB')]);
    expect(written).toBeLessThan(50 * 1024 * 1024);
    sent.destroy();
    expect([await rowCount(), await keys(), spooled()]).toEqual([0, [], []]);
  });

  it('that the client breaks off leaves nothing', async () => {
    const { body, type } = fileForm('a.pdf', Buffer.alloc(500_000));
    const sent = open('POST', uploadPath(world.county), {
      ...uploadHeaders(officer),
      'content-type': type,
      'content-length': body.length,
    });
    sent.on('error', () => {});
    sent.write(body.subarray(0, 300_000));
    await expect.poll(spooled, { timeout: 60_000 }).toHaveLength(1);
    sent.destroy();
    await expect.poll(spooled, { timeout: 60_000 }).toEqual([]);
    expect([await rowCount(), await keys()]).toEqual([0, []]);
  });

  it('whose form ends too early, has no file, or is no form is refused', async () => {
    const { body, type } = fileForm('a.pdf', pdf());
    for (const [payload, contentType] of [
      [body.subarray(0, -30), type],
      [Buffer.from(`--${type.split('=')[1]}--\r\n`), type],
      [Buffer.from('{}'), 'application/json'],
      [body, 'multipart/form-data'],
    ] as const) {
      const headers = { ...uploadHeaders(officer), 'content-type': contentType };
      const sent = open('POST', uploadPath(world.county), { ...headers, 'content-length': payload.length });
      sent.end(payload);
      const { status } = await answerOf(sent);
      expect([400, 415, 422]).toContain(status);
    }
    expect([await rowCount(), await keys(), spooled()]).toEqual([0, [], []]);
  });

  it('beyond what one person may leave unused in a day is refused, also of many at once', async () => {
    const { files } = world.services;
    const cookie = await world.signedIn(world.county, 'disclosureOfficer');
    const most = Math.floor(files.dailyBytes / pdf().length);
    await world.database.owner
      .updateTable('file')
      .set({ uploaded_at: world.database.context.now() })
      .execute();
    const first = await upload('a.pdf', pdf(), { cookie });
    await world.database.owner
      .updateTable('file')
      .set({ size: (most - 2) * pdf().length })
      .where('file_id', '=', String(first.json['fileId']))
      .execute();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => upload('a.pdf', pdf(), { cookie })));
    expect(answers.map(({ status }) => status).sort((one, other) => (one ?? 0) - (other ?? 0))).toEqual([
      200, 200, 429, 429, 429,
    ]);
    expect(answers.find(({ status }) => status === 429)?.json['detail']).toContain('100 MB');
    expect([await rowCount(), (await keys()).length, spooled()]).toEqual([3, 3, []]);
    expect((await upload('a.pdf', pdf())).status).toBe(200);
  });

  it('for another organ, or by somebody who may not upload, is refused before it is read', async () => {
    expect((await upload('a.pdf', pdf(), {}, world.otherCounty)).status).toBe(404);
    expect((await upload('a.pdf', pdf(), {}, world.township)).status).toBe(404);
    const auditor = await world.signedIn(world.county, 'auditor');
    expect((await upload('a.pdf', pdf(), { cookie: auditor })).status).toBe(403);
    expect((await upload('a.pdf', pdf(), { cookie: '' })).status).toBe(401);
    expect(await keys()).toEqual([]);
  });
});

describe('a download', () => {
  it('can only be saved: no browser opens, frames, guesses or keeps it', async () => {
    const { headers } = await download(await plantFile(world, world.county, { name: '年报 "1".pdf' }));
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="__ _1_.pdf"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%20_1_.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'accept-ranges': 'bytes',
    });
  });

  it.each([
    ['bytes=0-3', 206, '%PDF'],
    ['bytes=-6', 206, '%%EOF\n'],
    ['bytes=0-0', 206, '%'],
  ])('in part: %s', async (range, status, words) => {
    const file = await plantFile(world, world.county);
    const answer = await download(file, { range });
    expect([answer.status, answer.body.toString('latin1')]).toEqual([status, words]);
    expect(answer.headers['content-length']).toBe(String(words.length));
    expect(answer.headers['content-range']).toMatch(new RegExp(`^bytes \\d+-\\d+/${pdf().length}$`));
  });

  it('outside of the file is 416 with its size; many ranges, and nonsense, give the whole file', async () => {
    const file = await plantFile(world, world.county);
    const outside = await download(file, { range: 'bytes=999999999999-' });
    expect([outside.status, outside.headers['content-range']]).toEqual([416, `bytes */${pdf().length}`]);
    expect(JSON.parse(outside.body.toString('utf8'))).toMatchObject({ code: 'range-refused' });
    for (const range of [`bytes=${'0-,'.repeat(1000)}0-`, 'bytes=5-2', 'bytes=-', 'items=0-1']) {
      const answer = await download(file, { range });
      expect([answer.status, answer.body.equals(pdf())]).toEqual([200, true]);
    }
  });

  it('goes on after a break only with the same content', async () => {
    const file = await plantFile(world, world.county);
    const { etag = '' } = (await download(file)).headers;
    expect((await download(file, { range: 'bytes=1-', 'if-range': etag })).status).toBe(206);
    expect((await download(file, { range: 'bytes=1-', 'if-range': '"other"' })).status).toBe(200);
    const known = await download(file, { 'if-none-match': `"x", ${etag}` });
    expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, etag]);
    expect((await download(file, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('HEAD gives the headers of the whole file and no byte of it', async () => {
    const file = await plantFile(world, world.county);
    const { status, headers, body } = await download(file, {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(pdf().length), 0]);
    expect(headers['content-disposition']).toContain('attachment');
  });

  it('of another organ, of one that is not there, or by nobody, is refused the same way', async () => {
    const foreign = await plantFile(world, world.otherCounty);
    const refused = await download(foreign);
    const absent = await download({ regionId: foreign.regionId, fileId: randomUUID() });
    expect([refused.status, absent.status]).toEqual([404, 404]);
    const words = ({ body }: { body: Buffer }) => ({
      ...(JSON.parse(body.toString('utf8')) as object),
      requestId: '',
    });
    expect(words(refused)).toEqual(words(absent));
    // The key of a file under another region's name finds nothing.
    const own = await plantFile(world, world.county);
    expect((await download({ ...own, regionId: world.otherCounty.regionId })).status).toBe(404);
    expect((await download(own, { cookie: '' })).status).toBe(401);
  });

  it('whose bytes are gone says so instead of breaking off', async () => {
    const file = await plantFile(world, world.county);
    for (const key of await keys()) await world.services.files.storage.remove(key);
    const { status, body } = await download(file);
    expect([status, body.toString('utf8')]).toEqual([503, expect.stringContaining('文件内容暂时取不到')]);
  });

  it('that the reader breaks off lets the file go', async () => {
    const { files } = world.services;
    const file = await plantFile(world, world.county, {
      content: Buffer.concat([pdf(), Buffer.alloc(900_000), pdf()]),
    });
    const sent = open('GET', `/api/files/${file.regionId}/${file.fileId}/content`, { cookie: officer });
    sent.on('error', () => {});
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.on('error', () => {});
    response.destroy();
    const openFiles = readdirSync('/proc/self/fd').length;
    for (let round = 0; round < 30; round += 1) {
      const next = open('GET', `/api/files/${file.regionId}/${file.fileId}/content`, { cookie: officer });
      next.on('error', () => {});
      next.end();
      const [answer] = (await once(next, 'response')) as [IncomingMessage];
      answer.on('error', () => {});
      answer.destroy();
    }
    await expect
      .poll(() => readdirSync('/proc/self/fd').length, { timeout: 60_000 })
      .toBeLessThan(openFiles + 15);
    expect(files.uploadBytes).toBe(1024 * 1024);
  });
});
