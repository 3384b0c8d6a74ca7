import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Config } from './config.ts';
import { type FileStorage, isStorageKey, requireStorageKey, type SpooledFile } from './storage.ts';

const CONNECT_MS = 5_000;
const SILENCE_MS = 60_000;

/** Whatever goes wrong is thrown; the SDK's own lines on the console would say it twice. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function createClient(config: S3Config): S3Client {
  return new S3Client({
    endpoint: config.endpoint,
    region: config.region,
    forcePathStyle: config.pathStyle,
    credentials: { accessKeyId: config.accessKey, secretAccessKey: config.secretKey },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    // The SDK's own checksums come in aws-chunked pieces, which other services (OSS, OBS, COS …) refuse.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: SILENT,
  });
}

/** The hash of the content becomes part of the signature, so the service refuses bytes that differ from those examined. */
function putCommand(config: S3Config, key: string, file: SpooledFile): PutObjectCommand {
  const command = new PutObjectCommand({
    Bucket: config.bucket,
    Key: key,
    Body: createReadStream(file.path),
    ContentLength: file.size,
    ContentType: 'application/octet-stream',
  });
  command.middlewareStack.add(
    (next) => async (call) => {
      const { request } = call;
      if (typeof request === 'object' && request !== null && 'headers' in request) {
        Object.assign(request.headers as object, { 'x-amz-content-sha256': file.sha256 });
      }
      return await next(call);
    },
    { step: 'build', name: 'contentSha256' },
  );
  return command;
}

/** Files in a bucket of an S3-compatible service. */
export function s3Storage(config: S3Config): FileStorage {
  const client = createClient(config);
  const { bucket: Bucket, prefix } = config;
  const keyOf = (key: string): string => prefix + requireStorageKey(key);
  return {
    put: async (key, file) => {
      await client.send(putCommand(config, keyOf(key), file));
    },
    open: async (key, range) => {
      try {
        const { Body } = await client.send(
          new GetObjectCommand({
            Bucket,
            Key: keyOf(key),
            ...(range && { Range: `bytes=${range.first}-${range.last}` }),
          }),
        );
        if (Body instanceof Readable) return Body;
        throw new Error('the file storage answered without a body');
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(key) }));
    },
    list: async function* () {
      for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })) {
        for (const { Key, LastModified } of page.Contents ?? []) {
          const key = Key?.slice(prefix.length) ?? '';
          if (isStorageKey(key) && LastModified !== undefined) yield { key, modifiedAt: LastModified };
        }
      }
    },
    close: () => client.destroy(),
  };
}
