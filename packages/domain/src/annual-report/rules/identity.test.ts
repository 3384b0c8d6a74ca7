import { describe, expect, test } from 'vitest';
import { cleanContext, cleanReport, withText } from '../../../test/build-report.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { evaluateReport } from './evaluate.ts';
import { compareOrgans, organNames, parseTitle, statedPeriods } from './identity.ts';

describe('titles', () => {
  test.each([
    ['前卫镇2020年政府信息公开工作年度报告', '前卫镇', 2020, true],
    ['坑仔口镇人民政府 2020 年政府信息公开 工作年度报告', '坑仔口镇人民政府', 2020, true],
    ['段店乡2019年度政府信息公开年度报告', '段店乡', 2019, false],
    ['永春县人民政府二〇二四年政府信息公开工作年度报告', '永春县人民政府', 2024, true],
    ['永春县２０２４年度政府信息公开工作年度报告', '永春县', 2024, true],
    ['2021年政府信息公开工作年度报告', null, 2021, true],
  ])('%s', (title, organ, year, hasWork) => {
    expect(parseTitle(title)).toEqual({ organ, year, hasWork, yearFirst: false });
  });

  test('the year before the organ is understood', () => {
    expect(parseTitle('2023年清溪县教育局政府信息公开工作年度报告')).toEqual({
      organ: '清溪县教育局',
      year: 2023,
      hasWork: true,
      yearFirst: true,
    });
  });

  test.each(['政府信息公开工作年度报告', '2020年工作总结', ''])('not a title: %j', (title) => {
    expect(parseTitle(title)).toBeUndefined();
  });
});

describe('names of the organ', () => {
  test.each([
    ['段店乡', '段店乡人民政府', 'short'],
    ['前卫镇', '玉溪市江川区前卫镇人民政府', 'short'],
    ['前卫镇 人民政府', '前卫镇人民政府', 'same'],
    ['前卫镇人民政府', '后卫镇人民政府', 'different'],
    ['永春县人民政府', '永春县人民政府办公室', 'short'],
    ['永春县人民政府办公室', '永春县政府办公室', 'short'],
    ['永春县人民政府', '永春县政府', 'short'],
    ['永春县教育局', '永春县财政局', 'different'],
  ])('%s / %s → %s', (a, b, relation) => {
    expect(compareOrgans(a, b)).toBe(relation);
    expect(compareOrgans(b, a)).toBe(relation);
  });

  test('are found in title, preamble and signature', () => {
    const report = {
      ...cleanReport(),
      preamble: ['本年报根据《条例》有关规定，由坑仔口镇人民政府编制。'],
    };
    expect(organNames(report).map(({ place, name }) => `${place}：${name}`)).toEqual([
      '标题：清溪县柳林镇人民政府',
      '前言：坑仔口镇人民政府',
      '落款：清溪县柳林镇人民政府',
    ]);
  });
});

describe('the year of the signature', () => {
  const yearFinding = (change: object) =>
    evaluateReport({ ...cleanContext(), report: { ...cleanReport(), ...change } }).find(
      ({ rule }) => rule === 'AR-FRM-03',
    );
  const signed = (year: number) => ({
    signature: { ...cleanReport().signature!, date: civilDate(year, 3, 5)! },
  });

  test('years late holds the report up until who answers for it confirms the day', () => {
    expect(yearFinding(signed(2024))).toMatchObject({ status: 'pass' });
    const late = { status: 'fail', severity: 'block', waiverBy: 'reviewer' };
    expect(yearFinding(signed(2026))).toMatchObject(late);
  });

  test('before the year reported, or beside another contradiction, is nothing to confirm', () => {
    expect(yearFinding(signed(2021))).toMatchObject({ status: 'fail', waiverBy: 'none' });
    const title = '清溪县柳林镇人民政府2022年政府信息公开工作年度报告';
    expect(yearFinding({ ...signed(2026), title })).toMatchObject({ status: 'fail', waiverBy: 'none' });
  });
});

describe('who compiled the report', () => {
  test.each([
    ['由清溪县柳林镇人民政府根据《条例》编制', 'pass'],
    ['由柳林镇人民政府编制', 'pass'],
    ['由柳林镇党政办公室编制', 'pass'],
    ['由清溪县松坪镇人民政府编制', 'fail'],
  ])('%s → %s', (preamble, status) => {
    const context = { ...cleanContext(), report: { ...cleanReport(), preamble: [preamble] } };
    const found = evaluateReport(context).find(({ rule }) => rule === 'AR-FRM-04');
    expect(found?.status).toBe(status);
  });
});

describe('stated periods', () => {
  test('in the preamble', () => {
    const report = {
      ...cleanReport(),
      preamble: [
        '年报统计数据时限自 2020 年 1 月 1 日起至 2020 年 12 月 31 日止。',
        '2020年3月1日至同年11月30日',
      ],
    };
    expect(statedPeriods(report)).toMatchObject([
      { fromYear: 2020, toYear: 2020, wholeYear: true },
      { fromYear: 2020, toYear: 2020, wholeYear: false },
    ]);
  });

  test('in part one only where figures or time limits are spoken of', () => {
    const report = withText({ ...cleanReport(), preamble: [] }, 's1', [
      '2023年3月1日至5月31日开展宣传。本报告数据的统计期限为2022年1月1日至2022年12月31日。',
    ]);
    expect(statedPeriods(report)).toMatchObject([
      { section: 's1', fromYear: 2022, toYear: 2022, wholeYear: true },
    ]);
  });
});
