import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from '../application/outcome.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { LetterTemplate } from './letter-template.ts';
import {
  PROMOTION_NOTICE,
  RECORD_AMENDMENT_NOTICE,
  RECORD_FORWARDING_NOTICE,
} from './templates/after-reply.ts';
import {
  ASSISTANCE_REQUEST,
  CO_MAKER_LETTER,
  THIRD_PARTY_DISCLOSURE_NOTICE,
  THIRD_PARTY_LETTER,
} from './templates/consultation.ts';
import { FEE_NOTICE } from './templates/fee.ts';
import { APPROVAL_SHEET, PROOF_OF_DELIVERY } from './templates/internal.ts';
import {
  ACKNOWLEDGEMENT,
  CONSULTATION_NOTICE,
  CORRECTION_NOTICE,
  DEFERRED_REPLY_NOTICE,
  EXTENSION_NOTICE,
  MOVED_DUE_NOTICE,
  REASONS_REQUEST_NOTICE,
} from './templates/procedure.ts';
import { CLOSED_REPLIES } from './templates/reply-closed.ts';
import { GRANTED_REPLIES } from './templates/reply-granted.ts';
import { REFUSED_REPLIES } from './templates/reply-refused.ts';
import { NOT_PROCESSED_REPLIES, UNAVAILABLE_REPLIES } from './templates/reply-unavailable.ts';

export type LetterAddressee = 'applicant' | 'thirdParty' | 'coMaker' | 'organ' | 'internal';

/** What the letter does to the reply period (applications.md §8.1). */
export type ClockEffect = 'none' | 'suspend' | 'extend' | 'exclude' | 'excludeIfOtherOrgan' | 'set' | 'stop';

interface LetterKindRow {
  readonly title: string;
  /** When it is sent. */
  readonly when: string;
  readonly clock: ClockEffect;
  readonly to: LetterAddressee;
  /** Versions of its wording, the oldest first. */
  readonly templates: readonly LetterTemplate[];
}

/** The letters before and after the reply, and the forms of the file (applications.md §11.2). */
const NOTICES = {
  acknowledgement: {
    title: '政府信息公开申请接收回执',
    when: '登记时',
    clock: 'none',
    to: 'applicant',
    templates: [ACKNOWLEDGEMENT],
  },
  correctionNotice: {
    title: '政府信息公开申请补正告知书',
    when: '收到申请之日起7个工作日内，一次',
    clock: 'suspend',
    to: 'applicant',
    templates: [CORRECTION_NOTICE],
  },
  extensionNotice: {
    title: '延期答复告知书',
    when: '答复期限届满前，一次',
    clock: 'extend',
    to: 'applicant',
    templates: [EXTENSION_NOTICE],
  },
  movedDueNotice: {
    title: '答复期限变更告知书',
    when: '节假日安排使已告知的答复期限变动时',
    clock: 'none',
    to: 'applicant',
    templates: [MOVED_DUE_NOTICE],
  },
  thirdPartyConsultationLetter: {
    title: '征求意见书',
    when: '公开会损害第三方合法权益时',
    clock: 'exclude',
    to: 'thirdParty',
    templates: [THIRD_PARTY_LETTER],
  },
  consultationNotice: {
    title: '征求意见告知书',
    when: '发出征求意见书时',
    clock: 'none',
    to: 'applicant',
    templates: [CONSULTATION_NOTICE],
  },
  coMakerLetter: {
    title: '征求意见书',
    when: '由多个行政机关共同制作时',
    clock: 'exclude',
    to: 'coMaker',
    templates: [CO_MAKER_LETTER],
  },
  assistanceRequest: {
    title: '协办函',
    when: '需要内设机构或者其他机关协助时',
    clock: 'excludeIfOtherOrgan',
    to: 'organ',
    templates: [ASSISTANCE_REQUEST],
  },
  thirdPartyDisclosureNotice: {
    title: '依申请公开告知书',
    when: '第三方不同意而决定公开时',
    clock: 'none',
    to: 'thirdParty',
    templates: [THIRD_PARTY_DISCLOSURE_NOTICE],
  },
  reasonsRequestNotice: {
    title: '说明理由告知书',
    when: '数量、频次明显超过合理范围时',
    clock: 'none',
    to: 'applicant',
    templates: [REASONS_REQUEST_NOTICE],
  },
  deferredReplyNotice: {
    title: '延迟答复告知书',
    when: '答复期限届满前',
    clock: 'set',
    to: 'applicant',
    templates: [DEFERRED_REPLY_NOTICE],
  },
  feeNotice: {
    title: '信息处理费收费通知书',
    when: '答复期限内',
    clock: 'suspend',
    to: 'applicant',
    templates: [FEE_NOTICE],
  },
  recordAmendmentNotice: {
    title: '更正告知书',
    when: '审核更正申请后',
    clock: 'none',
    to: 'applicant',
    templates: [RECORD_AMENDMENT_NOTICE],
  },
  recordForwardingNotice: {
    title: '转送告知书',
    when: '更正不属于本机关职能范围时',
    clock: 'none',
    to: 'applicant',
    templates: [RECORD_FORWARDING_NOTICE],
  },
  promotionNotice: {
    title: '纳入主动公开告知书',
    when: '审核申请人的建议后',
    clock: 'none',
    to: 'applicant',
    templates: [PROMOTION_NOTICE],
  },
  approvalSheet: {
    title: '政府信息公开申请审查呈批单',
    when: '报批时',
    clock: 'none',
    to: 'internal',
    templates: [APPROVAL_SHEET],
  },
  proofOfDelivery: {
    title: '送达回证',
    when: '送达每份文书时',
    clock: 'none',
    to: 'internal',
    templates: [PROOF_OF_DELIVERY],
  },
} as const satisfies Readonly<Record<string, LetterKindRow>>;

