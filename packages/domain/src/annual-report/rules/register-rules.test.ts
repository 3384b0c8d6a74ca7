import { describe, expect, test } from 'vitest';
import { addTo, cleanContext, withCell, withText } from '../../../test/build-report.ts';
import { day } from '../../../test/case-lives.ts';
import { onPlatform, type PlatformContext, someCase } from '../../../test/register-context.ts';
import { CHECK_RULES, FILE_RULES } from './catalogue.ts';
import { evaluateReport } from './evaluate.ts';
import type { RegisterFacts, ReportWork } from './register-facts.ts';
import type { CheckContext, Finding, Waiver } from './rule.ts';

const platform = onPlatform(cleanContext());

const findingsOf = (context: CheckContext, rule: string, waivers: readonly Waiver[] = []) =>
  evaluateReport(context, { waivers }).filter((finding) => finding.rule === rule);

const withRegister = (
  facts: Partial<RegisterFacts>,
  context: PlatformContext = platform,
): PlatformContext => ({
  ...context,
  register: { ...context.register, ...facts },
});

const withWork = (work: Partial<ReportWork>, context: PlatformContext = platform): PlatformContext => ({
  ...context,
  work: { ...context.work, ...work },
});

describe('without registers', () => {
  test('what reads them is not evaluated, and says why', () => {
    const notes = new Map(
      evaluateReport(cleanContext()).map(({ rule, status, note }) => [rule, { status, note }]),
    );
    expect(notes.get('AR-SRC-01')).toEqual({ status: 'notEvaluated', note: '未接入台账' });
    expect(notes.get('AR-PUB-01')).toEqual({ status: 'notEvaluated', note: '不是在平台上办理的报告' });
  });

  test('a file is checked for nothing that it cannot show', () => {
    const unread = CHECK_RULES.filter((rule) => !FILE_RULES.includes(rule));
    expect(new Set(unread.map((rule) => rule.class))).toEqual(new Set(['SRC', 'LEG', 'DUP', 'PUB']));
  });

  test.each([
    ['AR-SRC-01', '未接入申请台账'],
    ['AR-SRC-02', '未接入复议诉讼台账'],
    ['AR-SRC-03', '未接入规范性文件库'],
    ['AR-SRC-04', '未接入执法、信用公示平台的数据'],
    ['AR-SRC-05', '未接入财政公开的收费数据'],
    ['AR-SRC-06', '未接入收费台账'],
    ['AR-LEG-02', '未接入申请台账'],
  ])('%s names the register that is not kept', (rule, note) => {
    expect(findingsOf({ ...platform, register: {} }, rule)).toMatchObject([{ status: 'notEvaluated', note }]);
  });
});

describe('cells against the registers', () => {
  test('each differing cell is a finding of its own, with both sides', () => {
    const { tableThree = {} } = platform.register;
    const found = findingsOf(
      withRegister({
        tableThree: { ...tableThree, 't3.granted/naturalPerson': 6, 't3.granted/total': 9 },
      }),
      'AR-SRC-01',
    );
    expect(found).toMatchObject([
      {
        cells: ['t3.granted/naturalPerson'],
        left: 5,
        right: 6,
        difference: -1,
        message: '表三 第三项（一）予以公开 自然人填报5，台账为6（查看案件）。',
        severity: 'block',
        waiverBy: 'reviewer',
      },
      { cells: ['t3.granted/total'], left: 8, right: 9 },
    ]);
  });

  test('blanks are one result beside what fails', () => {
    const report = withCell(
      withCell(addTo(platform.report, 't3.granted/total', 1), 't3.carriedIn/total', null),
      't3.carriedIn/naturalPerson',
      null,
    );
    expect(
      findingsOf({ ...platform, report }, 'AR-SRC-01').map(({ status, message }) => [status, message]),
    ).toEqual([
      ['fail', '表三 第三项（一）予以公开 总计填报9，台账为8（查看案件）。'],
      ['notEvaluated', '未校验：表三 第二项 上年结转 自然人等2格无数字。'],
    ]);
  });

  test.each([
    [
      'AR-SRC-02',
      { tableFour: { 't4.reconsideration/total': 4 } },
      '表四 行政复议 总计填报3，复议诉讼台账为4。',
    ],
    [
      'AR-SRC-03',
      { normativeDocuments: { inForce: 12, made: 2 } },
      '现行有效9件，平台在列12件（底数不清）。',
    ],
    ['AR-SRC-03', { normativeDocuments: { inForce: 9, made: 3 } }, '本年制发2件，平台在列3件（底数不清）。'],
    ['AR-SRC-04', { publishedDecisions: { licensing: 31 } }, '表二 行政许可30件少于公示平台31件。'],
    ['AR-SRC-05', { publishedFeesWan: 4 }, '收费金额与财政公开数不一致：3.25万元 / 4万元。'],
  ])('%s %o', (rule, facts, message) => {
    expect(findingsOf(withRegister(facts), rule)).toMatchObject([{ status: 'fail', message }]);
  });
});

