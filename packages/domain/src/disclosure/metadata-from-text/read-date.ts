import { plainText } from '../../annual-report/rules/identity.ts';
import { readNumeral } from '../../annual-report/text/numerals.ts';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';

const DATE =
  /^[（(]?(\d{4})(?:年|[-./])(\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|[-./])(\d{1,2}|[一二三四五六七八九十]{1,3})日?[）)]?$/;

/** Letters and digits that stand for 〇 in years written in characters: 二O二三年, 二0二三年. */
const ZEROS = /(?<=[一二三四五六七八九〇○零])[OoＯｏ0０](?=[一二三四五六七八九〇○零OoＯｏ0０年])/g;

/** With a space between any two characters. */
const LONGEST_DATE = 40;

/** A text that is a day and nothing else: 2023年3月15日, 二〇二三年三月十五日, 2023-03-15. */
export function readWholeDate(text: string): CivilDate | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const [, year, month = '', day = ''] = DATE.exec(plainText(text.replaceAll(ZEROS, '〇'))) ?? [];
  if (year === undefined) return undefined;
  return civilDate(Number(year), readNumeral(month) ?? 0, readNumeral(day) ?? 0);
}
