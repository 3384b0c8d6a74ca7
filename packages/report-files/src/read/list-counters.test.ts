import { expect, test } from 'vitest';
import { ListCounters, type ListLevel, type ListUse } from './list-counters.ts';

const level = (text: string, more: Partial<ListLevel> = {}): ListLevel => ({
  start: 1,
  format: 'decimal',
  text,
  follow: 'nothing',
  legal: false,
  ...more,
});
const list = (...levels: ListLevel[]): ListUse => ({
  definition: 'd',
  instance: 'i',
  levels,
  starts: new Map(),
});

function printed(use: ListUse, levels: readonly number[]): string[] {
  const counters = new ListCounters();
  return levels.map((at) => counters.next(use, at));
}

test('a level starts anew after a higher one, unless the list says otherwise', () => {
  expect(printed(list(level('%1'), level('%1.%2')), [0, 1, 1, 0, 1])).toEqual([
    '1',
    '1.1',
    '1.2',
    '2',
    '2.1',
  ]);
  expect(printed(list(level('%1'), level('%2', { restartAfter: 0 })), [0, 1, 0, 1])).toEqual([
    '1',
    '1',
    '2',
    '2',
  ]);
  const late = list(level('%1'), level('%2'), level('%3', { restartAfter: 1 }));
  expect(printed(late, [0, 1, 2, 1, 2, 0, 2])).toEqual(['1', '1', '1', '2', '2', '2', '1']);
});

test('a higher level that was never used shows its start', () => {
  expect(printed(list(level('%1', { start: 3 }), level('%1.%2')), [1, 1, 0])).toEqual(['3.1', '3.2', '4']);
});

test('legal levels print every number in decimal', () => {
  expect(
    printed(list(level('%1', { format: 'chineseCounting' }), level('%1.%2', { legal: true })), [0, 1]),
  ).toEqual(['一', '1.1']);
});

test('a space follows where the list has one, and where a tab keeps number and text apart', () => {
  expect(printed(list(level('%1、', { follow: 'space' })), [0])).toEqual(['1、 ']);
  expect(printed(list(level('%1、', { follow: 'tab' })), [0])).toEqual(['1、']);
  expect(printed(list(level('%1', { follow: 'tab' })), [0])).toEqual(['1 ']);
  expect(printed(list(level('第%1条', { format: 'chineseCounting', follow: 'tab' })), [0])).toEqual([
    '第一条 ',
  ]);
});

test('levels and placeholders that do not exist print nothing', () => {
  expect(printed(list(level('%1%5')), [0, 7])).toEqual(['1', '']);
});
