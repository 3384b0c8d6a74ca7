import type { Rejection } from '@zhaoshi/contract/problems';
import { type ActTexts, type ApplicationEvent } from '@zhaoshi/domain/application/act';
import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { caseDeadlines } from '@zhaoshi/domain/application/case-deadlines';
import { projectedDue, suspensionEnd } from '@zhaoshi/domain/application/clock/clock-dates';
import { type Command, decideAct } from '@zhaoshi/domain/application/decide-act';
import { evolveApplication } from '@zhaoshi/domain/application/evolve-application';
import { awaitsConfirmation } from '@zhaoshi/domain/application/intake';
import { refusalAdvice } from '@zhaoshi/domain/application/refusal-advice';
import type { Refusal } from '@zhaoshi/domain/application/refusals';
import { isOpen } from '@zhaoshi/domain/application/status';
import type { CountedCase } from '@zhaoshi/domain/application/table-three';
import type { ActorRole } from '@zhaoshi/domain/application/transition';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Kysely, Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type CaseRow, caseEvents, stateOf } from '../../db/queries/application-case.ts';
import { forgetMovedDue } from '../../db/queries/moved-due.ts';
import type { Schema } from '../../db/schema.ts';
import { refuseLockedCase } from '../annual-report/period-lock.ts';
import { setDeadlines } from '../calendar/set-deadlines.ts';
import type { UseCaseContext } from '../context.ts';
import { type CaseContext, caseContext } from './case-context.ts';
import { composeLetters, type JointLetter, keepLetters, recordLetterDelivery } from './case-letters.ts';
import { kindAfter, kindColumns, refuseSameKind } from './correct-kind.ts';
import { purposeOfEvent } from './event-texts.ts';
import { refuseDelivery } from './refuse-delivery.ts';
import { refuseReceipt } from './refuse-receipt.ts';
import { refuseUnsaid } from './refuse-unsaid-grounds.ts';
import { ofDraft } from './reply-rejection.ts';
import { openForm } from './show-case.ts';

/** Who acts: an account with its roles in the organ, or the applicant. */
export interface CaseActor {
  readonly id: string;
  readonly roles: readonly ActorRole[];
}

/** A case loaded for a change: its row locked, its state replayed, and what the law says to it today. */
export interface LoadedCase {
  readonly row: CaseRow;
  readonly state: ApplicationState;
  readonly lastSequence: number;
  readonly rules: CaseContext;
}

/** What the case's events make of it today. */
export async function loadState(
  transaction: Transaction<Schema>,
  row: CaseRow,
  now: Date,
): Promise<LoadedCase> {
  const rules = await caseContext(transaction, row.path, now);
  const events = await caseEvents(transaction, {
    regionId: row.region_id,
    applicationId: row.application_id,
  });
  return {
    row,
    state: stateOf(events, rules.clockRules),
    lastSequence: events.at(-1)?.sequence ?? 0,
    rules,
  };
}

/** The row's columns as a state makes them. */
export function projectionOf(state: ApplicationState, { calendar, clockRules, today }: CaseContext) {
  const due = isOpen(state.status) ? projectedDue(state.clock, calendar, clockRules, today) : null;
  return {
    status: state.status,
    receipt_date: state.clock.base === null ? null : undefined,
    due_on: due?.date ?? null,
    is_provisional: due?.provisional ?? false,
    waits_until: suspensionEnd(state.clock, calendar, clockRules)?.date ?? null,
    officer_id: state.officerId,
    result_on: state.result?.on ?? null,
    result_outcome: state.result?.outcome ?? null,
    last_outcome: state.lastResult?.outcome ?? null,
    promotion_proposed_on: state.promotion?.decided === null ? state.promotion.proposedOn : null,
  };
}

/** Keeps an event and its words. */
export async function appendEvent(
  transaction: Transaction<Schema>,
  ids: { readonly regionId: string; readonly applicationId: string },
  recorded: {
    readonly sequence: number;
    readonly event: ApplicationEvent;
    readonly texts: ActTexts;
    readonly actor: string;
    readonly at: Date;
  },
  box: SecretBox,
): Promise<void> {
  const { regionId, applicationId } = ids;
  const { sequence, event, texts, actor, at } = recorded;
  const { type, ...data } = event;
  await transaction
    .insertInto('application_event')
    .values({
      region_id: regionId,
      application_id: applicationId,
      sequence,
      type,
      data: JSON.stringify(data),
      sealed:
        Object.keys(texts).length === 0
          ? null
          : box.seal(JSON.stringify(texts), purposeOfEvent(applicationId, sequence)),
      recorded_at: at,
      actor,
    })
    .execute();
}

/** Field errors where fields are spoken of, otherwise a refusal of the state; every reason is told. */
function rejectionOf(refusals: readonly Refusal[]): Rejection {
  const detail = refusals.map(({ message }) => message).join('');
  const errors = refusals.flatMap(({ field, message }) =>
    field === undefined
      ? []
      : [{ pointer: field.startsWith('texts.') ? `/texts/${field.slice(6)}` : `/act/${field}`, message }],
  );
  if (errors.length === refusals.length) return { code: 'invalid', errors };
  const advice = refusalAdvice(refusals.map(({ code }) => code));
  return {
    code: 'state-refuses',
    detail,
    ...(advice !== '' && { advice: `${advice}没有做任何改动，您填写的内容都在。` }),
    ...(errors.length > 0 && { errors }),
  };
}

