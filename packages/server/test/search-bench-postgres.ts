/** The portal's own search, over generated documents in a database of its own. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askQuestion } from '@zhaoshi/domain/search/question';
import { Client } from 'pg';
import { type Cluster, DATABASE, startCluster } from '../src/adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../src/adapters/embedded-postgres/data-folder.ts';
import { connectDatabase, type DatabaseLogin } from '../src/db/connect.ts';
import { migrate, readMigrations } from '../src/db/migrate.ts';
import type { PublishedDatabase } from '../src/db/queries/published.ts';
import { countPublished, searchPublished } from '../src/db/queries/published-search.ts';
import { PORTAL_ROLE, SERVER_ROLE } from '../src/db/roles.ts';
import { sampleGrams } from '../src/db/sample-grams.ts';
import type { PublishedSchema, Schema } from '../src/db/schema.ts';
import { loadDocuments } from './search-bench-load.ts';
import { type Engine, PAGE, print } from './search-bench-measure.ts';

const PASSWORDS = { [SERVER_ROLE]: 'server-in-bench', [PORTAL_ROLE]: 'portal-in-bench' };

const ownerOf = ({ host, port, owner }: Cluster): DatabaseLogin => ({
  host,
  port,
  ...owner,
  database: DATABASE,
});

async function fill(cluster: Cluster, count: number): Promise<void> {
  await migrate(ownerOf(cluster), PASSWORDS, await readMigrations());
  const client = new Client({ ...ownerOf(cluster) });
  client.on('error', () => {});
  await client.connect();
  await loadDocuments(client, count);
  await client.end();
}

async function tellSizes(cluster: Cluster): Promise<void> {
  const client = new Client({ ...ownerOf(cluster) });
  await client.connect();
  const { rows } = await client.query<{ name: string; bytes: string }>(
    `select relname as name, pg_relation_size(oid) as bytes from pg_class
     where relname in ('search_entry', 'search_entry_grams') and relkind in ('r', 'i') and relnamespace = 'public'::regnamespace
       or oid = (select reltoastrelid from pg_class where oid = 'public.search_entry'::regclass)`,
  );
  for (const { name, bytes } of rows) print({ size: name, bytes: Number(bytes) });
  await client.end();
}

/** What the server's hourly job does; of few entries as well, so that short runs go the same way. */
async function sample(cluster: Cluster): Promise<void> {
  const database = connectDatabase<Schema>(ownerOf(cluster), 1, () => {});
  const started = performance.now();
  const isTaken = await sampleGrams(database, 1);
  print({ sampled: isTaken, seconds: (performance.now() - started) / 1000 });
  await database.destroy();
}

const pageOf =
  (published: PublishedDatabase): Engine =>
  async (asked) => {
    const found = await searchPublished(published, askQuestion(asked, {}), null, PAGE);
    if (found === null || found.isCut) return null;
    return found.hits.map(({ entry }) => Number(entry.entry_id.slice(-12)));
  };

/** As a reader waits for it: the results, and beside them how many there are. */
const wholePageOf = (published: PublishedDatabase): Engine => {
  const page = pageOf(published);
  return async (asked) => {
    const [found] = await Promise.all([page(asked), countPublished(published, askQuestion(asked, {}))]);
    return found;
  };
};

/** Fills the folder when it is empty; `work` is given the engines of a database that was started anew. */
export async function withPostgres(
  folder: string,
  count: number,
  work: (page: Engine, wholePage: Engine) => Promise<void>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const isFilled = existsSync(join(folder, 'postgres'));
  let cluster = await startCluster(await openDataFolder(folder));
  try {
    if (!isFilled) await fill(cluster, count);
    await tellSizes(cluster);
    await sample(cluster);
    await cluster.stop();
    cluster = await startCluster(await openDataFolder(folder));
    const login = { ...ownerOf(cluster), user: PORTAL_ROLE, password: PASSWORDS[PORTAL_ROLE] };
    const published = connectDatabase<PublishedSchema>(login, 2, () => {});
    await work(pageOf(published), wholePageOf(published));
    await published.destroy();
  } finally {
    await cluster.stop();
  }
}
