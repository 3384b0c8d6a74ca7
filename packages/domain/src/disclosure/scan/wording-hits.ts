import { type WordMatcher, wordMatcher } from '../../annual-report/text/word-matcher.ts';
import type { Hit } from './finding.ts';
import { WORDING_TABLE, type WordingRow } from './wording-table.ts';

interface Wording {
  readonly matcher: WordMatcher;
  readonly rows: ReadonlyMap<string, WordingRow>;
}

function wordingOf(table: readonly WordingRow[]): Wording {
  const rows = new Map(table.map((row) => [row.wrong, row]));
  return { matcher: wordMatcher(rows.keys()), rows };
}

const WORDINGS = new WeakMap<readonly WordingRow[], Wording>();

/** An installation's list is the same for thousands of items: its matcher is built once. */
function cachedWording(extra: readonly WordingRow[]): Wording {
  const known = WORDINGS.get(extra);
  if (known !== undefined) return known;
  const wording = wordingOf([...WORDING_TABLE, ...extra]);
  WORDINGS.set(extra, wording);
  return wording;
}

/**
 * Wrong and forbidden expressions of a plain text.
 *
 * @param extra the installation's own list, added to the starting set; a row for the same word goes before it
 */
export function wordingHits(text: string, extra: readonly WordingRow[]): readonly Hit[] {
  const { matcher, rows } = cachedWording(extra);
  return matcher(text).flatMap(({ word, start }): Hit[] => {
    const row = rows.get(word);
    if (row === undefined) return [];
    return [
      {
        kind: 'wording',
        severity: row.severity,
        start,
        end: start + word.length,
        mask: row.right,
        reason:
          row.right === null
            ? `“${word}”不应使用，请改写（依据：${row.source}）。`
            : `“${word}”应为“${row.right}”（依据：${row.source}）。`,
      },
    ];
  });
}
