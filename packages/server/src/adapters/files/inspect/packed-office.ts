import { examineZipFile } from '@zhaoshi/report-files/read/zip-file';
import type { ContentKind } from './file-kinds.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * Wider than what the readers of reports take, because a document full of scanned pages is only kept here; still
 * far from what would hurt a clerk's computer that opens it.
 */
const LIMITS = {
  zipEntries: 5_000,
  zipEntryBytes: 150 * MEBIBYTE,
  zipTotalBytes: 400 * MEBIBYTE,
  zipRatio: 200,
} as const;

const CONTENT_TYPES = '[content_types].xml';

export interface PackedOffice {
  readonly kind: Extract<ContentKind, 'docx' | 'xlsx' | 'ofd'>;
  readonly hasMacro: boolean;
}

/** VBA, Excel 4.0 macro sheets, and ActiveX controls, which are programs as well. */
const MACRO_PART = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml)$|^xl\/macrosheets\/|\/activex\//;
const MACRO_TYPE = /macroEnabled|vbaProject|intlmacrosheet|ms-excel\.macrosheet/i;

/**
 * What a zip archive is as a document; `null` when it is none of those that are taken.
 *
 * @throws ReadFailure for a damaged or hostile archive
 */
export async function inspectPackedOffice(path: string): Promise<PackedOffice | null> {
  const { names, kept } = await examineZipFile(path, LIMITS, [CONTENT_TYPES]);
  if (names.has('ofd.xml')) return { kind: 'ofd', hasMacro: false };
  const types = kept.get(CONTENT_TYPES);
  if (types === undefined) return null;
  const hasMacro = [...names].some((name) => MACRO_PART.test(name)) || MACRO_TYPE.test(types);
  if (names.has('word/document.xml')) return { kind: 'docx', hasMacro };
  if (names.has('xl/workbook.xml')) return { kind: 'xlsx', hasMacro };
  return null;
}
