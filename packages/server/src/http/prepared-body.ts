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

/** A response body made once: plain, and compressed where that is worth it. */
export interface PreparedBody {
  readonly type: string;
  readonly answer: AnswerHeaders;
  readonly variants: Readonly<Partial<Record<Encoding, Variant>>> & { readonly identity: Variant };
}

const BROTLI_QUALITY = 6;

/** Compresses text once for all readers; files that are compressed in themselves stay as they are. */
export async function prepareBody(
  type: string,
  bytes: Buffer,
  compressible: boolean,
  answer: AnswerHeaders = PAGE_ANSWER,
): Promise<PreparedBody> {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const identity = { bytes, etag: `"${hash}"` };
  if (!compressible) return { type, answer, variants: { identity } };
  const [br, gz] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    gzipped(bytes),
  ]);
  return {
    type,
    answer,
    variants: {
      identity,
      br: { bytes: br, etag: `"${hash}-br"` },
      gzip: { bytes: gz, etag: `"${hash}-gz"` },
    },
  };
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
