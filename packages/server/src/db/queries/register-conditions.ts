import { bigramNumber, searchTerms } from '@zhaoshi/domain/search/fold';
import { type RawBuilder, sql } from 'kysely';
import { likePattern } from '../like-pattern.ts';
import { IS_CONCLUDED, IS_OPEN } from './open-application.ts';
import type { OrganIds } from './organs.ts';
import type { RegisterListing } from './register-rows.ts';

type Condition = RawBuilder<boolean>;

/** All of them; at least one stands there. */
export const allOf = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`${sql.join(conditions, sql` and `)}`;

/** Cases of these organs, as narrow as an index can begin with: one organ, one region, or any. */
export function ofOrgans(organs: readonly OrganIds[]): Condition {
  const organIds = organs.map(({ organId }) => organId);
  const [region, ...otherRegions] = new Set(organs.map(({ regionId }) => regionId));
  const inRegion =
    region === undefined || otherRegions.length > 0 ? sql`` : sql`application.region_id = ${region} and `;
  return organIds.length === 1
    ? sql<boolean>`${inRegion}application.organ_id = ${organIds[0]}`
    : sql<boolean>`${inRegion}application.organ_id = any(${organIds}::uuid[])`;
}

function ofStage({ stage, today, soon }: RegisterListing): Condition[] {
  if (stage === undefined) return [];
  if (stage === 'concluded') return [IS_CONCLUDED];
  if (stage === 'open') return [IS_OPEN];
  // Written as the index on due dates is.
  const due = sql`coalesce(application.due_on, 'infinity'::date)`;
  if (stage === 'overdue') return [IS_OPEN, sql<boolean>`${due} < ${today}::date`];
  return [IS_OPEN, sql<boolean>`${due} between ${today}::date and ${soon}::date`];
}

/** What narrows the stretch of an order that is walked: open cases by their due day, days of receipt by themselves. */
export function alongOrder(listing: RegisterListing): Condition[] {
  const { stage, receivedFrom, receivedTo } = listing;
  return [
    ...(stage === 'concluded' ? [] : ofStage(listing)),
    ...(receivedFrom === undefined ? [] : [sql<boolean>`application.receipt_date >= ${receivedFrom}::date`]),
    ...(receivedTo === undefined ? [] : [sql<boolean>`application.receipt_date <= ${receivedTo}::date`]),
  ];
}

/** Everything else that is asked of a case itself, but for words and applicant. */
export function besideOrder(listing: RegisterListing): Condition[] {
  const { status, stage, channel, applicantKind, outcome, officerId } = listing;
  const equal = (column: string, value: string | undefined): Condition[] =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(`application.${column}`)} = ${value}`];
  return [
    ...equal('status', status),
    ...(stage === 'concluded' ? ofStage(listing) : []),
    ...equal('channel', channel),
    ...equal('applicant_kind', applicantKind),
    ...equal('result_outcome', outcome),
    ...equal('officer_id', officerId),
    ...(listing.unassigned === true ? [sql<boolean>`application.officer_id is null`] : []),
    ...(listing.promotion === true ? [sql<boolean>`application.promotion_proposed_on is not null`] : []),
  ];
}

/** Figures from which on a number is taken for the beginning of one: year and three of the running number. */
const NUMBER_START = 7;

/** A registration number, or the beginning of a long one. */
function ofNumber(q: string): Condition[] {
  const exact = sql<boolean>`application.registration_number = ${q}`;
  if (!/^\d+$/.test(q) || q.length < NUMBER_START) return [exact];
  return [exact, sql<boolean>`application.registration_number like ${`${q}%`}`];
}

/** All words in the summary, or a registration number. */
export function ofWords(q: string): Condition {
  const words = searchTerms(q).map((term) => {
    // A word of two characters has no trigram; its pair finds it, and the text is compared.
    const byPair =
      Array.from(term).length === 2
        ? sql`application.bigrams @> array[${sql.lit(bigramNumber(term))}]::integer[] and `
        : sql``;
    return sql<boolean>`${byPair}application.folded like ${likePattern(term)}`;
  });
  return sql<boolean>`((${allOf(words)}) or ${sql.join(ofNumber(q), sql` or `)})`;
}

/** Cases of applicants with this keyed hash, whichever of the three it is of. */
export function ofApplicant(organs: readonly OrganIds[], hash: string): Condition {
  const organIds = organs.map(({ organId }) => organId);
  const regionIds = [...new Set(organs.map(({ regionId }) => regionId))];
  return sql<boolean>`(application.region_id, application.applicant_id) in (
    select region_id, applicant_id from applicant
    where region_id = any(${regionIds}::uuid[]) and organ_id = any(${organIds}::uuid[])
      and (name_hash = ${hash} or identity_hash = ${hash} or phone_hash = ${hash}))`;
}
