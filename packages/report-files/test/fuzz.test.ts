import { expect, test } from 'vitest';
import { fuzzStep } from './fuzz/fuzz-step.ts';

/** The hostile files come first; `fuzz.ts` runs as many more as one has time for. */
const STEPS = 3_000;

test(`${STEPS} broken, random and hostile files give a report or a typed refusal, each in time`, async () => {
  const problems: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    const { kind, problem } = await fuzzStep(1, step);
    if (problem !== undefined) problems.push(`step ${step} (${kind}): ${problem}`);
  }
  expect(problems).toEqual([]);
}, 240_000);
