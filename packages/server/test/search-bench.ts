/**
 * Times the portal's search over many generated documents, beside SQLite's trigrams over the same ones:
 * `node packages/server/test/search-bench.ts COUNT ROUNDS [FOLDER]` prints a JSON line for each figure and at the end one
 * table. A folder that is named is kept, and not filled again; its files are read once before the first question.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { askSome, QUESTIONS } from './search-bench-corpus.ts';
import { type Figures, findTruth, measure, measureRecall, print, readWhole } from './search-bench-measure.ts';
import { withPostgres } from './search-bench-postgres.ts';
import { withSqlite } from './search-bench-sqlite.ts';
import { tableOf } from './search-bench-table.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 40);
const KEPT = process.argv[4];
/** Questions of each kind of which the right page is found by reading everything. */
const TRUTHS = 6;
/** SQLite reads everything for each word of two characters: so long a kind may take, and so many right pages are asked. */
const SQLITE_KIND_MS = 30_000;
const SQLITE_TRUTHS = 1;

const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'zhaoshi-search-bench-'));
// A database that root starts runs under an account of its own, which has to come through here.
if (KEPT === undefined) chmodSync(folder, 0o711);
const truthsOf = (each: number): readonly string[] =>
  Object.keys(QUESTIONS).flatMap((kind) => askSome(kind, COUNT, TRUTHS, 3).slice(0, each));
const tellLoad = (before: string): void => print({ before, load: loadavg() });

try {
  const figures: Figures[] = [];
  const truth = findTruth(truthsOf(TRUTHS), COUNT);
  await withPostgres(join(folder, 'data'), COUNT, async (page, wholePage) => {
    await readWhole(join(folder, 'data', 'postgres', 'base'));
    tellLoad('postgres');
    const run = { count: COUNT, rounds: ROUNDS, seed: 2 };
    const first = { ...run, rounds: Math.ceil(ROUNDS / 2), seed: 1 };
    figures.push(...(await measure({ engine: 'postgres', state: 'restarted', ...first }, page)));
    figures.push(...(await measure({ engine: 'postgres', state: 'hot', ...run }, page)));
    figures.push(...(await measure({ engine: 'postgres', state: 'counted', ...run }, wholePage)));
    await measureRecall('postgres', page, truth, truthsOf(TRUTHS));
  });
  await withSqlite(join(folder, 'sqlite'), COUNT, async (page) => {
    await readWhole(join(folder, 'sqlite'));
    tellLoad('sqlite');
    const run = { count: COUNT, rounds: ROUNDS, seed: 2, longestMs: SQLITE_KIND_MS };
    figures.push(...(await measure({ engine: 'sqlite', state: 'hot', ...run }, page)));
    await measureRecall('sqlite', page, truth, truthsOf(SQLITE_TRUTHS));
  });
  tellLoad('end');
  console.log(tableOf(figures));
} finally {
  if (KEPT === undefined) rmSync(folder, { recursive: true });
}
