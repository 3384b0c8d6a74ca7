import { buffer } from 'node:stream/consumers';
import { documentAttachmentRoutes as routes } from '@zhaoshi/contract/routes/document-attachments';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameraJpeg } from '../../../../redaction/test/pictures.ts';
import { makeDocx } from '../../../../report-files/test/make-docx.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { OPEN_WORDS, SECRET, SECRET_MARK, sourcePdf } from '../../../test/application-file-samples.ts';
import { plantWithAttachment } from '../../../test/document-attachment-samples.ts';
import { type DocumentDesk, documentDesk, scanFilesOf } from '../../../test/document-desk.ts';
import { sent } from '../../../test/document-samples.ts';
import { plantFile } from '../../../test/file-samples.ts';

let world: World;
let desk: DocumentDesk;
beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.township);
});
afterAll(() => world.close());

type Ids = Awaited<ReturnType<typeof plantWithAttachment>>;

async function made(ids: Ids, what: 'redact' | 'strip'): Promise<string> {
  const request = { params: ids, ...(what === 'redact' && { body: { marks: [SECRET_MARK] } }) };
  const { status, body } = await world.call(routes[what], request as never, desk.cookie('drafter'));
  expect(status, JSON.stringify(body)).toBe(200);
  await scanFilesOf(world, ids.documentId);
  return String(body['fileId']);
}

interface ScannedFile {
  readonly state: string;
  readonly findings: readonly { readonly kind: string; readonly severity: string; readonly reason: string }[];
}

/** What the scan says of a file when it stands in the draft. */
async function scanOf({ regionId, documentId }: Ids, fileId: string): Promise<ScannedFile> {
  await scanFilesOf(world, documentId);
  const content = sent({ attachments: [{ fileId, name: '附件' }] });
  const { body } = await world.call(
    documentRoutes.scan,
    { params: { regionId, documentId }, body: { content } },
    desk.cookie('drafter'),
  );
  const [file] = body['files'] as unknown as readonly ScannedFile[];
  return file ?? expect.fail('the file is not scanned');
}

async function bytesOf(fileId: string): Promise<string> {
  const { storage_key } = await world.database.server
    .selectFrom('file')
    .select('storage_key')
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  const stream = await world.services.files.storage.open(storage_key);
  return (await buffer(stream ?? expect.fail('the file is not in the storage'))).toString('latin1');
}

const blocking = ({ findings }: ScannedFile): readonly string[] =>
  findings.filter(({ severity }) => severity === 'blocks').map(({ kind }) => kind);

describe('an attachment with an identity number', () => {
  it('is redacted where the scan found it: the copy does not hold it, and the source stays inside', async () => {
    const ids = await plantWithAttachment(world, world.township);
    expect(blocking(await scanOf(ids, ids.fileId))).toContain('idNumber');
    const fileId = await made(ids, 'redact');
    expect(fileId).not.toBe(ids.fileId);
    const copy = await scanOf(ids, fileId);
    expect(blocking(copy)).toEqual([]);
    // A person still looks at the pages, which are pictures now.
    expect(copy.findings).toMatchObject([{ kind: 'picture', severity: 'warns' }]);
    expect(await bytesOf(fileId)).not.toContain(SECRET);
    const kept = await world.database.server
      .selectFrom('document_file')
      .select('file_id')
      .where('document_id', '=', ids.documentId)
      .execute();
    expect(kept.map(({ file_id }) => file_id).toSorted()).toEqual([ids.fileId, fileId].toSorted());
  });

  it('has proposals from its words, from the scan and from what is asked, each place once', async () => {
    const name = '名单.pdf';
    const ids = await plantWithAttachment(world, world.township, { name, content: sourcePdf() });
    await scanFilesOf(world, ids.documentId);
    const { body } = await world.call(
      routes.findText,
      { params: ids, body: { words: ['budget'] } },
      desk.cookie('drafter'),
    );
    const areas = body['areas'] as unknown as readonly { readonly found: string }[];
    expect(areas.map(({ found }) => found).toSorted()).toEqual(['idCard', 'word']);
  });

  it('leaves neither words nor reasons in the trail and the tables', async () => {
    const ids = await plantWithAttachment(world, world.township);
    await made(ids, 'redact');
    const copies = await world.database.server.selectFrom('file_copy').selectAll().execute();
    const trail = await world.database.server
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('action', '=', 'document.redactFile')
      .execute();
    expect(copies.length).toBeGreaterThan(0);
    expect(JSON.stringify(trail)).toContain(ids.fileId);
    expect(JSON.stringify([copies, trail])).not.toContain(SECRET_MARK.reason);
  });
});

describe('an attachment that names somebody in its properties', () => {
  it('blocks until a copy without them takes its place', async () => {
    const content = makeDocx({
      body: '<w:p><w:r><w:t>检修安排</w:t></w:r></w:p>',
      core: '<dc:creator>钱某某</dc:creator>',
    });
    const ids = await plantWithAttachment(world, world.township, { name: '通知.docx', content });
    expect(blocking(await scanOf(ids, ids.fileId))).toEqual(['hiddenContent']);
    expect(await scanOf(ids, await made(ids, 'strip'))).toMatchObject({ state: 'done', findings: [] });
  });

  it('is a photo: where it was taken stays behind', async () => {
    const content = cameraJpeg(60, 40, 1, 'Zhang San').subarray(0, -'Zhang San'.length);
    const ids = await plantWithAttachment(world, world.township, { name: '现场.jpg', content });
    expect(blocking(await scanOf(ids, ids.fileId))).toEqual(['hiddenContent']);
    const fileId = await made(ids, 'strip');
    expect(blocking(await scanOf(ids, fileId))).toEqual([]);
    expect(await bytesOf(fileId)).not.toContain('Zhang San');
  });

  it('keeps its text', async () => {
    const ids = await plantWithAttachment(world, world.township);
    const stripped = await bytesOf(await made(ids, 'strip'));
    expect(stripped).toContain(OPEN_WORDS);
  });

  it('stays as it is, with what to do, where they cannot be taken out', async () => {
    const ids = await plantWithAttachment(world, world.township, {
      name: '名单.txt',
      content: Buffer.from('检修安排\n'),
    });
    const { status, body } = await world.call(routes.strip, { params: ids }, desk.cookie('drafter'));
    expect(status).toBe(409);
    expect(body['detail']).toMatch(/原文件未动.*或者说明保留的理由/);
  });
});

describe('a file that is not the document’s', () => {
  it('is not there: of another organ, sealed, or of a document under review', async () => {
    const ids = await plantWithAttachment(world, world.township);
    const other = await plantFile(world, world.county, { content: sourcePdf() });
    const ask = async (fileId: string) =>
      (await world.call(routes.pages, { params: { ...ids, fileId } }, desk.cookie('drafter'))).status;
    expect(await ask(ids.fileId)).toBe(200);
    expect(await ask(other.fileId)).toBe(404);
    await world.database.owner
      .updateTable('file')
      .set({ sealed: 'x', original_name: null })
      .where('file_id', '=', ids.fileId)
      .execute();
    expect(await ask(ids.fileId)).toBe(404);
  });
});
