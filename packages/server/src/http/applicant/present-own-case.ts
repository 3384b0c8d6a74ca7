import { eventWords, STATUS_WORDS } from '@zhaoshi/domain/application/applicant-words';
import type { LetterPurpose } from '@zhaoshi/domain/application/application-state';
import { lettersToReceive } from '@zhaoshi/domain/application/online-letters';
import { isLateCorrection } from '@zhaoshi/domain/application/refuse-correction';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { actsFor } from '@zhaoshi/domain/application/transitions';
import { countWords, dayWords } from '@zhaoshi/domain/calendar/day-words';
import { toldDateText } from '@zhaoshi/domain/calendar/provisional-words';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { APPLICANT_ACTS, type ApplicantAct } from '@zhaoshi/portal/applicant/acts';
import type { OwnCase, OwnLetter, OwnPeriod } from '@zhaoshi/portal/applicant/own-case';
import { followActPath, followFilePath, followLetterFilePath, followLetterPath } from '@zhaoshi/portal/paths';
import { APPLICANT_ACTOR } from '../../db/queries/application-case.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { openForm, type ShownCase } from '../../use-cases/applications/show-case.ts';
import { fileFacts } from '../../use-cases/files/sealed-file.ts';
import { presentOutcome } from './own-outcome.ts';
import { letterTasks, tasksOf } from './own-tasks.ts';
import { sizeWords } from './present-files.ts';
import { signedLink } from './signed-link.ts';
import type { ApplicantTools } from './tools.ts';

export const LETTER_FORMATS = [
  { format: 'docx', name: '下载 Word' },
  { format: 'pdf', name: '下载 PDF' },
] as const;

/**
 * The reply went out; before that neither it nor what goes with it is shown. A case that was withdrawn or has lapsed was
 * not answered, nor is one that is taken up again: its files may be what is being put right.
 */
const isAnswered = ({ state }: ShownCase): boolean => state.clock.ended?.by === 'replied';

const purposeOf = ({ state }: ShownCase, id: string) =>
  state.letters.find(({ letterId }) => letterId === id)?.purpose;

/**
 * Letters to the applicant that were delivered, by the organ or because the applicant took them here: what is read is
 * what counts as received. A receipt is not served, and stands here at once.
 */
export const lettersToShow = (shown: ShownCase): ShownCase['letters'] =>
  shown.letters.filter(
    ({ is_for_applicant, letter_id, delivered_on }) =>
      is_for_applicant && (delivered_on !== null || purposeOf(shown, letter_id) === 'acknowledgement'),
  );

/** Letters that lie ready to be taken here. */
export function lettersToTake(shown: ShownCase): ShownCase['letters'] {
  const ready = new Set(lettersToReceive(shown.state.letters).map(({ letterId }) => letterId));
  return shown.letters.filter(({ letter_id }) => ready.has(letter_id));
}

/** What the organ gives out with its reply. */
export const filesToShow = (shown: ShownCase): ShownCase['files'] =>
  isAnswered(shown) ? shown.files.filter(({ use }) => use === 'released') : [];

const isConfirmed = ({ events }: ShownCase, letterId: string): boolean =>
  events.some(
    ({ event }) =>
      (event.type === 'confirmDelivery' || event.type === 'receiveLetter') && event.letterId === letterId,
  );

/** Whether the applicant may still say of a letter that it came: not of one in an archived file. */
const isConfirmable = (shown: ShownCase, letterId: string): boolean =>
  actsFor(shown.state.status, ['applicant']).includes('confirmDelivery') && !isConfirmed(shown, letterId);

/** The notice that an act answers has reached the applicant: what is asked is answered once it was received. */
const isNotified = ({ state }: ShownCase, purpose: LetterPurpose): boolean =>
  state.letters.findLast((letter) => letter.purpose === purpose)?.delivered !== null;

