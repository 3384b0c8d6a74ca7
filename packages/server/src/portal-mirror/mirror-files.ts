import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Encoding, type PreparedBody, variantOf } from '../http/prepared-body.ts';
import { StartError } from '../start-error.ts';

/** A tree for each encoding, so that a plain web server finds the bytes by name. */
const ENCODINGS: readonly Encoding[] = ['identity', 'br', 'gzip'];

const MANIFEST = 'mirror.json';

/** What is known of a mirrored address: what it was made of, and the size of each variant. */
const entry = z.object({
  key: z.string(),
  sizes: z.object({ identity: z.number(), br: z.number().optional(), gzip: z.number().optional() }),
});

export type MirrorEntry = z.infer<typeof entry>;

/** By the file's name. */
export type Manifest = ReadonlyMap<string, MirrorEntry>;

const manifestShape = z.object({ program: z.literal('zhaoshi-mirror'), files: z.record(z.string(), entry) });

/** File of an address: pages are folders with an index, names with a dot are files. */
export function fileOf(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (last.includes('.')) return path.slice(1);
  return path === '/' ? 'index.html' : `${path.slice(1)}/index.html`;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The whole file or the old one, never a part: readers may come at any moment. */
async function writeWhole(file: string, bytes: Buffer | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.new`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * What the folder holds. An empty or new one holds nothing.
 *
 * @throws StartError for a folder with anything else in it, which a mirror would sweep away
 */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8');
    const parsed = manifestShape.safeParse(JSON.parse(text));
    return new Map(Object.entries(parsed.data?.files ?? {}));
  } catch (error) {
    // A manifest that was cut off by a crash says nothing; everything is written anew.
    if (error instanceof SyntaxError) return new Map();
    if (!isMissing(error)) throw error;
  }
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new StartError(`静态镜像的文件夹 ${folder} 中有其他文件。请指定一个空文件夹。`);
  }
  await writeManifest(folder, new Map());
  return new Map();
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = JSON.stringify({ program: 'zhaoshi-mirror', files: Object.fromEntries(manifest) });
  await writeWhole(join(folder, MANIFEST), text);
}

/** Whether all variants still lie there with their sizes. */
export async function isWhole(folder: string, file: string, { sizes }: MirrorEntry): Promise<boolean> {
  for (const encoding of ENCODINGS) {
    const size = sizes[encoding];
    if (size === undefined) continue;
    try {
      if ((await stat(join(folder, encoding, file))).size !== size) return false;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }
  return true;
}

/** Writes every variant of a body. */
export async function writeVariants(
  folder: string,
  file: string,
  body: PreparedBody,
  key: string,
): Promise<MirrorEntry> {
  const sizes: Partial<Record<Encoding, number>> & { identity: number } = { identity: 0 };
  for (const encoding of body.compressible ? ENCODINGS : (['identity'] as const)) {
    const { bytes } = await variantOf(body, encoding);
    await writeWhole(join(folder, encoding, file), bytes);
    sizes[encoding] = bytes.length;
  }
  return { key, sizes };
}

/** Writes a file beside the trees, such as the configuration of the web server. */
export const writeBeside = async (folder: string, name: string, text: string): Promise<void> =>
  await writeWhole(join(folder, name), text);

/** A server and a command may both keep the mirror: what the other has removed is gone, what it filled again stays. */
async function orElse<T>(work: Promise<T>, codes: readonly string[], other: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && codes.some((code) => code === error.code)) return other;
    throw error;
  }
}

const removeIfEmpty = async (place: string): Promise<void> =>
  await orElse(rmdir(place), ['ENOENT', 'ENOTEMPTY'], undefined);

/**
 * Removes everything below the trees that is not to be there: what was withdrawn, what a crash left, what came in by
 * other hands. Folders that became empty go too.
 *
 * @param start sweeps this folder of each tree alone
 * @returns how many files were removed
 */
export async function sweep(folder: string, wanted: ReadonlySet<string>, start = ''): Promise<number> {
  let removed = 0;

  async function sweepFolder(tree: string, below: string): Promise<boolean> {
    let isEmpty = true;
    const place = join(folder, tree, below);
    for (const item of await orElse(readdir(place, { withFileTypes: true }), ['ENOENT'], [])) {
      const name = below === '' ? item.name : `${below}/${item.name}`;
      if (item.isDirectory()) {
        if (!(await sweepFolder(tree, name))) isEmpty = false;
      } else if (wanted.has(name)) {
        isEmpty = false;
      } else {
        await rm(join(place, item.name), { force: true });
        removed += 1;
      }
    }
    if (isEmpty && below !== '') await removeIfEmpty(place);
    return isEmpty;
  }

  for (const tree of ENCODINGS) {
    await mkdir(join(folder, tree, start), { recursive: true });
    await sweepFolder(tree, start);
  }
  return removed;
}
