import { describe, expect, it } from 'vitest';
import { cleanReport, earlierReport, withCell, withCells, withText } from '../../../test/build-report.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { evaluateReport } from '../rules/evaluate.ts';
import { DEFAULT_SETTINGS } from '../rules/settings.ts';
import { composeLeaderPackage } from './compose-leader-package.ts';
import type { LeaderFacts, LeaderMember, LeaderPackage } from './leader-facts.ts';

const day = (text: string): CivilDate => text as CivilDate;
const SHA = 'b'.repeat(64);

const facts = (changed: Partial<LeaderFacts> = {}): LeaderFacts => ({
  organ: '清溪县柳林镇人民政府',
  reportYear: 2023,
  today: day('2024-01-20'),
  status: 'inSignature',
  edition: 1,
  frozen: { submission: 2, sha256: SHA },
  due: { date: day('2024-01-31'), source: '条例49' },
  report: cleanReport(),
  previous: earlierReport(),
  findings: [],
  members: null,
  lost: [],
  ...changed,
});

/** The words of a part, a line for each paragraph, item or row. */
function part(paper: LeaderPackage, title: string): readonly string[] {
  const section = paper.sections.find(({ heading }) => heading.endsWith(`、${title}`));
  return (section?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'list' ? block.items : block.rows.map((row) => row.join('|'));
  });
}

const partOf = (title: string, changed: Partial<LeaderFacts> = {}): readonly string[] =>
  part(composeLeaderPackage(facts(changed)), title);

