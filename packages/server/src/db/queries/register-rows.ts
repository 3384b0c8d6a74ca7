import type { ApplicantKind } from '@zhaoshi/domain/annual-report/ids';
import type { IntakeChannel } from '@zhaoshi/domain/application/intake';
import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import type { Status } from '@zhaoshi/domain/application/status';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

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
  readonly promotion?: boolean | undefined;
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

/** Cases as the register shows them, with what it joins; nobody's reach is looked at here. */
export const registerRows = (database: Kysely<Schema>) =>
  database
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
    ]);

export type RegisterRow = Awaited<ReturnType<ReturnType<typeof registerRows>['execute']>>[number];
