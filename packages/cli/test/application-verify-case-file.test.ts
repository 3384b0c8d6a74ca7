import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listOfEntries, MANIFEST_NAME, manifestOf } from '@zhaoshi/domain/application/case-bundle';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeZip } from '../../report-files/test/make-zip.ts';
import { zhaoshi } from './run-cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-case-file-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const FORM = '01-申请/01-申请表.html';

function caseFile(name: string, exported: string, found = exported): void {
  const entries = [
    { path: FORM, title: '申请表', bytes: Buffer.byteLength(exported), sha256: sha256(exported) },
  ];
  const manifest = manifestOf(
    '20260001',
    '2026-11-21T02:00:00.000Z',
    entries,
    sha256(listOfEntries(entries)),
  );
  const content = [
    { name: FORM, data: found },
    { name: MANIFEST_NAME, data: JSON.stringify(manifest) },
  ];
  writeFileSync(join(folder, name), makeZip(content));
}

const run = (...words: readonly string[]) =>
  zhaoshi(['application', 'verify-case-file', ...words], { cwd: folder });

describe('application verify-case-file, as a process', () => {
  test('says that a file of a case is as it was exported', async () => {
    caseFile('good.zip', '<p>申请</p>');
    const { code, out, err } = await run('good.zip');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('登记号 20260001');
    expect(out).toContain('与导出时一致。');
  });

  test('names what was changed; the code is 1', async () => {
    caseFile('changed.zip', '<p>申请</p>', '<p>改了</p>');
    const { code, out } = await run('changed.zip', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toEqual([`“${FORM}”与导出时不同，已被改动。`]);
  });

  test.each([
    ['nothing.zip', null],
    ['text.zip', 'no archive'],
  ])('%s cannot be verified; the code is 2', async (name, content) => {
    if (content !== null) writeFileSync(join(folder, name), content);
    const { code, err } = await run(name);
    expect(code).toBe(2);
    expect(err).toMatch(/没有这个文件|没有核对/);
  });
});
