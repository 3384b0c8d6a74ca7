import { createReadStream } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { basename, isAbsolute, join, relative } from 'node:path';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { ImportRow } from '@zhaoshi/domain/disclosure/import-sheet/parse-row';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { FailedRow, Manifest } from '@zhaoshi/report-files/documents/manifest';
import type { FileProcesses } from '@zhaoshi/report-files/process/file-processes';
import { type StoredFile, takeIn } from '../../../adapters/files/take-in.ts';
import type { Services } from '../../../services.ts';
import type { ChangeContext } from '../../context.ts';
import { type DocumentToImport, type ImportTarget, importDocuments } from './import-documents.ts';
import type { ImportJournal } from './import-journal.ts';
import { importedContent, importedId } from './imported-content.ts';

/** A row of the list that can be imported. */
export interface WantedRow {
  readonly listed: Manifest['rows'][number];
  readonly row: ImportRow;
}

export type ReadRow = DocumentToImport & { readonly file: string };

/** One run of an import. */
export class ImportRun {
  made = 0;
  known = 0;
  readonly failed: FailedRow[];
  private readonly keepsOriginals: boolean;
  private readonly folder: string;
  private readonly processes: FileProcesses;
  private readonly context: ChangeContext & { readonly services: Services };
  private readonly target: ImportTarget;
  private readonly journal: ImportJournal;

  constructor(
    keepsOriginals: boolean,
    given: {
      readonly folder: string;
      readonly processes: FileProcesses;
      readonly context: ChangeContext & { readonly services: Services };
      readonly target: ImportTarget;
      readonly journal: ImportJournal;
      readonly failed: FailedRow[];
    },
  ) {
    this.keepsOriginals = keepsOriginals;
    this.folder = given.folder;
    this.processes = given.processes;
    this.context = given.context;
    this.target = given.target;
    this.journal = given.journal;
    this.failed = given.failed;
  }

  /** The file's real place, which is in the folder. */
  private async placeOf(file: string): Promise<Result<string, string>> {
    const place = await realpath(join(this.folder, ...file.split(/[\\/]/))).catch(() => null);
    if (place === null) return err(`文件夹里没有“${file}”。`);
    const way = relative(this.folder, place);
    if (way.startsWith('..') || isAbsolute(way)) return err(`“${file}”指向文件夹以外，没有读取。`);
    return ok(place);
  }

  private async store(file: string): Promise<Result<StoredFile, string>> {
    const place = await this.placeOf(file);
    if (!place.ok) return place;
    const upload = { name: basename(place.value), stream: createReadStream(place.value) };
    const taken = await takeIn(this.context.services.files, upload);
    return taken.ok ? ok(taken.value) : err(`“${file}”：${taken.error.message}`);
  }

  private async filesOf({ file, attachments }: ImportRow): Promise<Result<readonly StoredFile[], string>> {
    const stored: StoredFile[] = [];
    for (const one of [...attachments, ...(this.keepsOriginals ? [file] : [])]) {
      const kept = await this.store(one);
      if (!kept.ok) {
        await this.forget(stored);
        return kept;
      }
      stored.push(kept.value);
    }
    return ok(stored);
  }

  /** Takes bytes back out of the storage that got no row. */
  private async forget(files: readonly StoredFile[]): Promise<void> {
    for (const { storageKey } of files) await this.context.services.files.storage.remove(storageKey);
  }

  /** Reads one row's files. */
  private async read({ row }: WantedRow): Promise<Result<DocumentToImport, string>> {
    const place = await this.placeOf(row.file);
    if (!place.ok) return place;
    const bytes = await readFile(place.value).catch(() => null);
    if (bytes === null) return err(`“${row.file}”不能读取。`);
    const task = { kind: 'readDocument', bytes, name: row.file, listsLeftOut: false } as const;
    const first = await this.processes.ask(task);
    // Readers go by the clock: on a machine that is busy a file may only seem to be too complex.
    const isSlow = !first.ok && first.error.code === 'too-complex';
    const read = isSlow ? await this.processes.ask(task) : first;
    if (!read.ok) return err(read.error.message);
    const files = await this.filesOf(row);
    if (!files.ok) return files;
    const documentId = importedId(this.target, row.file, bytes);
    return ok({ documentId, content: importedContent(row, read.value), files: files.value });
  }

  /** Reads a batch; rows that cannot be read are noted. */
  async readAll(batch: readonly WantedRow[]): Promise<readonly ReadRow[]> {
    const read = await Promise.all(batch.map((one) => this.read(one)));
    return read.flatMap((result, index) => {
      const one = batch[index];
      if (one === undefined) return [];
      if (result.ok) return [{ ...result.value, file: one.row.file }];
      this.failed.push({ ...one.listed, reasons: [result.error] });
      return [];
    });
  }

  /** Writes a batch, and then that it is written. */
  async write(batch: readonly ReadRow[]): Promise<Result<null, Rejection>> {
    if (batch.length === 0) return ok(null);
    const imported = await importDocuments(this.context, this.target, batch);
    if (!imported.ok) return imported;
    const { made, known } = imported.value;
    const before = new Set(known);
    for (const { documentId, files } of batch) if (before.has(documentId)) await this.forget(files);
    await this.journal.add(batch.map(({ file }) => file));
    this.made += made.length;
    this.known += known.length;
    return ok(null);
  }
}
