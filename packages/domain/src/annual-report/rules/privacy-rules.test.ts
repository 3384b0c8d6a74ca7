import { describe, expect, test } from 'vitest';
import { cleanReport, withCell, withText } from '../../../test/build-report.ts';
import { SEED_NAMES, seedReport } from '../../../test/seed-texts.ts';
import type { AnnualReport } from '../report.ts';
import { evaluateReport } from './evaluate.ts';
import { PRIVACY_RULES } from './privacy-rules.ts';
import type { Finding } from './rule.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const failures = (report: AnnualReport): readonly Finding[] =>
  evaluateReport({ report, settings: DEFAULT_SETTINGS }, { rules: PRIVACY_RULES }).filter(
    ({ status }) => status === 'fail',
  );

const messages = (report: AnnualReport) => failures(report).map(({ message }) => message);

describe('AR-PRV-01', () => {
  test('a mobile number and a home are shown masked only, in the message and in the passage', () => {
    const text = '申请人张某某，电话13812341234，家住柳林镇大湾村3组12号。';
    const found = failures(withText(cleanReport(), 's1', [text]));
    expect(found.map(({ message }) => message)).toEqual([
      '发现个人信息：手机号码 138****1234。',
      '发现个人信息：家庭住址 家住柳林镇***。',
    ]);
    expect(JSON.stringify(found)).not.toContain('13812341234');
    expect(JSON.stringify(found)).not.toContain('12号');
    expect(found[0]?.passage).toEqual({
      section: 's1',
      text: '申请人张某某，电话138****1234，家住柳林镇***。',
    });
  });

  test('file properties are read, and told masked', () => {
    const structure = { headings: [], tables: [], leftovers: [], properties: { author: '张某 13812341234' } };
    const found = failures({ ...cleanReport(), structure });
    expect(found.map(({ message }) => message)).toEqual(['发现个人信息：文件属性 手机号码 138****1234。']);
    expect(JSON.stringify(found)).not.toContain('13812341234');
  });

  test('title, preamble and signature are read', () => {
    const clean = cleanReport();
    expect(messages({ ...clean, title: '13812341234' })).toHaveLength(1);
    expect(messages({ ...clean, preamble: ['联系人手机：139 1234 1234'] })).toHaveLength(1);
    expect(
      messages({ ...clean, signature: { ...clean.signature!, raw: '柳林镇 13812341234' } }),
    ).toHaveLength(1);
  });

  test('a cell is read with its remark, and named', () => {
    const report = withCell(cleanReport(), 't3.granted/total', { state: 'text', raw: '张某13812341234' });
    expect(messages(report)).toEqual(['发现个人信息：表三 第三项（一）予以公开 总计 手机号码 138****1234。']);
  });

  test('the same number twice gives two findings with ids of their own', () => {
    const found = failures(withText(cleanReport(), 's1', ['13812341234，13812341234']));
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  test.each(SEED_NAMES)('%s holds none: office lines, streets and mail are public', (name) => {
    expect(messages(seedReport(name))).toEqual([]);
  });
});

describe('AR-PRV-02', () => {
  test.each(['机密★10年', '秘密 ★', '绝密'])('a mark: %s', (text) => {
    expect(messages({ ...cleanReport(), preamble: [text] })).toEqual(['报告带有密级标志，未完成保密审查。']);
  });

  test('words about secrecy are no mark', () => {
    const text = '属于国家秘密的不予公开，未泄露商业秘密，加强机密文件管理。';
    expect(messages(withText(cleanReport(), 's1', [text]))).toEqual([]);
  });
});
