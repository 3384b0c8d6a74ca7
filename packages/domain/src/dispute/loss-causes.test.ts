import { expect, it } from 'vitest';
import { type Loss, lossCounts } from './loss-causes.ts';

const loss = (given: Partial<Loss>): Loss => ({
  organId: 'a',
  organName: '甲局',
  unit: '',
  ground: 'unavailable.nonExistent',
  causes: [],
  ...given,
});

it('losses are counted by cause, ground, organ and unit; one case may have several causes', () => {
  const counts = lossCounts([
    loss({ causes: ['searchInsufficient', 'late'], unit: '办公室' }),
    loss({ causes: ['searchInsufficient'], unit: '办公室' }),
    loss({ organId: 'b', organName: '乙局', ground: 'act.silence', unit: '办公室' }),
  ]);
  expect([counts.total, counts.unexplained]).toEqual([3, 1]);
  expect(counts.causes).toEqual([
    { key: 'late', title: '逾期答复', group: '违反法定程序', count: 1 },
    {
      key: 'searchInsufficient',
      title: '未尽合理检索义务，认定信息不存在证据不足',
      group: '事实不清、证据不足',
      count: 2,
    },
  ]);
  expect(counts.grounds).toEqual([
    { key: 'unavailable.nonExistent', title: '本机关不掌握：信息不存在', count: 2 },
    { key: 'act.silence', title: '逾期不答复', count: 1 },
  ]);
  expect(counts.organs.map(({ title, count }) => [title, count])).toEqual([
    ['甲局', 2],
    ['乙局', 1],
  ]);
  // The offices of two organs are two units.
  expect(counts.units.map(({ title, count }) => [title, count])).toEqual([
    ['甲局 办公室', 2],
    ['乙局 办公室', 1],
  ]);
});
