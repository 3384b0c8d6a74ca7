import { expect, it } from 'vitest';
import { handlerOf, type RoutedOrgan, supervises } from './complaint-handler.ts';

const ORGANS = {
  city: { path: 'c/', kind: 'cityGovernment' },
  cityOffice: { path: 'c/o/', kind: 'governmentOrgan' },
  county: { path: 'c/e/', kind: 'countyGovernment' },
  countyOffice: { path: 'c/e/o/', kind: 'governmentOrgan' },
  bureau: { path: 'c/e/b/', kind: 'department' },
  branch: { path: 'c/e/b/s/', kind: 'department' },
  township: { path: 'c/e/t/', kind: 'township' },
  village: { path: 'c/e/t/v/', kind: 'village' },
  bareCounty: { path: 'c/w/', kind: 'countyGovernment' },
  bareBureau: { path: 'c/w/b/', kind: 'department' },
} as const satisfies Readonly<Record<string, RoutedOrgan>>;

it.each([
  ['village', 'c/e/t/'],
  ['township', 'c/e/o/'],
  ['bureau', 'c/e/o/'],
  ['branch', 'c/e/o/'],
  // The office is not its own judge, nor that of its government.
  ['countyOffice', 'c/o/'],
  ['county', 'c/o/'],
  ['bareCounty', 'c/o/'],
  ['bareBureau', 'c/w/'],
  ['city', null],
  ['cityOffice', null],
] as const)('a complaint about the %s goes to %s', (unit, wanted) => {
  expect(handlerOf(ORGANS[unit], Object.values(ORGANS))?.path ?? null).toBe(wanted);
});

it('an office supervises everything below its government but that and itself', () => {
  const office = { path: 'c/e/o/', jurisdiction: 'c/e/' };
  const reached = Object.values(ORGANS).filter(({ path }) => supervises(office, path));
  expect(reached.map(({ path }) => path)).toEqual(['c/e/b/', 'c/e/b/s/', 'c/e/t/', 'c/e/t/v/']);
  expect(supervises({ path: 'c/e/t/', jurisdiction: 'c/e/t/' }, 'c/e/t/v/')).toBe(true);
});
