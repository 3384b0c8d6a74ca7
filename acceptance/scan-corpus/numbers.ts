import type { Random } from '../../packages/report-files/test/fuzz/random.ts';

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.int(10)).join('');

const REGIONS = [
  '110105',
  '370102',
  '371523',
  '440106',
  '330481',
  '510104',
  '620102',
  '230123',
  '654002',
  '810000',
];
const two = (number: number): string => String(number).padStart(2, '0');

/** A day between the beginnings of two years, YYYYMMDD. */
function day(random: Random, from: number, to: number): string {
  return `${from + random.int(to - from)}${two(1 + random.int(12))}${two(1 + random.int(28))}`;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function idCheck(first: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(first[index]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** An identity number of eighteen places (GB 11643) of somebody born between 1930 and 2022. */
export function idNumber(random: Random): string {
  const first = random.pick(REGIONS) + day(random, 1930, 2023) + digits(random, 3);
  return first + idCheck(first);
}

/** One of the fifteen places issued before 1999. */
export const oldIdNumber = (random: Random): string =>
  random.pick(REGIONS.slice(0, 9)) + day(random, 1930, 1996).slice(2) + digits(random, 3);

function luhnCheck(first: string): string {
  const sum = Array.from(first)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Issuer numbers of cards in use, and the places of those cards. */
const ISSUERS: readonly (readonly [string, number])[] = [
  ['622202', 19],
  ['622208', 19],
  ['955880', 19],
  ['622848', 19],
  ['621700', 19],
  ['436742', 19],
  ['621661', 19],
  ['621785', 19],
  ['622260', 19],
  ['622588', 16],
  ['621483', 16],
  ['621098', 19],
  ['622188', 19],
  ['622319', 16],
  ['621521', 19],
  ['622690', 16],
  ['622909', 18],
  ['622518', 16],
  ['623095', 19],
  ['621539', 19],
  ['405512', 17],
  ['690755', 18],
  ['451289', 16],
  ['524094', 16],
];

/** A card by issuer, places and check digit; a third from any issuer of 银联. */
export function bankCard(random: Random): string {
  const [issuer, length] =
    random.int(3) === 0
      ? ([`62${digits(random, 4)}`, random.pick([16, 19, 19, 19])] as const)
      : random.pick(ISSUERS);
  const first = issuer + digits(random, length - 1 - issuer.length);
  return first + luhnCheck(first);
}

export const mobile = (random: Random): string =>
  `1${random.pick(['38', '39', '50', '51', '59', '86', '87', '88', '77', '99', '30', '32'])}${digits(random, 8)}`;

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 with its check character; every third in digits only, as those of organs often are. */
export function creditCode(random: Random): string {
  const body = random.pick(['91', '12', '11', '51', '93']) + random.pick(REGIONS);
  const own =
    random.int(3) === 0
      ? digits(random, 9)
      : `MA${digits(random, 1)}${random.pick(['C', 'F', 'K'])}${digits(random, 5)}`;
  const first = body + own;
  const sum = CODE_WEIGHTS.reduce(
    (total, weight, index) => total + weight * CODE_CHARACTERS.indexOf(first.charAt(index)),
    0,
  );
  return first + CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** A number of a system: region, a day of the last years, a serial; any check digit. */
export const systemNumber = (random: Random): string =>
  random.pick(REGIONS) + day(random, 2024, 2026) + digits(random, 4);

/** Eighteen places that look like an identity number but for the check digit. */
export function wrongIdNumber(random: Random): string {
  const right = idNumber(random);
  const last = right.at(-1) ?? '';
  return right.slice(0, -1) + random.pick(Array.from('0123456789').filter((digit) => digit !== last));
}

/** A serial number of a length that cards have too, with any check digit. */
export const serialNumber = (random: Random): string =>
  random.pick(['62', '20', '37', '45', '95', '10']) + digits(random, random.pick([14, 15, 16, 17]));

export { digits };
