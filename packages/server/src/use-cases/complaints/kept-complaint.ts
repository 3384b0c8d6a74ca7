import type { Rejection } from '@zhaoshi/contract/problems';
import type { ComplaintContent } from '@zhaoshi/domain/oversight/complaint-form';
import { sql, type Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { type ComplaintReceipt, complaintCodeHash } from './complaint-receipt.ts';
import { openBoxed, openText } from './complaint-seal.ts';

/** Somebody went back, wrote another complaint on the same page and sent it: it is not lost without a word. */
export const SENT_ANOTHER: Rejection = {
  code: 'state-refuses',
  detail:
    '这一页刚才已经提交过一件投诉，这次的内容与那一件不同，还没有接收；填写的内容已保留，请再次提交，作为另一件投诉。',
};

type Told = Pick<ComplaintContent, 'kind' | 'text'> & {
  readonly unit: OrganIds;
  readonly isNamed: boolean;
  /** How many. */
  readonly photos: number;
};

const alike = (one: Told, other: Told): boolean =>
  one.kind === other.kind &&
  one.text === other.text &&
  one.unit.organId === other.unit.organId &&
  one.isNamed === other.isNamed &&
  one.photos === other.photos;

/**
 * What the form of a receipt has sent before: nothing, the same (it was pressed twice), or another complaint. Whoever asks
 * the same at once waits until the transaction is over.
 */
export async function keptOf(
  transaction: Transaction<Schema>,
  { box, receipt }: { readonly box: SecretBox; readonly receipt: ComplaintReceipt },
  told: Told,
): Promise<'nothing' | 'same' | 'another'> {
  const codeHash = complaintCodeHash(box, receipt.code);
  await oneAtATime(transaction, `complaint/${codeHash}`);
  const boxed = await transaction
    .selectFrom('complaint_box')
    .select(['complaint_id', 'sealed'])
    .where('query_code_hash', '=', codeHash)
    .executeTakeFirst();
  if (boxed !== undefined) {
    const { kind, text, unitRegionId: regionId, unitId: organId, photos = [] } = openBoxed(box, boxed);
    const lying = { kind, text, unit: { regionId, organId }, isNamed: false, photos: photos.length };
    return alike(lying, told) ? 'same' : 'another';
  }
  const row = await transaction
    .selectFrom('complaint')
    .select(['complaint_id', 'sealed', 'sealed_complainant', 'kind', 'unit_region_id', 'unit_id'])
    .select(
      sql<number>`(select count(*)::int from complaint_file f where f.region_id = complaint.region_id
        and f.complaint_id = complaint.complaint_id)`.as('photos'),
    )
    .where('query_code_hash', '=', codeHash)
    .executeTakeFirst();
  if (row === undefined) return 'nothing';
  const { kind, unit_region_id: regionId, unit_id: organId, sealed_complainant: complainant } = row;
  const unit = { regionId, organId };
  const kept = { kind, text: openText(box, row), unit, isNamed: complainant !== null, photos: row.photos };
  return alike(kept, told) ? 'same' : 'another';
}
