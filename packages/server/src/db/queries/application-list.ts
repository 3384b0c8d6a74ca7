import type { ApplicantKind } from '@zhaoshi/domain/annual-report/ids';
import type { IntakeChannel } from '@zhaoshi/domain/application/intake';
import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import type { Status } from '@zhaoshi/domain/application/status';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { bigramNumber, searchTerms } from '@zhaoshi/domain/search/fold';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { likePattern } from '../like-pattern.ts';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

/** What the register is narrowed to; all of it together. */
export interface RegisterFilter {
  readonly organId?: string | undefined;
  readonly status?: Status | undefined;
  readonly stage?: 'open' | 'overdue' | 'dueSoon' | 'concluded' | undefined;
  readonly channel?: IntakeChannel | undefined;
  readonly applicantKind?: ApplicantKind | undefined;
  readonly outcome?: OutcomeId | undefined;
  readonly officerId?: string | undefined;
  readonly unassigned?: boolean | undefined;
  readonly receivedFrom?: string | undefined;
  readonly receivedTo?: string | undefined;
  readonly q?: string | undefined;
  /** Keyed hashes of what may be an applicant's name, identity number or phone. */
  readonly applicantHash?: string | undefined;
}

export interface RegisterListing extends RegisterFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly today: string;
  /** Last day that still counts as due soon. */
  readonly soon: string;
}

type Where = ExpressionBuilder<Schema, 'application'>;

/** Words of the summary, or the beginning of a registration number. */
function matches(eb: Where, q: string) {
  const words = searchTerms(q).map((term) => {
    const characters = Array.from(term);
    // A word of two characters has no trigram; its pair finds it, and the text is compared.
    const byPair =
      characters.length === 2
        ? sql<boolean>`application.bigrams @> array[${bigramNumber(term)}]::integer[] and `
        : sql``;
    return sql<boolean>`(${byPair}application.folded like ${likePattern(term)})`;
  });
  if (/^\d{4,}$/.test(q)) words.push(sql<boolean>`application.registration_number like ${`${q}%`}`);
  return eb.or(words.length === 0 ? [sql<boolean>`true`] : [eb.and(words.slice(0, 5)), ...words.slice(5)]);
}

function stageOf(eb: Where, { stage, today, soon }: RegisterListing) {
  const isOpen = eb('application.result_on', 'is', null);
  if (stage === 'open') return isOpen;
  if (stage === 'overdue') return eb.and([isOpen, eb('application.due_on', '<', today)]);
  if (stage === 'dueSoon') {
    return eb.and([isOpen, eb('application.due_on', '>=', today), eb('application.due_on', '<=', soon)]);
  }
  return eb('application.result_on', 'is not', null);
}

const DUE_KEY = z.tuple([z.string(), z.uuid()]);
const ENTRY_KEY = z.tuple([cursorMoment, z.uuid()]);

/** Open cases come by their due date, all others by their entry, the newest first. */
export const isByDue = ({ stage }: Pick<RegisterFilter, 'stage'>): boolean =>
  stage === 'open' || stage === 'overdue' || stage === 'dueSoon';

/** A page of the register: the cases that the right reaches. */
export async function listApplications(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  listing: RegisterListing,
) {
  const { cursor, limit, q = '', applicantHash } = listing;
  const dueAfter = isByDue(listing) ? decodeCursor(cursor, DUE_KEY) : null;
  const entryAfter = isByDue(listing) ? null : decodeCursor(cursor, ENTRY_KEY);
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
    .leftJoin('account as officer', 'officer.account_id', 'application.officer_id')
    .select([
      'application.region_id',
      'application.application_id',
      'application.organ_id',
      'organ.name as organ_name',
      'organ.path',
      'application.registration_number',
      'application.status',
      'application.channel',
      'application.applicant_kind',
      'applicant.masked_name',
      'application.summary',
      'application.receipt_date',
      'application.entered_at',
      'application.due_on',
      'application.is_provisional',
      'application.waits_until',
      'application.officer_id',
      'officer.display_name as officer_name',
      'application.result_on',
      'application.result_outcome',
      'application.version',
    ])
    .where(reachedOrgan(actor, permission))
    .$if(listing.organId !== undefined, (query) =>
      query.where('application.organ_id', '=', listing.organId ?? ''),
    )
    .$if(listing.status !== undefined, (query) =>
      query.where('application.status', '=', listing.status ?? 'registered'),
    )
    .$if(listing.stage !== undefined, (query) => query.where((eb) => stageOf(eb, listing)))
    .$if(listing.channel !== undefined, (query) =>
      query.where('application.channel', '=', listing.channel ?? 'counter'),
    )
    .$if(listing.applicantKind !== undefined, (query) =>
      query.where('application.applicant_kind', '=', listing.applicantKind ?? 'naturalPerson'),
    )
    .$if(listing.outcome !== undefined, (query) =>
      query.where('application.result_outcome', '=', listing.outcome ?? 'granted.provided'),
    )
    .$if(listing.officerId !== undefined, (query) =>
      query.where('application.officer_id', '=', listing.officerId ?? ''),
    )
    .$if(listing.unassigned === true, (query) => query.where('application.officer_id', 'is', null))
    .$if(listing.receivedFrom !== undefined, (query) =>
      query.where('application.receipt_date', '>=', listing.receivedFrom ?? ''),
    )
    .$if(listing.receivedTo !== undefined, (query) =>
      query.where('application.receipt_date', '<=', listing.receivedTo ?? ''),
    )
    .$if(q !== '', (query) => query.where((eb) => matches(eb, q)))
    .$if(applicantHash !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('applicant.name_hash', '=', applicantHash ?? ''),
          eb('applicant.identity_hash', '=', applicantHash ?? ''),
          eb('applicant.phone_hash', '=', applicantHash ?? ''),
        ]),
      ),
    )
    .$if(dueAfter !== null, (query) =>
      query.where(
        sql<boolean>`(coalesce(application.due_on, 'infinity'::date), application.application_id) > (${dueAfter?.[0]}::date, ${dueAfter?.[1]})`,
      ),
    )
    .$if(entryAfter !== null, (query) =>
      query.where(
        sql<boolean>`(application.entered_at, application.application_id) < (${entryAfter?.[0]}::timestamptz, ${entryAfter?.[1]})`,
      ),
    )
    .$if(isByDue(listing), (query) =>
      query
        .orderBy(sql`coalesce(application.due_on, 'infinity'::date)`)
        .orderBy('application.application_id'),
    )
    .$if(!isByDue(listing), (query) =>
      query.orderBy('application.entered_at', 'desc').orderBy('application.application_id', 'desc'),
    )
    .limit(limit + 1)
    .execute();
}

export type RegisterRow = Awaited<ReturnType<typeof listApplications>>[number];
