import { chargeOfUnit, PER_PAGE, type Tariff, totalCharge } from '../fee/tariff.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ApplicationAct, ReviewKind } from './act.ts';
import type { ApplicationState, LetterPurpose } from './application-state.ts';
import { isTakenOnline } from './online-letters.ts';
import { type Refusal, type RefusalCode, refusal } from './refusals.ts';
import { type ReplyRules, refuseReply } from './refuse-reply.ts';
import { type RetentionRules, refuseRetention } from './retention-years.ts';
import { refuseRelease, refuseThirdPartyNotice, type ThirdPartyRules } from './third-party.ts';

export interface CaseRules extends ReplyRules, ThirdPartyRules, RetentionRules {
  /** Reviews that a reply must pass before it is approved. */
  readonly requiredReviews: readonly ReviewKind[];
  /** The charge by item as the organ reads it [U]. */
  readonly perItem: Tariff;
}

const check = (isRefused: boolean, code: RefusalCode, field?: string): readonly Refusal[] =>
  isRefused ? [refusal(code, field)] : [];

const SENDS: ReadonlySet<ApplicationAct['type']> = new Set([
  'noticeCorrection',
  'sendConsultation',
  'approveExtension',
  'tellDue',
  'requestAssistance',
  'requestReasons',
  'deferReply',
  'noticeFee',
  'approveReply',
  'notifyThirdParty',
]);

function newLetter({ letters }: ApplicationState, act: ApplicationAct): readonly Refusal[] {
  if (!SENDS.has(act.type) || !('letterId' in act)) return [];
  return check(
    letters.some(({ letterId }) => letterId === act.letterId),
    'letter-known',
    'letterId',
  );
}

function delivery(
  { letters }: ApplicationState,
  { letterId, on }: { readonly letterId: string; readonly on: string },
  isRight: (purpose: LetterPurpose) => boolean,
): readonly Refusal[] {
  const letter = letters.find((one) => one.letterId === letterId);
  if (letter === undefined || !isRight(letter.purpose)) return [refusal('letter-unknown', 'letterId')];
  return [
    ...check(letter.delivered !== null, 'letter-delivered', 'letterId'),
    ...check(on < letter.issuedOn, 'delivery-before-letter', 'on'),
  ];
}

/** A reply that was approved, returned and approved anew: only the last one says what the case was answered. */
function isReplaced({ letters }: ApplicationState, letterId: string): boolean {
  const replies = letters.filter(({ purpose }) => purpose === 'reply');
  return replies.some((one) => one.letterId === letterId) && replies.at(-1)?.letterId !== letterId;
}

/** The reply goes out again: the one that holds, and only after its mail came back. */
function redelivery(
  state: ApplicationState,
  { letterId, on }: { readonly letterId: string; readonly on: CivilDate },
): readonly Refusal[] {
  const letter = state.letters.findLast(({ purpose }) => purpose === 'reply');
  if (letter === undefined || letter.letterId !== letterId || letter.delivered === null)
    return [refusal('letter-unknown', 'letterId')];
  return [
    ...check(!letter.isReturned, 'mail-not-returned', 'letterId'),
    ...check(on < letter.delivered.on, 'redelivery-before-delivery', 'on'),
  ];
}

/** What is charged is what the tariff asks that was in force on the day of receipt. */
function charge(
  { receivedOn }: ApplicationState,
  { basis, count, amount }: Extract<ApplicationAct, { readonly type: 'noticeFee' }>,
  { perItem }: CaseRules,
) {
  const { validFrom } = basis === 'perItem' ? perItem : PER_PAGE;
  if (receivedOn !== null && receivedOn < validFrom) return [refusal('fee-before-tariff')];
  const due = basis === 'perItem' ? chargeOfUnit(perItem, count) : totalCharge(PER_PAGE, count);
  return [...check(due === 0, 'fee-none', 'count'), ...check(amount !== due, 'fee-amount', 'amount')];
}

function review({ draft }: ApplicationState, by: string): readonly Refusal[] {
  return check(draft?.writers.includes(by) === true, 'same-person');
}

