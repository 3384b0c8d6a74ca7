import { isCreditCode, passesLuhn } from '../../annual-report/text/personal-data.ts';

interface IssuerRow {
  readonly issuer: string;
  readonly prefix: RegExp;
  readonly lengths: readonly number[];
}

/**
 * Beginnings and lengths of cards issued in China (ISO/IEC 7812 issuer numbers as the issuers publish them). An
 * issuer's own rows go before the general ones: a number of ICBC with 17 places is none of its cards.
 */
const ISSUERS: readonly IssuerRow[] = [
  { issuer: '工商银行', prefix: /^(?:9558|62220[0-8]|621226|621225|621281)/, lengths: [19] },
  { issuer: '农业银行', prefix: /^(?:9559[59]|622848|622845|622846|623052|95595)/, lengths: [19] },
  { issuer: '建设银行', prefix: /^(?:621700|622700|621081|436742)/, lengths: [16, 19] },
  { issuer: '中国银行', prefix: /^(?:621660|621661|621663|621785|621790|456351|601382)/, lengths: [19] },
  { issuer: '交通银行', prefix: /^(?:62226[0-2]|405512|601428)/, lengths: [16, 17, 19] },
  { issuer: '邮政储蓄银行', prefix: /^(?:621098|621799|622188|622199|955100)/, lengths: [19] },
  { issuer: '招商银行', prefix: /^(?:622588|621483|621485|62258[01])/, lengths: [16] },
  { issuer: '招商银行一卡通', prefix: /^(?:690755|95555)/, lengths: [16, 18] },
  { issuer: '银联标准卡', prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  { issuer: '银联早期借记卡', prefix: /^(?:60|68|69|9[0-9])/, lengths: [16, 17, 18, 19] },
  { issuer: 'Visa', prefix: /^4/, lengths: [16, 19] },
  { issuer: 'Mastercard', prefix: /^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, lengths: [16] },
  { issuer: 'JCB', prefix: /^35(?:2[89]|[3-8])/, lengths: [16] },
];

/** Only labelled numbers of these are taken for cards: far more other numbers begin so than cards still in use. */
const RARE = /^(?:2|4|5|6[089]|8|9|35)/;
const OWN = /^(?:9558|9559|436742|4563|6013|6014|690755|95555|955100|405512)/;

/** Whether digits are a card by issuer, length and check digit. */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{16,19}$/.test(digits)) return false;
  const issuer = ISSUERS.find(({ prefix }) => prefix.test(digits));
  return issuer?.lengths.includes(digits.length) === true && passesLuhn(digits) && !isPublicCode(digits);
}

/** Whether it is a card without anything beside it that says so. */
export const isPlainCard = (digits: string): boolean =>
  isCardNumber(digits) && (!RARE.test(digits) || OWN.test(digits) || digits.length === 16);

/** 统一社会信用代码 in digits only (GB 32100): registering body 1, 5 or 9. */
const isPublicCode = (digits: string): boolean => /^[159]/.test(digits) && isCreditCode(digits);
