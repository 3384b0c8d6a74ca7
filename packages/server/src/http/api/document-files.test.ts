import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx } from '../../../../report-files/test/make-docx.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, documentDesk, scanFilesOf } from '../../../test/document-desk.ts';
import { CLEAN_REVIEW, type PlantedDocument, plantDocument } from '../../../test/document-samples.ts';
import { plantFile } from '../../../test/file-samples.ts';
import { pdf } from '../../../test/sample-files.ts';

// Made up; the check digit is right.
const CARD = '11010519491231002X';

let world: World;
let desk: DocumentDesk;
beforeAll(async () => {
  world = await createWorld();
  desk = await documentDesk(world, world.township);
});
afterAll(() => world.close());

const withFile = async (name: string, content: Buffer): Promise<PlantedDocument & { fileId: string }> => {
  const { fileId } = await plantFile(world, world.township, { name, content });
  return {
    ...(await plantDocument(world, world.township, { attachments: [{ fileId, name }] })),
    fileId,
  };
};

const list = (): Buffer => Buffer.from(`补贴名单\n张某 ${CARD} 昭和县示范镇\n`);

type Refused = { readonly detail?: string };

/** Up to the secrecy review, which comes before everything else is asked. */
async function review(ids: PlantedDocument): Promise<void> {
  await desk.act(ids, 'drafter', { type: 'submit' });
  await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
  await desk.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '逐项审查。' });
}

const pass = async (ids: PlantedDocument) =>
  await desk.tryAct(ids, 'disclosureOfficer', { type: 'passReview' });

const scanned = async (ids: PlantedDocument, role: 'drafter' | 'leader' = 'drafter') => {
  const { regionId, documentId } = ids;
  const params = { regionId, documentId };
  const { body } = await world.call(documentRoutes.scan, { params, body: {} }, desk.cookie(role));
  return body['files'] as unknown as readonly {
    readonly state: string;
    readonly name: string;
    readonly findings: readonly {
      readonly key: string;
      readonly kind: string;
      readonly text: string | null;
    }[];
  }[];
};

const findingOf = async (ids: PlantedDocument, kind: string) =>
  (await scanned(ids)).flatMap(({ findings }) => findings).find((one) => one.kind === kind) ??
  expect.fail(`no ${kind}`);

describe('a file with an identity number', () => {
  it('keeps the document from passing, as the same number in the text would', async () => {
    const ids = await withFile('名单.txt', list());
    await review(ids);
    const refused = await pass(ids);
    expect(refused.status).toBe(409);
    expect((refused.body as Refused).detail).toContain('发布前扫描还有没有处理的问题');
    const found = await findingOf(ids, 'idNumber');
    expect(found).toMatchObject({ text: CARD, severity: 'blocks', justifiedBy: ['leader'] });
  });

  it('is justified by whom the table of kinds names, and by nobody else', async () => {
    const ids = await withFile('名单.txt', list());
    await review(ids);
    const { key } = await findingOf(ids, 'idNumber');
    const justify = { type: 'justifyFinding', finding: key };
    const texts = { ground: '征信业管理条例第二十一条', reason: '公告送达必须写明身份证号' };
    expect((await desk.tryAct(ids, 'disclosureOfficer', justify, texts)).status).toBe(409);
    await desk.act(ids, 'leader', justify, texts);
    expect((await pass(ids)).status).toBe(200);
  });

  it('is kept sealed: neither table nor trail quotes it', async () => {
    const ids = await withFile('名单.txt', list());
    await scanFilesOf(world, ids.documentId);
    const rows = await world.database.server
      .selectFrom('file_scan')
      .selectAll()
      .where('file_id', '=', ids.fileId)
      .execute();
    expect(rows).toMatchObject([{ state: 'done', counts: { idNumber: 1 } }]);
    expect(JSON.stringify(rows)).not.toContain(CARD);
    const trail = await world.database.server.selectFrom('audit_entry').select('details').execute();
    expect(JSON.stringify(trail)).not.toContain(CARD);
  });
});

describe('a file that nobody looked into yet', () => {
  it('keeps the document from passing, and says so', async () => {
    const ids = await withFile('说明.txt', Buffer.from('检修安排说明。\n'));
    await review(ids);
    const lose = { state: 'waiting' as const, scanned_at: null, sealed: null };
    await world.database.owner.updateTable('file_scan').set(lose).where('file_id', '=', ids.fileId).execute();
    expect(await scanned(ids)).toMatchObject([{ name: '说明.txt', state: 'waiting', findings: [] }]);
    const { body } = await desk.read(ids);
    const acts = body['acts'] as unknown as readonly {
      readonly type: string;
      readonly refusals: readonly { readonly code: string }[];
    }[];
    expect(acts.find(({ type }) => type === 'approve')).toBeUndefined();
    const { status, body: refused } = await world.call(
      documentRoutes.act,
      {
        params: { regionId: ids.regionId, documentId: ids.documentId },
        body: {
          act: { type: 'passReview', sha256: (body['revision'] as unknown as { sha256: string }).sha256 },
          texts: {},
        },
      },
      desk.cookie('disclosureOfficer'),
      { 'if-match': `"${String(body['version'])}"` },
    );
    expect([status, (refused as Refused).detail]).toEqual([
      409,
      '附件还没有扫描完，请稍候刷新后再办；一直没有完成的，请系统管理员查看后台任务（条例第十七条）。',
    ]);
  });

  it('passes once it was, with a job that was asked for when the file was drawn in', async () => {
    const ids = await withFile('说明.txt', Buffer.from('检修安排说明。\n'));
    const jobs = await world.database.owner
      .selectFrom('pgboss.job' as never)
      .select(['name', 'data'] as never)
      .execute();
    expect(jobs).toContainEqual({
      name: 'file.scan',
      data: { regionId: ids.regionId, fileId: ids.fileId },
    });
    await review(ids);
    expect((await pass(ids)).status).toBe(200);
  });
});

describe('a file that cannot be looked into', () => {
  it('needs the word of the head of the office', async () => {
    const ids = await withFile('坏.pdf', pdf());
    await world.database.owner
      .updateTable('file_scan')
      .set({ state: 'failed', failure: 'damaged', scanned_at: new Date() })
      .where('file_id', '=', ids.fileId)
      .execute();
    await review(ids);
    expect((await pass(ids)).status).toBe(409);
    const { key } = await findingOf(ids, 'unreadable');
    const justify = { type: 'justifyFinding', finding: key };
    const texts = { ground: '条例第十七条', reason: '已逐页看过纸质原件' };
    expect((await desk.tryAct(ids, 'disclosureOfficer', justify, texts)).status).toBe(409);
    await desk.act(ids, 'disclosureOfficeHead', justify, texts);
    expect((await pass(ids)).status).toBe(200);
  });
});

describe('what is not seen in a file', () => {
  it('is reported: who wrote it', async () => {
    const ids = await withFile('通知.docx', makeDocx({ body: '', core: '<dc:creator>钱某某</dc:creator>' }));
    await scanFilesOf(world, ids.documentId);
    expect(await findingOf(ids, 'hiddenContent')).toMatchObject({
      place: '文件属性“creator”',
      text: '钱某某',
    });
  });
});
