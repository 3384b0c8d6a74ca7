import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gatherLines } from './page-cache-log.ts';

describe('gathered lines', () => {
  it('are handed on whole, in their order, once a turn', async () => {
    const written: string[] = [];
    const log = gatherLines((lines) => written.push(lines));
    log('a\n');
    log('b\n');
    expect(written).toEqual([]);
    await turn();
    log('c\n');
    await turn();
    expect(written).toEqual(['a\nb\n', 'c\n']);
  });
});
