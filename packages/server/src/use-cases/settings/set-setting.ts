import type { Rejection } from '@zhaoshi/contract/problems';
import { err, type Result } from '@zhaoshi/domain/kernel/result';
import { SETTINGS, type SettingKey } from '@zhaoshi/domain/setting/catalogue';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { changeSetting, nextVersion } from './change-setting.ts';
import type { ShownSetting } from './show-settings.ts';

/** Chooses a value for an organ and, where they choose nothing themselves, for the organs below it. */
export async function setSetting(
  context: ChangeContext,
  { value, ...command }: OrganIds & { readonly key: SettingKey; readonly value: unknown },
): Promise<Result<ShownSetting, Rejection>> {
  const parsed = SETTINGS[command.key].parse(value);
  if (!parsed.ok) {
    return err({ code: 'invalid', errors: [{ pointer: '/value', message: parsed.error }] });
  }
  const chosen = JSON.stringify(parsed.value);
  return await changeSetting(context, command, async (transaction, organ, expectedVersion) => {
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
    return saved !== undefined;
  });
}
