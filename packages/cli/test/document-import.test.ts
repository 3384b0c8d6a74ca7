import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '@zhaoshi/report-files/documents/manifest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shell, type Told } from './run-cli.ts';

let folder: string;
/** Apart: the database's own account must be able to reach it. */
let data: string;
const zhaoshi = (line: string): Told => shell(`zhaoshi ${line} --data "${data}"`, folder);
const IMPORT = 'document import 文件 --organ hedong/duandian --writer duandian-drafter';

const notice = (number: number): string =>
  `段店镇人民政府文件\n段政发〔2020〕${number}号\n段店镇人民政府\n关于做好第${number}批公路养护工作的通知\n各村民委员会：\n请做好养护工作。\n段店镇人民政府\n2020年3月${number}日\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'document-import-'));
  data = mkdtempSync(join(tmpdir(), 'document-import-data-'));
  expect(zhaoshi('demo reset')).toMatchObject({ code: 0, err: '' });
  mkdirSync(join(folder, '文件/旧'), { recursive: true });
  for (const number of [1, 2, 3]) writeFileSync(join(folder, `文件/旧/${number}.txt`), notice(number));
  writeFileSync(join(folder, '文件/空.docx'), '');
  writeFileSync(join(folder, '外面.txt'), notice(9));
  symlinkSync(join(folder, '外面.txt'), join(folder, '文件/链接.txt'));
  writeFileSync(
    join(folder, '清单.csv'),
    [
      '文件,标题,公开属性,附件',
      '旧/1.txt,,主动公开,',
      '旧/2.txt,清单写明的标题,,旧/1.txt',
      '旧/3.txt,,保密,',
      '空.docx,,,',
      '链接.txt,,,',
      '没有.docx,,,',
      '旧/1.txt,,,',
    ].join('\n'),
  );
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(data, { recursive: true });
});

describe('document import, as a process', () => {
  test('imports what is right, and writes the rest with its reasons in the shape of the list', async () => {
    const { code, out, err } = zhaoshi(`${IMPORT} --manifest 清单.csv --failures 错误.csv`);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('清单共 7 行，新建草稿 2 件，5 行没有导入：');
    expect(out).toContain('“公开属性”没有“保密”，可填：主动公开、依申请公开、不予公开。');
    expect(statSync(join(folder, '错误.csv')).mode & 0o077).toBe(0);
    const failed = await readManifest(readFileSync(join(folder, '错误.csv')), '错误.csv', ['错误原因']);
    const reasons = failed.ok
      ? failed.value.rows.map(({ cells }) => [cells.get('文件'), cells.get('错误原因')])
      : [];
    expect(new Map(reasons.map(([file = '', reason = '']) => [file, reason]))).toEqual(
      new Map([
        ['旧/3.txt', expect.stringContaining('没有“保密”')],
        ['旧/1.txt', '与第 2 行是同一个文件。'],
        ['空.docx', expect.stringContaining('空')],
        ['链接.txt', '“链接.txt”指向文件夹以外，没有读取。'],
        ['没有.docx', '文件夹里没有“没有.docx”。'],
      ]),
    );
  }, 120_000);

  test('goes on where it stopped: nothing twice, with its journal and without', () => {
    writeFileSync(join(folder, '清单.csv'), '文件,标题\n旧/1.txt,\n旧/2.txt,\n旧/3.txt,\n');
    const again = zhaoshi(`${IMPORT} --manifest 清单.csv --json`);
    expect(JSON.parse(again.out)).toEqual({ rows: 3, made: 1, known: 2, failed: [] });
    rmSync(join(folder, '清单.csv.journal'));
    const without = zhaoshi(`${IMPORT} --manifest 清单.csv --json`);
    expect(JSON.parse(without.out)).toEqual({ rows: 3, made: 0, known: 3, failed: [] });
  }, 120_000);

  test.each([
    ['document import 文件 --organ hedong/duandian --writer niemand --manifest 清单.csv', '没有这个账号'],
    [
      'document import 文件 --organ hedong/duandian --writer hedong-auditor --manifest 清单.csv',
      '没有在这个机关起草文件的权限',
    ],
    [
      'document import 文件 --organ hedong/finance --writer hedong-finance-officer --manifest 清单.csv',
      '是另一次导入的记录',
    ],
    [`${IMPORT} --manifest 没有.csv`, '找不到文件'],
  ])(
    '%s is refused',
    (line, words) => {
      const { code, err } = zhaoshi(line);
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    },
    120_000,
  );
});
