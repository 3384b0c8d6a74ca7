import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';
import type { Erasure } from './erase.ts';

/** The erasures of one civil day in China, as they are kept outside every backup: ids alone. */
const list = z.object({
  format: z.literal(1),
  day: z.iso.date(),
  /** Of the erasures as JSON: a list that was cut or changed is not taken for a whole one. */
  sha256: z.string(),
  erasures: z.array(
    z.object({
      regionId: z.uuid(),
      kind: z.enum(['file', 'form', 'applicant', 'voice']),
      subjectId: z.uuid(),
      erasedAt: z.iso.datetime(),
    }),
  ),
});

const NAME = /^erasures-\d{4}-\d{2}-\d{2}\.json$/;

export const erasureFile = (folder: string, day: string): string => join(folder, `erasures-${day}.json`);

const sumOf = (erasures: unknown): string =>
  createHash('sha256').update(JSON.stringify(erasures)).digest('hex');

/** The file of a day. */
export function writeErasures(day: string, given: readonly Erasure[]): string {
  const erasures = given.map(({ regionId, kind, subjectId, erasedAt }) => ({
    regionId,
    kind,
    subjectId,
    erasedAt: erasedAt.toISOString(),
  }));
  return `${JSON.stringify({ format: 1, day, sha256: sumOf(erasures), erasures }, null, 1)}\n`;
}

function parse(text: string): z.infer<typeof list> | null {
  try {
    const found = list.safeParse(JSON.parse(text));
    return found.success && found.data.sha256 === sumOf(found.data.erasures) ? found.data : null;
  } catch {
    return null;
  }
}

/** @throws StartError when the file is not as it was written */
export async function readErasures(file: string): Promise<readonly Erasure[]> {
  const found = parse(await readFile(file, 'utf8'));
  if (found === null) {
    throw new StartError(`清除名单已损坏：${file}。请从另行保存的副本取回这个文件后重试；没有改动任何数据。`);
  }
  return found.erasures.map(({ regionId, kind, subjectId, erasedAt }) => ({
    regionId,
    kind,
    subjectId,
    erasedAt: new Date(erasedAt),
  }));
}

/** The lists of a folder in the order of their days; `null` when there is no such folder. */
async function listFiles(folder: string): Promise<readonly string[] | null> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => NAME.test(name))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StartError(`不能读取清除名单所在的文件夹：${folder}`, { cause: error });
  }
}

/**
 * Every erasure that the folder tells of, a day at a time; `null` when there is no such folder.
 *
 * @throws StartError when a list is damaged
 */
export async function erasuresIn(folder: string): Promise<AsyncIterable<readonly Erasure[]> | null> {
  const files = await listFiles(folder);
  if (files === null) return null;
  return (async function* () {
    for (const file of files) yield await readErasures(file);
  })();
}
