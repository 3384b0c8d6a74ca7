const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/;

const isWide = (character: string | undefined): boolean => character !== undefined && WIDE.test(character);

/**
 * Text as the page shows it: runs of white space are one blank, a line end between two Chinese characters is
 * nothing (it only wraps the source), hard blanks are blanks, invisible characters are dropped. The blanks that
 * indent the paragraph, full-width ones included, are cut.
 */
export function shownText(source: string): string {
  return source
    .replaceAll(/[ \t\n\r\f]+/g, (run: string, offset: number) => {
      const wraps = run.includes('\n') || run.includes('\r');
      return wraps && isWide(source[offset - 1]) && isWide(source[offset + run.length]) ? '' : ' ';
    })
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .trim();
}

/** Lines of preformatted text, without the blanks at their ends. */
export function preformattedLines(source: string): string[] {
  return source
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .filter((line) => line !== '');
}
