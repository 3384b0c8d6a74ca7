import { CHINESE_FAVOURITES } from './chinese-favourites.ts';

/** A password of fewer parts falls to a list of words with the usual trimmings. */
export const PARTS_ENOUGH = 5;

const SHORTEST = 3;
const LONGEST = 24;

/** Rows, columns and the digit block, as fingers walk over them. */
const WALKS = [
  '`1234567890-=',
  '~!@#$%^&*()_+',
  'qwertyuiop[]\\',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  '741852963',
  '147258369',
  '789456123',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
] as const;

const BACK_AND_FORTH = WALKS.flatMap((walk) => [walk, Array.from(walk).toReversed().join('')]);

const REPEAT = /^(.{1,4}?)\1+$/su;
const DATE =
  /^(?:(?:19|20)\d\d(?:[-./年]?(?:0?[1-9]|1[0-2])(?:[-./月]?(?:0?[1-9]|[12]\d|3[01])日?)?)?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/u;
const PHONE = /^1[3-9]\d{9}$/;

const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
  '8': 'b',
  '9': 'g',
};

const undisguised = (text: string, one: string): string =>
  Array.from(text)
    .map((letter) => (/[1!|]/.test(letter) ? one : (DISGUISES[letter] ?? letter)))
    .join('');

/** Whether a piece is something that is guessed as a whole. */
function isOnePart(text: string, isCommon: (text: string) => boolean): boolean {
  if (REPEAT.test(text) || DATE.test(text) || PHONE.test(text)) return true;
  if (BACK_AND_FORTH.some((walk) => walk.includes(text))) return true;
  return [text, undisguised(text, 'i'), undisguised(text, 'l')].some(
    (plain) => CHINESE_FAVOURITES.has(plain) || isCommon(plain),
  );
}

/**
 * In how few pieces a password can be put together from common passwords, keyboard walks, sequences, repetitions,
 * dates and single characters: what a guesser has to choose, one after the other.
 *
 * @param isCommon whether a text (lower case) stands in the list of passwords that are tried first
 */
export function guessableParts(password: string, isCommon: (text: string) => boolean): number {
  const letters = Array.from(password.toLowerCase());
  const fewest: number[] = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    let best = (fewest[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start += 1) {
      const parts = (fewest[start] ?? 0) + 1;
      if (parts < best && isOnePart(letters.slice(start, end).join(''), isCommon)) best = parts;
    }
    fewest.push(best);
  }
  return fewest[letters.length] ?? 0;
}