describe('信息处理费 in part six', () => {
  const status = (text: string, count: number, amount: number) => {
    const context = { ...platform, report: withText(platform.report, 's6', [text]) };
    const [finding] = findingsOf(withRegister({ processingFees: { count, amount } }, context), 'AR-SRC-06');
    return finding?.status === 'fail' ? finding.message : finding?.status;
  };

  test.each([
    ['本年度未收取政府信息公开信息处理费。', 0, 0],
    ['本年度信息处理费收取情况：无。', 0, 0],
    ['信息处理费为0元。', 0, 0],
    ['本年度没有收取信息处理费，其他事项无。', 0, 0],
    ['本年度按规定收取信息处理费1300元。', 2, 1300_00],
    ['本年度收取信息处理费2件，合计0.13万元。', 2, 1300_00],
    ['收取信息处理费一千三百元。', 2, 1300_00],
    ['按件收取信息处理费2件1200元，按量收取1件100元。', 3, 1300_00],
    ['收取信息处理费２件，共1,300.50元。', 2, 1300_50],
  ])('%s agrees', (text, count, amount) => {
    expect(status(text, count, amount)).toBe('pass');
  });

  test.each([
    ['本年度未收取信息处理费。', 1, 100_00, '第六部分信息处理费未收取，收费台账1件100元。'],
    ['收取信息处理费2件，共1300元。', 0, 0, '第六部分信息处理费2件1300元，收费台账未收取。'],
    ['收取信息处理费3件，共1300元。', 2, 1300_00, '第六部分信息处理费3件1300元，收费台账2件1300元。'],
    ['按规定收取信息处理费。', 1, 100_00, '第六部分信息处理费未写明金额，收费台账1件100元。'],
  ])('%s differs', (text, count, amount, message) => {
    expect(status(text, count, amount)).toBe(message);
  });

  test('a statement without a figure is not judged where nothing was collected', () => {
    expect(status('信息处理费严格按照规定执行。', 0, 0)).toBe('notEvaluated');
  });

  test('silence warns; where fees were collected it blocks and nobody may waive it', () => {
    const silent = { ...platform, report: withText(platform.report, 's6', ['无。']) };
    const of = (context: PlatformContext) =>
      findingsOf(context, 'AR-NAR-06').map(({ severity, waiverBy }) => [severity, waiverBy]);
    expect(of(silent)).toEqual([['warn', 'author']]);
    expect(of(withRegister({ processingFees: { count: 1, amount: 1 } }, silent))).toEqual([
      ['block', 'none'],
    ]);
  });
});

describe('evidence in the cases', () => {
  const searched = (...numbers: number[]) =>
    withRegister({ lacking: { ...platform.register.lacking, searchLog: numbers.map(someCase) } });
  const only = (context: CheckContext, waivers?: readonly Waiver[]): Finding =>
    findingsOf(context, 'AR-LEG-07', waivers)[0]!;

  test('the finding names the cases and the cell', () => {
    expect(only(searched(1, 2))).toMatchObject({
      message: '2件缺少检索记录。',
      cells: ['t3.unavailable.notHeld/total'],
      cases: [someCase(1), someCase(2)],
      severity: 'warn',
      waiverBy: 'author',
    });
  });

  test('an explanation holds for these cases and no others', () => {
    const { id: findingId, fingerprint } = only(searched(1));
    const waiver: Waiver = { findingId, fingerprint, by: 'author', reason: '纸质检索记录在档案室' };
    expect(only(searched(1), [waiver]).status).toBe('waived');
    expect(only(searched(2), [waiver]).status).toBe('fail');
  });

  test('on the form of 60号 what lapsed stands in 其他处理', () => {
    const old = onPlatform(cleanContext('2019'), '2019');
    const facts = { lacking: { correctionNotice: [someCase(1)] } };
    expect(findingsOf(withRegister(facts, old), 'AR-LEG-04')).toMatchObject([
      { message: '1件缺少补正告知。', cells: ['t3.otherHandling/total'] },
    ]);
  });

  test('a refusal could be taken to court directly until 2023', () => {
    expect(findingsOf(withRegister({ directSuitsOnRefusals: [someCase(1)] }), 'AR-LEG-01')).toEqual([]);
  });
});

