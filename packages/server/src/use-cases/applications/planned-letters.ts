import type { ActTexts } from '@zhaoshi/domain/application/act';
import { suspensionEnd } from '@zhaoshi/domain/application/clock/clock-dates';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import {
  consultedField,
  fieldsOfAct,
  fieldsOfDraft,
  isLetterOptional,
  LETTER_TEXT,
  letterOfAct,
} from '@zhaoshi/domain/letter/act-letters';
import type { LetterFieldValues } from '@zhaoshi/domain/letter/letter-field';
import {
  LETTER_KINDS,
  type LetterKind,
  replyLetterOf,
  templateOf,
} from '@zhaoshi/domain/letter/letter-kinds';
import type { LetterSource } from './letter-facts.ts';

/** A letter that an act sends, before it is composed. */
export interface PlannedLetter {
  readonly kind: LetterKind;
  readonly date: CivilDate;
  readonly addressee: string;
  readonly fields: LetterFieldValues;
  /** Among the act's texts: the 文号 that the officer gives. */
  readonly numberKey: 'letter.documentNumber' | 'letter.noticeNumber';
  /** Left out where it cannot be composed. */
  readonly isOptional: boolean;
  /** A letter beside that of the act. */
  readonly isSecond: boolean;
}

export interface PlanningSource extends LetterSource {
  readonly texts: ActTexts;
  /** Words of the last draft of the reply; empty where there is none. */
  readonly draftTexts: ActTexts;
  readonly now: Date;
}

const hasWording = (kind: LetterKind, on: CivilDate): boolean =>
  LETTER_KINDS[kind].templates.some(({ validFrom }) => validFrom <= on);

const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

/** Fields of a letter that the case or the act itself knows. */
export function closingFields({ act, state, rules }: PlanningSource): LetterFieldValues {
  const { type, on } = act;
  if (type === 'withdraw') return { withdrawnOn: on };
  if (act.type === 'decidePromotion') return { result: act.accepted ? 'published' : 'notPublished' };
  if (type !== 'lapseCorrection' && type !== 'lapsePayment') return {};
  const purpose = type === 'lapseCorrection' ? 'correction' : 'fee';
  const notice = state.letters.findLast((letter) => letter.purpose === purpose);
  const ended = suspensionEnd(state.clock, rules.calendar, rules.clockRules);
  return {
    ...(notice?.delivered != null && { noticeReceivedOn: notice.delivered.on }),
    ...(ended !== null && { endedOn: ended.date }),
    ...(state.fee !== null && { amount: yuan(state.fee.amount) }),
  };
}

function kindOf({ act, state }: PlanningSource): LetterKind | null {
  // A draft is looked at as the letter that it is going to be.
  if (act.type === 'draftReply') return replyLetterOf(act.outcome);
  // Who suggested nothing is told of no decision.
  if (act.type === 'decidePromotion' && state.promotion?.byApplicant !== true) return null;
  const drafted = state.draft?.outcome ?? null;
  if (act.type === 'submitReply') return drafted && replyLetterOf(drafted);
  return letterOfAct(act, drafted);
}

function fieldsOf(source: PlanningSource, kind: LetterKind, date: CivilDate): LetterFieldValues {
  const { act, texts, draftTexts } = source;
  if (act.type === 'draftReply') return fieldsOfDraft(texts);
  if (act.type === 'submitReply' || act.type === 'approveReply') return fieldsOfDraft(draftTexts);
  if (act.type === 'register') return {};
  const keys = templateOf(kind, date).fields.map(({ key }) => key);
  return { ...closingFields(source), ...fieldsOfAct(act, texts, keys) };
}

/** The day of receipt may be an earlier one; what confirms it is written today. */
const letterDate = ({ act, now }: PlanningSource): CivilDate =>
  act.type === 'confirmReceipt' || act.type === 'correctReceipt' || act.type === 'register'
    ? civilDateAt(now)
    : act.on;

/** Among the act's words: who gets a letter that is not for the applicant. */
export const addresseeKey = ({ type }: Pick<PlanningSource['act'], 'type'>): 'consultee' | 'unit' =>
  type === 'requestAssistance' ? 'unit' : 'consultee';

/** The letters that an act sends; none where the law knew no such letter on its day. */
export function plannedLetters(source: PlanningSource): readonly PlannedLetter[] {
  const { act, form, texts, rules } = source;
  const kind = kindOf(source);
  const date = letterDate(source);
  if (kind === null || !hasWording(kind, date)) return [];
  if (act.type === 'register' && (act.receiptDate === null || act.isImported)) return [];
  const applicant = form.applicant.name;
  const toApplicant = LETTER_KINDS[kind].to === 'applicant';
  const first: PlannedLetter = {
    kind,
    date,
    addressee: toApplicant ? applicant : (texts[addresseeKey(act)] ?? ''),
    fields: fieldsOf(source, kind, date),
    numberKey: `${LETTER_TEXT}documentNumber`,
    isOptional: isLetterOptional(act.type),
    isSecond: false,
  };
  if (act.type !== 'sendConsultation' || !rules.settings('letter.tellsConsultation')) return [first];
  const notice: PlannedLetter = {
    ...first,
    kind: 'consultationNotice',
    addressee: applicant,
    fields: consultedField(act.kind),
    numberKey: `${LETTER_TEXT}noticeNumber`,
    isSecond: true,
  };
  return [first, notice];
}
