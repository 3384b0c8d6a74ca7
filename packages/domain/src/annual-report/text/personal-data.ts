import { maskBankCard, maskIdentity, maskPhone } from '../../application/masks.ts';
import { originalSpan, plainText } from '../../disclosure/scan/plain-text.ts';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';

/** Personal data that must never leave: 个保法 28, publication.md §11 (masking). */
export type PersonalDataKind = 'idCard' | 'bankCard' | 'mobile' | 'homeAddress';

export const PERSONAL_DATA_NAMES: Readonly<Record<PersonalDataKind, string>> = {
  idCard: '身份证号',
  bankCard: '银行账号',
  mobile: '手机号码',
  homeAddress: '家庭住址',
};

/** One find; `start` and `end` count characters of the text as given, `masked` is all that may be shown. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly masked: string;
}

/**
 * A run of digits as people write it: groups parted by single blanks or hyphens, never over the end of a line
 * (table zeros below one another would become numbers). Bounded, and one class after another: linear.
 */
const DIGIT_RUN = /(?<![\dA-Za-z.])\d(?:[ \u00a0-]?\d){9,24}[Xx]?(?![\dA-Za-z])/g;

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
/** First two digits of GB/T 2260: provinces, Hong Kong, Macao, Taiwan. */
const REGIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

function isBirthday(year: string, month: string, day: string): boolean {
  return Number(year) >= 1900 && civilDate(Number(year), Number(month), Number(day)) !== undefined;
}

/** GB 11643: region, birthday and the check digit mod 11-2. */
export function isIdCard(digits: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(digits) || !REGIONS.has(digits.slice(0, 2))) return false;
  return isBirthday(digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)) && hasCheckDigit(digits);
}

function hasCheckDigit(digits: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return ID_CHECKS[sum % 11] === digits[17]?.toUpperCase();
}

/** A number of the fifteen places of cards issued before 1999: region and birthday, no check digit. */
export function isOldIdCard(digits: string): boolean {
  return (
    /^\d{15}$/.test(digits) &&
    REGIONS.has(digits.slice(0, 2)) &&
    isBirthday(`19${digits.slice(6, 8)}`, digits.slice(8, 10), digits.slice(10, 12))
  );
}

/**
 * The permanent residence cards of foreigners issued since 2023: 9, the province of issue, the nationality in three
 * digits, then as GB 11643.
 */
export function isResidentPermitOfForeigner(digits: string): boolean {
  return (
    /^9\d{16}[\dXx]$/.test(digits) &&
    REGIONS.has(digits.slice(1, 3)) &&
    isBirthday(digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)) &&
    hasCheckDigit(digits) &&
    !isCreditCode(digits)
  );
}

/** The birthday that an identity number of 15 or 18 places holds. */
export function birthdayOf(digits: string): CivilDate | undefined {
  const day = digits.length === 15 ? `19${digits.slice(6, 12)}` : digits.slice(6, 14);
  return civilDate(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8)));
}

const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100 统一社会信用代码 with its check character mod 31: an organisation's number, public by nature. */
export function isCreditCode(code: string): boolean {
  if (!/^[1-9ANY][0-9A-HJ-NPQRTUWXY]{17}$/.test(code)) return false;
  const valueAt = (index: number): number => CREDIT_CODE_CHARACTERS.indexOf(code.charAt(index));
  const sum = CREDIT_CODE_WEIGHTS.reduce((total, weight, index) => total + weight * valueAt(index), 0);
  return (31 - (sum % 31)) % 31 === valueAt(17);
}

/** In digits only, as the registers of enterprises, associations and public institutions give them. */
const isCreditNumber = (digits: string): boolean => /^[159]/.test(digits) && isCreditCode(digits);

/** ISO/IEC 7812 check digit. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Issuers met in China: 银联 62, 60 and 9x, Visa 4, Mastercard 5, JCB 35. */
const CARD_PREFIX = /^(?:62|60|9[0-9]|4|5[1-5]|35)/;

function isBankCard(digits: string): boolean {
  return (
    /^\d{16,19}$/.test(digits) && CARD_PREFIX.test(digits) && !isCreditNumber(digits) && passesLuhn(digits)
  );
}

/** A mobile number, alone or behind 86. */
const MOBILE = /^(?:86)?(1[3-9]\d{9})$/;

