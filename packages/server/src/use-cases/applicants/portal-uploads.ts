import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { sql, type Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ApplicantContext } from './draft.ts';

const MEBIBYTE = 1024 * 1024;
const WHOLE_PORTAL = 'portal';

/** What else can be done: the channels that may not be refused (条例29; 国办公开办函〔2017〕19号). */
const OTHERWISE = '已经填写的内容保留。请明天再上传；不便等待的，可以按机关公布的地址当面或者邮寄提交。';

/** The network as the table has it. */
const askerOf = (box: SecretBox, day: CivilDate, network: string): string =>
  box.keyedHash(JSON.stringify([day, network]), 'portal-upload');

/**
 * Why nothing more is taken in today from this network, in words; `null` while there is room. Asked before a byte is
 * read: uploads that run at the same moment go past the cap by no more than themselves.
 *
 * @param network of the caller, as `networkOf` has it
 */
export async function refuseUpload(
  {
    database,
    now,
    services,
  }: ApplicantContext & { readonly services: Pick<Services, 'files' | 'secretBox'> },
  network: string,
): Promise<string | null> {
  const { portalDailyBytes, networkDailyBytes } = services.files;
  const day = civilDateAt(now());
  const asker = askerOf(services.secretBox, day, network);
  const rows = await database
    .selectFrom('portal_upload')
    .select(['asker', 'bytes'])
    .where('day', '=', day)
    .where('asker', 'in', [WHOLE_PORTAL, asker])
    .execute();
  const usedBy = (who: string): number => rows.find((row) => row.asker === who)?.bytes ?? 0;
  if (usedBy(asker) >= networkDailyBytes) {
    return `今天从这个网络地址上传的文件合计已达 ${Math.floor(networkDailyBytes / MEBIBYTE)} MB，这个文件没有接收，${OTHERWISE}`;
  }
  return usedBy(WHOLE_PORTAL) >= portalDailyBytes
    ? `今天本网站接收的文件已达上限，这个文件没有接收，${OTHERWISE}`
    : null;
}

/** Counts a file that was taken in; what earlier days counted goes with it. */
export async function countUpload(
  transaction: Transaction<Schema>,
  { now, services }: ApplicantContext,
  { network, bytes }: { readonly network: string; readonly bytes: number },
): Promise<void> {
  const day = civilDateAt(now());
  await transaction.deleteFrom('portal_upload').where('day', '<', day).execute();
  await transaction
    .insertInto('portal_upload')
    .values([askerOf(services.secretBox, day, network), WHOLE_PORTAL].map((asker) => ({ day, asker, bytes })))
    .onConflict((conflict) =>
      conflict.columns(['day', 'asker']).doUpdateSet({ bytes: sql`portal_upload.bytes + excluded.bytes` }),
    )
    .execute();
}
