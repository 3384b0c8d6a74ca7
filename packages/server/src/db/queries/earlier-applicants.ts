import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { IS_OPEN } from './open-application.ts';
import type { OrganIds } from './organs.ts';

/** Keyed hashes of what may name an applicant. */
export interface ApplicantHashes {
  readonly identity: string | null;
  /** Name and phone together name one; a phone alone may be shared. */
  readonly name: string | null;
  readonly phone: string | null;
}

/** Applicants whom the organ has had before, with how many cases and the last of them; the surest first. */
export async function earlierApplicants(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  { identity, name, phone }: ApplicantHashes,
) {
  if (identity === null && (name === null || phone === null)) return [];
  return await database
    .selectFrom('applicant')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('application')
          .select((counted) => [
            counted.fn.countAll<number>().as('cases'),
            sql<number>`count(*) filter (where ${IS_OPEN})`.as('open'),
          ])
          .whereRef('application.region_id', '=', 'applicant.region_id')
          .whereRef('application.applicant_id', '=', 'applicant.applicant_id')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('application')
          .select(['application_id', 'registration_number', 'summary', 'status', 'receipt_date'])
          .whereRef('application.region_id', '=', 'applicant.region_id')
          .whereRef('application.applicant_id', '=', 'applicant.applicant_id')
          .orderBy('entered_at', 'desc')
          .orderBy('application_id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'applicant.masked_name',
      'applicant.identity_hash',
      'counts.cases',
      'counts.open',
      'last.application_id',
      'last.registration_number',
      'last.summary',
      'last.status',
      'last.receipt_date',
    ])
    .where('applicant.region_id', '=', regionId)
    .where('applicant.organ_id', '=', organId)
    .where((eb) =>
      eb.or([
        ...(identity === null ? [] : [eb('applicant.identity_hash', '=', identity)]),
        ...(name === null || phone === null
          ? []
          : [eb.and([eb('applicant.name_hash', '=', name), eb('applicant.phone_hash', '=', phone)])]),
      ]),
    )
    .orderBy(sql`applicant.identity_hash is not distinct from ${identity}`, 'desc')
    .orderBy('applicant.applicant_id')
    .limit(5)
    .execute();
}
