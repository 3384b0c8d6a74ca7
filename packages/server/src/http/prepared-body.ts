import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes that are ready to go out, with their ETag. */
export interface Variant {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Headers of an answer beside those of its bytes. */
export interface AnswerHeaders {
  /** `Cache-Control` */
  readonly control: string;
  readonly vary: string;
  /** `Content-Disposition` of files to be taken home. */
  readonly disposition?: string;
}

/**
 * Always ask again: a withdrawn or corrected page must not live on in somebody's cache. Pages differ by the cookie
 * of the display, and by nothing else that a reader sends.
 */
export const PAGE_ANSWER: AnswerHeaders = {
  control: 'public, max-age=0, must-revalidate',
  vary: 'accept-encoding, cookie',
};

/** For files, feeds and lists, which look the same in every display. */
export const FILE_ANSWER: AnswerHeaders = { control: PAGE_ANSWER.control, vary: 'accept-encoding' };

/** A response body made once: plain, and compressed when the first reader asks for it so. */
export interface PreparedBody {
  readonly type: string;
  readonly answer: AnswerHeaders;
  /** Of a notice in place of something withdrawn; otherwise 200. */
  readonly status?: 410;
  /** Files that are compressed in themselves stay as they are. */
  readonly compressible: boolean;
  /** Those that are ready. */
  readonly variants: Partial<Record<Encoding, Variant>> & { readonly identity: Variant };
}

export async function prepareBody(
  type: string,
  bytes: Buffer,
  compressible: boolean,
  answer: AnswerHeaders = PAGE_ANSWER,
): Promise<PreparedBody> {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  return { type, answer, compressible, variants: { identity: { bytes, etag: `"${hash}"` } } };
}

/** Pages of this size get no smaller by more, and 6 takes half as long again. */
const BROTLI_QUALITY = 5;
/** The window as a power of two; pages are smaller than 256 KiB. */
const BROTLI_WINDOW = 18;

async function compress(bytes: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  if (encoding === 'gzip') return await gzipped(bytes);
  return await brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

const ETAG_ENDS = { br: '-br"', gzip: '-gz"' } as const;

/** Compressions under way, so that many readers of a new page cost one. */
const underWay = new WeakMap<PreparedBody, Map<Encoding, Promise<Variant>>>();

async function makeVariant(body: PreparedBody, encoding: Exclude<Encoding, 'identity'>): Promise<Variant> {
  const { bytes, etag } = body.variants.identity;
  const made = { bytes: await compress(bytes, encoding), etag: `${etag.slice(0, -1)}${ETAG_ENDS[encoding]}` };
  body.variants[encoding] = made;
  return made;
}

/** The encoding in which a body goes to a reader who takes `wanted`. */
export const encodingFor = ({ compressible }: PreparedBody, wanted: Encoding): Encoding =>
  compressible ? wanted : 'identity';

/** The body in an encoding; compressed once for all readers. */
export async function variantOf(body: PreparedBody, encoding: Encoding): Promise<Variant> {
  const ready = body.variants[encoding];
  if (ready !== undefined || encoding === 'identity') return ready ?? body.variants.identity;
  const making = underWay.get(body) ?? new Map<Encoding, Promise<Variant>>();
  underWay.set(body, making);
  const variant = making.get(encoding) ?? makeVariant(body, encoding);
  making.set(encoding, variant);
  return await variant;
}

/** The best encoding that the `Accept-Encoding` header takes; `;q=0` refuses one. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const accepted = new Set(
    (header ?? '')
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';', 1)[0]),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : 'identity';
}

/** Whether the reader already has these bytes, by its `If-None-Match` header. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => ['*', etag, `W/${etag}`].includes(part.trim()));
}
