import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { takeIn } from '../src/adapters/files/take-in.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { pdf } from './sample-files.ts';

const BOUNDARY = 'zhaoshi-test-boundary';

/** A form with one file, as a browser sends it. */
export function fileForm(
  name: string,
  content: Uint8Array,
): { readonly body: Buffer; readonly type: string } {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return { body, type: `multipart/form-data; boundary=${BOUNDARY}` };
}

interface PlantedFile {
  readonly regionId: string;
  readonly fileId: string;
}

/** A file of an organ, put there without its people. */
export async function plantFile(
  { database, services }: World,
  { regionId, organId }: WorldOrgan,
  {
    name = '通知.pdf',
    content = pdf(),
    isRedrawn = false,
  }: { readonly name?: string; readonly content?: Buffer; readonly isRedrawn?: boolean } = {},
): Promise<PlantedFile> {
  const taken = await takeIn(services.files, { name, stream: Readable.from([content]) });
  if (!taken.ok) throw new Error(taken.error.message);
  const stored = taken.value;
  const fileId = randomUUID();
  await database.server
    .insertInto('file')
    .values({
      region_id: regionId,
      file_id: fileId,
      organ_id: organId,
      original_name: stored.name,
      media_type: stored.mediaType,
      size: content.length,
      sha256: stored.sha256,
      storage_key: stored.storageKey,
      is_encrypted: false,
      is_redrawn: isRedrawn,
      state: 'unattached',
      uploaded_by: randomUUID(),
      uploaded_at: database.context.now(),
    })
    .execute();
  return { regionId, fileId };
}
