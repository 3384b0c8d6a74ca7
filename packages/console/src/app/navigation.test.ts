import { PERMISSIONS, type Permission } from '@zhaoshi/domain/permission/permissions';
import { expect, it } from 'vitest';
import { navigationFor, openAtFirst } from './navigation.ts';

const ALL = Object.keys(PERMISSIONS) as Permission[];

const shown = (abilities: readonly Permission[]): number => {
  const groups = navigationFor(abilities);
  const open = openAtFirst(groups);
  return groups.reduce((sum, { label, items }) => sum + 1 + (open.includes(label) ? items.length : 0), 0);
};

it('shows every heading on the first screen, whoever the person is', () => {
  expect(shown(ALL)).toBeLessThanOrEqual(19);
  expect(openAtFirst(navigationFor(ALL))).toEqual(['工作', '依申请公开', '主动公开']);
});

it('folds nothing for whoever sees little', () => {
  const groups = navigationFor(['todo.read', 'document.read', 'calendar.read']);
  expect(openAtFirst(groups)).toEqual(groups.map(({ label }) => label));
});

it('leaves out groups of which nothing may be seen', () => {
  expect(navigationFor(['todo.read']).map(({ label }) => label)).toEqual(['工作']);
});
