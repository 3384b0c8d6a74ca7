import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { call } from '../../app/api.ts';
import { readPhotos } from './photo-store.ts';
import type { PostDraft } from './post-draft.ts';

interface Village {
  readonly regionId: string;
  readonly organId: string;
}

/** Uploads a photo; what the camera wrote beside the picture is dropped by the server. */
export async function uploadPhoto(
  { regionId, organId }: Village,
  photo: Blob,
  submission: string = crypto.randomUUID(),
): Promise<string> {
  const body = new FormData();
  body.append('file', photo, '照片.jpg');
  const request = { params: { regionId, organId }, body };
  const { fileId } = await call(villageRoutes.uploadPhoto, request, { idempotencyKey: submission });
  return fileId;
}

/**
 * Posts a draft with its photos. Sent again after a broken connection it is the same post.
 *
 * @throws CallProblem when the server refuses or cannot be reached; the draft stays as it is
 */
export async function sendPost(village: Village, draft: PostDraft): Promise<void> {
  const photos = draft.kind === 'photo' ? await readPhotos(draft.photos) : [];
  const photoFileIds: string[] = [];
  // A photo has the key of its own, so that what went up before the connection broke does not go up twice.
  for (const { id, bytes, type } of photos)
    photoFileIds.push(await uploadPhoto(village, new Blob([bytes], { type }), id));
  const { regionId, organId } = village;
  const { item, from, to, kind, subject, body, hasLooked, committeeSigner, supervisorSigner, reason } = draft;
  const content = {
    kind,
    subject,
    body,
    photoFileIds,
    hasLooked,
    committeeSigner,
    supervisorSigner,
    justified: [...draft.justified],
  };
  if (draft.corrects === null) {
    const request = { params: { regionId, organId }, body: { item, from, to, ...content } };
    await call(villageRoutes.post, request, { idempotencyKey: draft.submission });
    return;
  }
  const { postId, version } = draft.corrects;
  await call(
    villageRoutes.correct,
    { params: { regionId, postId }, body: { ...content, reason } },
    { version },
  );
}
