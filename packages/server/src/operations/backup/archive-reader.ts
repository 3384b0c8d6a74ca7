import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { extract, type Header } from 'tar-stream';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';
import {
  CHUNK_BYTES,
  chunkName,
  FORMAT,
  fileLine,
  HEADER,
  header,
  MANIFEST,
  type Manifest,
  manifest,
  PART_ENTRY,
  type PartSum,
  partSum,
  SEAL,
} from './format.ts';

interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A table or file of the archive. */
export interface ArchivePart {
  /** "tables/public.organ", "files/<key>". */
  readonly name: string;
  /** Must be read to its end before the next part is asked for. */
  readonly content: AsyncIterable<Buffer>;
  /** What the archive itself says of the part; known when the content has been read. */
  readonly sum: () => PartSum | null;
}

const OWN_ENTRIES = new Set([HEADER, MANIFEST, SEAL]);

/** @throws StartError for what no backup has in it: links, folders, names that lead elsewhere, big entries */
async function readEntry(entry: AsyncIterable<unknown> & { readonly header: Header }): Promise<ArchiveEntry> {
  const { name, type, size } = entry.header;
  if (type !== 'file' || !(OWN_ENTRIES.has(name) || PART_ENTRY.test(name))) {
    throw new StartError(`备份文件中有不属于备份的内容，没有恢复任何数据：${JSON.stringify(name)}`);
  }
  if (size > CHUNK_BYTES && name !== MANIFEST) throw new StartError(`备份文件已损坏：${name} 过大`);
  const pieces: Buffer[] = [];
  for await (const piece of entry) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return { name, bytes: Buffer.concat(pieces) };
}

async function* entriesOf(path: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const source = createReadStream(path);
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let last = '开头';
  try {
    for await (const entry of tar) {
      const read = await readEntry(entry);
      last = read.name;
      yield read;
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new StartError(`找不到备份文件：${path}`, { cause: error });
    if (code !== '') throw new StartError(`不能读取备份文件 ${path}：${code}`, { cause: error });
    throw new StartError(`备份文件不完整或已损坏，在 ${last} 之后：${path}`, { cause: error });
  } finally {
    source.destroy();
  }
}

function parseJson<T>(schema: z.ZodType<T>, bytes: Buffer): T | null {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

/** Refuses what is no backup, or a newer program's, before anything else of it is read. */
function requireHeader(entry: ArchiveEntry | undefined, path: string): void {
  const found = entry?.name === HEADER ? parseJson(header, entry.bytes) : null;
  if (found === null) throw new StartError(`不是昭示的备份文件，或文件开头已损坏：${path}`);
  if (found.format > FORMAT) {
    throw new StartError(
      `备份文件由更新版本的昭示（${found.program}）制作，格式 ${found.format}，本程序支持到 ${FORMAT}。请升级程序。`,
    );
  }
}

/** The end of an archive. */
export interface ArchiveEnd {
  readonly manifest: Manifest | null;
}

/**
 * The parts of an archive in their order, read once from beginning to end; the manifest, which stands at the end, is
 * the generator's result.
 *
 * @throws StartError when the file is no backup, breaks off, or holds anything that no backup holds
 */
export async function* readArchive(path: string): AsyncGenerator<ArchivePart, ArchiveEnd> {
  const entries = entriesOf(path);
  try {
    const first = await entries.next();
    requireHeader(first.done === true ? undefined : first.value, path);
    let current = await entries.next();
    while (current.done !== true) {
      const { name, bytes } = current.value;
      if (name === MANIFEST) {
        const seal = await entries.next();
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const sealed =
          seal.done !== true && seal.value.name === SEAL && seal.value.bytes.toString('latin1') === sha256;
        return { manifest: sealed ? parseJson(manifest, bytes) : null };
      }
      const part = PART_ENTRY.exec(name)?.[1];
      if (part === undefined) throw new StartError(`备份文件已损坏：${name} 的位置不对`);
      let sum: PartSum | null = null;
      let ended = false;
      const content = async function* (): AsyncGenerator<Buffer> {
        for (let index = 0; current.done !== true; index += 1) {
          const entry = current.value;
          if (entry.name === `${part}/sum`) {
            sum = parseJson(partSum, entry.bytes);
            ended = true;
            current = await entries.next();
            return;
          }
          if (entry.name !== chunkName(part, index)) break;
          yield entry.bytes;
          current = await entries.next();
        }
        throw new StartError(`备份文件不完整或已损坏：${part} 没有结束`);
      };
      yield { name: part, content: content(), sum: () => sum };
      if (!ended) throw new Error('a part of the archive was not read to its end');
    }
    throw new StartError(`备份文件不完整，没有清单（可能制作时被中断）：${path}`);
  } finally {
    await entries.return(undefined);
  }
}

/** Counts and hashes what passes through. */
function summing(content: AsyncIterable<Buffer>): {
  readonly content: AsyncIterable<Buffer>;
  readonly sum: () => PartSum;
} {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    content: (async function* () {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    })(),
    sum: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

const same = (one: PartSum | null | undefined, other: PartSum): boolean =>
  one?.bytes === other.bytes && one.sha256 === other.sha256;

/** Says which tables and files the manifest and the archive do not agree on. */
function differences(
  { tables, files }: Manifest,
  found: ReadonlyMap<string, PartSum>,
  list: PartSum & { readonly count: number },
): readonly string[] {
  const wrong = tables
    .filter(({ name, bytes, sha256 }) => !same(found.get(name), { bytes, sha256 }))
    .map(({ name }) => `tables/${name}`);
  const extra = [...found.keys()]
    .filter((name) => tables.every((table) => table.name !== name))
    .map((name) => `tables/${name}`);
  const filesAgree = files.count === list.count && same(files, list);
  return [...wrong, ...extra, ...(filesAgree ? [] : ['files'])];
}

/**
 * Reads a whole archive and compares every hash.
 *
 * @returns its manifest
 * @throws StartError with the names of everything that is not as it was written
 */
export async function verifyArchive(path: string): Promise<Manifest> {
  const damaged = new Set<string>();
  const tables = new Map<string, PartSum>();
  const list = createHash('sha256');
  let bytes = 0;
  let count = 0;
  const parts = readArchive(path);
  let step = await parts.next();
  for (; step.done !== true; step = await parts.next()) {
    const part = step.value;
    const { content, sum } = summing(part.content);
    for await (const _ of content);
    const actual = sum();
    if (!same(part.sum(), actual)) damaged.add(part.name);
    if (part.name.startsWith('tables/')) tables.set(part.name.slice('tables/'.length), actual);
    else {
      list.update(fileLine(part.name, actual));
      bytes += actual.bytes;
      count += 1;
    }
  }
  const { manifest } = step.value;
  if (manifest === null) damaged.add(MANIFEST);
  else {
    const found = { count, bytes, sha256: list.digest('hex') };
    for (const name of differences(manifest, tables, found)) {
      if (name !== 'files' || ![...damaged].some((one) => one.startsWith('files/'))) damaged.add(name);
    }
  }
  if (manifest === null || damaged.size > 0) {
    throw new StartError(
      `备份文件已损坏，以下 ${damaged.size} 处与制作时不同：\n${[...damaged].map((name) => `  ${name}`).join('\n')}`,
    );
  }
  return manifest;
}
