import { Buffer } from 'node:buffer';

/** The page of a message, still in its own encoding. */
export interface PagePart {
  readonly bytes: Uint8Array;
  /** Charset of the part's header. */
  readonly charset: string | undefined;
}

/** Header lines, with folded lines joined, by lower-case name. */
function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function parameter(header: string | undefined, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;]{1,200}))`, 'i').exec(
    header ?? '',
  );
  return match?.[1] ?? match?.[2];
}

function decodeQuotedPrintable(text: string): Uint8Array {
  const plain = text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

function decodeBody(body: string, encoding: string | undefined): Uint8Array {
  switch (encoding?.toLowerCase()) {
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    case 'base64':
      return Buffer.from(body, 'base64');
    default:
      return Buffer.from(body, 'latin1');
  }
}

/**
 * The first web page in an MHTML file (a page "saved as a single file"); `undefined` when it holds none.
 * Only the outermost parts are looked at: that is where browsers, Word and WPS put the page.
 */
export function pageOfMhtml(bytes: Uint8Array): PagePart | undefined {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll('\r\n', '\n');
  const headerEnd = message.indexOf('\n\n');
  if (headerEnd === -1) return undefined;
  const boundary = parameter(readHeaders(message.slice(0, headerEnd)).get('content-type'), 'boundary');
  if (boundary === undefined) return undefined;
  for (const part of message.split(`\n--${boundary}`)) {
    const end = part.indexOf('\n\n');
    if (end === -1) continue;
    const headers = readHeaders(part.slice(0, end));
    const type = headers.get('content-type');
    if (type === undefined || !/^(?:text\/html|application\/xhtml)/i.test(type)) continue;
    return {
      bytes: decodeBody(part.slice(end + 2), headers.get('content-transfer-encoding')),
      charset: parameter(type, 'charset'),
    };
  }
  return undefined;
}
