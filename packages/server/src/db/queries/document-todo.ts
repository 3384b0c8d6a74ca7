import type { DocumentActType } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentStatus } from '@zhaoshi/domain/disclosure/document-status';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import type { ReviewChain } from '@zhaoshi/domain/disclosure/review-chain';
import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Actor, can, rolesInForce } from '@zhaoshi/domain/permission/can';
import type {
  DocumentTodoFacts,
  DocumentTodoKind,
  WaitingDocuments,
} from '@zhaoshi/domain/todo/document-todo';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

export interface DocumentDeskFacts {
  readonly accountId: string;
  readonly actor: Actor;
  readonly chain: ReviewChain;
  readonly today: CivilDate;
  /** Last day that still counts as due soon. */
  readonly soon: CivilDate;
}

const mayDo = ({ actor, chain }: DocumentDeskFacts, act: DocumentActType): boolean => {
  const roles = rolesInForce(actor);
  if (act === 'approve' && chain.leaderSigns) return roles.includes('leader');
  return DOCUMENT_TRANSITIONS[act].by.some((role) => roles.some((own) => own === role));
};

type Condition = RawBuilder<boolean>;

/** Who did the last act of a kind to the document; `null`: nobody. */
const lastActor = (type: DocumentActType): RawBuilder<string | null> => sql<string | null>`(
  select e.actor from document_event e where e.region_id = document.region_id
    and e.document_id = document.document_id and e.type = ${type} order by e.sequence desc limit 1)`;

/** Neither wrote nor submitted it (先审查、后公开). */
const isOthers = ({ accountId }: DocumentDeskFacts): Condition => sql<boolean>`(
  ${lastActor('submit')} is distinct from ${accountId} and not exists (
    select from document_draft d where d.region_id = document.region_id
      and d.document_id = document.document_id and ${accountId} = any (d.writers)))`;

const inStatus = (status: DocumentStatus): Condition => sql<boolean>`status = ${status}`;

/** Still to be made public for the first time. */
const OWED = sql<boolean>`first_published_at is null and due_on is not null
  and status not in ('discarded', 'filed', 'withdrawn')`;

interface Question {
  readonly kind: DocumentTodoKind;
  readonly isAsked: boolean;
  readonly waits: Condition;
}

const stepQuestion = (
  desk: DocumentDeskFacts,
  kind: DocumentTodoKind,
  act: DocumentActType,
  status: DocumentStatus,
): Question => ({
  kind,
  isAsked: mayDo(desk, act),
  waits: sql<boolean>`${inStatus(status)} and ${isOthers(desk)}`,
});

function questions(desk: DocumentDeskFacts): readonly Question[] {
  const { accountId, chain, today, soon } = desk;
  const watches = mayDo(desk, 'withdraw') || mayDo(desk, 'passReview');
  const byOther = sql<boolean>`${lastActor('approve')} is distinct from ${accountId}`;
  return [
    {
      kind: 'documentsOverdue',
      isAsked: watches,
      waits: sql<boolean>`${OWED} and due_on < ${today}::date`,
    },
    {
      kind: 'documentsDueSoon',
      isAsked: watches,
      waits: sql<boolean>`${OWED} and due_on between ${today}::date and ${soon}::date`,
    },
    stepQuestion(desk, 'documentsToAgree', 'agreeInUnit', 'inUnitReview'),
    stepQuestion(desk, 'documentsToReview', 'passReview', 'inReview'),
    {
      kind: 'documentsToResolve',
      isAsked: mayDo(desk, 'resolveReport'),
      waits: inStatus('reported'),
    },
    stepQuestion(desk, 'documentsToSign', 'approve', 'inApproval'),
    {
      kind: 'documentsToPublish',
      isAsked: mayDo(desk, 'publish'),
      waits: sql<boolean>`${inStatus('approved')} and ${isOthers(desk)}
        and (${sql.lit(chain.signerMayPublish)} or ${byOther})`,
    },
    {
      kind: 'documentsToApproveAfterwards',
      isAsked: mayDo(desk, 'approveAfterwards'),
      waits: sql<boolean>`awaits_third_person and ${isOthers(desk)}
        and ${lastActor('publishUrgently')} is distinct from ${accountId}`,
    },
    {
      kind: 'leaksToFollowUp',
      isAsked: mayDo(desk, 'followUpLeak'),
      waits: sql<boolean>`leak_open`,
    },
  ];
}

interface Counted {
  readonly count: number;
  readonly due_on: string | null;
  readonly document_id: string | null;
}

async function ask(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  { waits }: Question,
): Promise<WaitingDocuments> {
  const { rows } = await sql<Counted>`
    select count(*)::int as count, min(due_on) filter (where first_published_at is null) as due_on,
      min(document_id::text) as document_id
    from document where region_id = ${regionId} and organ_id = ${organId} and ${waits}`.execute(database);
  const [counted] = rows;
  if (counted === undefined) throw new Error('an aggregate has a row');
  const { count, due_on, document_id: documentId } = counted;
  return {
    count,
    dueOn: parseCivilDate(due_on ?? '') ?? null,
    only: count === 1 && documentId !== null ? { regionId, documentId } : null,
  };
}

/** What of the to-do list of a person the documents of the organ they act in say. */
export async function documentTodo(
  database: Kysely<Schema>,
  desk: DocumentDeskFacts,
): Promise<DocumentTodoFacts> {
  const { actor } = desk;
  if (!can(actor, 'document.handle', actor.path)) return {};
  const organ = await database
    .selectFrom('organ')
    .select(['region_id as regionId', 'organ_id as organId'])
    .where('path', '=', actor.path)
    .executeTakeFirst();
  if (organ === undefined) return {};
  const facts: Partial<Record<DocumentTodoKind, WaitingDocuments>> = {};
  for (const question of questions(desk)) {
    if (question.isAsked) facts[question.kind] = await ask(database, organ, question);
  }
  return facts;
}
