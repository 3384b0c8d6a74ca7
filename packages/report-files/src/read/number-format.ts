/** Prints one number of an automatic list as Word does. Names are those of OOXML `w:numFmt`. */
type Printer = (value: number) => string;

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';

const PRINTERS: Readonly<Record<string, Printer>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  ordinal: String,
  numberInDash: (value) => `- ${value} -`,
  upperLetter: (value) => letters(value, 0x41),
  lowerLetter: (value) => letters(value, 0x61),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographDigital: digits,
  taiwaneseDigital: digits,
  japaneseDigitalTenThousand: digits,
  ideographTraditional: (value) => cyclic(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cyclic(value, '子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => block(value, 20, 0x2474),
  decimalEnclosedFullstop: (value) => block(value, 20, 0x2488),
  ideographEnclosedCircle: (value) => block(value, 10, 0x3280),
  none: () => '',
  bullet: () => '',
};

/**
 * The number as the list shows it: `formatNumber(3, 'chineseCounting')` is "三".
 * An unknown format prints decimal, which is what Word falls back to.
 */
export function formatNumber(value: number, format: string): string {
  return (PRINTERS[format] ?? String)(value);
}

function digits(value: number): string {
  return Array.from(String(value), (digit) => DIGITS[Number(digit)] ?? digit).join('');
}

function fullWidth(value: number): string {
  return Array.from(String(value), (digit) => String.fromCharCode(0xfee0 + digit.charCodeAt(0))).join('');
}

function chinese(value: number): string {
  const text = counting(value, DIGITS, '十百千', '零');
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

function legal(value: number): string {
  return counting(value, LEGAL_DIGITS, '拾佰仟', '零');
}

function counting(value: number, names: string, units: string, zero: string): string {
  if (value === 0) return zero;
  if (value < 0 || value > 9999) return String(value);
  let text = '';
  let gap = false;
  const figures = String(value);
  for (const [at, digit] of Array.from(figures).entries()) {
    if (digit === '0') {
      gap = true;
      continue;
    }
    if (gap) text += zero;
    gap = false;
    text += (names[Number(digit)] ?? '') + (units[figures.length - at - 2] ?? '');
  }
  return text;
}

function letters(value: number, first: number): string {
  if (value < 1 || value > 780) return String(value);
  // Word repeats the letter instead of counting on: Z is followed by AA, BB.
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [step, sign] of steps) {
    text += sign.repeat(Math.floor(rest / step));
    rest %= step;
  }
  return text;
}

function cyclic(value: number, signs: string): string {
  return value < 1 ? String(value) : (signs[(value - 1) % signs.length] ?? String(value));
}

function circled(value: number): string {
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  return block(value, 20, 0x2460);
}

function block(value: number, last: number, first: number): string {
  return value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value);
}
