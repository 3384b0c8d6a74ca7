import { type ToldDate, toldDateText } from '../calendar/provisional-words.ts';
import { type Fen, PER_ITEM, PER_PAGE, type Tariff, yuanText } from '../fee/tariff.ts';
import { tariffWords } from '../fee/tariff-words.ts';
import { chineseDate } from '../kernel/chinese-date.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { RemedyPlaces, RemedyReadings } from '../remedy/remedy.ts';

/** The fee that is noticed, as the tariff worked it out. */
export interface LetterFee {
  readonly basis: 'perItem' | 'perPage';
  /** Each band in words, for example "第31至100页，每页10.00元，计420.00元". */
  readonly lines: readonly string[];
  readonly total: Fen;
  /** Where the organ reads the tariff otherwise than usual [U]. */
  readonly tariff?: Tariff;
}

/** What the case says of the application. */
export interface LetterApplication {
  readonly registrationNumber: string;
  /** `null` while both sides have not confirmed it. */
  readonly receiptDate: CivilDate | null;
  /** By which rule it is that day, in words with the article (条例31). */
  readonly receiptRule: string;
  readonly applicant: string;
  readonly isOrganization: boolean;
  /** What was asked, in the applicant's words. */
  readonly asked: string;
  /** What was asked after the correction, in the applicant's words; empty where nothing was corrected (条例30). */
  readonly corrected: string;
  /** The form of supply and the way of getting it that were asked for (条例29). */
  readonly form: string;
  readonly way: string;
}

/** What the letter is composed from besides the officer's fields. */
export interface LetterFacts {
  readonly organ: string;
  /** Lines such as 联系电话, 地址 of the disclosure office. */
  readonly contact: readonly string[];
  readonly documentNumber: string | null;
  /** 成文日期 */
  readonly date: CivilDate;
  /** The applicant, third party or organ it is addressed to. */
  readonly addressee: string;
  readonly application: LetterApplication;
  /** The last day to reply as the letter leaves it. */
  readonly due: ToldDate | null;
  readonly fee: LetterFee | null;
  /** Of a repeated application: the information was given the first time (法释〔2025〕8号10(4)). */
  readonly givenBefore: boolean;
  /** `null` while the reconsideration organ or the court is not known. */
  readonly remedyPlaces: RemedyPlaces | null;
  readonly readings: RemedyReadings;
  /** Sent by an internet channel, so it must also give the address for review online (复议法22¶2). */
  readonly byInternet: boolean;
  /** The time in which reasons are waited for is left out of the period (条例35 is silent) [U]. */
  readonly excludesReasons: boolean;
  /** The period starts afresh after payment, else it runs on from where it stopped (109号 is silent) [U]. */
  readonly restartsAfterPayment: boolean;
  /** Days that a third party has for relief before what it objects to is given; 0: it is not told of any [U]. */
  readonly reliefDays: number;
  /** Whether those who are consulted are told who applied [U]. */
  readonly othersSeeApplicant: boolean;
}

interface FactWords {
  readonly label: string;
  readonly words: (facts: LetterFacts) => string;
}

/** 依据、标准: the tariff that the amount was worked out by. */
function feeStandard({ basis, tariff }: LetterFee): string {
  return basis === 'perItem'
    ? `按件计收，按同一申请人一个自然月内申请的件数：${tariffWords(tariff ?? PER_ITEM, '件')}。`
    : `按量计收，按每件申请提供信息的页数：${tariffWords(tariff ?? PER_PAGE, '页')}。`;
}

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');

/** The places that facts fill; an empty word is a fact that is not there. */
const FACTS = {
  organ: { label: '机关名称', words: ({ organ }) => organ },
  documentNumber: { label: '发文字号', words: ({ documentNumber }) => documentNumber ?? '' },
  registrationNumber: { label: '登记号', words: ({ application }) => application.registrationNumber },
  receiptDate: {
    label: '收到申请之日',
    words: ({ application: { receiptDate } }) => (receiptDate === null ? '' : chineseDate(receiptDate)),
  },
  receiptRule: { label: '收到申请之日的依据', words: ({ application }) => application.receiptRule },
  applicant: { label: '申请人', words: ({ application }) => application.applicant },
  applicantShown: {
    label: '申请人',
    words: ({ application, othersSeeApplicant }) => (othersSeeApplicant ? application.applicant : ''),
  },
  you: { label: '称呼', words: ({ application }) => (application.isOrganization ? '贵单位' : '您') },
  asked: { label: '申请公开的内容', words: ({ application }) => oneLine(application.asked) },
  corrected: { label: '补正后的内容', words: ({ application }) => oneLine(application.corrected) },
  form: { label: '提供形式', words: ({ application }) => application.form },
  way: { label: '获取方式', words: ({ application }) => application.way },
  due: { label: '答复期限', words: ({ due }) => (due === null ? '' : toldDateText(due)) },
  reasonsClock: {
    label: '说明理由的时间',
    words: ({ excludesReasons, application: { isOrganization } }) =>
      excludesReasons
        ? `自本告知书日期的次日起至收到${isOrganization ? '贵单位' : '您'}的说明之日止，不计算在答复期限内。`
        : '',
  },
  paymentClock: {
    label: '缴费后的答复期限',
    words: ({ restartsAfterPayment }) =>
      restartsAfterPayment
        ? '答复期限自缴纳费用的次日起重新计算。'
        : '自本通知书日期的次日起至缴纳费用之日止，不计算在答复期限内。',
  },
  reliefDays: {
    label: '公开前等候的日数',
    words: ({ reliefDays }) => (reliefDays === 0 ? '' : String(reliefDays)),
  },
  feeStandard: { label: '收费标准', words: ({ fee }) => (fee === null ? '' : feeStandard(fee)) },
  feeLines: { label: '收费数额的计算', words: ({ fee }) => fee?.lines.join('；') ?? '' },
  /** Nothing to pay is no fee: there is no notice of it. */
  feeTotal: {
    label: '收费数额',
    words: ({ fee }) => (fee === null || fee.total === 0 ? '' : yuanText(fee.total)),
  },
} as const satisfies Readonly<Record<string, FactWords>>;

export type FactKey = keyof typeof FACTS;

export const isFactKey = (key: string): key is FactKey => Object.hasOwn(FACTS, key);

export const factLabel = (key: FactKey): string => FACTS[key].label;

/** The words of a fact, without spaces around; empty when it is not there. */
export const factWords = (key: FactKey, facts: LetterFacts): string => FACTS[key].words(facts).trim();
