import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import { PERMISSIONS, type Permission } from '@zhaoshi/domain/permission/permissions';
import { expect, it } from 'vitest';
import { navigationFor, openAtFirst } from './navigation.ts';

const ALL = Object.keys(PERMISSIONS) as Permission[];

const shown = (abilities: readonly Permission[], kind: TreeKind): number => {
  const groups = navigationFor(abilities, kind);
  const open = openAtFirst(groups);
  return groups.reduce((sum, { label, items }) => sum + 1 + (open.includes(label) ? items.length : 0), 0);
};

it('shows every heading on the first screen, whoever the person is', () => {
  expect(shown(ALL, 'department')).toBeLessThanOrEqual(19);
  expect(openAtFirst(navigationFor(ALL, 'department'))).toEqual(['工作', '依申请公开', '主动公开']);
});

it('folds nothing for whoever sees little', () => {
  const groups = navigationFor(['todo.read', 'document.read', 'calendar.read'], null);
  expect(openAtFirst(groups)).toEqual(groups.map(({ label }) => label));
});

it('leaves out groups of which nothing may be seen', () => {
  expect(navigationFor(['todo.read'], null).map(({ label }) => label)).toEqual(['工作']);
});

it('shows a village its own affairs, a township those of its villages, and a department neither', () => {
  const entries = (kind: TreeKind) =>
    navigationFor(ALL, kind)
      .filter(({ label }) => label === '村务公开')
      .flatMap(({ items }) => items.map(({ label }) => label));
  expect(entries('village')).toEqual(['公布村务', '已公布的村务', '村民提问']);
  expect(entries('township')).toEqual(['各村公布情况']);
  expect(entries('department')).toEqual([]);
});
