import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { verifyPath, verifyProofPath } from '@zhaoshi/portal/paths';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningKey } from '../src/adapters/signing/signing-key.ts';
import { verifyAgainstProof } from '../src/compose-proofs.ts';
import { verifyAudit } from '../src/db/verify-audit.ts';
import { climb, leafHash, merklePath, merkleRoot } from '../src/publication-proof/merkle.ts';
import { type PublicationProof, publicationProof } from '../src/publication-proof/proof.ts';
import { verifyProof } from '../src/publication-proof/verify-proof.ts';
import { makeCheckpoint } from '../src/use-cases/audit/make-checkpoint.ts';
import { createWorld, type World } from './api-world.ts';
import { type DocumentDesk, type PublishedDocument, plantPublished, usualDesk } from './document-desk.ts';
import { type PlantedDocument, plantDocument, SAMPLE_CONTENT, sent } from './document-samples.ts';

let world: World;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-proof-'));
  world = await createWorld();
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const get = (url: string) => world.app.inject({ method: 'GET', url });

const ask = (fields: Readonly<Record<string, string>>) =>
  world.app.inject({
    method: 'POST',
    url: '/verify',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

async function codeOf(desk: DocumentDesk, ids: PlantedDocument): Promise<string> {
  const { body } = await desk.read(ids);
  return (body['publicEdition'] as unknown as { readonly checkCode: string }).checkCode;
}

async function proofOf(code: string): Promise<PublicationProof> {
  const answer = await get(verifyProofPath(code));
  expect(answer.statusCode).toBe(200);
  return publicationProof.parse(answer.json());
}

const TITLE = SAMPLE_CONTENT.title;
const TEXT =
  '为保障明年春灌，定于2026年12月对全镇主要渠道进行检修，现公告如下。\n\n　　一、检修范围为东干渠、西干渠。';

describe('the page of verification', () => {
  it('tells by the code alone which document, edition and date it is', async () => {
    const { ids, desk } = await plantPublished(world, world.township);
    const code = await codeOf(desk, ids);
    const page = await get(verifyPath(code));
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toContain('no-store');
    for (const words of ['是现行版本', TITLE, '第 1 版', '2026-11-21 10:03'])
      expect(page.body).toContain(words);
    // As somebody types it from a poster.
    const typed = code.replaceAll('-', '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await get(verifyPath(typed))).body).toContain('是现行版本');
  });

  it.each([
    ['the same text', { text: TEXT }, '文字：一致'],
    ['a part of it', { text: '检修范围为东干渠、 西干渠' }, '文字：一致'],
    ['another figure', { text: TEXT.replace('2026', '2027') }, '文字：不一致'],
    ['a paragraph more', { text: `${TEXT}\n逾期未清理的，罚款五百元。` }, '罚款五百元'],
    ['the day', { date: '2026-11-21' }, '发布日期：一致'],
    ['another day', { date: '2026-11-20' }, '发布日期：不一致'],
    ['another hash', { sha256: 'a'.repeat(64) }, '校验值：不一致'],
  ])('compares %s', async (_what, fields, words) => {
    const { ids, desk } = await plantPublished(world, world.township);
    const { body } = await ask({ code: await codeOf(desk, ids), ...fields });
    expect(body).toContain(words);
  });

  it('knows the hash of the content', async () => {
    const { ids, desk } = await plantPublished(world, world.township);
    const code = await codeOf(desk, ids);
    const { edition } = await proofOf(code);
    expect((await ask({ code, sha256: edition.contentSha256.toUpperCase() })).body).toContain('校验值：一致');
  });

  it.each([
    { code: 'ABC' },
    { code: '' },
    { code: '0000-0000-0000', date: '21.11.2026' },
    { code: '0000-0000-0000', sha256: 'x' },
  ])('says what is wrong with %o and keeps it', async (fields) => {
    const { statusCode, body } = await ask(fields);
    expect(statusCode).toBe(422);
    expect(body).toContain('需要改正，其余内容已保留');
  });

  it('tells when a later edition took the place', async () => {
    const { ids, desk } = await plantPublished(world, world.township);
    const first = await codeOf(desk, ids);
    await desk.act(ids, 'drafter', { type: 'revise' }, { reason: '补充范围。' });
    const { body } = await desk.read(ids);
    const content = sent({
      changeNote: '补充检修范围。',
      body: { type: 'doc', content: [paragraphOf('检修范围增加南干渠。')] },
    });
    const saved = await world.call(
      documentRoutes.save,
      { params: { ...ids }, body: { content } },
      desk.cookie('drafter'),
      { 'if-match': `"${String(body['version'])}"` },
    );
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    await desk.sign(ids);
    await desk.act(ids, 'publisher', { type: 'publish' });
    const old = await get(verifyPath(first));
    expect(old.body).toContain('已于 2026-11-21 10:03 被新的版本代替');
    expect(old.body).not.toContain('是现行版本');
    expect((await get(verifyPath(await codeOf(desk, ids)))).body).toContain('第 2 版');
    // The edition before keeps its own proof.
    expect(verifyProof(await proofOf(first)).problems).toEqual([]);
  });

  it('tells of a withdrawn one that it was, and nothing else', async () => {
    const { ids, desk } = await plantPublished(world, world.township);
    const code = await codeOf(desk, ids);
    const act = { type: 'withdraw', kind: 'error', hidesExistence: false };
    await desk.act(ids, 'leader', act, { notice: '有误，现予撤回。' });
    const { body } = await ask({ code, text: TEXT, date: '2026-11-21' });
    expect(body).toContain('已经撤回');
    expect(body).not.toContain(TITLE);
    expect(body).not.toContain('：一致');
    expect(body).not.toContain('：不一致');
    expect((await get(verifyProofPath(code))).statusCode).toBe(404);
  });

  it('answers the same for what was never there, waits, was cancelled, or may not be known of', async () => {
    const desk = await usualDesk(world, world.township);
    const hidden = await plantPublished(world, world.township);
    const hiddenCode = await codeOf(desk, hidden.ids);
    const act = { type: 'withdraw', kind: 'leak', hidesExistence: true };
    await desk.act(hidden.ids, 'leader', act, { notice: '已撤回。' });
    const waiting = await plantDocument(world, world.township);
    await desk.sign(waiting);
    const minute = new Date(Date.now() + 3_600_000).toISOString();
    await desk.act(waiting, 'publisher', { type: 'schedule', minute });
    const cancelled = await plantDocument(world, world.township);
    await desk.sign(cancelled);
    await desk.act(cancelled, 'publisher', { type: 'schedule', minute });
    await desk.act(cancelled, 'publisher', { type: 'cancelSchedule' }, { reason: '另择时间。' });
    const rows = await world.database.owner
      .selectFrom('document_edition')
      .select('check_code')
      .where('document_id', 'in', [waiting.documentId, cancelled.documentId])
      .execute();
    expect(rows).toHaveLength(2);
    const plain = async (code: string): Promise<string> => {
      const { statusCode, body } = await ask({ code, text: TEXT });
      expect(statusCode).toBe(200);
      expect((await get(verifyProofPath(code))).statusCode).toBe(404);
      return body.replaceAll(code, 'CODE');
    };
    const unknown = await plain('ZZZZ-ZZZZ-ZZZZ');
    expect(unknown).toContain('没有公布过使用这个核验码的文件');
    for (const code of [hiddenCode, ...rows.map(({ check_code }) => check_code)]) {
      expect(await plain(code)).toBe(unknown);
    }
  });

  it('shows what was typed as text', async () => {
    const { body } = await ask({
      code: '<script>alert(1)</script>',
      text: '</textarea><script>alert(2)</script>',
    });
    expect(body).not.toContain('<script>');
  });
});

describe('a proof', () => {
  it('is sealed with the day’s checkpoint and verified without the database; whatever is changed in it shows', async () => {
    const key = await openSigningKey(folder);
    const published: PublishedDocument[] = [];
    for (let count = 0; count < 5; count += 1) published.push(await plantPublished(world, world.township));
    const codes = await Promise.all(published.map(({ desk, ids }) => codeOf(desk, ids)));
    const [first = ''] = codes;
    const open = await proofOf(first);
    expect(open.seal).toBeNull();
    expect(verifyProof(open)).toEqual({ problems: [], sealedOn: null });

    await makeCheckpoint(world.database.context, key, '2026-11-21');
    expect(await verifyAudit(world.database.server)).toMatchObject({ intact: true });
    for (const code of codes) {
      expect(verifyProof(await proofOf(code), key.publicKey)).toEqual({
        problems: [],
        sealedOn: '2026-11-21',
      });
    }

    const whole = await proofOf(first);
    expect(verifyProof(whole, 'another key').problems).toEqual(['校验点不是用所给的公钥签的。']);
    const changes: readonly ((proof: typeof whole) => unknown)[] = [
      (proof) => (proof.edition.visibleFrom = '2026-11-20T02:03:04.567Z'),
      (proof) => (proof.edition.edition = 2),
      (proof) => (proof.edition.contentSha256 = '0'.repeat(64)),
      (proof) => (proof.edition.checkCode = '0000-0000-0000'),
      (proof) => (proof.edition.documentId = published[1]?.ids.documentId ?? ''),
      (proof) => (proof.text.title = '另一个标题'),
      (proof) => (proof.text.documentNumber = '示镇发〔2026〕9号'),
      (proof) => proof.text.paragraphs.push('罚款五百元。'),
      (proof) => proof.files.push('0'.repeat(64)),
      (proof) => (proof.entry.recordedAt = '2026-11-20T02:03:04.567Z'),
      (proof) => (proof.entry.details = proof.entry.details.replace('"edition":1', '"edition":2')),
      (proof) => (proof.entry.sequence += 100_000),
      (proof) => proof.seal?.steps.pop(),
      (proof) => (proof.seal!.entry.details = proof.seal!.entry.details.replace('"entries":', '"entries":1')),
      (proof) => (proof.seal!.checkpoint.day = '2026-11-20'),
      (proof) => (proof.seal!.checkpoint.sha256 = '0'.repeat(64)),
      (proof) => (proof.seal!.checkpoint.signature = `A${proof.seal!.checkpoint.signature.slice(1)}B`),
    ];
    for (const [index, change] of changes.entries()) {
      const forged = structuredClone(whole);
      change(forged);
      expect(verifyProof(forged, key.publicKey).problems.length, `change ${index}`).toBeGreaterThan(0);
    }
    // A forger with the real seal of another publication.
    const other = await proofOf(codes[1] ?? '');
    expect(verifyProof({ ...whole, entry: other.entry }).problems.length).toBeGreaterThan(0);
    expect(verifyProof({ ...whole, seal: other.seal }).problems).toEqual(['封存记录里没有这条发布记录。']);
  });

  it('names nobody: no account stands in it', async () => {
    const { ids, desk } = await plantPublished(world, world.township);
    const text = JSON.stringify(await proofOf(await codeOf(desk, ids)));
    const accounts = await world.database.owner.selectFrom('account').select('account_id').execute();
    expect(accounts.length).toBeGreaterThan(3);
    for (const { account_id } of accounts) expect(text).not.toContain(account_id);
  });

  it('knows the texts that the site itself makes of the edition', async () => {
    const { ids, desk } = await plantPublished(world, world.township, {
      documentNumber: '示镇发〔2026〕8号',
    });
    const code = await codeOf(desk, ids);
    const made = await proofOf(code);
    const proof = JSON.stringify(made);
    const answer = await get(`${made.path}/text.txt`);
    expect(answer.statusCode).toBe(200);
    const held = (text: string) =>
      ({ kind: 'file', bytes: answer.rawPayload, readText: () => Promise.resolve(text) }) as const;
    const verified = await verifyAgainstProof(proof, held(answer.body), null);
    expect(verified?.held).toEqual({ kind: 'text', answer: { kind: 'same' } });
    const forged = answer.body.replace('东干渠', '南干渠');
    expect((await verifyAgainstProof(proof, held(forged), null))?.held).toMatchObject({
      answer: { kind: 'differs' },
    });
  });
});

describe('the tree of a seal', () => {
  it('leads from every leaf to the root, and from no other', () => {
    const hash = fc.string({
      unit: fc.constantFrom(...'0123456789abcdef'.split('')),
      minLength: 64,
      maxLength: 64,
    });
    fc.assert(
      fc.property(fc.uniqueArray(hash, { minLength: 1, maxLength: 40 }), fc.nat(), (hashes, chosen) => {
        const leaves = hashes.map((one) => leafHash({ sha256: one, sm3: one }));
        const root = merkleRoot(leaves);
        for (const [index, leaf] of leaves.entries())
          expect(climb(leaf, merklePath(leaves, index))).toBe(root);
        const stranger = leafHash({ sha256: 'f'.repeat(64), sm3: '0'.repeat(64) });
        expect(climb(stranger, merklePath(leaves, chosen % leaves.length))).not.toBe(root);
      }),
      { seed: 20_261_122 },
    );
  });
});
