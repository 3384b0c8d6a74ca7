import { expect, test } from 'vitest';
import { ByteView } from '../byte-view.ts';
import { SPRM } from './sprm.ts';
import { readTableRow } from './table-row.ts';

/** A table definition with cells 100 twips wide and the given flags. */
function definition(flags: readonly number[], described = flags.length): ByteView {
  const bytes = Buffer.alloc(1 + (flags.length + 1) * 2 + described * 20);
  bytes[0] = flags.length;
  for (let edge = 0; edge <= flags.length; edge += 1) bytes.writeInt16LE(edge * 100 - 100, 1 + edge * 2);
  for (let cell = 0; cell < described; cell += 1)
    bytes.writeUInt16LE(flags[cell] ?? 0, 1 + (flags.length + 1) * 2 + cell * 20);
  return new ByteView(bytes);
}

const joined = (flags: readonly number[]) =>
  readTableRow(undefined, SPRM.tableDefinition, definition(flags))?.cells.map((cell) => cell.joined);

test('edges are read with their sign', () => {
  expect(readTableRow(undefined, SPRM.tableDefinition, definition([0, 0]))?.edges).toEqual([-100, 0, 100]);
});

test('cells merged in a row are told in both writings of the flags', () => {
  expect(joined([0, 2, 1, 1, 0])).toEqual([false, false, true, true, false]);
  expect(joined([0, 1, 2, 2, 0])).toEqual([false, false, true, true, false]);
  expect(joined([3, 1, 3, 1])).toEqual([false, true, false, true]);
  expect(joined([1, 2, 1, 2])).toEqual([false, true, false, true]);
});

test('a cell merged with the one above is told from the first of its set', () => {
  const row = readTableRow(undefined, SPRM.tableDefinition, definition([0x60, 0x20, 0x40, 0]));
  expect(row?.cells.map((cell) => cell.continues)).toEqual([false, true, false, false]);
});

test('descriptions left out at the end mean plain cells', () => {
  const row = readTableRow(undefined, SPRM.tableDefinition, definition([0x20, 0x20], 1));
  expect(row?.cells.map((cell) => cell.continues)).toEqual([true, false]);
});

test('later modifiers merge and split', () => {
  const start = readTableRow(undefined, SPRM.tableDefinition, definition([0, 0, 0]));
  const merged = readTableRow(start, SPRM.tableMerge, new ByteView(Uint8Array.of(0, 2)));
  expect(merged?.cells.map((cell) => cell.joined)).toEqual([false, true, false]);
  const split = readTableRow(merged, SPRM.tableSplit, new ByteView(Uint8Array.of(0, 2)));
  expect(split?.cells.map((cell) => cell.joined)).toEqual([false, false, false]);
  const down = readTableRow(split, SPRM.tableVerticalMerge, new ByteView(Uint8Array.of(2, 1)));
  expect(down?.cells.map((cell) => cell.continues)).toEqual([false, false, true]);
  readTableRow(down, SPRM.tableVerticalMerge, new ByteView(Uint8Array.of(9, 1)));
  readTableRow(down, SPRM.tableMerge, new ByteView(Uint8Array.of(0, 255)));
});
