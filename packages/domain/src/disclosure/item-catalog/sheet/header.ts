import { plainText } from '../../../annual-report/rules/identity.ts';
import type { ItemLevel } from '../catalog-item.ts';
import { CATALOG_CHANNELS, CHANNEL_IDS, type ChannelId } from '../channels.ts';
import { CATALOG_COLUMN_IDS, CATALOG_COLUMNS, type CatalogColumnId, levelsIn } from './columns.ts';
import { type CoveredRow, textAt } from './grid.ts';

/** What a column of a county's sheet holds: a column of the template, or ticks for one of its values. */
export type HeaderColumn =
  | { readonly kind: 'text'; readonly id: CatalogColumnId }
  | { readonly kind: 'audience'; readonly value: 'public' | 'specificGroup' }
  | { readonly kind: 'class'; readonly value: 'proactive' | 'onApplication' }
  | { readonly kind: 'levels'; readonly value: readonly ItemLevel[] }
  | { readonly kind: 'channel'; readonly value: ChannelId };

export interface CatalogHeader {
  /** First and last row of the header, counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly columns: ReadonlyMap<number, HeaderColumn>;
  /** Headings that are no column of a catalogue; their cells are left out, and the person is told. */
  readonly unknown: readonly string[];
}

const bare = (name: string): string => plainText(name).replaceAll(/[（(][^（）()]*[)）]|[*＊]/g, '');
const full = (name: string): string => plainText(name).replaceAll(/[（()）*＊]/g, '');

const BY_NAME: ReadonlyMap<string, CatalogColumnId> = new Map(
  CATALOG_COLUMN_IDS.flatMap((id) =>
    [CATALOG_COLUMNS[id].title, ...CATALOG_COLUMNS[id].names].flatMap((name) => [
      [full(name), id] as const,
      [bare(name), id] as const,
    ]),
  ),
);

const columnNamed = (name: string): CatalogColumnId | undefined =>
  BY_NAME.get(full(name)) ?? BY_NAME.get(bare(name));

const channelNamed = (name: string): ChannelId | undefined =>
  CHANNEL_IDS.find((id) =>
    [CATALOG_CHANNELS[id].title, ...CATALOG_CHANNELS[id].names].some((one) => full(one) === full(name)),
  );

/** A heading below another one: 公开对象 over 全社会 and 特定群体, 公开层级 over 县级 and 乡级. */
function below(parent: CatalogColumnId, leaf: string): HeaderColumn | undefined {
  const words = full(leaf);
  if (parent === 'audience') {
    if (/^全社会|^社会公众|^公众/.test(words)) return { kind: 'audience', value: 'public' };
    return /特定/.test(words) ? { kind: 'audience', value: 'specificGroup' } : undefined;
  }
  if (parent === 'disclosureClass') {
    if (words.startsWith('主动')) return { kind: 'class', value: 'proactive' };
    return words.startsWith('依申请') ? { kind: 'class', value: 'onApplication' } : undefined;
  }
  if (parent === 'levels') {
    const levels = levelsIn(words);
    return levels.length === 0 ? undefined : { kind: 'levels', value: levels };
  }
  const channel = parent === 'channels' ? channelNamed(leaf) : undefined;
  return channel === undefined ? undefined : { kind: 'channel', value: channel };
}

/** What the headings over one column, from the top down, make of it. */
function columnOf(path: readonly string[]): HeaderColumn | undefined {
  const leaf = path.at(-1) ?? '';
  for (const above of path.slice(0, -1).toReversed()) {
    const parent = columnNamed(above);
    const found = parent === undefined ? undefined : below(parent, leaf);
    if (found !== undefined) return found;
  }
  const id = columnNamed(leaf);
  return id === undefined ? undefined : { kind: 'text', id };
}

/** The headings over a column, each once. */
function pathAt(rows: readonly CoveredRow[], column: number): readonly string[] {
  const cells = [...new Set(rows.map((row) => row[column] ?? null))];
  return cells.map((cell) => cell?.text.trim() ?? '').filter((text) => text !== '');
}

function readAt(rows: readonly CoveredRow[], from: number, to: number): CatalogHeader {
  const columns = new Map<number, HeaderColumn>();
  const unknown: string[] = [];
  const width = rows[from]?.length ?? 0;
  const taken = new Set<CatalogColumnId>();
  for (let at = 0; at < width; at += 1) {
    const path = pathAt(rows.slice(from, to + 1), at);
    const found = columnOf(path);
    if (found === undefined) {
      if (path.length > 0) unknown.push(path.join(' / '));
      continue;
    }
    if (found.kind !== 'text' || !taken.has(found.id)) {
      columns.set(at, found);
      if (found.kind === 'text') taken.add(found.id);
      continue;
    }
    // One heading 公开事项 over two columns: the second one holds the second level.
    const isSecondLevel = found.id === 'level1' && !taken.has('level2');
    if (isSecondLevel) {
      columns.set(at, { kind: 'text', id: 'level2' });
      taken.add('level2');
    } else unknown.push(path.join(' / '));
  }
  return { from, to, columns, unknown };
}

/** A title, notes and the name of the field stand above the header; it has at most three rows. */
const ROWS_SEARCHED = 12;
const MOST_ROWS = 3;
/** Fewer recognised columns than these are no catalogue. */
const FEWEST_COLUMNS = 4;

/**
 * Finds the header of a catalogue, of one to three rows with merged cells, wherever it stands in the first rows, and says
 * what each column holds. `undefined` when there is none.
 */
export function findCatalogHeader(rows: readonly CoveredRow[]): CatalogHeader | undefined {
  let best: CatalogHeader | undefined;
  // Of equal ones the shortest: neither the title above nor the first item below is part of the header.
  for (let height = 1; height <= MOST_ROWS; height += 1) {
    for (let from = 0; from < Math.min(ROWS_SEARCHED, rows.length - height + 1); from += 1) {
      const found = readAt(rows, from, from + height - 1);
      if (found.columns.size > (best?.columns.size ?? FEWEST_COLUMNS - 1)) best = found;
    }
  }
  return best;
}

/** Whether a row repeats the header, as printed sheets do on every page. */
export const isHeaderRow = (row: CoveredRow, header: CatalogHeader, rows: readonly CoveredRow[]): boolean => {
  const texts = (one: CoveredRow): string => one.map((_, at) => plainText(textAt(one, at))).join('|');
  return rows.slice(header.from, header.to + 1).some((one) => texts(one) === texts(row));
};
