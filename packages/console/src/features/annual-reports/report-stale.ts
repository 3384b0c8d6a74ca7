import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import { WRITTEN_PART_IDS, WRITTEN_PARTS } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { DraftValues } from './shown-report.ts';

type Flat = Readonly<Record<string, unknown>>;

const prefixed = (prefix: string, cells: Readonly<Record<string, string>>): Flat =>
  Object.fromEntries(Object.entries(cells).map(([cell, text]) => [`${prefix} ${cell}`, text]));

/** A draft piece by piece, so that somebody can choose between two versions of each. */
export const flatDraft = ({ texts, sources, typed, footnotes, datedOn }: DraftValues): Flat => ({
  ...texts,
  ...prefixed('source', sources),
  ...prefixed('typed', typed),
  ...prefixed('footnote', footnotes),
  datedOn,
});

const SOURCES: Readonly<Record<string, string>> = { t2: '表二', t3: '表三', t4: '表四' };

/** What a piece is called. */
function labelOf(name: string): string {
  const [kind = '', cell = ''] = name.split(' ');
  if (kind === 'source') return `${SOURCES[cell] ?? cell}的数字来源`;
  if (kind === 'typed') return cellName(cell as CellId);
  if (kind === 'footnote') return `${cellName(cell as CellId)}的表注`;
  return WRITTEN_PARTS[WRITTEN_PART_IDS.find((part) => part === kind) ?? 's1'];
}

/** The pieces that either version has, with their names. */
export function flatLabels(mine: Flat, theirs: Flat): Readonly<Record<string, string>> {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  names.delete('version');
  return Object.fromEntries(
    [...names].map((name) => [name, name === 'datedOn' ? '落款日期' : labelOf(name)]),
  );
}

const ofPrefix = (prefix: string, flat: Flat): Record<string, string> =>
  Object.fromEntries(
    Object.entries(flat).flatMap(([name, text]) =>
      name.startsWith(`${prefix} `) && typeof text === 'string'
        ? [[name.slice(prefix.length + 1), text]]
        : [],
    ),
  );

const textIn = (flat: Flat, name: string): string => {
  const text = flat[name];
  return typeof text === 'string' ? text : '';
};

const sourceIn = (flat: Flat, table: string) =>
  flat[`source ${table}`] === 'typed' ? ('typed' as const) : ('counted' as const);

/** The draft out of its pieces. */
export function draftOfFlat(flat: Flat): DraftValues {
  const { datedOn } = flat;
  return {
    texts: {
      preamble: textIn(flat, 'preamble'),
      s1: textIn(flat, 's1'),
      s5: textIn(flat, 's5'),
      s6: textIn(flat, 's6'),
    },
    sources: { t2: sourceIn(flat, 't2'), t3: sourceIn(flat, 't3'), t4: sourceIn(flat, 't4') },
    typed: ofPrefix('typed', flat),
    footnotes: ofPrefix('footnote', flat),
    datedOn: typeof datedOn === 'string' ? datedOn : null,
  };
}
