import {
  birthdayOf,
  isCreditCode,
  isIdCard,
  isOldIdCard,
  isResidentPermitOfForeigner,
} from '../../annual-report/text/personal-data.ts';
import { maskIdentity, maskPhone } from '../../application/masks.ts';
import { type CivilDate, daysBetween } from '../../kernel/civil-date.ts';
import { isCardNumber, isPlainCard } from './bank-cards.ts';
import {
  cutWindow,
  type DigitGroup,
  type DigitRun,
  type DigitWindow,
  digitRuns,
  windowsFrom,
} from './digit-runs.ts';
import type { FindingSeverity, ScanKind } from './finding.ts';
import { type NumberLabel, nearestLabel } from './labels.ts';
import { type MaskingRules, maskAccount } from './masking.ts';

/** What is known of the cell or paragraph a number stands in. */
export interface NumberContext {
  readonly today: CivilDate;
  /** Said by the heading of the column. */
  readonly column: NumberLabel | undefined;
  readonly masking: MaskingRules;
}

/** A number of a person in the plain text. */
export interface NumberHit {
  readonly kind: Extract<ScanKind, 'idNumber' | 'bankCard' | 'mobile'>;
  readonly severity: FindingSeverity;
  readonly start: number;
  readonly end: number;
  readonly mask: string;
  readonly reason: string;
  /** Birthday that an identity number tells. */
  readonly birthday?: CivilDate;
}

interface Situation extends NumberContext {
  readonly text: string;
  readonly run: DigitRun;
}

const LOOK_BACK = 18;
/** Numbers of systems are region, day and serial: by chance one in eleven has a valid check digit. */
const RECENT_DAYS = 3 * 366;

/** Files are named by numbers of systems: 371523202402169506.pdf. */
const FILE_NAME = /^\.[A-Za-z]{2,4}/;

