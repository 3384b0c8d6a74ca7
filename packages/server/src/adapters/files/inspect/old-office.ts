import { openCompoundFile } from '@zhaoshi/report-files/read/compound-file';
import { listOle, type OleEntry } from '@zhaoshi/report-files/read/sniff-ole';
import type { ContentKind } from './file-kinds.ts';
import { HEAD_BYTES, refuseProgram } from './program-part.ts';
import { Refused } from './refused.ts';

export interface OldOffice {
  readonly kind: Extract<ContentKind, 'oldWord' | 'oldExcel' | 'encryptedOffice'>;
  readonly isEncrypted: boolean;
  readonly hasMacro: boolean;
}

/** Storages in which Word and Excel keep VBA, wherever in the file, embedded objects included. */
const MACRO_STORAGES = new Set(['_vba_project', '_vba_project_cur', 'macros', 'vba']);

export const hasMacroStorage = (entries: readonly OleEntry[]): boolean =>
  entries.some(({ name }) => MACRO_STORAGES.has(name.toLowerCase()));

/** What "insert object, from file" makes of any file that no program is registered for ([MS-OLEDS] 2.3.6). */
const PACKAGER = '\u0001ole10native';

/** @throws Refused for an object of the packager, which can hold any file and runs it when it is opened */
export function refusePackager(entries: readonly OleEntry[]): void {
  if (!entries.some(({ name }) => name.toLowerCase() === PACKAGER)) return;
  throw new Refused(
    'active-content',
    '文件里以对象方式插入了其他文件（可能是程序），没有接收。请打开文件，删去插入的对象后另存一份；需要的材料请单独上传。',
  );
}

/** Embedded documents of later versions, wherever they lie; what is no archive there is no document. */
function refuseProgramPackages(bytes: Uint8Array, entries: readonly OleEntry[]): void {
  for (const { name, offset } of entries) {
    if (name.toLowerCase() !== 'package' || offset === undefined) continue;
    refuseProgram('package', Buffer.from(bytes.subarray(offset, offset + HEAD_BYTES)));
  }
}

const FIB_FLAGS = 0x0a;
const FIB_ENCRYPTED = 0x0100;

/** The flag of [MS-DOC] 2.5.2 FibBase. */
function isEncryptedWord(stream: Uint8Array): boolean {
  return (((stream[FIB_FLAGS + 1] ?? 0) << 8) & FIB_ENCRYPTED) !== 0;
}

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
const END_OF_GLOBALS = 0x0a;
const MACRO_SHEET = 1;

/** What the first part of a workbook says of passwords and of sheets that hold Excel 4.0 macros ([MS-XLS] 2.4.28, 2.4.117). */
function workbookFacts(stream: Uint8Array): { readonly isEncrypted: boolean; readonly hasMacro: boolean } {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let hasMacro = false;
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true);
    // Behind it nothing can be read.
    if (record === FILE_PASS) return { isEncrypted: true, hasMacro };
    if (record === END_OF_GLOBALS) break;
    if (record === BOUND_SHEET && stream[at + 4 + 5] === MACRO_SHEET) hasMacro = true;
  }
  return { isEncrypted: false, hasMacro };
}

/**
 * What an OLE2 file is, by the streams at its top; `null` when it is neither of Word nor of Excel (installers,
 * messages and drawings have the same container).
 *
 * @throws ReadFailure `damaged`
 * @throws Refused for files inserted as objects
 */
export function inspectOldOffice(bytes: Uint8Array): OldOffice | null {
  const file = openCompoundFile(bytes);
  const entries = listOle(bytes);
  const hasVba = hasMacroStorage(entries);
  refusePackager(entries);
  refuseProgramPackages(bytes, entries);
  if (file.names.includes('EncryptedPackage')) {
    return { kind: 'encryptedOffice', isEncrypted: true, hasMacro: false };
  }
  const word = file.stream('WordDocument');
  if (word !== undefined) return { kind: 'oldWord', isEncrypted: isEncryptedWord(word), hasMacro: hasVba };
  const workbook = file.stream('Workbook') ?? file.stream('Book');
  if (workbook === undefined) return null;
  const { isEncrypted, hasMacro } = workbookFacts(workbook);
  return { kind: 'oldExcel', isEncrypted, hasMacro: hasVba || hasMacro };
}
