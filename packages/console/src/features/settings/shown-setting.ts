import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { settingRoutes } from '@zhaoshi/contract/routes/settings';

/** A setting as it stands for an organ. */
export type ShownSetting = RouteOutput<typeof settingRoutes.list>['items'][number];

/** A value as people read it. */
export function shownValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : '（空）';
}

/** Which settings the list shows. */
export type Scope = 'all' | 'own' | 'unconfirmed';

/** The settings that a search and a scope leave, in their order. */
export function foundSettings(
  settings: readonly ShownSetting[],
  search: string,
  scope: Scope,
): readonly ShownSetting[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  return settings.filter((setting) => {
    if (scope === 'own' && setting.chosenBy?.isSelf !== true) return false;
    if (scope === 'unconfirmed' && setting.confidence !== 'unconfirmed') return false;
    const { title, help, groupTitle, source, key, value } = setting;
    const text = [title, help, groupTitle, source, key, shownValue(value)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
