import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { ScanSummary } from '@zhaoshi/domain/disclosure/document-context';
import { SCAN_KINDS, type ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { isRedactable } from '@zhaoshi/redaction/media-type';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { FileKey } from '../../db/queries/files.ts';
import type { Schema } from '../../db/schema.ts';
import { openFindings } from '../files/scan-file.ts';
import { filesOfContent } from './draft-columns.ts';

/** Names a finding of a file within the document: a justification names it so. */
export const fileFindingKey = (fileId: string, key: string): string => `${fileId}/${key}`;

/** A file that no scan can look into: a person must, and says so (条例17). */
const UNREADABLE = 'unreadable';

export const unreadableKey = (fileId: string): string => fileFindingKey(fileId, UNREADABLE);

/** What is to be done about it, by the reader's code. */
const UNREADABLE_REASONS: Readonly<Record<string, string>> = {
  encrypted: '文件有密码，扫描看不到内容。请上传没有密码的文件。',
  'too-large': '文件过大，没有扫描。请压缩、拆分后重新上传。',
  'too-complex': '文件结构过于复杂，没有扫描完。请另存或者拆分后重新上传。',
  'scanned-pdf': '文件是扫描的图片，没有可以扫描的文字，须人工逐页查看。',
};

export const unreadableReason = (failure: string): string =>
  `${UNREADABLE_REASONS[failure] ?? '文件的格式不能扫描，须人工查看内容。'}确实要用这个文件公开的，由政府信息公开工作机构负责人看过全部内容并说明理由。`;

export const UNREADABLE_BY: readonly Role[] = SCAN_KINDS.unreadable.justifiedBy;

/** The files that the content shows, each with its scan as it stands now. */
async function scansOf(database: Kysely<Schema>, regionId: string, fileIds: readonly string[]) {
  if (fileIds.length === 0) return [];
  return await database
    .selectFrom('file')
    .leftJoin('file_scan', (join) =>
      join
        .onRef('file_scan.region_id', '=', 'file.region_id')
        .onRef('file_scan.file_id', '=', 'file.file_id')
        // The bytes that were looked at are the ones that are published.
        .onRef('file_scan.sha256', '=', 'file.sha256'),
    )
    .select([
      'file.file_id',
      'file.media_type',
      'file.is_encrypted',
      'file_scan.state',
      'failure',
      'blocking',
      'file_scan.sealed',
    ])
    .where('file.region_id', '=', regionId)
    .where('file.file_id', 'in', fileIds)
    .execute();
}

export interface FileScan {
  readonly fileId: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly failure: string | null;
  readonly blocking: readonly { readonly key: string; readonly roles: readonly Role[] }[];
  readonly sealed: string | null;
  readonly isRedactable: boolean;
}

/** The scan of each file of the content, in its order. */
export async function fileScans(
  database: Kysely<Schema>,
  regionId: string,
  content: DocumentContent,
): Promise<readonly FileScan[]> {
  const fileIds = filesOfContent(content);
  const rows = new Map((await scansOf(database, regionId, fileIds)).map((row) => [row.file_id, row]));
  return fileIds.map((fileId): FileScan => {
    const row = rows.get(fileId);
    return {
      fileId,
      state: row?.state ?? 'waiting',
      failure: row?.failure ?? null,
      blocking: row?.blocking ?? [],
      sealed: row?.sealed ?? null,
      isRedactable: row !== undefined && isRedactable(row.media_type) && !row.is_encrypted,
    };
  });
}

/** What of the files keeps the document from the public, beside what its text says. */
export const withFiles = (
  { blocking }: Pick<ScanSummary, 'blocking'>,
  scans: readonly FileScan[],
): ScanSummary => ({
  blocking: new Map([
    ...blocking,
    ...scans.flatMap(({ fileId, state, blocking: found }): readonly [string, readonly Role[]][] =>
      state === 'failed'
        ? [[unreadableKey(fileId), UNREADABLE_BY]]
        : found.map(({ key, roles }) => [fileFindingKey(fileId, key), roles]),
    ),
  ]),
  unscannedFiles: scans.filter(({ state }) => state === 'waiting').length,
});

/** A finding of a file with its name within the document. */
export interface FileFinding {
  readonly key: string;
  readonly finding: ScanFinding;
}

/** What the scan found in one file, as it stands now; it quotes personal data. */
export async function findingsOfFile(
  database: Kysely<Schema>,
  { regionId, fileId }: FileKey,
  box: SecretBox,
): Promise<readonly ScanFinding[]> {
  const [scan] = await scansOf(database, regionId, [fileId]);
  return scan === undefined || scan.sealed === null ? [] : openFindings(box, fileId, scan.sealed);
}
