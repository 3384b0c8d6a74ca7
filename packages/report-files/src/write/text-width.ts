const FULL_WIDTH = /[\u2E80-\uFFEF\u2014\u2018-\u201D]/u;

/** Width of a text in half-width characters: a Chinese character counts two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += FULL_WIDTH.test(character) ? 2 : 1;
  return width;
}
