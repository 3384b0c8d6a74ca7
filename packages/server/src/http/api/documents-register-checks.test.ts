import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, plantPublished, usualDesk } from '../../../test/document-desk.ts';
import { plantDocument, sent } from '../../../test/document-samples.ts';

let world: World;
let desk: DocumentDesk;

beforeAll(async () => {
  world = await createWorld();
  desk = await usualDesk(world, world.township);
});

afterAll(async () => {
  await world.close();
});

/** What stands against submitting a document with this content. */
const lacksOf = async (given: Partial<DocumentContent>): Promise<string> => {
  const ids = await plantDocument(world, world.township, given);
  return JSON.stringify((await desk.read(ids)).body['lacks']);
};

const official = (documentNumber: string): Partial<DocumentContent> => ({
  kind: 'policyDocument',
  documentNumber,
  issuingOrgan: '某镇人民政府',
  abstract: '管护灌溉渠道。',
});

const repealing = (documentId: string): Partial<DocumentContent> => ({
  relations: [{ relation: 'repeals', documentId, documentNumber: '', title: '旧办法' }],
});

describe('what the register says to a document before it is submitted', () => {
  it('a number that a public document of the organ has is taken, however it is written', async () => {
    await plantPublished(world, world.township, official('某政发〔2026〕7号'));
    expect(await lacksOf(official('某政发[2026]7号'))).toContain('已经公开过同一发文字号的文件');
    expect(await lacksOf(official('某政发〔2026〕8号'))).not.toContain('同一发文字号');
    expect(await lacksOf({ ...official('某政发〔2026〕7号'), kind: 'interpretation' })).not.toContain(
      '同一发文字号',
    );
  });

  it('what is repealed already is not repealed again; a draft is saved all the same', async () => {
    const old = await plantPublished(world, world.township, { title: '旧办法' });
    expect(await lacksOf(repealing(old.ids.documentId))).toBe('[]');
    await plantPublished(world, world.township, repealing(old.ids.documentId));
    const ids = await plantDocument(world, world.township, repealing(old.ids.documentId));
    const { body } = await desk.read(ids);
    expect(JSON.stringify(body['lacks'])).toContain('《旧办法》已于');
    const saved = await world.call(
      documentRoutes.save,
      { params: ids, body: { content: sent(repealing(old.ids.documentId)) } },
      desk.cookie('drafter'),
      { 'if-match': `"${String(body['version'])}"` },
    );
    expect(saved.status).toBe(200);
    const refused = await desk.tryAct(ids, 'drafter', { type: 'submit' });
    expect(JSON.stringify(refused.body)).toContain('不能再次废止或者修改');
  });
});

describe('what is being shown', () => {
  it('is not taken down as none of the organ’s own, whatever a change drafts meanwhile', async () => {
    const { ids, desk: own } = await plantPublished(world, world.township, { matter: 'landPreNotice' });
    await own.act(ids, 'drafter', { type: 'revise' }, { reason: '改正错字' });
    const withdraw = (kind: 'notOurs' | 'error') =>
      own.tryAct(
        ids,
        'disclosureOfficeHead',
        { type: 'withdraw', kind, hidesExistence: false },
        { reason: '理由', notice: '公告' },
      );
    const refused = await withdraw('notOurs');
    expect(JSON.stringify(refused.body)).toContain('公示期没有结束');
    expect((await withdraw('error')).status).toBe(200);
  });
});
