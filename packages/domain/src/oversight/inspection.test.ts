import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawSample } from './inspection.ts';

const IDS = Array.from({ length: 40 }, (_, index) => `item-${index}`);

it('whoever has the seed draws the same again, in whatever order the items come', () => {
  const drawn = drawSample(IDS, '2026-11-21', 5);
  expect(drawn).toHaveLength(5);
  fc.assert(
    fc.property(fc.shuffledSubarray(IDS, { minLength: IDS.length }), (ids) => {
      expect(drawSample(ids, '2026-11-21', 5)).toEqual(drawn);
    }),
    { seed: 20_260_131 },
  );
  expect(drawSample(IDS, '2026-11-22', 5)).not.toEqual(drawn);
});

it('an item that was not drawn takes nobody’s place when it goes', () => {
  const drawn = drawSample(IDS, 's', 10);
  const without = IDS.filter((id) => drawn.includes(id) || id.endsWith('3'));
  expect(drawSample(without, 's', 10)).toEqual(drawn);
});

it('no item is drawn more often over many seeds than chance has it', () => {
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed++)
    for (const id of drawSample(IDS, `seed ${seed}`, 4)) times.set(id, (times.get(id) ?? 0) + 1);
  // 200 expected each; six standard deviations either way.
  expect(Math.min(...times.values())).toBeGreaterThan(120);
  expect(Math.max(...times.values())).toBeLessThan(280);
});

it('a unit with fewer items gives all of them', () => {
  expect(drawSample(['b', 'a'], 's', 5).toSorted()).toEqual(['a', 'b']);
});
