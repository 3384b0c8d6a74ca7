import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSigningKey } from '../../server/src/adapters/signing/signing-key.ts';
import { CHAIN_START, type ChainHashes, chainHashes } from '../../server/src/db/audit-chain.ts';
import { checkpointBytes } from '../../server/src/db/checkpoint.ts';
import { leafHash } from '../../server/src/publication-proof/merkle.ts';
import {
  EDITION_ACTION,
  type ProofEntry,
  type PublicationProof,
  SEAL_ACTION,
  writeProof,
} from '../../server/src/publication-proof/proof.ts';
import { textHash } from '../../server/src/publication-proof/public-text.ts';
import { checkCode } from '../../server/src/use-cases/documents/check-code.ts';
import { zhaoshi } from './run-cli.ts';

const KEY = newSigningKey();
const ATTACHMENT = '公示名单';
const TEXT = {
  title: '示范镇关于检修渠道的公告',
  documentNumber: '示镇发〔2026〕3号',
  paragraphs: ['定于12月检修主要渠道。', '范围为东干渠、西干渠。'],
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let folder: string;
let code: string;

/** An entry of a trail that holds nothing else. */
function entryAfter(
  facts: Pick<ProofEntry, 'sequence' | 'action' | 'subject'>,
  details: object,
  previous: ChainHashes,
): ProofEntry {
  const entry = {
    ...facts,
    actor: 'system:test',
    details: JSON.stringify(details),
    recordedAt: '2026-11-21T02:03:04.567Z',
  };
  const { sequence: _place, recordedAt, ...hashed } = entry;
  const hashes = chainHashes({ ...hashed, recorded_at: new Date(recordedAt) }, previous);
  return { ...entry, previous: { ...previous }, ...hashes };
}

/** A proof as the site makes it. */
function makeProof(): PublicationProof {
  const named = { documentId: randomUUID(), edition: 1, contentSha256: sha256('content') };
  const visibleFrom = '2026-11-21T02:03:04.567Z';
  const files = [sha256(ATTACHMENT)];
  const details = { ...named, minute: visibleFrom, textSha256: textHash(TEXT), fileSha256: files };
  const subject = `document/${named.documentId}`;
  const entry = entryAfter({ sequence: 1, action: EDITION_ACTION, subject }, details, CHAIN_START);
  const place = { sequence: 2, action: SEAL_ACTION, subject: 'checkpoint/2026-11-21' };
  const seal = entryAfter(place, { after: 0, entries: 1, root: leafHash(entry) }, entry);
  const facts = {
    day: '2026-11-21',
    sequence: seal.sequence,
    sha256: seal.sha256,
    sm3: seal.sm3,
    signedAt: '2026-11-21T16:00:01.000Z',
  };
  const checkpoint = { ...facts, publicKey: KEY.publicKey, signature: KEY.sign(checkpointBytes(facts)) };
  return {
    format: 'zhaoshi-publication-proof-1',
    organ: '示范镇人民政府',
    path: '/east/township/documents/2026-00001',
    edition: {
      ...named,
      visibleFrom,
      checkCode: checkCode({ ...named, visibleFrom: new Date(visibleFrom) }),
    },
    text: { ...TEXT, paragraphs: [...TEXT.paragraphs] },
    files,
    entry,
    seal: { steps: [], entry: seal, checkpoint },
  };
}

const save = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-document-verify-'));
  const proof = makeProof();
  code = proof.edition.checkCode;
  save('proof.json', writeProof(proof));
  save('forged.json', writeProof({ ...proof, text: { ...proof.text, title: '另一个标题' } }));
  save('open.json', writeProof({ ...proof, seal: null }));
  save('same.txt', `${TEXT.title}\n${TEXT.documentNumber}\n${TEXT.paragraphs.join('\n')}\n`);
  save('changed.txt', `${TEXT.title}\n定于12月检修主要渠道。\n范围为南干渠、西干渠。\n`);
  save('longer.txt', `${TEXT.title}\n${TEXT.paragraphs.join('\n')}\n逾期罚款五百元。\n`);
  save(
    'page.html',
    `<html><body><h1>${TEXT.title}</h1><p>${TEXT.paragraphs.join('</p><p>')}</p></body></html>`,
  );
  save('list.bin', ATTACHMENT);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...words: readonly string[]) => zhaoshi(['document', 'verify', ...words], { cwd: folder });

describe('document verify', () => {
  test.each([
    ['same.txt', '逐字相同'],
    ['page.html', '逐字相同'],
    ['list.bin', '与公布的附件逐字节相同'],
  ])('finds %s to be what was published', async (name, words) => {
    const {
      code: exit,
      out,
      err,
    } = await run(name, '--against', 'proof.json', '--public-key', KEY.publicKey);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain(words);
    expect(out).toContain('已封存在 2026-11-21 的校验点，签名与所给公钥相符');
  });

  test('takes the code as it is typed', async () => {
    const { code: exit, out } = await run(code.replaceAll('-', '').toLowerCase(), '--against', 'proof.json');
    expect(exit).toBe(0);
    expect(out).toContain('核验码一致');
  });

  test.each([
    ['changed.txt', 'proof.json', '范围为东干渠、西干渠。'],
    ['longer.txt', 'proof.json', '逾期罚款五百元。'],
    ['same.txt', 'forged.json', '标题或者正文与发布记录不符'],
    ['ZZZZ-ZZZZ-ZZZZ', 'proof.json', '核验码不是这份证明的核验码'],
  ])('%s against %s is not; the code is 1', async (held, proof, words) => {
    const { code: exit, out } = await run(held, '--against', proof);
    expect(exit).toBe(1);
    expect(out).toContain(words);
  });

  test('another key than the one that is known is told', async () => {
    const { code: exit, out } = await run(
      code,
      '--against',
      'proof.json',
      '--public-key',
      newSigningKey().publicKey,
    );
    expect(exit).toBe(1);
    expect(out).toContain('校验点不是用所给的公钥签的');
  });

  test('a proof of the day itself says that it is not sealed yet', async () => {
    const { code: exit, out } = await run(code, '--against', 'open.json', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ isRight: true, problems: [], sealedOn: null });
  });

  test.each([
    ['same.txt', 'same.txt', '不是昭示的发布证明'],
    ['same.txt', 'nothing.json', '没有这个文件'],
    ['nothing.txt', 'proof.json', '也不是核验码'],
  ])('%s against %s cannot be verified; the code is 2', async (held, proof, words) => {
    const { code: exit, err } = await run(held, '--against', proof);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });
});
