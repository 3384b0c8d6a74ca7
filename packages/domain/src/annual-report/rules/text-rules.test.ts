import { describe, expect, test } from 'vitest';
import {
  cleanContext,
  cleanReport,
  withCell,
  withCells,
  withText,
  zeroed,
} from '../../../test/build-report.ts';
import { millisecondsOfWork } from '../../../test/milliseconds-of-work.ts';
import { SEED_NAMES, type SeedName, seedReport } from '../../../test/seed-texts.ts';
import type { FormVersion } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { CheckContext, CheckResult } from './rule.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { TEXT_RULES } from './text-rules.ts';

type Cells = Readonly<Record<string, number | null>>;

/** A report whose part one says one thing, over tables of zeros with the given cells. */
function saying(text: string, cells: Cells = {}, version: FormVersion = '2021'): AnnualReport {
  return withText(withCells(zeroed(cleanReport(version)), cells), 's1', [text]);
}

function results(report: AnnualReport, previous?: AnnualReport): readonly (CheckResult & { rule: string })[] {
  const context: CheckContext = { report, settings: DEFAULT_SETTINGS, ...(previous && { previous }) };
  return TEXT_RULES.flatMap((rule) => rule.evaluate(context).map((result) => ({ ...result, rule: rule.id })));
}

/** What a clerk sees: rule, status, and the message of a failure or the reading of a pass. */
function seen(report: AnnualReport, previous?: AnnualReport): readonly string[] {
  return results(report, previous).map(({ rule, status, message, note }) =>
    `${rule.slice(3)} ${status === 'fail' ? message : `${status}${note === undefined ? '' : ` ${note}`}`}`.trim(),
  );
}

const failures = (report: AnnualReport, previous?: AnnualReport) =>
  results(report, previous)
    .filter(({ status }) => status === 'fail')
    .map(({ rule, message, severity }) => `${rule.slice(3)} ${severity ?? ''} ${message}`.replace('  ', ' '));

describe('worked examples of the reference', () => {
  test('7: 3607 = 3,511 + 96 passes with what was carried in', () => {
    const report = saying('全市共收到政府信息公开申请3607件。', {
      't3.newlyReceived/total': 3511,
      't3.carriedIn/total': 96,
    });
    expect(seen(report)).toEqual(['TXT-01 pass 按“一＋二”相符', 'TXT-14 pass']);
  });

  test('8: 75 = 74 + 1, natural persons 71 + 1, enterprises 3 + 0', () => {
    const report = saying('本年度收到政府信息公开申请75件（自然人72、商业3）。', {
      't3.newlyReceived/total': 74,
      't3.newlyReceived/naturalPerson': 71,
      't3.newlyReceived/commercialEnterprise': 3,
      't3.carriedIn/total': 1,
      't3.carriedIn/naturalPerson': 1,
    });
    expect(seen(report)).toEqual([
      'TXT-01 pass 按“一＋二”相符',
      'TXT-02 pass 按“一＋二”相符',
      'TXT-02 pass 按“新收”相符',
      'TXT-09 pass 各项之和不超过总数',
      'TXT-14 pass',
    ]);
  });

  test('9: 46 suits are 26 direct ones and 20 after reconsideration', () => {
    const report = saying('全年发生行政诉讼46件。', {
      't4.litigationDirect/total': 26,
      't4.litigationAfterReconsideration/total': 20,
    });
    expect(seen(report)).toEqual(['TXT-07 pass 按“两类诉讼合计”相符', 'TXT-14 pass']);
  });

  test('10: 予以公开及部分公开208件 is 206 + 2', () => {
    const report = saying('办结申请中，予以公开及部分公开208件。', {
      't3.granted/total': 206,
      't3.partiallyGranted/total': 2,
    });
    expect(seen(report)).toEqual(['TXT-05 pass 按“分组合计”相符']);
  });

  test('11: 393 in force before the 77 of the year is accepted with a hint', () => {
    const report = saying('现行有效行政规范性文件393件。', {
      't2.normativeDocument/made': 77,
      't2.normativeDocument/inForce': 470,
    });
    expect(failures(report)).toEqual([
      'TXT-10 hint 正文“现行有效行政规范性文件”393件，表二为470（现行有效）或393（现行有效－本年制发）。',
    ]);
  });

  test('16: parts of 716 for a whole of 805, and 无法提供 265 where the group is 337', () => {
    const report = saying(
      '答复申请805件，分别为予以公开351件、不予公开100件、无法提供265件。',
      {
        't3.resultTotal/total': 805,
        't3.granted/total': 351,
        't3.refused.internalAffairs/total': 100,
        't3.unavailable.notHeld/total': 265,
        't3.unavailable.stillUnclear/total': 72,
      },
      '2019',
    );
    expect(failures(report)).toEqual([
      'TXT-05 正文“无法提供”265件，表三为337。',
      'TXT-09 “其中”各项之和716，总数805。',
    ]);
  });

  test('17: 2139 in all, 2160 in parts', () => {
    const text = '全年公开信息2139条，其中网站1744条、微信公众号393条、微博21条、公开栏2条。';
    expect(failures(saying(text))).toEqual(['TXT-09 “其中”各项之和2160，总数2139。']);
  });

  test('18: growth of 1.05 % where both years give 1.08 %', () => {
    const cells = (count: number) => ({ 't3.newlyReceived/total': count });
    const previous = { ...saying('', cells(1019)), reportYear: 2022 };
    const report = saying('全年新收政府信息公开申请1030件，同比增长1.05%。', cells(1030));
    expect(failures(report, previous)).toEqual(['TXT-12 增长率1.05%应为1.08%。']);
    const right = saying('全年新收政府信息公开申请1030件，同比增长1.08%。', cells(1030));
    expect(failures(right, previous)).toEqual([]);
    expect(seen(right)).toContain('TXT-12 notEvaluated 未提供上年度报告');
  });
});

