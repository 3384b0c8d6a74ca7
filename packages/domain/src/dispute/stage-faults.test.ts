import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { DisputeKind } from './dispute.ts';
import { nextStageKinds, OPEN_STAGE, type RegisteredStage } from './registered-stage.ts';
import { actFault, correctsStage, stageFaults } from './stage-faults.ts';

const day = (text: string) => text as CivilDate;
const TODAY = day('2026-11-22');

const stage = (given: Partial<RegisteredStage> & Pick<RegisteredStage, 'kind'>): RegisteredStage => ({
  ...OPEN_STAGE,
  tribunal: '示范县人民政府',
  number: '',
  ...given,
});

const judged = stage({
  kind: 'firstInstance',
  acceptedOn: day('2026-01-05'),
  result: 'litigation.setAside',
  decidedOn: day('2026-04-01'),
});

const messages = (kind: DisputeKind, ...stages: readonly RegisteredStage[]) =>
  stageFaults(kind, stages, TODAY).map((faults) => faults.map(({ field, message }) => `${field} ${message}`));

describe('a stage is refused', () => {
  it.each([
    [{ decidedOn: '2026-04-01' }, 'result 填了决定（裁判）日期，请选择结果'],
    [{ result: 'reconsideration.upheld', acceptedOn: '2026-03-01' }, 'decidedOn 请填写决定（裁判）日期'],
    [{ result: 'reconsideration.upheld', decidedOn: '2026-04-01' }, 'acceptedOn 请填写受理（立案）日期'],
    [
      { result: 'reconsideration.notAccepted', acceptedOn: '2026-03-01', decidedOn: '2026-03-04' },
      'acceptedOn 结果是“不予受理”的，没有受理（立案）日期',
    ],
    [
      { result: 'litigation.setAside', acceptedOn: '2026-03-01', decidedOn: '2026-03-04' },
      'result 行政复议没有“撤销或者部分撤销”这种结果',
    ],
    [
      { result: 'reconsideration.upheld', acceptedOn: '2026-03-05', decidedOn: '2026-03-04' },
      'decidedOn 决定（裁判）日期不能早于受理（立案）日期',
    ],
    [{ acceptedOn: '2026-11-23' }, 'acceptedOn 受理（立案）日期不能晚于今天'],
    [
      { acceptedOn: '0026-03-01' },
      'acceptedOn 受理（立案）日期不能早于2008年5月1日（条例施行之日），请核对年份',
    ],
    [
      { filedOn: '2026-03-02', acceptedOn: '2026-03-01' },
      'filedOn 收到申请（起诉状）的日期不能晚于受理（立案）日期',
    ],
    [{ answeredOn: '2026-03-05' }, 'servedOn 请填写收到答复通知书的日期'],
    [{ kind: 'firstInstance' }, 'kind 这里应登记行政复议'],
    [{ tribunal: '' }, 'tribunal 请填写复议机关或者法院'],
  ])('with %j: %s', (given, message) => {
    // Days and names as written above.
    const one = { ...stage({ kind: 'reconsideration' }), ...given } as RegisteredStage;
    expect(messages('reconsideration', one)[0]).toContain(message);
  });

  it('while the one before it is open, before the one before it was decided, and after the end', () => {
    const second = stage({ kind: 'secondInstance', acceptedOn: day('2026-03-01') });
    expect(messages('litigationDirect', { ...judged, result: null, decidedOn: null }, second)[1]).toEqual([
      'kind 先登记一审的结果',
    ]);
    expect(messages('litigationDirect', judged, second)[1]).toEqual([
      'acceptedOn 受理（立案）日期不能早于上一审级的裁判日期（2026年4月1日）',
    ]);
    const decided = stage({
      kind: 'reconsideration',
      acceptedOn: day('2026-01-05'),
      result: 'reconsideration.upheld',
      decidedOn: day('2026-03-01'),
    });
    expect(messages('reconsideration', decided, decided)[1]).toContain(
      'kind 这件案件已经办结，没有下一个审级',
    );
  });

  it('not when everything is in order', () => {
    const second = stage({
      kind: 'secondInstance',
      acceptedOn: day('2026-04-20'),
      result: 'litigation.remanded',
      decidedOn: day('2026-07-01'),
    });
    const anew = stage({ kind: 'firstInstance', acceptedOn: day('2026-07-20') });
    expect(messages('litigationDirect', judged, second, anew)).toEqual([[], [], []]);
  });
});

it('an act lies before what contests it, or on the same day', () => {
  const filed = { ...judged, filedOn: day('2026-01-02') };
  expect(actFault(day('2026-01-02'), filed)).toBeNull();
  expect(actFault(day('2026-01-03'), filed)).toBe(
    '行为作出日期（2026年1月3日）不能晚于收到申请（起诉状）的日期（2026年1月2日）',
  );
  expect(actFault(day('2026-01-06'), judged)).toBe(
    '行为作出日期（2026年1月6日）不能晚于受理（立案）日期（2026年1月5日）',
  );
  expect(actFault(null, judged)).toBeNull();
});

it('an appeal lies until a judgment takes effect, and a retrial after it', () => {
  expect(nextStageKinds('litigationDirect', [])).toEqual(['firstInstance']);
  expect(nextStageKinds('litigationDirect', [judged])).toEqual(['secondInstance']);
  expect(nextStageKinds('litigationDirect', [{ ...judged, effectiveOn: day('2026-04-20') }])).toEqual([
    'retrial',
  ]);
  const mediated = { ...judged, result: 'litigation.mediated' } as const;
  expect(nextStageKinds('litigationDirect', [mediated])).toEqual(['retrial']);
});

it('asks a reason for what says something else, not for what is filled in', () => {
  const open = { ...judged, result: null, decidedOn: null };
  expect(correctsStage(open, judged)).toBe(false);
  expect(correctsStage(judged, { ...judged, effectiveOn: day('2026-04-20') })).toBe(false);
  expect(correctsStage(judged, { ...judged, number: '（2026）示01行初3号' })).toBe(false);
  expect(correctsStage(judged, { ...judged, result: 'litigation.claimDismissed' })).toBe(true);
  expect(correctsStage(judged, open)).toBe(true);
});
