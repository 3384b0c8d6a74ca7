import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

const FILES = {
  'passes.test.ts': `it('passes', () => {}); it.skip('waits for a folder', () => {});`,
  'fails.test.ts': `it('fails', () => { throw new Error('no'); }); it('passes', () => {});`,
  'hook.test.ts': `beforeAll(() => { throw new Error('no'); }); it('is never begun', () => {});`,
  'unreadable.test.ts': `import './nothing.ts'; it('is never read', () => {});`,
};

const REJECTS = `it('leaves something behind', () => { void Promise.reject(new Error('late')); });`;

let folder: string;
let list: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'zhaoshi-reporter-')));
  list = join(folder, 'failed');
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the tests of some files; answers what was printed and how it ended. */
async function run(files: Readonly<Record<string, string>>): Promise<{ code: number; printed: string }> {
  const names = Object.keys(files);
  for (const name of names) {
    const text = `import { beforeAll, it } from 'vitest';\nvoid beforeAll;\n${files[name] ?? ''}`;
    await writeFile(join(folder, name), text);
  }
  const reporter = join(ROOT, 'tooling/vitest-count-reporter.ts');
  const args = [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    folder,
    '--reporter',
    reporter,
  ];
  return await new Promise((done) => {
    execFile(
      process.execPath,
      [...args, ...names],
      { env: { ...process.env, ZHAOSHI_FAILED_FILES: list } },
      (error, printed) => done({ code: error === null ? 0 : 1, printed }),
    );
  });
}

it('counts tests, names the skipped ones, and lists failed files, also those whose hook failed', async () => {
  const { code, printed } = await run(FILES);
  expect(code).toBe(1);
  expect(printed).toContain('skipped: waits for a folder\n');
  expect(printed).toContain('2 passed, 1 failed, 2 skipped, 3 files failed');
  const failed = (await readFile(list, 'utf8')).trim().split('\n');
  expect(failed.toSorted()).toEqual(
    ['fails.test.ts', 'hook.test.ts', 'unreadable.test.ts'].map((name) => join(folder, name)),
  );
});

it('lists nothing where all passed', async () => {
  const { code } = await run({ 'passes.test.ts': FILES['passes.test.ts'] });
  expect(code).toBe(0);
  expect(await readFile(list, 'utf8')).toBe('');
});

it('lists nothing where something failed outside of any test: to run a file again says nothing of it', async () => {
  const { code } = await run({ 'fails.test.ts': FILES['fails.test.ts'], 'rejects.test.ts': REJECTS });
  expect(code).toBe(1);
  expect(await readFile(list, 'utf8')).toBe('');
});
