/** What an administrator's terminal can do about documents: old stock in. A door of its own. */
import { readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  IMPORT_COLUMN_IDS,
  IMPORT_COLUMNS,
  type ImportSheetRow,
  MOST_IMPORT_ROWS,
} from '@zhaoshi/domain/disclosure/import-sheet/columns';
import { parseImportRow } from '@zhaoshi/domain/disclosure/import-sheet/parse-row';
import { can } from '@zhaoshi/domain/permission/can';
import {
  type FailedRow,
  type Manifest,
  readManifest,
  writeFailedManifest,
} from '@zhaoshi/report-files/documents/manifest';
import { openFileProcesses } from '@zhaoshi/report-files/process/file-processes';
import { accepted, atTerminal, organNamed, type Terminal } from './compose-terminal.ts';
import type { Flags } from './config.ts';
import { actorIn, membershipsOf } from './db/queries/caller.ts';
import { openServices } from './open-services.ts';
import { StartError } from './start-error.ts';
import type { ImportTarget } from './use-cases/documents/import/import-documents.ts';
import { openImportJournal } from './use-cases/documents/import/import-journal.ts';
import { ImportRun, type WantedRow } from './use-cases/documents/import/import-run.ts';

export interface DocumentImport {
  readonly folder: string;
  /** Path of the list, a spreadsheet or CSV. */
  readonly manifest: string;
  readonly organ: string;
  /** Login name of whoever answers for the drafts as their writer. */
  readonly writer: string;
  /** The file itself becomes an attachment too. */
  readonly keepsOriginals: boolean;
  /** Where rows go that could not be imported; `null`: nowhere. */
  readonly failures: string | null;
}

export interface DocumentsImported {
  readonly rows: number;
  readonly made: number;
  /** Imported by an earlier run. */
  readonly known: number;
  readonly failed: readonly { readonly row: number; readonly reasons: readonly string[] }[];
}

type ListRow = Manifest['rows'][number];

/** Rows of one transaction: one wait for the disk for all of them. */
const BATCH = 50;
const AT_ONCE = 2;

const cellsOf = ({ cells }: ListRow): ImportSheetRow =>
  Object.fromEntries(
    IMPORT_COLUMN_IDS.map((id) => [id, (cells.get(IMPORT_COLUMNS[id]) ?? '').trim()]),
  ) as ImportSheetRow;

/** Rows that say what they should, each file once; and the others. */
function sortRows({ rows }: Manifest): {
  readonly wanted: readonly WantedRow[];
  readonly failed: FailedRow[];
} {
  const wanted: WantedRow[] = [];
  const failed: FailedRow[] = [];
  const first = new Map<string, number>();
  for (const listed of rows) {
    const parsed = parseImportRow(cellsOf(listed));
    const earlier = parsed.ok ? first.get(parsed.value.file) : undefined;
    if (!parsed.ok) failed.push({ ...listed, reasons: parsed.error });
    else if (earlier !== undefined) failed.push({ ...listed, reasons: [`与第 ${earlier} 行是同一个文件。`] });
    else {
      first.set(parsed.value.file, listed.number);
      wanted.push({ listed, row: parsed.value });
    }
  }
  return { wanted, failed };
}

/** The account that answers for the drafts, with its right to write in the organ. */
async function writerNamed(
  { database }: Terminal,
  loginName: string,
  { path }: ImportTarget,
): Promise<string> {
  const account = await database
    .selectFrom('account')
    .select('account_id')
    .where('login_name', '=', loginName)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (account === undefined) throw new StartError(`没有这个账号，或者已经停用：${loginName}。`);
  const memberships = await membershipsOf(database, account.account_id);
  const mayWrite = memberships.some((one) => can(actorIn(one, true), 'document.write', path));
  if (!mayWrite) {
    throw new StartError(
      `${loginName} 没有在这个机关起草文件的权限。导入的草稿由其负责，请写有起草权限的人的账号。`,
    );
  }
  return account.account_id;
}

async function readList(manifest: string): Promise<Manifest> {
  const read = await readManifest(await readFile(manifest), basename(manifest), [IMPORT_COLUMNS.file]);
  if (!read.ok) throw new StartError(`${manifest}：${read.error.message}`);
  if (read.value.rows.length === 0) throw new StartError(`${manifest} 里只有表头，没有文件。`);
  if (read.value.rows.length > MOST_IMPORT_ROWS) {
    throw new StartError(
      `${manifest} 共 ${read.value.rows.length} 行，一次最多 ${MOST_IMPORT_ROWS} 行，请分成几份。`,
    );
  }
  return read.value;
}

/**
 * Imports the files of a folder, as a list names them, into drafts of an organ. What an earlier run imported is passed
 * over; a run that is cut off goes on where it stopped.
 *
 * @param onProgress how many of how many rows are dealt with
 */
export async function importDocumentsAtTerminal(
  flags: Flags,
  wanted: DocumentImport,
  onProgress: (done: number, of: number) => void,
): Promise<DocumentsImported> {
  const { failures } = wanted;
  if (failures !== null && (await stat(failures).catch(() => null)) !== null)
    throw new StartError(`${failures} 已经存在，没有写入。请换一个名称。`);
  const folder = await realpath(wanted.folder);
  const manifest = await readList(wanted.manifest);
  const { wanted: rows, failed } = sortRows(manifest);
  return await atTerminal(flags, async (terminal) => {
    const { region_id: regionId, organ_id: organId, path } = await organNamed(terminal, wanted.organ);
    const target = { regionId, organId, path };
    const accountId = await writerNamed(terminal, wanted.writer, target);
    const base = terminal.context('document.import');
    const services = await openServices(terminal.config, { warn: () => {} });
    const context = { ...base, caller: { ...base.caller, accountId }, services };
    const journal = await openImportJournal(`${wanted.manifest}.journal`, wanted.organ);
    const processes = openFileProcesses(AT_ONCE);
    try {
      const run = new ImportRun(wanted.keepsOriginals, {
        folder,
        processes,
        context,
        target,
        journal,
        failed,
      });
      const open = rows.filter(({ row }) => !journal.done.has(row.file));
      run.known = rows.length - open.length;
      let writing = run.write([]);
      for (let start = 0; start < open.length; start += BATCH) {
        const batch = await run.readAll(open.slice(start, start + BATCH));
        // The next batch is read while this one is written.
        accepted(await writing);
        writing = run.write(batch);
        // Awaited at the latest after the next reading; a fault meanwhile is not lost.
        writing.catch(() => undefined);
        onProgress(Math.min(start + BATCH, open.length), open.length);
      }
      accepted(await writing);
      if (failures !== null && run.failed.length > 0)
        await writeFile(failures, await writeFailedManifest(manifest, run.failed), {
          flag: 'wx',
          mode: 0o600,
        });
      return {
        rows: manifest.rows.length,
        made: run.made,
        known: run.known,
        failed: run.failed.map(({ number, reasons }) => ({ row: number, reasons })),
      };
    } finally {
      processes.close();
      await journal.close();
    }
  });
}
