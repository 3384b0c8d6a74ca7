import { describe, expect, it } from 'vitest';
import { type AnalysedYear, cellsOfFigures, type YearState } from './analysed-year.ts';
import { pointWords } from './chart.ts';
import { ANALYSIS_CHARTS, type AnalysisChartId, analysisCharts, chartTable } from './charts.ts';
import { shareOf } from './share.ts';

const year = (
  reportYear: number,
  figures: Readonly<Record<string, number | null>>,
  state: YearState = 'settled',
): AnalysedYear => ({ reportYear, state, cells: cellsOfFigures(figures) });

const OTHER_GROUNDS = {
  't3.refused.prohibitedByLaw/total': 0,
  't3.refused.securityAndStability/total': 0,
  't3.refused.thirdPartyRights/total': 1,
  't3.refused.internalAffairs/total': 2,
  't3.refused.deliberativeProcess/total': 0,
  't3.refused.enforcementFile/total': 0,
  't3.refused.administrativeInquiry/total': 0,
};

const FULL = {
  't3.newlyReceived/total': 34,
  't3.newlyReceived/naturalPerson': 30,
  't3.newlyReceived/commercialEnterprise': 4,
  't3.carriedIn/total': 2,
  't3.granted/total': 12,
  't3.partiallyGranted/total': 5,
  't3.refused.stateSecret/total': 0,
  ...OTHER_GROUNDS,
  't3.unavailable.notHeld/total': 9,
  't3.unavailable.requiresCreation/total': 1,
  't3.unavailable.stillUnclear/total': 0,
  't3.resultTotal/total': 30,
  't3.carriedForward/total': 6,
  't4.reconsideration/upheld': 2,
  't4.reconsideration/rectified': 1,
  't4.reconsideration/otherResult': 0,
  't4.reconsideration/pending': 1,
  't4.litigationDirect/upheld': 0,
  't4.litigationDirect/rectified': 0,
  't4.litigationDirect/otherResult': 0,
  't4.litigationDirect/pending': 0,
  't4.litigationAfterReconsideration/upheld': 0,
  't4.litigationAfterReconsideration/rectified': 0,
  't4.litigationAfterReconsideration/otherResult': 0,
  't4.litigationAfterReconsideration/pending': 0,
};

const YEARS = [
  year(2020, { 't3.newlyReceived/total': 9, 't3.otherHandling/total': 3, 't3.resultTotal/total': 9 }),
  year(2023, {}, 'none'),
  year(2024, { 't3.newlyReceived/total': 22, 't3.carriedForward/total': 2 }),
  year(2025, FULL),
  year(2026, { 't3.newlyReceived/total': 50, 't3.resultTotal/total': 0 }, 'running'),
];

const chartOf = (id: AnalysisChartId, years: readonly AnalysedYear[] = YEARS) => {
  const chart = analysisCharts(years).find((one) => one.id === id);
  if (chart === undefined) throw new Error(`no chart ${id}`);
  return chart;
};

const wordsOf = (id: AnalysisChartId, series: string, years = YEARS) => {
  const { measure, series: all } = chartOf(id, years);
  return all.find((one) => one.id === series)?.points.map((point) => pointWords(measure, point));
};