describe('suits as co-defendant', () => {
  test('are no fault while the table has only those of the register', () => {
    expect(findingsOf(withRegister({ coDefendantSuits: 3 }), 'AR-T4-01')).toMatchObject([{ status: 'pass' }]);
  });

  test('are counted as far as the table has more', () => {
    const { tableFour = {} } = platform.register;
    const fewer = { ...tableFour, 't4.litigationDirect/total': 0, 't4.litigationDirect/otherResult': 0 };
    expect(findingsOf(withRegister({ tableFour: fewer, coDefendantSuits: 3 }), 'AR-T4-01')).toMatchObject([
      { status: 'fail', message: '1件为复议机关作共同被告案件，不应计入。' },
    ]);
  });
});

describe('work on the platform', () => {
  test('members are named until they are accepted', () => {
    const members = [
      { unit: '柳林镇', state: 'accepted' },
      { unit: '清河镇', state: 'submitted' },
      { unit: '松坪镇', state: 'notSubmitted' },
    ] as const;
    expect(findingsOf(withWork({ members }), 'AR-AGG-02')).toMatchObject([
      { status: 'fail', message: '未报送单位：松坪镇、清河镇（已报送，尚未审核通过）。' },
    ]);
    const all = members.map(({ unit }) => ({ unit, state: 'accepted' as const }));
    expect(findingsOf(withWork({ members: all }), 'AR-AGG-02')).toMatchObject([{ status: 'pass' }]);
  });

  test('what was returned is named until it is mended', () => {
    const passage = { section: 's5', text: platform.report.sections.s5!.paragraphs[1]! } as const;
    const cells = { 't2.licensing/decisions': { state: 'value', value: 30, raw: '30' } } as const;
    const returned = withWork({ returned: { cells, passages: [passage] } });
    expect(findingsOf(returned, 'AR-DUP-03')).toMatchObject([
      {
        message:
          '退回问题未修改：表二 行政许可 本年处理决定数量、“改进措施：下一步将明确村级信息员更新时限…”。',
        cells: ['t2.licensing/decisions'],
        passage,
      },
    ]);
    const mended = withText(addTo(platform.report, 't2.licensing/decisions', 1), 's5', ['另写一段。']);
    expect(findingsOf({ ...returned, report: mended }, 'AR-DUP-03')).toMatchObject([{ status: 'pass' }]);
  });

  test('before anything is made for publication the rules of publication are silent', () => {
    const draft = withWork({
      publishedOn: null,
      outputs: [],
      copies: [],
      isListedCentrally: false,
      publishedCells: null,
    });
    expect(evaluateReport(draft).filter(({ rule }) => rule.startsWith('AR-PUB'))).toEqual([]);
  });

  test('a restatement with day, reason, old and new figure lets a published figure change', () => {
    const publishedCells = addTo(platform.report, 't2.licensing/decisions', 1).cells;
    const change = { cell: 't2.licensing/decisions', before: 31, after: 30 } as const;
    const restated = (restatement: ReportWork['restatement']) =>
      findingsOf(withWork({ publishedCells, restatement }), 'AR-PUB-04').map(({ status }) => status);
    const on = day('2024-03-01');
    expect(restated({ on, reason: '重复计数', changes: [change] })).toEqual(['pass']);
    expect(restated({ on, reason: '重复计数', changes: [{ ...change, before: 32 }] })).toEqual(['fail']);
    expect(restated({ on, reason: '重复计数', changes: [] })).toEqual(['fail']);
    expect(restated({ on: null, reason: '重复计数', changes: [change] })).toEqual(['fail']);
    expect(restated(null)).toEqual(['fail']);
  });

  test.each([
    ['in time', '2024-01-20', '2024-01-31', '2024-05-01', 'pass'],
    ['submitted in time, published late', '2024-01-20', '2024-02-01', '2024-05-01', 'fail'],
    ['submitted, not yet published, in time', '2024-01-20', null, '2024-01-31', 'pass'],
    ['submitted, not published, overdue', '2024-01-20', null, '2024-02-01', 'fail'],
    ['not submitted, overdue', null, null, '2024-02-01', 'fail'],
  ])('the deadline: %s', (_, submitted, published, asOf, status) => {
    const on = (text: string | null) => (text === null ? null : day(text));
    const context = withWork(
      { submittedOn: on(submitted), publishedOn: on(published) },
      { ...platform, asOf: day(asOf) },
    );
    expect(findingsOf(context, 'AR-DDL-01')).toMatchObject([{ status, right: '2024-01-31' }]);
  });
});
