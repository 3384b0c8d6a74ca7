import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isTop } from '@zhaoshi/domain/permission/can';
import { SETTINGS, type SettingKey } from '@zhaoshi/domain/setting/catalogue';
import type { SettingDefinition } from '@zhaoshi/domain/setting/setting';
import { asStrictAs } from '@zhaoshi/domain/setting/strictness';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { changeSetting, nextVersion } from './change-setting.ts';
import { type ShownSetting, showOneSetting } from './show-settings.ts';

const wrong = (message: string) =>
  err<Rejection>({ code: 'invalid', errors: [{ pointer: '/value', message }] });

/** Chooses a value for an organ and, where they choose nothing themselves, for the organs below it. */
export async function setSetting(
  context: ChangeContext,
  { value, ...command }: OrganIds & { readonly key: SettingKey; readonly value: unknown },
): Promise<Result<ShownSetting, Rejection>> {
  const { parse, stricter }: SettingDefinition = SETTINGS[command.key];
  const parsed = parse(value);
  if (!parsed.ok) return wrong(parsed.error);
  const chosen = JSON.stringify(parsed.value);
  return await changeSetting(context, command, async (transaction, organ, expectedVersion) => {
    if (stricter !== undefined && !isTop(organ.path)) {
      const { inherited } = await showOneSetting(transaction, organ, command.key);
      const strict = asStrictAs(stricter, parsed.value, inherited.value);
      if (!strict.ok) return wrong(strict.error);
    }
    const changed = { value: chosen, version: nextVersion, changed_at: context.now() };
    const saved =
      expectedVersion === 1
        ? await transaction
            .insertInto('setting')
            .values({
              region_id: organ.region_id,
              organ_id: organ.organ_id,
              key: command.key,
              ...changed,
            })
            .onConflict((conflict) => conflict.columns(['region_id', 'organ_id', 'key']).doNothing())
            .returning('key')
            .executeTakeFirst()
        : await transaction
            .updateTable('setting')
            .set(changed)
            .where('region_id', '=', organ.region_id)
            .where('organ_id', '=', organ.organ_id)
            .where('key', '=', command.key)
            .where('version', '=', expectedVersion)
            .returning('key')
            .executeTakeFirst();
    return ok(saved !== undefined);
  });
}
