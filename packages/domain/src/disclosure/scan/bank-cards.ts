import { isCreditCode, passesLuhn } from '../../annual-report/text/personal-data.ts';

interface IssuerRow {
  readonly issuer: string;
  readonly prefix: RegExp;
  readonly lengths: readonly number[];
  /** Taken for a card without a word beside it that says so: other numbers hardly begin like this. */
  readonly isPlain: boolean;
}

/**
 * Beginnings and lengths of cards issued in China (ISO/IEC 7812). The first row that fits decides: debit cards of
 * 银联 have nineteen places and credit cards sixteen; the few of seventeen and eighteen are told by their issuer.
 */
const ISSUERS: readonly IssuerRow[] = [
  { issuer: '兴业银行', prefix: /^62290[89]/, lengths: [16, 18], isPlain: true },
  { issuer: '银联标准卡', prefix: /^62/, lengths: [16, 19], isPlain: true },
  { issuer: '工商银行、农业银行早期借记卡', prefix: /^(?:9558|9559)/, lengths: [19], isPlain: true },
  { issuer: '建设银行早期借记卡', prefix: /^436742/, lengths: [16, 19], isPlain: true },
  { issuer: '中国银行早期借记卡', prefix: /^(?:456351|601382)/, lengths: [19], isPlain: true },
  { issuer: '交通银行早期借记卡', prefix: /^(?:405512|601428)/, lengths: [17], isPlain: true },
  { issuer: '招商银行一卡通', prefix: /^(?:690755|95555)/, lengths: [16, 18], isPlain: true },
  { issuer: '邮政储蓄银行早期借记卡', prefix: /^955100/, lengths: [19], isPlain: true },
  { issuer: 'Visa', prefix: /^4/, lengths: [16], isPlain: true },
  { issuer: 'Mastercard', prefix: /^5[1-5]/, lengths: [16], isPlain: true },
  { issuer: 'JCB', prefix: /^35(?:2[89]|[3-8])/, lengths: [16], isPlain: true },
  { issuer: 'Mastercard', prefix: /^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, lengths: [16], isPlain: false },
  { issuer: '银联早期借记卡', prefix: /^(?:60|68|69|81|9)/, lengths: [16, 17, 18, 19], isPlain: false },
];

const issuerOf = (digits: string): IssuerRow | undefined => ISSUERS.find(({ prefix }) => prefix.test(digits));

/** 统一社会信用代码 in digits only (GB 32100): registering body 1, 5 or 9. */
const isPublicCode = (digits: string): boolean => /^[159]/.test(digits) && isCreditCode(digits);

/** Whether digits next to 卡号 or 账号 are a card: a known beginning and the check digit. */
export const isCardNumber = (digits: string): boolean =>
  /^\d{16,19}$/.test(digits) && issuerOf(digits) !== undefined && passesLuhn(digits) && !isPublicCode(digits);

/** Regions of Gansu begin as cards do: region, day and serial of eighteen places are a number of a system. */
const REGION_AND_DAY =
  /^62(?:0[1-9]|1[0-2]|29|30)\d{2}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/;

/** Whether digits are a card without a word beside them: the issuer's length too. */
export function isPlainCard(digits: string): boolean {
  const issuer = issuerOf(digits);
  const hasLength = issuer?.isPlain === true && issuer.lengths.includes(digits.length);
  return hasLength && !REGION_AND_DAY.test(digits) && isCardNumber(digits);
}
