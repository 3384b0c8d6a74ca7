import { chineseDate } from '../kernel/chinese-date.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import {
  afterReturn,
  type Carrier,
  checkDelivery,
  DELIVERY_WAYS,
  type Delivery,
  type DeliveryContext,
  type DeliveryField,
  type DeliveryProblem,
  type DeliveryRules,
  type DeliveryWay,
  type TimePoint,
  timePointOf,
} from './delivery.ts';

/** A delivery as an act notes it: the day that counts, and in the officer's words what proves it. */
export interface NotedDelivery {
  readonly on: CivilDate;
  readonly way: DeliveryWay;
  readonly sentOn?: CivilDate;
  readonly receivedOn?: CivilDate;
  readonly carrier?: Carrier;
  /** Mail number, who signed, which organ delivered, or the record of the sending system. */
  readonly evidence: string;
}

const COURIERS = /顺丰|圆通|中通|韵达|申通|京东|极兔|德邦|菜鸟|百世|丰网/u;
const EMS = /EMS|特快/iu;
/** A 给据邮件 has a number of its own: S10 of the 万国邮政联盟, or eleven to thirteen digits after two letters. */
const REGISTERED = /挂号|给据|\b[A-Z]{2}\d{9}(?:[A-Z]{2}|\d{2})\b/u;

/** Whom the words name as the carrier; `null` when nobody. */
export function carrierIn(evidence: string): Carrier | null {
  if (COURIERS.test(evidence)) return 'courier';
  if (EMS.test(evidence)) return 'ems';
  return REGISTERED.test(evidence) ? 'registered' : null;
}

/** What the problem is about, as the form of the act has it. */
export type NotedField = 'on' | 'way' | 'sentOn' | 'receivedOn' | 'carrier' | 'evidence';

export interface NotedProblem {
  readonly field: NotedField;
  readonly words: string;
}

/**
 * Of which time the day of the act is: of the reply the one that decides whether it was on time, of every other letter
 * the one from which the addressee's own periods run.
 */
const countedTime = (way: DeliveryWay, isReply: boolean, rules: DeliveryRules): TimePoint => {
  if (isReply) return timePointOf(way, rules);
  return way === 'electronic' ? 'sentOn' : 'receivedOn';
};

const FIELDS: Readonly<Record<DeliveryField | 'way', NotedField>> = {
  way: 'way',
  sentOn: 'sentOn',
  receivedOn: 'receivedOn',
  carrier: 'carrier',
  mailNumber: 'evidence',
  signedProof: 'evidence',
  systemLog: 'evidence',
  organName: 'evidence',
};

const NO_CARRIER: NotedProblem = {
  field: 'evidence',
  words: '请写明邮政企业和邮件号，如“EMS 1234567890123”或者“挂号信 XA12345678911”',
};

function problemOf(
  { field, words }: DeliveryProblem,
  { carrier }: NotedDelivery,
  counted: DeliveryField,
): NotedProblem {
  if (field === 'carrier' && carrier === undefined)
    return words.includes('快递') ? { field: 'evidence', words } : NO_CARRIER;
  return { field: field === counted ? 'on' : FIELDS[field], words };
}

/** Everything that is wrong with a delivery that an act notes, in Chinese. */
export function checkNotedDelivery(
  noted: NotedDelivery,
  { isReply, systemLog }: { readonly isReply: boolean; readonly systemLog: string },
  rules: DeliveryRules,
  context: DeliveryContext,
): readonly NotedProblem[] {
  const { on, way, evidence } = noted;
  const counted = countedTime(way, isReply, rules);
  const said = noted[counted];
  const delivery: Delivery = {
    way,
    sentOn: noted.sentOn ?? null,
    receivedOn: noted.receivedOn ?? null,
    [counted]: on,
    carrier: noted.carrier ?? carrierIn(evidence),
    mailNumber: evidence,
    signedProof: evidence.trim() !== '',
    systemLog,
    organName: evidence,
  };
  const wrongDay: readonly NotedProblem[] =
    said === undefined || said === on
      ? []
      : [{ field: 'on', words: `${DELIVERY_WAYS[way].title}以${chineseDate(said)}为准` }];
  // A day that does not count may stay unknown.
  const isUnknown = ({ field }: DeliveryProblem): boolean =>
    (field === 'sentOn' || field === 'receivedOn') && delivery[field] === null;
  return [
    ...wrongDay,
    ...checkDelivery(delivery, rules, context)
      .filter((problem) => !isUnknown(problem))
      .map((problem) => problemOf(problem, noted, counted)),
  ];
}

const AFTER_RETURN = {
  sendAgain: '邮件退回一次：请核对地址后再次送达。',
  publicNotice: '邮件已两次退回：可以公告送达（本机关设置允许）。',
  contact: '邮件已两次退回：请继续联系申请人，并登记每次联系。',
} as const;

/** What is to be done after mail came back so many times; `null` when it never did. */
export const afterReturnWords = (returns: number, rules: DeliveryRules): string | null =>
  returns === 0 ? null : AFTER_RETURN[afterReturn(returns, rules)];
