import type { ApplicationEvent } from '../application/act.ts';
import type { ApplicationState } from '../application/application-state.ts';
import { type DeliveryRules, timePointOf } from '../delivery/delivery.ts';
import { chineseDate } from '../kernel/chinese-date.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { actOfOutcome, type DisputedAct } from './dispute.ts';

/** What an application says about the act that a dispute about it contests. */
export interface ContestedAct {
  readonly act: DisputedAct;
  /** 落款日期 of the letter, which is the act; `null`: silence, or the file has no letter. */
  readonly actOn: CivilDate | null;
  /** From when the periods of the other party run; `null`: the file does not tell. */
  readonly knownOn: CivilDate | null;
  /** Why a day is missing, and where it is to be found; empty: none is. */
  readonly words: string;
}

/** An application as its events made it. */
interface ContestedCase {
  readonly events: readonly ApplicationEvent[];
  readonly state: Pick<ApplicationState, 'lastResult' | 'letters'>;
  /** The last day to reply. */
  readonly dueOn: CivilDate | null;
}

/** The letter that gave the result which holds; `null`: an old register's case has none here, nor has one withdrawn. */
function resultLetter({ events }: ContestedCase): string | null {
  for (const event of events.toReversed()) {
    switch (event.type) {
      case 'deliverReply':
        return event.letterId;
      case 'lapseCorrection':
      case 'lapsePayment':
      case 'withdraw':
        return event.letterId ?? null;
      case 'importResult':
        return null;
      default:
    }
  }
  return null;
}

/**
 * When a delivery reached the applicant. What counts for being on time, as the day of posting, is not from when whoever
 * gets the letter knows of it (复议法20: 自知道或者应当知道之日起); electronically both are one.
 */
function arrival(event: ApplicationEvent, rules: DeliveryRules): CivilDate | null {
  if (event.type === 'deliverLetter') return event.receivedOn ?? event.on;
  if (event.type !== 'deliverReply' && event.type !== 'redeliverReply') return null;
  const counts = event.way === 'electronic' || timePointOf(event.way, rules) === 'receivedOn';
  return event.receivedOn ?? (counts ? event.on : null);
}

/** From when the applicant had a letter: the first delivery that did not come back, or the day it was taken or confirmed. */
function reachedOn(
  events: readonly ApplicationEvent[],
  letterId: string,
  rules: DeliveryRules,
): CivilDate | null {
  let delivered: CivilDate | null = null;
  let taken: CivilDate | null = null;
  for (const event of events) {
    if (!('letterId' in event) || event.letterId !== letterId) continue;
    if (event.type === 'noteReturnedMail') delivered = null;
    else if (event.type === 'receiveLetter' || event.type === 'confirmDelivery') taken ??= event.on;
    else delivered ??= arrival(event, rules);
  }
  if (delivered === null || taken === null) return delivered ?? taken;
  return delivered < taken ? delivered : taken;
}

/** Silence is no act and has no day: it is complete when the period to reply is over (复议法实施条例16; 行诉法47). */
function silence({ dueOn }: ContestedCase, today: CivilDate): ContestedAct {
  const isOver = dueOn !== null && dueOn < today;
  const words = dueOn === null || isOver ? '' : `答复期限到${chineseDate(dueOn)}，还没有届满。`;
  return { act: 'silence', actOn: null, knownOn: isOver ? dueOn : null, words };
}

/** What of an application's file goes into a dispute about it. */
export function contestedAct(given: ContestedCase, rules: DeliveryRules, today: CivilDate): ContestedAct {
  const { events, state } = given;
  if (state.lastResult === null) return silence(given, today);
  const act = actOfOutcome(state.lastResult.outcome);
  const letterId = resultLetter(given);
  const letter = state.letters.find((one) => one.letterId === letterId);
  if (letter === undefined) {
    const words = '案卷里没有告知书：两个日期请照告知书的落款、送达回证填写。';
    return { act, actOn: null, knownOn: null, words };
  }
  const knownOn = reachedOn(events, letter.letterId, rules);
  const words = knownOn === null ? '案卷里没有签收的日期：对方知道的日期请照回执、送达回证填写。' : '';
  return { act, actOn: letter.issuedOn, knownOn, words };
}
