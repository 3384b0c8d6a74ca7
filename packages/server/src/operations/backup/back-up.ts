import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { renameDurably } from '../../adapters/embedded-postgres/durable.ts';
import type { FileStorage } from '../../adapters/files/storage.ts';
import type { DatabaseLogin } from '../../db/connect.ts';
import { RUNNER_LOCK } from '../../db/migrate.ts';
import { StartError } from '../../start-error.ts';
import { verifyArchive } from './archive-reader.ts';
import { type ArchiveWriter, createArchive } from './archive-writer.ts';
import { findTables, readSequences } from './catalogue.ts';
import { copyOut, openCopyConnection } from './copy-table.ts';
import {
  FORMAT,
  fileLine,
  filePart,
  HEADER,
  type Header,
  MANIFEST,
  type Manifest,
  SEAL,
  type TableContent,
  tablePart,
} from './format.ts';

type CopyConnection = Awaited<ReturnType<typeof openCopyConnection>>;

/** What a backup is made of. */
export interface BackupSource {
  readonly owner: DatabaseLogin;
  readonly files: Pick<FileStorage, 'list' | 'open'>;
  /** Version of this program. */
  readonly program: string;
  readonly now: () => Date;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 1));

async function addTables(client: CopyConnection, archive: ArchiveWriter): Promise<readonly TableContent[]> {
  const contents: TableContent[] = [];
  for (const table of await findTables(client)) {
    const { content, rows } = copyOut(client, table);
    const sum = await archive.addPart(tablePart(table.name), content);
    contents.push({ name: table.name, columns: [...table.columns], rows: await rows(), ...sum });
  }
  return contents;
}

/**
 * Files are stored before a row refers to them and never change, so everything that the snapshot refers to is
 * listed. One that goes away meanwhile was referred to by nothing.
 */
async function addFiles(files: BackupSource['files'], archive: ArchiveWriter): Promise<Manifest['files']> {
  const hash = createHash('sha256');
  let count = 0;
  let bytes = 0;
  for await (const { key } of files.list()) {
    const content = await files.open(key);
    if (content === null) continue;
    const part = filePart(key);
    const sum = await archive.addPart(part, content);
    hash.update(fileLine(part, sum));
    count += 1;
    bytes += sum.bytes;
  }
  return { count, bytes, sha256: hash.digest('hex') };
}

async function requireMigrated(client: CopyConnection): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.migration') is not null as there",
  );
  if (rows[0]?.there !== true) throw new StartError('数据库是空的，没有可备份的内容。');
}

async function write(source: BackupSource, archive: ArchiveWriter, header: Header): Promise<Manifest> {
  const client = await openCopyConnection(source.owner);
  try {
    // Nobody may change the shape of tables meanwhile; readers and writers are not held up.
    await client.query('select pg_advisory_lock_shared($1)', [RUNNER_LOCK]);
    await requireMigrated(client);
    // One snapshot: what commits from here on is not in the backup.
    await client.query('begin isolation level repeatable read read only');
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select name, checksum from migration order by name',
    );
    const { rows: heads } = await client.query<Manifest['audit']>(
      'select sequence::integer, sha256, sm3 from audit_head',
    );
    const [audit] = heads;
    if (audit === undefined) throw new StartError('审计记录没有末条，数据库已损坏，没有备份。');
    await archive.addEntry(HEADER, json(header));
    const tables = [...(await addTables(client, archive))];
    const sequences = [...(await readSequences(client))];
    const files = await addFiles(source.files, archive);
    const manifest = { ...header, migrations, tables, sequences, files, audit };
    const bytes = json(manifest);
    await archive.addEntry(MANIFEST, bytes);
    await archive.addEntry(SEAL, Buffer.from(createHash('sha256').update(bytes).digest('hex')));
    return manifest;
  } finally {
    await client.end();
  }
}

/**
 * Writes database and files into one archive while the server goes on working, reads it back, and gives it its name
 * only then: whatever interrupts it, no half-made backup stands under the name of a whole one.
 *
 * @throws StartError when there is already a file of that name, or nothing to back up
 */
export async function backUp(source: BackupSource, path: string): Promise<Manifest> {
  if (existsSync(path)) throw new StartError(`文件已存在，没有覆盖：${path}`);
  const unfinished = `${path}.${process.pid}.part`;
  const createdAt = source.now();
  const header: Header = { format: FORMAT, program: source.program, createdAt: createdAt.toISOString() };
  await rm(unfinished, { force: true });
  const archive = createArchive(unfinished, createdAt);
  try {
    const manifest = await write(source, archive, header);
    await archive.finish();
    await verifyArchive(unfinished);
    await renameDurably(unfinished, path);
    return manifest;
  } catch (error) {
    await archive.abandon();
    await rm(unfinished, { force: true });
    throw error;
  }
}
