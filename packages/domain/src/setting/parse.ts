import { err, ok, type Result } from '../kernel/result.ts';

/** Parsers of setting values; each says in Chinese what is wrong. */

export const wholeNumber =
  (least: number, most: number) =>
  (value: unknown): Result<number, string> =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? ok(value)
      : err(`应为 ${least} 至 ${most} 的整数`);

export const yesOrNo = (value: unknown): Result<boolean, string> =>
  typeof value === 'boolean' ? ok(value) : err('应为是或否');

/** A line of text; empty text means that nothing is set. */
export const lineOfText =
  (longest: number, pattern?: { readonly matches: RegExp; readonly words: string }) =>
  (value: unknown): Result<string, string> => {
    if (typeof value !== 'string') return err('应为文字');
    const text = value.trim();
    if (text.length > longest) return err(`不超过 ${longest} 字`);
    if (/[\u0000-\u001f\u007f]/.test(text)) return err('不能换行或含控制字符');
    if (text !== '' && pattern !== undefined && !pattern.matches.test(text)) return err(pattern.words);
    return ok(text);
  };
