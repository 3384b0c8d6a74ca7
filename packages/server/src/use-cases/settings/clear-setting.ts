import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SettingKey } from '@zhaoshi/domain/setting/catalogue';
import type { OrganIds } from '../../db/queries/organs.ts';
import { findSetting } from '../../db/queries/settings.ts';
import type { ChangeContext } from '../context.ts';
import { changeSetting } from './change-setting.ts';
import type { ShownSetting } from './show-settings.ts';

/** Takes back an organ's own choice: what is chosen above it holds again, or the default. */
export async function clearSetting(
  context: ChangeContext,
  command: OrganIds & { readonly key: SettingKey },
): Promise<Result<ShownSetting, Rejection>> {
  return await changeSetting(context, command, async (transaction, organ, expectedVersion) => {
    const removed = await transaction
      .deleteFrom('setting')
      .where('region_id', '=', organ.region_id)
      .where('organ_id', '=', organ.organ_id)
      .where('key', '=', command.key)
      .where('version', '=', expectedVersion)
      .executeTakeFirst();
    if (removed.numDeletedRows > 0n) return ok(true);
    // Nothing was chosen, and nothing is: that is what was asked for.
    const { regionId, organId, key } = command;
    return ok(
      expectedVersion === 1 && (await findSetting(transaction, { regionId, organId }, key)) === undefined,
    );
  });
}
