import { type CivilDate, yearOf } from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';

export interface DocumentNumberParts {
  /** 机关代字, for example 昭府办公复; setting `letter.numberWord`. */
  readonly word: string;
  /** Date of the letter; its year is printed. */
  readonly on: CivilDate;
  readonly number: number;
  /** Whether 第 stands before the number; setting `letter.numberWithWordDi`. */
  readonly withDi: boolean;
}

/** "昭府办公复〔2026〕第12号"; refused in Chinese when the organ has no word for it or the number is none. */
export function documentNumberOf({ word, on, number, withDi }: DocumentNumberParts): Result<string, string> {
  if (word.trim() === '') return err('没有设置发文字号的机关代字，请在“设置”中填写，或者直接填写全号');
  if (!Number.isSafeInteger(number) || number < 1) return err('发文字号的序号应为大于0的整数');
  return ok(`${word.trim()}〔${yearOf(on)}〕${withDi ? '第' : ''}${number}号`);
}
