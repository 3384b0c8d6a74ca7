import { Buffer, isUtf8 } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { LIMITS } from '../limits.ts';
import { ReadFailure } from '../read-error.ts';
import { createDeadline, type Deadline } from './deadline.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader hears while a part is parsed; text may come in several pieces. */
export interface XmlHandlers {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlOptions {
  /**
   * Namespace → prefix the handlers expect. A file may bind another prefix at its root element;
   * names then arrive with the expected one. Namespaces not listed keep the file's prefix.
   */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** Shortens the text of the part before it is parsed. */
  readonly prepare?: (xml: string) => string;
  /** Time left for the whole file, when it has several parts; otherwise the part gets the full time. */
  readonly deadline?: Deadline;
}

/**
 * Parses one XML part and tells the handlers what it holds, in order.
 * A document type declaration is refused outright (it is how entity bombs and external files come in),
 * depth and time are bounded, and what a handler throws passes through unchanged.
 *
 * @throws ReadFailure `forbidden-xml` for a DTD, `too-complex` past the depth or the time, `damaged` when malformed
 */
export function parseXml(bytes: Uint8Array, handlers: XmlHandlers, options: XmlOptions = {}): void {
  const decoded = decodeXml(bytes);
  const text = options.prepare === undefined ? decoded : options.prepare(decoded);
  const parser = new SaxesParser({ position: false });
  const deadline = options.deadline ?? createDeadline();
  parser.on('error', () => {
    throw new ReadFailure(
      'damaged',
      '文件内部的 XML 不合规范，可能已损坏。请用 Word 或 WPS 打开后另存一份再试。',
    );
  });
  parser.on('doctype', () => {
    throw new ReadFailure(
      'forbidden-xml',
      '文件内部含有被禁止的 XML 声明（DTD），为安全起见没有读取。请用 Word 或 WPS 打开后另存一份再试。',
    );
  });
  attach(parser, handlers, options.prefixes ?? {}, deadline);
  // One write: every piece more costs a flat copy of it, and time is watched at each element anyway.
  parser.write(text);
  parser.close();
}

function attach(
  parser: SaxesParser,
  handlers: XmlHandlers,
  prefixes: Readonly<Record<string, string>>,
  deadline: Deadline,
): void {
  let depth = 0;
  let rename: Map<string, string> | undefined;
  parser.on('opentag', (tag) => {
    depth += 1;
    deadline.check();
    if (depth > LIMITS.xmlDepth) throw tooComplex();
    if (depth === 1) rename = foreignPrefixes(tag.attributes, prefixes);
    if (rename === undefined) handlers.open(tag.name, tag.attributes);
    else handlers.open(renamed(tag.name, rename, true), renamedAttributes(tag.attributes, rename));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(rename === undefined ? tag.name : renamed(tag.name, rename, true));
  });
  if (handlers.text !== undefined) {
    const text = handlers.text.bind(handlers);
    parser.on('text', text);
    parser.on('cdata', text);
  }
}

/** Prefixes that the root binds otherwise than expected, or nothing when the file follows the custom. */
function foreignPrefixes(
  attributes: XmlAttributes,
  expected: Readonly<Record<string, string>>,
): Map<string, string> | undefined {
  const renames = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const wanted = expected[value];
    const prefix = name.slice('xmlns:'.length);
    if (wanted !== undefined && wanted !== prefix) renames.set(prefix, wanted);
  }
  return renames.size === 0 ? undefined : renames;
}

function renamed(name: string, rename: ReadonlyMap<string, string>, useDefault: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0 && !useDefault) return name;
  const prefix = rename.get(colon < 0 ? '' : name.slice(0, colon));
  return prefix === undefined ? name : joined(prefix, name.slice(colon + 1));
}

function joined(prefix: string, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

function renamedAttributes(attributes: XmlAttributes, rename: ReadonlyMap<string, string>): XmlAttributes {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) result[renamed(name, rename, false)] = value;
  return result;
}

/** Text of an XML part by its byte order mark, or by the encoding it declares, or UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  // Nearly every part is UTF-8, for which this is the quickest way that still refuses what is not.
  if (encoding === 'utf-8' && isUtf8(bytes)) return utf8Text(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ReadFailure(
      'damaged',
      '文件内部的文字编码有误，可能已损坏。请用 Word 或 WPS 打开后另存一份再试。',
    );
  }
}

function utf8Text(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start).toString('utf8');
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const declared = /^<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8';
  // A declaration legible as ASCII cannot be UTF-16, whatever it says.
  const name = declared.toLowerCase();
  return name.startsWith('utf-16') ? 'utf-8' : name;
}

function tooComplex(): ReadFailure {
  return new ReadFailure(
    'too-complex',
    '文件内部结构过于复杂，超出安全限度，没有读取。请把正文复制到新文档后再试。',
  );
}
