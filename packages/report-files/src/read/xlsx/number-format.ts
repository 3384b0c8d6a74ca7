import { SSF } from '@e965/xlsx';

type FormatNumber = (format: string | number, value: number, options: { date1904: boolean }) => string;

/** SheetJS types its format library as `any`. */
const formatNumber: FormatNumber = SSF.format;

const GENERAL = 0;

/** Built-in formats that a Chinese Excel shows otherwise than the American one the library follows. */
const CHINESE_BUILT_IN: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * A number as the sheet shows it. Without a format of its own it is written out in full: Excel keeps fifteen
 * digits, and cuts the six decimals of an amount only because the column is narrow.
 *
 * @param format format code, or the number of a built-in one
 */
export function shownNumber(value: number, format: string | number, date1904: boolean): string {
  const code = typeof format === 'number' ? (CHINESE_BUILT_IN[format] ?? format) : format;
  if (code === GENERAL || /^general$/i.test(String(code))) return String(Number(value.toPrecision(15)));
  try {
    return formatNumber(code, value, { date1904 }).trim();
  } catch {
    // A format the library does not know must not cost the figure.
    return String(value);
  }
}

/** Whether the format shows a figure other than the one saved: rounded, or counted in thousands. */
export function showsOtherFigure(shown: string, saved: number): boolean {
  const figure = /^-?[\d,]+(?:\.\d+)?$/.test(shown) ? Number(shown.replaceAll(',', '')) : Number.NaN;
  // Figures worked out by formulas are off in their last digits.
  return Math.abs(figure - saved) > 1e-9 * Math.max(1, Math.abs(figure));
}