describe('the paper for the leader', () => {
  it('begins with where the report stands, how many days are left, and what is to be signed', () => {
    const paper = composeLeaderPackage(facts());
    expect(paper.title).toBe('清溪县柳林镇人民政府2023年政府信息公开工作年度报告送签说明');
    expect(paper.sections.map(({ heading }) => heading)).toEqual([
      '一、现在的情况',
      '二、要签什么',
      '三、主要数字',
      '四、变化较大的数字',
      '五、校验结果',
      '六、上年问题的整改',
      '七、被纠正的复议、诉讼案件',
    ]);
    expect(part(paper, '现在的情况')).toEqual([
      '现在的状态：待签发（第2次封存）。应在2024年1月31日以前报送和公布（条例49），还有11天。',
    ]);
    expect(part(paper, '要签什么')[0]).toContain(`第2次封存的报告，内容校验值（SHA-256）：${SHA}`);
  });

  it.each([
    ['2024-01-31', '今天是最后一天。'],
    ['2024-02-02', '已经超过2天。'],
  ])('on %s says: %s', (today, words) => {
    expect(partOf('现在的情况', { today: day(today) })[0]).toContain(words);
  });

  it('of a year that is running says that its figures still move; of one that was sent counts no days', () => {
    expect(partOf('现在的情况', { today: day('2023-11-02'), status: 'drafting', frozen: null })[1]).toBe(
      '2023年还没有结束，以下是“如果今天年终”的数字，随台账变化。',
    );
    expect(partOf('现在的情况', { status: 'submitted' })[0]).toMatch(/报送和公布（条例49）。$/);
  });

  it('counts a missed day as what it lists it: a reminder, for which nobody is asked', () => {
    const report = cleanReport();
    const signature = { ...report.signature!, date: day('2024-03-26') };
    const late = { ...report, organKind: 'township' as const, signature };
    const findings = evaluateReport({ report: late, settings: DEFAULT_SETTINGS }).filter(
      ({ rule }) => rule === 'AR-DDL-01',
    );
    expect(partOf('校验结果', { findings })).toEqual([
      '错误0处，须改正或者说明的0处，提醒和提示1处，已说明理由的0处。',
      '没有处理的：',
      '提醒：应于2024年1月31日前报送并公布。',
    ]);
  });

  it('sets figures beside last year’s; what is blank is a dash and never 0', () => {
    const report = withCells(cleanReport(), { 't3.newlyReceived/total': 30, 't2.licensing/decisions': null });
    const rows = partOf('主要数字', { report });
    expect(rows).toContain('本年新收|30|18|+12');
    expect(rows).toContain('行政许可：本年处理决定数量|—|30|—');
    expect(partOf('主要数字', { report, previous: null })).toContain('本年新收|30|—|—');
  });

  it('tells the correction rate of both years and its change in points', () => {
    const with4 = (rectified: number, upheld: number) =>
      withCells(cleanReport(), {
        't4.reconsideration/upheld': upheld,
        't4.reconsideration/rectified': rectified,
        't4.reconsideration/otherResult': 0,
        't4.litigationDirect/upheld': 0,
        't4.litigationDirect/rectified': 0,
        't4.litigationDirect/otherResult': 0,
        't4.litigationAfterReconsideration/upheld': 0,
        't4.litigationAfterReconsideration/rectified': 0,
        't4.litigationAfterReconsideration/otherResult': 0,
      });
    expect(partOf('主要数字', { report: with4(1, 3), previous: with4(1, 1) })).toContain(
      '复议诉讼纠错率|25.0%|50.0%|-25.0个百分点',
    );
    expect(partOf('主要数字', { report: with4(0, 0), previous: with4(1, 1) })).toContain(
      '复议诉讼纠错率|—|50.0%|—',
    );
  });

  it('tells what moved most, with its share of last year’s', () => {
    const report = withCell(cleanReport(), 't3.newlyReceived/total', 27);
    expect(partOf('变化较大的数字', { report })[0]).toBe(
      '表三 第一项 本年新收 总计：由18增加到27，增加9（50.0%）。',
    );
    expect(partOf('变化较大的数字', { previous: cleanReport() })).toEqual(['与上年相比，各项总计没有变化。']);
    expect(partOf('变化较大的数字', { previous: null })).toEqual(['没有2022年的报告可以对比。']);
  });

  it('lists what is open and what was accepted with which reason', () => {
    const report = withCell(cleanReport(), 't3.newlyReceived/total', 99);
    const found = evaluateReport({ report, settings: DEFAULT_SETTINGS });
    const findings = found.map((finding) =>
      finding.status === 'fail' && finding.severity === 'warn'
        ? {
            ...finding,
            status: 'waived' as const,
            waiver: {
              findingId: finding.id,
              fingerprint: '',
              by: 'reviewer' as const,
              reason: '已核对原始记录。',
            },
          }
        : finding,
    );
    const lines = partOf('校验结果', { findings });
    const blocks = findings.filter(({ status, severity }) => status === 'fail' && severity === 'block');
    expect(blocks.length).toBeGreaterThan(0);
    expect(lines[0]).toContain(`错误${blocks.length}处`);
    for (const { message } of blocks) expect(lines).toContain(`错误：${message}`);
    expect(partOf('校验结果')).toEqual(['校验没有发现问题。']);
    const drafting = { findings, status: 'drafting', frozen: null } as const;
    expect(partOf('要签什么', drafting)[0]).toContain('处理以前不能签');
    expect(partOf('要签什么', { ...drafting, findings: [] })[0]).toContain('提请签发以后请签');
  });

  it('sets last year’s problems beside what became of them', () => {
    const rows = partOf('上年问题的整改');
    expect(rows.length).toBeGreaterThan(0);
    const silent = withText(withText(cleanReport(), 's5', ['没有。']), 's1', ['没有。']);
    for (const row of partOf('上年问题的整改', { report: silent })) expect(row).toMatch(/\|没有写到$/);
  });

  it('names the units that are missing and those that were late', () => {
    const member = (changed: Partial<LeaderMember>): LeaderMember => ({
      name: '某局',
      state: 'submitted',
      isCounted: true,
      dueOn: day('2024-01-31'),
      signedOn: day('2024-01-30'),
      rectified: 0,
      ...changed,
    });
    const members = [
      member({}),
      member({ name: '甲镇', state: 'notBegun', isCounted: false, signedOn: null, rectified: null }),
      member({ name: '乙局', signedOn: day('2024-02-03'), rectified: 2 }),
    ];
    const changed = { members, lost: null, today: day('2024-02-10') };
    expect(partOf('报送单位', changed)).toEqual([
      '共3个单位，2个已计入汇总，缺1个，逾期报送1个。',
      '没有计入的：',
      '甲镇（未开始，已经逾期）',
      '逾期报送的：',
      '乙局（晚3天）',
    ]);
    expect(partOf('被纠正的复议、诉讼案件', changed)).toContain('乙局2件');
    expect(partOf('报送单位', { members: [], lost: null })).toEqual(['这一年还没有报送单位名单。']);
  });

  it('tells each case that was lost by what was disputed, and where report and register differ', () => {
    const lines = partOf('被纠正的复议、诉讼案件', {
      report: withCell(cleanReport(), 't4.reconsideration/rectified', 3),
      lost: [
        {
          kind: 'reconsideration',
          act: 'refusal',
          stage: 'reconsideration',
          tribunal: '清溪县人民政府',
          number: '清政复〔2023〕5号',
          result: 'reconsideration.setAside',
          on: day('2023-06-02'),
        },
      ],
    });
    expect(lines[0]).toBe('本年度被纠正1件。按争议的行为：不予公开（条例第十四条至第十六条）1件。');
    expect(lines[1]).toBe(
      '行政复议（清溪县人民政府，清政复〔2023〕5号）：争议的是不予公开（条例第十四条至第十六条）；行政复议结果“撤销或者部分撤销”（行政复议法第六十四条），2023年6月2日起计。',
    );
    expect(lines[2]).toContain('与台账的1件不一致');
  });
});
