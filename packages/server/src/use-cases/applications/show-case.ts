import type { ActTexts, ActType, ApplicationEvent } from '@zhaoshi/domain/application/act';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import {
  correctionNoticeLimit,
  lapseOf,
  projectedDue,
  strictDue,
  suspensionEnd,
} from '@zhaoshi/domain/application/clock/clock-dates';
import { concludingWarnings } from '@zhaoshi/domain/application/concluding-warnings';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import { decideAct } from '@zhaoshi/domain/application/decide-act';
import { evolveApplication } from '@zhaoshi/domain/application/evolve-application';
import type { Refusal } from '@zhaoshi/domain/application/refusals';
import type { ActorRole } from '@zhaoshi/domain/application/transition';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import {
  type ApplicationIds,
  type CaseRow,
  caseEvents,
  type EventRow,
  eventOf,
  stateOf,
} from '../../db/queries/application-case.ts';
import { caseFileRows } from '../../db/queries/case-files.ts';
import { jointCases } from '../../db/queries/joint-cases.ts';
import { movedDueOf } from '../../db/queries/moved-due.ts';
import type { Schema } from '../../db/schema.ts';
import { type CaseContext, caseContext } from './case-context.ts';
import { purposeOfEvent } from './event-texts.ts';
import { silenceRemedyOf } from './silence-remedy.ts';

/** Every date of a case with the way it came about. */
export function datesOf({ clock }: ApplicationState, { calendar, clockRules, today }: CaseContext) {
  return {
    due: clock.ended === null ? projectedDue(clock, calendar, clockRules, today) : null,
    isProjected: clock.open.length > 0 || clock.reasonsAskedOn !== null,
    correctionNoticeLimit: correctionNoticeLimit(clock, calendar, clockRules),
    waitsUntil: suspensionEnd(clock, calendar, clockRules),
    strictDue: strictDue(clock, calendar, clockRules),
    consultations: clock.open.map((one) => ({
      consultationId: one.consultationId,
      lapse: lapseOf(one, calendar, clockRules),
    })),
  };
}

export type CaseDates = ReturnType<typeof datesOf>;

const formPurpose = (applicationId: string): string => `application/${applicationId}`;

export const sealForm = (box: SecretBox, applicationId: string, form: ApplicationForm): string =>
  box.seal(JSON.stringify(form), formPurpose(applicationId));

/** Written by `sealForm` only, from a value of that type. */
export const openForm = (box: SecretBox, row: Pick<CaseRow, 'application_id' | 'sealed'>): ApplicationForm =>
  JSON.parse(box.open(row.sealed, formPurpose(row.application_id))) as ApplicationForm;

/** The words of an event. */
export function openTexts(box: SecretBox, row: EventRow): Readonly<Record<string, string>> {
  if (row.sealed === null) return {};
  const purpose = purposeOfEvent(row.application_id, row.sequence);
  return JSON.parse(box.open(row.sealed, purpose)) as Record<string, string>;
}

/** The words of the draft as it was saved last; empty where there is none. */
export async function lastDraftTexts(
  database: Kysely<Schema>,
  ids: ApplicationIds,
  box: SecretBox,
): Promise<Readonly<Record<string, string>>> {
  const events = await caseEvents(database, ids);
  const draft = events.findLast(({ type }) => type === 'draftReply');
  return draft === undefined ? {} : openTexts(box, draft);
}

/** What the applicant asked for after the correction; empty where there was none (条例30). */
export async function correctedWords(
  database: Kysely<Schema>,
  ids: ApplicationIds,
  { clock }: Pick<ApplicationState, 'clock'>,
  box: SecretBox,
): Promise<string> {
  if (!clock.correctionUsed) return '';
  const events = await caseEvents(database, ids);
  const corrected = events.findLast(({ type }) => type === 'acceptCorrection');
  return corrected === undefined ? '' : (openTexts(box, corrected)['content'] ?? '');
}

/** In the order in which they were made, also those of one day. */
async function lettersOf(
  database: Kysely<Schema>,
  { regionId, applicationId }: ApplicationIds,
  state: ApplicationState,
) {
  const order = new Map(state.letters.map(({ letterId }, index) => [letterId, index]));
  const rows = await database
    .selectFrom('letter')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .orderBy('issued_on')
    .orderBy('letter_id')
    .execute();
  const placeOf = (id: string): number => order.get(id) ?? rows.length;
  return rows.toSorted((a, b) => placeOf(a.letter_id) - placeOf(b.letter_id));
}

/** The registration numbers of linked cases. */
async function numbersOf(database: Kysely<Schema>, regionId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await database
    .selectFrom('application')
    .select(['application_id', 'registration_number'])
    .where('region_id', '=', regionId)
    .where('application_id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.application_id, row.registration_number]));
}

/** Everything about a case, for a row that was found and is within reach. */
export async function showCase(database: Kysely<Schema>, row: CaseRow, now: Date) {
  const ids = { regionId: row.region_id, applicationId: row.application_id };
  const rules = await caseContext(database, row.path, now);
  const events = await caseEvents(database, ids);
  const state = stateOf(events, rules.clockRules);
  const numbers = await numbersOf(
    database,
    row.region_id,
    state.links.map(({ otherId }) => otherId),
  );
  return {
    row,
    rules,
    state,
    events: events.map((event) => ({ row: event, event: eventOf(event) })),
    dates: datesOf(state, rules),
    jointCases: state.status === 'underReview' ? await jointCases(database, row) : [],
    silenceRemedy: await silenceRemedyOf(database, row, state, rules),
    movedDue: await movedDueOf(database, ids),
    letters: await lettersOf(database, ids, state),
    files: await caseFileRows(database, ids),
    numbers,
  };
}

export type ShownCase = Awaited<ReturnType<typeof showCase>>;

/** Words that are not written yet say nothing against the dates. */
const anyTexts = (type: ActType): ActTexts =>
  Object.fromEntries(Object.keys(ACT_TEXTS[type]).map((key) => [key, '（尚未填写）']));

export interface Previewed {
  /** What would be kept; `null` where the act is refused. */
  readonly event: ApplicationEvent | null;
  readonly state: ApplicationState;
  readonly dates: CaseDates;
  readonly refusals: readonly Refusal[];
  /** What is to be considered, though nothing is refused for it. */
  readonly warnings: readonly string[];
}

/** What an act would do: status and dates after it, or why it would be refused (the what-if of the workbench). */
export function previewAct(
  { state, rules }: Pick<ShownCase, 'state' | 'rules'>,
  { act }: Command,
  actor: { readonly id: string; readonly roles: readonly ActorRole[] },
): Previewed {
  const decided = decideAct(state, { act, texts: anyTexts(act.type) }, { ...rules, actor });
  if (!decided.ok) {
    return { event: null, state, dates: datesOf(state, rules), refusals: decided.error, warnings: [] };
  }
  const after = evolveApplication(state, { event: decided.value, by: actor.id }, rules.clockRules);
  const warnings = concludingWarnings(act.type, after, rules);
  return { event: decided.value, state: after, dates: datesOf(after, rules), refusals: [], warnings };
}
