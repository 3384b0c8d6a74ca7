/** Masks as public pages and lists show people: enough to tell two rows apart, not enough to know who it is. */

const STAR = '*';

/** 张* · 欧阳** · an organisation keeps its name, which is public. */
export function maskName(name: string, isPerson: boolean): string {
  if (!isPerson) return name;
  const characters = Array.from(name);
  return `${characters[0] ?? ''}${STAR.repeat(Math.max(1, Math.min(characters.length - 1, 3)))}`;
}

const keepEnds = (text: string, head: number, tail: number): string => {
  const characters = Array.from(text);
  if (characters.length <= head + tail) return STAR.repeat(characters.length);
  const hidden = STAR.repeat(characters.length - head - tail);
  return `${characters.slice(0, head).join('')}${hidden}${characters.slice(-tail).join('')}`;
};

/** 138****1234 */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4);

/** 3701************12 */
export const maskIdentity = (identity: string): string => keepEnds(identity, 4, 2);

const NUMBERS_OF_PEOPLE: readonly RegExp[] = [
  // Resident identity, bank card, mobile and fixed-line numbers, longest first.
  /(?<!\d)\d{17}[\dXx](?!\d)/g,
  /(?<!\d)\d{15,19}(?!\d)/g,
  /(?<!\d)1[3-9]\d{9}(?!\d)/g,
  /(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/g,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
];

/** Free text without numbers that name a person and without the values that are known to. */
export function maskPersonalText(text: string, known: readonly string[]): string {
  const withoutKnown = known
    .filter((value) => value.trim().length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, value) => masked.replaceAll(value, STAR.repeat(3)), text);
  return NUMBERS_OF_PEOPLE.reduce((masked, pattern) => masked.replace(pattern, STAR.repeat(3)), withoutKnown);
}
