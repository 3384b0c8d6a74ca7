import type { settingRoutes } from '@zhaoshi/contract/routes/settings';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { SETTINGS } from '@zhaoshi/domain/setting/catalogue';
import { SETTING_GROUPS, type SettingDefinition } from '@zhaoshi/domain/setting/setting';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { clearSetting } from '../../use-cases/settings/clear-setting.ts';
import { setSetting } from '../../use-cases/settings/set-setting.ts';
import { type ShownSetting, showSettings } from '../../use-cases/settings/show-settings.ts';
import { type CallContext, type Handlers, presentResult } from './handler.ts';

function present({ key, value, chosenBy, isOwn, inherited, version }: ShownSetting, abilities: Permission[]) {
  const definition: SettingDefinition = SETTINGS[key];
  const { title, help, group, defaultValue, confidence, source, parse } = definition;
  return {
    key,
    title,
    help,
    group,
    groupTitle: SETTING_GROUPS[group],
    input: parse.input,
    defaultValue,
    confidence,
    source,
    value,
    chosenBy: chosenBy && { ...chosenBy, isSelf: isOwn },
    inherited,
    version,
    abilities,
  };
}

/** What the caller may do to the organ's settings; nothing when it is gone. */
async function abilitiesFor(context: CallContext, ids: OrganIds): Promise<Permission[]> {
  const organ = await findOrgan(context.database, ids);
  return organ === undefined ? [] : context.abilities(organ.path);
}

export const settingHandlers: Handlers<typeof settingRoutes> = {
  list: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const abilities = context.abilities(organ.path);
    const settings = await showSettings(context.database, organ);
    return ok({ items: settings.map((shown) => present(shown, abilities)) });
  },
  set: async (context, { params, body }) => {
    const result = await setSetting(context, { ...params, value: body.value });
    const abilities = await abilitiesFor(context, params);
    return presentResult(result, (shown) => present(shown, abilities));
  },
  clear: async (context, { params }) => {
    const result = await clearSetting(context, params);
    const abilities = await abilitiesFor(context, params);
    return presentResult(result, (shown) => present(shown, abilities));
  },
};
