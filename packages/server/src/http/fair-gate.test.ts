import { describe, expect, it } from 'vitest';
import { createFairGate } from './fair-gate.ts';

const LIMITS = { atOnce: 4, perAsker: 2, waiting: 6, waitingPerAsker: 3 };

/** Work that ends when it is told to. */
function work() {
  let finish = (): void => {};
  let started = false;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    run: async (): Promise<string> => {
      started = true;
      await done;
      return 'done';
    },
    finish: () => finish(),
    hasStarted: () => started,
  };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('a fair gate', () => {
  it('runs no more than its places, and the next when one ends', async () => {
    const gate = createFairGate(LIMITS);
    const works = ['a', 'b', 'c', 'd', 'e'].map((asker) => ({ asker, ...work() }));
    const answers = works.map(({ asker, run }) => gate.run(asker, run));
    await settle();
    expect(works.map(({ hasStarted }) => hasStarted())).toEqual([true, true, true, true, false]);
    works[0]?.finish();
    expect(await answers[0]).toBe('done');
    await settle();
    expect(works[4]?.hasStarted()).toBe(true);
  });

  it('one asker never takes all places: another gets in at once (attack 14, 27)', async () => {
    const gate = createFairGate(LIMITS);
    const flood = Array.from({ length: 20 }, () => work());
    const refused = flood.map(({ run }) => gate.run('flooder', run));
    await settle();
    expect(flood.filter(({ hasStarted }) => hasStarted())).toHaveLength(2);
    const other = work();
    const answer = gate.run('reader', other.run);
    await settle();
    expect(other.hasStarted()).toBe(true);
    other.finish();
    expect(await answer).toBe('done');
    // Two run, three wait, the rest is refused at once.
    const settled = await Promise.all(
      refused.map((one) => Promise.race([one, Promise.resolve('still there')])),
    );
    expect(settled.filter((one) => one === null)).toHaveLength(15);
  });

  it('work that fails gives its place back', async () => {
    const gate = createFairGate({ ...LIMITS, atOnce: 1 });
    await expect(gate.run('a', () => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
    expect(await gate.run('b', () => Promise.resolve('in'))).toBe('in');
  });
});
