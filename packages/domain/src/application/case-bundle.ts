import type { Status } from './status.ts';

/** A case is handed over as one file once nothing of it is open any more (一申请一卷, applications.md §15). */
export const hasCaseFile = (status: Status): boolean => status === 'closed' || status === 'archived';

/** The parts of the file of a case, in the order in which they lie in it. */
export const BUNDLE_SECTIONS = {
  application: '01-申请',
  course: '02-办理',
  approval: '03-审批',
  letters: '04-文书和送达',
  supplied: '05-提供的信息',
  record: '06-办理记录',
} as const;

export type BundleSection = keyof typeof BUNDLE_SECTIONS;

export const MANIFEST_NAME = 'manifest.json';
const FORMAT = 'zhaoshi-case-file/1';

/** A file in the file of a case. */
export interface BundleEntry {
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What lies in the file of a case; enough to find out later that something was changed, added or left out. */
export interface BundleManifest {
  readonly format: typeof FORMAT;
  readonly registrationNumber: string;
  readonly exportedAt: string;
  readonly entries: readonly BundleEntry[];
  /** SHA-256 of `listOfEntries`. */
  readonly sha256: string;
}

/** What the hash of the whole is taken of: a line for each entry, in their order. */
export const listOfEntries = (entries: readonly BundleEntry[]): string =>
  entries.map(({ path, bytes, sha256 }) => `${sha256} ${bytes} ${path}\n`).join('');

export const manifestOf = (
  registrationNumber: string,
  exportedAt: string,
  entries: readonly BundleEntry[],
  sha256: string,
): BundleManifest => ({ format: FORMAT, registrationNumber, exportedAt, entries, sha256 });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isEntry = (value: unknown): value is BundleEntry =>
  isRecord(value) &&
  ['path', 'title', 'sha256'].every((key) => typeof value[key] === 'string') &&
  typeof value['bytes'] === 'number';

/** A manifest as it was written; `null` for anything else. */
export function readManifest(text: string): BundleManifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['format'] !== FORMAT) return null;
  const { registrationNumber, exportedAt, entries, sha256 } = value;
  if (typeof registrationNumber !== 'string' || typeof exportedAt !== 'string') return null;
  if (typeof sha256 !== 'string' || !Array.isArray(entries) || !entries.every(isEntry)) return null;
  return { format: FORMAT, registrationNumber, exportedAt, entries, sha256 };
}

/** Endings that files of a case have; anything else stands as 'bin'. */
const ENDING = /\.([a-z0-9]{1,5})$/i;

/**
 * A path inside the file of a case: section, number and kind, never the name that somebody gave the file — that may
 * name a person, or lead out of the folder.
 */
export function bundlePath(section: BundleSection, number: number, title: string, name: string): string {
  const ending = ENDING.exec(name)?.[1]?.toLowerCase() ?? 'bin';
  const plain = title.replace(/[^\p{L}\p{N}]+/gu, '');
  return `${BUNDLE_SECTIONS[section]}/${String(number).padStart(2, '0')}-${plain}.${ending}`;
}
