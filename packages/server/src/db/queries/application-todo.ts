import type { ActType } from '@zhaoshi/domain/application/act';
import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Actor, can, rolesInForce, widestReach } from '@zhaoshi/domain/permission/can';
import type { ApplicationTodoFacts, WaitingCases } from '@zhaoshi/domain/todo/application-todo';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { IS_OPEN } from './open-application.ts';
import type { OrganIds } from './organs.ts';
import { reachedOrgan } from './reached-organ.ts';

interface Desk {
  readonly accountId: string;
  readonly actor: Actor;
  readonly today: CivilDate;
  /** Last day that still counts as due soon. */
  readonly soon: CivilDate;
}

/** Roles that look at the register without having to see to it. */
const isOnlooker = (role: Actor['roles'][number]): boolean => role === 'assessor' || role === 'auditor';

const mayDo = ({ actor }: Desk, act: ActType): boolean =>
  rolesInForce(actor).some((role) => TRANSITIONS[act].by.includes(role));

/** Who watches over all cases of the organ; who only drafts sees to their own. */
const watches = (desk: Desk): boolean => mayDo(desk, 'assign') || rolesInForce(desk.actor).includes('leader');

/** A question to the open cases: which wait, and until when. */
interface Question {
  readonly kind: keyof ApplicationTodoFacts;
  readonly isAsked: boolean;
  readonly waits: RawBuilder<boolean>;
  readonly until: RawBuilder<string | null>;
}

const DUE = sql<string | null>`due_on`;
const WAITS = sql<string | null>`waits_until`;
const NEVER = sql<string | null>`null::date`;

const isMine = ({ accountId }: Desk): RawBuilder<boolean> => sql<boolean>`officer_id = ${accountId}`;

const lapsed = (status: string, { today }: Desk): RawBuilder<boolean> =>
  sql<boolean>`status = ${status} and waits_until < ${today}::date`;

/** The period of somebody who was asked has ended, as the register of deadlines has it. */
const consultationLapsed = ({
  today,
}: Desk): RawBuilder<boolean> => sql<boolean>`status = 'consulting' and exists (
  select from deadline where deadline.region_id = application.region_id
    and deadline.subject = 'application/' || application.application_id and deadline.closed_at is null
    and starts_with(deadline.kind, '征求意见') and deadline.due_on < ${today}::date)`;

/** An extension was proposed, and nobody has decided since. */
const EXTENSION_PROPOSED = sql<boolean>`(
  select e.type = 'proposeExtension' from application_event e
  where e.region_id = application.region_id and e.application_id = application.application_id
    and e.type in ('proposeExtension', 'approveExtension', 'declineExtension')
  order by e.sequence desc limit 1)`;

/** The applicant was told another last day, and has not been reached since. */
const IS_TOLD_WRONG = sql<boolean>`exists (
  select from application_moved_due m where m.region_id = application.region_id
    and m.application_id = application.application_id and not exists (
      select from application_event e where e.region_id = m.region_id and e.application_id = m.application_id
        and e.recorded_at > m.moved_at and e.type = 'logContact' and (e.data ->> 'reached')::boolean))`;

/** What the own organ's register is asked; who only drafts is told of their own cases, others of all. */
function questions(desk: Desk): readonly Question[] {
  const { today, soon } = desk;
  const theirs = watches(desk) ? sql<boolean>`true` : isMine(desk);
  const isOfficer = mayDo(desk, 'logContact');
  const mayLapse = mayDo(desk, 'lapseCorrection');
  const ofDesk = sql<boolean>`(${theirs} or officer_id is null)`;
  return [
    {
      kind: 'applicationsDueSoon',
      isAsked: true,
      waits: sql<boolean>`${theirs} and due_on between ${today}::date and ${soon}::date`,
      until: DUE,
    },
    {
      kind: 'applicationsToConfirm',
      isAsked: mayDo(desk, 'confirmReceipt'),
      waits: sql<boolean>`status = 'awaitingConfirmation'`,
      until: NEVER,
    },
    {
      kind: 'applicationsUnassigned',
      isAsked: mayDo(desk, 'assign'),
      waits: sql<boolean>`status <> 'awaitingConfirmation' and officer_id is null`,
      until: DUE,
    },
    {
      kind: 'applicationsMine',
      isAsked: isOfficer,
      waits: sql<boolean>`${isMine(desk)}
        and status in ('registered', 'processing', 'consulting', 'awaitingReasons', 'drafting', 'approved')`,
      until: DUE,
    },
    {
      kind: 'extensionsToDecide',
      isAsked: mayDo(desk, 'approveExtension'),
      waits: EXTENSION_PROPOSED,
      until: DUE,
    },
    {
      kind: 'correctionsLapsed',
      isAsked: mayLapse,
      waits: sql<boolean>`${ofDesk} and ${lapsed('awaitingCorrection', desk)}`,
      until: WAITS,
    },
    {
      kind: 'paymentsLapsed',
      isAsked: mayLapse,
      waits: sql<boolean>`${ofDesk} and ${lapsed('awaitingPayment', desk)}`,
      until: WAITS,
    },
    {
      kind: 'consultationsLapsed',
      isAsked: mayLapse,
      waits: sql<boolean>`${ofDesk} and ${consultationLapsed(desk)}`,
      until: DUE,
    },
    {
      kind: 'datesToTell',
      isAsked: isOfficer,
      waits: sql<boolean>`${ofDesk} and ${IS_TOLD_WRONG}`,
      until: NEVER,
    },
  ];
}

