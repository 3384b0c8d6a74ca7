import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { takeIn, type Upload } from '../../adapters/files/take-in.ts';
import { APPLICANT_ACTOR } from '../../db/queries/application-case.ts';
import { unattachedBytes } from '../../db/queries/files.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Services } from '../../services.ts';
import { insertFile } from '../files/upload-file.ts';
import { hashSessionToken } from '../identity/session-token.ts';
import { applicantChange } from './applicant-change.ts';
import type { ApplicantContext } from './draft.ts';
import { countUpload, refuseUpload } from './portal-uploads.ts';

const MEBIBYTE = 1024 * 1024;

/** A scan or a photograph of a document is never larger. */
export const PROOF_MEBIBYTES = 10;

const PROOF_NAME = /\.(?:pdf|jpe?g|png)$/i;

const OTHER_TYPE = '只接收 PDF、JPG 或者 PNG 文件，这个文件没有接收。请扫描或者拍照后重新上传。';
const TOO_MUCH = '上传的次数过多，没有接收。请直接提交已经上传的文件，或者明天再上传。';

/** Of one draft: who uploads again and again fills no disk. */
const uploaderOf = (token: string): string => `${APPLICANT_ACTOR}/${hashSessionToken(token).slice(0, 16)}`;

/** Who uploads: a browser, on a network. */
export interface Uploader {
  readonly token: string;
  /** As `networkOf` has it. */
  readonly network: string;
}

/**
 * Takes in a proof that goes with a draft, or a file that goes with an act. It belongs to the organ at once and to no case before that is sent;
 * when that never happens, the sweep of unused files removes it.
 *
 * @returns the file, or what is wrong with it in words
 */
export async function uploadProof(
  context: ApplicantContext & { readonly services: Pick<Services, 'files' | 'secretBox'> },
  organ: OrganIds & { readonly path: string },
  { token, network }: Uploader,
  upload: Upload,
): Promise<Result<{ readonly fileId: string; readonly name: string; readonly size: number }, string>> {
  const { files } = context.services;
  const uploadBytes = Math.min(files.uploadBytes, PROOF_MEBIBYTES * MEBIBYTE);
  const since = new Date(context.now().getTime() - DAY_MS);
  const accountId = uploaderOf(token);
  if ((await unattachedBytes(context.database, { accountId, since })) + uploadBytes > files.dailyBytes) {
    return err(TOO_MUCH);
  }
  const refused = await refuseUpload(context, network);
  if (refused !== null) return err(refused);
  // Before a byte is read: what the office itself may upload is more than a proof can be.
  if (!PROOF_NAME.test(upload.name)) return err(OTHER_TYPE);
  const taken = await takeIn({ ...files, uploadBytes }, upload, true);
  if (!taken.ok) return err(taken.error.message);
  const stored = taken.value;
  const added = await applicantChange(
    context,
    'file.upload',
  )(async (transaction) => {
    await countUpload(transaction, context, { network, bytes: stored.size });
    const fileId = await insertFile(transaction, organ, stored, { ...context, caller: { accountId } });
    return ok({
      value: fileId,
      subject: `file/${fileId}`,
      organPath: organ.path,
      details: { mediaType: stored.mediaType, size: stored.size, isEncrypted: stored.isEncrypted },
      personal: { name: stored.name, sha256: stored.sha256 },
    });
  });
  // Nothing in it refuses; a fault leaves the bytes to the sweep.
  if (!added.ok) throw new Error('a proof that was taken in was refused');
  return ok({ fileId: added.value, name: stored.name, size: stored.size });
}