function labelBefore({ text, column, run }: Situation, start: number): NumberLabel | undefined {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  // What stands behind an earlier sentence or number labels that one.
  const clause = before.slice(
    Math.max(...['。', '；', '，', ',', ';'].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  const label = nearestLabel(clause);
  if (label !== undefined) return label;
  const isCode =
    run.attachedBefore && run.groups[0]?.start === start && !/(?:tel|phone|mobile|id|no|card)$/i.test(before);
  return isCode ? 'serial' : column;
}

function identity(window: DigitWindow, here: Situation): NumberHit | undefined {
  const { digits } = window;
  const isNew = isIdCard(digits) || isResidentPermitOfForeigner(digits);
  // The cards of fifteen places have no check digit: only as one number, not as one of many.
  if (!isNew && !(window.groups.length <= 4 && isOldIdCard(digits))) return undefined;
  const label = labelBefore(here, window.start);
  const birthday = birthdayOf(digits);
  if (birthday === undefined || birthday > here.today) return undefined;
  const isNumbered = label === 'serial' || FILE_NAME.test(here.text.slice(window.end, window.end + 6));
  if (isNumbered && daysBetween(birthday, here.today) < RECENT_DAYS) return undefined;
  // One identity number in 31 passes as 统一社会信用代码; hardly a code passes as an identity number.
  if (label === 'serial' && isCreditCode(digits)) return undefined;
  if (!isNew && (label === 'serial' || label === 'phone' || label === 'card')) return undefined;
  const certain = isNew || label === 'identity';
  return {
    kind: 'idNumber',
    severity: certain ? 'blocks' : 'warns',
    start: window.start,
    end: window.end,
    mask: maskIdentity(digits),
    reason: certain
      ? '这是公民身份号码，不得完整公开；请按前2位、后3位保留的方式遮盖。'
      : '这15位数字像是旧版身份证号，请核对；如是，请遮盖。',
    birthday,
  };
}

/** Numbers that the text calls so but whose check digit is wrong: mistyped, and still somebody's. */
const CALLED = {
  identity: {
    kind: 'idNumber',
    digits: /^\d{17}[\dX]$/,
    title: '公民身份号码',
    mask: (digits: string) => maskIdentity(digits),
  },
  card: {
    kind: 'bankCard',
    digits: /^[2-9]\d{14,18}$/,
    title: '银行账号',
    mask: (digits: string, masking: MaskingRules) => maskAccount(digits, masking).mask,
  },
} as const;

function calledSo(window: DigitWindow, here: Situation): NumberHit | undefined {
  const label = labelBefore(here, window.start);
  if (label !== 'identity' && label !== 'card') return undefined;
  const { kind, digits, title, mask } = CALLED[label];
  const isWhole = window.groups.length === here.run.groups.length || isCardLayout(window);
  if (!digits.test(window.digits) || !isWhole || here.run.attachedAfter) return undefined;
  return {
    kind,
    severity: 'warns',
    start: window.start,
    end: window.end,
    mask: mask(window.digits, here.masking),
    reason: `这里写的是${title}，但校验位不符，可能写错；是个人的号码，请遮盖。`,
  };
}

const isFour = (group: DigitGroup | undefined): boolean => group?.digits.length === 4;

/**
 * Fours as they are stamped on the card and no row of years and figures, one number broken once or twice, or digit by
 * digit; one line end at most.
 */
function isCardLayout({ groups, previous }: DigitWindow): boolean {
  if (groups.filter(({ gap }) => gap.includes('\n')).length > 1) return false;
  if (groups.length <= 3 || groups.every(({ digits }) => digits.length === 1)) return true;
  return groups.slice(0, -1).every(isFour) && !isFour(previous);
}

function card(window: DigitWindow, here: Situation): NumberHit | undefined {
  if (!isCardNumber(window.digits)) return undefined;
  const label = labelBefore(here, window.start);
  if (label === 'serial' || label === 'phone' || label === 'amount') return undefined;
  const labelled = label === 'card';
  if (!labelled && !(isPlainCard(window.digits) && isCardLayout(window))) return undefined;
  if (!labelled && (here.run.attachedBefore || here.run.attachedAfter)) return undefined;
  const { mask, advice } = maskAccount(window.digits, here.masking);
  return {
    kind: 'bankCard',
    severity: 'blocks',
    start: window.start,
    end: window.end,
    mask,
    reason: `这是银行账号，不得完整公开；${advice}`,
  };
}

const MOBILE = /^(?:(?:00)?86)?(1[3-9]\d{9})$/;
/** What follows an amount, not a telephone. */
const UNIT = /^\.\d|^ ?(?:元|万|亿|人|户|个|吨|米|平方|公里|千|美元|股|％|%)/;

/** 138 1234 1234, 138-12341234, 86 138…: the groups people write; never a piece of a longer chain of numbers. */
function isPhoneLayout({ groups, next }: DigitWindow, isLabelled: boolean): boolean {
  const [first, second] = groups;
  // Broken once by a line end, or by blanks where a word before it says that it is a telephone.
  if (groups.length === 2 && second?.gap.includes('-') === false) {
    return second.gap.includes('\n') || isLabelled || (first?.digits.length ?? 0) > 2;
  }
  const lengths = groups.map(({ digits }) => digits.length).join(' ');
  if (!/^(?:[24] )?(?:11|3 4 4|3 8|7 4|4 4 3|5 6)$|^1[35]$/.test(lengths)) return false;
  const chained = [first, next].some((group) => group?.gap.includes('-') === true);
  return !chained || /^(?:00)?86$/.test(first?.digits ?? '');
}

const MOST_PHONE_GROUPS = 4;

function mobile(window: DigitWindow, here: Situation): NumberHit | undefined {
  const number = MOBILE.exec(window.digits)?.[1];
  if (number === undefined || window.groups.length > MOST_PHONE_GROUPS) return undefined;
  const label = labelBefore(here, window.start);
  if (!isPhoneLayout(window, label === 'phone')) return undefined;
  if (UNIT.test(here.text.slice(window.end, window.end + 4)) || here.run.attachedAfter) return undefined;
  if (label === 'serial' || label === 'amount' || (label === 'card' && window.groups.length === 1))
    return undefined;
  return {
    kind: 'mobile',
    severity: 'blocks',
    start: window.start,
    end: window.end,
    mask: maskPhone(number),
    reason: '这是手机号码，个人的请遮盖中间4位；确为对外公布的办公电话的，请说明理由。',
  };
}

const DETECTORS = [identity, card, mobile, calledSo] as const;

function hitIn(window: DigitWindow, here: Situation): NumberHit | undefined {
  for (const detect of DETECTORS) {
    const hit = detect(window, here);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** Lengths of two numbers that were copied without a blank between them. */
const GLUED: readonly (readonly [number, number])[] = [
  [18, 11],
  [11, 18],
  [18, 18],
  [18, 16],
  [16, 18],
  [18, 19],
  [19, 18],
  [18, 17],
  [11, 11],
];

const MOST_GLUED_GROUPS = 6;

/** Both numbers, when the groups from `first` on are two numbers with nothing between them. */
function gluedHits(
  here: Situation,
  first: number,
): { readonly hits: readonly NumberHit[]; readonly groups: number } {
  const { groups } = here.run;
  let length = 0;
  for (let last = first; last < groups.length && last - first < MOST_GLUED_GROUPS; last++) {
    length += groups[last]?.digits.length ?? 0;
    for (const [one, other] of GLUED) {
      if (one + other !== length) continue;
      const own = groups.slice(first, last + 1);
      const windows = [cutWindow(own, 0, one), cutWindow(own, one, length)];
      const hits = windows.map((window) => hitIn(window, here)).filter((hit) => hit !== undefined);
      if (hits.length === windows.length) return { hits, groups: own.length };
    }
  }
  return { hits: [], groups: 1 };
}

function hitsInRun(here: Situation): readonly NumberHit[] {
  const hits: NumberHit[] = [];
  // Behind the last group that belongs to a number.
  let taken = 0;
  for (let first = 0; first < here.run.groups.length; ) {
    const found = windowsFrom(here.run, first, first === taken)
      .map((window) => ({ window, hit: hitIn(window, here) }))
      .find(({ hit }) => hit !== undefined);
    const glued = found === undefined ? gluedHits(here, first) : undefined;
    if (found?.hit !== undefined) hits.push(found.hit);
    if (glued !== undefined) hits.push(...glued.hits);
    first += found?.window.groups.length ?? glued?.groups ?? 1;
    if (found !== undefined) taken = first;
  }
  return hits;
}

/** Identity numbers, cards and mobile numbers of a plain text in order. Linear in its length. */
export function numberHits(text: string, context: NumberContext): readonly NumberHit[] {
  return digitRuns(text).flatMap((run) => hitsInRun({ ...context, text, run }));
}
