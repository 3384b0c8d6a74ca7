import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sweep } from './mirror-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('two that sweep the same trees at once leave what is wanted and nothing else', async () => {
  for (let round = 0; round < 20; round += 1) {
    for (const name of ['a/b/c', 'a/d', 'e/f', 'e/g/h', 'i']) {
      mkdirSync(join(folder, 'identity', name), { recursive: true });
      writeFileSync(join(folder, 'identity', name, 'left.html'), '');
    }
    writeFileSync(join(folder, 'identity', 'e/kept.html'), '');
    const wanted = new Set(['e/kept.html']);
    await Promise.all([sweep(folder, wanted), sweep(folder, wanted), sweep(folder, wanted)]);
    expect(readdirSync(join(folder, 'identity'))).toEqual(['e']);
    expect(readdirSync(join(folder, 'identity/e'))).toEqual(['kept.html']);
  }
  expect(existsSync(join(folder, 'identity/a'))).toBe(false);
});
