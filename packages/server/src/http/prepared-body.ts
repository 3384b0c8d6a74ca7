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

/** A response body made once: plain, and compressed where that is worth it. */
export interface PreparedBody {
  readonly type: string;
  readonly variants: Readonly<Partial<Record<Encoding, Variant>>> & { readonly identity: Variant };
}

const BROTLI_QUALITY = 6;

/** Compresses text once for all readers; files that are compressed in themselves stay as they are. */
export async function prepareBody(type: string, bytes: Buffer, compressible: boolean): Promise<PreparedBody> {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const identity = { bytes, etag: `"${hash}"` };
  if (!compressible) return { type, variants: { identity } };
  const [br, gz] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    gzipped(bytes),
  ]);
  return {
    type,
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
