import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { rowOfEntry, type SearchEntry } from '../src/db/write-search-entry.ts';
import { type BenchDocument, makeDocument, ORGANS } from './search-bench-corpus.ts';

export const BENCH_REGION = '00000001-0000-4000-8000-000000000001';

export const organId = (organ: number): string =>
  `00000002-0000-4000-8000-${String(organ).padStart(12, '0')}`;

export const entryId = (index: number): string =>
  `00000003-0000-4000-8000-${String(index).padStart(12, '0')}`;

const GENRES = ['normativeDocument', 'policyDocument', 'announcement', 'publicNotice', 'plan'] as const;

export const benchEntry = (document: BenchDocument): SearchEntry => ({
  regionId: BENCH_REGION,
  entryId: entryId(document.index),
  kind: 'document',
  organId: organId(document.organ),
  genre: GENRES[document.index % GENRES.length] ?? 'other',
  title: document.title,
  body: document.body,
  documentNumber: document.documentNumber,
  indexNumber: document.indexNumber,
  otherWords: `测试局${document.organ}`,
  subjectCategory: `分类${document.category}`,
  validity: document.index % 10 === 0 ? 'repealed' : 'inForce',
  dateOfDocument: null,
  publishedAt: document.publishedAt,
  visibleFrom: document.publishedAt,
  path: `/bench/organ/documents/${document.index}`,
});

const escaped = (text: string): string => text.replace(/[\\\n]/g, (sign) => (sign === '\n' ? '\\n' : '\\\\'));

type Field = string | number | Date | readonly number[] | null;

function field(value: Field): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? `{${value.join(',')}}` : escaped(String(value));
}

function* lines(count: number): Generator<string> {
  const batch: string[] = [];
  for (let index = 0; index < count; index += 1) {
    batch.push(
      `${Object.values(rowOfEntry(benchEntry(makeDocument(index, count))))
        .map(field)
        .join('\t')}\n`,
    );
    if (batch.length === 200) yield batch.splice(0).join('');
  }
  yield batch.join('');
}

async function plantOrgans(client: Client): Promise<void> {
  await client.query(
    `insert into region (region_id, parent_id, slug, name, level, is_demonstration)
     values ($1, null, 'bench', '测试市', 'city', true)`,
    [BENCH_REGION],
  );
  await client.query(
    `insert into organ (region_id, organ_id, parent_id, slug, name, kind, level, valid_from, valid_to, path)
     select $1::uuid, id::uuid, null, 'organ-' || n, '测试局' || n, 'cityGovernment', 'city', '2019-05-15', null, id || '/'
     from unnest($2::text[]) with ordinality as organs (id, n)`,
    [BENCH_REGION, Array.from({ length: ORGANS }, (_, organ) => organId(organ))],
  );
}

/** Fills the table and indexes it at once: the time of single publications is not what is asked here. */
export async function loadDocuments(client: Client, count: number): Promise<void> {
  await plantOrgans(client);
  const { rows } = await client.query<{ definition: string }>(
    "select indexdef as definition from pg_indexes where indexname = 'search_entry_grams'",
  );
  await client.query('drop index search_entry_grams');
  await client.query('alter table search_entry disable trigger all');
  const first = rowOfEntry(benchEntry(makeDocument(0, count)));
  const into = client.query(from(`copy search_entry (${Object.keys(first).join(', ')}) from stdin`));
  await pipeline(Readable.from(lines(count), { objectMode: false }), into);
  await client.query('alter table search_entry enable trigger all');
  await client.query("set maintenance_work_mem = '256MB'");
  for (const { definition } of rows) await client.query(definition);
  await client.query('vacuum analyze search_entry, organ, region');
}
