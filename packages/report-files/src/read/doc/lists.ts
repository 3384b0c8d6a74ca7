import type { ByteView } from '../byte-view.ts';
import type { Deadline } from '../deadline.ts';
import type { ListLevel, ListUse } from '../list-counters.ts';
import { LIST_LEVELS } from '../list-counters.ts';
import type { Fib, Span } from './fib.ts';

const DEFINITION_BYTES = 28;
const LEVEL_BYTES = 28;
const INSTANCE_BYTES = 16;
const SIMPLE = 1;
const LEGAL = 0x04;
const NO_RESTART = 0x08;
const OVERRIDES_START = 0x10;
const OVERRIDES_FORMAT = 0x20;

/** Number formats by their code in .doc, under their names in OOXML. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

/** Automatic lists of the document; a paragraph names one by its place, from 1. */
export function readLists(table: ByteView, fib: Fib, deadline: Deadline): readonly ListUse[] {
  if (fib.lists.length < 2 || fib.listOverrides.length < 4) return [];
  const definitions = readDefinitions(table, fib.lists, deadline);
  return readInstances(table.part(fib.listOverrides.start, fib.listOverrides.length), definitions, deadline);
}

function readDefinitions(table: ByteView, span: Span, deadline: Deadline): Map<number, readonly ListLevel[]> {
  const definitions = new Map<number, readonly ListLevel[]>();
  const count = table.u16(span.start);
  // The levels of all definitions stand behind the list of definitions, outside of the length it claims.
  let at = span.start + 2 + count * DEFINITION_BYTES;
  for (let index = 0; index < count; index += 1) {
    deadline.check();
    const definition = span.start + 2 + index * DEFINITION_BYTES;
    const simple = (table.u8(definition + 26) & SIMPLE) !== 0;
    const levels: ListLevel[] = [];
    for (let level = 0; level < (simple ? 1 : LIST_LEVELS); level += 1) {
      const read = readLevel(table, at);
      levels.push(read.level);
      at = read.end;
    }
    definitions.set(table.u32(definition), levels);
  }
  return definitions;
}

function readLevel(table: ByteView, at: number): { level: ListLevel; end: number } {
  const flags = table.u8(at + 5);
  const follow = table.u8(at + 15);
  const textAt = at + LEVEL_BYTES + table.u8(at + 24) + table.u8(at + 25);
  const characters = table.u16(textAt);
  let text = '';
  for (let index = 0; index < characters; index += 1) {
    const code = table.u16(textAt + 2 + index * 2);
    text += code < LIST_LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }
  const level: ListLevel = {
    start: table.i32(at),
    format: FORMATS[table.u8(at + 4)] ?? 'decimal',
    text,
    follow: follow === 1 ? 'space' : follow === 2 ? 'nothing' : 'tab',
    legal: (flags & LEGAL) !== 0,
    ...((flags & NO_RESTART) === 0 ? {} : { restartAfter: table.u8(at + 26) }),
  };
  return { level, end: textAt + 2 + characters * 2 };
}

function readInstances(
  overrides: ByteView,
  definitions: ReadonlyMap<number, readonly ListLevel[]>,
  deadline: Deadline,
): ListUse[] {
  const count = overrides.u32(0);
  const uses: ListUse[] = [];
  let at = 4 + count * INSTANCE_BYTES;
  for (let index = 0; index < count; index += 1) {
    deadline.check();
    const instance = 4 + index * INSTANCE_BYTES;
    const definition = overrides.u32(instance);
    const levels = (definitions.get(definition) ?? []).slice();
    const starts = new Map<number, number>();
    const overridden = overrides.u8(instance + 12);
    // Before the overrides of each instance, even if there are none, stands a number of no use here.
    at += 4;
    for (let override = 0; override < overridden; override += 1) {
      const bits = overrides.u32(at + 4);
      const level = bits & 0xf;
      if ((bits & OVERRIDES_FORMAT) !== 0) {
        const read = readLevel(overrides, at + 8);
        levels[level] = read.level;
        if ((bits & OVERRIDES_START) !== 0) starts.set(level, read.level.start);
        at = read.end;
      } else {
        if ((bits & OVERRIDES_START) !== 0) starts.set(level, overrides.i32(at));
        at += 8;
      }
    }
    uses.push({ definition: String(definition), instance: String(index), levels, starts });
  }
  return uses;
}
