/**
 * Order and letter case come from the database's own C.UTF-8, the same on every system. But pg_trgm asks the
 * operating system what a letter is, and under `C` no Chinese character is one: a search would find nothing.
 */
const CHARACTER_CLASSES: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'en-US' };

export const LC_CTYPE = CHARACTER_CLASSES[process.platform] ?? 'C.UTF-8';

export const LOCALE_ARGUMENTS: readonly string[] = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${LC_CTYPE}`,
];
