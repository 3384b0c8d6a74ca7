/** What an operator would take instead: SQLite's full-text index of trigrams, which Node carries. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { foldPublished, publishedTerms } from '@zhaoshi/domain/search/published';
import { makeDocument } from './search-bench-corpus.ts';
import { type Engine, PAGE, print } from './search-bench-measure.ts';

/** Row ids go with time, so that its own order is the newest first. */
function fill(file: string, count: number): void {
  const database = new DatabaseSync(file);
  database.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -262144;
    create virtual table entry using fts5 (title, body, tokenize = 'trigram case_sensitive 0');`);
  const insert = database.prepare('insert into entry (rowid, title, body) values (?, ?, ?)');
  for (let start = 0; start < count; start += 10_000) {
    database.exec('begin');
    for (let index = start; index < Math.min(count, start + 10_000); index += 1) {
      const { title, body, documentNumber, indexNumber, organ } = makeDocument(index, count);
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

/** Fills the folder when it is empty. */
export async function withSqlite(
  folder: string,
  count: number,
  work: (page: Engine) => Promise<void>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'search.db');
  if (!existsSync(file)) fill(file, count);
  print({ size: 'sqlite', bytes: statSync(file).size });
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    await work(createEngine(database));
  } finally {
    database.close();
  }
}
