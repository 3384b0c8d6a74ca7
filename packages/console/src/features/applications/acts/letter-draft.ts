import type { ActType } from '@zhaoshi/domain/application/act';
import { SUPPLY_FORMS, SUPPLY_WAYS } from '@zhaoshi/domain/application/application-form';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type MissingField, wordsOfPlaces } from '@zhaoshi/domain/letter/check-letter';
import { composeLetter } from '@zhaoshi/domain/letter/compose-letter';
import { letterLines } from '@zhaoshi/domain/letter/letter';
import type { LetterFacts } from '@zhaoshi/domain/letter/letter-facts';
import { LETTER_KINDS, type LetterKind } from '@zhaoshi/domain/letter/letter-kinds';
import { fillText, type LetterTemplate } from '@zhaoshi/domain/letter/letter-template';
import { REMEDY_READINGS } from '@zhaoshi/domain/remedy/remedy';
import type { ShownCase, ShownDerivation } from '../shown-application.ts';
import { letterOfAct, letterValues, wordingOf } from './act-letter.ts';
import type { ActValues } from './act-values.ts';
import { dayOf } from './entered.ts';
import { feeOf } from './fee-words.ts';

/** A letter as far as it is written. */
export interface LetterDraft {
  readonly title: string;
  readonly lines: readonly string[];
  /** What it still needs; empty when it is whole. */
  readonly missing: readonly MissingField[];
}

/** What the server knows when the letter is issued, and a draft does not. */
const LATER = {
  documentNumber: '（发文时编号）',
  contact: ['（发文时写入本机关政府信息公开工作机构的联系方式）'],
  remedyPlaces: {
    reviewOrgan: '（行政复议机关）',
    court: '（有管辖权的人民法院）',
    reviewAddress: null,
  },
};

function applicationFacts({ form, ...shown }: ShownCase): LetterFacts['application'] {
  const { supplyForm, supplyWay } = form ?? {};
  return {
    registrationNumber: shown.registrationNumber,
    receiptDate: dayOf(shown.receiptDate) ?? null,
    receiptRule: shown.receiptRule,
    applicant: form?.applicant.name ?? shown.applicant,
    isOrganization: shown.applicantKind !== 'naturalPerson',
    asked: form?.description ?? shown.summary,
    form: supplyForm === undefined ? '（申请表所列形式）' : SUPPLY_FORMS[supplyForm],
    way: supplyWay === undefined ? '（申请表所列方式）' : SUPPLY_WAYS[supplyWay],
  };
}

function feeFacts(act: ActValues['act'], on: CivilDate): LetterFacts['fee'] {
  const fee = feeOf(act, on);
  return fee == null ? null : { basis: fee.by, lines: fee.lines, total: fee.fen };
}

const addresseeOf = (kind: LetterKind, shown: ShownCase, { texts }: ActValues): string =>
  LETTER_KINDS[kind].to === 'applicant'
    ? shown.applicant
    : (texts['consultee'] ?? texts['unit'] ?? '（受文者）');

/** The wording with what is filled in, and the names of what is not. */
function gappedLines(
  template: LetterTemplate,
  facts: LetterFacts,
  values: ActValues['texts'],
): readonly string[] {
  const words = wordsOfPlaces(template, facts, values);
  const gap = (key: string): string => {
    const field = template.fields.find((one) => one.key === key);
    return field?.required === true ? `〔${field.label}〕` : '';
  };
  return template.paragraphs
    .map(({ text }) => fillText(text, (key) => words(key) || gap(key)))
    .filter((text) => text !== '');
}

/**
 * The letter that goes with an act, from what is typed so far.
 *
 * @param due the last day as the act would leave it
 */
export function letterDraft(
  type: ActType,
  values: ActValues,
  shown: ShownCase,
  due: ShownDerivation | null,
): LetterDraft | null {
  const kind = letterOfAct(type, values.act);
  const date = dayOf(values.act['on']);
  const template = kind === null ? null : wordingOf(kind, date);
  if (kind === null || date === undefined || template === null) return null;
  const told = dayOf(due?.date);
  const facts: LetterFacts = {
    ...LATER,
    organ: shown.organName,
    date,
    addressee: addresseeOf(kind, shown, values),
    application: applicationFacts(shown),
    due: told === undefined ? null : { date: told, provisional: due?.provisional === true },
    fee: type === 'noticeFee' ? feeFacts(values.act, date) : null,
    givenBefore: false,
    readings: REMEDY_READINGS,
    byInternet: false,
    othersSeeApplicant: false,
  };
  const given = letterValues(type, values.act, values.texts);
  const letter = composeLetter(kind, facts, given);
  const { title } = LETTER_KINDS[kind];
  if (letter.ok) return { title, lines: letterLines(letter.value), missing: [] };
  return { title, lines: [title, ...gappedLines(template, facts, given)], missing: letter.error };
}
