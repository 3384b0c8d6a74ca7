import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import type { Choices } from './columns.ts';

const WRITINGS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A day as people type it into sheets: 2025-3-1, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301. */
export function parseSheetDate(text: string): CivilDate | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  for (const writing of WRITINGS) {
    const [, year, month, day] = writing.exec(plain) ?? [];
    if (year !== undefined) return civilDate(Number(year), Number(month), Number(day));
  }
  return undefined;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s"“”]/g, '')
    .toLowerCase();

/** The id behind a word of the sheet; the id itself is understood too. */
export const parseChoice = (text: string, choices: Choices): string | undefined =>
  Object.entries(choices).find(([id, title]) => plain(title) === plain(text) || id === text.trim())?.[0];

/** 是 or 否; `undefined` for anything else. */
export function parseYesNo(text: string): boolean | undefined {
  if (['是', '有', 'y', 'yes', '√'].includes(plain(text))) return true;
  return ['否', '无', 'n', 'no', '×'].includes(plain(text)) ? false : undefined;
}
