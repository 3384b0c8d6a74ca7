import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { ReadNote } from '@zhaoshi/report-files/source-document';
import { wrap } from './text-table.ts';

/** A table whose figures were printed in one piece gives a note for every row; the first few show what happened. */
const MOST_GUESSES = 3;

/** What the reader guessed or could not understand, for people who did not ask for all of it. */
export function noteLines({ notes }: ReadReport, width: number): readonly string[] {
  const lines = (shown: readonly ReadNote[]): readonly string[] =>
    shown.map(({ message }) => wrap(`  读取说明：${message}`, width).join('\n    '));
  const guesses = notes.filter(({ kind }) => kind === 'guessed');
  const more = guesses.length - MOST_GUESSES;
  return [
    ...lines(notes.filter(({ kind }) => kind === 'notUnderstood')),
    ...lines(guesses.slice(0, MOST_GUESSES)),
    ...(more > 0 ? [`  读取说明：另有推断 ${more} 处，用 zhaoshi report read 查看。`] : []),
  ];
}
