import { describe, expect, it } from 'vitest';
import { byKey, type DrawnMark, inOrder, isCovered, moved, rectangleOf, resized } from './marks.ts';

const mark = (more: Partial<DrawnMark> = {}): DrawnMark => ({
  markId: 'a',
  page: 1,
  x: 0.1,
  y: 0.1,
  width: 0.2,
  height: 0.1,
  ground: 'privacy',
  reason: '',
  ...more,
});

describe('drawing', () => {
  it('takes the rectangle between two corners, whichever comes first', () => {
    const expected = { x: 0.2, y: 0.3, width: 0.4, height: 0.1 };
    expect(rectangleOf({ x: 0.6, y: 0.4 }, { x: 0.2, y: 0.3 })).toEqual(expected);
    expect(rectangleOf({ x: 0.2, y: 0.3 }, { x: 0.6, y: 0.4 })).toEqual(expected);
  });

  it('never leaves the page, nor gets too small to be taken hold of', () => {
    const all = [
      rectangleOf({ x: -3, y: 0.999 }, { x: 4, y: 2 }),
      rectangleOf({ x: 1, y: 1 }, { x: 1, y: 1 }),
    ];
    for (const { x, y, width, height } of all) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(1.000001);
      expect(y + height).toBeLessThanOrEqual(1.000001);
      expect(Math.min(width, height)).toBeGreaterThan(0.007);
    }
  });

  it('moves and resizes as far as the page goes', () => {
    expect(moved(mark(), 5, -5)).toMatchObject({ x: 0.8, y: 0, width: 0.2 });
    expect(resized(mark(), 5, -5)).toMatchObject({ x: 0.1, width: 0.9, height: 0.008 });
  });
});

it('arrow keys move, with Shift resize; others do nothing', () => {
  expect(byKey(mark(), 'ArrowRight', false)).toMatchObject({ x: 0.104, width: 0.2 });
  expect(byKey(mark(), 'ArrowDown', true)).toMatchObject({ y: 0.1, height: 0.104 });
  expect(byKey(mark(), 'a', false)).toBeNull();
});

it('numbers as the released file has them', () => {
  const marks = [
    mark({ markId: 'c', page: 2 }),
    mark({ markId: 'b', y: 0.5 }),
    mark({ markId: 'a', x: 0.05 }),
    mark({ markId: 'd', x: 0.5 }),
  ];
  expect(inOrder(marks).map(({ markId }) => markId)).toEqual(['a', 'd', 'b', 'c']);
});

it('a proposal that a mark covers whole is done', () => {
  const proposal = { page: 1, x: 0.15, y: 0.12, width: 0.1, height: 0.05, found: 'word', group: 0 };
  expect(isCovered(proposal, [mark()])).toBe(true);
  expect(isCovered({ ...proposal, width: 0.3 }, [mark()])).toBe(false);
  expect(isCovered({ ...proposal, page: 2 }, [mark()])).toBe(false);
});
