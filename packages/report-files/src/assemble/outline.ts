import type { SectionId } from '@zhaoshi/domain/annual-report/ids';
import { parseCell } from '@zhaoshi/domain/annual-report/parse-cell';
import type { Place } from '../source-document.ts';
import { type FoundHeading, findHeading, type Numbering } from './headings.ts';
import type { RowCell, SourceItem, TableRow, TextItem } from './source-items.ts';

/** One part of the report with the running text that stands in it. */
export interface OutlinePart {
  readonly section: SectionId;
  readonly heading: string;
  /** Where the heading stands. */
  readonly place: Place;
  readonly lines: TextItem[];
}

export interface Outline {
  /** Lines before the first heading. */
  readonly preamble: readonly TextItem[];
  /** In the order found; a part that is headed twice stands twice. */
  readonly parts: readonly OutlinePart[];
  /** Table rows of the whole document, in order. */
  readonly rows: readonly TableRow[];
}

const TEXT_SECTIONS: ReadonlySet<SectionId | undefined> = new Set([undefined, 's1', 's5', 's6']);
const SHORTEST_SENTENCE = 60;

/** The only cell of a row that holds words. */
function onlyWords(row: TableRow): RowCell | undefined {
  const filled = row.cells.filter(({ label }) => label !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return undefined;
  return parseCell(only.text, 'count').state === 'text' ? only : undefined;
}

function isSentence({ text, label }: RowCell): boolean {
  return !label.includes('勾稽关系') && (text.length > SHORTEST_SENTENCE || /。\s*$/.test(text));
}

/** Text that a file keeps in table cells (spreadsheets, layout tables) is text all the same. */
function textOfRow(row: TableRow, section: SectionId | undefined): readonly TextItem[] | undefined {
  const only = onlyWords(row);
  if (only === undefined) return undefined;
  const lines = only.text.split('\n').map((line) => line.trim());
  const heading = lines.some((line) => findHeading(line) !== undefined);
  if (!heading && !TEXT_SECTIONS.has(section) && !isSentence(only)) return undefined;
  if (only.label.startsWith('第二十条') || only.label.includes('勾稽关系')) return undefined;
  return lines.filter(Boolean).map((text) => ({ kind: 'text', text, place: only.place }));
}

const STRENGTH: readonly Numbering[] = ['none', 'arabic', 'chinese'];

/** For each part, the best numbering with which it is headed anywhere; weaker look-alikes are sub-headings. */
class HeadingFilter {
  private readonly best = new Map<SectionId, number>();

  notice(text: string): void {
    const heading = findHeading(text);
    if (!heading) return;
    const strength = STRENGTH.indexOf(heading.numbering);
    this.best.set(heading.section, Math.max(strength, this.best.get(heading.section) ?? 0));
  }

  find(text: string): FoundHeading | undefined {
    const heading = findHeading(text);
    if (!heading) return undefined;
    return STRENGTH.indexOf(heading.numbering) === this.best.get(heading.section) ? heading : undefined;
  }
}

/** Divides the document into preamble, parts and table rows. */
export function outlineOf(items: readonly SourceItem[]): Outline {
  const filter = new HeadingFilter();
  for (const item of items) {
    if (item.kind === 'text') filter.notice(item.text);
    else for (const line of textOfRow(item, undefined) ?? []) filter.notice(line.text);
  }
  const preamble: TextItem[] = [];
  const parts: OutlinePart[] = [];
  const rows: TableRow[] = [];
  const addText = (item: TextItem): void => {
    const heading = filter.find(item.text);
    if (!heading) {
      if (item.text !== '') (parts.at(-1)?.lines ?? preamble).push(item);
      return;
    }
    const lines: TextItem[] = heading.rest === '' ? [] : [{ ...item, text: heading.rest }];
    parts.push({ section: heading.section, heading: heading.text, place: item.place, lines });
  };
  for (const item of items) {
    if (item.kind === 'text') {
      addText(item);
      continue;
    }
    const texts = textOfRow(item, parts.at(-1)?.section);
    if (texts) texts.forEach(addText);
    else rows.push(item);
  }
  return { preamble, parts, rows };
}
