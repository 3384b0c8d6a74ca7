import { type Kysely, sql } from 'kysely';
import { civilDayOf } from '../china-time.ts';
import type { Schema } from '../schema.ts';

/** Of whom and of which register the neighbours of a case are looked for. */
export interface Neighbourhood {
  readonly regionId: string;
  readonly organId: string;
  readonly applicationId: string;
  readonly applicantId: string;
  readonly bigrams: readonly number[];
}

const MOST_CANDIDATES = 60;

/** Pairs of characters that two summaries share. */
const shared = (bigrams: readonly number[]) =>
  sql<number>`(select count(*) from unnest(application.bigrams) as pair where pair = any(${[...bigrams]}::integer[]))`;

/**
 * Cases of the organ that may ask for the same: those with most pairs of characters in common. Whether they are alike
 * is compared afterwards, by the whole descriptions.
 */
export async function likeCases(
  database: Kysely<Schema>,
  { regionId, organId, applicationId, applicantId, bigrams }: Neighbourhood,
) {
  if (bigrams.length === 0) return [];
  // A case that shares less than a third is not like enough, whatever stands in its description.
  const least = Math.ceil(bigrams.length / 3);
  return await database
    .selectFrom('application')
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.region_id', '=', 'application.region_id')
        .onRef('applicant.applicant_id', '=', 'application.applicant_id'),
    )
    .select([
      'application.application_id',
      'application.registration_number',
      'application.applicant_id',
      'application.sealed',
      'application.summary',
      'application.status',
      'application.receipt_date',
      'application.result_on',
      'application.result_outcome',
      'applicant.masked_name',
    ])
    .where('application.region_id', '=', regionId)
    .where('application.organ_id', '=', organId)
    .where('application.application_id', '!=', applicationId)
    .where(sql<boolean>`application.bigrams && ${[...bigrams]}::integer[]`)
    .where(shared(bigrams), '>=', least)
    .orderBy(sql`application.applicant_id = ${applicantId}`, 'desc')
    .orderBy(shared(bigrams), 'desc')
    .orderBy('application.application_id')
    .limit(MOST_CANDIDATES)
    .execute();
}

export type LikeCase = Awaited<ReturnType<typeof likeCases>>[number];

/** Days of receipt of an applicant's cases in an organ since a day, for counts by month and quarter. */
export async function filingDays(
  database: Kysely<Schema>,
  { regionId, applicantId }: Pick<Neighbourhood, 'regionId' | 'applicantId'>,
  since: string,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('application')
    .select('receipt_date')
    .where('region_id', '=', regionId)
    .where('applicant_id', '=', applicantId)
    .where('receipt_date', '>=', since)
    .execute();
  return rows.flatMap(({ receipt_date }) => (receipt_date === null ? [] : [receipt_date]));
}

/** Which applications are counted for a fee. */
export interface CountedScope {
  readonly applicantId: string;
  readonly regionId: string;
  /** With those of the organs below it. */
  readonly path: string;
  readonly onlyOrganId: string | null;
  readonly from: string;
  readonly to: string;
}

/**
 * Applications of the same person or organisation that came in or were entered in a stretch of days. An applicant is
 * one record in an organ; in another organ it is known by its number, else by name and phone.
 */
export async function countedCases(
  database: Kysely<Schema>,
  { applicantId, regionId, path, onlyOrganId, from, to }: CountedScope,
) {
  return await database
    .selectFrom('application')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'application.region_id')
        .onRef('organ.organ_id', '=', 'application.organ_id'),
    )
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.region_id', '=', 'application.region_id')
        .onRef('applicant.applicant_id', '=', 'application.applicant_id'),
    )
    .innerJoin('applicant as self', (join) =>
      join.on('self.region_id', '=', regionId).on('self.applicant_id', '=', applicantId),
    )
    .select([
      'application.application_id',
      'application.organ_id',
      'application.receipt_date',
      'application.entered_at',
    ])
    .where((eb) =>
      onlyOrganId === null
        ? sql<boolean>`organ.path like ${`${path}%`}`
        : eb.and([eb('application.region_id', '=', regionId), eb('application.organ_id', '=', onlyOrganId)]),
    )
    .where(
      sql<boolean>`(applicant.applicant_id = self.applicant_id or applicant.identity_hash = self.identity_hash
        or (self.identity_hash is null and applicant.name_hash = self.name_hash
          and applicant.phone_hash = self.phone_hash))`,
    )
    .where(
      sql<boolean>`(application.receipt_date between ${from}::date and ${to}::date
        or ${civilDayOf(sql.ref('application.entered_at'))} between ${from}::date and ${to}::date)`,
    )
    .execute();
}
