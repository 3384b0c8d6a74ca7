import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isChosenAt, SETTINGS, type SettingKey } from '@zhaoshi/domain/setting/catalogue';
import { sql, type Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { findSetting } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { type ShownSetting, showOneSetting } from './show-settings.ts';

/** Does the write of a change when it may be and the version still is the expected one; tells whether it was. */
export type WriteSetting = (
  transaction: Transaction<Schema>,
  organ: OrganRow,
  expectedVersion: number,
) => Promise<Result<boolean, Rejection>>;

/** The next number of the row that all settings share. */
export const nextVersion = sql<number>`nextval('setting_version')::integer`;

/** Runs one change of an organ's choice, with its check of the version and its trace. */
export async function changeSetting(
  { change, reaches, expectedVersion }: ChangeContext,
  { regionId, organId, key }: OrganIds & { readonly key: SettingKey },
  write: WriteSetting,
): Promise<Result<ShownSetting, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path) || !isChosenAt(key, organ.path)) {
      return err({ code: 'not-found' });
    }
    const before = await findSetting(transaction, { regionId, organId }, key);
    const written = await write(transaction, organ, expectedVersion);
    if (!written.ok) return written;
    if (!written.value) {
      return err({ code: 'stale', current: await showOneSetting(transaction, organ, key) });
    }
    // These stand on every page of the portal.
    if (SETTINGS[key].group === 'site' || key === 'voice.questionKinds')
      await announcePublication(transaction);
    const shown = await showOneSetting(transaction, organ, key);
    return ok({
      value: shown,
      subject: `setting/${key}`,
      organPath: organ.path,
      details: {
        before: before === undefined ? '（未设定）' : JSON.stringify(before.value),
        after: shown.isOwn ? JSON.stringify(shown.value) : '（未设定）',
      },
    });
  });
}
