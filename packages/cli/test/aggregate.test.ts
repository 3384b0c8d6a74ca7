import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listedName } from '../src/collect-members.ts';
import { SEEDS, zhaoshi } from './run-cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-aggregate-'));
  for (const seed of ['qianwei-2020.txt', 'yilan-2020.txt', 'jindian-2021.txt'])
    copyFileSync(join(SEEDS, seed), join(folder, seed));
  writeFileSync(join(folder, 'units.list'), '前卫镇\n依兰镇人民政府\n坑仔口镇人民政府\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const aggregate = (...args: readonly string[]) => zhaoshi(['report', 'aggregate', ...args], { cwd: folder });
const OF_2020 = ['qianwei-2020.txt', 'yilan-2020.txt'];

describe('report aggregate', () => {
  test('adds up, and names who is missing', async () => {
    const given = '--year 2020 --units units.list --json --out sum.xlsx --organ 某某县人民政府';
    const { code, out, err } = await aggregate(...OF_2020, ...given.split(' '));
    const sum = JSON.parse(out);
    expect(sum).toMatchObject({ reportYear: 2020, formVersion: '2019', missing: ['坑仔口镇人民政府'] });
    // 依兰镇 of the report is 依兰镇人民政府 of the list.
    expect(sum.unlisted).toEqual([]);
    const cell = sum.cells.find((item: { cell: string }) => item.cell === 't2.procurement/projects');
    expect(cell).toMatchObject({ value: 10, state: 'incomplete' });
    // A unit that has not reported blocks the aggregated report (AR-AGG-02).
    expect(code).toBe(1);
    expect(err).toBe('');
  });

  test('a report of another year is left out and told, whatever --year says', async () => {
    const { code, out, err } = await aggregate('*.txt', '--year', '2020');
    expect(code).toBe(2);
    expect(out).toContain('2020年度汇总（2019版格式），已计入2个单位');
    expect(err).toBe('jindian-2021.txt：是2021年度的报告，汇总的是2020年度，未计入。\n');
  });

  test('a unit that sent two files is counted once, and the file told', async () => {
    copyFileSync(join(SEEDS, 'qianwei-2020.txt'), join(folder, '前卫 副本.text'));
    const { code, err } = await aggregate(...OF_2020, '前卫 副本.text');
    expect(code).toBe(2);
    expect(err).toContain('前卫 副本.text：“前卫镇”已按 qianwei-2020.txt 计入，没有重复计入。');
    expect(err).toContain('如果是同名的另一个单位');
  });

  test('a list that names two units alike is refused, because files say no more than names', async () => {
    writeFileSync(join(folder, 'alike.list'), '前卫镇\n前卫 镇\n');
    const { code, err } = await aggregate(...OF_2020, '--units', 'alike.list');
    expect(code).toBe(2);
    expect(err).toContain('名单里“前卫镇”不止一次，没有汇总。');
  });

  test("the parent's own report and the list are no members, even in the same folder", async () => {
    const { out, err } = await aggregate('*.txt', '--year', '2020', '--against', 'jindian-2021.txt');
    expect(out).toContain('已计入2个单位');
    expect(err).toBe('');
  });

  test('people see a row as in the form, figures under their titles', async () => {
    const { out } = await aggregate(...OF_2020, '--units', 'units.list');
    expect(out).toMatch(/^ {2}政府集中采购 +10\* +16\.877万元\*$/m);
    expect(out).toContain('带 * 的数不完整');
    expect(out).toContain('未报送（1个）：坑仔口镇人民政府');
  });
});

test.each([
  ['坑仔口镇人民政府', ['坑仔口镇', '前卫镇'], '坑仔口镇'],
  ['前卫镇', ['玉溪市江川区前卫镇人民政府'], '玉溪市江川区前卫镇人民政府'],
  ['城关镇', ['东城关镇', '城关镇人民政府'], '城关镇人民政府'],
  ['城关镇', ['东城关镇', '西城关镇'], undefined],
  ['依兰镇', ['前卫镇'], undefined],
])('%s in the list %j is %s', (organ, listed, expected) => {
  expect(listedName(organ, listed)).toBe(expected);
});
