import type { TextPlace } from '@zhaoshi/domain/annual-report/ids';
import type { SourceStructure } from '@zhaoshi/domain/annual-report/report';
import type { Block, Place } from '../source-document.ts';
import type { Outline } from './outline.ts';
import type { SourceItem, TextItem } from './source-items.ts';

/** What programs leave behind when they flatten a Word file; nobody wrote it and no reader of the page sees it. */
const MACHINE_LEFTOVER = /\[bookmark:\s*[^\]\n]{0,80}\]/gi;

/** A leftover with the place, the very object, of the paragraph or cell it was taken from. */
export interface RemovedLeftover {
  readonly text: string;
  readonly place: Place;
}

/** Takes machine leftovers out of paragraphs and cells and returns what was taken. */
export function removeLeftovers(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly leftovers: readonly RemovedLeftover[];
} {
  const leftovers: RemovedLeftover[] = [];
  const cleaned = <T extends { readonly text: string; readonly place: Place }>(holder: T): T => {
    if (!holder.text.includes('[')) return holder;
    const text = holder.text.replace(MACHINE_LEFTOVER, (found) => {
      leftovers.push({ text: found, place: holder.place });
      return '';
    });
    return { ...holder, text };
  };
  const kept = blocks.map((block): Block => {
    if (block.kind === 'paragraph') return cleaned(block);
    return { ...block, grid: { ...block.grid, cells: block.grid.cells.map(cleaned) } };
  });
  return { blocks: kept, leftovers };
}

/** The part of the report each leftover stood in. `titleLines`, `signatureLines`: lines that are no running text. */
export function placeLeftovers(
  leftovers: readonly RemovedLeftover[],
  items: readonly SourceItem[],
  outline: Outline,
  lines: { readonly title: ReadonlySet<TextItem>; readonly signature: ReadonlySet<TextItem> },
): SourceStructure['leftovers'] {
  if (leftovers.length === 0) return [];
  const starts = new Map(outline.parts.map(({ place, section }) => [place, section]));
  const sections = new Map<Place, TextPlace>();
  let section: TextPlace = 'preamble';
  for (const item of items) {
    for (const { place } of item.kind === 'row' ? item.cells : [item]) {
      section = starts.get(place) ?? section;
      sections.set(place, section);
    }
  }
  for (const { place } of lines.title) sections.set(place, 'title');
  for (const { place } of lines.signature) sections.set(place, 'signature');
  return leftovers.map(({ text, place }) => ({ section: sections.get(place) ?? 'preamble', text }));
}