/** Text, cells beside zeros, and every failure it must give; an empty list means: no false alarm. */
const SENTENCES: readonly (readonly [text: string, cells: Cells, failures: readonly string[]])[] = [
  ['本年收到75件政府信息公开申请。', { 't3.newlyReceived/total': 75 }, []],
  [
    '本年收到75件政府信息公开申请。',
    { 't3.newlyReceived/total': 74 },
    ['TXT-01 正文称收到75件，表三为74（新收）或74（含结转）。'],
  ],
  ['本年受理依申请公开近百件。', { 't3.newlyReceived/total': 97 }, []],
  [
    '本年受理依申请公开近百件。',
    { 't3.newlyReceived/total': 104 },
    ['TXT-01 正文称收到百件，表三为104（新收）或104（含结转）。'],
  ],
  ['共收到公民、法人和其他组织提出的申请20余件。', { 't3.newlyReceived/total': 23 }, []],
  [
    '收到申请5件，办结5件；其后又收到申请7件。',
    { 't3.newlyReceived/total': 5, 't3.resultTotal/total': 5 },
    ['TXT-01 正文称收到7件，表三为5（新收）或5（含结转）。'],
  ],
  [
    '收到申请5件，其中商业企业2件、其他3件。',
    {
      't3.newlyReceived/total': 5,
      't3.newlyReceived/commercialEnterprise': 2,
      't3.newlyReceived/naturalPerson': 3,
    },
    [],
  ],
  [
    '办结申请4件，结转下年度继续办理1件。',
    { 't3.newlyReceived/total': 5, 't3.resultTotal/total': 4, 't3.carriedForward/total': 2 },
    ['TXT-04 正文“结转下年度继续办理”1件，表三为2。'],
  ],
  [
    '正在办理中的一并统计，共办理政府信息公开申请5件。',
    { 't3.newlyReceived/total': 5, 't3.resultTotal/total': 4, 't3.carriedForward/total': 1 },
    [],
  ],
  ['办理行政复议案件120件。', {}, ['TXT-06 hint 正文行政复议“办理行政复议案件”120件，表四为0。']],
  [
    '行政复议5件，其中结果维持3件，结果纠正1件。',
    { 't4.reconsideration/total': 5, 't4.reconsideration/upheld': 3, 't4.reconsideration/rectified': 2 },
    ['TXT-06 正文行政复议“结果纠正”1件，表四为2。'],
  ],
  ['行政复议、行政诉讼共3件。', { 't4.reconsideration/total': 2, 't4.litigationDirect/total': 1 }, []],
  [
    '未经复议直接起诉2件，复议后起诉1件。',
    { 't4.litigationDirect/total': 1, 't4.litigationAfterReconsideration/total': 1 },
    ['TXT-07 正文行政诉讼“未经复议直接起诉”2件，表四为1。'],
  ],
  [
    '行政复议和行政诉讼均为0。',
    { 't4.reconsideration/total': 1 },
    ['TXT-07 正文行政诉讼“行政复议和行政诉讼均”0，表四为1。'],
  ],
  [
    '未收到政府信息公开申请，未发生因政府信息公开引起的行政复议和行政诉讼。',
    { 't3.newlyReceived/total': 1, 't4.litigationDirect/total': 2 },
    [
      'TXT-08 正文称“未收到政府信息公开申请”，表中为1。',
      'TXT-08 正文称“未发生因政府信息公开引起的行政复议和行政诉讼”，表中为2。',
    ],
  ],
  ['未收到政府信息公开申请。', { 't3.carriedIn/total': 1 }, []],
  [
    '未收到申请，无上年结转申请，未发生因政府信息公开引发的行政复议。',
    { 't3.newlyReceived/total': 1, 't3.carriedIn/total': 2, 't4.reconsideration/total': 3 },
    [
      'TXT-08 正文称“未收到申请”，表中为1。',
      'TXT-08 正文称“无上年结转申请”，表中为2。',
      'TXT-08 正文称“未发生因政府信息公开引发的行政复议”，表中为3。',
    ],
  ],
  ['上年未收到政府信息公开申请。', { 't3.newlyReceived/total': 1 }, []],
  [
    '没有超期办理的申请，没有复议案件被纠正。',
    { 't3.newlyReceived/total': 9, 't4.reconsideration/total': 2 },
    [],
  ],
  ['行政事业性收费9116.36万元。', { 't2.fees/amountWan': 9116.36 }, []],
  ['行政事业性收费约9116万元。', { 't2.fees/amountWan': 9116.36 }, []],
  [
    '行政事业性收费9116.3万元。',
    { 't2.fees/amountWan': 9116.36 },
    ['TXT-10 正文“行政事业性收费”9116.3万元，表二为9116.36万元。'],
  ],
  [
    '作出行政处罚决定12件，行政强制3件。',
    { 't2.penalties/decisions': 11, 't2.coercion/decisions': 2 },
    ['TXT-10 正文“作出行政处罚决定”12件，表二为11。', 'TXT-10 hint 正文“行政强制”3件，表二为2。'],
  ],
  [
    '收到申请3件，自然人占66.7%，商业企业1件，占33.3%。',
    { 't3.newlyReceived/total': 3, 't3.newlyReceived/commercialEnterprise': 1 },
    [],
  ],
  [
    '收到申请3件，其中自然人2件，占60%。',
    { 't3.newlyReceived/total': 3, 't3.newlyReceived/naturalPerson': 2 },
    ['TXT-11 占比60%应为67%。'],
  ],
  ['群众来访占120%。', {}, ['TXT-11 占比120%应为0至100%之间的数。']],
  ['网站、微信发布量分别占70%、40%。', {}, ['TXT-11 占比之和110%应为100%。']],
  [
    '收到申请4件，办结率75%。',
    { 't3.newlyReceived/total': 4, 't3.resultTotal/total': 4 },
    ['TXT-11 占比75%应为100%。'],
  ],
  [
    '行政复议结果维持、结果纠正各1件。',
    { 't4.reconsideration/total': 2 },
    ['TXT-13 数字表述有歧义：行政复议结果维持、结果纠正各1件。'],
  ],
  [
    '答复申请3件，其中不予公开1件（属保护第三方合法权益），无法提供2件（均为本机关不掌握）。',
    {
      't3.resultTotal/total': 3,
      't3.refused.thirdPartyRights/total': 1,
      't3.unavailable.notHeld/total': 2,
    },
    [],
  ],
  [
    '收到申请6件（自然人5件（含网上提交的）、商业企业3件），办结申请6件。',
    {
      't3.newlyReceived/total': 6,
      't3.newlyReceived/naturalPerson': 5,
      't3.newlyReceived/commercialEnterprise': 3,
      't3.resultTotal/total': 6,
    },
    ['TXT-09 “其中”各项之和8，总数6。'],
  ],
  ['收到申请数六件。', { 't3.newlyReceived/total': 6 }, []],
  [
    '清理规范性文件15件，其中继续有效12件、修改1件、废止2件。',
    { 't2.normativeDocument/inForce': 15, 't2.normativeDocument/repealed': 2 },
    [],
  ],
  ['2021年、2022年、2023年分别收到申请12件、9件、6件。', { 't3.newlyReceived/total': 6 }, []],
  ['2021、2022、2023年收到申请分别为12件、9件和6件。', { 't3.newlyReceived/total': 6 }, []],
  [
    '2022年和2023年分别收到申请9件、6件，其中2023年办结申请5件。',
    { 't3.newlyReceived/total': 6, 't3.resultTotal/total': 6 },
    ['TXT-03 正文称办结5件，表三为6。'],
  ],
  ['2021年至2023年共收到申请27件，2022年、2023年两年收到15件。', { 't3.newlyReceived/total': 6 }, []],
  ['2021—2023年共收到申请27件。', { 't3.newlyReceived/total': 6 }, []],
  ['比上年增加3件，增长50%，收到申请9件。', { 't3.newlyReceived/total': 9 }, []],
  ['较上年的6件增长50%，收到申请9件。', { 't3.newlyReceived/total': 9 }, []],
  ['收到申请9件，较上年增加3件，增长60%。', { 't3.newlyReceived/total': 9 }, ['TXT-12 增长率60%应为50%。']],
];

