import type { ApplicationEvent } from './act.ts';
import type { ApplicationState } from './application-state.ts';
import type { ClockEvent } from './clock/clock-event.ts';

type Delivery = Extract<ApplicationEvent, { readonly type: 'deliverLetter' | 'receiveLetter' }>;

function ofDelivery(
  { letters, correctionDays }: ApplicationState,
  { letterId, on }: Delivery,
): ClockEvent | null {
  const letter = letters.find((one) => one.letterId === letterId);
  if (letter?.purpose === 'correction') {
    return { type: 'correctionNoticeDelivered', on, days: correctionDays ?? 0 };
  }
  if (letter?.purpose === 'fee') return { type: 'feeNoticeDelivered', on };
  if (letter?.purpose === 'consultation' && letter.consultationId !== null) {
    return { type: 'consultationReceived', on, consultationId: letter.consultationId };
  }
  return null;
}

/** What an event of the case does to its clock; `null`: nothing. */
export function clockEventOf(state: ApplicationState, event: ApplicationEvent): ClockEvent | null {
  const { on } = event;
  switch (event.type) {
    case 'register':
      return event.receiptDate === null ? null : { type: 'received', on: event.receiptDate };
    case 'confirmReceipt':
      return { type: 'received', on };
    case 'noticeCorrection':
      return { type: 'correctionNoticed', on };
    case 'acceptCorrection':
      return { type: 'corrected', on };
    case 'lapseCorrection':
      return { type: 'correctionLapsed', on };
    case 'sendConsultation':
      return { type: 'consultationSent', on, consultationId: event.consultationId, kind: event.kind };
    case 'endConsultation':
      return { type: 'consultationEnded', on, consultationId: event.consultationId, how: event.how };
    case 'approveExtension':
      return { type: 'extended', on, days: event.days };
    case 'requestReasons':
      return { type: 'reasonsRequested', on };
    case 'recordReasons':
      return { type: 'reasonsGiven', on };
    case 'deferReply':
      return { type: 'deferred', on, dueOn: event.dueOn };
    case 'noticeFee':
      return { type: 'feeNoticed', on };
    case 'recordPayment':
      return { type: 'feePaid', on };
    case 'lapsePayment':
      return { type: 'feeLapsed', on };
    case 'deliverLetter':
    case 'receiveLetter':
      return ofDelivery(state, event);
    case 'deliverReply':
    case 'importResult':
      return { type: 'replied', on };
    case 'withdraw':
      return { type: 'withdrawn', on };
    default:
      return null;
  }
}
