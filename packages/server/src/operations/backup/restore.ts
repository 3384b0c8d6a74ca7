import { createHash } from 'node:crypto';
import type { Files } from '../../adapters/files/open-files.ts';
import { spool } from '../../adapters/files/spool.ts';
import type { DatabaseLogin } from '../../db/connect.ts';
import type { Migration } from '../../db/migrate.ts';
import { StartError } from '../../start-error.ts';
import { type ArchivePart, readArchive } from './archive-reader.ts';
import { findTables, foreignKeys, type TableShape, triggers } from './catalogue.ts';
import { copyIn, openCopyConnection, sumOfTable } from './copy-table.ts';
import { fileLine, type Manifest, type PartSum, type TableContent } from './format.ts';
import { MARK_UNFINISHED } from './unfinished.ts';

type CopyConnection = Awaited<ReturnType<typeof openCopyConnection>>;

/** A table or all files, as the archive says and as they stand after the restoration. */
export interface Comparison {
  readonly name: string;
  /** Rows of a table, number of files. */
  readonly count: number;
  readonly expected: string;
  readonly found: string;
}

/**
 * The migrations that the archive's database had, for a target to be brought to the same state.
 *
 * @throws StartError when the archive comes from a newer or another program
 */
export function migrationsOf(
  { migrations, program }: Manifest,
  known: readonly Migration[],
): readonly Migration[] {
  const unknown = migrations.filter(({ name }) => known.every((own) => own.name !== name));
  if (unknown.length > 0) {
    throw new StartError(
      `备份文件由更新版本的昭示（${program}）制作（${unknown.map(({ name }) => name).join('、')}）。请升级程序，没有恢复任何数据。`,
    );
  }
  for (const [index, { name, checksum }] of migrations.entries()) {
    if (known[index]?.name !== name || known[index].checksum !== checksum) {
      throw new StartError(`备份文件的升级脚本与本程序不同：${name}。没有恢复任何数据。`);
    }
  }
  return known.slice(0, migrations.length);
}

/** Everything the archive has must have its place, and the other way round. */
function placesOf(
  tables: readonly TableContent[],
  shapes: readonly TableShape[],
): ReadonlyMap<string, TableShape> {
  const found = new Map(shapes.map((shape) => [shape.name, shape]));
  for (const { name, columns } of tables) {
    if (found.get(name)?.columns.join() !== columns.join()) {
      throw new StartError(`备份中的表 ${name} 与数据库的不同，没有恢复。`);
    }
  }
  if (found.size !== tables.length) throw new StartError('备份中缺少数据库的表，没有恢复。');
  return found;
}

interface TableLoad {
  readonly load: (part: ArchivePart) => Promise<void>;
  /** Compares each table, read back, with the manifest before it commits. */
  readonly commit: () => Promise<readonly Comparison[]>;
}

/** All tables in one transaction. */
async function beginLoad(client: CopyConnection, manifest: Manifest): Promise<TableLoad> {
  await client.query('begin');
  const places = placesOf(manifest.tables, await findTables(client));
  const detours = [...(await triggers(client)), ...(await foreignKeys(client))];
  for (const { before } of detours) await client.query(before);
  // The migrations put first rows into some of them.
  await client.query(`truncate ${[...places.keys()].join(', ')}`);

  async function compare(): Promise<readonly Comparison[]> {
    const comparisons: Comparison[] = [];
    for (const { name, rows, sha256 } of manifest.tables) {
      const table = places.get(name);
      const found = table === undefined ? '' : (await sumOfTable(client, table)).sha256;
      comparisons.push({ name, count: rows, expected: sha256, found });
    }
    return comparisons;
  }

  return {
    load: async (part) => {
      const table = places.get(part.name.slice('tables/'.length));
      if (table === undefined) throw new StartError(`备份中的表没有位置：${part.name}`);
      await copyIn(client, table, part.content);
    },
    commit: async () => {
      for (const { after } of detours.toReversed()) await client.query(after);
      for (const { name, value, called } of manifest.sequences) {
        await client.query('select setval($1::regclass, $2, $3)', [name, value, called]);
      }
      const comparisons = await compare();
      requireEqual(comparisons);
      await client.query(MARK_UNFINISHED);
      await client.query('commit');
      return comparisons;
    },
  };
}

function requireEqual(comparisons: readonly Comparison[]): void {
  const different = comparisons.filter(({ expected, found }) => expected !== found);
  if (different.length === 0) return;
  throw new StartError(`恢复后与备份不同：${different.map(({ name }) => name).join('、')}`);
}

async function storeFile({ storage, spoolFolder }: FilesTarget, part: ArchivePart): Promise<PartSum> {
  const spooled = await spool(spoolFolder, part.content, Number.MAX_SAFE_INTEGER);
  if (!spooled.ok) throw new StartError(`不能写入文件（${spooled.error}）：${part.name}`);
  const { size, sha256 } = spooled.value;
  await storage.put(part.name.slice('files/'.length), spooled.value);
  return { bytes: size, sha256 };
}

export type FilesTarget = Pick<Files, 'storage' | 'spoolFolder'>;

/**
 * Fills a database that stands at the archive's migrations and holds nothing of its own, and an empty file storage.
 * The archive has been verified before; its hashes are compared again with what was really written.
 *
 * @returns a comparison for each table and one for the files
 * @throws StartError when anything is not as in the archive
 */
export async function loadArchive(
  path: string,
  manifest: Manifest,
  owner: DatabaseLogin,
  files: FilesTarget,
): Promise<readonly Comparison[]> {
  const client = await openCopyConnection(owner);
  const list = createHash('sha256');
  let count = 0;
  try {
    const tables = await beginLoad(client, manifest);
    for await (const part of readArchive(path)) {
      if (part.name.startsWith('tables/')) await tables.load(part);
      else {
        list.update(fileLine(part.name, await storeFile(files, part)));
        count += 1;
      }
    }
    const stored = { name: 'files', count, expected: manifest.files.sha256, found: list.digest('hex') };
    requireEqual([stored]);
    return [...(await tables.commit()), stored];
  } finally {
    // Takes an unfinished load back.
    await client.end();
  }
}
