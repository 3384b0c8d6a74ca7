import type { ApplicantDetails } from '@zhaoshi/domain/application/application-form';
import { maskName } from '@zhaoshi/domain/application/masks';
import { foldForSearch } from '@zhaoshi/domain/search/fold';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';

const plain = (value: string): string => foldForSearch(value).replaceAll(/[\s-]/g, '');

/** Finds an applicant by a whole name, identity number or phone, whichever it is. */
export const applicantHash = (box: SecretBox, value: string): string =>
  box.keyedHash(plain(value), 'applicant');

/** The same of what may be missing. */
export const hashOfGiven = (box: SecretBox, value: string | null): string | null =>
  value === null || plain(value) === '' ? null : applicantHash(box, value);

const applicantPurpose = (applicantId: string): string => `applicant/${applicantId}`;

/** What surely names one person or organisation: its identity number or code, else name and phone together. */
async function findSame(
  transaction: Transaction<Schema>,
  { regionId, organId }: OrganIds,
  hashes: ApplicantHashes,
): Promise<string | null> {
  const { name, identity, phone } = hashes;
  if (identity === null && phone === null) return null;
  const found = await transaction
    .selectFrom('applicant')
    .select('applicant_id')
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('name_hash', '=', name)
    .where((eb) =>
      identity === null
        ? eb.and([eb('identity_hash', 'is', null), eb('phone_hash', '=', phone)])
        : eb('identity_hash', '=', identity),
    )
    .orderBy('applicant_id')
    .executeTakeFirst();
  return found?.applicant_id ?? null;
}

export interface ApplicantHashes {
  readonly name: string;
  readonly identity: string | null;
  readonly phone: string | null;
}

export const applicantHashes = (box: SecretBox, details: ApplicantDetails): ApplicantHashes => ({
  name: applicantHash(box, details.name),
  identity: hashOfGiven(box, details.identityNumber ?? details.creditCode),
  phone: hashOfGiven(box, details.phone),
});

/** Written by `applicantRow` only, from a value of that type. */
export const openApplicant = (
  box: SecretBox,
  { applicant_id, sealed }: { readonly applicant_id: string; readonly sealed: string },
): ApplicantDetails => JSON.parse(box.open(sealed, applicantPurpose(applicant_id))) as ApplicantDetails;

/** The columns that say who an applicant is. */
export const applicantRow = (
  box: SecretBox,
  applicantId: string,
  details: ApplicantDetails,
  hashes: ApplicantHashes,
) => ({
  kind: details.kind,
  sealed: box.seal(JSON.stringify(details), applicantPurpose(applicantId)),
  masked_name: maskName(details.name, details.kind === 'naturalPerson'),
  name_hash: hashes.name,
  identity_hash: hashes.identity,
  phone_hash: hashes.phone,
});

/** The applicant's record in the organ: the one that is there, brought up to date, or a new one. */
export async function keepApplicant(
  transaction: Transaction<Schema>,
  organ: OrganIds,
  details: ApplicantDetails,
  { box, newId }: { readonly box: SecretBox; readonly newId: () => string },
): Promise<string> {
  const hashes = applicantHashes(box, details);
  const known = await findSame(transaction, organ, hashes);
  const applicantId = known ?? newId();
  const row = applicantRow(box, applicantId, details, hashes);
  if (known === null) {
    await transaction
      .insertInto('applicant')
      .values({ region_id: organ.regionId, organ_id: organ.organId, applicant_id: applicantId, ...row })
      .execute();
  } else {
    await transaction
      .updateTable('applicant')
      .set(row)
      .where('region_id', '=', organ.regionId)
      .where('applicant_id', '=', applicantId)
      .execute();
  }
  return applicantId;
}
