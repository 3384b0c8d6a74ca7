import { expect, it } from 'vitest';
import { paramsOf, shownAfter } from './shown-after.ts';

const organ = { regionId: 'r', organId: 'o' };
const before = { ...organ, name: '示范镇', version: 3 };
const after = { ...organ, name: '示范乡', version: 4 };

it('puts what a change answered in the place of the thing that was read', () => {
  expect(shownAfter(before, organ, { params: organ, answer: after })).toEqual(after);
  const saved = { ...after, isCut: false };
  expect(shownAfter(before, organ, { params: organ, answer: saved })).toEqual(after);
});

it('renews the line of a list by the names that its address and the line have', () => {
  const line = (key: string, value: number, version: number) => ({ key, value, version });
  const list = { items: [line('lock', 40, 1), line('length', 8, 1)] };
  const changed = { params: { ...organ, key: 'lock' }, answer: line('lock', 60, 2) };
  expect(shownAfter(list, organ, changed)).toEqual({ items: [line('lock', 60, 2), line('length', 8, 1)] });
  // The same setting of another organ is another thing.
  expect(shownAfter(list, { ...organ, organId: 'p' }, changed)).toBe(list);
});

it('leaves alone what is another thing, says less of it, or has no version', () => {
  const other = { ...before, organId: 'p' };
  expect(shownAfter(other, organ, { params: organ, answer: after })).toBe(other);
  const wide = { ...before, offices: [] };
  expect(shownAfter(wide, organ, { params: organ, answer: after })).toBe(wide);
  const lines = { items: [{ organId: 'o', version: 3 }] };
  expect(shownAfter(lines, organ, { params: organ, answer: after })).toBe(lines);
  const unnamed = { version: 1 };
  expect(shownAfter(unnamed, {}, { params: organ, answer: { version: 2 } })).toBe(unnamed);
  const { version: _version, ...unversioned } = after;
  expect(shownAfter(unversioned, organ, { params: organ, answer: unversioned })).toBe(unversioned);
  expect(shownAfter(null, organ, { params: organ, answer: after })).toBeNull();
});

it('finds the parameters in the key of an answer', () => {
  expect(paramsOf({ params: organ, query: {} })).toEqual(organ);
  expect([paramsOf({}), paramsOf(undefined)]).toEqual([{}, {}]);
});

it('keeps the version of a thing whose change answers something else', () => {
  const list = { items: [], predecessions: [], version: 3 };
  const change = { params: { ...organ, successionId: 's' }, base: 3 };
  const answer = { raised: { ...organ, version: 4 } };
  expect(shownAfter(before, organ, { ...change, answer })).toEqual({ ...before, version: 4 });
  expect(shownAfter(list, organ, { ...change, answer })).toEqual({ ...list, version: 4 });
  // Another thing, one that belongs to it, or one that somebody else changed meanwhile.
  expect(shownAfter(before, { ...organ, organId: 'p' }, { ...change, answer })).toBe(before);
  const office = { ...before, officeId: 'f' };
  expect(shownAfter(office, { ...organ, officeId: 'f' }, { ...change, answer })).toBe(office);
  const newer = { ...before, version: 7 };
  expect(shownAfter(newer, organ, { ...change, answer })).toBe(newer);
});
