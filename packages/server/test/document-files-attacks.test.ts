import { documentAttachmentRoutes } from '@zhaoshi/contract/routes/document-attachments';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../redaction/test/outside-reader.ts';
import { docxEntries } from '../../report-files/test/make-docx.ts';
import { makeZip } from '../../report-files/test/make-zip.ts';
import { createWorld, type World } from './api-world.ts';
import { OPEN_WORDS, SECRET, SECRET_MARK, sourcePdf } from './application-file-samples.ts';
import { plantWithAttachment } from './document-attachment-samples.ts';
import { type DocumentDesk, usualDesk } from './document-desk.ts';
import { filesOf, guessesOf } from './document-exits.ts';
import { sent } from './document-samples.ts';

type Planted = Awaited<ReturnType<typeof plantWithAttachment>>;
type Ids = Pick<Planted, 'regionId' | 'documentId'>;

let world: World;
let desk: DocumentDesk;
beforeAll(async () => {
  world = await createWorld();
  world.setNow(new Date());
  desk = await usualDesk(world, world.township);
});
afterAll(() => world.close());

/** The attachment as the tools of the editor leave it. */
async function copied(ids: Planted, what: 'redact' | 'strip') {
  const request = { params: ids, ...(what === 'redact' && { body: { marks: [SECRET_MARK] } }) };
  const { status, body } = await world.call(
    documentAttachmentRoutes[what],
    request as never,
    desk.cookie('drafter'),
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return body as unknown as { readonly fileId: string; readonly warnings: readonly string[] };
}

async function save(ids: Ids, fileId: string, changeNote = ''): Promise<void> {
  const { body } = await desk.read(ids);
  const attachments = [{ fileId, name: '补贴名单' }];
  const content = sent({ attachments, createdOn: civilDateAt(new Date()), changeNote });
  const saved = await world.call(
    documentRoutes.save,
    { params: { regionId: ids.regionId, documentId: ids.documentId }, body: { content } },
    desk.cookie('drafter'),
    { 'if-match': `"${String(body['version'])}"` },
  );
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
}

async function publish(ids: Ids): Promise<string> {
  world.setNow(new Date());
  await desk.sign(ids);
  await desk.act(ids, 'publisher', { type: 'publish' });
  const { public_name } = await world.database.owner
    .selectFrom('document')
    .select('public_name')
    .where('document_id', '=', ids.documentId)
    .executeTakeFirstOrThrow();
  world.cache.clear();
  return `/east/township/documents/${String(public_name)}`;
}

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  world.app.inject({ method: 'GET', url, headers });

/** Everything that answers under the address of a document, as bytes and as a stranger's programs read it. */
async function everyAnswer(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const answers = new Map<string, Buffer>();
  for (const url of guessesOf(path)) {
    const { statusCode, rawPayload } = await get(url);
    if (statusCode === 200) answers.set(url, rawPayload);
  }
  return answers;
}

const holding = (answers: ReadonlyMap<string, Buffer>, words: string): readonly string[] =>
  [...answers].flatMap(([url, bytes]) => {
    const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
    const read = isPdf ? everything(bytes) : bytes;
    return Buffer.from(read).includes(words) ? [url] : [];
  });

describe('攻击 29：what was covered in a published file', () => {
  it('is not under the box, nor in any file beside it; the source has no address', async () => {
    const ids = await plantWithAttachment(world, world.township);
    const { fileId } = await copied(ids, 'redact');
    await save(ids, fileId);
    const path = await publish(ids);
    const answers = await everyAnswer(path);
    expect([...answers.keys()].filter((url) => url.includes('/files/'))).toEqual([`${path}/files/1`]);
    expect(holding(answers, SECRET)).toEqual([]);
    expect(holding(answers, OPEN_WORDS)).toEqual([]);
    const shown = await world.database.portal
      .selectFrom('published.document_file')
      .select('file_id')
      .where('document_id', '=', ids.documentId)
      .execute();
    expect(shown).toEqual([{ file_id: fileId }]);
  });

  it('is not in the pictures of its pages, which nobody sees without signing in', async () => {
    const ids = await plantWithAttachment(world, world.township);
    const base = `/api/documents/${ids.regionId}/${ids.documentId}/files/${ids.fileId}`;
    for (const url of [
      `${base}/pages`,
      `${base}/pages/1`,
      `/api/files/${ids.regionId}/${ids.fileId}/content`,
    ]) {
      expect([url, (await get(url)).statusCode]).toEqual([url, 401]);
    }
  });

  it('is not in the properties, comments and thumbnail of a file that was stripped', async () => {
    const entries = [
      ...docxEntries({
        body: '<w:p><w:r><w:t>检修安排</w:t></w:r></w:p>',
        core: '<dc:creator>Zhang Sanfeng</dc:creator>',
      }),
      { name: 'docProps/thumbnail.jpeg', data: 'Zhang Sanfeng', store: true },
    ];
    const ids = await plantWithAttachment(world, world.township, {
      name: '名单.docx',
      content: makeZip(entries),
    });
    await save(ids, (await copied(ids, 'strip')).fileId);
    const { rawPayload, statusCode } = await get(`${await publish(ids)}/files/1`);
    expect(statusCode).toBe(200);
    expect(rawPayload.toString('latin1')).not.toMatch(/Zhang|thumbnail/);
  });

  it('is gone from the files of the earlier edition after the correction, also for who kept a piece of them', async () => {
    const content = Buffer.from('领取人：赵专用词\n');
    const ids = await plantWithAttachment(world, world.township, { name: '名单.txt', content });
    const path = await publish(ids);
    const file = `${path}/files/1`;
    const before = await get(file);
    expect(before.body).toContain('赵专用词');
    const etag = String(before.headers.etag);
    world.setNow(new Date());
    await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '名单有误。' });
    const clean = await plantWithAttachment(world, world.township);
    await save(ids, (await copied(clean, 'redact')).fileId, '名单遮盖了个人信息。');
    await publish(ids);
    expect(holding(await everyAnswer(path), '赵专用词')).toEqual([]);
    expect((await get(`${path}/versions/1`)).statusCode).toBe(200);
    for (const headers of [{ 'if-none-match': etag }, { range: 'bytes=0-9', 'if-range': etag }]) {
      const answer = await get(file, headers);
      expect([answer.statusCode, answer.headers.etag === etag]).toEqual([200, false]);
    }
    const gone = filesOf(`${path}/versions/1`);
    for (const url of gone) expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
  });

  it('can be told from what was public before: whoever covers it is warned', async () => {
    const ids = await plantWithAttachment(world, world.township, {
      name: '名单.txt',
      content: Buffer.from('检修安排\n'),
    });
    expect((await copied(await plantWithAttachment(world, world.township), 'redact')).warnings).toEqual([]);
    await publish(ids);
    world.setNow(new Date());
    await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '补充。' });
    const pdf = await plantWithAttachment(world, world.township, { content: sourcePdf() });
    const { warnings } = await copied({ ...ids, fileId: pdf.fileId }, 'redact');
    expect(warnings).toEqual([expect.stringContaining('遮盖以前的附件可能已被他人保存')]);
  });
});
