import { deflateSync, inflateSync } from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { withPdf } from '../pdf/open-pdf.ts';
import type { Redacted } from '../redacted.ts';
import { RedactionFailure } from '../redaction-error.ts';
import { isSearchable, textHoldsWord } from '../verify/search-bytes.ts';
import { blankStrings } from './pdf-strings.ts';

const LEFT = '文件属性没有清除，原文件未动';

const refused = (reason: string, todo: string): RedactionFailure =>
  new RedactionFailure('not-strippable', `${reason}，${LEFT}。${todo}`);

const notErased = (): RedactionFailure =>
  refused('清除后复核仍能读到作者等信息', '请在生成 PDF 的软件中删去属性后重新导出，或者说明保留的理由。');

/** Metadata that say nothing; the same length as what they take the place of. */
const EMPTY_XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>';

/** A stream as it lies in the file: where its content begins and ends. */
interface StreamPlace {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

const DICTIONARY = 4_096;

/** Every stream by its key words: those of earlier versions of the file, too, which no table points to any more. */
function* streamsOf(file: Buffer): Generator<StreamPlace> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const end = file.indexOf('endstream', at);
    if (end < 0) return;
    const head = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    let start = at + 6;
    if (file[start] === 0x0d) start++;
    if (file[start] === 0x0a) start++;
    yield { dictionary: head.slice(head.lastIndexOf(' obj')), start, end };
    at = end;
  }
}

const isDeflated = (dictionary: string): boolean => dictionary.includes('/FlateDecode');
const isPlain = (dictionary: string): boolean => !dictionary.includes('/Filter');
const isMetadata = (dictionary: string): boolean => /\/Type\s*\/Metadata\b/.test(dictionary);
const isObjects = (dictionary: string): boolean => /\/Type\s*\/ObjStm\b/.test(dictionary);

/** The content of a deflated stream. @throws RedactionFailure when it is packed in another way as well */
function inflated(file: Buffer, { dictionary, start, end }: StreamPlace): Buffer {
  if (/\/DecodeParms|\/LZWDecode|\/ASCII/.test(dictionary)) throw notErased();
  return inflateSync(file.subarray(start, end), { maxOutputLength: LIMITS.fileBytes });
}

/** Puts other content into the place of a stream; bytes behind the end of what is packed are read by nobody. */
function replace(file: Buffer, { start, end }: StreamPlace, content: Buffer): void {
  const packed = deflateSync(content, { level: 9 });
  if (packed.length > end - start) throw notErased();
  file.fill(0, start, end);
  packed.copy(file, start);
}

function blankMetadata(file: Buffer, place: StreamPlace): void {
  const { dictionary, start, end } = place;
  if (isPlain(dictionary)) {
    const text = EMPTY_XMP.length <= end - start ? EMPTY_XMP : '';
    file.fill(0x20, start, end);
    file.write(text, start, 'latin1');
  } else if (isDeflated(dictionary)) replace(file, place, Buffer.from(EMPTY_XMP));
  else throw notErased();
}

const REFERENCE = /(\d+)\s+\d+\s+R\b/g;

/** Numbers of the objects that hold properties, in any version of the file. */
const infoNumbers = (text: string): ReadonlySet<number> =>
  new Set([...text.matchAll(/\/Info\s+(\d+)\s+\d+\s+R\b/g)].map(([, number]) => Number(number)));

/** Blanks the objects that stand in the file themselves. @returns numbers of the objects to which they refer */
function blankObjects(file: Buffer, text: string, numbers: ReadonlySet<number>): ReadonlySet<number> {
  const more = new Set<number>();
  for (const number of numbers) {
    for (const found of text.matchAll(new RegExp(`(?<!\\d)${number}\\s+\\d+\\s+obj\\b`, 'g'))) {
      const from = found.index + found[0].length;
      const end = text.indexOf('endobj', from);
      const to = end < 0 ? text.length : end;
      for (const [, other] of text.slice(from, to).matchAll(REFERENCE)) more.add(Number(other));
      blankStrings(file, from, to);
    }
  }
  return more;
}

