import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEEDS, shell, zhaoshi } from './run-cli.ts';

const require = createRequire(import.meta.url);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const schema = (name: string) => ajv.compile(require(`../../report-files/schemas/${name}.schema.json`));
const readSchema = schema('report-read');
const checkSchema = schema('report-check');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A folder of its own with some seeds in it. */
function place(name: string, ...seeds: readonly string[]): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const seed of seeds) copyFileSync(join(SEEDS, seed), join(path, seed));
  return path;
}

describe('report read', () => {
  test('prints a report for people: head, tables with blanks as blanks, what was guessed', async () => {
    const { code, out } = await zhaoshi(['report', 'read', 'duandian-2019.txt']);
    expect(code).toBe(0);
    expect(out).toContain('标题：段店乡2019年度政府信息公开年度报告');
    expect(out).toContain('年度：2019');
    expect(out).toMatch(/第二项 上年结转.*0 +0 +0 +0 +0 +0 +·/);
  });

  test('--json prints the public shape', async () => {
    const { out } = await zhaoshi(['report', 'read', 'yilan-2020.txt', '--json']);
    const report = JSON.parse(out);
    readSchema(report);
    expect(readSchema.errors).toBeNull();
    expect(report.cells['t2.procurement/amount']).toMatchObject({
      value: 16.877,
      raw: '16.877万元',
      state: 'value',
      unit: '万元',
    });
    expect(report.title).toBeNull();
  });

  test('reads standard input', async () => {
    const stdin = readFileSync(join(SEEDS, 'jindian-2021.txt'));
    const { code, out } = await zhaoshi(['report', 'read', '-', '--json'], { stdin });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ organ: '金殿镇人民政府', reportYear: 2021, formVersion: '2021' });
  });

  test('what the caller says about year and kind stands above the file', async () => {
    const { out } = await zhaoshi([
      'report',
      'read',
      'yilan-2020.txt',
      '--json',
      '--year',
      '2019',
      '--organ-kind',
      'department',
    ]);
    expect(JSON.parse(out)).toMatchObject({ reportYear: 2019, organKind: 'department' });
  });

  test('a folder with one unusable file: the others are read, the code is 2', async () => {
    const path = place('mixed', 'jindian-2021.txt', 'qianwei-2020.txt');
    writeFileSync(join(path, 'broken.docx'), 'PK\u0003\u0004not a zip');
    writeFileSync(join(path, '~$lock.docx'), 'ignored');
    const { code, out, err } = await zhaoshi(['report', 'read', path, '--json']);
    expect(code).toBe(2);
    const list = JSON.parse(out);
    expect(list).toHaveLength(3);
    expect(list.filter((item: { error?: unknown }) => item.error)).toHaveLength(1);
    expect(err).toContain('broken.docx：');
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('report check', () => {
  test('tells a clerk where, what, both figures, what it should be and the authority', async () => {
    const { code, out } = await zhaoshi(['report', 'check', 'yilan-2020.txt']);
    expect(code).toBe(1);
    for (const words of ['阻断', '级别', '哪里', '可能应为', '依据', '16.877万元', 'AR-CEL-03'])
      expect(out).toContain(words);
  });

  test('--json prints the public shape, an array for several files', async () => {
    const one = JSON.parse((await zhaoshi(['report', 'check', 'duandian-2019.txt', '--json', '--all'])).out);
    checkSchema(one);
    expect(checkSchema.errors).toBeNull();
    const { code, out } = await zhaoshi(['report', 'check', '*.txt', '--json']);
    const all = JSON.parse(out);
    checkSchema(all);
    expect(checkSchema.errors).toBeNull();
    expect(all.map(({ file }: { file: string }) => file)).toEqual(readdirSync(SEEDS).toSorted());
    expect(code).toBe(1);
  });

  test('--exit-zero keeps the findings and returns 0', async () => {
    expect((await zhaoshi(['report', 'check', 'yilan-2020.txt', '--exit-zero'])).code).toBe(0);
  });

  test('a narrow terminal lists findings one under the other, none wider than it', async () => {
    const { out } = await zhaoshi(['report', 'check', 'qianwei-2020.txt'], { width: 60 });
    expect(out).toContain('【阻断】');
    expect(out).toContain('依据：');
  });

  test('--previous runs the cross-year rules', async () => {
    const path = place('years', 'jindian-2021.txt');
    const report = JSON.parse((await zhaoshi(['report', 'read', 'jindian-2021.txt', '--json'])).out);
    report.reportYear = 2020;
    report.cells['t3.carriedForward/naturalPerson'] = { value: 3, raw: '3', state: 'value' };
    writeFileSync(join(path, 'last.json'), JSON.stringify(report));
    const { code, out } = await zhaoshi(
      ['report', 'check', 'jindian-2021.txt', '--previous', 'last.json', '--json'],
      { cwd: path },
    );
    expect(code).toBe(1);
    const finding = JSON.parse(out).findings.find(
      ({ rule }: { rule: string }) => rule === 'AR-XYR-01/naturalPerson',
    );
    expect(finding).toMatchObject({ status: 'fail', severity: 'block', left: 0, right: 3, difference: -3 });
  });

  test('a waiver takes a finding out of the count, and stops when the cell changes', async () => {
    const path = place('waived', 'qianwei-2020.txt');
    const before = JSON.parse(
      (await zhaoshi(['report', 'check', 'qianwei-2020.txt', '--json'], { cwd: path })).out,
    );
    const finding = before.findings.find(({ rule }: { rule: string }) => rule === 'AR-FRM-06');
    writeFileSync(
      join(path, 'waivers.json'),
      JSON.stringify([
        { findingId: finding.id, fingerprint: finding.fingerprint, by: 'author', reason: '沿用旧模板' },
      ]),
    );
    const after = JSON.parse(
      (
        await zhaoshi(['report', 'check', 'qianwei-2020.txt', '--json', '--waivers', 'waivers.json'], {
          cwd: path,
        })
      ).out,
    );
    expect(after.findings.find(({ id }: { id: string }) => id === finding.id).status).toBe('waived');
    const stale = [
      { findingId: finding.id, fingerprint: 'something else', by: 'author', reason: '沿用旧模板' },
    ];
    writeFileSync(join(path, 'waivers.json'), JSON.stringify(stale));
    const again = JSON.parse(
      (
        await zhaoshi(['report', 'check', 'qianwei-2020.txt', '--json', '--waivers', 'waivers.json'], {
          cwd: path,
        })
      ).out,
    );
    expect(again.findings.find(({ id }: { id: string }) => id === finding.id).status).toBe('fail');
  });

  test('--fix writes a mended copy of what is certain, names the rest, and never writes over a file', async () => {
    const path = place('fixed', 'yilan-2020.txt');
    const before = readFileSync(join(path, 'yilan-2020.txt'));
    const { out } = await zhaoshi(['report', 'check', 'yilan-2020.txt', '--fix'], { cwd: path });
    expect(out).toContain('已改：表二 政府集中采购 采购总金额　“16.877万元” → 16.877');
    expect(out).toContain('未改：');
    expect(readFileSync(join(path, 'yilan-2020.txt')).equals(before)).toBe(true);
    const mended = JSON.parse(
      (await zhaoshi(['report', 'check', 'yilan-2020（改正稿）.docx', '--json'], { cwd: path })).out,
    );
    expect(mended.findings.some(({ rule }: { rule: string }) => rule === 'AR-CEL-03')).toBe(false);
    const again = await zhaoshi(['report', 'check', 'yilan-2020.txt', '--fix'], { cwd: path });
    expect(again).toMatchObject({ code: 2 });
    expect(again.err).toContain('文件已存在，没有覆盖');
  });

  test.each([
    [['report', 'check'], '缺少参数'],
    [['report', 'check', 'nothing.docx'], '找不到文件或文件夹：nothing.docx'],
    [['report', 'check', 'yilan-2020.txt', '--colour'], '没有这个选项：--colour'],
    [['report', 'check', 'yilan-2020.txt', '--form', '2020'], '可用：2019、2021'],
    [['report', 'check', 'yilan-2020.txt', '--year', 'soon'], '年份应为四位数字'],
    [['report', 'check', 'yilan-2020.txt', '--as-of', '2026-13-01'], '--as-of 应为“年-月-日”'],
    [['report', 'check', 'yilan-2020.txt', '--settings', 'yilan-2020.txt'], '不是有效的 JSON 文件'],
    [['report', 'check', '*.txt', '--previous', 'yilan-2020.txt'], '只能与一个文件同用'],
    [['report', 'inspect'], '没有这个命令：inspect。用 zhaoshi report --help '],
    [['backup', '--file', 'x'], '没有这个选项：--file。用 zhaoshi backup --help '],
    [['report', 'pull', 'hedong', 'soon'], '参数的值不对：soon。年份应为四位数字'],
    [['report', 'pull', 'hedong', '2025', '-o', 'x.doc'], '文件的扩展名应为：docx、pdf'],
    [['report', 'submit', 'hedong', '2025'], '还没有登录平台。请先登录：zhaoshi login 网址'],
    [['report', 'aggregate'], '请写要汇总的文件或者文件夹，或者用 --platform'],
    [['backups'], '没有这个命令：backups。用 zhaoshi --help '],
    [['audit', 'verify', '--all'], '用 zhaoshi audit verify --help '],
  ])('%j is refused with words and code 2', async (args, words) => {
    const { code, out, err } = await zhaoshi(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at |Error:/);
  });
});

describe('report convert', () => {
  test.each(['docx', 'pdf', 'html', 'xlsx', 'json'])(
    'to %s and read again: every figure is the same',
    async (format) => {
      const path = place(`convert-${format}`, 'jindian-2021.txt');
      const converted = await zhaoshi(['report', 'convert', 'jindian-2021.txt', '--to', format], {
        cwd: path,
      });
      expect(converted).toMatchObject({ code: 0, err: '' });
      const again = JSON.parse(
        (await zhaoshi(['report', 'read', `jindian-2021.${format}`, '--json'], { cwd: path })).out,
      );
      const original = JSON.parse(
        (await zhaoshi(['report', 'read', 'jindian-2021.txt', '--json'], { cwd: path })).out,
      );
      const values = (report: { cells: Record<string, { value: number | null }> }) =>
        Object.fromEntries(Object.entries(report.cells).map(([id, { value }]) => [id, value]));
      expect(values(again)).toEqual(values(original));
      expect(again).toMatchObject({ organ: original.organ, reportYear: 2021, formVersion: '2021' });
    },
  );

  test('an existing file is kept; --force replaces it', async () => {
    const path = place('kept', 'jindian-2021.txt');
    writeFileSync(join(path, 'out.html'), 'mine');
    const args = ['report', 'convert', 'jindian-2021.txt', '--out', 'out.html'];
    expect(await zhaoshi(args, { cwd: path })).toMatchObject({ code: 2 });
    expect(readFileSync(join(path, 'out.html'), 'utf8')).toBe('mine');
    expect(await zhaoshi([...args, '--force'], { cwd: path })).toMatchObject({ code: 0 });
    expect(readFileSync(join(path, 'out.html'), 'utf8')).toContain('<!doctype html>');
    expect(readdirSync(path).toSorted()).toEqual(['jindian-2021.txt', 'out.html']);
  });
});

describe('report compare', () => {
  test('shows the cells and passages that differ', async () => {
    const path = place('compare', 'jindian-2021.txt');
    const report = JSON.parse((await zhaoshi(['report', 'read', 'jindian-2021.txt', '--json'])).out);
    report.cells['t3.granted/naturalPerson'] = { value: 4, raw: '4', state: 'value' };
    report.sections.s6.text = '本年度未收取政府信息公开信息处理费。';
    writeFileSync(join(path, 'changed.json'), JSON.stringify(report));
    const { code, out } = await zhaoshi(['report', 'compare', 'jindian-2021.txt', 'changed.json'], {
      cwd: path,
    });
    expect(code).toBe(1);
    expect(out).toContain('数字：1格不同');
    expect(out).toMatch(/第三项（一）予以公开 自然人 +0 +4 +4/);
    expect(out).toContain('本年度未收取政府信息公开信息处理费。');
  });

  test('a report is equal to itself', async () => {
    expect((await zhaoshi(['report', 'compare', 'qianwei-2020.txt', 'qianwei-2020.txt'])).code).toBe(0);
  });
});

describe('the command as a process', () => {
  test('pipes, and ends quietly when the reader has seen enough', () => {
    expect(shell('cat jindian-2021.txt | zhaoshi report check - --json | head -c 20')).toMatchObject({
      code: 0,
      err: '',
    });
  });

  test('--help is Chinese and complete', () => {
    const { code, out } = shell('zhaoshi report --help');
    expect(code).toBe(0);
    for (const words of ['用法：', 'read', 'check', 'convert', 'compare', 'aggregate', 'forms', '退出码：'])
      expect(out).toContain(words);
    expect(out).not.toMatch(/Usage|options|commands?\]/i);
  });

  test('exit codes: 0 clean, 1 blocking, 2 unusable', () => {
    expect(shell('zhaoshi report forms --form 2021').code).toBe(0);
    expect(shell('zhaoshi report check yilan-2020.txt').code).toBe(1);
    expect(shell('zhaoshi report check nothing.pdf').code).toBe(2);
  });
});
