import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type NoticePreference, USUAL_PREFERENCE } from '@zhaoshi/domain/notification/notice-times';
import type { Selectable } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { findPreference } from '../../db/queries/notices.ts';
import type { NoticeSchema } from '../../db/schema/notice.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';

type PreferenceRow = Selectable<NoticeSchema['notice_preference']>;

/** Where a person is written to; empty: nowhere. */
export interface NoticeAddresses {
  readonly address: string;
  readonly mobile: string;
}

const mailPurpose = (accountId: string): string => `noticeAddress/${accountId}`;
const mobilePurpose = (accountId: string): string => `noticeMobile/${accountId}`;

/** The times of a row, or the usual ones. */
export const timesOf = (row: PreferenceRow | undefined): NoticePreference =>
  row === undefined
    ? USUAL_PREFERENCE
    : {
        delivery: row.delivery,
        digestAt: row.digest_at,
        quietFrom: row.quiet_from,
        quietUntil: row.quiet_until,
      };

const opened = (box: Pick<SecretBox, 'open'>, sealed: string | null, purpose: string): string =>
  sealed === null ? '' : box.open(sealed, purpose);

/** The mail address and the mobile of a row. */
export const addressesOf = (
  box: Pick<SecretBox, 'open'>,
  row: Pick<PreferenceRow, 'account_id' | 'sealed_address' | 'sealed_mobile'> | undefined,
): NoticeAddresses =>
  row === undefined
    ? { address: '', mobile: '' }
    : {
        address: opened(box, row.sealed_address, mailPurpose(row.account_id)),
        mobile: opened(box, row.sealed_mobile, mobilePurpose(row.account_id)),
      };

/** Keeps how the person wants to be told; what was told before any address was given is sent nowhere. */
export async function setPreference(
  {
    caller: { accountId },
    change,
    now,
    services: { secretBox },
  }: ChangeContext & {
    readonly services: Pick<Services, 'secretBox'>;
  },
  { address, mobile, ...times }: NoticePreference & NoticeAddresses,
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const before = await findPreference(transaction, accountId);
    const row = {
      delivery: times.delivery,
      digest_at: times.digestAt,
      quiet_from: times.quietFrom,
      quiet_until: times.quietUntil,
      sealed_address: address === '' ? null : secretBox.seal(address, mailPurpose(accountId)),
      sealed_mobile: mobile === '' ? null : secretBox.seal(mobile, mobilePurpose(accountId)),
      sent_since: address === '' && mobile === '' ? null : (before?.sent_since ?? now()),
    };
    await transaction
      .insertInto('notice_preference')
      .values({ account_id: accountId, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute();
    return ok({
      value: null,
      subject: `account/${accountId}`,
      details: { after: { delivery: times.delivery, byMail: address !== '', bySms: mobile !== '' } },
    });
  });
}