/** Blanks the objects that are packed in a stream with others. */
function blankPacked(file: Buffer, place: StreamPlace, numbers: ReadonlySet<number>): ReadonlySet<number> {
  const more = new Set<number>();
  if (isPlain(place.dictionary)) throw notErased();
  const content = inflated(file, place);
  const first = Number(/\/First\s+(\d+)/.exec(place.dictionary)?.[1] ?? 0);
  const head = content.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
  const objects = Array.from({ length: Math.floor(head.length / 2) }, (_, index) => ({
    number: head[2 * index] ?? 0,
    from: first + (head[2 * index + 1] ?? 0),
    to: first + (head[2 * index + 3] ?? content.length - first),
  }));
  const wanted = objects.filter(({ number }) => numbers.has(number));
  for (const { from, to } of wanted) {
    for (const [, other] of content.toString('latin1', from, to).matchAll(REFERENCE)) more.add(Number(other));
    blankStrings(content, from, to);
  }
  if (wanted.length > 0) replace(file, place, content);
  return more;
}

function blankInfo(file: Buffer, numbers: ReadonlySet<number>): ReadonlySet<number> {
  const more = new Set(blankObjects(file, file.toString('latin1'), numbers));
  for (const place of streamsOf(file)) {
    if (!isObjects(place.dictionary)) continue;
    for (const number of blankPacked(file, place, numbers)) more.add(number);
  }
  return more;
}

interface Properties {
  readonly pages: number;
  /** Every text of the properties that may name somebody. */
  readonly texts: readonly string[];
}

/** What pdf.js says of the file itself, days, and what is blanked but may rightly stand elsewhere (program, heading). */
const OF_NOBODY = new Set([
  'CreationDate',
  'Creator',
  'EncryptFilterName',
  'Language',
  'ModDate',
  'PDFFormatVersion',
  'Producer',
  'Title',
]);

async function propertiesOf(file: Buffer): Promise<Properties> {
  return await withPdf(file, async (document) => {
    const { info, metadata } = await document.getMetadata();
    const custom: unknown = Reflect.get(info, 'Custom');
    const entries = [...Object.entries(info), ...(custom instanceof Map ? [...custom] : [])];
    const named = entries.flatMap(([name, value]) =>
      typeof value === 'string' && !OF_NOBODY.has(String(name)) ? [value.trim()] : [],
    );
    const creators: unknown = metadata?.get('dc:creator') ?? [];
    const writers = (Array.isArray(creators) ? creators : [creators]).map(String);
    return {
      pages: document.numPages,
      texts: [...named, ...writers].filter((text) => text !== ''),
    };
  });
}

/** What of the file may hold properties, as it can be read: everything outside streams, metadata, packed objects. */
function readable(file: Buffer): Buffer {
  const outside = file.toString('latin1').replace(/\bstream\r?\n[^]*?endstream/g, '');
  const packed = [...streamsOf(file)]
    .filter(({ dictionary }) => isMetadata(dictionary) || isObjects(dictionary))
    .map((place) =>
      isDeflated(place.dictionary) ? inflated(file, place) : file.subarray(place.start, place.end),
    );
  return Buffer.concat([Buffer.from(outside, 'latin1'), ...packed]);
}

/**
 * A PDF without its properties: author, company, title, keywords, the program, and the metadata stream of the file, of
 * its pages and of its pictures, in every version that the file holds. Nothing moves; pages, text and bookmarks are
 * the same. Read again afterwards.
 *
 * @throws RedactionFailure `not-strippable` when it is signed or encrypted, or something can still be read
 */
export async function stripPdf(bytes: Uint8Array): Promise<Redacted> {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  if (/\/ByteRange\s*\[/.test(text)) {
    throw refused('PDF 有电子签名，改动后签名失效', '请在签名之前清除属性，或者说明保留的理由。');
  }
  if (/\/Encrypt\s+\d+\s+\d+\s+R\b/.test(text)) {
    throw refused('PDF 设有权限密码', '请取消密码后重新上传。');
  }
  const before = await propertiesOf(file);
  const more = blankInfo(file, infoNumbers(text));
  if (more.size > 0) blankInfo(file, more);
  for (const place of streamsOf(file)) if (isMetadata(place.dictionary)) blankMetadata(file, place);
  const after = await propertiesOf(file);
  const left = readable(file);
  const isLeft = before.texts.some((word) => isSearchable(word) && textHoldsWord(left, word));
  if (after.pages !== before.pages || after.texts.length > 0 || isLeft) throw notErased();
  return {
    bytes: file,
    mediaType: 'application/pdf',
    report: { pages: after.pages, marks: [], repeated: [], notes: [], searchedWords: before.texts.length },
  };
}
