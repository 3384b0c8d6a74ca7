import { randomUUID } from 'node:crypto';
import { type CivilDate, startOfDay } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { LARGEST_PHOTO_MEBIBYTES, MOST_PHOTOS } from '@zhaoshi/domain/oversight/complaint-form';
import { isTurned } from '@zhaoshi/redaction/is-turned';
import { redrawPicture } from '@zhaoshi/redaction/redraw-picture';
import type { Transaction } from 'kysely';
import type { Files } from '../../adapters/files/open-files.ts';
import { openSealed } from '../../adapters/files/sealed-content.ts';
import { stripPhoto } from '../../adapters/files/strip-photo.ts';
import { type StoredFile, takeIn } from '../../adapters/files/take-in.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { APPLICANT_ACTOR } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import { sealFacts } from '../files/sealed-file.ts';

/** A photo that lies sealed in the storage, as the sealed words of a complaint in the box name it. */
export interface TakenPhoto {
  readonly storageKey: string;
  readonly mediaType: string;
  readonly size: number;
  /** Of the content. */
  readonly sha256: string;
  /** What opens it, as base64url, and the hash of what lies in the storage. */
  readonly key: string;
  readonly sealedSha256: string;
}

const NO_PHOTO = `不是完整的 JPG、PNG 照片，没有接收。请换一张照片，或者把内容写在事实里。`;

function taken({ storageKey, mediaType, size, sha256, seal }: StoredFile): TakenPhoto {
  if (seal === null) throw new Error('a photo of a complaint lies open');
  return {
    storageKey,
    mediaType,
    size,
    sha256,
    key: seal.key.toString('base64url'),
    sealedSha256: seal.sha256,
  };
}

/** What only Exif shows upright would lie on its side without it: its pixels are turned, in a process of their own. */
async function turnedUpright(bytes: Buffer): Promise<Result<Buffer, string>> {
  if (stripPhoto(bytes)?.extension !== 'jpg' || !isTurned(bytes)) return ok(bytes);
  const drawn = await redrawPicture(bytes, 'image/jpeg');
  return drawn.ok ? ok(Buffer.from(drawn.value.bytes)) : err(drawn.error.message);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Nothing of it goes to the log, whose lines have times. */
const unlogged = (files: Files): Files => ({ ...files, warn: () => undefined });

/**
 * Takes a photo in without what tells of camera, place and moment, and without its name. It has no row: what no
 * complaint names after a day, the sweep removes.
 *
 * @returns what is wrong, in words
 */
export async function takePhoto(files: Files, bytes: Buffer): Promise<Result<TakenPhoto, string>> {
  const upright = await turnedUpright(bytes);
  if (!upright.ok) return upright;
  const photo = stripPhoto(upright.value);
  if (photo === null) return err(NO_PHOTO);
  const upload = { name: `照片.${photo.extension}`, stream: once(photo.bytes) };
  const stored = await takeIn(unlogged(files), upload, true);
  return stored.ok ? ok(taken(stored.value)) : err(stored.error.message);
}

/**
 * The same photo under a new key and written anew: nothing that the storage keeps of the one, such as the moment it was
 * written, leads to when the complaint came. The old bytes are left to the sweep.
 *
 * @returns `null` when the bytes are gone, such as after a restore: the complaint must not be kept back by it
 * @throws Error when they cannot be written
 */
export async function takeAnew(files: Files, photo: TakenPhoto): Promise<TakenPhoto | null> {
  const { storageKey, size } = photo;
  const key = Buffer.from(photo.key, 'base64url');
  const stream = await openSealed(files.storage, { storageKey, key, size });
  if (stream === null) return null;
  const name = `照片.${photo.mediaType === 'image/png' ? 'png' : 'jpg'}`;
  // It was looked at when it came.
  const stored = await takeIn({ ...unlogged(files), scan: null }, { name, stream }, true);
  if (!stored.ok) throw new Error(stored.error.code);
  return taken(stored.value);
}

export interface PhotosOf {
  readonly regionId: string;
  readonly organId: string;
  readonly complaintId: string;
  /** The complaint has a day and no time, and so have its photos. */
  readonly receivedOn: CivilDate;
}

/** Draws photos in with the complaint they belong to: no account, no network, no time of day, no name. */
export async function insertPhotos(
  transaction: Transaction<Schema>,
  box: SecretBox,
  { regionId, organId, complaintId, receivedOn }: PhotosOf,
  photos: readonly TakenPhoto[],
): Promise<void> {
  if (photos.length > MOST_PHOTOS) throw new RangeError(`${photos.length} photos`);
  for (const [index, photo] of photos.entries()) {
    // Random, not by time.
    const fileId = randomUUID();
    const { key, sha256, sealedSha256, mediaType, size, storageKey } = photo;
    const facts = { name: `照片${index + 1}.${mediaType === 'image/png' ? 'png' : 'jpg'}`, sha256 };
    await transaction
      .insertInto('file')
      .values({
        region_id: regionId,
        file_id: fileId,
        organ_id: organId,
        original_name: null,
        sealed: sealFacts(box, fileId, { ...facts, key: Buffer.from(key, 'base64url') }),
        sha256: sealedSha256,
        media_type: mediaType,
        size,
        storage_key: storageKey,
        is_encrypted: false,
        is_redrawn: false,
        state: 'attached',
        uploaded_by: APPLICANT_ACTOR,
        uploaded_at: startOfDay(receivedOn),
      })
      .execute();
    await transaction
      .insertInto('complaint_file')
      .values({ region_id: regionId, complaint_id: complaintId, place: index + 1, file_id: fileId })
      .execute();
  }
}

/** A photo is never larger. */
export const PHOTO_BYTES = LARGEST_PHOTO_MEBIBYTES * 1024 * 1024;
