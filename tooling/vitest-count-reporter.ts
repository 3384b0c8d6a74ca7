import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends a CI run with one plain line of counts, and names every skipped test so that none is skipped silently. The files
 * that failed go to ZHAOSHI_FAILED_FILES, a line each; none where the run itself broke.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        count[state] += 1;
        if (state === 'skipped') console.log(`skipped: ${test.fullName}`);
      }
    }
    // Files whose hook fails have skipped tests only: they are counted as files.
    const failed = modules.filter((module) => module.state() === 'failed');
    console.log(
      `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped, ${failed.length} files failed`,
    );
    const list = process.env['ZHAOSHI_FAILED_FILES'];
    if (list === undefined) return;
    const named = unhandled.length > 0 ? [] : failed.map(({ moduleId }) => `${moduleId}\n`);
    writeFileSync(list, named.join(''));
  }
}
