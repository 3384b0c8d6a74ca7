import type { ApplicantDetails } from '@zhaoshi/domain/application/application-form';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../../adapters/secret-box/secret-box.ts';
import type { OrganIds } from '../../../db/queries/organs.ts';
import type { Schema } from '../../../db/schema.ts';
import { type ApplicantHashes, applicantHashes, applicantRow } from '../applicants.ts';
import { inChunks } from './in-chunks.ts';

/** What surely names one person or organisation, as `keepApplicant` has it; `null`: nothing does. */
const keyOf = ({ name, identity, phone }: ApplicantHashes): string | null => {
  if (identity !== null) return `${name} i ${identity}`;
  return phone === null ? null : `${name} p ${phone}`;
};

async function knownApplicants(
  transaction: Transaction<Schema>,
  { regionId, organId }: OrganIds,
  names: readonly string[],
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  const rows = await transaction
    .selectFrom('applicant')
    .select(['applicant_id', 'name_hash', 'identity_hash', 'phone_hash'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('name_hash', 'in', names)
    .orderBy('applicant_id', 'desc')
    .execute();
  for (const { applicant_id, name_hash, identity_hash, phone_hash } of rows) {
    const key = keyOf({ name: name_hash, identity: identity_hash, phone: phone_hash });
    if (key !== null) known.set(key, applicant_id);
  }
  return known;
}

/**
 * Applicants of imported cases, each entered once. Whom the register knows already is left as it is: an old register
 * does not say better who somebody is today.
 *
 * @returns the applicants' ids in the order of the details
 */
export async function keepImportedApplicants(
  transaction: Transaction<Schema>,
  organ: OrganIds,
  all: readonly ApplicantDetails[],
  { box, newId }: { readonly box: SecretBox; readonly newId: () => string },
): Promise<readonly string[]> {
  const hashed = all.map((details) => ({ details, hashes: applicantHashes(box, details) }));
  const known = await knownApplicants(transaction, organ, [
    ...new Set(hashed.map(({ hashes }) => hashes.name)),
  ]);
  const added: Schema['applicant'][] = [];
  const ids = hashed.map(({ details, hashes }) => {
    const key = keyOf(hashes);
    const same = key === null ? undefined : known.get(key);
    if (same !== undefined) return same;
    const applicantId = newId();
    if (key !== null) known.set(key, applicantId);
    added.push({
      region_id: organ.regionId,
      organ_id: organ.organId,
      applicant_id: applicantId,
      ...applicantRow(box, applicantId, details, hashes),
    });
    return applicantId;
  });
  await inChunks(added, async (rows) => {
    await transaction.insertInto('applicant').values(rows).execute();
  });
  return ids;
}
