import { parseCivilDate } from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SettingInput, SettingParser, SettingValue } from './setting.ts';

/** Parsers of setting values; each says in Chinese what is wrong, and how the value is entered. */

const parser = <T extends SettingValue>(
  input: SettingInput,
  parse: (value: unknown) => Result<T, string>,
): SettingParser<T> => Object.assign((value: unknown) => parse(value), { input });

export const wholeNumber = (least: number, most: number): SettingParser<number> =>
  parser({ kind: 'number', least, most }, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? ok(value)
      : err(`应为 ${least} 至 ${most} 的整数`),
  );

export const yesOrNo: SettingParser<boolean> = parser({ kind: 'switch' }, (value) =>
  typeof value === 'boolean' ? ok(value) : err('应为是或否'),
);

/** One of a few answers. */
export const oneOf = <T extends string>(...options: readonly T[]): SettingParser<T> =>
  parser({ kind: 'choice', options }, (value) => {
    const chosen = options.find((option) => option === value);
    return chosen === undefined
      ? err(`应为${options.map((option) => `“${option}”`).join('、')}之一`)
      : ok(chosen);
  });

/** A civil date of every year as MM-DD; empty text means that there is none. */
export const dayOfYear: SettingParser<string> = parser({ kind: 'text', longest: 5 }, (value) => {
  if (typeof value !== 'string') return err('应为文字');
  const text = value.trim();
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  // 2024 has every day that a year can have.
  const isDay = parseCivilDate(`2024-${month}-${day}`) !== undefined;
  return text === '' || isDay ? ok(text) : err('应为“月-日”，如 01-20');
});

/** A line of text; empty text means that nothing is set. */
export const lineOfText = (
  longest: number,
  pattern?: { readonly matches: RegExp; readonly words: string },
): SettingParser<string> =>
  parser({ kind: 'text', longest }, (value) => {
    if (typeof value !== 'string') return err('应为文字');
    const text = value.trim();
    if (text.length > longest) return err(`不超过 ${longest} 字`);
    if (/[\u0000-\u001f\u007f]/.test(text)) return err('不能换行或含控制字符');
    if (text !== '' && pattern !== undefined && !pattern.matches.test(text)) return err(pattern.words);
    return ok(text);
  });
