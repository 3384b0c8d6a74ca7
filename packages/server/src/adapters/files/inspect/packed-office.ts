import { openCompoundFile } from '@zhaoshi/report-files/read/compound-file';
import { isOle, listOle } from '@zhaoshi/report-files/read/sniff-ole';
import { examineZipFile, type ZipVisitor } from '@zhaoshi/report-files/read/zip-file';
import type { ContentKind } from './file-kinds.ts';
import { judgeOfd } from './ofd.ts';
import { hasMacroStorage, refusePackager } from './old-office.ts';
import { judgeContentTypes, judgeRelations, refuseMacro } from './package-parts.ts';
import { HEAD_BYTES, refuseProgram } from './program-part.ts';
import { Refused } from './refused.ts';
import { inTurn } from './turns.ts';
import { isXmlPart, PROLOG_BYTES, refuseDocumentType } from './xml-prolog.ts';

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

/** Documents in documents are held in memory, one at a time. */
const NESTED_BYTES = 40 * MEBIBYTE;
const DEEPEST = 3;
/** A part that says what is in the package; of thousands of links it may have a few megabytes. */
const JUDGED_BYTES = 4 * MEBIBYTE;

const CONTENT_TYPES = '[content_types].xml';
const OFD_ENTRANCE = 'ofd.xml';

export type PackedKind = Extract<ContentKind, 'docx' | 'xlsx' | 'ofd'>;

/** VBA, Excel 4.0 macro sheets, and ActiveX controls, which are programs as well. */
const MACRO_PART = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml)$|^xl\/macrosheets\/|\/activex\//;

const isJudged = (name: string): boolean =>
  name === CONTENT_TYPES || name === OFD_ENTRANCE || name.endsWith('.rels');

const isPackage = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** What may still be inflated, of the document and of all that is embedded in it together. */
interface Budget {
  bytes: number;
}

interface Parts {
  readonly names: ReadonlySet<string>;
  /** Parts that are documents themselves. */
  readonly nested: ReadonlySet<string>;
  readonly ofdEntrance: Buffer | null;
}

function judgePart(name: string, bytes: Buffer): void {
  if (MACRO_PART.test(name)) throw refuseMacro();
  if (name === CONTENT_TYPES) judgeContentTypes(bytes);
  else if (name.endsWith('.rels')) judgeRelations(bytes);
  refuseProgram(name, bytes.subarray(0, HEAD_BYTES));
  refuseDocumentType(name, bytes.subarray(0, PROLOG_BYTES));
}

/** How much of a part has to be seen to judge it. */
function neededOf(name: string, size: number): number {
  if (isJudged(name)) return Math.min(size, JUDGED_BYTES);
  return isXmlPart(name) ? PROLOG_BYTES : HEAD_BYTES;
}

async function examine(source: string | Buffer, budget: Budget, visitor: ZipVisitor) {
  const limits = { ...LIMITS, zipTotalBytes: Math.min(budget.bytes, LIMITS.zipTotalBytes) };
  return await examineZipFile(source, limits, visitor);
}

async function judgeParts(source: string | Buffer, budget: Budget): Promise<Parts> {
  const nested = new Set<string>();
  let ofdEntrance: Buffer | null = null;
  const { names, inflatedBytes } = await examine(source, budget, {
    wanted: neededOf,
    see: (name, bytes, size) => {
      if (isJudged(name) && size > JUDGED_BYTES) throw tooBig();
      judgePart(name, bytes);
      if (name === OFD_ENTRANCE) ofdEntrance = bytes;
      if (isPackage(bytes) || isOle(bytes)) nested.add(name);
    },
  });
  budget.bytes -= inflatedBytes;
  return { names, nested, ofdEntrance };
}

/** Objects of the packager hold any file, and the other containers hold macros, as documents of their own would. */
async function judgeNested(bytes: Buffer, budget: Budget, depth: number): Promise<void> {
  if (depth > DEEPEST) throw tooDeep();
  if (isPackage(bytes)) {
    await judgeNestedParts(bytes, await judgeParts(bytes, budget), budget, depth);
    return;
  }
  const entries = listOle(bytes);
  if (hasMacroStorage(entries)) throw refuseMacro();
  refusePackager(entries);
  const file = openCompoundFile(bytes);
  if (file.names.includes('EncryptedPackage')) throw locked();
  const inner = file.stream('Package');
  if (inner === undefined) return;
  const content = Buffer.from(inner.buffer, inner.byteOffset, inner.byteLength);
  refuseProgram('package', content.subarray(0, HEAD_BYTES));
  if (isPackage(content) || isOle(content)) await judgeNested(content, budget, depth + 1);
}

async function judgeNestedParts(
  source: string | Buffer,
  { nested }: Parts,
  budget: Budget,
  depth: number,
): Promise<void> {
  if (nested.size === 0) return;
  await examineZipFile(source, LIMITS, {
    wanted: (name, size) => (nested.has(name) ? Math.min(size, NESTED_BYTES) : 0),
    see: async (name, bytes, size) => {
      if (!nested.has(name)) return;
      if (size > NESTED_BYTES) throw tooBig();
      await judgeNested(bytes, budget, depth + 1);
    },
  });
}

/**
 * What a zip archive is as a document; `null` when it is none of those that are taken.
 *
 * @throws ReadFailure for a damaged or hostile archive
 * @throws Refused for macros, programs, and what is loaded from elsewhere, also in documents that are embedded
 */
export async function inspectPackedOffice(path: string): Promise<PackedKind | null> {
  const budget = { bytes: LIMITS.zipTotalBytes };
  const parts = await judgeParts(path, budget);
  const { names, nested, ofdEntrance } = parts;
  if (ofdEntrance !== null) {
    judgeOfd(ofdEntrance, names);
    if (nested.size > 0) throw tooDeep();
    return 'ofd';
  }
  if (!names.has(CONTENT_TYPES)) return null;
  if (nested.size > 0) await inTurn(() => judgeNestedParts(path, parts, budget, 0));
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : null;
}

const tooBig = (): Refused =>
  new Refused(
    'archive-limits',
    '文件里嵌入的对象过大，无法检查，没有接收。请删去嵌入的对象后另存一份，对象请单独上传。',
  );

const tooDeep = (): Refused =>
  new Refused(
    'hidden-content',
    '文件里层层嵌入了其他文件，无法逐份审查，没有接收。请删去嵌入的文件后另存一份，需要的材料请单独上传。',
  );

const locked = (): Refused =>
  new Refused(
    'hidden-content',
    '文件里嵌入了设有密码的文件，无法检查，没有接收。请删去嵌入的文件后另存一份，需要的材料请单独上传。',
  );
