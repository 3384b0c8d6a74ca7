import { receiptDateOf, receiptWords } from '@zhaoshi/domain/application/intake';
import { trafficLight } from '@zhaoshi/domain/application/milestones';
import { retentionYearsOf } from '@zhaoshi/domain/application/retention-years';
import { numberedMatters, refuseSplit } from '@zhaoshi/domain/application/split';
import { overruledBy } from '@zhaoshi/domain/application/third-party';
import { actsFor } from '@zhaoshi/domain/application/transitions';
import { untoldExtension } from '@zhaoshi/domain/application/untold-extension';
import type { DerivedDate } from '@zhaoshi/domain/calendar/working-days';
import { afterReturnWords } from '@zhaoshi/domain/delivery/noted-delivery';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { isLetterKind, LETTER_KINDS } from '@zhaoshi/domain/letter/letter-kinds';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { APPLICANT_ACTOR } from '../../db/queries/application-case.ts';
import type { RegisterRow } from '../../db/queries/register-rows.ts';
import type { CaseActor } from '../../use-cases/applications/act-on-case.ts';
import type { LightRules } from '../../use-cases/applications/case-context.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { deliveryRules } from '../../use-cases/applications/refuse-delivery.ts';
import {
  type CaseDates,
  openForm,
  openTexts,
  type ShownCase,
} from '../../use-cases/applications/show-case.ts';
import { fileFacts } from '../../use-cases/files/sealed-file.ts';

/**
 * How near the last day is, in the calendar and by the settings of the case's organ; an ended case has none, one that is
 * taken up again has.
 */
const lightOf = ({ due_on }: Pick<RegisterRow, 'due_on'>, { calendar, milestoneRules, today }: LightRules) =>
  due_on === null ? null : trafficLight(due_on as CivilDate, today, calendar, milestoneRules);

/** A row of the register; the applicant only masked. */
export const presentRow = (row: Omit<RegisterRow, 'path'>, rules: LightRules) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  applicationId: row.application_id,
  organName: row.organ_name,
  registrationNumber: row.registration_number,
  status: row.status,
  channel: row.channel,
  applicantKind: row.applicant_kind,
  applicant: row.masked_name,
  summary: row.summary,
  receiptDate: row.receipt_date,
  enteredAt: row.entered_at.toISOString(),
  dueOn: row.due_on,
  isProvisional: row.is_provisional,
  waitsUntil: row.waits_until,
  light: lightOf(row, rules),
  officer:
    row.officer_id === null ? null : { accountId: row.officer_id, displayName: row.officer_name ?? '' },
  outcome: row.result_outcome,
  resultOn: row.result_on,
  version: row.version,
});

/** A computed date with every day of its way. */
export const presentDate = (derived: DerivedDate | null) =>
  derived && {
    date: derived.date,
    provisional: derived.provisional,
    calendarVersion: derived.calendarVersion,
    days: derived.days.map(({ date, working, reason, name, source, count, excluded }) => ({
      date,
      working,
      reason,
      ...(name !== undefined && { name }),
      ...(source !== undefined && { source }),
      count,
      excluded,
    })),
  };

export const presentDates = (dates: CaseDates) => ({
  due: presentDate(dates.due),
  isProjected: dates.isProjected,
  correctionNoticeLimit: presentDate(dates.correctionNoticeLimit),
  waitsUntil: presentDate(dates.waitsUntil),
  strictDue: presentDate(dates.strictDue),
  consultations: dates.consultations.map(({ consultationId, lapse }) => ({
    consultationId,
    lapse: presentDate(lapse),
  })),
});

const letterTitle = (kind: string): string => (isLetterKind(kind) ? LETTER_KINDS[kind].title : kind);

/** What mail that came back asks for next. */
const afterReturnOf = ({ events, rules }: ShownCase, letterId: string): string | null =>
  afterReturnWords(
    events.filter(({ event }) => event.type === 'noteReturnedMail' && event.letterId === letterId).length,
    deliveryRules(rules.settings),
  );

/** Deliveries after the first, which the row of the letter keeps. */
const redeliveriesOf = ({ events }: ShownCase, letterId: string) =>
  events.flatMap(({ event }) =>
    event.type === 'redeliverReply' && event.letterId === letterId ? [{ on: event.on, way: event.way }] : [],
  );

/** The row of a reply that answers several cases bears the number in the first of them only; its text has it in each. */
const numberOf = (letter: ShownCase['letters'][number], box: SecretBox): string | null =>
  letter.document_number ??
  (letter.kind.startsWith('replyLetter.') ? openLetter(box, letter).documentNumber : null);

