import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ReadReport } from '@zhaoshi/report-files/read-report';
import type { Kysely } from 'kysely';
import { type FileKey, type FileRow, findFile } from '../../db/queries/files.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { READERS } from '../files/file-readers.ts';
import { fileFacts } from '../files/sealed-file.ts';
import { readWholeFile } from '../redaction/whole-file.ts';

/** A report file with what it says. */
export interface ReportFile {
  readonly row: FileRow;
  readonly name: string;
  readonly sha256: string;
  readonly read: ReadReport;
}

/** Reads an uploaded file as an annual report, in the process that opens strangers' files. */
export async function readReportFile(
  database: Kysely<Schema>,
  key: FileKey,
  {
    services,
    reaches,
  }: {
    readonly services: Pick<Services, 'files' | 'secretBox'>;
    readonly reaches: (path: string) => boolean;
  },
): Promise<Result<ReportFile, Rejection>> {
  const row = await findFile(database, key);
  if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
  const bytes = await readWholeFile(services, row);
  if (!bytes.ok) return bytes;
  const { name, sha256 } = fileFacts(services.secretBox, row);
  const read = await READERS.ask({ kind: 'readReport', bytes: bytes.value, name });
  return read.ok
    ? ok({ row, name, sha256, read: read.value })
    : err({ code: 'unsupported-type', detail: read.error.message });
}
