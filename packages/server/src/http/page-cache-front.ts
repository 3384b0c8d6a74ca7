import type { IncomingMessage, ServerResponse } from 'node:http';
import { displayOf } from './display.ts';
import { cacheKey, type PageCache } from './page-cache.ts';
import { STANDARD_DISPLAY } from './portal-pages-site.ts';

import {
  acceptedEncoding,
  type Encoding,
  encodingFor,
  isKnown,
  type PreparedBody,
  type Variant,
} from './prepared-body.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** What is told of an answer that the front gave. */
export interface FrontAnswer {
  readonly requestId: string;
  readonly status: 200 | 304;
  readonly milliseconds: number;
}

export interface FrontDependencies {
  readonly cache: PageCache;
  readonly newRequestId: () => string;
  readonly onAnswer: (answer: FrontAnswer) => void;
}

/** Takes a request whose answer is ready; false leaves it to the routes. */
export type PageCacheFront = (request: IncomingMessage, response: ServerResponse) => boolean;

interface Asked {
  readonly encoding: string | undefined;
  readonly known: string | undefined;
  readonly cookie: string | undefined;
}

/**
 * The three headers that matter, straight from the list as it came: making an object of all headers costs more than
 * the rest of the answer. `null` when one of them came twice or the host is not said, which others are to judge.
 */
function askedBy(rawHeaders: readonly string[]): Asked | null {
  let encoding: string | undefined;
  let known: string | undefined;
  let cookie: string | undefined;
  let saysHost = false;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // By length first; few other headers have the same.
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') {
      if (encoding !== undefined) return null;
      encoding = rawHeaders[index + 1];
    } else if (name.length === 13 && name.toLowerCase() === 'if-none-match') {
      if (known !== undefined) return null;
      known = rawHeaders[index + 1];
    } else if (name.length === 6 && name.toLowerCase() === 'cookie') {
      if (cookie !== undefined) return null;
      cookie = rawHeaders[index + 1];
    } else if (name.length === 4 && name.toLowerCase() === 'host') {
      saysHost = true;
    }
  }
  return saysHost ? { encoding, known, cookie } : null;
}

const SECURITY_LIST = Object.entries(SECURITY_HEADERS).flat();

/** Names and values in turn; the last value is the request's id, put in anew for each answer. */
type Head = string[];

interface Heads {
  readonly whole: Head;
  readonly notModified: Head;
  /** The bytes as a string of one character each: Node writes head and body in one call then, instead of two. */
  readonly body: string;
}

function headsOf({ type, answer }: PreparedBody, encoding: Encoding, { bytes, etag }: Variant): Heads {
  const notModified = [...SECURITY_LIST, 'etag', etag, 'cache-control', answer.control, 'vary', answer.vary];
  const whole = [...notModified, 'content-type', type];
  if (answer.disposition !== undefined) whole.push('content-disposition', answer.disposition);
  if (encoding !== 'identity') whole.push('content-encoding', encoding);
  whole.push('content-length', String(bytes.length));
  whole.push('x-request-id', '');
  notModified.push('x-request-id', '');
  return { whole, notModified, body: bytes.toString('latin1') };
}

const DISTINCT_ENCODINGS = 200;

/**
 * The cached page's short way: between Node's parser and the routes, without objects made for each request. It gives
 * the very answers that the routes give for the same request, or none; anything but a GET of a page's own path goes on.
 */
export function createPageCacheFront({ cache, newRequestId, onAnswer }: FrontDependencies): PageCacheFront {
  const heads = new WeakMap<Variant, Heads>();
  const encodings = new Map<string, Encoding>();

  function encodingOf(header: string | undefined): Encoding {
    const text = header ?? '';
    const found = encodings.get(text);
    if (found !== undefined) return found;
    const encoding = acceptedEncoding(text);
    if (encodings.size < DISTINCT_ENCODINGS) encodings.set(text, encoding);
    return encoding;
  }

  function headsFor(body: PreparedBody, encoding: Encoding, variant: Variant): Heads {
    const found = heads.get(variant);
    if (found !== undefined) return found;
    const made = headsOf(body, encoding, variant);
    heads.set(variant, made);
    return made;
  }

  return (request, response) => {
    if (request.method !== 'GET') return false;
    const asked = askedBy(request.rawHeaders);
    if (asked === null) return false;
    const display = asked.cookie === undefined ? STANDARD_DISPLAY : displayOf(asked.cookie);
    const body = cache.peek(cacheKey(display, request.url ?? ''));
    if (body === undefined) return false;
    const begun = performance.now();
    const encoding = encodingFor(body, encodingOf(asked.encoding));
    const variant = body.variants[encoding];
    // The first reader of an encoding: the routes make it.
    if (variant === undefined) return false;
    const { whole, notModified, body: text } = headsFor(body, encoding, variant);
    const status = isKnown(asked.known, variant.etag) ? 304 : 200;
    const requestId = newRequestId();
    const head = status === 304 ? notModified : whole;
    // Node has read the list when this returns, so the next answer may use it again.
    head[head.length - 1] = requestId;
    response.writeHead(status, head);
    if (status === 304) response.end();
    else response.end(text, 'latin1');
    onAnswer({ requestId, status, milliseconds: performance.now() - begun });
    return true;
  };
}
