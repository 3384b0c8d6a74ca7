import { describe, expect, test } from 'vitest';
import { cleanContext, cleanReport, earlierReport, withText } from '../../../test/build-report.ts';
import { millisecondsOfWork } from '../../../test/milliseconds-of-work.ts';
import { SEED_NAMES, type SeedName, seedReport } from '../../../test/seed-texts.ts';
import type { AnnualReport } from '../report.ts';
import { evaluateReport } from './evaluate.ts';
import { NARRATIVE_RULES } from './narrative-rules.ts';
import type { CheckContext } from './rule.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

function failures(report: AnnualReport, more: Partial<CheckContext> = {}): readonly string[] {
  const context = { report, settings: DEFAULT_SETTINGS, ...more };
  return evaluateReport(context, { rules: NARRATIVE_RULES })
    .filter(({ status }) => status === 'fail')
    .map(({ rule, message }) => `${rule.slice(3)} ${message}`);
}

const failing = (rule: string, report: AnnualReport, more?: Partial<CheckContext>) =>
  failures(report, more)
    .filter((line) => line.startsWith(rule))
    .map((line) => line.slice(rule.length + 1));

/** The clean report with one sentence at the end of a part. */
function adding(section: 's1' | 's5', sentence: string, report = cleanReport()): AnnualReport {
  return withText(report, section, [...report.sections[section]!.paragraphs, sentence]);
}

describe('sample reports, every finding looked at by hand', () => {
  const EXPECTED: Readonly<Record<SeedName, readonly string[]>> = {
    // Speaks of a 责任追究 system, of neither assessment nor evaluation.
    'duandian-2019': ['NAR-03 缺少工作考核、社会评议结果情况。'],
    'jindian-2021': [
      'NAR-03 缺少工作考核、社会评议、责任追究结果情况。',
      'NAR-06 第六部分应专门报告信息处理费收取情况。',
    ],
    'kengzaikou-2020': [],
    'qianwei-2020': ['NAR-03 缺少工作考核、社会评议、责任追究结果情况。', 'NAR-08 序号重复或缺失：（二）。'],
    'yilan-2020': ['NAR-03 缺少工作考核、社会评议、责任追究结果情况。'],
  };

  test.each(SEED_NAMES)('%s', (name) => {
    expect(failures(seedReport(name))).toEqual(EXPECTED[name]);
  });

  test('the doubled （二） of qianwei is shown with its sentence', () => {
    const found = evaluateReport(
      { report: seedReport('qianwei-2020'), settings: DEFAULT_SETTINGS },
      { rules: NARRATIVE_RULES },
    ).find(({ rule, status }) => rule === 'AR-NAR-08' && status === 'fail');
    expect(found?.passage).toEqual({ section: 's1', text: '（二）政府信息平台建设情况。' });
  });
});

describe('duties that depend on the reporter and the year', () => {
  const silent = withText(cleanReport(), 's1', [
    '主动公开、依申请公开、政府信息管理、平台建设、监督保障均有进展。',
  ]);

  test('only governments report assessment, evaluation and accountability', () => {
    expect(failing('NAR-03', silent)).toEqual(['缺少工作考核、社会评议、责任追究结果情况。']);
    for (const organKind of ['department', 'subdistrictOffice', 'governmentOrgan'] as const) {
      expect(failing('NAR-03', { ...silent, organKind })).toEqual([]);
    }
    expect(failing('NAR-03', { ...silent, organKind: null, organ: '柳林镇人民政府' })).toHaveLength(1);
  });

  test('length and fee are duties from 2021 on', () => {
    const long = withText(cleanReport('2019'), 's1', ['主动公开'.repeat(300)]);
    expect(failing('NAR-01', long)).toEqual([]);
    expect(failing('NAR-06', withText(cleanReport('2019'), 's6', ['无。']))).toEqual([]);
    expect(failing('NAR-01', { ...long, reportYear: 2021 })).toEqual([
      '总体情况1200字，原则上不超过1000字。',
    ]);
  });

  test('blanks do not count as characters', () => {
    const spaced = withText(cleanReport(), 's1', ['主 动 公 开 '.repeat(200)]);
    expect(failing('NAR-01', spaced)).toEqual([]);
  });

  test('a part that is not there is the business of the form rules', () => {
    expect(failures({ ...cleanReport(), sections: {} })).toEqual([]);
  });
});