/** What the applicant may do now: by the table, and not what is done already or what the office has not asked for. */
export function actsNow(shown: ShownCase): readonly ApplicantAct[] {
  const { state, events, rules } = shown;
  const allowed = actsFor(state.status, ['applicant']);
  const isLate = isLateCorrection(state, { on: rules.today }, rules);
  const isOut: Readonly<Partial<Record<ApplicantAct, boolean>>> = {
    confirmReceipt: state.askedOn === null,
    reportPayment: state.fee?.reportedOn != null || !isNotified(shown, 'fee'),
    proposePromotion: state.promotion !== null,
    rate: events.some(({ event }) => event.type === 'rate'),
    receiveLetter: lettersToTake(shown).length === 0,
    acceptCorrection: isLate || !isNotified(shown, 'correction'),
    offerCorrection: !isLate || state.lateCorrectionOn !== null,
    recordReasons: !isNotified(shown, 'reasons'),
    confirmDelivery: lettersToShow(shown).every(({ letter_id }) => isConfirmed(shown, letter_id)),
  };
  return APPLICANT_ACTS.filter((act) => allowed.includes(act) && isOut[act] !== true);
}

/** Letters as the case's page lists them. */
export function presentLetters(
  tools: ApplicantTools,
  shown: ShownCase,
  session: string,
): readonly OwnLetter[] {
  const box = tools.context.services.secretBox;
  return lettersToShow(shown).map((row) => ({
    title: openLetter(box, row).title,
    documentNumber: row.document_number,
    issuedOn: row.issued_on,
    path: followLetterPath(row.letter_id),
    downloads: LETTER_FORMATS.map(({ format, name }) => ({
      name,
      path: signedLink(tools, followLetterFilePath(row.letter_id, format), session),
    })),
    confirm: isConfirmable(shown, row.letter_id)
      ? { act: 'confirmDelivery', path: `${followActPath('confirmDelivery')}?letter=${row.letter_id}` }
      : null,
  }));
}

function periodOf({ dates, state }: ShownCase): OwnPeriod | null {
  const { due, isProjected } = dates;
  if (due === null || state.clock.base === null) return null;
  return {
    due: toldDateText(due),
    isProjected,
    from: chineseDate(state.clock.base),
    days: due.days.map((day) => ({
      date: day.date,
      words: dayWords(day),
      count: countWords(day),
      counts: day.count !== null,
    })),
  };
}

function timelineOf({ events }: ShownCase): OwnCase['timeline'] {
  return events.flatMap(({ row, event }) => {
    const words = eventWords(event.type, row.actor === APPLICANT_ACTOR);
    return words === null ? [] : [{ on: event.on, words }];
  });
}

function silenceOf({ silenceRemedy }: ShownCase): OwnCase['silence'] {
  if (silenceRemedy === null) return null;
  const { due, told, source } = silenceRemedy;
  return { due: chineseDate(due), remedies: told, source };
}

/** The case as its applicant sees it: facts and letters meant for them, nothing of what stays inside the organ. */
export function presentOwnCase(
  tools: ApplicantTools,
  shown: ShownCase,
  { session, phone }: { readonly session: string; readonly phone: string },
): OwnCase {
  const { row, state } = shown;
  const box = tools.context.services.secretBox;
  const acts = actsNow(shown);
  const tasks = [...letterTasks(lettersToTake(shown), box), ...tasksOf(shown, box, acts)];
  const asked = new Set(tasks.map(({ act }) => act?.act));
  return {
    number: row.registration_number,
    organName: row.organ_name,
    status: STATUSES[state.status],
    ...STATUS_WORDS[state.status],
    submittedAt: civilMinuteAt(row.entered_at),
    receiptDate: row.receipt_date,
    description: openForm(box, row).description,
    tasks,
    outcome: presentOutcome(shown, box),
    silence: silenceOf(shown),
    period: periodOf(shown),
    timeline: timelineOf(shown),
    letters: presentLetters(tools, shown, session),
    files: filesToShow(shown).map((file) => ({
      name: fileFacts(box, file).name,
      size: sizeWords(file.size),
      path: signedLink(tools, followFilePath(file.file_id), session),
    })),
    acts: acts
      .filter((act) => act !== 'confirmDelivery' && !asked.has(act))
      .map((act) => ({ act, path: followActPath(act) })),
    phone,
  };
}