function approval(state: ApplicationState, on: CivilDate, by: string, rules: CaseRules): readonly Refusal[] {
  const { draft } = state;
  if (draft === null) return [];
  const isReviewed = rules.requiredReviews.every((kind) => draft.reviews.includes(kind));
  return [
    ...review(state, by),
    ...check(!isReviewed, 'review-missing'),
    ...check(draft.submittedOn !== null && on < draft.submittedOn, 'approval-before-submission', 'on'),
    ...refuseReply(state, draft.outcome, rules),
  ];
}

/** Letters that say nothing of a period that was counted from the day of receipt. */
const UNCOUNTED: ReadonlySet<LetterPurpose> = new Set(['acknowledgement', 'assistance']);

/** The day of receipt stands once anything was counted from it. */
const isUsed = ({ clock, letters }: ApplicationState): boolean =>
  clock.correctionUsed ||
  clock.extensionUsed ||
  clock.feeUsed ||
  letters.some(({ purpose }) => !UNCOUNTED.has(purpose));

/** What the case itself says against an act, beside status, role and clock; every reason at once. */
export function refuseByCase(
  state: ApplicationState,
  act: ApplicationAct,
  by: string,
  rules: CaseRules,
): readonly Refusal[] {
  const letter = newLetter(state, act);
  switch (act.type) {
    case 'correctReceipt':
      return check(isUsed(state), 'receipt-fixed');
    case 'endConsultation':
      return check(act.how === 'lapse' && act.opinion !== 'none', 'opinion-without-answer', 'opinion');
    case 'proposeExtension':
      return [
        ...check(state.extensionProposed !== null, 'already-proposed'),
        ...check(state.clock.deferredTo !== null, 'reply-deferred'),
      ];
    case 'declineExtension':
      return check(state.extensionProposed === null, 'nothing-proposed');
    case 'judgeReasons':
      return check(state.reasons !== 'given' && state.reasons !== 'notGiven', 'reasons-not-judged');
    case 'deferReply':
      return [...letter, ...check(state.reasons !== 'reasonable', 'reasons-not-reasonable')];
    case 'noticeFee':
      return [...letter, ...charge(state, act, rules)];
    case 'recordPayment':
      return check(state.fee?.amount !== act.amount, 'payment-amount', 'amount');
    case 'requestAssistance':
      return [...letter, ...check(state.openAssistance.includes(act.assistanceId), 'assistance-known')];
    case 'answerAssistance':
      return check(!state.openAssistance.includes(act.assistanceId), 'assistance-unknown');
    case 'linkCase':
      return check(
        state.links.some(({ otherId, relation }) => otherId === act.otherId && relation === act.relation),
        'linked-already',
        'otherId',
      );
    case 'proposePromotion':
      return check(state.promotion !== null, 'promoted-already');
    case 'decidePromotion':
      return check(state.promotion === null || state.promotion.decided !== null, 'promotion-not-proposed');
    case 'submitReply':
      return state.draft === null ? [] : refuseReply(state, state.draft.outcome, rules);
    case 'reviewReply':
      return [
        ...review(state, by),
        ...check(state.draft?.reviews.includes(act.review) === true, 'reviewed-already', 'review'),
      ];
    case 'approveReply':
      return [...letter, ...approval(state, act.on, by, rules)];
    case 'notifyThirdParty':
      return [...letter, ...refuseThirdPartyNotice(state, act.consultationId)];
    case 'deliverLetter':
      return delivery(state, act, (purpose) => purpose !== 'reply');
    case 'receiveLetter':
      return delivery(state, act, isTakenOnline);
    case 'deliverReply':
      return [
        ...delivery(state, act, (purpose) => purpose === 'reply'),
        ...check(isReplaced(state, act.letterId), 'letter-replaced', 'letterId'),
        ...refuseRelease(state, act.on),
      ];
    case 'redeliverReply':
      return redelivery(state, act);
    case 'noteReturnedMail':
    case 'confirmDelivery':
      return check(
        !state.letters.some(({ letterId }) => letterId === act.letterId),
        'letter-unknown',
        'letterId',
      );
    case 'archive':
      return refuseRetention(state, act.retentionYears, rules);
    case 'importResult':
      return check(!state.isImported, 'not-imported');
    default:
      return letter;
  }
}
