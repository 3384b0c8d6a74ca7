import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Issue “Platform core”: sign-in and to-do path, compressed. */
const LIMIT_KB = 450;
const DIST = join(import.meta.dirname, '../dist');
const MANIFEST = join(DIST, '.vite/manifest.json');
/** The chunks that are asked for between the first request and the to-do list. */
const PATH = [
  'index.html',
  'src/features/sign-in/sign-in-page.tsx',
  'src/app/frame.tsx',
  'src/features/home/home-page.tsx',
];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** The files of the chunks with all they import, each once. */
function filesOf(manifest: Readonly<Record<string, Chunk>>): readonly string[] {
  const files = new Set<string>(['index.html']);
  const follow = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const one of chunk.imports ?? []) follow(one);
  };
  for (const name of PATH) follow(name);
  return [...files];
}

describe.skipIf(!existsSync(MANIFEST))(
  'the built console (skipped where `npm run build -w packages/console` has not run)',
  () => {
    it(`loads no more than ${LIMIT_KB} kB for signing in and the to-do list`, () => {
      const files = filesOf(JSON.parse(readFileSync(MANIFEST, 'utf8')) as Readonly<Record<string, Chunk>>);
      const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(DIST, file))).length }));
      const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
      const lines = sizes
        .toSorted((a, b) => b.bytes - a.bytes)
        .map(({ file, bytes }) => `${(bytes / 1000).toFixed(1)} kB ${file}`);
      console.log([`initial console bundle, gzip: ${(total / 1000).toFixed(1)} kB`, ...lines].join('\n  '));
      expect(total / 1000).toBeLessThanOrEqual(LIMIT_KB);
    });
  },
);