interface Counted {
  readonly count: number;
  readonly due_on: string | null;
  readonly region_id: string | null;
  readonly application_id: string | null;
}

const waitingOf = ({ count, due_on, region_id, application_id }: Counted): WaitingCases => ({
  count,
  dueOn: parseCivilDate(due_on ?? '') ?? null,
  only:
    count === 1 && region_id !== null && application_id !== null
      ? { regionId: region_id, applicationId: application_id }
      : null,
});

/** One walk over the open cases of the organ answers a question. */
async function ask(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  { waits, until }: Question,
): Promise<WaitingCases> {
  const { rows } = await sql<Counted>`
    select count(*)::int as count, min(${until}) as due_on, min(region_id::text) as region_id,
      min(application_id::text) as application_id
    from application where region_id = ${regionId} and organ_id = ${organId} and ${IS_OPEN} and ${waits}`.execute(
    database,
  );
  const [counted] = rows;
  if (counted === undefined) throw new Error('an aggregate has a row');
  return waitingOf(counted);
}

/** Overdue cases: of an officer their own, of who watches over an organ all of it, of a supervisor the jurisdiction. */
async function overdue(database: Kysely<Schema>, desk: Desk): Promise<WaitingCases> {
  const { actor, today } = desk;
  const isOwnOnly = widestReach(actor, 'application.read')?.below === false && !watches(desk);
  const mine = isOwnOnly ? sql`and ${isMine(desk)}` : sql``;
  const { rows } = await sql<Counted>`
    select count(*)::int as count, min(due_on) as due_on, min(application.region_id::text) as region_id,
      min(application_id::text) as application_id
    from application join organ using (region_id, organ_id)
    where ${IS_OPEN} and coalesce(due_on, 'infinity'::date) < ${today}::date
      and ${reachedOrgan(actor, 'application.read')} ${mine}`.execute(database);
  const [counted] = rows;
  if (counted === undefined) throw new Error('an aggregate has a row');
  return waitingOf(counted);
}

/** Suggestions to publish proactively that nobody has decided, also of cases that are answered (条例44). */
async function promotions(database: Kysely<Schema>, { regionId, organId }: OrganIds): Promise<WaitingCases> {
  const { rows } = await sql<Counted>`
    select count(*)::int as count, null::date as due_on, min(region_id::text) as region_id,
      min(application_id::text) as application_id
    from application where region_id = ${regionId} and organ_id = ${organId}
      and promotion_proposed_on is not null`.execute(database);
  const [counted] = rows;
  if (counted === undefined) throw new Error('an aggregate has a row');
  return waitingOf(counted);
}

/** A reply under review with what its events say. */
export interface ReviewedCase {
  readonly ids: NonNullable<WaitingCases['only']>;
  readonly dueOn: string | null;
  readonly state: ApplicationState;
  /** Every review that the organ asks for has been passed. */
  readonly isReviewed: boolean;
}

const asWaiting = (cases: readonly ReviewedCase[]): WaitingCases => ({
  count: cases.length,
  dueOn: parseCivilDate(cases.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0] ?? '') ?? null,
  only: cases.length === 1 ? (cases[0]?.ids ?? null) : null,
});

/** Replies that the person may review or approve: none that they wrote themselves (条例17; two pairs of eyes). */
function reviews(desk: Desk, cases: readonly ReviewedCase[]): ApplicationTodoFacts {
  const others = cases.filter(({ state }) => state.draft?.writers.includes(desk.accountId) !== true);
  return {
    ...(mayDo(desk, 'reviewReply') && {
      repliesToReview: asWaiting(others.filter(({ isReviewed }) => !isReviewed)),
    }),
    ...(mayDo(desk, 'approveReply') && {
      repliesToApprove: asWaiting(others.filter(({ isReviewed }) => isReviewed)),
    }),
  };
}

/**
 * What of the to-do list the register of applications says.
 *
 * @param underReview reads the replies under review; asked only where the person may do something about them
 */
export async function applicationTodo(
  database: Kysely<Schema>,
  desk: Desk,
  underReview: (organ: OrganIds & { readonly path: string }) => Promise<readonly ReviewedCase[]>,
): Promise<ApplicationTodoFacts> {
  const { actor } = desk;
  const facts: Partial<Record<keyof ApplicationTodoFacts, WaitingCases>> = {};
  if (widestReach(actor, 'application.read') !== null && !rolesInForce(actor).every(isOnlooker)) {
    facts.applicationsOverdue = await overdue(database, desk);
  }
  if (!can(actor, 'application.handle', actor.path)) return facts;
  const organ = await database
    .selectFrom('organ')
    .select(['region_id as regionId', 'organ_id as organId', 'path'])
    .where('path', '=', actor.path)
    .executeTakeFirst();
  if (organ === undefined) return facts;
  for (const question of questions(desk)) {
    if (question.isAsked) facts[question.kind] = await ask(database, organ, question);
  }
  if (mayDo(desk, 'decidePromotion')) facts.promotionsToDecide = await promotions(database, organ);
  const looks = mayDo(desk, 'reviewReply') || mayDo(desk, 'approveReply');
  return { ...facts, ...(looks && reviews(desk, await underReview(organ))) };
}