/** What the form could be split into, where the organ wants it suggested and it can still be done. */
const suggestedMattersOf = ({ row, state, rules }: ShownCase, box: SecretBox): readonly string[] =>
  rules.settings('application.suggestsSplit') && refuseSplit(state) === null
    ? numberedMatters(openForm(box, row).description)
    : [];

const presentEvents = ({ events }: ShownCase, box: SecretBox | null) =>
  events.map(({ row, event: { type, on, ...facts } }) => ({
    sequence: row.sequence,
    type,
    on,
    recordedAt: row.recorded_at.toISOString(),
    actor: row.actor === APPLICANT_ACTOR ? '申请人' : (row.display_name ?? '系统'),
    facts,
    texts: box && openTexts(box, row),
  }));

const receiptRule = ({ row, state }: ShownCase): string =>
  receiptWords(
    receiptDateOf({
      channel: row.channel,
      isMisaddressed: row.is_misaddressed,
      arrivedOn: row.arrived_on as CivilDate | null,
      sentOn: row.sent_on as CivilDate | null,
      confirmedOn: row.receipt_date as CivilDate | null,
      isUnreachable: state.wasUnreachable,
    }),
  );

function presentSilence({ silenceRemedy }: ShownCase) {
  if (silenceRemedy === null) return null;
  const { words, source, unconfirmed } = silenceRemedy;
  return { words, source, unconfirmed };
}

/** The case on its one screen; words and applicant only for who handles it. */
export function presentCase(shown: ShownCase, box: SecretBox, actor: CaseActor, abilities: Permission[]) {
  const { row, state, rules } = shown;
  const seen = abilities.includes('application.readApplicant') ? box : null;
  const { clock } = state;
  return {
    ...presentRow(row, rules),
    sentOn: row.sent_on,
    arrivedOn: row.arrived_on,
    isMisaddressed: row.is_misaddressed,
    receiptRule: receiptRule(shown),
    form: seen && openForm(seen, row),
    dates: presentDates(shown.dates),
    clock: {
      correctionUsed: clock.correctionUsed,
      extensionUsed: clock.extensionUsed,
      extensionProposed: state.extensionProposed,
      deferredTo: clock.deferredTo,
      suspended: clock.suspension?.reason ?? null,
    },
    movedDue: shown.movedDue,
    draft: state.draft && { outcome: state.draft.outcome, reviews: [...state.draft.reviews] },
    reasons: state.reasons,
    fee: state.fee,
    openConsultations: clock.open.map(({ consultationId, kind, sentOn }) => ({
      consultationId,
      kind,
      sentOn,
    })),
    overruled: [...overruledBy(state)],
    openAssistance: [...state.openAssistance],
    suggestedMatters: seen === null ? [] : [...suggestedMattersOf(shown, seen)],
    correctionDays: rules.clockRules.correctionDays,
    retentionYears: retentionYearsOf(state, rules.caseRules),
    silenceRemedy: presentSilence(shown),
    untoldExtension: untoldExtension(state, rules),
    searchedPlaces: [...state.searchedPlaces],
    links: state.links.map(({ relation, otherId }) => ({
      relation,
      applicationId: otherId,
      registrationNumber: shown.numbers.get(otherId) ?? '',
    })),
    jointCases: shown.jointCases.map((one) => ({
      applicationId: one.application_id,
      registrationNumber: one.registration_number,
      summary: one.summary,
      status: one.status,
      version: one.version,
      outcome: one.outcome,
    })),
    lastOutcome: row.last_outcome,
    events: presentEvents(shown, seen),
    letters: shown.letters.map((letter) => ({
      letterId: letter.letter_id,
      kind: letter.kind,
      title: letterTitle(letter.kind),
      documentNumber: numberOf(letter, box),
      issuedOn: letter.issued_on,
      delivered:
        letter.delivered_on === null || letter.delivery_way === null
          ? null
          : { on: letter.delivered_on, way: letter.delivery_way },
      redelivered: redeliveriesOf(shown, letter.letter_id),
      isForApplicant: letter.is_for_applicant,
      afterReturn: afterReturnOf(shown, letter.letter_id),
    })),
    files:
      seen === null
        ? []
        : shown.files.map((file) => ({
            fileId: file.file_id,
            use: file.use,
            name: fileFacts(box, file).name,
            mediaType: file.media_type,
            size: file.size,
            addedAt: file.added_at.toISOString(),
          })),
    acts: abilities.includes('application.handle') ? [...actsFor(row.status, actor.roles)] : [],
    abilities,
  };
}
