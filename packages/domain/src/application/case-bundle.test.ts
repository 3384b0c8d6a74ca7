import { expect, it } from 'vitest';
import { bundlePath, hasCaseFile, listOfEntries, manifestOf, readManifest } from './case-bundle.ts';
import { STATUS_NAMES } from './status.ts';

it('there is a file of a case from its close on', () => {
  expect(STATUS_NAMES.filter(hasCaseFile)).toEqual(['closed', 'archived']);
});

it.each([
  ['../../etc/passwd', '身份证明', '01-申请/03-身份证明.bin'],
  ['C:\\张三.pdf', '身份证明', '01-申请/03-身份证明.pdf'],
  ['张三.PDF', '../../补正材料', '01-申请/03-补正材料.pdf'],
  ['x.p/df', '申请表', '01-申请/03-申请表.bin'],
  ['x.pdf\0', '申请表\n', '01-申请/03-申请表.bin'],
])('a file called %j gets a path of ours', (name, title, path) => {
  expect(bundlePath('application', 3, title, name)).toBe(path);
});

it('a manifest is read as it was written, and nothing else is taken for one', () => {
  const entry = { path: '01-申请/01-申请表.html', title: '申请表', bytes: 3, sha256: 'ab' };
  const manifest = manifestOf('20260001', '2026-11-21T00:00:00.000Z', [entry], 'cd');
  expect(readManifest(JSON.stringify(manifest))).toEqual(manifest);
  expect(listOfEntries([entry])).toBe('ab 3 01-申请/01-申请表.html\n');
  for (const other of ['', '{}', '[]', 'null', JSON.stringify({ ...manifest, entries: [{}] })]) {
    expect(readManifest(other)).toBeNull();
  }
});
