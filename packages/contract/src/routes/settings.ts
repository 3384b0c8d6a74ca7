import { SETTING_KEYS, type SettingKey } from '@zhaoshi/domain/setting/catalogue';
import { SETTING_GROUPS, type SettingGroup } from '@zhaoshi/domain/setting/setting';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, organKey, organParams, version } from '../fields.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const settingKey = z.enum(SETTING_KEYS as [SettingKey, ...SettingKey[]]);

export const setting = z
  .object({
    key: settingKey,
    title: z.string(),
    help: z.string(),
    group: z.enum(Object.keys(SETTING_GROUPS) as [SettingGroup, ...SettingGroup[]]),
    groupTitle: z.string(),
    /** How the value is entered. */
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('number'), least: z.number(), most: z.number() }),
      z.object({ kind: z.literal('switch') }),
      z.object({ kind: z.literal('text'), longest: z.number() }),
      z.object({ kind: z.literal('choice'), options: z.array(z.string()).readonly() }),
    ]),
    defaultValue: value,
    /** How sure the default is: the law, local practice, or 待确认. */
    confidence: z.enum(['confirmed', 'local', 'unconfirmed']),
    source: z.string(),
    /** What holds for the organ. */
    value,
    /** The organ whose choice holds; `null` for the default. */
    chosenBy: z.object({ ...organKey, name: z.string(), isSelf: z.boolean() }).nullable(),
    /** What would hold if the organ had chosen nothing. */
    inherited: z.object({
      value,
      chosenBy: z.object({ ...organKey, name: z.string() }).nullable(),
    }),
    /** For `If-Match` of this setting; 1 where the organ chose nothing. */
    version,
    abilities,
  })
  .meta({ id: 'Setting' });

const params = organParams.extend({ key: settingKey });

export const settingRoutes = {
  list: defineRoute({
    id: 'setting.list',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/settings',
    summary: '一个机关的全部设置：现用值、由谁设定、默认值和依据',
    permission: 'setting.read',
    params: organParams,
    response: z.object({ items: z.array(setting) }),
    problems: ['not-found'],
  }),
  set: defineRoute({
    id: 'setting.set',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/settings/:key',
    summary: '为本机关及下级机关设定一个值',
    permission: 'setting.edit',
    audit: 'setting.edit',
    params,
    body: z.strictObject({ value }),
    response: setting,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
  clear: defineRoute({
    id: 'setting.clear',
    method: 'DELETE',
    path: '/api/organs/:regionId/:organId/settings/:key',
    summary: '取消本机关的设定，改用上级的设定或默认值',
    permission: 'setting.edit',
    audit: 'setting.edit',
    params,
    response: setting,
    ifMatch: true,
    versioned: true,
    problems: ['not-found'],
  }),
};
