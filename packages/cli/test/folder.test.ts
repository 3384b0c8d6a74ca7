import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEEDS, zhaoshi } from './run-cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-folder-'));
  mkdirSync(join(folder, '各单位'));
  const place = (seed: string, name: string) => copyFileSync(join(SEEDS, seed), join(folder, '各单位', name));
  place('jindian-2021.txt', '10 金殿.txt');
  place('qianwei-2020.txt', '2 前卫.txt');
  writeFileSync(join(folder, '各单位', '照片.png'), 'no report');
  writeFileSync(join(folder, '各单位', '空.docx'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) => zhaoshi(['report', ...args], { cwd: folder });

describe('a folder of reports', () => {
  test('ends with how many were checked, had blocking findings or could not be read', async () => {
    const { code, out, err } = await run('check', '各单位');
    expect(code).toBe(2);
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      '共3个文件：校验2个，其中有阻断性问题2个，没有阻断性问题0个；不能读取1个，原因见上。',
    );
    expect(err).toContain('空.docx：文件是空的');
    expect(err).toContain('各单位 中有1个文件不是支持的格式，没有读取：照片.png');
    expect(err).not.toContain('等');
  });

  test('is read in the order of a file manager', async () => {
    const { out } = await run('check', '各单位');
    expect(out.indexOf('2 前卫.txt')).toBeLessThan(out.indexOf('10 金殿.txt'));
  });
});

describe('other reports for comparison', () => {
  test('a previous report of another organ or year is questioned', async () => {
    const { out } = await run('check', '各单位/10 金殿.txt', '--previous', '各单位/2 前卫.txt');
    expect(out).toContain('注意：--previous 是“前卫镇”的报告，不是“金殿镇人民政府”的');
    expect(out).not.toContain('年度的报告，上一年度应为');
    const same = await run('check', '各单位/10 金殿.txt', '--previous', '各单位/10 金殿.txt');
    expect(same.out).toContain('--previous 是2021年度的报告，上一年度应为2020年度');
  });

  test('peers that cannot be read are named', async () => {
    const { err } = await run('check', '各单位/10 金殿.txt', '--peers', '各单位');
    expect(err).toMatch(/空\.docx：.*（没有用作比较）/);
  });
});

describe('waivers that do not hold are told', () => {
  const waive = async (change: (id: string, fingerprint: string) => object, rule: string) => {
    const { findings } = JSON.parse((await run('check', '各单位/2 前卫.txt', '--json')).out);
    const finding = findings.find((item: { rule: string }) => item.rule === rule);
    const waiver = { by: 'author', reason: '已核实', ...change(finding.id, finding.fingerprint) };
    writeFileSync(join(folder, '豁免.json'), JSON.stringify([waiver]));
    return (await run('check', '各单位/2 前卫.txt', '--waivers', '豁免.json')).out;
  };

  test('changed, not allowed, gone', async () => {
    const changed = await waive((findingId) => ({ findingId, fingerprint: 'old' }), 'AR-FRM-06');
    expect(changed).toMatch(/豁免没有生效（有关的内容已改变，请重新核实）：.*〔AR-FRM-06〕/);
    const refused = await waive((findingId, fingerprint) => ({ findingId, fingerprint }), 'AR-FRM-10');
    expect(refused).toMatch(/豁免没有生效（这条规则不能豁免.*〔AR-FRM-10〕/);
    const gone = await waive((_, fingerprint) => ({ findingId: 'none', fingerprint }), 'AR-FRM-06');
    expect(gone).toContain('豁免没有生效（已没有这个问题，可以删去）：none');
  });
});

test('many guesses of one kind are summed up', async () => {
  const { out } = await zhaoshi(['report', 'check', 'kengzaikou-2020.txt']);
  expect(out.match(/读取说明/g)?.length).toBeLessThanOrEqual(6);
  expect(out).toMatch(/另有推断 \d+ 处，用 zhaoshi report read 查看/);
});

test('what is printed for people holds no names of the code', async () => {
  const { out } = await zhaoshi(['report', 'check', '*.txt', '--all']);
  expect(out).not.toMatch(/\bt[234]\.|naturalPerson|AR-[A-Z0-9]+-[A-Z0-9]+\//);
});
