import { expect, it } from 'vitest';
import { askedRange } from './byte-range.ts';

it.each<[string | undefined, ReturnType<typeof askedRange>]>([
  [undefined, 'whole'],
  ['bytes=0-9', { first: 0, last: 9 }],
  ['bytes=90-', { first: 90, last: 99 }],
  ['bytes=90-500', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=99-99', { first: 99, last: 99 }],
  ['bytes=100-', 'refused'],
  ['bytes=100-200', 'refused'],
  ['bytes=999999999999999-', 'refused'],
  ['bytes=-0', 'refused'],
  // What the RFC does not call a valid range is ignored.
  ['bytes=9-0', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=--5', 'whole'],
  ['bytes=-5-', 'whole'],
  ['bytes=1e3-', 'whole'],
  ['bytes=0x10-', 'whole'],
  ['items=0-5', 'whole'],
  ['bytes=9999999999999999999999-', 'whole'],
  ['bytes=0-1,2-3', 'whole'],
  [`bytes=${Array.from({ length: 5_000 }, () => '0-').join(',')}`, 'whole'],
])('%s', (header, range) => {
  expect(askedRange(header, 100)).toEqual(range);
});