describe('the charts of an organ over its years', () => {
  it('are those that addresses name', () => {
    expect(analysisCharts(YEARS).map(({ id }) => id)).toEqual(ANALYSIS_CHARTS);
  });

  it('tell the last whole year, and how it stands to the one before', () => {
    expect(chartOf('flows').finding).toBe(
      '2025年新收 34 件，比上年增加 12 件（54.5%）；办理 30 件；结转下年度 6 件。',
    );
    expect(chartOf('outcomes').finding).toBe(
      '2025年办理 30 件，予以公开最多，12 件，占 40.0%；予以公开和部分公开合计占 56.7%。',
    );
    expect(chartOf('grounds').finding).toContain('“无法提供：本机关不掌握相关政府信息”最多，9 件');
    expect(chartOf('applicants').finding).toContain('自然人提出的最多，30 件，占 88.2%');
    expect(chartOf('disputes').finding).toBe(
      '2025年行政复议 4 件（维持 2、纠正 1、其他 0、尚未审结 1）；没有行政诉讼。',
    );
    expect(chartOf('correctionRate').finding).toBe('2025年行政复议纠错率 33.3%（审结 3 件，纠正 1 件）。');
  });

  it('name the running year as such, also in a finding when there is no other', () => {
    expect(chartOf('flows').years.map(({ label, isSettled }) => [label, isSettled])).toEqual([
      ['2020年', true],
      ['2023年', false],
      ['2024年', true],
      ['2025年', true],
      ['2026年（至今）', false],
    ]);
    const running = YEARS.slice(-1);
    expect(chartOf('flows', running).finding).toBe('2026年（至今）新收 50 件；办理 0 件。');
    expect(chartOf('outcomes', running).finding).toBe('2026年（至今）没有办结的申请。');
    const summing = [year(2025, { 't3.newlyReceived/total': 7 }, 'summing'), ...running];
    expect(chartOf('flows', summing).finding).toBe('2025年（汇总中）新收 7 件。');
    expect(chartOf('disputes', running).finding).toBe('各年度都还没有数字。');
  });

  it('keep a blank a blank and do not divide by zero', () => {
    expect(wordsOf('flows', 'newlyReceived')).toEqual(['9', '—', '22', '34', '50']);
    expect(wordsOf('outcomes', 'granted')).toEqual(['—', '—', '—', '40.0%（12/30）', '—']);
    const none = [year(2025, { ...FULL, 't3.granted/total': 0, 't3.resultTotal/total': 0 })];
    expect(wordsOf('outcomes', 'granted', none)).toEqual(['—（0/0）']);
    // One row of the group is blank: the group is not added up.
    const partly = [year(2025, { ...FULL, 't3.refused.stateSecret/total': null })];
    expect(wordsOf('outcomes', 'refused', partly)).toEqual(['—']);
    expect(wordsOf('outcomes', 'refused')?.[3]).toBe('10.0%（3/30）');
    expect(shareOf(1, 0)).toBeNull();
    expect(shareOf(null, 3)).toBeNull();
    expect(shareOf(1, 8)).toBe(12.5);
  });

  it('say of what 纠错率 is a share: what is pending is not in it, nothing concluded is no rate', () => {
    expect(wordsOf('correctionRate', 'reconsideration')?.[3]).toBe('33.3%（1/3）');
    expect(wordsOf('correctionRate', 'litigation')?.[3]).toBe('—（0/0）');
    expect(wordsOf('correctionRate', 'both')?.[3]).toBe('33.3%（1/3）');
  });

  it('know the row that the form of 2019 has for 其他处理', () => {
    expect(wordsOf('outcomes', 'other_handling')).toEqual(['33.3%（3/9）', '—', '—', '—', '—']);
    expect(chartOf('grounds').series.map(({ id }) => id)).toEqual([
      't3.refused.thirdPartyRights',
      't3.refused.internalAffairs',
      't3.unavailable.notHeld',
      't3.unavailable.requiresCreation',
      't3.otherHandling',
    ]);
    expect(chartOf('grounds').definition).toContain('其余 15 种情形');
  });

  it('open the cell that a sum is made of, the first that has a figure', () => {
    const refused = chartOf('outcomes').series.find(({ id }) => id === 'refused')?.points;
    expect(refused?.map(({ cell }) => cell)).toEqual([
      't3.refused.stateSecret/total',
      't3.refused.stateSecret/total',
      't3.refused.stateSecret/total',
      't3.refused.thirdPartyRights/total',
      't3.refused.stateSecret/total',
    ]);
  });

  it('have a table with the same figures, and an empty field where there is none', () => {
    const { columns, rows } = chartTable(chartOf('correctionRate', YEARS.slice(2, 4)));
    expect(columns).toEqual([
      '项目',
      '2024年 结果纠正',
      '2024年 审结',
      '2024年 纠错率（%）',
      '2025年 结果纠正',
      '2025年 审结',
      '2025年 纠错率（%）',
    ]);
    expect(rows[0]).toEqual(['行政复议', null, null, null, 1, 3, 33.3]);
    expect(rows[1]).toEqual(['行政诉讼', null, null, null, 0, 0, null]);
    expect(chartTable(chartOf('flows')).rows[0]).toEqual(['本年新收', 9, null, 22, 34, 50]);
  });
});
