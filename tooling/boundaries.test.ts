import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let house: string;

/** Lints one file as if it stood in the house, and returns what oxlint says. */
function lint(files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const result = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint')], {
    cwd: house,
    encoding: 'utf8',
  });
  for (const path of Object.keys(files)) rmSync(join(house, path));
  return result.stdout + result.stderr;
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'boundaries-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
});

afterAll(() => {
  rmSync(house, { recursive: true });
});

describe('who may import whom', () => {
  test.each([
    ['packages/domain/src/a.ts', 'node:fs'],
    ['packages/domain/src/a.ts', 'yauzl'],
    ['packages/domain/src/a.ts', '@zhaoshi/report-files/limits'],
    ['packages/report-files/src/a.ts', 'zhaoshi'],
    ['packages/report-files/src/a.ts', '../../domain/src/kernel/result.ts'],
    ['packages/cli/src/commands/a.ts', '../../../domain/src/kernel/result.ts'],
    ['packages/cli/src/a.ts', '@zhaoshi/console/app'],
    ['packages/domain/src/a.ts', './b.test.ts'],
    ['packages/portal/src/a.ts', '@zhaoshi/report-files/json-report'],
    ['packages/portal/src/a.ts', '@zhaoshi/server/compose'],
    ['packages/portal/src/a.ts', 'node:fs'],
    ['packages/portal/src/pages/a.ts', 'kysely'],
    ['packages/server/src/a.ts', 'zhaoshi'],
    ['packages/server/src/http/a.ts', '../../../portal/src/layout.ts'],
    ['packages/cli/src/a.ts', '@zhaoshi/server/db/connect'],
    ['packages/cli/src/a.ts', '@zhaoshi/portal/layout'],
    ['packages/report-files/src/a.ts', '@zhaoshi/portal/layout'],
    ['packages/redaction/src/a.ts', '@zhaoshi/report-files/limits'],
    ['packages/redaction/src/a.ts', '../../domain/src/kernel/result.ts'],
    ['packages/portal/src/a.ts', '@zhaoshi/redaction/redact'],
    ['packages/console/src/a.tsx', '@zhaoshi/server/compose'],
    ['packages/console/src/features/a.ts', '@zhaoshi/report-files/limits'],
    ['packages/console/src/a.ts', 'node:fs'],
    ['packages/console/src/app/a.ts', '../../../contract/src/page.ts'],
    ['packages/contract/src/a.ts', 'node:crypto'],
    ['packages/contract/src/routes/a.ts', '@zhaoshi/server/compose'],
    ['packages/contract/src/routes/a.ts', '@zhaoshi/report-files/limits'],
    ['packages/contract/src/a.ts', 'kysely'],
    ['packages/contract/src/a.ts', '../../domain/src/kernel/result.ts'],
  ])('%s must not import %s', (path, from) => {
    expect(lint({ [path]: `import { x } from '${from}';\nexport const y = [x];\n` })).toContain(
      'no-restricted-imports',
    );
  });

  test.each([
    ['packages/domain/src/a.ts', 'diff'],
    ['packages/domain/src/kernel/a.ts', '../kernel/result.ts'],
    ['packages/report-files/src/a.ts', '@zhaoshi/domain/kernel/result'],
    ['packages/report-files/src/a.ts', 'node:zlib'],
    ['packages/cli/src/a.ts', '@zhaoshi/report-files/limits'],
    ['packages/cli/src/a.ts', '@zhaoshi/server/compose'],
    ['packages/cli/src/platform/a.ts', '@zhaoshi/contract/routes/session'],
    ['packages/portal/src/pages/a.ts', '@zhaoshi/domain/kernel/html'],
    ['packages/portal/src/pages/a.ts', '../layout.ts'],
    ['packages/server/src/a.ts', '@zhaoshi/portal/layout'],
    ['packages/server/src/a.ts', '@zhaoshi/report-files/json-report'],
    ['packages/server/src/a.ts', '@zhaoshi/redaction/redact'],
    ['packages/redaction/src/a.ts', '@zhaoshi/domain/kernel/result'],
    ['packages/server/src/a.ts', 'kysely'],
    ['packages/console/src/a.tsx', '@zhaoshi/contract/problems'],
    ['packages/console/src/a.ts', '@zhaoshi/domain/permission/roles'],
    ['packages/console/src/a.tsx', 'antd'],
    ['packages/contract/src/a.ts', 'zod'],
    ['packages/contract/src/routes/a.ts', '@zhaoshi/domain/permission/roles'],
    ['packages/contract/src/routes/a.ts', '../fields.ts'],
  ])('%s may import %s', (path, from) => {
    expect(lint({ [path]: `import { x } from '${from}';\nexport const y = [x];\n` })).not.toContain(
      'no-restricted',
    );
  });

  test.each(['process.pid', 'Buffer.from([])', 'fetch("x")'])('domain must not touch %s', (expression) => {
    expect(lint({ 'packages/domain/src/a.ts': `export const x = ${expression};\n` })).toContain(
      'no-restricted-globals',
    );
  });

  test('a circle of imports is found, types included', () => {
    const said = lint({
      'packages/domain/src/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }\n",
      'packages/domain/src/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }\n",
    });
    expect(said).toContain('no-cycle');
  });
});