const REPLIES: Readonly<Record<OutcomeId, LetterTemplate>> = {
  ...GRANTED_REPLIES,
  ...REFUSED_REPLIES,
  ...UNAVAILABLE_REPLIES,
  ...NOT_PROCESSED_REPLIES,
  ...CLOSED_REPLIES,
};

type ReplyLetterKind = `replyLetter.${OutcomeId}`;

export type LetterKind = keyof typeof NOTICES | ReplyLetterKind;

/** The kind of the letter that replies with an outcome. */
export const replyLetterOf = (outcome: OutcomeId): ReplyLetterKind => `replyLetter.${outcome}`;

const replyRow = (outcome: OutcomeId): LetterKindRow => ({
  title: OUTCOMES[outcome].letter,
  when: '答复期限内',
  clock: 'stop',
  to: 'applicant',
  templates: [REPLIES[outcome]],
});

const REPLY_KINDS = Object.fromEntries(
  OUTCOME_IDS.map((outcome) => [replyLetterOf(outcome), replyRow(outcome)]),
) as Readonly<Record<ReplyLetterKind, LetterKindRow>>;

/** Every letter there is: its name, when it is sent, what it does to the clock, to whom it goes, its wordings. */
export const LETTER_KINDS: Readonly<Record<LetterKind, LetterKindRow>> = { ...NOTICES, ...REPLY_KINDS };

export const LETTER_KIND_IDS = Object.keys(LETTER_KINDS) as readonly LetterKind[];

export const isLetterKind = (text: string): text is LetterKind => Object.hasOwn(LETTER_KINDS, text);

/** The outcome that a reply letter states; `null` for every other letter. */
export const outcomeOfLetter = (kind: LetterKind): OutcomeId | null =>
  OUTCOME_IDS.find((outcome) => replyLetterOf(outcome) === kind) ?? null;

/**
 * The wording in force on the date of the letter.
 * @throws {RangeError} when there was none yet.
 */
export function templateOf(kind: LetterKind, on: CivilDate): LetterTemplate {
  const template = LETTER_KINDS[kind].templates.findLast(({ validFrom }) => validFrom <= on);
  if (template === undefined) throw new RangeError(`no wording of ${kind} before its law: ${on}`);
  return template;
}
