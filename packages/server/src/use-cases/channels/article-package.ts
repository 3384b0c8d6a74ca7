import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { html } from '@zhaoshi/domain/kernel/html';
import type { Kysely } from 'kysely';
import { ZipFile } from 'yazl';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import { openContent } from '../files/sealed-file.ts';
import { articleOf } from './article-of.ts';
import type { PublicText } from './public-text.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** The article as a page that can be opened and copied, with its pictures as files beside it. */
export async function articlePackage(
  database: Kysely<Schema>,
  services: Pick<Services, 'files' | 'secretBox' | 'publicOrigin'>,
  { edition, content, path }: PublicText,
): Promise<Readable> {
  const article = articleOf(content, `${services.publicOrigin}${path}`);
  const zip = new ZipFile();
  const page = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${edition.title}</title></head>
<body><h1>${edition.title}</h1>${article.html}</body></html>
`;
  const options = { mtime: edition.visible_from };
  zip.addBuffer(Buffer.from(page.markup), '文章.html', options);
  for (const { fileId, name } of article.pictures) {
    const file = await database
      .selectFrom('file')
      .select(['file_id', 'original_name', 'sha256', 'sealed', 'storage_key', 'size', 'media_type'])
      .where('region_id', '=', edition.region_id)
      .where('file_id', '=', fileId)
      .where('sealed', 'is', null)
      .executeTakeFirst();
    const stream = file === undefined ? null : await openContent(services, file);
    if (file === undefined || stream === null) continue;
    zip.addBuffer(await buffer(stream), `${name}.${ENDINGS[file.media_type] ?? 'bin'}`, options);
  }
  zip.end();
  return new Readable().wrap(zip.outputStream);
}
