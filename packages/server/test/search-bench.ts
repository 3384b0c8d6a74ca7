/**
 * Times the portal's search over many generated documents, in a database of its own:
 * `node packages/server/test/search-bench.ts COUNT ROUNDS [FOLDER]` prints a JSON line for each kind of question.
 * A folder that is named is kept, and not filled again.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
import type { PublishedSchema } from '../src/db/schema.ts';
import { askSome, QUESTIONS } from './search-bench-corpus.ts';
import { loadDocuments } from './search-bench-load.ts';
import { type Engine, findTruth, measure, measureRecall, PAGE } from './search-bench-measure.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 40);
const KEPT = process.argv[4];
const TRUTHS = 6;

const PASSWORDS = { [SERVER_ROLE]: 'server-in-bench', [PORTAL_ROLE]: 'portal-in-bench' };

const ownerOf = ({ host, port, owner }: Cluster): DatabaseLogin => ({
  host,
  port,
  ...owner,
  database: DATABASE,
});

async function fill(cluster: Cluster): Promise<void> {
  await migrate(ownerOf(cluster), PASSWORDS, await readMigrations());
  const client = new Client({ ...ownerOf(cluster) });
  client.on('error', () => {});
  await client.connect();
  await loadDocuments(client, COUNT);
  const { rows } = await client.query<{ name: string; bytes: string }>(
    `select relname as name, pg_relation_size(oid) as bytes from pg_class
     where relname like 'search_entry%' or oid = (select reltoastrelid from pg_class where oid = 'public.search_entry'::regclass)`,
  );
  for (const { name, bytes } of rows) console.log(JSON.stringify({ size: name, bytes: Number(bytes) }));
  await client.end();
}

async function ask(cluster: Cluster, work: (published: PublishedDatabase) => Promise<void>): Promise<void> {
  const login = { ...ownerOf(cluster), user: PORTAL_ROLE, password: PASSWORDS[PORTAL_ROLE] };
  const published = connectDatabase<PublishedSchema>(login, 1, () => {});
  await work(published);
  await published.destroy();
}

const pageOf =
  (published: PublishedDatabase): Engine =>
  async (asked) => {
    const found = await searchPublished(published, askQuestion(asked, {}), null, PAGE);
    if (found === null || found.isCut) return null;
    return found.hits.map(({ entry }) => Number(entry.entry_id.slice(-12)));
  };

/** What the page shows beside its results; the number stands for them. */
const countsOf =
  (published: PublishedDatabase): Engine =>
  async (asked) => {
    const counts = await countPublished(published, askQuestion(asked, {}));
    return counts && Array.from({ length: Math.min(1, counts.total) }, () => counts.total);
  };

const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'zhaoshi-search-bench-'));
const isFilled = existsSync(join(folder, 'postgres'));
let cluster = await startCluster(await openDataFolder(folder));
try {
  if (!isFilled) await fill(cluster);
  await cluster.stop();
  cluster = await startCluster(await openDataFolder(folder));
  await ask(cluster, async (published) => {
    const engine = pageOf(published);
    await measure('postgres', 'restarted', engine, COUNT, Math.ceil(ROUNDS / 2), 1);
    await measure('postgres', 'hot', engine, COUNT, ROUNDS, 2);
    await measure('postgres', 'counted', countsOf(published), COUNT, ROUNDS, 2);
    const asked = Object.keys(QUESTIONS).flatMap((kind) => askSome(kind, COUNT, TRUTHS, 3));
    await measureRecall('postgres', engine, findTruth(asked, COUNT));
  });
} finally {
  await cluster.stop();
  if (KEPT === undefined) rmSync(folder, { recursive: true });
}
