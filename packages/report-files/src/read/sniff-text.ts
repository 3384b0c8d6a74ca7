import { markedEncoding, spoiledUtf8, strictUtf8 } from './text-encoding.ts';

/** So much of a file decides what kind of text it is. */
const HEAD_BYTES = 64 * 1024;

/** Marks that a text is a page, wherever the first of them stands in the head. */
const PAGE_TAG =
  /<(?:!doctype\s+html|html|head|body|table|meta|title|div|p|span|font|center|br|h[1-6])[\s>/]/i;
const MHTML = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?content-type:\s*multipart\/related/i;

/** `markedText`: text that does not begin like a page but holds a tag somewhere. */
export type TextKind =
  | 'empty'
  | 'json'
  | 'rtf'
  | 'mhtml'
  | 'html'
  | 'markedText'
  | 'wordXml'
  | 'excelXml'
  | 'xml'
  | 'txt';

/** Control characters that no text holds; tab, line ends, form feed and the old end of file may stand in one. */
const BINARY_CHARACTERS = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g;

/** Share of characters that mean nothing above which the file is no text. */
const MAX_JUNK = 0.02;

function share(text: string, pattern: RegExp): number {
  return text.length === 0 ? 0 : (text.match(pattern)?.length ?? 0) / text.length;
}

/** The head of the file as text, or `undefined` when it is no text in any encoding that Chinese files use. */
function textHead(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD_BYTES);
  const marked = markedEncoding(head);
  if (marked !== undefined) {
    const text = new TextDecoder(marked).decode(head);
    return share(text, BINARY_CHARACTERS) > MAX_JUNK ? undefined : text;
  }
  // GB18030 gives a meaning to nearly every pair of bytes, so zero bytes and control characters decide.
  if (head.includes(0)) return undefined;
  const text =
    strictUtf8(head, true) ?? spoiledUtf8(head) ?? new TextDecoder('gb18030').decode(head, { stream: true });
  const junk = share(text, BINARY_CHARACTERS) + share(text, /\uFFFD/g) + share(text, /\p{Co}/gu);
  return junk > MAX_JUNK ? undefined : text;
}

const JSON_BEGINNING = /^[{[]\s*["{[\]}]/;

/** Whether the first bytes are those of JSON: thousands of JSON reports are read at a time, so this is asked first. */
function beginsLikeJson(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 32));
  return JSON_BEGINNING.test(beginning);
}

/** What kind of text the file is; `undefined` when it is no text. */
export function sniffText(bytes: Uint8Array): TextKind | undefined {
  if (beginsLikeJson(bytes)) return 'json';
  const text = textHead(bytes)?.trimStart();
  if (text === undefined) return undefined;
  if (text === '') return bytes.length <= HEAD_BYTES ? 'empty' : 'txt';
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (JSON_BEGINNING.test(text)) return 'json';
  if (isMhtml(text)) return 'mhtml';
  if (text.startsWith('<?xml')) {
    if (/<\?mso-application\s+progid="Word|<w:wordDocument|<pkg:package/.test(text)) return 'wordXml';
    if (/<\?mso-application\s+progid="Excel|<(?:ss:)?Workbook[\s>]/.test(text)) return 'excelXml';
    return /<html[\s>]/i.test(text) ? 'html' : 'xml';
  }
  if (!PAGE_TAG.test(text)) return 'txt';
  return text.startsWith('<') ? 'html' : 'markedText';
}

/** Whether the text is a page packed as a mail message, as browsers and Word save "single file" pages. */
function isMhtml(text: string): boolean {
  return MHTML.test(text.slice(0, 4_096).replaceAll('\r', ''));
}
