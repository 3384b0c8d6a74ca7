import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tooling/longest-first.ts';

/** Commands and servers that tests start as processes of their own share what Node compiled of the same files. */
const COMPILED = join(tmpdir(), 'zhaoshi-compiled');

const SERVER = 'packages/server/{src,test}/**/*.test.ts';

/** What it asserts of its process's memory says nothing in one that other files have filled. */
const MEASURED = 'packages/server/src/adapters/files/inspect/inspect-file.test.ts';

/** Rules, shapes and pages: functions of what they are given. */
const PURE = 'packages/{domain,contract,portal}/{src,test}/**/*.test.ts';

const OTHERS = 'packages/!(server|domain|contract|portal)/{src,test}/**/*.test.ts';

/** What a test waits for comes when it comes: a second, the default, is too short for a busy machine. */
const PATIENT = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    // Most of the long tests wait for a browser, a server or a database.
    maxWorkers: 3,
    env: { NODE_COMPILE_CACHE: COMPILED },
    sequence: { sequencer: LongestFirst },
    reporters: process.env['CI'] ? ['default', './tooling/vitest-count-reporter.ts'] : ['default'],
    projects: [
      {
        // They keep nothing and start nothing: one process runs many of these short files, and reads the domain once.
        test: {
          name: 'files',
          include: [PURE],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: PATIENT,
        },
      },
      {
        // Apart, because they start processes, stand in for what is global, or measure their memory.
        test: {
          name: 'programs',
          include: ['tooling/**/*.test.ts', OTHERS, 'acceptance/**/*.test.ts', MEASURED],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: PATIENT,
        },
      },
      {
        // Apart, because its tests share one database server, started only when one of them is run.
        test: {
          name: 'server',
          include: [SERVER],
          exclude: ['**/node_modules/**', MEASURED],
          // Each file has a database of its own and keeps nothing in modules. To read the server anew for each of 63
          // short files took more than a third of their time.
          isolate: false,
          globalSetup: 'packages/server/test/database-setup.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: PATIENT,
        },
      },
    ],
  },
});
