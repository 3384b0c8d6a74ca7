import { expect, it } from 'vitest';
import { MEASURED, measureScan, precision, recall } from './scan-corpus/measure-scan.ts';

/** Apart from the seeds the detectors were written with: 1 and 2. */
const TEST_SEED = 711;
const DOCUMENTS = 500;

it('finds the numbers of people in texts, tables and files, and hardly anything else', async () => {
  const { scores, misses } = await measureScan(TEST_SEED, DOCUMENTS);
  const seen = MEASURED.map((kind) => ({
    kind,
    recall: recall(scores[kind]),
    precision: precision(scores[kind]),
  }));
  for (const { kind, ...score } of seen) {
    // Telephones broken within the first two digits, without a word beside them, are given up for precision.
    const least = kind === 'mobile' ? 0.99 : 0.999;
    expect(score.recall, JSON.stringify({ kind, misses })).toBeGreaterThanOrEqual(least);
    expect(score.precision, JSON.stringify({ kind, misses })).toBeGreaterThanOrEqual(0.98);
  }
  expect(scores.idNumber.seeded).toBeGreaterThan(1_000);
  expect(scores.bankCard.seeded).toBeGreaterThan(800);
});
