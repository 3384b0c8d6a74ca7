import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { SHEET_COLUMN_IDS, type SheetRow } from './columns.ts';
import { parseRegisterRow } from './parse-row.ts';
import { parseChoice, parseSheetDate, parseYesNo } from './sheet-values.ts';

const TODAY = '2026-11-21' as CivilDate;

const BLANK = Object.fromEntries(SHEET_COLUMN_IDS.map((id) => [id, ''])) as SheetRow;

/** A row with everything that is asked for, as an office types it. */
const ROW: SheetRow = {
  ...BLANK,
  registrationNumber: '2023-001',
  channel: '当面提交',
  receiptDate: '2023年3月1日',
  applicantKind: '自然人',
  name: '赵测试甲',
  description: '2022年公路养护资金分配方案',
};

const CONCLUDED: SheetRow = {
  ...ROW,
  outcome: '予以公开，提供信息',
  resultOn: '2023/3/20',
  dueOn: '2023.3.29',
  documentNumber: '示公开〔2023〕1号',
};

const faultsOf = (row: SheetRow): readonly string[] => {
  const parsed = parseRegisterRow(row, TODAY);
  return parsed.ok ? [] : parsed.error;
};

describe('a row of an old register', () => {
  it('is understood with what is asked for and nothing else', () => {
    expect(parseRegisterRow(ROW, TODAY)).toMatchObject({
      ok: true,
      value: {
        registrationNumber: '2023-001',
        channel: 'counter',
        sentOn: null,
        arrivedOn: '2023-03-01',
        receiptDate: '2023-03-01',
        result: null,
        form: {
          applicant: { kind: 'naturalPerson', name: '赵测试甲', phone: null },
          agent: null,
          supplyForm: 'electronic',
          supplyWay: 'post',
          acceptsOtherWay: false,
        },
      },
    });
  });

  it('has its result, its agent and how the information is wanted', () => {
    const row = { ...CONCLUDED, agentName: '钱代理', supplyForm: '纸质', acceptsOtherWay: '是' };
    expect(parseRegisterRow(row, TODAY)).toMatchObject({
      ok: true,
      value: {
        result: {
          outcome: 'granted.provided',
          on: '2023-03-20',
          dueOn: '2023-03-29',
          documentNumber: '示公开〔2023〕1号',
        },
        form: { agent: { name: '钱代理' }, supplyForm: 'paper', acceptsOtherWay: true },
      },
    });
  });

  it('of an ordinary letter has its day of receipt from the confirmation', () => {
    const row = { ...ROW, channel: '平常信函', sentOn: '2023-02-20', arrivedOn: '2023-02-24' };
    expect(parseRegisterRow(row, TODAY)).toMatchObject({
      ok: true,
      value: { arrivedOn: '2023-02-24', receiptDate: '2023-03-01' },
    });
  });

  it.each<[string, Partial<SheetRow>, string]>([
    ['no number', { registrationNumber: '' }, '登记号没有填写。'],
    ['an unheard channel', { channel: '托人带来' }, '提交方式“托人带来”不认识，可填：当面提交、'],
    ['no day', { receiptDate: '三月初' }, '收到申请之日“三月初”不是日期，应写成 2025-03-01。'],
    ['a day that is none', { receiptDate: '2023-02-30' }, '不是日期'],
    ['a day to come', { receiptDate: '2026-12-01' }, '不能晚于今天'],
    ['a wrong order', { sentOn: '2023-03-05', arrivedOn: '2023-03-01' }, '不能早于寄出日期'],
    ['a day of receipt against the rule', { arrivedOn: '2023-02-27' }, '收到申请之日应为2023-02-27'],
    ['an unheard kind', { applicantKind: '公司' }, '申请人类别“公司”不认识'],
    ['nobody', { name: '' }, '姓名（名称）没有填写。'],
    ['a very long name', { name: '长'.repeat(101) }, '姓名（名称）超过 100 字。'],
    ['a name with hidden marks', { name: '赵\u202E甲' }, '看不见的字符'],
    ['an outcome without a day', { outcome: '申请人撤回' }, '有办理结果的，答复日期没有填写。'],
    ['a day without an outcome', { resultOn: '2023-03-20' }, '办理结果没有填写。'],
    ['a result to come', { ...CONCLUDED, resultOn: '2027-01-01' }, '答复日期（2027-01-01）不能晚于今天'],
    [
      'a result before the receipt',
      { ...CONCLUDED, resultOn: '2023-02-01' },
      '不能早于收到申请之日（2023-03-01）',
    ],
    ['neither yes nor no', { acceptsOtherWay: '也许' }, '接受其他方式应填“是”或者“否”。'],
  ])('is refused with %s', (_name, change, words) => {
    expect(faultsOf({ ...ROW, ...change }).join('')).toContain(words);
  });

  it('is not looked through where a cell has far more than its column takes, nor is that quoted', () => {
    const endless = '示'.repeat(300_000);
    const faults = faultsOf({ ...ROW, receiptDate: endless, outcome: endless, name: '' });
    expect(faults).toEqual(['收到申请之日超过 20 字。', '姓名（名称）没有填写。', '办理结果超过 60 字。']);
  });

  it('is told everything that is wrong at once', () => {
    expect(faultsOf({ ...ROW, name: '', channel: '', acceptsOtherWay: '也许' })).toHaveLength(3);
  });
});

describe('cells', () => {
  it.each([
    ['2025-3-1', '2025-03-01'],
    ['2025/03/01', '2025-03-01'],
    ['2025.3.1', '2025-03-01'],
    ['２０２５年３月１日', '2025-03-01'],
    ['20250301', '2025-03-01'],
    ['2025-13-01', undefined],
    ['1/3/2025', undefined],
    ['', undefined],
  ])('%s is the day %s', (text, day) => {
    expect(parseSheetDate(text)).toBe(day);
  });

  it('choices are found whatever blanks, quotes and widths they are written with', () => {
    const choices = { a: '危及“三安全一稳定”', b: '其他' };
    expect(parseChoice(' 危及"三安全 一稳定" ', choices)).toBe('a');
    expect(parseChoice('b', choices)).toBe('b');
    expect(parseChoice('另外', choices)).toBeUndefined();
    expect([parseYesNo('是'), parseYesNo('×'), parseYesNo('?')]).toEqual([true, false, undefined]);
  });
});
