import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableHash } from './stable-hash.ts';

test('names never change: waivers on file depend on them', () => {
  expect(stableHash('')).toBe('811c9dc59747b28c');
  expect(stableHash('AR-T3-ROW/t3.granted|某镇|2023')).toBe(stableHash('AR-T3-ROW/t3.granted|某镇|2023'));
  expect(stableHash('表三')).not.toBe(stableHash('表四'));
});

test('texts that differ have different names', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(stableHash(a) === stableHash(b)).toBe(a === b);
    }),
    { numRuns: 5_000, seed: 20_260_131 },
  );
});
