import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHEET_COLUMN_IDS, type SheetRow } from '@zhaoshi/domain/application/register-sheet/columns';
import { readList } from '@zhaoshi/report-files/read/xlsx/read-rows';
import { writeFailedRows } from '@zhaoshi/report-files/write/xlsx/write-register';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shell, type Told } from './run-cli.ts';

const BLANK = Object.fromEntries(SHEET_COLUMN_IDS.map((id) => [id, ''])) as SheetRow;

const row = (change: Partial<SheetRow>): SheetRow => ({
  ...BLANK,
  channel: '当面提交',
  receiptDate: '2024-03-01',
  applicantKind: '自然人',
  name: '赵测试甲',
  phone: '13912345678',
  description: '公路养护资金分配方案',
  outcome: '予以公开，提供信息',
  resultOn: '2024-03-20',
  ...change,
});

let folder: string;
/** Apart: the database's own account must be able to reach it. */
let data: string;
const zhaoshi = (line: string): Told => shell(`zhaoshi ${line} --data "${data}"`, folder);

const sheet = async (name: string, rows: readonly SheetRow[]): Promise<void> =>
  writeFileSync(join(folder, name), await writeFailedRows(rows.map((one) => ({ row: one, reasons: [] }))));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'register-'));
  data = mkdtempSync(join(tmpdir(), 'register-data-'));
  expect(zhaoshi('demo reset')).toMatchObject({ code: 0, err: '' });
  await sheet('旧.xlsx', [
    row({ registrationNumber: '旧1' }),
    row({ registrationNumber: '旧2', channel: '托人' }),
    row({ registrationNumber: '旧3', applicantKind: '商业企业', name: '=示范公司' }),
  ]);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(data, { recursive: true });
});

describe('application import, export, statistics, as processes', () => {
  test('what is right is imported, the rest is told and written to a file of one’s own', async () => {
    const checked = zhaoshi('application import 旧.xlsx --organ hedong/jindian --check');
    expect([checked.code, checked.err]).toEqual([1, '']);
    expect(checked.out).toContain('共 3 行，可以导入 2 件，1 行不能导入：\n  第 3 行：提交方式“托人”不认识');
    const { code, out } = zhaoshi('application import 旧.xlsx --organ hedong/jindian --failures 错误.xlsx');
    expect([code, out]).toEqual([1, expect.stringContaining('已导入 2 件')]);
    expect(statSync(join(folder, '错误.xlsx')).mode & 0o077).toBe(0);
    const failed = await readList(readFileSync(join(folder, '错误.xlsx')), ['错误原因']);
    expect(failed.ok && failed.value.rows.map(({ cells }) => cells.get('登记号'))).toEqual(['旧2']);
    const again = zhaoshi('application import 旧.xlsx --organ hedong/jindian --json');
    expect(JSON.parse(again.out)).toMatchObject({ rows: 3, imported: 0, failed: 3 });
  }, 120_000);

  test('table three of the year counts them', () => {
    const { code, out } = zhaoshi('application statistics --organ hedong/jindian --year 2024 --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      form: '2021',
      figures: {
        't3.granted/naturalPerson': 1,
        't3.granted/commercialEnterprise': 1,
        't3.refused.stateSecret/total': 0,
      },
    });
    const words = zhaoshi('application statistics --organ hedong/jindian --year 2024');
    expect(words.out).toContain('收到和处理政府信息公开申请情况');
    expect(words.out).toMatch(/第一项 本年新收 +1 +1 +0/);
  }, 120_000);

  test('the register goes out whole, into a file that nobody else can read', async () => {
    const { code, out } = zhaoshi('application export 登记簿.xlsx --organ hedong/jindian');
    expect([code, out]).toEqual([0, expect.stringContaining('含有申请人信息')]);
    expect(statSync(join(folder, '登记簿.xlsx')).mode & 0o077).toBe(0);
    const list = await readList(readFileSync(join(folder, '登记簿.xlsx')), ['登记号', '状态']);
    const names = list.ok ? list.value.rows.map(({ cells }) => cells.get('姓名(名称)')) : [];
    expect(names).toEqual(expect.arrayContaining(['赵测试甲', '=示范公司']));
    const again = zhaoshi('application export 登记簿.xlsx --organ hedong/jindian');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('已经存在，没有写入')]);
  }, 120_000);

  test.each([
    ['application import 没有.xlsx --organ hedong/jindian', '找不到文件'],
    ['application statistics --organ hedong/nobody --year 2024', '没有这个机关'],
    ['application statistics --organ hedong --year 二〇二四', '年度应为四位数字'],
    ['application statistics --organ hedong --year 2010', '没有年度报告表三的格式'],
  ])(
    '%s is refused in words',
    (line, words) => {
      const { code, err } = zhaoshi(line);
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    },
    60_000,
  );
});
