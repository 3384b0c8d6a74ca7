import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { describedTime, documentNumbers, foldDescription } from './described.ts';
import { type ComparedCase, differentApplicants, filingsBy, similarCases } from './similar.ts';

const day = (text: string): CivilDate => text as CivilDate;

const one = (id: string, description: string, more: Partial<ComparedCase> = {}): ComparedCase => ({
  applicationId: id,
  registrationNumber: `2026${id}`,
  applicantKey: 'k1',
  organId: 'o1',
  description,
  repliedOn: null,
  ...more,
});

const kinds = (asked: ComparedCase, ...others: readonly ComparedCase[]) =>
  similarCases(asked, others).map(({ kind }) => kind);

describe('what a description names', () => {
  it.each([
    ['申请公开国办发〔2017〕47号', ['国办发〔2017〕47号']],
    ['请提供 国办发[2017] 第47号 文件', ['国办发〔2017〕47号']],
    ['关于济政发（2019）12号和济政办发(2020)003号', ['济政发〔2019〕12号', '济政办发〔2020〕3号']],
    ['国办发〔2017〕47号、国办发【2017】47号', ['国办发〔2017〕47号']],
    ['2021年12号楼的批准文件', []],
  ])('文号 of %s', (text, numbers) => {
    expect(documentNumbers(text)).toEqual(numbers);
  });

  it.each([
    ['2019年至2021年的部门决算', ['2019年', '2020年', '2021年']],
    ['2019-2020年度会议纪要', ['2019年', '2020年']],
    ['２０２１年3月12日的批复', ['2021年']],
    ['2021年3月至2022年5月', ['2021年', '2022年']],
    ['国办发〔2017〕47号', []],
    ['编号20211234的档案', []],
  ])('time of %s', (text, time) => {
    expect(describedTime(text)).toEqual(time);
  });

  it('folds away politeness, marks and width', () => {
    expect(foldDescription('现依法向贵单位申请公开：西村，征地补偿（方案）！')).toBe('西村征地补偿方案');
    expect(foldDescription('请公开西村征地补偿方案。谢谢')).toBe('西村征地补偿方案');
  });
});

const PLAN = '申请公开段店镇西村2021年征地补偿安置方案及补偿款发放明细';

describe('the same applicant', () => {
  it('asks again for what was replied: perhaps repeated, with the reasons', () => {
    const before = one('1', '请公开段店镇西村2021年征地补偿安置方案，及补偿款发放明细。', {
      repliedOn: day('2026-01-20'),
    });
    const [found] = similarCases(one('2', PLAN), [before]);
    expect(found).toEqual({
      kind: 'duplicate',
      applicationId: '1',
      registrationNumber: '20261',
      likeness: 100,
      reasons: [
        '同一申请人向本机关申请过，已于2026-01-20答复（条例第三十六条第（六）项）',
        '描述文字相同',
        '时间范围有重合：2021年',
      ],
    });
  });

  it('asks again while the first is open', () => {
    expect(kinds(one('2', PLAN), one('1', PLAN))).toEqual(['sameApplicantOpen']);
  });

  it('asked another organ: nothing is repeated', () => {
    expect(kinds(one('2', PLAN), one('1', PLAN, { organId: 'o2', repliedOn: day('2026-01-20') }))).toEqual(
      [],
    );
  });

  it('asks for another year, another document, another village, or another matter: not the same', () => {
    const replied = { repliedOn: day('2026-01-20') };
    expect(kinds(one('2', PLAN), one('1', PLAN.replace('2021', '2022'), replied))).toEqual([]);
    const first = one('1', '公开济政发〔2019〕12号文件', replied);
    expect(kinds(one('2', '公开济政发〔2019〕13号文件'), first)).toEqual([]);
    expect(kinds(one('2', PLAN), one('1', '申请公开段店镇2021年行政处罚决定书', replied))).toEqual([]);
  });
});

describe('other applicants', () => {
  it('who ask for the same make it a case for publication, and are counted', () => {
    const others = [
      one('1', PLAN, { applicantKey: 'k2' }),
      one('2', '请公开西村2021年征地补偿安置方案和补偿款发放明细', { applicantKey: 'k3' }),
      one('3', '申请公开镇政府2021年三公经费', { applicantKey: 'k4' }),
      one('4', PLAN, { applicantKey: 'k2' }),
    ];
    const asked = one('5', PLAN);
    const found = similarCases(asked, [asked, ...others]);
    expect(found.map(({ applicationId }) => applicationId)).toEqual(['1', '4', '2']);
    expect(found[0]?.reasons[0]).toBe('不同申请人申请相同的信息，可以考虑转为主动公开（条例第四十四条）');
    expect(differentApplicants(asked, others, found)).toBe(3);
    expect(differentApplicants(asked, others, [])).toBe(1);
  });

  it('who name the same 文号 in other words are found', () => {
    const asked = one('1', '想看济政发〔2019〕12号', { applicantKey: 'k2' });
    const [found] = similarCases(one('2', '公开济政发[2019]12号文件全文'), [asked]);
    expect(found?.reasons).toContain('文号相同：济政发〔2019〕12号');
  });
});

describe('many applications of one applicant', () => {
  const sent = (applicantKey: string, date: string) => ({ applicantKey, receiptDate: day(date) });
  const all = [
    sent('k1', '2026-01-31'),
    sent('k1', '2026-03-31'),
    sent('k1', '2026-04-01'),
    sent('k2', '2026-03-01'),
    sent('k1', '2026-03-01'),
  ];

  it('are counted by month', () => {
    expect(filingsBy(all, 'month')).toEqual([
      { applicantKey: 'k1', period: '2026-03', count: 2 },
      { applicantKey: 'k1', period: '2026-01', count: 1 },
      { applicantKey: 'k2', period: '2026-03', count: 1 },
      { applicantKey: 'k1', period: '2026-04', count: 1 },
    ]);
  });

  it('are counted by quarter', () => {
    expect(filingsBy(all, 'quarter')[0]).toEqual({
      applicantKey: 'k1',
      period: '2026年第一季度',
      count: 3,
    });
  });
});
