import { withoutIdentityNumber, withoutIdentityNumbers } from '@zhaoshi/domain/application/identity-erasure';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { ErasureKind } from '../../db/schema/erasure.ts';
import type { Schema } from '../../db/schema.ts';
import { applicantHashes, applicantRow, openApplicant } from '../../use-cases/applications/applicants.ts';
import { openForm, sealForm } from '../../use-cases/applications/show-case.ts';
import { sealComplainant } from '../../use-cases/complaints/complaint-seal.ts';
import { openVoice, sealVoice } from '../../use-cases/voice/voice-seal.ts';

/** Something whose personal data are gone for good: ids alone. */
export interface Erasure {
  readonly regionId: string;
  readonly kind: ErasureKind;
  readonly subjectId: string;
  readonly erasedAt: Date;
}

type Subject = Pick<Erasure, 'regionId' | 'subjectId'>;

/** Tables that refer to a sealed file, each before what it refers to itself; a test holds it against the catalogue. */
export const FILE_REFERENCES = [
  { table: 'application_redaction', column: 'source_file_id' },
  { table: 'application_redaction', column: 'file_id' },
  { table: 'application_file', column: 'file_id' },
  { table: 'record_amendment_file', column: 'file_id' },
  { table: 'dispute_file', column: 'file_id' },
  { table: 'complaint_file', column: 'file_id' },
] as const;

/** With the row goes the key of its bytes: wherever they still lie, nobody opens them any more. */
async function eraseFile(
  transaction: Transaction<Schema>,
  { regionId, subjectId }: Subject,
): Promise<string | null> {
  for (const { table, column } of FILE_REFERENCES) {
    await transaction
      .deleteFrom(table)
      .where('region_id', '=', regionId)
      .where(transaction.dynamic.ref<string>(column), '=', subjectId)
      .execute();
  }
  const removed = await transaction
    .deleteFrom('file')
    .where('region_id', '=', regionId)
    .where('file_id', '=', subjectId)
    .returning('storage_key')
    .executeTakeFirst();
  return removed?.storage_key ?? null;
}

async function eraseOnForm(
  transaction: Transaction<Schema>,
  box: SecretBox,
  { regionId, subjectId }: Subject,
): Promise<void> {
  const row = await transaction
    .selectFrom('application')
    .select(['application_id', 'sealed'])
    .where('region_id', '=', regionId)
    .where('application_id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  await transaction
    .updateTable('application')
    .set({ sealed: sealForm(box, subjectId, withoutIdentityNumbers(openForm(box, row))) })
    .where('region_id', '=', regionId)
    .where('application_id', '=', subjectId)
    .execute();
}

/** Number and the hash that finds it; name and contacts stay with the cases. */
async function eraseInRecord(
  transaction: Transaction<Schema>,
  box: SecretBox,
  { regionId, subjectId }: Subject,
): Promise<void> {
  const row = await transaction
    .selectFrom('applicant')
    .select(['applicant_id', 'sealed'])
    .where('region_id', '=', regionId)
    .where('applicant_id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const details = withoutIdentityNumber(openApplicant(box, row));
  await transaction
    .updateTable('applicant')
    .set(applicantRow(box, subjectId, details, applicantHashes(box, details)))
    .where('region_id', '=', regionId)
    .where('applicant_id', '=', subjectId)
    .execute();
}

/** Name and contact of whoever said it; what was said and answered stays. */
async function eraseInVoice(
  transaction: Transaction<Schema>,
  box: SecretBox,
  { regionId, subjectId }: Subject,
): Promise<void> {
  const row = await transaction
    .selectFrom('public_voice')
    .select(['voice_id', 'sealed'])
    .where('region_id', '=', regionId)
    .where('voice_id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const content = { ...openVoice(box, row), name: '', contact: '' };
  await transaction
    .updateTable('public_voice')
    .set({ sealed: sealVoice(box, subjectId, content) })
    .where('region_id', '=', regionId)
    .where('voice_id', '=', subjectId)
    .execute();
}

/** Name and contact of a complainant; that there was a name, the words and what came of them stay. */
async function eraseInComplaint(
  transaction: Transaction<Schema>,
  box: SecretBox,
  { regionId, subjectId }: Subject,
): Promise<void> {
  await transaction
    .updateTable('complaint')
    .set({
      sealed_complainant: sealComplainant(box, subjectId, { name: '', contact: '' }),
      // The application leads to whoever made it.
      application_number: '',
    })
    .where('region_id', '=', regionId)
    .where('complaint_id', '=', subjectId)
    .where('sealed_complainant', 'is not', null)
    .execute();
}

/**
 * Puts an erasure on the list and carries it out, in one transaction; once more does no harm.
 *
 * @param box `null` when the key is lost: then what it sealed is gone already
 * @returns the key under which the storage still has the file's bytes, to be removed after the commit
 */
export async function erase(
  transaction: Transaction<Schema>,
  box: SecretBox | null,
  { regionId, kind, subjectId, erasedAt }: Erasure,
): Promise<string | null> {
  await transaction
    .insertInto('erasure')
    .values({ region_id: regionId, kind, subject_id: subjectId, erased_at: erasedAt })
    .onConflict((conflict) => conflict.columns(['region_id', 'kind', 'subject_id']).doNothing())
    .execute();
  if (kind === 'file') return await eraseFile(transaction, { regionId, subjectId });
  if (box === null) return null;
  if (kind === 'form') await eraseOnForm(transaction, box, { regionId, subjectId });
  else if (kind === 'voice') {
    // A complaint is also something that the public says; its id is that of no other voice.
    await eraseInVoice(transaction, box, { regionId, subjectId });
    await eraseInComplaint(transaction, box, { regionId, subjectId });
  } else await eraseInRecord(transaction, box, { regionId, subjectId });
  return null;
}
