import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { LETTER_KINDS } from '@zhaoshi/domain/letter/letter-kinds';
import { letterOfAct } from './acts/act-letter.ts';
import { textOf } from './acts/entered.ts';
import type { ShownCase } from './shown-application.ts';

export type CaseEvent = ShownCase['events'][number];

/** A letter of the case, as its events tell of it. */
export interface SentLetter {
  readonly letterId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuedOn: string;
  readonly isReply: boolean;
  readonly delivered: { readonly on: string; readonly way: string } | null;
}

const isActType = (type: string): type is ActType => Object.hasOwn(TRANSITIONS, type);

/** The act that an event keeps; `null` for the registration. */
export const actOf = ({ type }: CaseEvent): ActType | null => (isActType(type) ? type : null);

const SENDS: ReadonlySet<ActType> = new Set<ActType>([
  'noticeCorrection',
  'sendConsultation',
  'approveExtension',
  'requestReasons',
  'deferReply',
  'noticeFee',
  'approveReply',
]);

const DELIVERS: ReadonlySet<string> = new Set(['deliverLetter', 'deliverReply']);

/** A reply is called after the outcome that was drafted last before it was approved. */
function titleOf(type: ActType, event: CaseEvent, earlier: readonly CaseEvent[]): string {
  const drafted = earlier.findLast((one) => one.type === 'draftReply')?.facts ?? {};
  const kind = type === 'approveReply' ? letterOfAct('draftReply', drafted) : letterOfAct(type, event.facts);
  return kind === null ? TRANSITIONS[type].title : LETTER_KINDS[kind].title;
}

function deliveryOf(letterId: string, events: readonly CaseEvent[]): SentLetter['delivered'] {
  const found = events.find(({ type, facts }) => DELIVERS.has(type) && facts['letterId'] === letterId);
  return found === undefined ? null : { on: found.on, way: textOf(found.facts['way']) };
}

/** Letters are sent by acts. */
export function sentLetters({ events, letters }: ShownCase): readonly SentLetter[] {
  return events.flatMap((event, index) => {
    const type = actOf(event);
    const { letterId } = event.facts;
    if (type === null || !SENDS.has(type) || typeof letterId !== 'string') return [];
    const stored = letters.find((letter) => letter.letterId === letterId);
    return [
      {
        letterId,
        title: stored?.title ?? titleOf(type, event, events.slice(0, index)),
        documentNumber: stored?.documentNumber ?? null,
        issuedOn: event.on,
        isReply: type === 'approveReply',
        delivered: deliveryOf(letterId, events),
      },
    ];
  });
}

/** Letters other than the reply that have not reached anybody yet. */
export const openLetters = (shown: ShownCase): readonly SentLetter[] =>
  sentLetters(shown).filter(({ isReply, delivered }) => !isReply && delivered === null);

/** The reply that was approved last, while it is not delivered. */
export const replyLetters = (shown: ShownCase): readonly SentLetter[] =>
  sentLetters(shown)
    .filter(({ isReply }) => isReply)
    .slice(-1)
    .filter(({ delivered }) => delivered === null);

/** "征求意见（第2次）" of a consultation or a request, by its place among those of the case. */
export function placeOf(
  type: 'sendConsultation' | 'requestAssistance',
  id: string,
  { events }: ShownCase,
): number {
  const key = type === 'sendConsultation' ? 'consultationId' : 'assistanceId';
  return events.filter((event) => event.type === type).findIndex(({ facts }) => facts[key] === id) + 1;
}
