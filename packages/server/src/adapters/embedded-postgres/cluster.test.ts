import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cluster, DATABASE, startCluster } from './cluster.ts';
import { openDataFolder } from './data-folder.ts';

let path: string;

beforeAll(() => {
  path = mkdtempSync(join(tmpdir(), 'zhaoshi-cluster-'));
  // Root's database account has to pass through.
  chmodSync(path, 0o711);
});

afterAll(() => rmSync(path, { recursive: true }));

async function query<R extends object>({ host, port, owner }: Cluster, text: string): Promise<readonly R[]> {
  const client = new Client({ host, port, ...owner, database: DATABASE });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

it('keeps rows and statements out of the log', async () => {
  const cluster = await startCluster(await openDataFolder(path));
  await query(cluster, "create table person (name text check (name <> '王磊'), phone text)");
  const refused = query(cluster, "insert into person values ('王磊', '13800001111')");
  await expect(refused).rejects.toThrow('violates check constraint');
  await cluster.stop();
  const log = readFileSync(join(path, 'postgres.log'), 'utf8');
  expect(log).toContain('violates check constraint');
  expect(log).not.toContain('王磊');
  expect(log).not.toContain('13800001111');
});

it('lets a search find Chinese in a data folder of version 0.1 as well', async () => {
  const first = await startCluster(await openDataFolder(path));
  await query(first, 'create extension pg_trgm');
  await query(first, "update pg_database set datctype = 'C'");
  const trigrams = "select show_trgm('政府信息') as trigrams";
  expect(await query(first, trigrams)).toEqual([{ trigrams: [] }]);
  await first.stop();

  const second = await startCluster(await openDataFolder(path));
  expect((await query<{ trigrams: string[] }>(second, trigrams))[0]?.trigrams).toHaveLength(5);
  await second.stop();
});
