import { expect, test } from 'vitest';
import { documentSearch, isNarrowed, stageOf } from './document-search.ts';

test('an address gives the filters it names and nothing else', () => {
  expect(
    documentSearch({ stage: 'overdue', q: '灌溉', kind: 'budget', status: 'draft', limit: 5, cursor: 'x' }),
  ).toEqual({ stage: 'overdue', q: '灌溉', kind: 'budget', status: 'draft' });
  expect(documentSearch({ owes: 'interpretation' })).toEqual({ owes: 'interpretation' });
});

test('what a crafted address holds is not asked', () => {
  expect(documentSearch({ stage: '<script>', kind: 'nonsense', disclosureClass: 1, q: '' })).toEqual({});
});

test('a number is a word although it looks like a number', () => {
  expect(documentSearch({ q: 2026 })).toEqual({ q: '2026' });
});

test('a stage alone does not narrow; without one all are shown', () => {
  expect(stageOf({})).toBe('all');
  expect(isNarrowed({ stage: 'drafts' })).toBe(false);
  expect(isNarrowed({ stage: 'drafts', q: '灌溉' })).toBe(true);
});
