import { expect, it } from 'vitest';
import { everyMark, marksOf, type PointingFinding, placeless } from './marks.ts';

const finding = (over: Partial<PointingFinding>): PointingFinding => ({
  severity: 'warn',
  status: 'fail',
  message: '两处不一致。',
  cells: [],
  cellNames: [],
  ...over,
});

it('offers every place that the check or last year points at, errors first and each once', () => {
  const marks = marksOf(
    {
      findings: [
        finding({ passage: { section: 's5', text: '一是不够及时' }, message: '与上年相同。' }),
        finding({ severity: 'block', cells: ['t3.granted/total'], cellNames: ['予以公开 总计'] }),
        finding({ status: 'pass', cells: ['t3.carriedIn/total'], cellNames: ['上年结转 总计'] }),
      ],
    },
    {
      changes: [
        { cell: 't3.granted/total', name: '予以公开 总计', before: 3, now: 30 },
        { cell: 't2.licensing/decisions', name: '行政许可', before: 1, now: 90 },
      ],
    },
  );
  expect(marks.map(({ kind, title, why }) => [kind, title, why])).toEqual([
    ['cell', '予以公开 总计', '两处不一致。'],
    ['passage', '一是不够及时', '与上年相同。'],
    ['cell', '行政许可', '上年 1，今年 90'],
  ]);
});

it('offers every cell and sentence for marks of one’s own, and tells apart what has no place', () => {
  const marks = everyMark(['t3.granted/total'], {
    s5: ['一是不够及时；二是形式单一。', '一是不够及时；'],
    s6: [],
  });
  expect(marks.map(({ kind, value }) => [kind, value])).toEqual([
    ['cell', 't3.granted/total'],
    ['passage', '一是不够及时；'],
    ['passage', '二是形式单一。'],
  ]);
  const late = finding({ message: '已过报送日期。' });
  expect(placeless([late, late, finding({ cells: ['t3.granted/total'], cellNames: ['予以公开'] })])).toEqual([
    '已过报送日期。',
  ]);
});

it('offers no words where the text lacks something; that is said of the report as a whole', () => {
  const lacking = finding({ passage: { section: 's1', text: '' }, message: '总体情况缺少：监督保障。' });
  expect(marksOf({ findings: [lacking] }, { changes: [] })).toEqual([]);
  expect(placeless([lacking])).toEqual(['总体情况缺少：监督保障。']);
});

it('says beside a place the reason that the unit gave for it', () => {
  const waiver = { reason: '划转县行政审批局办理。', by: '昌坑言', at: '2026-01-20T02:00:00.000Z' };
  const explained = finding({ status: 'waived', cells: ['t3.granted/total'], cellNames: ['总计'], waiver });
  const [mark] = marksOf({ findings: [explained] }, { changes: [] });
  expect(mark?.why).toBe('两处不一致。单位说明：划转县行政审批局办理。');
  expect(placeless([finding({ status: 'waived', waiver })])).toEqual([
    '两处不一致。单位说明：划转县行政审批局办理。',
  ]);
});
