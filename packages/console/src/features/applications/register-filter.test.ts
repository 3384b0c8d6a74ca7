import { expect, test } from 'vitest';
import { filterOf, isNarrowed, searchOf } from './register-filter.ts';

test('an address without a stage asks for the open cases, “all” for every stage', () => {
  expect(filterOf({})).toEqual({ stage: 'open' });
  expect(filterOf({ stage: 'all', q: '道路' })).toEqual({ q: '道路' });
});

test('what a crafted address holds beside the known values is not asked', () => {
  expect(filterOf({ status: 'nonsense', channel: 'counter', receivedFrom: '2026-13-01' })).toEqual({
    stage: 'open',
    channel: 'counter',
  });
});

test('a kept filter leads back to the address it was kept from', () => {
  for (const search of [
    {},
    { stage: 'all' },
    { stage: 'overdue', unassigned: true, q: '20260012' },
  ] as const) {
    expect(searchOf(filterOf(search))).toEqual(search);
  }
});

test('a stage alone does not narrow', () => {
  expect(isNarrowed({ stage: 'overdue' })).toBe(false);
  expect(isNarrowed({ stage: 'overdue', q: '道路' })).toBe(true);
});