function digitData(run: string, before: string): Pick<PersonalData, 'kind' | 'masked'> | undefined {
  const digits = run.replace(/[ \u00a0-]/g, '');
  // Without a check digit it must be announced by name.
  if (isIdCard(digits) || (isOldIdCard(digits) && /身份证/.test(before))) {
    return { kind: 'idCard', masked: maskIdentity(digits) };
  }
  if (isBankCard(digits)) return { kind: 'bankCard', masked: maskBankCard(digits) };
  const mobile = MOBILE.exec(digits)?.[1];
  return mobile === undefined ? undefined : { kind: 'mobile', masked: maskPhone(mobile) };
}

const NUMERAL = '[0-9〇零一二三四五六七八九十百]';
/** Where a home address ends; 号令, 号文 and the like are numbers of documents. */
const DOOR = new RegExp(
  `${NUMERAL}{1,6} ?(?:号|室|户)(?!文|令|公告|通告|通知|线|楼|院|机|决定|议案|提案|建议)`,
  'g',
);
const LOOK_BACK = 40;
/** What a door number must stand behind to be a home: a village, an estate, a building. */
const HOME = new RegExp(
  `(?:(?:村|社区|小区|屯|花园|花苑|公寓|家园|新村|寨|湾)[^，。；：、（）\\n]{0,16}|${NUMERAL}{1,4}(?:栋|幢|号楼|座|单元)[^，。；：、（）\\n]{0,12}|(?:住址|家住|住所|住在|居住于|居住在|户籍地?址?)[^。；]{0,30})$`,
);
export const PERSONAL_ADDRESS = /住址|家住|住所|住在|居住|户籍|身份证/;
/** An organ's own address: told with its post code, its office, its opening hours. */
export const OFFICE_ADDRESS =
  /邮编|邮政编码|邮 编|办公|联系地址|通讯地址|通信地址|中心|大厦|大楼|政府|机关|查阅|窗口|服务站|服务点|受理点|村委会|居委会|村民委员会|居民委员会/;
const TOWNSHIP = /^.*?(?:镇|乡|街道)/;

function maskedAddress(place: string): string {
  const township = TOWNSHIP.exec(place)?.[0] ?? '';
  return `${township.slice(-12)}***`;
}

/** Homes told by their door (村 and 小区 with 号、室、户), organs' own addresses left out; `text` in half width. */
export function findHomeAddresses(text: string): readonly PersonalData[] {
  const found: PersonalData[] = [];
  for (const match of text.matchAll(DOOR)) {
    const end = match.index + match[0].length;
    const start = Math.max(0, match.index - LOOK_BACK);
    const back = text.slice(start, match.index);
    const sentence = back.slice(
      Math.max(back.lastIndexOf('。'), back.lastIndexOf('\n'), back.lastIndexOf('；')) + 1,
    );
    const home = HOME.exec(sentence);
    if (!home) continue;
    const around = sentence + text.slice(end, end + LOOK_BACK);
    if (OFFICE_ADDRESS.test(around) && !PERSONAL_ADDRESS.test(sentence)) continue;
    const last = found.at(-1);
    // “3栋502室”: one address, not two.
    if (
      last &&
      last.end >= match.index - LOOK_BACK &&
      !/[，。；、\n]/.test(text.slice(last.end, match.index))
    ) {
      found[found.length - 1] = { ...last, end };
      continue;
    }
    const place = sentence.slice(sentence.search(/[^，。；：、（）\s]*$/));
    found.push({ kind: 'homeAddress', start: match.index - place.length, end, masked: maskedAddress(place) });
  }
  return found;
}

/** Digits of any alphabet, and what stands behind the number of a door: most paragraphs have neither. */
const MAY_HOLD = /\p{Nd}|[号室户]/u;

function numbersIn(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const match of text.matchAll(DIGIT_RUN)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const data = digitData(match[0], before);
    if (data) found.push({ ...data, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * Personal data in a text, in reading order: ID cards, bank cards, mobile numbers, home addresses below the
 * township. Office landlines, organs' e-mail and street addresses and 统一社会信用代码 are none. Names cannot be
 * told by pattern. What cannot be seen, such as a joiner between two digits, hides nothing. Linear in the length of the text.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  if (!MAY_HOLD.test(text)) return [];
  const plain = plainText(text);
  return [...numbersIn(plain.text), ...findHomeAddresses(plain.text)]
    .map((one) => ({ ...one, ...originalSpan(plain, one.start, one.end) }))
    .toSorted((a, b) => a.start - b.start);
}