describe('AR-NAR-05', () => {
  test('each problem of last year without a word on it is named', () => {
    const previous = withText(earlierReport(), 's5', [
      '存在的主要问题：一是政策解读形式不够丰富；二是基层工作人员业务水平有待提高。',
      '改进措施：一是加强培训，解决人手不足问题。',
    ]);
    expect(failing('NAR-05', cleanReport(), { previous })).toEqual([
      '上年所列问题“基层工作人员业务水平有待提高”未见整改情况。',
    ]);
  });
});

describe('AR-NAR-07', () => {
  const stale = (sentence: string, section: 's1' | 's5' = 's1', report = cleanReport()) =>
    failing('NAR-07', adding(section, sentence, report));

  test('worked example 19: a street office that tells of applications to the city government', () => {
    const street = {
      ...cleanReport(),
      organ: '清溪市城关街道办事处',
      organKind: 'subdistrictOffice' as const,
    };
    const report = withText(street, 's1', ['2023年市政府共收到政府信息公开申请12件。']);
    expect(failing('NAR-07', report)).toHaveLength(1);
    const addressed = withText(street, 's1', ['公民可向市政府提出政府信息公开申请。']);
    expect(failing('NAR-07', addressed)).toHaveLength(1);
  });

  test("worked example 20: this year's number among the plans for the next", () => {
    expect(stale('2024年，重点做好以下工作。2023年我局加大公开力度。', 's5')).toEqual([
      '疑似误用其他单位或年度：2023年我局加大。',
    ]);
  });

  test.each([
    '2022年，我镇扎实推进政府信息公开工作。',
    '现将我镇2022年度政府信息公开工作情况报告如下。',
    '2022年，我镇落实《清溪县2023年政务公开工作要点》。',
    '2022年，我镇公开信息20条；2023年，我镇将继续努力。',
    '松坪镇人民政府高度重视政府信息公开工作。',
  ])('stale: %s', (sentence) => {
    expect(stale(sentence)).toHaveLength(1);
  });

  test.each([
    '2023年，我镇扎实推进政府信息公开工作。',
    '2022年我镇存在的问题已整改到位。',
    '与2022年我镇情况相比，申请量持平。',
    '2019年以来，我镇持续推进。',
    '2022年度我镇在全县政务公开考核中获优秀等次。',
    '2021年，我镇被列为试点；2022年，我镇编成目录；2023年，我镇全面推开。',
    '上一年度报告所列问题的整改情况：2022年，我镇政务公开队伍不稳定。',
    '学习《山西省2021年政务公开工作要点》。',
    '县政府高度重视，各镇认真贯彻落实。',
    '柳林镇高度重视政府信息公开工作。',
    '按照《政府信息公开条例》（2019年修订）要求，我镇落实到位。',
    '公民对答复不服的，可以向县政府申请行政复议。',
  ])('right: %s', (sentence) => {
    expect(stale(sentence)).toEqual([]);
  });

  test('plans for the next year stand in part five', () => {
    expect(stale('2024年，我镇将继续加强公开。', 's5')).toEqual([]);
  });
});

