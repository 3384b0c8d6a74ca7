import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tooling/**/*.test.ts', 'packages/*/{src,test}/**/*.test.ts', 'acceptance/**/*.test.ts'],
    testTimeout: 60_000,
    reporters: process.env['CI'] ? ['default', './tooling/vitest-count-reporter.ts'] : ['default'],
  },
});
