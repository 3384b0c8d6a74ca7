import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An object and when it was put. */
interface S3Object {
  readonly bytes: Buffer;
  modifiedAt: Date;
}

export interface S3Server {
  readonly endpoint: string;
  readonly objects: Map<string, S3Object>;
  /** The `Range` headers that were asked for. */
  readonly ranges: string[];
  /** Answers that many requests with 503 first. */
  failNext: (times: number) => void;
  readonly close: () => Promise<void>;
}

export const S3_KEYS = { accessKey: 'test-access', secretKey: 'test-secret' } as const;

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Computes AWS Signature Version 4 anew, as the service does, and compares. */
function isSigned(request: IncomingMessage, url: URL, secretKey: string): boolean {
  const authorization = request.headers.authorization ?? '';
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (parts === null) return false;
  const [, , day = '', region = '', signedHeaders = '', signature = ''] = parts;
  const headers = signedHeaders
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const canonical = [
    request.method,
    url.pathname,
    query,
    headers,
    signedHeaders,
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = ['aws4_request'].reduce(hmac, hmac(hmac(hmac(`AWS4${secretKey}`, day), region), 's3'));
  return hmac(key, toSign).toString('hex') === signature;
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function get(server: S3Server, request: IncomingMessage, response: ServerResponse, object: S3Object): void {
  const asked = request.headers.range;
  if (asked === undefined) {
    response.writeHead(200, { 'content-length': object.bytes.length }).end(object.bytes);
    return;
  }
  server.ranges.push(asked);
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(asked) ?? [];
  const part = object.bytes.subarray(Number(first), Number(last) + 1);
  response.writeHead(206, {
    'content-length': part.length,
    'content-range': `bytes ${first}-${last}/${object.bytes.length}`,
  });
  response.end(part);
}

const PAGE = 2;

/** Pages of two, so that the caller has to ask on. */
function list(server: S3Server, url: URL, bucket: string, response: ServerResponse): void {
  const prefix = `${bucket}/${url.searchParams.get('prefix') ?? ''}`;
  const start = Number(url.searchParams.get('continuation-token') ?? '0');
  const found = [...server.objects].filter(([key]) => key.startsWith(prefix));
  const contents = found
    .slice(start, start + PAGE)
    .map(
      ([key, { modifiedAt }]) =>
        `<Contents><Key>${key.slice(bucket.length + 1)}</Key><LastModified>${modifiedAt.toISOString()}</LastModified></Contents>`,
    );
  const more = start + PAGE < found.length;
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult>${contents.join('')}<IsTruncated>${more}</IsTruncated>${
      more ? `<NextContinuationToken>${start + PAGE}</NextContinuationToken>` : ''
    }</ListBucketResult>`,
  );
}

/** A bucket service over HTTP with paths as bucket and key: it checks signatures and the hash of what is put. */
export async function startS3Server(): Promise<S3Server> {
  let failures = 0;
  const http = createServer((request, response) => {
    answer(request, response).catch(() => fail(response, 500, 'InternalError'));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', server.endpoint);
    const body = await bodyOf(request);
    if (failures > 0) {
      failures -= 1;
      return fail(response, 503, 'SlowDown');
    }
    if (!isSigned(request, url, S3_KEYS.secretKey)) return fail(response, 403, 'SignatureDoesNotMatch');
    const path = url.pathname.slice(1);
    const [bucket = ''] = path.split('/');
    if (request.method === 'PUT') {
      // As OSS does.
      if (request.headers['content-encoding']?.includes('aws-chunked') === true) {
        return fail(response, 400, 'InvalidArgument');
      }
      if (sha256(body) !== request.headers['x-amz-content-sha256']) {
        return fail(response, 400, 'XAmzContentSHA256Mismatch');
      }
      server.objects.set(path, { bytes: body, modifiedAt: new Date() });
      response.writeHead(200, { etag: '"x"' }).end();
      return undefined;
    }
    if (request.method === 'DELETE') {
      server.objects.delete(path);
      response.writeHead(204).end();
      return undefined;
    }
    if (url.searchParams.get('list-type') === '2') return list(server, url, bucket, response);
    const object = server.objects.get(path);
    return object === undefined ? fail(response, 404, 'NoSuchKey') : get(server, request, response, object);
  }

  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server: S3Server = {
    endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    objects: new Map(),
    ranges: [],
    failNext: (times) => {
      failures = times;
    },
    close: async () => {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
  return server;
}