describe('AR-NAR-08', () => {
  const ordinals = (paragraphs: readonly string[]) =>
    failing('NAR-08', withText(cleanReport(), 's1', paragraphs));

  test.each([
    [['一是甲。二是乙。三是丙。'], []],
    [['一是甲；二是乙。', '三是丙。'], []],
    [['（一）甲。', '一是子。二是丑。', '（二）乙。', '一是寅。二是卯。'], []],
    [['（1）主动公开。', '（二）依申请公开。', '（三）管理。'], []],
    [['1.甲', '2.乙', '3.丙'], []],
    [['根据第二十条第（五）项，统一是原则，1.5万人受益。'], []],
    [['一是甲。二是乙。二是丙。'], ['二是']],
    [['一是甲。三是丙。'], ['三是']],
    [['（一）甲。', '（三）丙。'], ['（三）']],
    [['二是乙。'], ['二是']],
    [['1.甲', '1.乙', '2.丙', '4.丁'], ['4.']],
  ] as const)('%j', (paragraphs, faults) => {
    expect(ordinals(paragraphs)).toEqual(faults.map((text) => `序号重复或缺失：${text}。`));
  });
});

describe('AR-NAR-09', () => {
  const contacts = (text: string) => failing('NAR-09', { ...cleanReport(), preamble: [text] });

  test.each([
    '联系地址：永春县坑仔口街 259 号，邮编 362615；联系电话 0595-23951088；E-mail: yckzk@126.com。',
    '监督电话：08778331300，传真：010-62345678转801，热线电话：12345。',
    '电话：（0595）23951088、23951099',
    '受理12345热线2300件，拨打电话120次。',
    '网址：https://www.qingxi.gov.cn/zwgk/index.html?a=1，另见www.qingxi.gov.cn。',
    '电子邮箱：xxgk_01@mail.qingxi.gov.cn',
  ])('well formed: %s', (text) => {
    expect(contacts(text)).toEqual([]);
  });

  test.each([
    ['联系电话：0595-2395', '电话：0595-2395'],
    ['邮编：36261', '邮编：36261'],
    ['邮政编码9626151', '邮政编码9626151'],
    ['邮箱：yckzk126.com', '邮箱：yckzk126.com'],
    ['E-mail: yckzk@126', 'E-mail: yckzk@126'],
    ['网址：http:/www.qingxi.gov.cn', 'http:/www.qingxi.gov.cn'],
    ['网址：http://qingxi', 'http://qingxi'],
  ])('malformed: %s', (text, shown) => {
    expect(contacts(text)).toEqual([`联系方式或链接异常：${shown}。`]);
  });
});

describe('AR-NAR-10', () => {
  test.each([
    ['依据《中华人民共和国政府信息公开法》', '中华人民共和国政府信息公开法'],
    ['依据《政府信息公开法》', '《政府信息公开法》'],
    ['依据《中华人民共和国信息公开条例》', '中华人民共和国信息公开条例'],
    ['中华人民共合国', '中华人民共合国'],
  ])('%s', (text, shown) => {
    expect(failing('NAR-10', adding('s1', text))).toEqual([`存在禁用或错误表述：${shown}。`]);
  });

  test.each(['《中华人民共和国政府信息公开条例》', '《信息公开条例》', '《贵州省政务公开条例》'])(
    'right: %s',
    (text) => {
      expect(failing('NAR-10', adding('s1', text))).toEqual([]);
    },
  );

  test('every word of the installation is found, overlapping ones too', () => {
    const settings = { ...DEFAULT_SETTINGS, forbiddenWords: ['甲乙', '乙丙', '丙', '不在此'] };
    expect(failing('NAR-10', adding('s1', '甲 乙丙'), { settings })).toEqual(
      ['甲乙', '乙丙', '丙'].map((word) => `存在禁用或错误表述：${word}。`),
    );
  });
});

test('the clean report passes every rule', () => {
  expect(failures(cleanReport(), cleanContext())).toEqual([]);
});

test('hostile text takes no more time than its length', () => {
  for (const unit of [
    '一是',
    '（一）',
    '电话：',
    'http',
    'www.a',
    '2022年，我',
    '，松坪',
    '问题；',
    '邮箱：a@',
    ' ',
    '1-',
    '区政府',
  ]) {
    const report = adding('s1', unit.repeat(Math.ceil(100_000 / unit.length)));
    const start = process.cpuUsage();
    failures(withText(report, 's5', report.sections.s1!.paragraphs), { previous: report });
    expect(millisecondsOfWork(start)).toBeLessThan(3000);
  }
});
