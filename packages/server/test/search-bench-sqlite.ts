/**
 * The same questions over the same documents in SQLite's full-text index of trigrams, which Node carries:
 * `node packages/server/test/search-bench-sqlite.ts COUNT ROUNDS [FOLDER]`, as search-bench.ts.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { foldPublished, publishedTerms } from '@zhaoshi/domain/search/published';
import { askSome, makeDocument, QUESTIONS } from './search-bench-corpus.ts';
import { type Engine, findTruth, measure, measureRecall, PAGE } from './search-bench-measure.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 40);
const KEPT = process.argv[4];
const TRUTHS = 6;

const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'zhaoshi-search-sqlite-'));
const file = join(folder, 'search.db');

/** Row ids go with time, so that its own order is the newest first. */
function fill(): void {
  const database = new DatabaseSync(file);
  database.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -262144;
    create virtual table entry using fts5 (title, body, tokenize = 'trigram case_sensitive 0');`);
  const insert = database.prepare('insert into entry (rowid, title, body) values (?, ?, ?)');
  for (let start = 0; start < COUNT; start += 10_000) {
    database.exec('begin');
    for (let index = start; index < Math.min(COUNT, start + 10_000); index += 1) {
      const { title, body, documentNumber, indexNumber, organ } = makeDocument(index, COUNT);
      insert.run(
        index + 1,
        foldPublished(title),
        foldPublished(`${documentNumber}\n${indexNumber}\n测试局${organ}\n${body}`),
      );
    }
    database.exec('commit');
  }
  database.exec("insert into entry (entry) values ('optimize')");
  database.close();
  console.log(JSON.stringify({ size: 'sqlite', bytes: statSync(file).size }));
}

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** Titles first, then texts. Words under three characters have no trigram and are compared, the newest first. */
function createEngine(database: DatabaseSync): Engine {
  const page = (place: 'title' | 'all', terms: readonly string[]): readonly number[] => {
    const long = terms.filter((term) => Array.from(term).length > 2);
    const short = terms.filter((term) => !long.includes(term));
    const text = place === 'title' ? 'title' : "title || ' ' || body";
    const conditions = [
      ...(long.length === 0 ? [] : ['entry match ?']),
      ...short.map(() => `instr(${text}, ?) > 0`),
    ];
    const match = `${place === 'title' ? 'title : ' : ''}(${long.map(quoted).join(' AND ')})`;
    const statement = database.prepare(
      `select rowid from entry where ${conditions.join(' and ')} order by rowid desc limit ${PAGE * 2}`,
    );
    return statement
      .all(...(long.length === 0 ? [] : [match]), ...short)
      .map((row) => Number(row['rowid']) - 1);
  };
  return (asked) => {
    const terms = publishedTerms(asked);
    const titles = page('title', terms).slice(0, PAGE);
    if (titles.length === PAGE) return Promise.resolve(titles);
    return Promise.resolve([...new Set([...titles, ...page('all', terms)])].slice(0, PAGE));
  };
}

const isFilled = existsSync(file);
if (!isFilled) fill();
const database = new DatabaseSync(file, { readOnly: true });
try {
  const engine = createEngine(database);
  await measure('sqlite', 'restarted', engine, COUNT, Math.ceil(ROUNDS / 2), 1);
  await measure('sqlite', 'hot', engine, COUNT, ROUNDS, 2);
  const asked = Object.keys(QUESTIONS).flatMap((kind) => askSome(kind, COUNT, TRUTHS, 3));
  await measureRecall('sqlite', engine, findTruth(asked, COUNT));
} finally {
  database.close();
  if (KEPT === undefined) rmSync(folder, { recursive: true });
}
