import { expect, test } from 'vitest';
import { ReadFailure } from '../read-error.ts';
import { createDeadline } from './deadline.ts';

test('a deadline in the future lets work go on', () => {
  const deadline = createDeadline(60_000);
  for (let step = 0; step < 1_000; step++) deadline.check();
});

test('a deadline that has passed stops a loop within one clock interval, with what to do', () => {
  const deadline = createDeadline(-1000);
  expect(() => deadline.check()).toThrow(ReadFailure);
  const late = createDeadline(1);
  const spin = () => {
    for (;;) late.check();
  };
  expect(spin).toThrow(/too-complex.*读取超过 0\.001 秒/);
});
