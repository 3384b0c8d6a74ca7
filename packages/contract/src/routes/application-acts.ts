import { APPLICANT_KINDS } from '@zhaoshi/domain/annual-report/ids';
import { REVIEWS, type ReviewKind, SEARCH_PLACES, type SearchPlace } from '@zhaoshi/domain/application/act';
import { OUTCOME_IDS, type OutcomeId } from '@zhaoshi/domain/application/outcome';
import { CARRIERS, type Carrier, DELIVERY_WAYS, type DeliveryWay } from '@zhaoshi/domain/delivery/delivery';
import { z } from 'zod';
import { civilDate, id, version } from '../fields.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(table) as [K, ...K[]]);

/** Cases that one letter answers besides the first. */
const MOST_JOINT = 50;

const onlyDate = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), on: civilDate });

const workingDays = z.int('应为整数').min(1, '至少 1 个工作日').max(60, '不超过 60 个工作日');
const fen = z.int('应为整数').min(0).max(100_000_000_00);
const letterId = id;
/** How a letter reached whom it is for, with the dates beside `on` that the way has. */
const delivery = {
  letterId,
  way: keysOf<DeliveryWay>(DELIVERY_WAYS),
  sentOn: civilDate.optional(),
  receivedOn: civilDate.optional(),
  carrier: keysOf<Carrier>(CARRIERS).optional(),
};

export const outcome = z.enum(OUTCOME_IDS as [OutcomeId, ...OutcomeId[]]);

/**
 * What a caller may do to a case, one shape for each act of the domain's table. Ids of new letters, consultations and
 * requests are given by the server.
 */
export const applicationAct = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('logContact'), on: civilDate, reached: z.boolean() }),
  onlyDate('confirmReceipt'),
  onlyDate('correctReceipt'),
  z.strictObject({
    type: z.literal('correctApplicantKind'),
    on: civilDate,
    applicantKind: z.enum(APPLICANT_KINDS),
  }),
  onlyDate('takeUp'),
  z.strictObject({ type: z.literal('assign'), on: civilDate, officerId: id }),
  z.strictObject({ type: z.literal('noticeCorrection'), on: civilDate, days: workingDays }),
  onlyDate('acceptCorrection'),
  onlyDate('offerCorrection'),
  onlyDate('lapseCorrection'),
  z.strictObject({
    type: z.literal('sendConsultation'),
    on: civilDate,
    kind: z.enum(['thirdPartyConsultation', 'coMakerConsultation', 'organConsultation']),
  }),
  z.strictObject({
    type: z.literal('endConsultation'),
    on: civilDate,
    consultationId: id,
    how: z.enum(['opinion', 'lapse']),
    opinion: z.enum(['agrees', 'refuses', 'partly', 'none']),
  }),
  z.strictObject({ type: z.literal('proposeExtension'), on: civilDate, days: workingDays }),
  z.strictObject({ type: z.literal('approveExtension'), on: civilDate, days: workingDays }),
  onlyDate('declineExtension'),
  onlyDate('tellDue'),
  onlyDate('requestReasons'),
  z.strictObject({ type: z.literal('recordReasons'), on: civilDate, given: z.boolean() }),
  z.strictObject({ type: z.literal('judgeReasons'), on: civilDate, reasonable: z.boolean() }),
  z.strictObject({ type: z.literal('deferReply'), on: civilDate, dueOn: civilDate }),
  z.strictObject({
    type: z.literal('noticeFee'),
    on: civilDate,
    basis: z.enum(['perItem', 'perPage']),
    count: z.int('应为整数').min(1).max(100_000),
    amount: fen,
  }),
  onlyDate('reportPayment'),
  z.strictObject({ type: z.literal('recordPayment'), on: civilDate, amount: fen }),
  onlyDate('lapsePayment'),
  z.strictObject({
    type: z.literal('logSearch'),
    on: civilDate,
    place: keysOf<SearchPlace>(SEARCH_PLACES),
    minutes: z.int('应为整数').min(1).max(100_000),
    hits: z.int('应为整数').min(0).max(1_000_000),
  }),
  z.strictObject({ type: z.literal('requestAssistance'), on: civilDate, dueOn: civilDate }),
  z.strictObject({ type: z.literal('answerAssistance'), on: civilDate, assistanceId: id }),
  z.strictObject({
    type: z.literal('linkCase'),
    on: civilDate,
    relation: z.enum(['duplicateOf', 'sameMatter', 'jointReply']),
    otherId: id,
  }),
  onlyDate('proposePromotion'),
  z.strictObject({ type: z.literal('decidePromotion'), on: civilDate, accepted: z.boolean() }),
  z.strictObject({ type: z.literal('draftReply'), on: civilDate, outcome }),
  onlyDate('discardDraft'),
  onlyDate('submitReply'),
  z.strictObject({ type: z.literal('reviewReply'), on: civilDate, review: keysOf<ReviewKind>(REVIEWS) }),
  onlyDate('returnReply'),
  z.strictObject({
    type: z.literal('approveReply'),
    on: civilDate,
    /** Cases of the same applicant that the same letter answers, as they were seen. */
    jointWith: z
      .array(z.strictObject({ applicationId: id, version }))
      .min(1)
      .max(MOST_JOINT, `一份答复最多并案 ${MOST_JOINT} 件`)
      .optional(),
  }),
  z.strictObject({ type: z.literal('notifyThirdParty'), on: civilDate, consultationId: id }),
  z.strictObject({ type: z.literal('deliverLetter'), on: civilDate, ...delivery }),
  z.strictObject({ type: z.literal('deliverReply'), on: civilDate, ...delivery }),
  z.strictObject({ type: z.literal('redeliverReply'), on: civilDate, ...delivery }),
  z.strictObject({ type: z.literal('noteReturnedMail'), on: civilDate, letterId }),
  z.strictObject({ type: z.literal('receiveLetter'), on: civilDate, letterId }),
  z.strictObject({ type: z.literal('confirmDelivery'), on: civilDate, letterId }),
  onlyDate('close'),
  z.strictObject({
    type: z.literal('archive'),
    on: civilDate,
    retentionYears: z.int().min(1, '至少 1 年').max(100),
  }),
  onlyDate('withdraw'),
  z.strictObject({
    type: z.literal('reopen'),
    on: civilDate,
    cause: z.enum(['reconsideration', 'judgment', 'ownCorrection']),
  }),
  z.strictObject({ type: z.literal('rate'), on: civilDate, score: z.int().min(1).max(5) }),
  onlyDate('note'),
]);

export type ApplicationActInput = z.infer<typeof applicationAct>;

const WORDS = z.string('应为文字').max(20_000, '不超过 20000 字');

/**
 * An act with its words, by the keys of `ACT_TEXTS`; the fields of the letter that goes with it by `letter.<field>`.
 */
export const actCommand = z.strictObject({
  act: applicationAct,
  texts: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,60}$/), WORDS),
});
