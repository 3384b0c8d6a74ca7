import { createHash } from 'node:crypto';
import {
  type BundleEntry,
  type BundleManifest,
  listOfEntries,
  MANIFEST_NAME,
  readManifest,
} from '@zhaoshi/domain/application/case-bundle';
import { examineZipFile } from '../read/zip-file.ts';

const GIGABYTE = 1024 * 1024 * 1024;

/** Files of cases are ours and may be long; scans hardly pack. */
const LIMITS = { zipEntries: 5000, zipEntryBytes: GIGABYTE, zipTotalBytes: 20 * GIGABYTE, zipRatio: 1000 };

/** What was found in the file of a case. */
export interface VerifiedCaseFile {
  /** `null`: there is none, or it cannot be read. */
  readonly manifest: BundleManifest | null;
  /** Chinese sentences; none when everything is as it was exported. */
  readonly problems: readonly string[];
}

interface Found {
  readonly bytes: number;
  readonly sha256: string;
}

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

function problemOf({ path, bytes, sha256 }: BundleEntry, found: Found | undefined): readonly string[] {
  if (found === undefined) return [`缺少“${path}”。`];
  return found.bytes === bytes && found.sha256 === sha256 ? [] : [`“${path}”与导出时不同，已被改动。`];
}

function compare(manifest: BundleManifest, found: ReadonlyMap<string, Found>): readonly string[] {
  const listed = new Set(manifest.entries.map(({ path }) => path));
  const added = [...found.keys()].filter((name) => name !== MANIFEST_NAME && !listed.has(name));
  return [
    ...manifest.entries.flatMap((entry) => problemOf(entry, found.get(entry.path))),
    ...added.map((name) => `多出“${name}”，不是导出时的内容。`),
    ...(hashOf(listOfEntries(manifest.entries)) === manifest.sha256
      ? []
      : ['校验清单与总校验值不符，清单已被改动。']),
  ];
}

/**
 * Unpacks the file of a case without writing anything and compares every part with the manifest.
 *
 * @param source path of the file, or its bytes
 * @throws ReadFailure for an archive that is damaged or hostile
 */
export async function verifyCaseFile(source: string | Buffer): Promise<VerifiedCaseFile> {
  const found = new Map<string, Found>();
  let manifest: BundleManifest | null = null;
  await examineZipFile(source, LIMITS, {
    wanted: (_name, size) => size,
    see: (name, content, bytes) => {
      found.set(name, { bytes, sha256: hashOf(content) });
      if (name === MANIFEST_NAME) manifest = readManifest(content.toString('utf8'));
    },
  });
  if (manifest === null)
    return { manifest, problems: ['没有校验清单，或者清单不能读取，不是昭示导出的案卷。'] };
  return { manifest, problems: compare(manifest, found) };
}
