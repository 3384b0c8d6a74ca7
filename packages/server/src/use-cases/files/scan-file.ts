import { createHash } from 'node:crypto';
import type { ScanFinding, ScanKind } from '@zhaoshi/domain/disclosure/scan/finding';
import { findingKey } from '@zhaoshi/domain/disclosure/scan/finding';
import { justifyingRoles } from '@zhaoshi/domain/disclosure/scan/justification';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, type Result } from '@zhaoshi/domain/kernel/result';
import { LIMITS } from '@zhaoshi/report-files/limits';
import type { ReadError } from '@zhaoshi/report-files/read-error';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type FileKey, type FileRow, findFile } from '../../db/queries/files.ts';
import type { BlockingFinding } from '../../db/schema/file-scan.ts';
import { JobFailure } from '../../jobs/job-context.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../context.ts';
import { SCANNERS } from './file-readers.ts';
import { openContent } from './sealed-file.ts';

type ScanContext = UseCaseContext & {
  readonly services: Pick<Services, 'files' | 'secretBox'>;
  /** Whether no further try follows by itself. */
  readonly isLastTry: boolean;
};

const purposeOf = (fileId: string): string => `file-scan/${fileId}`;

/** Findings as they were kept; written by `scanFile` only. */
export const openFindings = (box: SecretBox, fileId: string, sealed: string): readonly ScanFinding[] =>
  JSON.parse(box.open(sealed, purposeOf(fileId))) as readonly ScanFinding[];

/**
 * The bytes as they were taken in.
 *
 * @throws JobFailure where the storage has not got them, or has others: what is scanned is what is published
 */
async function scannedBytes({ services }: ScanContext, row: FileRow): Promise<Uint8Array> {
  const content = await openContent(services, row);
  if (content === null) throw new JobFailure('file-missing', false);
  const pieces: Uint8Array[] = [];
  const hash = createHash('sha256');
  for await (const piece of content) {
    hash.update(piece);
    pieces.push(piece);
  }
  if (hash.digest('hex') !== row.sha256) throw new JobFailure('file-changed', true);
  return Buffer.concat(pieces);
}

async function findingsIn(
  context: ScanContext,
  row: FileRow,
): Promise<Result<readonly ScanFinding[], ReadError>> {
  if (row.size > LIMITS.fileBytes) return err({ code: 'too-large', message: '' });
  if (row.is_encrypted) return err({ code: 'encrypted', message: '' });
  const bytes = await scannedBytes(context, row);
  const today = civilDateAt(context.now());
  return await SCANNERS.ask({ kind: 'scan', bytes, name: row.original_name ?? '', today });
}

function countsOf(findings: readonly ScanFinding[]): Partial<Record<ScanKind, number>> {
  const byKind = Map.groupBy(findings, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, found]) => [kind, found.length]));
}

/** Keys are within the file; two findings at the same place are one to a person. */
const blockingOf = (findings: readonly ScanFinding[]): readonly BlockingFinding[] => [
  ...new Map(
    findings
      .filter(({ severity }) => severity === 'blocks')
      .map((finding) => [
        findingKey(finding),
        { key: findingKey(finding), roles: [...justifyingRoles(finding)] },
      ]),
  ).values(),
];

/** Looks into a file that waits for it, and keeps what was found, sealed; does nothing where that was done. */
export async function scanFile(context: ScanContext, key: FileKey): Promise<void> {
  const { database, now, services } = context;
  const waiting = await database
    .selectFrom('file_scan')
    .select('sha256')
    .where('region_id', '=', key.regionId)
    .where('file_id', '=', key.fileId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  const row = await findFile(database, key);
  if (waiting === undefined || row === undefined) return;
  const found = await findingsIn(context, row);
  // Readers go by the clock: on a machine that is busy a file may only seem to be too complex.
  if (!found.ok && found.error.code === 'too-complex' && !context.isLastTry) {
    throw new JobFailure('file-slow', false);
  }
  const result = found.ok
    ? {
        state: 'done' as const,
        counts: JSON.stringify(countsOf(found.value)),
        blocking: JSON.stringify(blockingOf(found.value)),
        sealed: services.secretBox.seal(JSON.stringify(found.value), purposeOf(key.fileId)),
      }
    : { state: 'failed' as const, failure: found.error.code };
  await database
    .updateTable('file_scan')
    .set({ ...result, scanned_at: now() })
    .where('region_id', '=', key.regionId)
    .where('file_id', '=', key.fileId)
    .where('state', '=', 'waiting')
    .execute();
}
