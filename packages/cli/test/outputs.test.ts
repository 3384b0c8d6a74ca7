import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SEEDS, zhaoshi } from './run-cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-out-'));
  copyFileSync(join(SEEDS, 'jindian-2021.txt'), join(folder, '年报.txt'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const convert = (...args: readonly string[]) => zhaoshi(['report', 'convert', ...args], { cwd: folder });

describe('an original is never written over', () => {
  test('not even with --force', async () => {
    await convert('年报.txt', '--to', 'json');
    const original = readFileSync(join(folder, '年报.json'));
    const told = await convert('年报.json', '--to', 'json', '--force');
    expect(told.code).toBe(2);
    expect(told.err).toContain('这是原文件，不能覆盖');
    expect(readFileSync(join(folder, '年报.json')).equals(original)).toBe(true);
  });

  test('not under another name either', async () => {
    linkSync(join(folder, '年报.txt'), join(folder, '别名.html'));
    const told = await convert('年报.txt', '--out', '别名.html', '--force');
    expect(told.err).toContain('这是原文件，不能覆盖');
    expect(readFileSync(join(folder, '别名.html'), 'utf8')).not.toContain('<!doctype');
  });

  test('nor a copy of the same run, when two files have one name', async () => {
    for (const part of ['甲', '乙']) {
      mkdirSync(join(folder, part));
      copyFileSync(join(folder, '年报.txt'), join(folder, part, '年报.txt'));
    }
    const told = await convert('甲', '乙', '--to', 'json', '--out', '结果', '--force');
    expect(told.code).toBe(2);
    expect(told.out).toContain('甲/年报.txt → ');
    expect(told.err).toContain('来源文件重名');
  });
});

describe('where to write', () => {
  test('folders are made as needed', async () => {
    expect(await convert('年报.txt', '--out', '新 文件夹/第二层/结果.json')).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, '新 文件夹/第二层/结果.json'))).toBe(true);
  });

  test.each([
    [['年报.txt', '--out', '年报.txt/x.json'], '这是文件，不是文件夹'],
    [['年报.txt', '--to', 'json', '--out', 'x.docx'], '--to json 与 --out 的扩展名不一致'],
    [['年报.txt', '.', '--to', 'json', '--out', 'x.json'], '--out 应为文件夹'],
    [['年报.txt'], '请用 --to 指明输出格式'],
  ])('%j is refused and leaves nothing behind', async (args, words) => {
    const { code, err } = await convert(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(readdirSync(folder)).toEqual(['年报.txt']);
  });

  test.runIf(existsSync('/proc/self'))('where no folder can be made, the attempt ends', async () => {
    const { code, err } = await convert('年报.txt', '--out', '/proc/nothing/x.json');
    expect(code).toBe(2);
    expect(err).toContain('/proc/nothing/x.json');
  });
});

test('a file that is there already keeps only itself from being converted', async () => {
  copyFileSync(join(SEEDS, 'qianwei-2020.txt'), join(folder, '另一份.txt'));
  writeFileSync(join(folder, '年报.html'), 'mine');
  const { code, out, err } = await convert('*.txt', '--to', 'html');
  expect(code).toBe(2);
  expect(err).toContain('年报.txt：文件已存在，没有覆盖');
  expect(out).toContain('另一份.txt → 另一份.html');
  expect(readFileSync(join(folder, '年报.html'), 'utf8')).toBe('mine');
});

test('--fix: a copy that cannot be written does not stop the run, and the JSON stays whole', async () => {
  copyFileSync(join(SEEDS, 'yilan-2020.txt'), join(folder, '依兰.txt'));
  writeFileSync(join(folder, '依兰（改正稿）.docx'), 'mine');
  const { code, out, err } = await zhaoshi(['report', 'check', '依兰.txt', '年报.txt', '--fix', '--json'], {
    cwd: folder,
  });
  expect(code).toBe(2);
  expect(JSON.parse(out)).toHaveLength(2);
  expect(err).toContain('依兰.txt：文件已存在，没有覆盖');
  expect(readFileSync(join(folder, '依兰（改正稿）.docx'), 'utf8')).toBe('mine');
});
