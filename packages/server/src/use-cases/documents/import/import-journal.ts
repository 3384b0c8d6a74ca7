import { open, readFile } from 'node:fs/promises';
import { StartError } from '../../../start-error.ts';

/** What was imported of a list, kept beside it: a run that was cut off goes on after it. */
export interface ImportJournal {
  /** Files of the list that are imported. */
  readonly done: ReadonlySet<string>;
  /** Keeps that these are, on the disk before it answers. */
  readonly add: (files: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

const TITLE = 'zhaoshi-import';

const linesOf = async (path: string): Promise<readonly string[]> => {
  try {
    // The last line may be cut off by a loss of power: what is not whole is not there.
    return (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

function filesOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line): readonly string[] => {
    try {
      const read: unknown = JSON.parse(line);
      return typeof read === 'string' ? [read] : [];
    } catch {
      return [];
    }
  });
}

/**
 * Opens the journal of a list for an organ.
 *
 * @throws StartError when it is that of another organ
 */
export async function openImportJournal(path: string, organ: string): Promise<ImportJournal> {
  const [head, ...lines] = await linesOf(path);
  const title = `${TITLE} ${organ}`;
  if (head !== undefined && head !== title) {
    throw new StartError(
      `${path} 是另一次导入的记录（${head.replace(`${TITLE} `, '')}），没有导入。同一份清单要导入别的机关，请先把清单另存一份。`,
    );
  }
  const handle = await open(path, 'a', 0o600);
  const write = async (text: string): Promise<void> => {
    await handle.appendFile(text);
    await handle.datasync();
  };
  // Begins on a line of its own whatever is left of the last one.
  await write(head === undefined ? `${title}\n` : '\n');
  return {
    done: new Set(filesOf(lines)),
    add: (files) => write(files.map((file) => `${JSON.stringify(file)}\n`).join('')),
    close: () => handle.close(),
  };
}
