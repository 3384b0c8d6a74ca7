import type { CivilDate } from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { LetterFieldValues } from '../letter/letter-field.ts';
import type { LetterKind } from '../letter/letter-kinds.ts';
import type { AmendmentRequest, AmendmentStatus } from './record-amendment.ts';
import type { FieldError } from './web-form.ts';

/** How a request to have one's own record put right may end: the status it is given has the same name. */
export type AmendmentDecision = Exclude<AmendmentStatus, 'received'>;

/** What the officer writes with a decision; keys are those of the letter's fields. */
export type AmendmentText = 'reason' | 'organInCharge' | 'organContact';

interface DecisionRow {
  /** What the choice says. */
  readonly title: string;
  readonly law: string;
  readonly letter: Extract<LetterKind, 'recordAmendmentNotice' | 'recordForwardingNotice'>;
  /** The answer of the letter's field `result`; `null` where the letter has no such field. */
  readonly result: 'amended' | 'notAmended' | 'notOurs' | null;
  /** Which texts belong to it, and whether they must be there. */
  readonly texts: Readonly<Partial<Record<AmendmentText, 'required' | 'optional'>>>;
}

/** The one table of what an organ may decide on a request to amend a record (条例41). */
export const AMENDMENT_DECISIONS = {
  amended: {
    title: '予以更正并告知申请人',
    law: '有权更正的行政机关审核属实的，应当予以更正并告知申请人（条例第四十一条）。',
    letter: 'recordAmendmentNotice',
    result: 'amended',
    texts: { reason: 'required' },
  },
  declined: {
    title: '不予更正并说明理由',
    law: '经审核不能证明记录不准确的，不予更正，告知申请人并说明理由（条例第四十一条）。',
    letter: 'recordAmendmentNotice',
    result: 'notAmended',
    texts: { reason: 'required' },
  },
  forwarded: {
    title: '转送有权更正的机关并告知申请人',
    law: '不属于本行政机关职能范围的，可以转送有权更正的行政机关处理并告知申请人（条例第四十一条）。',
    letter: 'recordForwardingNotice',
    result: null,
    texts: { organInCharge: 'required', organContact: 'optional' },
  },
  referred: {
    title: '告知申请人向有权更正的机关提出',
    law: '不属于本行政机关职能范围的，可以告知申请人向有权更正的行政机关提出（条例第四十一条）。',
    letter: 'recordAmendmentNotice',
    result: 'notOurs',
    texts: { organInCharge: 'required', organContact: 'optional', reason: 'required' },
  },
} as const satisfies Readonly<Record<AmendmentDecision, DecisionRow>>;

export const AMENDMENT_DECISION_IDS = Object.keys(AMENDMENT_DECISIONS) as readonly AmendmentDecision[];

export const rowOfDecision = (decision: AmendmentDecision): DecisionRow => AMENDMENT_DECISIONS[decision];

export type AmendmentTexts = Readonly<Partial<Record<AmendmentText, string>>>;

export interface AmendmentCommand {
  readonly decision: AmendmentDecision;
  /** Day of the decision and of its letter. */
  readonly on: CivilDate;
  /** What was typed, of this decision or of another one. */
  readonly texts: Readonly<Partial<Record<AmendmentText, string | undefined>>>;
}

/** What is known of a request when it is decided. */
export interface AmendmentState {
  readonly status: AmendmentStatus;
  readonly organName: string;
  readonly receivedOn: CivilDate;
}

/** Why a decision is not taken: field errors by pointer, or an empty `field` for the request as a whole. */
export type AmendmentRefusal = FieldError;

const TEXT_NAMES: Readonly<Record<AmendmentText, string>> = {
  reason: '审核情况',
  organInCharge: '有权更正的行政机关',
  organContact: '该机关的联系方式',
};

/** The texts that belong to the decision; what was typed for another one is left out. */
export function textsOfDecision({ decision, texts }: AmendmentCommand): AmendmentTexts {
  const keys = Object.keys(rowOfDecision(decision).texts);
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]): readonly [string, string][] =>
      keys.includes(key) && value !== undefined && value.trim() !== '' ? [[key, value.trim()]] : [],
    ),
  );
}

function refuseTexts(command: AmendmentCommand, organName: string): readonly AmendmentRefusal[] {
  const given = textsOfDecision(command);
  const missing = Object.entries(rowOfDecision(command.decision).texts).flatMap(([key, need]) =>
    need === 'required' && !Object.hasOwn(given, key)
      ? [{ field: `/texts/${key}`, message: `${TEXT_NAMES[key as AmendmentText]}：还没有填写。` }]
      : [],
  );
  const isItself = given.organInCharge === organName;
  const message = '这里填写的是本机关；有权更正的，应当审核后更正或者说明理由（条例第四十一条）。';
  return isItself ? [...missing, { field: '/texts/organInCharge', message }] : missing;
}

/**
 * Judges a decision; every reason against it at once.
 *
 * @returns the texts that belong to it
 */
export function decideAmendment(
  { status, organName, receivedOn }: AmendmentState,
  command: AmendmentCommand,
  today: CivilDate,
): Result<AmendmentTexts, readonly AmendmentRefusal[]> {
  const { on } = command;
  const refusals: readonly AmendmentRefusal[] = [
    ...(status === 'received' ? [] : [{ field: '', message: '这件更正申请已经办结，不能再次决定。' }]),
    ...(on > today ? [{ field: '/on', message: '日期不能晚于今天。' }] : []),
    ...(on < receivedOn ? [{ field: '/on', message: '日期早于收到更正申请的日期。' }] : []),
    ...refuseTexts(command, organName),
  ];
  return refusals.length > 0 ? err(refusals) : ok(textsOfDecision(command));
}

/** The fields of the decision's letter. */
export function amendmentLetterFields(
  command: AmendmentCommand,
  request: Pick<AmendmentRequest, 'record' | 'fault'>,
  receivedOn: CivilDate,
): LetterFieldValues {
  const { result } = rowOfDecision(command.decision);
  return {
    requestedOn: receivedOn,
    record: `${request.record.replace(/。$/, '')}。${request.fault}`,
    ...(result !== null && { result }),
    ...textsOfDecision(command),
  };
}
