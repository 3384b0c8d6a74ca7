import { ByteView, damaged } from '../byte-view.ts';
import type { Deadline } from '../deadline.ts';
import type { Span } from './fib.ts';

/** A stretch of the WordDocument stream whose text shares its formatting. */
export interface FormatRun {
  /** Bytes of the stream, from and up to. */
  readonly start: number;
  readonly end: number;
  /** Style number; only paragraphs have one here. */
  readonly style: number;
  readonly sprms: ByteView;
}

const PAGE_BYTES = 512;
const COUNT_AT = 511;
const PAGE_NUMBER = 0x3fffff;
const PARAGRAPH_ENTRY_BYTES = 13;
const CHARACTER_ENTRY_BYTES = 1;
const NOTHING = new ByteView(new Uint8Array(0));

type ReadEntry = (page: ByteView, at: number) => { style: number; sprms: ByteView };

/** Runs of paragraph formatting, in order of their place in the stream. */
export function paragraphRuns(
  document: ByteView,
  table: ByteView,
  span: Span,
  deadline: Deadline,
): FormatRun[] {
  return runs(document, table.part(span.start, span.length), PARAGRAPH_ENTRY_BYTES, paragraphEntry, deadline);
}

/** Runs of character formatting, in order of their place in the stream. */
export function characterRuns(
  document: ByteView,
  table: ByteView,
  span: Span,
  deadline: Deadline,
): FormatRun[] {
  return runs(document, table.part(span.start, span.length), CHARACTER_ENTRY_BYTES, characterEntry, deadline);
}

/** The run that holds a byte of the stream. */
export function runAt(runs: readonly FormatRun[], offset: number): FormatRun | undefined {
  const run = runs[firstRunAfter(runs, offset)];
  return run !== undefined && run.start <= offset ? run : undefined;
}

/** Index of the first run that ends behind `offset`. */
export function firstRunAfter(runs: readonly FormatRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function runs(
  document: ByteView,
  index: ByteView,
  entryBytes: number,
  read: ReadEntry,
  deadline: Deadline,
): FormatRun[] {
  const pages = Math.max(Math.floor((index.length - 4) / 8), 0);
  // Every page stands once in the stream, so there are no more of them than fit.
  if (pages * PAGE_BYTES > document.length + PAGE_BYTES) throw damaged();
  const result: FormatRun[] = [];
  for (let number = 0; number < pages; number += 1) {
    deadline.check();
    const page = document.part(
      (index.u32((pages + 1) * 4 + number * 4) & PAGE_NUMBER) * PAGE_BYTES,
      PAGE_BYTES,
    );
    const count = page.u8(COUNT_AT);
    for (let run = 0; run < count; run += 1) {
      const place = page.u8((count + 1) * 4 + run * entryBytes) * 2;
      const entry = place === 0 ? { style: 0, sprms: NOTHING } : read(page, place);
      result.push({ start: page.u32(run * 4), end: page.u32(run * 4 + 4), ...entry });
    }
  }
  return result.sort((a, b) => a.start - b.start);
}

function paragraphEntry(page: ByteView, place: number): { style: number; sprms: ByteView } {
  const words = page.u8(place);
  const start = words === 0 ? place + 2 : place + 1;
  const length = words === 0 ? page.u8(place + 1) * 2 : words * 2 - 1;
  if (length < 2) return { style: 0, sprms: NOTHING };
  return { style: page.u16(start), sprms: page.part(start + 2, length - 2) };
}

function characterEntry(page: ByteView, place: number): { style: number; sprms: ByteView } {
  return { style: 0, sprms: page.part(place + 1, page.u8(place)) };
}
