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

/** What is told of an answer that a front gave. */
export interface FrontAnswer {
  readonly requestId: string;
  readonly status: 200 | 304;
  readonly milliseconds: number;
}

/** What both fronts work with. */
export interface FrontDependencies {
  readonly cache: PageCache;
  /** 36 characters, like those of `randomUUID`. */
  readonly newRequestId: () => string;
  readonly onAnswer: (answer: FrontAnswer) => void;
}

/** The headers of a GET by which a page's answers differ. */
export interface Asked {
  readonly encoding: string | undefined;
  readonly known: string | undefined;
  readonly cookie: string | undefined;
}

/** An answer but for the request's id, which comes last; one object for all who get the same. */
export interface ReadyAnswer {
  readonly status: 200 | 304;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

const SECURITY_LIST = Object.entries(SECURITY_HEADERS).flat();

const NOTHING = Buffer.alloc(0);

interface Answers {
  readonly whole: ReadyAnswer;
  readonly notModified: ReadyAnswer;
}

function answersOf({ type, answer }: PreparedBody, encoding: Encoding, { bytes, etag }: Variant): Answers {
  const known = [...SECURITY_LIST, 'etag', etag, 'cache-control', answer.control, 'vary', answer.vary];
  const headers = [...known, 'content-type', type];
  if (answer.disposition !== undefined) headers.push('content-disposition', answer.disposition);
  if (encoding !== 'identity') headers.push('content-encoding', encoding);
  headers.push('content-length', String(bytes.length));
  return {
    whole: { status: 200, headers, body: bytes },
    notModified: { status: 304, headers: known, body: NOTHING },
  };
}

const DISTINCT_ENCODINGS = 200;

/**
 * The answers of the routes to a GET of a page's own path, when they are ready; `undefined` leaves it to the routes.
 * Nothing is made for a single request.
 */
export function createReadyAnswers(cache: PageCache): (url: string, asked: Asked) => ReadyAnswer | undefined {
  const made = new WeakMap<Variant, Answers>();
  const encodings = new Map<string, Encoding>();

  function encodingOf(header: string | undefined): Encoding {
    const text = header ?? '';
    const found = encodings.get(text);
    if (found !== undefined) return found;
    const encoding = acceptedEncoding(text);
    if (encodings.size < DISTINCT_ENCODINGS) encodings.set(text, encoding);
    return encoding;
  }

  function answersFor(body: PreparedBody, encoding: Encoding, variant: Variant): Answers {
    const found = made.get(variant);
    if (found !== undefined) return found;
    const answers = answersOf(body, encoding, variant);
    made.set(variant, answers);
    return answers;
  }

  return (url, { encoding: accepted, known, cookie }) => {
    const display = cookie === undefined ? STANDARD_DISPLAY : displayOf(cookie);
    const body = cache.peek(cacheKey(display, url));
    if (body === undefined) return undefined;
    const encoding = encodingFor(body, encodingOf(accepted));
    const variant = body.variants[encoding];
    // The first reader of an encoding: the routes make it.
    if (variant === undefined) return undefined;
    const { whole, notModified } = answersFor(body, encoding, variant);
    return isKnown(known, variant.etag) ? notModified : whole;
  };
}
