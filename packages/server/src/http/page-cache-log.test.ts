import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gatherLines } from './page-cache-log.ts';

describe('gathered lines', () => {
  it('are handed on whole, in their order, after a moment', async () => {
    const written: string[] = [];
    const log = gatherLines((lines) => written.push(lines));
    log('a\n');
    log('b\n');
    expect(written).toEqual([]);
    await wait(200);
    log('c\n');
    await wait(200);
    expect(written).toEqual(['a\nb\n', 'c\n']);
  });

  it('do not wait when there are many', () => {
    const written: string[] = [];
    const log = gatherLines((lines) => written.push(lines));
    for (let index = 0; index < 20_000; index++) log(`${index}\n`);
    expect(written.length).toBeGreaterThan(5);
    expect(written.join('').startsWith('0\n1\n2\n')).toBe(true);
  });
});
