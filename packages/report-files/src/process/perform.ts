import type { ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import { scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import { leftOut } from '../documents/left-out.ts';
import { type ReadDocument, readDocument } from '../documents/read-document.ts';
import { readReportFile } from '../read/read-file.ts';
import { readScanPieces } from '../read/scan-pieces/read-scan-pieces.ts';
import { readGrids } from '../read/xlsx/read-grids.ts';
import { readList } from '../read/xlsx/read-rows.ts';
import type { ReadError } from '../read-error.ts';
import { stripOffice } from '../strip/strip-office.ts';
import type { Answers, Task } from './file-task.ts';

/** So many are kept of a file, those that block first: a list of ten thousand people is not gone through one by one. */
const MOST_FINDINGS = 2000;

/**
 * What the scan finds in a file. Its name is left out: it is shown with a label, which is scanned with the text of the
 * document.
 */
async function scanFile(
  bytes: Uint8Array,
  name: string,
  today: CivilDate,
): Promise<Result<readonly ScanFinding[], ReadError>> {
  const pieces = await readScanPieces(bytes, name);
  if (!pieces.ok) return pieces;
  const findings = scanText(pieces.value, { today }).filter(({ place }) => place.kind !== 'attachmentName');
  const byWeight = [
    ...findings.filter(({ severity }) => severity === 'blocks'),
    ...findings.filter(({ severity }) => severity === 'warns'),
  ];
  return ok(byWeight.slice(0, MOST_FINDINGS));
}

async function readWithNotes({
  bytes,
  name,
  listsLeftOut,
}: Extract<Task, { kind: 'readDocument' }>): Promise<Result<ReadDocument, ReadError>> {
  const read = await readDocument(bytes, name);
  if (!read.ok || !listsLeftOut) return read;
  const notes = [...read.value.notes, ...(await leftOut(bytes, name))];
  return ok({ ...read.value, notes });
}

/** Does one task in this process. */
export async function perform(task: Task): Promise<Result<Answers[Task['kind']], ReadError>> {
  switch (task.kind) {
    case 'scan':
      return await scanFile(task.bytes, task.name, task.today);
    case 'strip':
      return await stripOffice(task.bytes, task.name);
    case 'readReport': {
      const { bytes, name, reportYear } = task;
      return await readReportFile(bytes, { name, ...(reportYear !== undefined && { reportYear }) });
    }
    case 'readList':
      return await readList(task.bytes, task.needed);
    case 'readGrids':
      return await readGrids(task.bytes);
    default:
      return await readWithNotes(task);
  }
}
