import type { ReadNote } from '../source-document.ts';

export interface DecodedText {
  readonly text: string;
  /** Name for people: "UTF-8", "UTF-16LE", "GB18030" … */
  readonly encoding: string;
  readonly notes: readonly ReadNote[];
}

const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16BE' },
] as const;

/** A declaration must stand in the first part of the page; browsers look at 1,024 bytes, Word writes later. */
const DECLARATION_BYTES = 4_096;

/** So many multi-byte characters do not come out as valid UTF-8 by chance. */
const CERTAIN_UTF8_CHARACTERS = 8;

/** Labels of the WHATWG list that all mean GBK, of which GB18030 is the superset. */
const GB_LABEL = /^(?:gb2312|gb_2312-80|gbk|gb18030|x-gbk|cp936|ms936|chinese)$/i;

/** The encoding that a byte order mark announces. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding;
}

/** The text if the bytes are valid UTF-8; a cut last character is allowed when `stream` is set. */
export function strictUtf8(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** Name of the encoding behind a charset label; `undefined` for labels that mean nothing. */
function encodingOfLabel(label: string): string | undefined {
  if (GB_LABEL.test(label)) return 'GB18030';
  try {
    return new TextDecoder(label).encoding.toUpperCase();
  } catch {
    return undefined;
  }
}

/** Charset label in a page's `<meta>` or XML declaration. */
function declaredLabel(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const match =
    /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w-]{2,40})/i.exec(
      head,
    );
  return match?.[1] ?? match?.[2];
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

function isCertainlyUtf8(text: string): boolean {
  let wide = 0;
  for (let index = 0; index < text.length && wide < CERTAIN_UTF8_CHARACTERS; index++) {
    if (text.charCodeAt(index) > 0x7f) wide++;
  }
  return wide >= CERTAIN_UTF8_CHARACTERS;
}

/** More than one broken character in so many and the text was written in another encoding. */
const WIDE_CHARACTERS_A_BREAK = 5;

/**
 * Text that was written as UTF-8 and then cut or spoiled in places, with U+FFFD where it was; `undefined` for text
 * of another encoding, in which hardly a wide character comes out valid.
 */
export function spoiledUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let wide = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code > 0x7ff) wide++;
  }
  return wide >= CERTAIN_UTF8_CHARACTERS && broken * WIDE_CHARACTERS_A_BREAK <= wide ? text : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const notes: ReadNote[] = [];
  if (encoding !== 'UTF-8') {
    notes.push({
      kind: 'normalised',
      code: 'text.encoding',
      message: `文件的文字编码为 ${encoding}（不是 UTF-8），已按该编码读取。`,
    });
  }
  if (text.includes('\uFFFD')) {
    notes.push({
      kind: 'guessed',
      code: 'text.undecodable',
      message: `有些字节按 ${encoding} 无法识别，已显示为“\uFFFD”，请核对原文。`,
    });
  }
  return { text, encoding, notes };
}

/** What the caller knows of the text. */
export interface DecodeOptions {
  /** The text is a web page, which may declare its own charset. */
  readonly html?: boolean;
  /** Charset label from a header outside the text, which goes before the page's own. */
  readonly charset?: string;
}

/** The encoding that was declared, if it can be what these bytes are written in. */
function declaredEncoding(bytes: Uint8Array, options: DecodeOptions): string | undefined {
  const label = options.charset ?? (options.html === true ? declaredLabel(bytes) : undefined);
  const encoding = label === undefined ? undefined : encodingOfLabel(label);
  // A page whose declaration can be read byte by byte is not written in UTF-16, whatever it says.
  return encoding?.startsWith('UTF-16') ? undefined : encoding;
}

/**
 * Bytes to text: byte order mark, else strict UTF-8, else the declared charset, else GB18030. A declared charset
 * goes before UTF-8 only where too few characters speak for UTF-8. UTF-8 that was cut or
 * spoiled in a few places stays UTF-8. Never throws; bytes that mean nothing become U+FFFD and are noted.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return decoded(bytes, marked);
  const declared = declaredEncoding(bytes, options);
  const other = declared === 'UTF-8' ? undefined : declared;
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined && (other === undefined || isAscii(utf8) || isCertainlyUtf8(utf8))) {
    return { text: utf8, encoding: 'UTF-8', notes: [] };
  }
  return decoded(bytes, spoiledUtf8(bytes) === undefined ? (other ?? 'GB18030') : 'UTF-8');
}
