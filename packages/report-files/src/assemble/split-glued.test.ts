import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import type { RowId } from '@zhaoshi/domain/annual-report/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisecondsOfWork } from '../../../domain/test/milliseconds-of-work.ts';
import { onlySplit, splitGlued } from './split-glued.ts';
import { splitTableThree } from './split-rows.ts';

const counts = (length: number) => Array.from({ length }, () => 'count' as const);
const row = (run: string) => onlySplit({ run, types: counts(7), sums: [7] });

describe('splitGlued', () => {
  it.each([
    ['0000000', '0 0 0 0 0 0 0'],
    ['200000121', '20 0 0 0 0 1 21'],
    ['713000074', '71 3 0 0 0 0 74'],
    ['370000037', '37 0 0 0 0 0 37'],
  ])('cuts %s where six figures make the seventh', (run, figures) => {
    expect(row(run)?.join(' ')).toBe(figures);
  });

  it('cuts table two only where there is one way to write it', () => {
    expect(onlySplit({ run: '000', types: counts(3) })).toEqual(['0', '0', '0']);
    expect(onlySplit({ run: '007', types: counts(3) })).toEqual(['0', '0', '7']);
    expect(onlySplit({ run: '35-15', types: ['count', 'signedCount'] })).toEqual(['35', '-15']);
    expect(onlySplit({ run: '693665', types: counts(3) })).toBeUndefined();
  });

  it('finds the figures of any row that adds up among its ways', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 6, maxLength: 6 }), (kinds) => {
        const figures = [...kinds, kinds.reduce((sum, kind) => sum + kind, 0)].map(String);
        const { splits, complete } = splitGlued({ run: figures.join(''), types: counts(7), sums: [7] });
        if (complete) expect(splits).toContainEqual(figures);
      }),
      { seed: 20_260_131 },
    );
  });

  it('gives up on a run that has too many ways', () => {
    const start = process.cpuUsage();
    expect(splitGlued({ run: '1'.repeat(100), types: counts(15) }).complete).toBe(false);
    expect(millisecondsOfWork(start)).toBeLessThan(2000);
  });
});

describe('splitTableThree', () => {
  const table = formTable('t3', '2019');
  const runs = (changed: Readonly<Record<string, string>>) =>
    new Map<RowId, string>(table.rows.map(({ id }) => [id, changed[id] ?? '0000000']));

  it('settles a row with several ways by the column sums', () => {
    // 11|0|1|0|0|0|12 or 1|10|1|0|0|0|12: both add up.
    const ambiguous = '110100012';
    expect(splitGlued({ run: ambiguous, types: counts(7), sums: [7] }).splits.length).toBeGreaterThan(1);
    const split = splitTableThree(
      table,
      runs({
        't3.newlyReceived': ambiguous,
        't3.granted': '100000010',
        't3.partiallyGranted': '1010002',
        't3.resultTotal': ambiguous,
      }),
      new Map(),
    );
    expect(split.get('t3.newlyReceived')).toEqual(['11', '0', '1', '0', '0', '0', '12']);
  });

  it('leaves rows alone that no column sum can settle', () => {
    const split = splitTableThree(table, runs({ 't3.granted': '110100012' }), new Map());
    expect(split.has('t3.granted')).toBe(false);
    expect(split.get('t3.carriedIn')).toEqual(['0', '0', '0', '0', '0', '0', '0']);
  });
});
