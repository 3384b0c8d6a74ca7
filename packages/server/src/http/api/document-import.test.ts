import { documentImportRoutes } from '@zhaoshi/contract/routes/document-import';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDocx, paragraph } from '../../../../report-files/test/make-docx.ts';
import { type Answer, createWorld, type World } from '../../../test/api-world.ts';
import { NOTICE_TEXT } from '../../../test/document-import-samples.ts';
import { fileForm } from '../../../test/file-samples.ts';
import { ofd } from '../../../test/sample-files.ts';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld();
  cookie = await world.signedIn(world.township, 'drafter');
});
afterAll(() => world.close());

async function imported(name: string, content: Buffer): Promise<Answer> {
  const { body, type } = fileForm(name, content);
  const { regionId, organId } = world.township;
  return await world.call(
    documentImportRoutes.importFile,
    { params: { regionId, organId }, body } as never,
    cookie,
    { 'content-type': type },
  );
}

const rows = async (table: 'document' | 'file'): Promise<number> =>
  (await world.database.server.selectFrom(table).selectAll().execute()).length;

it('gives text, fields and where they were read, and saves nothing', async () => {
  const { status, body } = await imported('通知.txt', NOTICE_TEXT);
  expect(status).toBe(200);
  expect(body['content']).toMatchObject({
    title: '昭和县财政局关于下达2026年农村公路资金的通知',
    documentNumber: '昭财〔2026〕6号',
    issuingOrgan: '昭和县财政局',
    dateOfDocument: '2026-03-02',
    createdOn: '2026-03-02',
  });
  expect(JSON.stringify(body['content'])).toContain('现将资金下达你们。');
  expect(body['fields']).toContainEqual({
    field: 'dateOfDocument',
    title: '成文日期',
    value: '2026-03-02',
    confidence: expect.stringMatching(/certain|likely/),
    from: '2026年3月2日',
  });
  expect(body['suggestedAttachments']).toMatchObject([{ name: '通知.txt' }]);
  expect([await rows('document'), await rows('file')]).toEqual([0, 0]);
});

it('says what was left out', async () => {
  const changed = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>改过的文字。</w:t></w:r></w:ins></w:p>';
  const { body } = await imported('通知.docx', makeDocx({ body: paragraph('公告如下。') + changed }));
  expect(JSON.stringify(body['notes'])).toContain('有 1 处没有接受或者拒绝的修订');
});

it('says of an OFD file that it goes as an attachment', async () => {
  const { status, body } = await imported('通知.ofd', ofd());
  expect([status, body['detail']]).toEqual([
    415,
    'OFD 版式文件读不出正文，没有读入。请转换为 .docx 或者 PDF 后导入；原件可以作为附件上传。',
  ]);
});

it('is for those who write', async () => {
  cookie = await world.signedIn(world.township, 'auditor');
  expect((await imported('通知.txt', NOTICE_TEXT)).status).toBe(403);
});
