import type { ByteView } from '../byte-view.ts';
import type { Span } from './fib.ts';
import { applySprms, newParagraphFormat } from './paragraph-format.ts';

/** List and level that a paragraph style gives to its paragraphs. */
export interface StyleList {
  readonly list: number | undefined;
  readonly level: number | undefined;
}

interface RawStyle extends StyleList {
  readonly base: number;
}

const PARAGRAPH_STYLE = 1;
const NO_BASE = 0xfff;
const MAX_ANCESTORS = 20;

/** Reads the style sheet as far as lists are concerned; styles are known by their number. */
export function readStyleLists(table: ByteView, span: Span): readonly (StyleList | undefined)[] {
  if (span.length < 6) return [];
  const sheet = table.part(span.start, span.length);
  const header = sheet.u16(0);
  const count = sheet.u16(2);
  const baseBytes = sheet.u16(4);
  const styles: (RawStyle | undefined)[] = [];
  let at = 2 + header;
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const length = sheet.u16(at);
    // Some writers claim too much for the last style; what came before it still holds.
    if (at + 2 + length > sheet.length) break;
    styles.push(length === 0 ? undefined : readStyle(sheet.part(at + 2, length), baseBytes));
    // Styles start at even places.
    at += 2 + length + (length % 2);
  }
  return styles.map((style) => (style === undefined ? undefined : inherited(style, styles)));
}

function readStyle(style: ByteView, baseBytes: number): RawStyle | undefined {
  const kinds = style.u16(2);
  if ((kinds & 0xf) !== PARAGRAPH_STYLE) return undefined;
  const nameCharacters = style.u16(baseBytes);
  const formats = baseBytes + 2 + nameCharacters * 2 + 2;
  const base = kinds >> 4;
  if (formats + 4 > style.length) return { base, list: undefined, level: undefined };
  const length = style.u16(formats);
  const format = newParagraphFormat(0);
  if (length > 2) applySprms(format, style.part(formats + 4, length - 2), undefined);
  return { base, list: format.list, level: format.level };
}

function inherited(style: RawStyle, all: readonly (RawStyle | undefined)[]): StyleList {
  let { list, level, base } = style;
  for (let steps = 0; base !== NO_BASE && steps < MAX_ANCESTORS; steps += 1) {
    const parent = all[base];
    if (parent === undefined) break;
    list ??= parent.list;
    level ??= parent.level;
    base = parent.base;
  }
  return { list, level };
}
