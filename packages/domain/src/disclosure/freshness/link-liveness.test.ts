import { describe, expect, test } from 'vitest';
import { afterCheck, askedAddresses, hasNoNetwork, type LinkRecord } from './link-liveness.ts';

const START = new Date('2026-11-21T00:00:00.000Z');
const hours = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 3_600_000;

describe('a link that was asked', () => {
  test('is dead after three failures in a row, asked with growing waits', () => {
    let record: LinkRecord = { failures: 0, deadSince: null };
    let now = START;
    const waits: number[] = [];
    const dead: boolean[] = [];
    for (let time = 0; time < 5; time += 1) {
      const next = afterCheck(record, 'dead', now);
      waits.push(hours(now, next.checkAt));
      dead.push(next.deadSince !== null);
      record = next;
      now = next.checkAt;
    }
    expect(waits).toEqual([6, 24, 72, 168, 168]);
    expect(dead).toEqual([false, false, true, true, true]);
    expect(record.deadSince).toEqual(new Date('2026-11-22T06:00:00.000Z'));
  });

  test('is alive again with the first answer, and then asked weekly', () => {
    const record = { failures: 7, deadSince: START };
    const next = afterCheck(record, 'alive', START);
    expect(next).toMatchObject({ failures: 0, deadSince: null });
    expect(hours(START, next.checkAt)).toBe(168);
  });

  test('keeps what is known of it when it could not be asked', () => {
    expect(afterCheck({ failures: 2, deadSince: null }, 'unknown', START)).toMatchObject({
      failures: 2,
      deadSince: null,
    });
  });
});

test.each([
  ['three sites fail and none answers', ['dead', 'dead', 'dead'], true],
  ['one answers', ['dead', 'dead', 'dead', 'alive'], false],
  ['two sites fail', ['dead', 'dead'], false],
  ['nothing could be asked', ['unknown', 'unknown', 'unknown'], false],
] as const)('whether there is a network: %s', (_, states, expected) => {
  expect(hasNoNetwork(states.map((state, index) => ({ host: `h${index}.cn`, state })))).toBe(expected);
});

test('three pages of one site are one site', () => {
  const asked = [1, 2, 3].map(() => ({ host: 'h.cn', state: 'dead' as const }));
  expect(hasNoNetwork(asked)).toBe(false);
});

test.each([
  ['https://a.gov.cn/x', true],
  ['http://a.gov.cn/', true],
  ['mailto:a@b.cn', false],
  ['/east/organ', false],
  ['javascript:alert(1)', false],
  ['https://user:secret@a.gov.cn/', false],
  ['ftp://a.gov.cn/', false],
  [`https://a.gov.cn/${'x'.repeat(1000)}`, false],
])('%s is asked: %s', (address, expected) => {
  expect(askedAddresses([address, address])).toEqual(expected ? [address] : []);
});