/** Acts whose letter is the answer to the application. */
const ENDING: ReadonlySet<string> = new Set(['approveReply', 'lapseCorrection', 'lapsePayment', 'withdraw']);

/**
 * Day of receipt after an event, which the clock's base stops being once a correction or payment restarted it; where the
 * channel counts from the arrival, what is put right is that day too (条例31).
 */
function receiptBy(
  { channel, is_misaddressed }: CaseRow,
  event: ApplicationEvent,
): { readonly receipt_date?: string; readonly arrived_on?: string } {
  if (event.type !== 'confirmReceipt' && event.type !== 'correctReceipt') return {};
  const isArrival = !awaitsConfirmation(channel, is_misaddressed);
  return { receipt_date: event.on, ...(isArrival && { arrived_on: event.on }) };
}

/** What table three asks of the row; stored civil dates. */
const countedOf = (
  { applicant_kind }: Pick<CaseRow, 'applicant_kind'>,
  receiptDate: string | null,
  { result }: ApplicationState,
): CountedCase => ({
  applicantKind: applicant_kind,
  receiptDate: receiptDate as CivilDate | null,
  result: result === null ? null : { on: result.on, outcome: result.outcome },
});

/** What is frozen in a report is not moved by an act on a case; `null`: nothing of it is. */
export async function refuseLocked(
  database: Kysely<Schema>,
  { row, state }: Pick<LoadedCase, 'row' | 'state'>,
  event: ApplicationEvent,
  after: ApplicationState,
): Promise<string | null> {
  const { receipt_date = row.receipt_date } = receiptBy(row, event);
  const organ = { regionId: row.region_id, organId: row.organ_id };
  return await refuseLockedCase(
    database,
    organ,
    countedOf(row, row.receipt_date, state),
    countedOf({ applicant_kind: kindAfter(row, event) }, receipt_date, after),
  );
}

/** What an act on a case is done with. */
export interface CaseTools extends Pick<UseCaseContext, 'now' | 'newId'> {
  readonly box: SecretBox;
  /** The letter that answers this case together with others. */
  readonly joint?: JointLetter;
}

/**
 * Does one act on a loaded case: decided by the domain, kept as an event, the row, its letters and its deadlines
 * brought along, all in the transaction of the change.
 */
export async function actOnCase(
  transaction: Transaction<Schema>,
  { row, state, lastSequence, rules }: LoadedCase,
  command: Command,
  actor: CaseActor,
  { now, newId, box, joint }: CaseTools,
): Promise<Result<{ readonly state: ApplicationState; readonly event: ApplicationEvent }, Rejection>> {
  const at = now();
  const decided = decideAct(state, command, { ...rules, actor });
  if (!decided.ok) return err(rejectionOf(decided.error));
  const ids = { regionId: row.region_id, applicationId: row.application_id };
  const form = openForm(box, row);
  const unfit =
    refuseDelivery(state, command, form, rules) ??
    refuseReceipt(row, command.act, rules) ??
    refuseSameKind(row, command.act);
  if (unfit !== null) return err(unfit);
  const unsaid = await refuseUnsaid(transaction, { row, state }, command.act, box);
  if (unsaid !== null) return err(ofDraft(command.act, { code: 'state-refuses', detail: unsaid }));
  const accepted = { event: decided.value, by: actor.id };
  const occasion = {
    row,
    form,
    state,
    after: evolveApplication(state, accepted, rules.clockRules),
    act: accepted.event,
    texts: command.texts,
    rules,
    box,
    now: at,
    ...(joint !== undefined && { joint }),
  };
  const sending = await composeLetters(transaction, occasion, newId);
  if (!sending.ok) return sending;
  const { event, letters } = sending.value;
  const sequence = lastSequence + 1;
  const after = evolveApplication(state, { event, by: actor.id }, rules.clockRules);
  const locked = await refuseLocked(transaction, { row, state }, event, after);
  if (locked !== null) return err({ code: 'state-refuses', detail: locked });
  await appendEvent(transaction, ids, { sequence, event, texts: command.texts, actor: actor.id, at }, box);
  const number = await keepLetters(transaction, occasion, letters);
  await recordLetterDelivery(transaction, ids, event);
  if (event.type === 'tellDue') await forgetMovedDue(transaction, ids);
  const { receipt_date: _, ...projected } = projectionOf(after, rules);
  await transaction
    .updateTable('application')
    .set({
      ...projected,
      ...receiptBy(row, event),
      ...kindColumns(row, event, { form, box }),
      ...(number !== null && ENDING.has(event.type) && { letter_number: number }),
      version: row.version + 1,
    })
    .where('region_id', '=', row.region_id)
    .where('application_id', '=', row.application_id)
    .execute();
  await setDeadlines(
    transaction,
    {
      regionId: row.region_id,
      organId: row.organ_id,
      path: row.path,
      subject: `application/${row.application_id}`,
      at,
      newId,
    },
    caseDeadlines(after, rules),
  );
  return ok({ state: after, event });
}
