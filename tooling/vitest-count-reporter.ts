import type { Reporter, TestModule } from 'vitest/node';

/** Ends a CI run with one plain line of counts, and names every skipped test so that none is skipped silently. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        count[state] += 1;
        if (state === 'skipped') console.log(`skipped: ${test.fullName}`);
      }
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`);
  }
}