/** Numbers that mean something else: none of them may be compared with a table. */
const UNRELATED = [
  '主动公开信息207条，更换34个行政村公章，联系电话0595-23951088。',
  '2022年收到政府信息公开申请60件，2021年收到50件。',
  '一季度收到政府信息公开申请3件。',
  '收到网上申请30件，信函申请5件。',
  '各部门收到政府信息公开申请933件。',
  '办理人大建议12件、政协提案5件，受理12345热线工单2300件。',
  '审核公文300件，其中主动公开120件，依申请公开60件，不予公开120件。',
  '公开行政许可信息11条、行政处罚信息22件，公示行政强制3件。',
  '印发《2019年政务公开工作要点》（国办发〔2019〕14号）5件。',
  '收到低保申请20件，受理群众申请救助30件。',
  '解读规范性文件5件，公开规范性文件政策解读7件。',
  '建立规章制度12项，涉及规范性文件备案审查8件。',
  '落实第二十条第（五）项要求，开展“一件事一次办”3件。',
  '收到行政复议答复通知书4份。',
];

describe('what a sentence means', () => {
  test.each(SENTENCES)('%s', (text, cells, expected) => {
    const concerned = failures(saying(text, cells)).filter((line) => !line.startsWith('TXT-14'));
    expect(concerned).toEqual(expected);
  });

  test.each(UNRELATED)('no claim about a table: %s', (text) => {
    expect(results(saying(text)).filter(({ rule }) => rule !== 'AR-TXT-09')).toEqual([]);
  });

  test('a blank cell leaves the sentence unjudged and is named', () => {
    const report = saying('收到政府信息公开申请5件。', { 't3.newlyReceived/total': null });
    expect(results(report)[0]).toMatchObject({
      status: 'notEvaluated',
      missing: ['t3.newlyReceived/total'],
      passage: { section: 's1', text: '收到政府信息公开申请5件。' },
    });
  });

  test('a failure tells both sides, the difference and the sentence', () => {
    const report = saying('共收到政府信息公开申请 75 件。', { 't3.newlyReceived/total': 70 });
    expect(results(report)[0]).toMatchObject({
      status: 'fail',
      left: 75,
      right: 70,
      difference: 5,
      passage: { section: 's1', text: '共收到政府信息公开申请 75 件。' },
    });
  });

  test('the amount of 2019 is compared in its own unit', () => {
    const cells = { 't2.procurement/projects': 10 };
    const amount = { value: 16.877, raw: '16.877万元', unit: '万元' };
    const text = '政府集中采购中采购项目数量10项，采购总金额16.877万元。';
    const report = withCell(saying(text, cells, '2019'), 't2.procurement/amount', amount);
    expect(seen(report)).toEqual(['TXT-10 pass 按“采购项目数量”相符', 'TXT-10 pass 按“采购总金额”相符']);
    const wrong = withCell(report, 't2.procurement/amount', { ...amount, value: 16.8, raw: '16.8万元' });
    expect(failures(wrong)).toHaveLength(1);
  });

  test('nothing is said about a report without text', () => {
    expect(results({ ...cleanReport(), sections: {}, preamble: [] })).toEqual([]);
  });
});

