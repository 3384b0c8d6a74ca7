import { expect, test } from 'vitest';
import { registerSearch } from './register-search.ts';

test('an address gives the filters it names and nothing else', () => {
  expect(
    registerSearch({ stage: 'overdue', q: '道路', channel: 'counter', unassigned: true, limit: 5, x: 'y' }),
  ).toEqual({ stage: 'overdue', q: '道路', channel: 'counter', unassigned: true });
});

test('an applicant in an address is not read', () => {
  expect(registerSearch({ applicant: '张三' })).toEqual({});
});

test('a registration number is a text although it looks like a number', () => {
  expect(registerSearch({ q: 20_260_012 })).toEqual({ q: '20260012' });
});

test('open cases are what is shown without a stage; an unknown stage is none', () => {
  expect(registerSearch({ stage: 'open' })).toEqual({});
  expect(registerSearch({ stage: '<script>' })).toEqual({});
});
