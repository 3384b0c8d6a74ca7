import { Readable } from 'node:stream';
import { documentFilePath, documentPath, organPath } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Files } from '../../adapters/files/open-files.ts';
import { publishedContent, publishedDocumentFiles } from '../../db/queries/published-documents.ts';
import { askedRange } from '../api/byte-range.ts';
import { attachmentHeader } from '../api/content-disposition.ts';
import type { PathNames } from '../portal-pages-data.ts';
import { findDocument } from '../portal-pages-documents.ts';
import { isKnown, PAGE_ANSWER } from '../prepared-body.ts';
import { type PortalDependencies, sendNotFound } from './portal.ts';

type PublishedFile = Awaited<ReturnType<typeof publishedDocumentFiles>>[number];

/** What of a public file is needed to send it. */
type SentFile = Pick<PublishedFile, 'file_id' | 'media_type' | 'place' | 'sha256' | 'size' | 'storage_key'>;

/** Pictures of the text are shown in place; everything else is saved, so that nothing of a file runs under this address. */
const SHOWN_IN_PLACE: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const SAFE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  // As for pages: what was withdrawn must not live on in somebody's cache.
  'cache-control': PAGE_ANSWER.control,
} as const;

const NAME = /^[a-z0-9-]{1,64}$/;

interface FoundFile {
  readonly file: SentFile;
  /** What readers see as its name; `null` for pictures of the text, which have none. */
  readonly label: string | null;
}

/** A file of what is public of a document, by its place; nothing that `published.document_file` does not show. */
async function findFile(
  portal: PortalDependencies,
  names: PathNames,
  place: string,
): Promise<FoundFile | null> {
  const known = Object.values(names).every((name) => NAME.test(name)) && /^[1-9]\d{0,3}$/.test(place);
  const found = known ? await findDocument(portal, names) : null;
  if (found === null) return null;
  const files = await publishedDocumentFiles(portal.published, found.row);
  const file = files.find((one) => one.place === Number(place));
  if (file === undefined) return null;
  const attachment = publishedContent(found.row).attachments.find(({ fileId }) => fileId === file.file_id);
  return { file, label: attachment?.name ?? null };
}

function headersOf({ file, label }: FoundFile): Readonly<Record<string, string>> {
  const isPicture = SHOWN_IN_PLACE.has(file.media_type) && label === null;
  return {
    ...SAFE_HEADERS,
    etag: `"${file.sha256}"`,
    'accept-ranges': 'bytes',
    'content-type': file.media_type,
    'content-disposition': isPicture ? 'inline' : attachmentHeader(label ?? `${file.place}`),
  };
}

/** One range, the whole, or nothing but the headers when the reader has the bytes already. */
export async function sendPublicFile(
  files: Pick<Files, 'storage' | 'warn'>,
  request: FastifyRequest,
  reply: FastifyReply,
  found: FoundFile,
): Promise<FastifyReply> {
  const { file } = found;
  const etag = `"${file.sha256}"`;
  reply.headers(headersOf(found));
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  // A range of an older content would be put together with pieces of this one.
  const condition = request.headers['if-range'];
  const isSame = condition === undefined || condition === etag;
  const asked = isSame ? askedRange(request.headers.range, file.size) : 'whole';
  if (asked === 'refused') {
    reply.header('content-range', `bytes */${file.size}`).removeHeader('content-disposition');
    return reply.code(416).type('text/plain; charset=utf-8').send('所要的部分不在文件之内。');
  }
  const range = asked === 'whole' ? undefined : asked;
  const length = range === undefined ? file.size : range.last - range.first + 1;
  const isHead = request.method === 'HEAD';
  const body = isHead ? Readable.from([]) : await files.storage.open(file.storage_key, range);
  if (body === null) {
    files.warn('file missing from the storage', { file: file.file_id });
    reply.removeHeader('content-disposition').removeHeader('etag').header('cache-control', 'no-store');
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('文件内容暂时取不到，请稍后重试；仍不行请与发布机构联系。');
  }
  if (range !== undefined) {
    reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${file.size}`);
  }
  return reply.header('content-length', String(length)).send(body);
}

/** Attachments and pictures of published documents. They are streamed and never kept: some are large. */
export function documentFileRoutes(
  app: FastifyInstance,
  portal: PortalDependencies,
  files: Pick<Files, 'storage' | 'warn'>,
): void {
  app.get<{ Params: PathNames & { readonly place: string } }>(
    documentFilePath(documentPath(organPath(':region', ':organ'), ':document'), ':place'),
    async (request, reply) => {
      const { place, ...names } = request.params;
      const found = await findFile(portal, names, place);
      return found === null
        ? await sendNotFound(portal, request, reply)
        : await sendPublicFile(files, request, reply, found);
    },
  );
}