/** Looked at by hand: duandian's table four is never mentioned, every other sentence agrees with its table. */
const SEED_FAILURES: Readonly<Record<SeedName, readonly string[]>> = {
  'duandian-2019': ['TXT-14 表四有数据，正文未提及。'],
  'jindian-2021': [],
  'kengzaikou-2020': [],
  'qianwei-2020': [],
  'yilan-2020': [],
};

describe('sample reports', () => {
  test.each(SEED_NAMES)('%s', (name) => {
    expect(failures(seedReport(name))).toEqual(SEED_FAILURES[name]);
  });

  test('what was understood of qianwei and yilan', () => {
    expect(seen(seedReport('qianwei-2020'))).toEqual([
      'TXT-08 pass 表中各项均为0',
      'TXT-08 pass 表中各项均为0',
    ]);
    expect(seen(seedReport('yilan-2020'))).toEqual([
      'TXT-10 pass 按“各项均为0”相符',
      'TXT-10 pass 按“采购项目数量”相符',
      'TXT-10 pass 按“采购总金额”相符',
      'TXT-08 pass 表中各项均为0',
      'TXT-08 pass 表中各项均为0',
    ]);
  });

  test('the clean report states figures, and they agree', () => {
    const { report, previous } = cleanContext();
    expect(failures(report, previous)).toEqual([]);
    expect(seen(report, previous)).toHaveLength(6);
  });
});

test('hostile text takes no more time than its length', () => {
  for (const unit of [
    '收到申请5件，',
    '其中1件、',
    '未收到',
    '政府信息公开',
    '1 ',
    '占5%，',
    '行政复议和',
    ' ',
    '5件（',
  ]) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const start = process.cpuUsage();
    results(saying(text));
    expect(millisecondsOfWork(start)).toBeLessThan(3000);
  }
});
