import type { settingRoutes } from '@zhaoshi/contract/routes/settings';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { can } from '@zhaoshi/domain/permission/can';
import { SETTINGS } from '@zhaoshi/domain/setting/catalogue';
import { SETTING_GROUPS, type SettingDefinition } from '@zhaoshi/domain/setting/setting';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { clearSetting } from '../../use-cases/settings/clear-setting.ts';
import { setSetting } from '../../use-cases/settings/set-setting.ts';
import { type ShownSetting, showSettings } from '../../use-cases/settings/show-settings.ts';
import { type CallContext, type Handlers, presentResult } from './handler.ts';

function present({ key, value, chosenBy, isOwn, inherited, version }: ShownSetting, canEdit: boolean) {
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
    canEdit,
  };
}

async function mayEdit(context: CallContext, ids: OrganIds): Promise<boolean> {
  const organ = await findOrgan(context.database, ids);
  return organ !== undefined && can(context.caller.actor, 'setting.edit', organ.path);
}

export const settingHandlers: Handlers<typeof settingRoutes> = {
  list: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const canEdit = can(context.caller.actor, 'setting.edit', organ.path);
    const settings = await showSettings(context.database, organ);
    return ok({ items: settings.map((shown) => present(shown, canEdit)) });
  },
  set: async (context, { params, body }) => {
    const result = await setSetting(context, { ...params, value: body.value });
    const canEdit = await mayEdit(context, params);
    return presentResult(result, (shown) => present(shown, canEdit));
  },
  clear: async (context, { params }) => {
    const result = await clearSetting(context, params);
    const canEdit = await mayEdit(context, params);
    return presentResult(result, (shown) => present(shown, canEdit));
  },
};
