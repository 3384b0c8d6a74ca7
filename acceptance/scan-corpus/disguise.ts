import type { Random } from '../../packages/report-files/test/fuzz/random.ts';

const fullWidth = (number: string): string =>
  number.replace(/[0-9X]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

function split(number: string, sizes: readonly number[], gap: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(number.slice(at, at + size));
    at += size;
  }
  parts.push(number.slice(at));
  return parts.filter((part) => part !== '').join(gap);
}

/** The groups in which people write numbers of these lengths; of eighteen places most are identity numbers. */
function groupsOf(number: string): readonly number[] {
  if (number.length === 11) return [3, 4];
  return number.length === 15 || number.length === 18 ? [6, 8] : [4, 4, 4, 4];
}

const at = (number: string, random: Random): readonly number[] => [2 + random.int(number.length - 4)];

type Way = (number: string, random: Random) => string;

const plain: Way = (number) => number;

/** How numbers are written, cut and copied; half of them plainly. */
const WAYS: readonly Way[] = [
  plain,
  plain,
  plain,
  plain,
  plain,
  plain,
  plain,
  plain,
  plain,
  plain,
  (number) => fullWidth(number),
  (number) => fullWidth(number),
  (number) => split(number, groupsOf(number), ' '),
  (number) => split(number, groupsOf(number), '-'),
  (number) => split(number, groupsOf(number), '\u3000'),
  (number) => fullWidth(split(number, groupsOf(number), '－')),
  (number, random) => split(number, at(number, random), '\n'),
  (number, random) => split(number, at(number, random), ' \n '),
  (number, random) => split(number, at(number, random), '\u200b'),
  (number) => number.replace('X', 'x'),
  (number, random) => fullWidth(split(number, at(number, random), '\n')),
  (number) => (number.length === 18 ? Array.from(number).join(' ') : number),
  (number, random) => split(number, at(number, random), '\u00a0 '),
];

/** A number as somebody might have written it. */
export const disguised: Way = (number, random) => random.pick(WAYS)(number, random);
