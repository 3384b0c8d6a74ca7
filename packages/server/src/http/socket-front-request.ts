import type { Asked } from './page-cache-front-answers.ts';

/** A GET without a body that every reader of HTTP understands in the same way. */
export interface PlainRequest extends Asked {
  readonly url: string;
}

const LONGEST = 8 * 1024;
const MOST_HEADERS = 100;

/**
 * One request from its first byte to its last, nothing before or after: visible characters and blanks only, so no bare CR
 * or LF, no folded line, no blank before a colon (RFC 9112, 2.2, 5.1 and 5.2). No part can match in two ways, which
 * keeps the time even with hostile bytes.
 */
const WHOLE = /^GET (\/[\x21-\x7e]*) HTTP\/1\.1\r\n(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\x20-\x7e]*\r\n)+\r\n$/;

/** What concerns the message's end or the connection is the parser's; also all that begins alike. */
const FOR_THE_PARSER = /^(?:content-|transfer-|proxy-|upgrade|expect|trailer|te$|keep-alive|http2-settings)/i;

const isGivenTwice = (one: string | undefined): boolean => one !== undefined;

/** The headers of a well-formed head; `null` when one of them makes the request more than a plain one. */
function headersOf(head: string, begin: number): Asked | null {
  let encoding: string | undefined;
  let known: string | undefined;
  let cookie: string | undefined;
  let host: string | undefined;
  let connection: string | undefined;
  let count = 0;
  for (let at = begin; at < head.length - 2; ) {
    const colon = head.indexOf(':', at);
    const end = head.indexOf('\r\n', colon);
    const name = head.slice(at, colon).toLowerCase();
    const value = head.slice(colon + 1, end).trim();
    at = end + 2;
    count += 1;
    if (count > MOST_HEADERS) return null;
    switch (name) {
      case 'host':
        if (isGivenTwice(host) || value === '') return null;
        host = value;
        break;
      case 'accept-encoding':
        if (isGivenTwice(encoding)) return null;
        encoding = value;
        break;
      case 'if-none-match':
        if (isGivenTwice(known)) return null;
        known = value;
        break;
      case 'cookie':
        if (isGivenTwice(cookie)) return null;
        cookie = value;
        break;
      case 'connection':
        if (isGivenTwice(connection) || value.toLowerCase() !== 'keep-alive') return null;
        connection = value;
        break;
      default:
        if (FOR_THE_PARSER.test(name)) return null;
    }
  }
  return host === undefined ? null : { encoding, known, cookie };
}

/**
 * Reads bytes that are exactly one plain request; `null` for anything else, which is not thereby wrong but for the parser
 * to judge, whole. Being narrower than the parser is what makes smuggling impossible: no byte is left over to be read in
 * another way.
 */
export function readPlainRequest(bytes: Buffer): PlainRequest | null {
  if (bytes.length > LONGEST) return null;
  const head = bytes.toString('latin1');
  const url = WHOLE.exec(head)?.[1];
  if (url === undefined) return null;
  const asked = headersOf(head, head.indexOf('\n') + 1);
  return asked === null ? null : { url, ...asked };
}
