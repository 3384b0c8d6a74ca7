import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/attacks.md'), 'utf8');

/** How many attacks the checklist of the reference has. */
const ATTACKS = 32;

interface Attack {
  readonly number: number;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

const attacks: readonly Attack[] = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    number: Number(/^(\d+)\. /.exec(section)?.[1]),
    tests: [...section.matchAll(/^- `([^`]+)`：`([^`]+)`$/gm)].map(([, file = '', name = '']) => ({
      file,
      name,
    })),
  }));

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Whether the file has a test, or a group of them, of that name; one that is skipped does not count. */
function hasTest(source: string, name: string): boolean {
  const named = new RegExp(`(['\`])${escaped(name)}\\1,\\s*(?:\\{[^}]*\\},\\s*)?(?:async )?\\(`);
  const skipped = new RegExp(`\\.(?:skip|todo)\\(\\s*['\`]${escaped(name)}`);
  return named.test(source) && !skipped.test(source);
}

describe('docs/attacks.md', () => {
  test('has every attack of the checklist once, in order, with at least one test', () => {
    expect(attacks.map(({ number }) => number)).toEqual(
      Array.from({ length: ATTACKS }, (_, index) => index + 1),
    );
    expect(attacks.filter(({ tests }) => tests.length === 0)).toEqual([]);
    const lines = page.split('\n').filter((line) => line.startsWith('- '));
    expect(attacks.flatMap(({ tests }) => tests)).toHaveLength(lines.length);
  });

  test.each(attacks)('names tests of attack $number that are there', ({ tests }) => {
    const gone = tests.filter(({ file, name }) => {
      const path = join(root, file);
      return !existsSync(path) || !hasTest(readFileSync(path, 'utf8'), name);
    });
    expect(gone).toEqual([]);
  });

  test('would notice a test that was renamed, taken away or skipped', () => {
    expect(hasTest("it('is refused', async () => {", 'is refused')).toBe(true);
    expect(hasTest("it('is refused twice', async () => {", 'is refused')).toBe(false);
    expect(hasTest("// it is refused, once it('x', () => {", 'is refused')).toBe(false);
    expect(hasTest("it.skip('is refused', () => {", 'is refused')).toBe(false);
  });
});
