import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const recipe = readFileSync(join(root, 'deploy/Containerfile'), 'utf8');

/** `npm ci` in the image links only the workspaces whose package.json was copied before it. */
test('the container copies the package.json of every workspace before it installs', () => {
  const workspaces = globSync(['packages/*/package.json', 'acceptance/package.json', 'bench/package.json'], {
    cwd: root,
  }).map((path) => dirname(path));
  expect(workspaces).toContain('packages/redaction');
  const copied = [...recipe.matchAll(/^COPY (\S+)\/package\.json \1\/$/gm)].map(([, path = '']) => path);
  expect(new Set(copied)).toEqual(new Set(workspaces));
});

test('the container starts the command that is there, with the Node that the project asks for', () => {
  const [, command = ''] = /^ENTRYPOINT \["node", "\/opt\/zhaoshi\/([^"]+)"\]$/m.exec(recipe) ?? [];
  expect(readFileSync(join(root, command), 'utf8')).toContain('const WANTED = 24;');
  expect(recipe.match(/^FROM docker\.io\/library\/node:24-/gm)).toHaveLength(2);
  expect(recipe).toMatch(/^USER node$/m);
});
